//! The ladder of engines: where WebAssembly cannot run, the same program as JavaScript draws the same, and the page is told why.

use super::{ALL_VIEWS, INSIDE, STRICT, allowed, ask, boxes, choose, events, page, released, snippet, until};
use crate::browser::Browser;
use crate::site::{Page, Resource, Site};
use crate::tree::assert_same;
use crate::watch::Allowed;
use anyhow::{Context, Result, ensure};
use serde_json::json;

const FIRST: &str = "/forum-widget.wasm";
const SECOND: &str = "/forum-widget-engine.js";
const COLOMBIA: &str = ".country[data-action=\"country:CO\"]";

/// A page with every view and, before the widget's own, this script.
fn spoilt(site: &Site, script: &str, attributes: &str) -> Page {
    let script = site.resource(Resource::new("text/javascript", script.to_owned()));
    let body = format!(
        "<script src=\"{script}\"></script>{}",
        snippet(&format!("data-view=\"{ALL_VIEWS}\" {attributes}"))
    );
    page(site, "es", &body)
}

fn asked(site: &Site, path: &str) -> bool {
    site.requests().iter().any(|request| request.path == path)
}

/// Opens a page, waits until the second engine has drawn it, and holds what the page was told to the code.
async fn degraded(
    browser: &Browser,
    site: &Site,
    page: Page,
    code: &str,
    directive: Option<&str>,
    allowed: &Allowed,
) -> Result<()> {
    browser.open(&site.page(page)).await?;
    until(browser, "degraded").await?;
    let told = ask(browser, "return [widget.engine, root.querySelectorAll('.session').length]").await?;
    ensure!(told == json!(["js", 5]), "{told}");
    ensure!(boxes(browser, "#inside").await? == 0, "the content inside is still shown");
    let found = events(browser).await?;
    let [error, ready] = &found[..] else { anyhow::bail!("{found:?}") };
    let detail = &error["detail"];
    ensure!(detail["code"] == code && detail["fatal"] == false, "{detail}");
    // Where the directive for scripts falls back to the general one, WebKit names that.
    let found = detail["directive"].as_str().map(|found| found.replace("default-src", "script-src"));
    ensure!(found.as_deref() == directive, "{detail}");
    ensure!(ready["type"] == "forum:ready" && ready["detail"]["engine"] == "js", "{ready}");
    // It also reacts.
    choose(browser, &browser.shadow_find(COLOMBIA).await?).await?;
    let harm = browser.harm().await?;
    let warnings = harm.console.iter().filter(|line| line.contains("forum-widget: ")).count();
    ensure!(warnings == 1, "{:?}", harm.console);
    let warned = allowed.clone().console(&format!("warn: forum-widget: {code}: "));
    browser.assert_unharmed(&warned).await
}

/// Every policy without `'wasm-unsafe-eval'`, Trusted Types or not; the directive is named. The control: with it, the first one.
pub(crate) async fn where_the_policy_forbids_the_first(browser: &Browser, site: &Site) -> Result<()> {
    let strict = STRICT.replace(" 'wasm-unsafe-eval'", "");
    let allowed = allowed(site).violation("script-src wasm-eval");
    for policy in ["script-src 'self'", "default-src 'self'", strict.as_str()] {
        let page = spoilt(site, "", "").policy(policy);
        let checked = degraded(browser, site, page, "wasm-csp", Some("script-src"), &allowed).await;
        checked.with_context(|| policy.to_owned())?;
    }
    site.clear_requests();
    browser.open(&site.page(spoilt(site, "", "").policy(STRICT))).await?;
    until(browser, "ready").await?;
    ensure!(ask(browser, "return widget.engine").await? == "wasm");
    ensure!(!asked(site, SECOND), "the second engine is asked for");
    browser.assert_unharmed(&super::allowed(site)).await
}

/// Browsers without it, or from which the page has taken it.
pub(crate) async fn where_the_first_is_absent(browser: &Browser, site: &Site) -> Result<()> {
    let page = spoilt(site, "delete window.WebAssembly", "").policy(STRICT);
    degraded(browser, site, page, "wasm-absent", None, &allowed(site)).await?;
    ensure!(!asked(site, FIRST), "the first engine is asked for");
    Ok(())
}

/// It throws, or gives what is none of its kind. The control: replaced after the script has run, it does no harm.
pub(crate) async fn where_the_first_is_broken(browser: &Browser, site: &Site) -> Result<()> {
    for broken in [
        "compile = WebAssembly.compileStreaming = function () { throw new Error('no'); }",
        "compile = WebAssembly.compileStreaming = function () { return Promise.reject(new Error('no')); }",
        "compile = WebAssembly.compileStreaming = function () { return Promise.resolve(); }",
        "Instance = function () { throw new Error('no'); }",
    ] {
        let page = spoilt(site, &format!("WebAssembly.{broken}"), "").policy(STRICT);
        degraded(browser, site, page, "wasm-absent", None, &allowed(site))
            .await
            .with_context(|| broken.to_owned())?;
    }
    super::open(browser, site, "").await?;
    browser
        .execute(
            "WebAssembly.compile = WebAssembly.Instance = window.fetch = function () { throw new Error('no'); }",
            &[],
        )
        .await?;
    choose(browser, &browser.shadow_find(COLOMBIA).await?).await?;
    ensure!(ask(browser, "return [widget.engine, widget.state]").await? == json!(["wasm", "ready"]));
    Ok(())
}

/// Where answers cannot be compiled as they come, their bytes are: an older browser, a page whose `fetch` gives answers of its own.
/// The control: without the other way neither draws (`where_the_first_is_broken`).
pub(crate) async fn where_the_first_is_compiled_from_bytes(browser: &Browser, site: &Site) -> Result<()> {
    for script in [
        "delete WebAssembly.compileStreaming",
        "var fetched = fetch; \
         window.fetch = function (address, options) { \
             return fetched(address, options).then(function (response) { \
                 return { ok: response.ok, status: response.status, body: response.body, \
                     arrayBuffer: function () { return response.arrayBuffer(); } }; \
             }); \
         }",
    ] {
        browser.open(&site.page(spoilt(site, script, "").policy(STRICT))).await?;
        until(browser, "ready").await?;
        ensure!(ask(browser, "return widget.engine").await? == "wasm", "{script}");
        ensure!(!asked(site, SECOND), "the second engine is asked for: {script}");
    }
    Ok(())
}

/// After a limit.
pub(crate) async fn where_the_first_never_answers(browser: &Browser, site: &Site) -> Result<()> {
    let never = "WebAssembly.compile = WebAssembly.compileStreaming = function () { return new Promise(function () {}); }";
    let page = spoilt(site, never, "").policy(STRICT);
    degraded(browser, site, page, "wasm-absent", None, &allowed(site)).await
}

/// Missing, a login page, cut off, other bytes: each with its code and the address. Odd types do no harm (`no_engine`).
pub(crate) async fn where_a_file_is_not_ours(browser: &Browser, site: &Site) -> Result<()> {
    let ours = released(FIRST)?;
    let mut flipped = ours.clone();
    if let Some(byte) = flipped.get_mut(5000) {
        *byte ^= 1;
    }
    for (other, code) in [
        (Resource::new("text/html", "Not found").status(404), "wasm-network"),
        (Resource::new("text/html", "<!doctype html><title>Iniciar sesión</title>"), "wasm-integrity"),
        (Resource::new("application/wasm", ours[..ours.len() / 2].to_vec()), "wasm-integrity"),
        (Resource::new("application/wasm", flipped), "wasm-integrity"),
    ] {
        site.replace(FIRST, other);
        let page = spoilt(site, "", "").policy(STRICT);
        degraded(browser, site, page, code, None, &allowed(site).console("error: ")).await?;
        let events = events(browser).await?;
        ensure!(events[0]["detail"]["url"] == site.address(FIRST), "{events:?}");
    }
    Ok(())
}

/// `data-engine`: one engine and no other; a value that is none is named, and the ladder climbed. Both draw the same.
pub(crate) async fn where_the_page_wants_it(browser: &Browser, site: &Site) -> Result<()> {
    let mut trees = Vec::new();
    for (wanted, other) in [("js", FIRST), ("wasm", SECOND)] {
        site.clear_requests();
        super::open(browser, site, &format!("data-view=\"{ALL_VIEWS}\" data-engine=\"{wanted}\"")).await?;
        ensure!(ask(browser, "return widget.engine").await? == wanted);
        choose(browser, &browser.shadow_find(COLOMBIA).await?).await?;
        trees.push(browser.shadow_tree("forum-widget").await?);
        ensure!(!asked(site, other), "{:?}", site.requests());
        browser.assert_unharmed(&allowed(site)).await?;
    }
    assert_same(&trees[0], &trees[1])?;
    site.replace(FIRST, Resource::new("text/html", "Not found").status(404));
    let page_of = |wanted: &str| site.page(page(site, "es", &snippet(&format!("data-engine=\"{wanted}\""))));
    browser.open(&page_of("wasm")).await?;
    until(browser, "error").await?;
    ensure!(boxes(browser, "#inside").await? == 1);
    browser.open(&page_of("webassembly")).await?;
    until(browser, "degraded").await?;
    let events = events(browser).await?;
    ensure!(
        events.iter().any(|event| event["detail"]["message"] == "data-engine=\"webassembly\"?"),
        "{events:?}"
    );
    Ok(())
}

/// A frame without an origin and without storage, whose policy forbids WebAssembly.
pub(crate) async fn in_a_sandbox(browser: &Browser, site: &Site) -> Result<()> {
    let origin = site.origin();
    let policy = format!("default-src 'none'; script-src {origin}; connect-src {origin}");
    let inner = page(
        site,
        "es",
        &format!(
            "<forum-widget>{INSIDE}</forum-widget><script async src=\"{origin}/forum-widget.js\"></script>"
        ),
    );
    let inner = site.page(inner.policy(&policy));
    let outer = format!(
        "<!doctype html><html lang=es><title>t</title><iframe title=f sandbox=allow-scripts width=600 height=500 src='{inner}'></iframe>"
    );
    browser.open(&site.page(Page::new(outer))).await?;
    browser.enter_frame("iframe").await?;
    until(browser, "degraded").await?;
    ensure!(ask(browser, "return widget.engine").await? == "js");
    ensure!(
        ask(browser, "try { return !localStorage; } catch (_) { return true; }").await? == true,
        "no sandbox"
    );
    Ok(())
}

/// A policy that lets scripts run by their nonce alone, and one that lets them load others.
pub(crate) async fn with_a_nonce(browser: &Browser, site: &Site) -> Result<()> {
    for policy in ["script-src 'nonce-abc'", "script-src 'nonce-abc' 'strict-dynamic'"] {
        let mut page = spoilt(site, "", "").policy(policy);
        page.html = page.html.replace("<script ", "<script nonce=\"abc\" ");
        let allowed = allowed(site).violation("script-src wasm-eval");
        let checked = degraded(browser, site, page, "wasm-csp", Some("script-src"), &allowed).await;
        checked.with_context(|| policy.to_owned())?;
    }
    Ok(())
}

/// One flipped byte of it: refused, and not run.
pub(crate) async fn damaged(browser: &Browser, site: &Site) -> Result<()> {
    let mut flipped = released(SECOND)?;
    flipped.extend(b"\nwindow.flipped = true;");
    site.replace(SECOND, Resource::new("text/javascript", flipped));
    browser.open(&site.page(page(site, "es", &snippet("data-engine=\"js\"")).policy(STRICT))).await?;
    until(browser, "error").await?;
    ensure!(boxes(browser, "#inside").await? == 1, "the content inside is hidden");
    let events = events(browser).await?;
    ensure!(events[0]["detail"]["code"] == "wasm-integrity", "{events:?}");
    ensure!(events[0]["detail"]["url"] == site.address(SECOND), "{events:?}");
    let allowed = allowed(site).console("warn: forum-widget: wasm-integrity").console("error: ");
    browser.assert_unharmed(&allowed).await
}

/// A file of an older release under the same name, from a cache that goes by addresses: asked for once more, under another.
pub(crate) async fn an_older_file_in_a_cache(browser: &Browser, site: &Site) -> Result<()> {
    let older = Resource::new("application/wasm", "older").header("cache-control", "max-age=3600");
    site.replace(FIRST, older);
    let warm = "var done = arguments[0]; fetch('/forum-widget.wasm').then(function (one) { return one.text(); }).then(done)";
    browser.open(&site.page(Page::new("<!doctype html><html lang=es><title>t</title>"))).await?;
    ensure!(browser.execute_async(warm, &[]).await? == "older");
    site.replace(FIRST, Resource::new("application/wasm", released(FIRST)?));
    super::open(browser, site, "").await?;
    let engine = ask(browser, "return widget.engine").await?;
    // The cases that follow share the cache.
    let mend = warm.replace("wasm'", "wasm', { cache: 'reload' }");
    browser.execute_async(&mend, &[]).await?;
    ensure!(engine == "wasm", "{engine}");
    browser.assert_unharmed(&allowed(site).console("error: ")).await
}
