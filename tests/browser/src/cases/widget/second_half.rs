//! The half of the engine that reacts to a visitor: asked for when it is needed, and nothing is lost until it is there.

use super::{allowed, ask, choose, events, open, released, until_told};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::time::Duration;

const SECOND_HALF: &str = "/forum-widget-later.wasm";
const COLOMBIA: &str = ".country[data-action=\"country:CO\"]";
const PRESSED: &str =
    "var row = root.querySelector('.country[aria-pressed=true]'); return row && row.dataset.action";

fn requests(site: &Site) -> usize {
    site.requests().iter().filter(|request| request.path == SECOND_HALF).count()
}

/// A page that is only read has no request for it; the pointer over the widget asks once.
pub(crate) async fn not_loaded_before_it_is_needed(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "").await?;
    // The pointer stays where it was last, which may be over the widget.
    browser.click(&browser.find("h1").await?).await?;
    site.clear_requests();
    open(browser, site, "").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    ensure!(requests(site) == 0, "{:?}", site.requests());
    choose(browser, &browser.shadow_find(COLOMBIA).await?).await?;
    choose(browser, &browser.shadow_find(COLOMBIA).await?).await?;
    ensure!(requests(site) == 1, "{:?}", site.requests());
    Ok(())
}

/// A click, and a wish of the page's scripts, before it is there.
pub(crate) async fn a_click_is_not_lost(browser: &Browser, site: &Site) -> Result<()> {
    let late = Resource::new("application/wasm", released(SECOND_HALF)?).delay(Duration::from_millis(1500));
    site.replace(SECOND_HALF, late);
    open(browser, site, "").await?;
    browser.click(&browser.shadow_find(COLOMBIA).await?).await?;
    ask(browser, "widget.selectCountry('CR')").await?;
    ensure!(ask(browser, PRESSED).await? == json!(null), "it was too quick for this case");
    until_told(browser, PRESSED, &json!("country:CR")).await?;
    let events = events(browser).await?;
    let selected: Vec<_> = events.iter().skip(1).map(|event| &event["detail"]["id"]).collect();
    ensure!(selected == ["CO", "CR"], "{selected:?}");
    browser.assert_unharmed(&allowed(site)).await
}

/// It cannot be had: the drawing stays, the page is told in its language, and the next click tries again.
pub(crate) async fn what_is_drawn_stays_without_it(browser: &Browser, site: &Site) -> Result<()> {
    site.replace(SECOND_HALF, Resource::new("text/html", "Not found").status(404));
    open(browser, site, "").await?;
    let before = browser.shadow_tree("forum-widget").await?;
    let row = browser.shadow_find(COLOMBIA).await?;
    browser.click(&row).await?;
    until_told(browser, "return widget.state", &json!("degraded")).await?;
    let events = events(browser).await?;
    let [_ready, error] = &events[..] else { anyhow::bail!("{events:?}") };
    let detail = &error["detail"];
    ensure!(detail["code"] == "wasm-network" && detail["fatal"] == false, "{detail}");
    ensure!(detail["url"] == site.address(SECOND_HALF), "{detail}");
    let message = detail["message"].as_str().context("no sentence")?;
    ensure!(message.contains(' ') && message.ends_with('.'), "{message}");
    crate::tree::assert_same(&browser.shadow_tree("forum-widget").await?, &before)?;
    site.replace(SECOND_HALF, Resource::new("application/wasm", released(SECOND_HALF)?));
    choose(browser, &row).await?;
    let allowed = allowed(site).console("warn: forum-widget: wasm-network").console("error: ");
    browser.assert_unharmed(&allowed).await
}
