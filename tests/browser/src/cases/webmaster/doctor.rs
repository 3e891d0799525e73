//! The doctor: what is wrong on a page, and what to do about it.

use crate::browser::Browser;
use crate::cases::widget::{SHIPPED_FEED, STRICT, allowed, page, released, snippet, until};
use crate::engine::Engine;
use crate::site::{Page, Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// What the report on the page says, once it is there: its codes with `!` before what is to be mended, and its text.
async fn examined(browser: &Browser) -> Result<(Vec<String>, String)> {
    browser.wait_until(&format!("{PANEL}.querySelector('[data-done]') !== null")).await?;
    let script = format!(
        "var root = {PANEL}; return [Array.from(root.querySelectorAll('li')).map(function (item) {{ \
            return (item.className === 'fault' ? '!' : '') + item.dataset.code; }}), root.querySelector('section').innerText]"
    );
    let found: (Vec<String>, String) = serde_json::from_value(browser.execute(&script, &[]).await?)?;
    Ok(found)
}

const PANEL: &str = "document.querySelector('[data-forum-widget-doctor]').shadowRoot";

/// Opens a page and has it examined by its own `data-debug`.
async fn of(browser: &Browser, site: &Site, page: Page) -> Result<(Vec<String>, String)> {
    browser.open(&site.page(page)).await?;
    examined(browser).await
}

fn pinned() -> Result<String> {
    let integrity = xtask::sizes::integrity(&released("/forum-widget.js")?);
    Ok(format!("src=\"/forum-widget.js\" integrity=\"{integrity}\""))
}

/// A page of which there is nothing to say, but what the attributes bring.
fn healthy(site: &Site, attributes: &str) -> Result<Page> {
    let feed = if attributes.contains("data-feed") { "" } else { "data-feed=\"/feeds/korea-lac-2021.json\"" };
    let mut page = page(site, "es", &snippet(&format!("data-debug {feed} {attributes}")));
    page.html = page.html.replace("src=\"/forum-widget.js\"", &pinned()?);
    Ok(page)
}

/// Asserts that of all that may be said this is said, in this order.
fn says(found: &(Vec<String>, String), codes: &[&str], words: &[&str]) -> Result<()> {
    ensure!(found.0 == codes, "{:?}\n{}", found.0, found.1);
    for word in words {
        ensure!(found.1.contains(word), "no {word} in {}", found.1);
    }
    Ok(())
}

/// Nothing to mend: under the strict policy, in three languages, and nothing is loaded that the page did not ask for.
pub(crate) async fn all_is_well(browser: &Browser, site: &Site) -> Result<()> {
    for (language, title, sentence) in [
        ("es", "Forum Widget: examen de esta página", "Todo está en orden."),
        ("pt", "Forum Widget: exame desta página", "Está tudo em ordem."),
        ("ko", "Forum Widget: examination of this page", "All is well."),
    ] {
        let page = healthy(site, &format!("data-lang=\"{language}\""))?.policy(STRICT);
        let found = of(browser, site, page).await?;
        says(&found, &[], &[title, sentence, "wasm (ready)", "127.0.0.1"]).context(language)?;
    }
    until(browser, "ready").await?;
    let heard = browser.execute("return window[Symbol.for('forum-widget events')].length", &[]).await?;
    ensure!(heard == 1, "the page hears the doctor's copy: {heard}");
    browser.assert_unharmed(&allowed(site)).await?;
    // Closed by its button, it is gone.
    browser.execute(&format!("{PANEL}.querySelector('.close').click()"), &[]).await?;
    ensure!(
        browser.execute("return document.querySelector('[data-forum-widget-doctor]')", &[]).await?.is_null()
    );
    // Who does not ask has none of it.
    site.clear_requests();
    browser.open(&site.page(page_without(site))).await?;
    until(browser, "ready").await?;
    ensure!(!site.requests().iter().any(|request| request.path.contains("doctor")));
    // A script may ask at any time.
    browser.execute("ForumWidget.doctor()", &[]).await?;
    let found = examined(browser).await?;
    says(&found, &["no-feed", "not-pinned"], &["integrity=\"sha384-", "Todo está en orden."])
}

fn page_without(site: &Site) -> Page {
    page(site, "es", &snippet("")).policy(STRICT)
}

/// The directive is named, and the line that allows it is the page's own policy with one word more.
pub(crate) async fn policies(browser: &Browser, site: &Site) -> Result<()> {
    let page = healthy(site, "")?.policy("default-src 'none'; script-src 'self'; connect-src 'self'");
    let found = of(browser, site, page).await?;
    let line = "Content-Security-Policy \"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'\"";
    let iis = "<add name=\"Content-Security-Policy\" value=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
    let words = [
        "script-src",
        &format!("add_header {line} always;"),
        &format!("Header always set {line}"),
        iis,
        "js (degraded)",
    ];
    says(&found, &["wasm-csp"], &words)?;
    let feed = format!("{}{SHIPPED_FEED}", site.other_origin());
    let page = healthy(site, &format!("data-feed=\"{feed}\""))?;
    let found = of(browser, site, page.policy("default-src 'self' 'wasm-unsafe-eval'")).await?;
    let line = format!(
        "default-src 'self' 'wasm-unsafe-eval'; connect-src 'self' 'wasm-unsafe-eval' {}",
        site.other_origin()
    );
    says(&found, &["!feed-csp"], &[&line, &feed])
}

/// Not there, not for us, not a feed, and no answer.
pub(crate) async fn feeds(browser: &Browser, site: &Site) -> Result<()> {
    let found = of(browser, site, healthy(site, "data-feed=\"/no-such-feed.json\"")?).await?;
    says(&found, &["!feed-http"], &["/no-such-feed.json", "404"])?;
    let body = released(SHIPPED_FEED)?;
    let path = "/without-cors.json";
    site.replace(path, Resource::new("application/json", body));
    let found =
        of(browser, site, healthy(site, &format!("data-feed=\"{}{path}\"", site.other_origin()))?).await?;
    says(&found, &["!feed-cors"], &["add_header Access-Control-Allow-Origin \"*\" always;"])?;
    site.replace("/login", Resource::new("text/html", "<!doctype html><title>Acceso</title>"));
    let found = of(browser, site, healthy(site, "data-feed=\"/login\"")?).await?;
    says(&found, &["!feed-type"], &["text/html"])?;
    let bad = json!({ "version": 1, "forum": { "id": "f", "name": "Foro", "timeZone": "Asia/Seoul", "start": "2021-03-17",
        "end": "2021-03-18" }, "sessions": [{ "id": "s", "title": "Apertura", "date": "2021-03-17" }, { "id": "t", "date": "ayer" }] });
    site.replace("/bad.json", Resource::new("application/json", bad.to_string()));
    let found = of(browser, site, healthy(site, "data-feed=\"/bad.json\"")?).await?;
    ensure!(!found.0.is_empty() && found.0.iter().all(|code| code == "!feed-record"), "{found:?}");
    ensure!(found.1.contains("sessions[1]"), "{found:?}");
    Ok(())
}

/// What the page, its libraries and its editors do.
pub(crate) async fn pages(browser: &Browser, site: &Site) -> Result<()> {
    let own = site.resource(Resource::new(
        "text/javascript",
        "var own = window.fetch; window.fetch = function () { return own.apply(this, arguments); };",
    ));
    let mut odd = healthy(site, "data-thme=\"dark\" data-view=\"mapa\"")?;
    odd.html = odd.html.replace("</head>", &format!("<script src=\"{own}\"></script></head>"));
    odd.html = odd.html.replace("</main>", "<form name=\"createElement\"></form></main>");
    let found = of(browser, site, odd).await?;
    let words = ["document.createElement", "<form name=\"createElement\">", "fetch", "theme"];
    says(&found, &["!config", "!config", "overridden", "clobbered"], &words)?;
    // Where it is of no use, the doctor comes all the same, and blames no file for it.
    let useless =
        Resource::new("text/javascript", "window.fetch = function () { throw new Error('of the page'); }");
    let mut odd = healthy(site, "")?;
    let tag = format!("<script src=\"{}\"></script></head>", site.resource(useless));
    odd.html = odd.html.replace("</head>", &tag);
    says(&of(browser, site, odd).await?, &["overridden"], &["fetch", "wasm (ready)"])?;
    // The attributes of the element are gone, and the script is not pinned and stands twice, once of another version.
    let text = String::from_utf8(released("/forum-widget.js")?)?;
    let version = format!("version:\"{}\"", env!("CARGO_PKG_VERSION"));
    ensure!(text.contains(&version), "{version}");
    site.replace(
        "/old/forum-widget.js",
        Resource::new("text/javascript", text.replace(&version, "version:\"0.0.9\"")),
    );
    browser.open(&site.page(page(site, "es", &snippet("")))).await?;
    until(browser, "ready").await?;
    let second = "var done = arguments[0], tag = document.createElement('script'); tag.src = '/old/forum-widget.js'; \
        tag.onload = function () { done(); }; document.body.append(tag)";
    browser.execute_async(second, &[]).await?;
    browser.execute("ForumWidget.doctor()", &[]).await?;
    let found = examined(browser).await?;
    says(&found, &["!two-versions", "no-feed", "not-pinned", "not-pinned"], &["0.0.9", "data-feed"])?;
    // Nothing at all is left.
    let tag = "<script src=\"/forum-widget.js\"></script>";
    browser
        .open(&site.page(Page::new(format!("<!doctype html><html lang=en><title>t</title>{tag}"))))
        .await?;
    browser.execute("ForumWidget.doctor()", &[]).await?;
    says(&examined(browser).await?, &["!no-element", "not-pinned"], &["<forum-widget>"])
}

/// Files beside the script: missing, of another type, and damaged.
pub(crate) async fn files(browser: &Browser, site: &Site) -> Result<()> {
    site.replace(
        "/forum-widget-engine.js",
        Resource::new("text/plain", released("/forum-widget-engine.js")?),
    );
    site.replace("/words/ko.txt", Resource::new("text/plain", "").status(404));
    site.replace("/forum-widget.wasm", Resource::new("application/wasm", "other bytes"));
    let found = of(browser, site, healthy(site, "")?).await?;
    let mut codes = found.0.clone();
    codes.sort();
    ensure!(codes == ["!file-hash", "!file-http", "!file-type"], "{found:?}");
    let words = ["/words/ko.txt", "types { text/javascript js;", "AddType text/javascript .js", "mimeMap"];
    says(&(found.0.clone(), found.1), &found.0.iter().map(String::as_str).collect::<Vec<_>>(), &words)
}

/// By button or, where the page may not, by hand; by key it closes.
pub(crate) async fn it_is_copied(browser: &Browser, site: &Site) -> Result<()> {
    let refused = site.resource(Resource::new(
        "text/javascript",
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: function (text) { \
            window[Symbol.for('copied')] = text; return window[Symbol.for('may copy')] ? Promise.resolve() : Promise.reject(new Error('no')); } } })",
    ));
    let mut page = healthy(site, "data-feed=\"/no-such-feed.json\"")?;
    page.html = page.html.replace("</head>", &format!("<script src=\"{refused}\"></script></head>"));
    of(browser, site, page).await?;
    let copy = format!("{PANEL}.querySelector('.copy').click()");
    browser.execute(&copy, &[]).await?;
    browser.wait_until(&format!("{PANEL}.querySelector('textarea')")).await?;
    let text = browser.execute(&format!("return {PANEL}.querySelector('textarea').value"), &[]).await?;
    let text = text.as_str().context("no text")?;
    for word in ["1. [feed-http]", "404", "Qué hacer:", "Versión: ", "Navegador: ", site.origin()] {
        ensure!(text.contains(word), "no {word} in {text}");
    }
    browser.execute(&format!("window[Symbol.for('may copy')] = true; {copy}"), &[]).await?;
    browser
        .wait_until(&format!(
            "{PANEL}.querySelector('[role=status]').textContent === 'El informe se ha copiado.'"
        ))
        .await?;
    let copied: Value = browser.execute("return window[Symbol.for('copied')]", &[]).await?;
    ensure!(copied == text, "{copied}");
    browser.press(&[crate::actions::Key::Escape]).await?;
    ensure!(
        browser.execute("return document.querySelector('[data-forum-widget-doctor]')", &[]).await?.is_null()
    );
    Ok(())
}

/// Accessible, with pictures at 360 and 1280 px, light and dark.
pub(crate) async fn accessible_and_pictures(browser: &Browser, site: &Site) -> Result<()> {
    for theme in ["light", "dark"] {
        let page = healthy(
            site,
            &format!("data-feed=\"/no-such-feed.json\" data-theme=\"{theme}\" data-thme=\"x\""),
        )?;
        let page = page.policy("default-src 'self'");
        browser.open(&site.page(page.clone())).await?;
        examined(browser).await?;
        browser.assert_accessible("[data-forum-widget-doctor]").await.with_context(|| theme.to_owned())?;
        browser.screenshot(&format!("doctor-{theme}-1280")).await?;
        browser.open(&site.framed(&site.page(page), 360, 800)).await?;
        browser.enter_frame("iframe").await?;
        examined(browser).await?;
        browser.leave_frames().await?;
        browser.screenshot(&format!("doctor-{theme}-360")).await?;
    }
    let region = browser.engine != Engine::Webkit;
    if region {
        browser.enter_frame("iframe").await?;
        let section = browser.shadow_find_in("[data-forum-widget-doctor]", "section").await?;
        ensure!(browser.computed_role(&section).await? == "region");
        ensure!(browser.computed_label(&section).await? == "Forum Widget: examen de esta página");
    }
    Ok(())
}
