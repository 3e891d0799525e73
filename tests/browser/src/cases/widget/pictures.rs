//! Pictures for people to look at: the widget and the demo pages, narrow and wide, light and dark.

use super::{ALL_VIEWS, DEMO_PAGES, open, until};
use crate::browser::Browser;
use crate::site::Site;
use anyhow::Result;

/// The widget alone at 360 and 1280 px, light and dark, in Spanish and Korean, with a country chosen in the dark ones.
pub(crate) async fn of_the_widget(browser: &Browser, site: &Site) -> Result<()> {
    browser.set_window_size(1400, 900).await?;
    for language in ["es", "ko"] {
        for (theme, country) in [("light", ""), ("dark", "data-country=\"CO\"")] {
            let settings = format!(
                "data-view=\"{ALL_VIEWS}\" data-lang=\"{language}\" data-theme=\"{theme}\" {country}"
            );
            open(browser, site, &settings).await?;
            for width in [360, 1280] {
                browser.set_column_width("#column", width).await?;
                let widget = browser.find("forum-widget").await?;
                browser.screenshot_of(&widget, &format!("widget-{language}-{theme}-{width}")).await?;
            }
        }
    }
    Ok(())
}

/// The demo pages as they are served, at 360 and 1280 px.
pub(crate) async fn of_the_demo_pages(browser: &Browser, site: &Site) -> Result<()> {
    for path in DEMO_PAGES {
        let name = path.trim_start_matches('/').replace(".html", "").replace("index", "page");
        let address = site.address(path);
        browser.open(&address).await?;
        until(browser, "ready").await?;
        let body = browser.find("body").await?;
        browser.screenshot_of(&body, &format!("demo-{name}-1280")).await?;
        // The windows of Firefox and WebKitGTK cannot be so narrow: a frame can.
        browser.open(&site.framed(&address, 360, 5500)).await?;
        browser.enter_frame("iframe").await?;
        until(browser, "ready").await?;
        browser.leave_frames().await?;
        let frame = browser.find("iframe").await?;
        browser.screenshot_of(&frame, &format!("demo-{name}-360")).await?;
    }
    Ok(())
}

/// What is shown where nothing could be loaded.
pub(crate) async fn of_a_failure(browser: &Browser, site: &Site) -> Result<()> {
    for theme in ["light", "dark"] {
        let body = super::snippet(&format!("data-feed=\"/no-such-feed.json\" data-theme=\"{theme}\""));
        browser.open(&site.page(super::page(site, "es", &body).policy(super::STRICT))).await?;
        until(browser, "error").await?;
        let column = browser.find("#column").await?;
        browser.screenshot_of(&column, &format!("failure-{theme}")).await?;
    }
    Ok(())
}
