//! The element comes and goes, and goes elsewhere.

use super::host::{Host, ask, react};
use super::{leaks, script, table, with_head};
use crate::browser::Browser;
use crate::cases::widget::{SHIPPED_FEED, page, snippet};
use crate::engine::Engine;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use serde_json::json;

/// Waits for an expression in which `widget` is the one that the page keeps, and `root` its shadow root.
async fn until_kept(browser: &Browser, expression: &str) -> Result<()> {
    let kept = "(function (widget) { var root = widget.shadowRoot; return";
    browser.wait_until(&format!("{kept} {expression}; }})(window[Symbol.for('kept')])")).await.map(drop)
}

/// Moved into a frame, which is another document with a window of its own, and back; and a clone beside it.
pub(crate) async fn in_another_document(browser: &Browser, site: &Site) -> Result<()> {
    let body = format!("{}<iframe title=\"frame\" width=\"700\" height=\"400\"></iframe>", snippet(""));
    let host = Host::new("33", "moved into a frame and back, cloned", page(site, "es", &body));
    host.check(browser, site).await?;
    let drawn = "widget.state === 'ready' && root.querySelectorAll('.session').length === 5 && \
        widget.ownerDocument.defaultView.getComputedStyle(root.querySelector('.root')).borderTopWidth === '1px' && \
        root.querySelector('.session').getBoundingClientRect().width > 100 && root.adoptedStyleSheets.length === 3 && \
        root.adoptedStyleSheets[2].cssRules.length > 0";
    let into = "window[Symbol.for('kept')] = widget; document.querySelector('iframe').contentDocument.body.append(widget)";
    ask(browser, into).await?;
    until_kept(browser, drawn).await.context("in the frame")?;
    let select = "var kept = window[Symbol.for('kept')]; kept.addEventListener('forum:select', function () { kept.id = 'told'; }); \
        kept.shadowRoot.querySelector('.country[data-action]').click()";
    browser.execute(select, &[]).await?;
    until_kept(browser, "widget.id === 'told'").await.context("no reaction in the frame")?;
    browser.execute("document.querySelector('#column').append(window[Symbol.for('kept')])", &[]).await?;
    until_kept(browser, drawn).await.context("back in the page")?;
    let clone = "var clone = widget.cloneNode(true); widget.after(clone); clone.scrollIntoView(); window[Symbol.for('kept')] = clone";
    ask(browser, clone).await?;
    until_kept(browser, drawn).await.context("the clone")?;
    let harm = browser.harm().await?;
    ensure!(harm.errors.is_empty() && harm.console.is_empty(), "{harm:?}");
    Ok(())
}

/// Keeps count of what listens to the page and of its clocks.
const COUNTED: &str = "(function () { \
    var add = EventTarget.prototype.addEventListener, remove = EventTarget.prototype.removeEventListener, all = []; \
    var start = window.setInterval, stop = window.clearInterval, clocks = new Set(); \
    function ofPage(target) { return target === window || target === document; } \
    EventTarget.prototype.addEventListener = function (type, listener, options) { \
        if (ofPage(this || window)) all.push({ type: type, listener: listener, signal: options && options.signal }); \
        return add.call(this || window, type, listener, options); }; \
    EventTarget.prototype.removeEventListener = function (type, listener, options) { \
        all = all.filter(function (one) { return one.type !== type || one.listener !== listener; }); \
        return remove.call(this || window, type, listener, options); }; \
    window.setInterval = function (run, time) { var clock = start(run, time); clocks.add(clock); return clock; }; \
    window.clearInterval = function (clock) { clocks.delete(clock); stop(clock); }; \
    Object.defineProperty(window, Symbol.for('living'), { get: function () { all = all.filter(function (one) { \
        return !one.signal || !one.signal.aborted; }); return all.length + clocks.size; } }); })()";

/// Another view of the page's own router, and the widget's again, five times.
pub(crate) async fn through_a_router(browser: &Browser, site: &Site) -> Result<()> {
    let page = with_head(site, &script(site, COUNTED));
    Host::new("31", "a router of the page, away and back five times", page).check(browser, site).await?;
    let living = "return window[Symbol.for('living')]";
    let mut counts = Vec::new();
    let mut held = Vec::new();
    for round in 0..5 {
        let away = format!(
            "document.querySelector('#column').replaceChildren('Otra vista'); history.pushState({{}}, '', '?view={round}')"
        );
        browser.execute(&away, &[]).await?;
        let gone = browser.execute(living, &[]).await?;
        let back = "document.querySelector('#column').replaceChildren(document.createElement('forum-widget')); history.back()";
        browser.execute(back, &[]).await?;
        browser.wait_until("document.querySelector('forum-widget').state === 'ready'").await?;
        react(browser).await?;
        counts.push([gone, browser.execute(living, &[]).await?]);
        if browser.engine == Engine::Chromium {
            held.push(leaks::held(browser).await?);
        }
    }
    if let [first, .., last] = &held[..] {
        let grown = last.listeners > first.listeners || last.nodes > first.nodes;
        ensure!(!grown && last.heap - first.heap < 100_000.0, "what is held grows: {held:?}");
    }
    ensure!(counts.iter().all(|count| *count == counts[0]), "what listens grows: {counts:?}");
    ensure!(counts[0][1].as_u64() > counts[0][0].as_u64(), "nothing is counted: {counts:?}");
    let harm = browser.harm().await?;
    ensure!(harm.errors.is_empty() && harm.console.is_empty(), "{harm:?}");
    Ok(())
}

/// Away to another page and back: as it was left where the browser keeps pages, else drawn anew.
pub(crate) async fn through_the_history(browser: &Browser, site: &Site) -> Result<()> {
    let shown = "addEventListener('pageshow', function (event) { \
        Object.defineProperty(window, Symbol.for('persisted'), { value: event.persisted, configurable: true }); })";
    let page = with_head(site, &script(site, shown)).header("cache-control", "no-cache");
    let host = Host::new("", "history", page).check(browser, site).await?;
    let pressed = ask(browser, "return root.querySelectorAll('[aria-pressed=true]').length").await?;
    ensure!(pressed != json!(0), "nothing is chosen");
    site.clear_requests();
    browser.open(&site.address("/bed/blank")).await?;
    browser.client.back().await?;
    browser
        .wait_until(&format!(
            "location.href === '{}' && document.querySelector('forum-widget').state === 'ready'",
            host.address()
        ))
        .await?;
    let persisted = browser.execute("return window[Symbol.for('persisted')]", &[]).await? == true;
    let words = if persisted {
        let again = ask(browser, "return root.querySelectorAll('[aria-pressed=true]').length").await?;
        ensure!(again == pressed, "{again} pressed, {pressed} before");
        ensure!(
            !site.requests().iter().any(|request| request.path == SHIPPED_FEED),
            "the feed is asked for again"
        );
        "as it was left, no request"
    } else {
        "its driver has no such cache: drawn anew"
    };
    react(browser).await?;
    table::note_words(browser.engine, "32", "back through the bfcache", words)
}
