//! A thousand times in and out of the page: nothing is left.

use super::feed::feed;
use super::measure::{self, Memory, devtools, number};
use super::pages::KEEP_MEMORY;
use crate::browser::Browser;
use crate::site::{Page, Resource, Site};
use anyhow::Result;
use serde_json::{Value, json};

/// How often the widget is mounted.
pub(crate) const MOUNTS: usize = 1_000;
/// A script may take 30 s, so they come in turns.
const AT_ONCE: usize = 50;
/// What is made once and kept counts as it stands after so many.
const BEFORE: usize = 100;
const SESSIONS: usize = 12;

const MOUNT: &str = "\
    var done = arguments[2]; \
    (async function (feed, times) { \
        for (var time = 0; time < times; time += 1) { \
            var widget = document.createElement('forum-widget'); \
            widget.setAttribute('data-feed', feed); \
            widget.setAttribute('data-view', 'agenda'); \
            document.body.append(widget); \
            await widget.ready; \
            widget.remove(); \
        } \
    })(arguments[0], arguments[1]).then(function () { done(true); }, function (error) { done(String(error)); })";

/// What a page holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    /// Memory.
    pub(crate) memory: Memory,
    /// Listeners of events.
    pub(crate) listeners: f64,
    /// Nodes of documents.
    pub(crate) nodes: f64,
}

/// What the page holds after the first mounts, and after a thousand more.
pub(crate) struct Mounts {
    /// Before.
    pub(crate) before: Held,
    /// After.
    pub(crate) after: Held,
}

/// Mounts and unmounts.
///
/// # Errors
/// When the widget does not draw itself.
pub(crate) async fn measure(browser: &Browser, site: &Site) -> Result<Mounts> {
    site.reset();
    let feed = site.resource(Resource::new("application/json", feed(SESSIONS)?));
    let page = format!(
        "<!doctype html><!-- no watcher --><html lang=\"es\"><title>Ministerio</title><script>window.bench = {{}}</script>\
         {KEEP_MEMORY}<script src=\"/forum-widget.js\"></script><body></body></html>"
    );
    browser.open(&site.page(Page::new(page))).await?;
    mount(browser, &feed, BEFORE).await?;
    let before = held(browser).await?;
    mount(browser, &feed, MOUNTS).await?;
    Ok(Mounts { before, after: held(browser).await? })
}

async fn mount(browser: &Browser, feed: &str, times: usize) -> Result<()> {
    for _ in 0..times / AT_ONCE {
        let done = browser.execute_async(MOUNT, &[json!(feed), json!(AT_ONCE)]).await?;
        anyhow::ensure!(done == Value::Bool(true), "{done}");
    }
    Ok(())
}

async fn held(browser: &Browser) -> Result<Held> {
    let memory = measure::memory(browser).await?;
    let counters = devtools(browser, "Memory.getDOMCounters", json!({})).await?;
    Ok(Held { memory, listeners: number(&counters, "jsEventListeners")?, nodes: number(&counters, "nodes")? })
}
