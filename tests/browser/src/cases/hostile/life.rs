//! The element comes and goes, and goes elsewhere.

use super::host::{Host, ask, react};
use super::leaks::{self, Held};
use super::{script, table, with_head};
use crate::browser::Browser;
use crate::cases::widget::{SHIPPED_FEED, page, snippet};
use crate::engine::Engine;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

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

/// In a document that no window shows, such as that of a frame which is gone, nothing is drawn and nothing breaks, for this widget and
/// for others; back in the page it is drawn.
pub(crate) async fn without_a_window(browser: &Browser, site: &Site) -> Result<()> {
    let body = format!(
        "<forum-widget id=\"other\"></forum-widget>{}<iframe title=\"frame\"></iframe>",
        snippet("data-loading=\"eager\"")
    );
    Host::new("", "without a window", page(site, "es", &body)).check(browser, site).await?;
    let keep = "var kept = window[Symbol.for('kept')] = document.querySelectorAll('forum-widget')[1]";
    let inert = "document.implementation.createHTMLDocument('').body.append(kept); kept.reload()";
    browser.execute(&format!("{keep}; {inert}"), &[]).await?;
    until_kept(browser, "widget.state === 'idle'").await.context("in an inert document")?;
    browser
        .execute(
            "document.querySelector('iframe').contentDocument.body.append(window[Symbol.for('kept')])",
            &[],
        )
        .await?;
    until_kept(browser, "widget.state === 'ready'").await.context("in the frame")?;
    // Back before the next frame of the page, in each of which a browser may complain of what it is to observe there.
    let gone = "var done = arguments[0], kept = window[Symbol.for('kept')]; \
        async function leave() { document.querySelector('iframe').remove(); kept.configure({ theme: 'dark' }); \
            for (var turn = 0; turn < 20; turn += 1) await null; \
            kept.reload(); kept.configure({ lang: 'pt' }); document.querySelector('#column').append(kept); } \
        leave().then(done)";
    browser.execute_async(gone, &[]).await?;
    until_kept(browser, "widget.state === 'ready' && root.querySelector('.root').lang === 'pt' && root.adoptedStyleSheets.length === 3")
        .await
        .context("back in the page")?;
    ensure!(ask(browser, "return [widget.id, widget.state]").await? == json!(["other", "ready"]));
    let harm = browser.harm().await?;
    ensure!(harm.errors.is_empty() && harm.console.is_empty(), "{harm:?}");
    Ok(())
}

/// Put back, it tells of its height again; and what said why nothing could be drawn is gone with the widget.
pub(crate) async fn put_back(browser: &Browser, site: &Site) -> Result<()> {
    Host::new("", "put back", page(site, "es", &snippet(""))).check(browser, site).await?;
    let away = "window[Symbol.for('kept')] = widget; widget.remove(); widget.addEventListener('forum:resize', function () { \
        widget.id = 'told'; }); document.querySelector('#column').append(widget)";
    ask(browser, away).await?;
    until_kept(browser, "widget.id === 'told' && widget.state === 'ready'").await.context("no height")?;
    ask(browser, "widget.dataset.feed = '/no-such-feed.json'; widget.remove(); document.querySelector('#column').append(widget)").await?;
    until_kept(browser, "widget.state === 'error'").await?;
    let away = "widget.remove(); widget.dataset.auto = 'false'; document.querySelector('#column').append(widget); \
        return [widget.state, root.querySelectorAll('.failure').length, widget.querySelector('a').getClientRects().length]";
    let found = ask(browser, away).await?;
    ensure!(found == json!(["idle", 0, 1]), "{found}");
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

/// So many times another view of the page's own router, and the widget's again, before it is counted what is held.
const ROUNDS: usize = 5;
/// What of the heap they may leave behind, in bytes: less than a tenth of a widget for each.
const LEFT: f64 = 100_000.0;

/// Nothing is left of a view that is gone. The control: where the page keeps the widgets, they are found.
pub(crate) async fn through_a_router(browser: &Browser, site: &Site) -> Result<()> {
    let page = with_head(site, &script(site, COUNTED));
    Host::new("31", "a router of the page, away and back again and again", page).check(browser, site).await?;
    let mut told = vec![rounds(browser, "").await?, rounds(browser, "").await?];
    // A browser learns what runs often, sooner or later. What leaks does so each time.
    while grows(&told) && told.len() < 6 {
        told.push(rounds(browser, "").await?);
    }
    ensure!(!grows(&told), "what is held grows: {told:?}");
    let keep =
        "window[Symbol.for('kept')] = [window[Symbol.for('kept')], document.querySelector('forum-widget')];";
    told.push(rounds(browser, keep).await?);
    ensure!(browser.engine != Engine::Chromium || grows(&told), "five are kept, and not found: {told:?}");
    let harm = browser.harm().await?;
    ensure!(harm.errors.is_empty() && harm.console.is_empty(), "{harm:?}");
    Ok(())
}

/// Whether the last rounds left something behind that those before them did not.
fn grows(told: &[Option<Held>]) -> bool {
    let [.., Some(before), Some(after)] = told else { return false };
    let listens_or_stands = after.listeners > before.listeners || after.nodes > before.nodes;
    listens_or_stands || after.heap - before.heap >= LEFT
}

/// Away and back some times, with something done before each; what is held in the end, where the browser tells.
async fn rounds(browser: &Browser, first: &str) -> Result<Option<Held>> {
    let (mut counts, mut held) = (Vec::new(), None::<Held>);
    for _ in 0..ROUNDS {
        counts.push(away_and_back(browser, first).await?);
        if browser.engine == Engine::Chromium {
            // What is not collected yet in one round is gone in another, what leaks is there in all.
            let now = leaks::held(browser).await?;
            held = Some(held.map_or(now, |least| if now.heap < least.heap { now } else { least }));
        }
    }
    ensure!(counts.iter().all(|count| *count == counts[0]), "what listens grows: {counts:?}");
    ensure!(counts[0][1].as_u64() > counts[0][0].as_u64(), "nothing is counted: {counts:?}");
    Ok(held)
}

/// What listens while the widget is away, and once it is back and used.
async fn away_and_back(browser: &Browser, first: &str) -> Result<[Value; 2]> {
    let living = "return window[Symbol.for('living')]";
    let away =
        "document.querySelector('#column').replaceChildren('Otra vista'); history.pushState({}, '', '?view')";
    browser.execute(&[first, away].concat(), &[]).await?;
    let gone = browser.execute(living, &[]).await?;
    let back = "document.querySelector('#column').replaceChildren(document.createElement('forum-widget')); history.back()";
    browser.execute(back, &[]).await?;
    browser.wait_until("document.querySelector('forum-widget').state === 'ready'").await?;
    react(browser).await?;
    Ok([gone, browser.execute(living, &[]).await?])
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
