//! Policies of the page: what it forbids is named, and what it allows makes no report.

use super::host::Host;
use super::{SCRIPT, copied, with_head};
use crate::browser::Browser;
use crate::cases::widget::{SHIPPED_FEED, page, released, snippet};
use crate::engine::Engine;
use crate::site::{Page, Resource, Site};
use anyhow::{Result, ensure};
use std::time::Duration;

/// Asserts that no report of this page came in.
async fn assert_not_reported(site: &Site, host: &Host) -> Result<()> {
    // A report leaves when the browser likes.
    tokio::time::sleep(Duration::from_millis(300)).await;
    let reports = site.reports(host.address());
    ensure!(reports.is_empty(), "{reports:?}");
    Ok(())
}

/// The same page where only scripts with this nonce run.
fn with_nonce(mut page: Page) -> Page {
    page.html = page.html.replace("<script ", "<script nonce=\"r4nd0m\" ");
    page
}

/// `script-src` with a nonce; a nonce and `'strict-dynamic'`; without WebAssembly they are in `second_engine`.
pub(crate) async fn that_allow_it(browser: &Browser, site: &Site) -> Result<()> {
    let reported = "; report-uri /csp-report";
    let nonce = "script-src 'nonce-r4nd0m' 'strict-dynamic' 'wasm-unsafe-eval'";
    for (rows, name, policy) in [
        ("3", "`script-src 'self' 'wasm-unsafe-eval'`", "script-src 'self' 'wasm-unsafe-eval'"),
        ("4", "a nonce and `'strict-dynamic'`", nonce),
        ("5", "`style-src 'self'`", "style-src 'self'"),
        ("5", "`style-src` with a nonce", "style-src 'nonce-r4nd0m'"),
        (
            "6",
            "`require-trusted-types-for 'script'; trusted-types 'none'`",
            "require-trusted-types-for 'script'; trusted-types 'none'",
        ),
        (
            "8",
            "`img-src`, `font-src`, `worker-src`, `frame-src` all `'none'`",
            "img-src 'none'; font-src 'none'; worker-src 'none'; frame-src 'none'",
        ),
    ] {
        let page = with_nonce(with_head(site, "")).policy(&format!("{policy}{reported}"));
        let host = Host::new(rows, name, page).check(browser, site).await?;
        assert_not_reported(site, &host).await?;
    }
    Ok(())
}

/// Policies under which WebAssembly cannot run: the directive is named, and the same program draws as JavaScript.
pub(crate) async fn that_forbid_webassembly(browser: &Browser, site: &Site) -> Result<()> {
    // Where the directive for scripts falls back to the general one, WebKit names that.
    let general =
        if browser.engine == Engine::Webkit { "wasm-csp default-src" } else { "wasm-csp script-src" };
    for (rows, name, policy, reason) in [
        ("1", "`script-src 'self'`", "script-src 'self'", "wasm-csp script-src"),
        ("2", "`default-src 'self'` only", "default-src 'self'", general),
        ("4", "a nonce, no WebAssembly", "script-src 'nonce-r4nd0m' 'strict-dynamic'", "wasm-csp script-src"),
    ] {
        let page = with_nonce(with_head(site, "")).policy(policy);
        let host = Host::new(rows, name, page)
            .degraded(reason)
            .allow(|allowed| allowed.violation("script-src wasm-eval"));
        host.check(browser, site).await?;
    }
    Ok(())
}

/// A feed where the page may not connect to.
pub(crate) async fn that_forbid_the_feed(browser: &Browser, site: &Site) -> Result<()> {
    let feed = format!("{}{SHIPPED_FEED}", site.other_origin());
    let page = page(site, "es", &snippet(&format!("data-feed=\"{feed}\"")));
    let page = page.policy("connect-src 'self'");
    let host = Host::new("7", "`connect-src 'self'`, the feed elsewhere", page).failed("feed-csp");
    let host = host
        .allow(|allowed| allowed.violation(&format!("connect-src {feed}")).request(&feed).console("error: "));
    host.check(browser, site).await.map(drop)
}

/// The strict ones as a question only: what they would allow is not reported, what they would forbid is, and works.
pub(crate) async fn that_only_report(browser: &Browser, site: &Site) -> Result<()> {
    let header = "content-security-policy-report-only";
    let allowing = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'; \
        trusted-types 'none'; report-uri /csp-report";
    let page = with_head(site, "").header(header, allowing);
    let host = Host::new("9", "3, 5 and 6 as `Report-Only`", page).check(browser, site).await?;
    assert_not_reported(site, &host).await?;
    let page = with_head(site, "").header(header, "script-src 'self'; report-uri /csp-report");
    let host = Host::new("9", "1 as `Report-Only`", page);
    host.allow(|allowed| allowed.violation("script-src wasm-eval")).check(browser, site).await.map(drop)
}

/// A page that isolates itself, the script on another server with the headers of ours.
pub(crate) async fn that_isolate_the_page(browser: &Browser, site: &Site) -> Result<()> {
    let isolated = |page: Page| {
        page.header("cross-origin-embedder-policy", "require-corp")
            .header("cross-origin-opener-policy", "same-origin")
    };
    let host = Host::new("10", "COEP `require-corp`, COOP `same-origin`", isolated(with_head(site, "")));
    host.check(browser, site).await?;
    let mut page = with_head(site, "");
    let elsewhere = format!("{}/forum-widget.js", site.other_origin());
    page.html = page.html.replace("src=\"/forum-widget.js\"", &format!("src=\"{elsewhere}\""));
    let other = format!("{}/", site.other_origin());
    let host = Host::new("10", "the same, our files on another server", isolated(page));
    let host = host.allow(|allowed| allowed.request(&other)).check(browser, site).await?;
    let isolated = browser.execute("return self.crossOriginIsolated", &[]).await?;
    // WebKitGTK has no isolation to offer.
    ensure!(isolated == true || browser.engine == Engine::Webkit, "{}: not isolated", host.address());
    Ok(())
}

/// Our script called something else: it runs, unless the server forbids to guess; then what was there before stays.
pub(crate) async fn of_the_type_of_the_script(browser: &Browser, site: &Site) -> Result<()> {
    let odd = Resource::new("text/plain", released(SCRIPT)?);
    copied(site, "/odd")?;
    let mut page = with_head(site, "");
    page.html = page.html.replace(SCRIPT, "/odd/forum-widget.js");
    let own = site.address("/odd/");
    let host = Host::new("15", "the script as `text/plain`", page.clone());
    let host = host.script("/odd/forum-widget.js", odd.clone()).allow(|allowed| allowed.request(&own));
    host.check(browser, site).await?;
    site.replace("/strict/forum-widget.js", odd.header("x-content-type-options", "nosniff"));
    page.html = page.html.replace("/odd/", "/strict/");
    browser.open(&site.page(page)).await?;
    let untouched = super::host::untouched(browser).await?;
    ensure!(untouched, "the content inside is not shown");
    super::table::note_words(
        browser.engine,
        "15",
        "the same with `nosniff`",
        "the content inside stays: the browser refuses it",
    )
}
