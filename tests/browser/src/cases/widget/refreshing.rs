//! When a feed is asked for again: by timers that the page holds in its hand, so that no case waits for one.

use super::{SHIPPED_FEED, ask, page, released, snippet, until};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Keeps what would run after a minute or more, and after a second, as it does on return to a page that was hidden.
const HELD: &str = "(function (wait) { var timers = []; \
    Object.defineProperty(window, Symbol.for('timers'), { value: timers }); \
    window.setTimeout = function (call, time) { \
        if (time < 1000 || (time > 1250 && time < 6e4)) return wait.call(window, call, time); \
        timers.push({ call: call, time: time }); return 0; }; })(window.setTimeout)";

/// What is held, in milliseconds.
const TIMES: &str = "return window[Symbol.for('timers')].map(function (one) { return one.time; })";
/// Lets the first one run.
const RUN: &str = "window[Symbol.for('timers')].shift().call()";

async fn open(browser: &Browser, site: &Site, attributes: &str, state: &str) -> Result<()> {
    let held = site.resource(Resource::new("text/javascript", HELD));
    let body = format!("<script src=\"{held}\"></script>{}", snippet(attributes));
    browser.open(&site.page(page(site, "es", &body))).await?;
    until(browser, state).await
}

async fn until_held(browser: &Browser, count: usize) -> Result<Value> {
    browser.wait_until(&format!("window[Symbol.for('timers')].length === {count}")).await?;
    browser.execute(TIMES, &[]).await
}

fn asked(site: &Site) -> usize {
    site.requests().iter().filter(|request| request.path == SHIPPED_FEED).count()
}

/// A month is more than a timer can hold, which would then run at once, and again and again.
pub(crate) async fn after_a_month(browser: &Browser, site: &Site) -> Result<()> {
    for (seconds, least, most) in [("60", 60_000.0, 75_000.0), ("2592000", 2_147_483_647.0, 2_147_483_647.0)]
    {
        open(browser, site, &format!("data-refresh=\"{seconds}\""), "ready").await?;
        let times = until_held(browser, 1).await?;
        let time = times[0].as_f64().context("no time")?;
        ensure!((least..=most).contains(&time), "{seconds}: {time}");
    }
    // What is told of as a bad value is none that is taken.
    open(browser, site, "data-refresh=\"3e2\"", "ready").await?;
    let console = browser.harm().await?.console;
    ensure!(console == ["warn: forum-widget: data-refresh=\"3e2\"?"], "{console:?}");
    let times = browser.execute(TIMES, &[]).await?;
    ensure!(times == json!([]), "{times}");
    Ok(())
}

/// Also where the first try has failed: what could not be had may be there later.
pub(crate) async fn after_a_failure(browser: &Browser, site: &Site) -> Result<()> {
    let path = "/later-feed.json";
    open(browser, site, &format!("data-feed=\"{path}\" data-refresh=\"60\""), "error").await?;
    until_held(browser, 1).await?;
    site.replace(path, Resource::new("application/json", released(SHIPPED_FEED)?));
    browser.execute(RUN, &[]).await?;
    until(browser, "ready").await?;
    until_held(browser, 1).await.map(drop)
}

/// Once on return where nobody looked when it was due; not where the widget was taken away in the meantime.
pub(crate) async fn on_return(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "data-refresh=\"60\"", "ready").await?;
    let hide = "window[Symbol.for('hides')] = true; Object.defineProperty(Document.prototype, 'hidden', \
        { configurable: true, get: function () { return window[Symbol.for('hides')]; } })";
    let show = "window[Symbol.for('hides')] = false; document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
    until_held(browser, 1).await?;
    site.clear_requests();
    browser.execute(hide, &[]).await?;
    browser.execute(RUN, &[]).await?;
    ensure!(asked(site) == 0, "asked while nobody looks");
    browser.execute(show, &[]).await?;
    until_held(browser, 1).await?;
    browser.execute(RUN, &[]).await?;
    until_held(browser, 1).await?;
    ensure!(asked(site) == 1, "{:?}", site.requests());
    browser.execute(hide, &[]).await?;
    browser.execute(RUN, &[]).await?;
    ask(browser, "window[Symbol.for('gone')] = widget; widget.remove()").await?;
    browser.execute(show, &[]).await?;
    let times = browser.execute(TIMES, &[]).await?;
    let state = browser.execute("return window[Symbol.for('gone')].state", &[]).await?;
    ensure!(times == json!([]) && state == "idle", "{times}, {state}");
    Ok(())
}
