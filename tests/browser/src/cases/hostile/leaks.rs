//! What a page has let go of is gone: hosts, their nodes, what listens, memory. Only Chromium's driver collects garbage when it is
//! told to, and counts.

use crate::browser::Browser;
use crate::cases::widget::until;
use crate::engine::Engine;
use crate::site::{Page, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Twenty hosts, each drawn, used by a visitor and taken away; the page keeps one of them where it is told to.
const ROUND: &str = "var keeps = arguments[0], done = arguments[1], living = window[Symbol.for('living')] || []; \
    window[Symbol.for('living')] = living; \
    (async function () { \
        var hosts = Array.from({ length: 20 }, function () { \
            var host = document.createElement('forum-widget'); \
            host.dataset.loading = 'eager'; \
            return host; \
        }); \
        document.querySelector('#column').append.apply(document.querySelector('#column'), hosts); \
        await Promise.all(hosts.map(function (host) { return host.ready; })); \
        await Promise.all(hosts.map(function (host) { return new Promise(function (chosen) { \
            host.addEventListener('forum:select', chosen, { once: true }); \
            host.shadowRoot.querySelector('.country[data-action]').click(); }); })); \
        hosts.forEach(function (host) { living.push(new WeakRef(host)); host.remove(); }); \
        if (keeps) window[Symbol.for('kept')] = hosts[7]; \
    })().then(function () { done(true); }, function (error) { done(String(error)); })";

/// Mounted and unmounted so often; the page keeps each of them where it is told to.
const MOUNTS: &str = "var times = arguments[0], keeps = arguments[1], done = arguments[2]; \
    window[Symbol.for('kept')] = window[Symbol.for('kept')] || []; \
    (async function () { \
        for (var time = 0; time < times; time += 1) { \
            var host = ForumWidget.mount('#column', { feed: '/feeds/minimal.json', loading: 'eager' }); \
            await host.ready; \
            ForumWidget.unmount('#column'); \
            if (keeps) window[Symbol.for('kept')].push(host); \
        } \
    })().then(function () { done(true); }, function (error) { done(String(error)); })";

/// A script may take 30 s.
const AT_ONCE: usize = 100;
/// What of the heap a thousand mounts may leave behind, in bytes: less than a hundredth of a widget for each.
const LEFT: f64 = 200_000.0;

/// What a page holds once all garbage is collected.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    pub(crate) listeners: f64,
    pub(crate) nodes: f64,
    /// Bytes of objects, of scripts and of documents.
    pub(crate) heap: f64,
}

/// Has all garbage collected, and counts what is left.
///
/// # Errors
/// When the browser is not Chromium.
pub(crate) async fn held(browser: &Browser) -> Result<Held> {
    // Chromium's cache of styles holds the root of each pattern that fills something, until there is another property.
    let other = "var sheet = new CSSStyleSheet(); \
        sheet.replaceSync('@property --bed-' + performance.now().toFixed() + ' { syntax: \"*\"; inherits: false }'); \
        document.adoptedStyleSheets = [sheet]; getComputedStyle(document.querySelector('main')).color; \
        document.adoptedStyleSheets = []; getComputedStyle(document.querySelector('main')).color";
    browser.execute(other, &[]).await?;
    // What one collection lets go of in the one heap, the next one finds in the other.
    for _ in 0..3 {
        browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let counters = browser.devtools("Memory.getDOMCounters", json!({})).await?;
    let usage = browser.devtools("Runtime.getHeapUsage", json!({})).await?;
    let number =
        |object: &Value, name: &str| object[name].as_f64().with_context(|| format!("no {name} in {object}"));
    Ok(Held {
        listeners: number(&counters, "jsEventListeners")?,
        nodes: number(&counters, "nodes")?,
        heap: number(&usage, "usedSize")? + number(&usage, "embedderHeapUsedSize")?,
    })
}

async fn open(browser: &Browser, site: &Site) -> Result<()> {
    let script = "<!-- no watcher --><script async src=\"/forum-widget.js\"></script>";
    // A page that keeps no record of what it is told.
    let page = Page::new(format!(
        "<!doctype html><html lang=\"es\"><title>t</title><main id=\"column\"><forum-widget></forum-widget></main>{script}"
    ));
    browser.open(&site.page(page)).await?;
    until(browser, "ready").await?;
    browser.execute("document.querySelector('forum-widget').remove()", &[]).await.map(drop)
}

/// Three times twenty. The control: one that the page keeps is found.
pub(crate) async fn hosts_are_collected(browser: &Browser, site: &Site) -> Result<()> {
    if browser.engine != Engine::Chromium {
        return Ok(());
    }
    open(browser, site).await?;
    for round in 1..=3 {
        let living = living_after(browser, false).await?;
        ensure!(living == 0, "{living} of 20 live on after round {round}");
    }
    let living = living_after(browser, true).await?;
    // V8 keeps for a host that is kept the list that it was taken away with: its signal knows the calls that ended it.
    ensure!(living > 0, "the page keeps one, which is not found");
    Ok(())
}

/// How many hosts there are after one more round.
async fn living_after(browser: &Browser, keeps: bool) -> Result<u64> {
    let done = browser.execute_async(ROUND, &[json!(keeps)]).await?;
    ensure!(done == true, "{done}");
    held(browser).await?;
    let living =
        "return window[Symbol.for('living')].filter(function (host) { return host.deref(); }).length";
    browser.execute(living, &[]).await?.as_u64().context("no number")
}

/// Heap, listeners and nodes are where they were. The control: where the page keeps the hosts, they are not.
pub(crate) async fn a_thousand_mounts(browser: &Browser, site: &Site) -> Result<()> {
    if browser.engine != Engine::Chromium {
        return Ok(());
    }
    open(browser, site).await?;
    // What is made once and kept, also by a browser that learns what runs often, is there after the first.
    mount(browser, 5 * AT_ONCE, false).await?;
    let mut before = held(browser).await?;
    mount(browser, 1_000, false).await?;
    let mut after = held(browser).await?;
    // On a busy machine a browser learns later. What leaks does so in each thousand.
    if after.heap - before.heap >= LEFT {
        mount(browser, 1_000, false).await?;
        before = std::mem::replace(&mut after, held(browser).await?);
    }
    ensure!(
        after.listeners <= before.listeners && after.nodes <= before.nodes && after.heap - before.heap < LEFT,
        "{before:?}, then {after:?}"
    );
    mount(browser, AT_ONCE, true).await?;
    let kept = held(browser).await?;
    ensure!(
        kept.listeners > after.listeners && kept.nodes > after.nodes && kept.heap - after.heap > LEFT,
        "a hundred are kept, and not found: {after:?}, then {kept:?}"
    );
    println!("  a thousand mounts: {before:?}, then {after:?}; a hundred kept: {kept:?}");
    Ok(())
}

async fn mount(browser: &Browser, times: usize, keeps: bool) -> Result<()> {
    for _ in 0..times / AT_ONCE {
        let done = browser.execute_async(MOUNTS, &[json!(AT_ONCE), json!(keeps)]).await?;
        ensure!(done == true, "{done}");
    }
    Ok(())
}
