//! Every fault of a server ends within twenty seconds: in the forum, or in the page's own content and a sentence.

use super::answers;
use crate::browser::Browser;
use crate::cases::widget::{INSIDE, SHIPPED_FEED, STRICT, allowed, page, released};
use crate::faulty::{Fault, FaultyServer};
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::time::Duration;

/// Within this time each of them has ended; the widgets of all faults share one page and two cores.
const LIMIT: Duration = Duration::from_secs(24);

/// What each widget of the page ended with.
const ENDS: &str = "return Array.from(document.querySelectorAll('forum-widget')).map(function (widget) { \
    return { id: widget.id, state: widget.state, inside: widget.querySelector('a').getClientRects().length, \
        sessions: widget.shadowRoot.querySelectorAll('.session').length, \
        retry: widget.shadowRoot.querySelectorAll('[data-action=retry]').length }; })";

/// Answers that say that there is no feed, to those who may read them and to those who may not.
pub(crate) async fn with_a_status(browser: &Browser, site: &Site) -> Result<()> {
    end_in_time(browser, site, answers::with_a_status(&released(SHIPPED_FEED)?), "").await
}

/// What is cut off, packed wrong, too large or sent elsewhere.
pub(crate) async fn that_answer(browser: &Browser, site: &Site) -> Result<()> {
    end_in_time(browser, site, answers::that_answer(&released(SHIPPED_FEED)?, browser.engine), "").await
}

/// Who keeps a visitor waiting.
pub(crate) async fn that_hang(browser: &Browser, site: &Site) -> Result<()> {
    end_in_time(browser, site, answers::that_hang(&released(SHIPPED_FEED)?), "").await
}

/// Those that take different ways, where the page has spoilt `fetch`: the other way has the same limits.
pub(crate) async fn without_fetch(browser: &Browser, site: &Site) -> Result<()> {
    let feed = released(SHIPPED_FEED)?;
    let all = [
        answers::with_a_status(&feed),
        answers::that_answer(&feed, browser.engine),
        answers::that_hang(&feed),
    ];
    let mut faults = all.concat();
    faults.retain(|(_, fault)| OTHER_WAYS.contains(&fault.name));
    ensure!(faults.len() == OTHER_WAYS.len(), "{} of them", faults.len());
    end_in_time(browser, site, faults, "window.fetch = function () { throw new Error('of the page'); }").await
}

const OTHER_WAYS: [&str; 10] = [
    "missing",
    "unavailable",
    "missing-unreadable",
    "closed-at-once",
    "ten-megabytes",
    "a-bomb",
    "endless",
    "packed",
    "a-byte-order-mark",
    "half-a-body",
];

/// With a script of the page before ours.
async fn end_in_time(
    browser: &Browser,
    site: &Site,
    faults: Vec<(&'static str, Fault)>,
    script: &str,
) -> Result<()> {
    let (codes, faults): (Vec<_>, Vec<_>) = faults.into_iter().unzip();
    let server = FaultyServer::start(faults).await?;
    let elements = server.addresses().map(|(name, address)| {
        format!(
            "<forum-widget id=\"{name}\" data-loading=\"eager\" data-feed=\"{address}\">{INSIDE}</forum-widget>"
        )
    });
    let script = site.resource(Resource::new("text/javascript", script.to_owned()));
    let scripts =
        format!("<script src=\"{script}\"></script><script async src=\"/forum-widget.js\"></script>");
    let body = elements.collect::<String>() + &scripts;
    let sources = format!("connect-src 'self' http://127.0.0.1:9 {}", server.sources());
    let policy = STRICT.replace("connect-src 'self'", &sources);
    browser.open(&site.page(page(site, "es", &body).policy(&policy))).await?;
    let ended = "Array.from(document.querySelectorAll('forum-widget')).every(function (widget) { \
        return widget.state === 'ready' || widget.state === 'error'; })";
    let in_time = browser.wait_until_within(LIMIT, ended).await.map(drop);
    let ends = browser.execute(ENDS, &[]).await?;
    in_time.with_context(|| format!("some have not ended: {ends}"))?;
    let events = crate::cases::widget::events(browser).await?;
    let mut wrong = Vec::new();
    for ((name, address), code) in server.addresses().zip(codes) {
        let end =
            ends.as_array().and_then(|all| all.iter().find(|end| end["id"] == name)).context("no end")?;
        let told: Vec<&Value> = events.iter().filter(|event| event["id"] == name).collect();
        if !is_right(code, end, &told, &address) {
            wrong.push(format!("{name}, which should be {code:?}: {end} {told:?}"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    let allowed = allowed(site).console("warn: forum-widget: feed-").request("http://127.0.");
    browser.assert_unharmed(&allowed).await
}

fn is_right(code: &str, end: &Value, told: &[&Value], address: &str) -> bool {
    let [event] = told else { return false };
    if code.is_empty() {
        return event["type"] == "forum:ready" && end["sessions"] == 5 && end["inside"] == 0;
    }
    let detail = &event["detail"];
    event["type"] == "forum:error"
        && detail["code"] == code
        && detail["url"] == address
        && detail["fatal"] == true
        && end["inside"] == 1
        && end["retry"] == 1
}
