//! The last good copy: what the browser kept of the feed is shown when the feed cannot be had, and is said to be that.

use crate::axe::Rules;
use crate::browser::Browser;
use crate::cases::widget::{
    SHIPPED_FEED, STRICT, allowed, ask, events, open, page, released, snippet, until,
};
use crate::engine::Engine;
use crate::faulty::{Fault, FaultyServer, Step};
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use forum_widget::locale::{Language, Messages};
use serde_json::json;

/// The line that says so, and how many sessions are shown below it.
const SHOWN: &str = "var line = root.querySelector('.outdated'); return [line && line.getAttribute('role'), \
    line && line.firstChild.textContent, root.querySelectorAll('.session').length]";

/// A server with a feed that a browser may keep, or may not.
async fn server(cache: &str) -> Result<FaultyServer> {
    let feed = released(SHIPPED_FEED)?;
    let head = format!(
        "HTTP/1.1 200 OK\r\nconnection: close\r\naccess-control-allow-origin: *\r\ncontent-type: application/json\r\n\
         content-length: {}\r\ncache-control: {cache}\r\netag: \"1\"\r\n\r\n",
        feed.len()
    );
    let steps = vec![Step::Send([head.into_bytes(), feed].concat())];
    FaultyServer::start(vec![Fault { name: "feed.json", steps }]).await
}

/// A page with this server's feed.
fn page_with(site: &Site, server: &FaultyServer) -> String {
    let feeds = server.addresses().map(|(_, address)| format!("data-lang=\"es\" data-feed=\"{address}\""));
    let policy = STRICT.replace("connect-src 'self'", &format!("connect-src 'self' {}", server.sources()));
    site.page(page(site, "es", &snippet(&feeds.collect::<String>())).policy(&policy))
}

/// Opens the same page again, as somebody does who comes back later.
async fn come_back(browser: &Browser, site: &Site, address: &str, state: &str) -> Result<()> {
    browser.open(&site.address("/bed/blank")).await?;
    browser.open(address).await?;
    until(browser, state).await
}

/// The server is gone: what the browser kept is shown.
pub(crate) async fn are_shown_when_all_else_fails(browser: &Browser, site: &Site) -> Result<()> {
    let running = server("no-cache").await?;
    let address = page_with(site, &running);
    browser.open(&address).await?;
    until(browser, "ready").await?;
    ensure!(ask(browser, SHOWN).await? == json!([null, null, 5]), "a fresh feed is said to be a copy");
    drop(running);
    if browser.engine == Engine::Webkit {
        // Its sessions under a driver are private ones, which keep nothing from one page to the next.
        return come_back(browser, site, &address, "error").await;
    }
    come_back(browser, site, &address, "degraded").await?;
    browser
        .wait_until("document.querySelector('forum-widget').shadowRoot.querySelector('.outdated')")
        .await?;
    let messages = Messages::of(Language::Es);
    let shown = ask(browser, SHOWN).await?;
    let line = shown[1].as_str().context("no line")?;
    ensure!(line.starts_with(messages.outdated) && line.contains("2021"), "{line}");
    ensure!(shown[0] == "status" && shown[2] == 5, "{shown}");
    let told = events(browser).await?;
    let detail = &told.first().context("nothing told")?["detail"];
    ensure!(detail["code"] == "feed-network" && detail["fatal"] == false, "{told:?}");
    ensure!(told.last().is_some_and(|event| event["type"] == "forum:ready"), "{told:?}");
    ensure!(browser.axe("forum-widget", Rules::Wcag).await?.is_empty(), "not accessible");
    browser.screenshot("last-good-copy").await?;
    browser
        .assert_unharmed(
            &allowed(site).console("warn: forum-widget: feed-network").request("http://127.0.1."),
        )
        .await
}

/// The control: what the browser was told not to keep is not there.
pub(crate) async fn only_where_there_is_one(browser: &Browser, site: &Site) -> Result<()> {
    let running = server("no-store").await?;
    let address = page_with(site, &running);
    browser.open(&address).await?;
    until(browser, "ready").await?;
    drop(running);
    come_back(browser, site, &address, "error").await
}

/// A feed that is lost while somebody reads: the line comes at the foot, and goes with the next good one.
pub(crate) async fn said_at_the_foot_to_who_reads(browser: &Browser, site: &Site) -> Result<()> {
    let path = "/passing-feed.json";
    let feed = Resource::new("application/json", released(SHIPPED_FEED)?);
    site.replace(path, feed.clone());
    open(browser, site, &format!("data-feed=\"{path}\"")).await?;
    site.replace(path, Resource::new("text/plain", "").status(404));
    ask(browser, "widget.reload()").await?;
    browser
        .wait_until("document.querySelector('forum-widget').shadowRoot.querySelector('.footer .outdated')")
        .await?;
    site.replace(path, feed);
    browser.click(&browser.shadow_find(".outdated [data-action=retry]").await?).await?;
    until(browser, "ready").await?;
    ensure!(ask(browser, SHOWN).await? == json!([null, null, 5]), "the line stays");
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: feed-http")).await
}
