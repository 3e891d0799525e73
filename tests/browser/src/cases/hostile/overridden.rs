//! What the browser has, replaced or hidden by the page before our script comes.

use super::host::{Host, ask, check_all, untouched};
use super::{script, table, with_head};
use crate::browser::Browser;
use crate::cases::widget::{INSIDE, page, released, snippet};
use crate::engine::Engine;
use crate::site::{Page, Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::json;

const ENGINE: &str = "/forum-widget.wasm";

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

/// A page whose `fetch` is of no use.
const USELESS: [(&str, &str); 3] = [
    ("`window.fetch` throws", "window.fetch = function () { throw new Error('of the page'); }"),
    ("`window.fetch` returns nothing", "window.fetch = function () {}"),
    ("`window.fetch` deleted", "delete window.fetch"),
];

/// Another way is found, for all that the widget asks for; it holds files to their hashes too.
pub(crate) async fn without_fetch(browser: &Browser, site: &Site) -> Result<()> {
    for (name, text) in USELESS {
        Host::new("17", name, with_head(site, &script(site, text))).check(browser, site).await?;
    }
    let [(_, throws), ..] = USELESS;
    let mut flipped = released(ENGINE)?;
    flipped.iter_mut().skip(5000).take(1).for_each(|byte| *byte ^= 1);
    site.replace(ENGINE, Resource::new("application/wasm", flipped));
    let host =
        Host::new("17", "the same, one byte of the wasm another", with_head(site, &script(site, throws)));
    host.degraded("wasm-integrity").check(browser, site).await.map(drop)
}

/// A wrapped one that works is not to blame for a server that fails: it stays, and with it what only `fetch` can ask of a cache.
pub(crate) async fn a_wrapped_fetch_stays(browser: &Browser, site: &Site) -> Result<()> {
    let wrapped = "var own = window.fetch, asked = []; window.fetch = function (address, how) { \
        asked.push(how && how.cache); return own.apply(this, arguments); }; \
        Object.defineProperty(window, Symbol.for('asked'), { value: asked });";
    let mut page = with_head(site, &script(site, wrapped));
    page.html = page.html.replace("<forum-widget ", "<forum-widget data-feed=\"http://127.0.0.1:9/\" ");
    browser.open(&site.page(page)).await?;
    browser.wait_until("document.querySelector('forum-widget').state === 'error'").await?;
    let asked = browser.execute("return window[Symbol.for('asked')]", &[]).await?;
    let of_the_feed =
        asked.as_array().context("no list")?.iter().filter(|cache| **cache == "no-cache").count();
    ensure!(of_the_feed == 4, "{asked}");
    ensure!(asked.to_string().contains("force-cache"), "no copy is asked for: {asked}");
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
    <form name=\"hidden\"></form><form name=\"documentElement\"></form><img name=\"querySelectorAll\" alt=\"\">";

/// Copies the link to the country that is opened, in a page that hides its own address.
const COPY: &str = "var done = arguments[0], root = Document.prototype.querySelector.call(document, 'forum-widget').shadowRoot; \
    var hiding = new Image(); hiding.name = 'URL'; Document.prototype.querySelector.call(document, '#column').append(hiding); \
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: function (text) { \
        hiding.remove(); done(text.indexOf(location.pathname) > 0 || text); return Promise.resolve(); } } }); \
    if (typeof document.URL === 'string') done('nothing is hidden'); \
    root.querySelector('[data-action^=\"link:\"]').click();";

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
        // Who copies is given the address of the page. Its name is hidden for so long alone, since drivers ask for it too.
        let copied = browser.execute_async(COPY, &[]).await?;
        ensure!(copied == true, "{name}: {copied}");
    }
    Ok(())
}

/// A page without sheets that scripts can make, as an old browser: nothing is drawn without a style, what was there stays.
pub(crate) async fn without_sheets(browser: &Browser, site: &Site) -> Result<()> {
    let text = "window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); }";
    let page = with_head(site, &script(site, text));
    Host::new("", "no sheets", page).failed("wasm-absent").check(browser, site).await.map(drop)
}

/// A page that gives every object a `get`, until our script has run: what describes a property then describes two.
pub(crate) async fn descriptors(browser: &Browser, site: &Site) -> Result<()> {
    let add = script(site, "Object.prototype.get = function (name) { return this[name]; }");
    let end = script(site, "delete Object.prototype.get");
    let body =
        format!("<forum-widget>{INSIDE}</forum-widget>{add}<script src=\"/forum-widget.js\"></script>{end}");
    Host::new("", "every object has a `get`", page(site, "es", &body)).check(browser, site).await.map(drop)
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
