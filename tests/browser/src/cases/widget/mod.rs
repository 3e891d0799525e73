//! The widget on the pages of others: what the README promises, held to in each engine against the release.

pub(crate) mod accessibility;
pub(crate) mod agenda;
pub(crate) mod arrangements;
pub(crate) mod attributes;
pub(crate) mod bad_feeds;
pub(crate) mod bad_looks;
pub(crate) mod clocks;
pub(crate) mod delegations;
pub(crate) mod described;
pub(crate) mod drawing;
pub(crate) mod equality;
pub(crate) mod failures;
pub(crate) mod favorites;
pub(crate) mod injections;
pub(crate) mod journeys;
pub(crate) mod keyboard;
pub(crate) mod languages;
pub(crate) mod listeners;
pub(crate) mod long_programmes;
pub(crate) mod map;
pub(crate) mod map_extremes;
pub(crate) mod map_keyboard;
pub(crate) mod map_looks;
pub(crate) mod no_engine;
pub(crate) mod pictures;
pub(crate) mod printing;
pub(crate) mod programme;
pub(crate) mod refreshing;
pub(crate) mod rendered;
pub(crate) mod script_api;
pub(crate) mod second_engine;
pub(crate) mod second_half;
pub(crate) mod selection;
pub(crate) mod settings;
pub(crate) mod slotted;
pub(crate) mod snippets;
pub(crate) mod states;
pub(crate) mod structured_data;
pub(crate) mod traps;
pub(crate) mod walks;
pub(crate) mod widths;
pub(crate) mod zones;

use crate::browser::{Browser, Element};
use crate::site::{Page, Resource, Site};
use crate::watch::Allowed;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The policy that README names, with the address where the site collects reports.
pub(crate) const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /csp-report";

/// Every view.
pub(crate) const ALL_VIEWS: &str = "agenda map delegations";

/// The demo pages that have a widget.
pub(crate) const DEMO_PAGES: [&str; 6] =
    ["/index.html", "/one-tag.html", "/korean.html", "/class.html", "/address.html", "/mounted.html"];

/// Where the forum that ships is found.
pub(crate) const SHIPPED_FEED: &str = "/feeds/korea-lac-2021.json";

/// Keeps what the widgets of a page tell it. A file, since a strict policy lets no inline script run; under a symbol,
/// so that it is no new global.
const RECORDER: &str = "(function () { \
    var events = []; \
    Object.defineProperty(window, Symbol.for('forum-widget events'), { value: events }); \
    ['forum:ready', 'forum:error', 'forum:select'].forEach(function (type) { \
        addEventListener(type, function (event) { \
            events.push({ type: type, detail: event.detail, frozen: Object.isFrozen(event.detail), id: event.target.id }); \
        }); \
    }); })()";

/// The page's own content inside an element.
pub(crate) const INSIDE: &str = "<p><a id=\"inside\" href=\"/agenda\">Agenda y países participantes</a></p>";

/// Snippet A: an element with these attributes and the page's own content inside.
pub(crate) fn snippet(attributes: &str) -> String {
    format!(
        "<forum-widget {attributes}>{INSIDE}</forum-widget><script async src=\"/forum-widget.js\"></script>"
    )
}

/// A page in this language with a body, and the recorder of events.
pub(crate) fn page(site: &Site, language: &str, body: &str) -> Page {
    // One address for all pages, which the browser need not ask for again.
    let recorder = site.address("/bed/events.js");
    let kept = Resource::new("text/javascript", RECORDER).header("cache-control", "max-age=3600");
    site.replace("/bed/events.js", kept);
    Page::new(format!(
        "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>Ministerio</title>\
         <script src=\"{recorder}\"></script></head>\
         <body><main id=\"column\"><h1>Ministerio</h1>{body}</main></body></html>"
    ))
}

/// Opens a page under the strict policy with one widget of these attributes, and gives its address once it is drawn.
pub(crate) async fn open(browser: &Browser, site: &Site, attributes: &str) -> Result<String> {
    let address = site.page(page(site, "es", &snippet(attributes)).policy(STRICT));
    browser.open(&address).await?;
    until(browser, "ready").await?;
    Ok(address)
}

/// Puts a fresh widget with the page's own content into the place of the page's first.
const EXCHANGE: &str = "var fresh = document.createElement('forum-widget'); \
    if (widget.dataset.engine) fresh.dataset.engine = widget.dataset.engine; \
    arguments[0].forEach(function (one) { if (!fresh.hasAttribute(one[0])) fresh.setAttribute(one[0], one[1]); }); \
    fresh.append.apply(fresh, Array.from(widget.childNodes)); widget.replaceWith(fresh)";

/// A fresh widget of these attributes in a page that [`open`] has opened, once it is drawn. It is what a page of its own
/// would show, but that the second half of the engine may be there; neither page nor axe-core is loaded again.
pub(crate) async fn exchange(browser: &Browser, attributes: &str) -> Result<()> {
    let pieces: Vec<&str> = attributes.split('"').collect();
    let pairs: Vec<_> =
        pieces.chunks_exact(2).map(|pair| [pair[0].trim().trim_end_matches('='), pair[1]]).collect();
    let script = format!("var widget = document.querySelector('forum-widget'); {EXCHANGE}");
    browser.execute(&script, &[json!(pairs)]).await?;
    until(browser, "ready").await
}

/// Waits until every widget of the page is in a state.
pub(crate) async fn until(browser: &Browser, state: &str) -> Result<()> {
    let expression = format!(
        "(function (all) {{ return all.length && all.every(function (one) {{ return one.state === '{state}'; }}); \
         }})(Array.from(document.querySelectorAll('forum-widget')))"
    );
    if let Err(error) = browser.wait_inside(&expression).await {
        let found = "return [Array.from(document.querySelectorAll('forum-widget'), function (one) { return one.state; }), \
            window[Symbol.for('forum-widget events')]]";
        return Err(error.context(browser.execute(found, &[]).await?.to_string()));
    }
    Ok(())
}

/// What the widgets told the page: `{type, detail, frozen, id}`, in order.
pub(crate) async fn events(browser: &Browser) -> Result<Vec<Value>> {
    let events = browser.execute("return window[Symbol.for('forum-widget events')]", &[]).await?;
    events.as_array().cloned().context("the page has no recorder")
}

/// How many boxes something of the page has: none where it is not shown.
pub(crate) async fn boxes(browser: &Browser, css: &str) -> Result<u64> {
    let script = "return document.querySelector(arguments[0]).getClientRects().length";
    browser.execute(script, &[json!(css)]).await?.as_u64().context("no number of boxes")
}

/// A value of a script in which `widget` is the first widget of the page, and `root` its shadow root.
pub(crate) async fn ask(browser: &Browser, script: &str) -> Result<Value> {
    let script =
        format!("var widget = document.querySelector('forum-widget'), root = widget.shadowRoot; {script}");
    browser.execute(&script, &[]).await
}

/// Waits until a value of a script is the expected one: what a visitor does first loads the second half of the engine.
pub(crate) async fn until_told(browser: &Browser, script: &str, expected: &Value) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(5);
    loop {
        let found = ask(browser, script).await?;
        if found == *expected {
            return Ok(());
        }
        ensure!(Instant::now() < end, "{found}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Clicks something that selects, and waits until the page is told: the first click loads the second half of the engine.
pub(crate) async fn choose(browser: &Browser, element: &Element) -> Result<()> {
    let selections = "(function (all) { return all.filter(function (event) { \
        return event.type === 'forum:select'; }).length; })(window[Symbol.for('forum-widget events')])";
    let before = browser.execute(&format!("return {selections}"), &[]).await?;
    browser.click(element).await?;
    browser.wait_until(&format!("{selections} > {before}")).await.map(drop)
}

/// Shows a sign of interest, and waits until what a visitor may choose is drawn.
pub(crate) async fn wake(browser: &Browser) -> Result<()> {
    ask(browser, "root.querySelector('.root').dispatchEvent(new Event('touchstart', { bubbles: true }))")
        .await?;
    until_told(browser, "return root.querySelector('option') !== null", &json!(true)).await
}

/// What no page of these cases may suffer more than.
pub(crate) fn allowed(site: &Site) -> Allowed {
    // Left by the script with which chromedriver looks whether an element can be clicked.
    Allowed::widget(site.origin()).global("se_exportedFunctionSymbol")
}

/// A file of the release, to be served elsewhere: scripts that are imported need their type.
pub(crate) fn copied(path: &str) -> Result<Resource> {
    let is_script = path.rsplit('.').next() == Some("js");
    let kind = if is_script { "text/javascript" } else { "application/octet-stream" };
    Ok(Resource::new(kind, released(path)?))
}

/// A file of the release.
pub(crate) fn released(path: &str) -> Result<Vec<u8>> {
    let folder =
        std::env::var_os("FORUM_WIDGET_DIST").map_or_else(|| crate::workspace().join("dist"), PathBuf::from);
    let file = folder.join(path.trim_start_matches('/'));
    std::fs::read(&file).with_context(|| format!("reading {}", file.display()))
}
