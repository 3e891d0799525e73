//! The last good copy: what the browser kept of the feed is shown when the feed cannot be had, and is said to be that.

use crate::browser::Browser;
use crate::cases::widget::{SHIPPED_FEED, STRICT, allowed, ask, events, page, released, snippet, until};
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use forum_widget::locale::{Language, Messages};
use serde_json::json;

const PATH: &str = "/kept-feed.json";

/// The line that says so, and how many sessions are shown below it.
const SHOWN: &str = "var line = root.querySelector('.outdated'); return [line && line.getAttribute('role'), \
    line && line.firstChild.textContent, root.querySelectorAll('.session').length]";

fn good(cache: &str) -> Result<Resource> {
    Ok(Resource::new("application/json", released(SHIPPED_FEED)?).header("cache-control", cache))
}

/// Opens the same page again, as somebody does who comes back later.
async fn come_back(browser: &Browser, site: &Site, address: &str, state: &str) -> Result<()> {
    browser.open(&site.address("/bed/blank")).await?;
    browser.open(address).await?;
    until(browser, state).await
}

pub(crate) async fn are_shown_when_all_else_fails(browser: &Browser, site: &Site) -> Result<()> {
    site.replace(PATH, good("no-cache")?);
    let address =
        site.page(page(site, "es", &snippet(&format!("data-feed=\"{PATH}\" data-lang=\"es\""))).policy(STRICT));
    browser.open(&address).await?;
    until(browser, "ready").await?;
    ensure!(ask(browser, SHOWN).await? == json!([null, null, 5]), "a fresh feed is said to be a copy");
    site.replace(PATH, Resource::new("text/plain", "").status(403));
    come_back(browser, site, &address, "degraded").await?;
    browser.wait_until("document.querySelector('forum-widget').shadowRoot.querySelector('.outdated')").await?;
    let messages = Messages::of(Language::Es);
    let shown = ask(browser, SHOWN).await?;
    let line = shown[1].as_str().context("no line")?;
    ensure!(line.starts_with(messages.outdated) && line.contains("2021"), "{line}");
    ensure!(shown[0] == "status" && shown[2] == 5, "{shown}");
    let told = events(browser).await?;
    let detail = &told.first().context("nothing told")?["detail"];
    ensure!(detail["code"] == "feed-http" && detail["fatal"] == false, "{told:?}");
    ensure!(told.last().is_some_and(|event| event["type"] == "forum:ready"), "{told:?}");
    // The button that tries again shows the new one, and the line is gone.
    site.replace(PATH, good("no-cache")?);
    browser.click(&browser.shadow_find(".outdated [data-action=retry]").await?).await?;
    until(browser, "ready").await?;
    ensure!(ask(browser, SHOWN).await? == json!([null, null, 5]), "the line stays");
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: feed-http")).await
}

/// The control: what the browser was told not to keep is not there.
pub(crate) async fn only_where_there_is_one(browser: &Browser, site: &Site) -> Result<()> {
    site.replace(PATH, good("no-store")?);
    let address = site.page(page(site, "es", &snippet(&format!("data-feed=\"{PATH}\""))).policy(STRICT));
    browser.open(&address).await?;
    until(browser, "ready").await?;
    site.replace(PATH, Resource::new("text/plain", "").status(403));
    come_back(browser, site, &address, "error").await?;
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: feed-http")).await
}
