//! A feed that stands in the page itself: `data-feed="#id"`.

use crate::browser::Browser;
use crate::cases::widget::{STRICT, allowed, ask, page, snippet, until};
use crate::site::Site;
use anyhow::{Result, ensure};
use serde_json::json;

const FEED: &str = r#"<script type="application/json" id="programa">{"version": 1,
    "forum": {"id": "f", "name": "Foro", "timeZone": "America/Bogota", "start": "2021-03-17", "end": "2021-03-17"},
    "sessions": [{"id": "a", "title": "Apertura <b>&amp;</b> bienvenida", "date": "2021-03-17"}]}</script>"#;

pub(crate) async fn a_feed_of_the_page(browser: &Browser, site: &Site) -> Result<()> {
    let body = format!("{FEED}{}", snippet("data-feed=\"#programa\""));
    let address = site.page(page(site, "es", &body).policy(STRICT));
    browser.open(&address).await?;
    until(browser, "ready").await?;
    let titles =
        "return Array.from(root.querySelectorAll('.title')).map(function (one) { return one.textContent; })";
    ensure!(ask(browser, titles).await? == json!(["Apertura <b>&amp;</b> bienvenida"]));
    let feeds = site.requests().iter().filter(|request| request.path.contains("feed")).count();
    ensure!(feeds == 0, "a feed was asked for: {:?}", site.requests());
    browser.assert_unharmed(&allowed(site)).await?;
    // A name that nothing has is a feed with nothing in it.
    let missing = site.page(page(site, "es", &snippet("data-feed=\"#nada\"")).policy(STRICT));
    browser.open(&missing).await?;
    until(browser, "error").await?;
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: feed-schema")).await
}
