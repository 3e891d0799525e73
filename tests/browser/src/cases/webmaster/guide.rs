//! The guide for webmasters: what it promises is what the cases keep.

use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use serde_json::json;

/// Each promise of the guide names its cases, and each of them is in the table.
pub(crate) async fn promises_are_kept(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(&site.address("/guide.html")).await?;
    let script = "return Array.from(document.querySelectorAll('main li, main tbody tr'), function (promise) { \
        return [promise.textContent.slice(0, 60), promise.dataset.test || '']; })";
    let promises: Vec<(String, String)> = serde_json::from_value(browser.execute(script, &[]).await?)?;
    ensure!(promises.len() > 40, "{}", promises.len());
    let table = crate::cases::all(browser.engine);
    for (promise, cases) in promises {
        ensure!(!cases.is_empty(), "nothing keeps this promise: {promise}");
        for name in cases.split_whitespace() {
            ensure!(table.iter().any(|case| case.name == name), "{promise}: no case {name}");
        }
    }
    for setting in forum_widget::settings::table::TABLE {
        let name = format!("data-{}", setting.name);
        let named = "return Array.from(document.querySelectorAll('th code'), function (name) { return name.textContent; }) \
            .indexOf(arguments[0]) >= 0";
        ensure!(browser.execute(named, &[json!(name)]).await? == true, "{name}");
    }
    Ok(())
}

/// As served, with pictures at 360 and 1280 px.
pub(crate) async fn accessible_and_pictures(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(&site.address("/guide.html")).await?;
    browser.assert_accessible("html").await?;
    let hash = browser.execute("return document.querySelector('pre').textContent", &[]).await?;
    ensure!(hash.as_str().context("no snippet")?.contains("integrity=\"sha384-"), "{hash}");
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    ensure!(browser.execute(wide, &[]).await? == true, "it is cut off");
    let body = browser.find("body").await?;
    browser.screenshot_of(&body, "guide-1280").await?;
    browser.open(&site.framed(&site.address("/guide.html"), 360, 5500)).await?;
    browser.enter_frame("iframe").await?;
    ensure!(browser.execute(wide, &[]).await? == true, "it is cut off at 360 px");
    browser.leave_frames().await?;
    let frame = browser.find("iframe").await?;
    browser.screenshot_of(&frame, "guide-360").await.map(drop)
}
