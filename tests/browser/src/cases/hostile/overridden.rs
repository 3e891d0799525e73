//! What the browser has, replaced or hidden by the page before our script comes.

use super::host::{Host, ask, check_all, untouched};
use super::{script, table, with_head};
use crate::browser::Browser;
use crate::cases::widget::{page, snippet};
use crate::engine::Engine;
use crate::site::{Page, Site};
use anyhow::{Result, ensure};
use serde_json::json;

/// Classes of other libraries, and names that a page gives to things of its own.
const REPLACED: [(&str, &str, &str); 8] = [
    (
        "16",
        "`window.Response` overridden, `window.fetch` wrapped",
        "window.Response = function Response() { throw new Error('a banner'); }; \
         var own = window.fetch; window.fetch = function () { return own.apply(this, arguments); };",
    ),
    ("18", "`window.Window` replaced", "window.Window = function Window() {}; window.HTMLDocument = null;"),
    (
        "19",
        "`Map` and `Set` replaced by an old library",
        "window.Map = window.Set = function (items) { if (items) throw new TypeError('not supported'); this.items = {}; };",
    ),
    (
        "19",
        "`Promise` replaced by an old library",
        "window.Promise = function (run) { this.then = function () { return this; }; run(function () {}, function () {}); };",
    ),
    ("19", "`URL` is a text of the page", "window.URL = '/ministerio/';"),
    ("19", "`Reflect` replaced", "window.Reflect = { get: function () {}, set: function () {} };"),
    (
        "19",
        "`CustomEvent` and `Event` replaced by an old library",
        "window.CustomEvent = window.Event = function (type) { var event = document.createEvent('Event'); \
         event.initEvent(type, false, false); return event; };",
    ),
    (
        "20",
        "`Array.prototype.toJSON`, `.contains`, `.reduce`, `Array.from`, `Object.prototype.x` added",
        "Array.prototype.toJSON = function () { return '[]'; }; Array.prototype.contains = function () { return true; }; \
         Array.prototype.reduce = Array.prototype.each = function () { throw new Error('of the page'); }; \
         Array.from = function () { return []; }; Object.prototype.x = 1;",
    ),
];

/// The driver of `WebKit` works with what the page has: there it is as before once our script has started, or has not come.
const RESTORED: &str = "(function () { var own = { Map: Map, Set: Set, Promise: Promise }, from = Array.from, \
    reduce = Array.prototype.reduce; function restore() { Object.assign(window, own); Array.from = from; \
    Array.prototype.reduce = reduce; delete Array.prototype.toJSON; delete Object.prototype.x; } \
    customElements.whenDefined('forum-widget').then(restore); addEventListener('load', restore); })();";

/// Each by itself: together nobody could tell which one it was.
pub(crate) async fn before_our_script(browser: &Browser, site: &Site) -> Result<()> {
    let restored = if browser.engine == Engine::Webkit { RESTORED } else { "" };
    let host = |(rows, name, text): (_, _, &str)| {
        Host::new(rows, name, with_head(site, &script(site, &(restored.to_owned() + text))))
    };
    check_all(browser, site, REPLACED.map(host)).await
}

/// A page where nothing can be fetched any more: no engine of ours can come, and what was there before stays.
pub(crate) async fn without_fetch(browser: &Browser, site: &Site) -> Result<()> {
    for (name, text) in [
        ("`window.fetch` throws", "window.fetch = function () { throw new Error('of the page'); }"),
        ("`window.fetch` returns nothing", "window.fetch = function () {}"),
    ] {
        let host = Host::new("17", name, with_head(site, &script(site, text))).failed("wasm-network");
        host.check(browser, site).await?;
    }
    Ok(())
}

/// A page without what the element is made of: nothing happens at all, the script says nothing.
pub(crate) async fn without_the_means(browser: &Browser, site: &Site) -> Result<()> {
    for (name, text) in [
        ("`attachShadow` deleted", "delete Element.prototype.attachShadow"),
        ("`customElements` absent", "delete window.customElements; delete Window.prototype.customElements"),
    ] {
        let page = with_head(site, &script(site, text));
        browser.open(&site.page(page)).await?;
        ensure!(untouched(browser).await?, "{name}: the content inside is not shown");
        let harm = browser.harm().await?;
        ensure!(harm.errors.is_empty() && harm.console.is_empty(), "{name}: {harm:?}");
        table::note_words(browser.engine, "21", name, "the content inside stays")?;
    }
    Ok(())
}

/// Names of the page's elements that hide what a document has.
const HIDING: &str = "<form name=\"createElement\"></form><form name=\"createEvent\"></form><form name=\"implementation\"></form>\
    <form name=\"addEventListener\"></form><form name=\"querySelector\"></form><img name=\"currentScript\" alt=\"\">\
    <img name=\"body\" alt=\"\"><form name=\"head\"></form><form name=\"defaultView\"></form><form name=\"readyState\"></form>\
    <form name=\"hidden\"></form><form name=\"documentElement\"></form>";

/// Snippets A and B, and B in the head.
pub(crate) async fn hidden_names(browser: &Browser, site: &Site) -> Result<()> {
    let tag = "<script async src=\"/forum-widget.js\" data-view=\"agenda map\"></script>";
    for (name, head, body) in [
        (
            "names of the document hidden by `<form name>` and `<img name>`",
            "",
            HIDING.to_owned() + &snippet(""),
        ),
        ("the same, snippet B", "", HIDING.to_owned() + tag),
        ("the same, snippet B in the head", tag, HIDING.to_owned()),
    ] {
        let mut page: Page = page(site, "es", &body);
        page.html = page.html.replace("</head>", &format!("{head}</head>"));
        Host::new("22", name, page).check(browser, site).await?;
        let hidden = ask(browser, "return [typeof document.createElement, document.body.localName]").await?;
        ensure!(hidden == json!(["object", "img"]), "nothing is hidden: {hidden}");
    }
    Ok(())
}

/// Loaders of modules, which take scripts that they do not know for modules without a name.
pub(crate) async fn loaders_of_modules(browser: &Browser, site: &Site) -> Result<()> {
    let shim = "window.define = function () { throw new Error('Mismatched anonymous define()'); }; window.define.amd = {}; \
        window.module = { exports: {} }; window.exports = window.module.exports; \
        window.require = function (name) { throw new Error('Cannot find module ' + name); };";
    Host::new("23", "RequireJS and a CommonJS shim", with_head(site, &script(site, shim)))
        .check(browser, site)
        .await?;
    let left = browser.execute("return Object.keys(window.module.exports).length", &[]).await?;
    ensure!(left == 0, "{left} exports");
    let glue = "let wasm_bindgen = 1; let wasm = 2; const WASM_VECTOR_LEN = 3, heap = 4; class Widget {} \
        function getStringFromWasm0() { throw new Error('of another'); }";
    let host = Host::new(
        "24",
        "another widget of wasm-bindgen, its names in the page",
        with_head(site, &script(site, glue)),
    );
    host.check(browser, site).await.map(drop)
}
