//! Thousands of times in and out of the page: nothing is left.

use super::feed::feed;
use super::measure::{self, Memory, number};
use crate::browser::Browser;
use crate::site::{Page, Resource, Site};
use anyhow::{Result, ensure};
use serde_json::{Value, json};

/// After how many mounts is looked. What is made once and kept is there after the first.
const LOOKS: [usize; 3] = [100, 1_100, 2_100];
/// A script may take 30 s, so they come in turns.
const AT_ONCE: usize = 50;
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

/// What a page without a widget holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    /// How often one was there before.
    pub(crate) mounts: usize,
    /// Memory.
    pub(crate) memory: Memory,
    /// Listeners of events.
    pub(crate) listeners: f64,
    /// Nodes of documents.
    pub(crate) nodes: f64,
}

/// Mounts and unmounts.
///
/// # Errors
/// When the widget does not draw itself.
pub(crate) async fn measure(browser: &Browser, site: &Site) -> Result<Vec<Held>> {
    site.reset();
    let feed = site.resource(Resource::new("application/json", feed(SESSIONS)?));
    let probe = site.resource(Resource::new("text/javascript", include_str!("probe.js")));
    let page = format!(
        "<!doctype html><!-- no watcher --><html lang=\"es\"><title>Ministerio</title><script src=\"{probe}\"></script>\
         <script async src=\"/forum-widget.js\"></script><body></body></html>"
    );
    // What it remembers of each request would count as the page's.
    browser.devtools("Network.disable", json!({})).await?;
    browser.open(&site.page(Page::new(page))).await?;
    let mut looks: Vec<Held> = Vec::new();
    for mounts in LOOKS {
        let already = looks.last().map_or(0, |held| held.mounts);
        mount(browser, &feed, mounts - already).await?;
        let memory = measure::memory(browser).await?;
        let counters = browser.devtools("Memory.getDOMCounters", json!({})).await?;
        let [listeners, nodes] = [number(&counters, "jsEventListeners")?, number(&counters, "nodes")?];
        looks.push(Held { mounts, memory, listeners, nodes });
    }
    Ok(looks)
}

async fn mount(browser: &Browser, feed: &str, times: usize) -> Result<()> {
    for _ in 0..times / AT_ONCE {
        let done = browser.execute_async(MOUNT, &[json!(feed), json!(AT_ONCE)]).await?;
        ensure!(done == Value::Bool(true), "{done}");
    }
    Ok(())
}
