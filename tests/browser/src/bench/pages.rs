//! The two pages that show a programme: one with the widget, one in plain JavaScript.

use super::feed::feed;
use super::measure;
use crate::browser::Browser;
use crate::site::{Page, Resource, Site};
use crate::tree::first_difference;
use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};

/// Up to so many sessions a difference is told with its place.
const FEW: usize = 100;

/// What the page in plain JavaScript is told of the widget's drawing: all around the programme as nodes, the stylesheets, how
/// many cards are drawn at first, whether those are all, and whether the days are tabs.
const DESCRIBE: &str = "\
    var root = document.querySelector('forum-widget').shadowRoot; \
    function describe(node) { \
        if (node.nodeType === 3) return node.data; \
        var attributes = {}; \
        Array.from(node.attributes).forEach(function (one) { attributes[one.name] = one.value; }); \
        var inside = node.className === 'programme' ? [] : Array.from(node.childNodes, describe); \
        return [node.localName, attributes, inside]; \
    } \
    return { \
        frame: describe(root.firstElementChild), \
        styles: Array.from(root.adoptedStyleSheets, function (sheet) { \
            return Array.from(sheet.cssRules, function (rule) { return rule.cssText; }).join('\\n'); \
        }), \
        cards: root.querySelectorAll('.session').length, \
        whole: root.querySelectorAll('.session').length === arguments[0], \
        tabs: Boolean(root.querySelector('.tabs')) \
    }";

/// The widget or the page in plain JavaScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The widget.
    Widget,
    /// The page in plain JavaScript.
    Vanilla,
}

/// Where both pages of a programme are.
pub(crate) struct Pages {
    /// How many sessions it has.
    pub(crate) sessions: usize,
    /// The size of its feed, in bytes.
    pub(crate) feed_size: f64,
    feed: String,
    probe: String,
    vanilla: String,
    frame: String,
}

impl Pages {
    /// Makes both, and holds them to drawing the same.
    ///
    /// # Errors
    /// When they do not.
    pub(crate) async fn make(browser: &Browser, site: &Site, sessions: usize) -> Result<Pages> {
        site.reset();
        let script =
            |text: &str| site.resource(Resource::new("text/javascript; charset=utf-8", text.to_owned()));
        let feed = feed(sessions)?;
        #[expect(clippy::cast_precision_loss, reason = "a feed has a few megabytes")]
        let mut pages = Pages {
            sessions,
            feed_size: feed.len() as f64,
            feed: site.resource(Resource::new("application/json", feed)),
            probe: script(include_str!("probe.js")),
            vanilla: script(include_str!("vanilla.js")),
            frame: String::new(),
        };
        measure::open(browser, &pages.page(site, Side::Widget)).await?;
        let widget = measure::drawn(browser).await?;
        let tree = if sessions <= FEW { browser.shadow_tree("forum-widget").await? } else { Value::Null };
        let frame = browser.execute(DESCRIBE, &[json!(sessions)]).await?;
        ensure!(frame["cards"] != 0, "no card is drawn");
        pages.frame = site.resource(Resource::new("application/json", frame.to_string()));
        measure::open(browser, &pages.page(site, Side::Vanilla)).await?;
        if measure::drawn(browser).await? != widget {
            if sessions <= FEW {
                let vanilla = browser.shadow_tree("#forum").await?;
                let difference = first_difference(&tree, &vanilla).unwrap_or_default();
                bail!("vanilla.js does not draw what the widget draws: {difference}");
            }
            bail!("vanilla.js does not draw what the widget draws with {sessions} sessions");
        }
        Ok(pages)
    }

    /// The address of a fresh page.
    pub(crate) fn page(&self, site: &Site, of: Side) -> String {
        let Pages { feed, probe, vanilla, frame, .. } = self;
        let body = match of {
            Side::Widget => format!(
                "<forum-widget data-feed=\"{feed}\" data-view=\"agenda\"></forum-widget>\
                 <script async src=\"/forum-widget.js\"></script>"
            ),
            Side::Vanilla => format!(
                "<div id=\"forum\" data-feed=\"{feed}\" data-frame=\"{frame}\"></div>\
                 <script async src=\"{vanilla}\"></script>"
            ),
        };
        site.page(Page::new(format!(
            "<!doctype html><!-- no watcher --><html lang=\"es\"><head><meta charset=\"utf-8\"><title>Ministerio</title>\
             <script src=\"{probe}\"></script></head><body><main>{body}</main></body></html>"
        )))
    }
}
