//! The common assertions catch what they are there for: the release with one harm added, each of which must be found.

use super::host::{Host, assert_caught};
use super::{SCRIPT, with_head};
use crate::browser::Browser;
use crate::cases::widget::released;
use crate::site::{Resource, Site};
use anyhow::{Context, Result};

/// A harm, and the word that the assertions have for it.
const HARMS: [(&str, &str); 10] = [
    ("document.cookie = 'forum=1'", "storage: cookie forum=1"),
    ("localStorage.setItem('forum', '1')", "storage: localStorage forum"),
    ("window.forumState = {}", "global: forumState"),
    ("fetch('/statistics').catch(function () {})", "request: "),
    ("setTimeout(function () { throw new Error('planted'); })", "uncaught error: "),
    ("Promise.reject(new Error('planted'))", "uncaught error: unhandled rejection"),
    ("console.error('planted')", "console: error: planted"),
    ("document.body.className = 'forum'", "outside the element"),
    ("document.head.append(document.createElement('style'))", "outside the element"),
    (
        "document.querySelector('forum-widget').addEventListener('forum:ready', function (event) { event.target.shadowRoot.replaceChildren(); })",
        "sessions 0",
    ),
];

/// Each harm by itself is caught. The control, without any, is every other page of this suite.
pub(crate) async fn each_harm_is_caught(browser: &Browser, site: &Site) -> Result<()> {
    let ours = String::from_utf8(released(SCRIPT)?)?;
    for (harm, word) in HARMS {
        let script = Resource::new("text/javascript", format!("{ours}\n;{harm}"));
        let host = Host::new("", "a control", with_head(site, "")).script(SCRIPT, script);
        let checked = host.check(browser, site).await;
        assert_caught(checked, word).context(harm)?;
    }
    Ok(())
}
