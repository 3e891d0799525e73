//! What search engines are told: data in the page itself, which no policy has to allow.

use super::{SHIPPED_FEED, STRICT, allowed, ask, open, page, released, snippet, until, until_told};
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Context, Result, anyhow, ensure};
use forum_widget::feed;
use forum_widget::locale::Language;
use forum_widget::structured_data::structured_data;
use serde_json::json;

/// The data that the page has of the widget: their number, their kind, and the text of the first.
const DATA: &str = "var all = document.querySelectorAll('script[type=\"application/ld+json\"]'); \
    return [all.length, all.length ? all[0].parentNode === widget && all[0].text : '']";

/// It is what the crate says natively, in the reader's language, and the strict policy has nothing to report.
pub(crate) async fn told_where_the_page_asks(browser: &Browser, site: &Site) -> Result<()> {
    let reading = feed::read(&released(SHIPPED_FEED)?).map_err(|problem| anyhow!("{problem:?}"))?;
    for language in [Language::Es, Language::Ko] {
        open(browser, site, &format!("data-structured-data data-lang=\"{}\"", language.tag())).await?;
        let expected = structured_data(&reading.forum, language);
        until_told(browser, DATA, &json!([1, expected])).await?;
        browser.assert_unharmed(&allowed(site)).await?;
    }
    Ok(())
}

/// No page has it that does not ask.
pub(crate) async fn not_told_otherwise(browser: &Browser, site: &Site) -> Result<()> {
    for attributes in ["", "data-structured-data=\"off\""] {
        open(browser, site, attributes).await?;
        let found = ask(browser, DATA).await?;
        ensure!(found == json!([0, ""]), "{attributes}: {found}");
    }
    Ok(())
}

/// It goes with the widget, comes again with it, and a clone has its own and one.
pub(crate) async fn gone_with_the_widget(browser: &Browser, site: &Site) -> Result<()> {
    let body = snippet("data-structured-data data-loading=\"eager\"");
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    let count = "return document.querySelectorAll('script[data-forum-widget]').length + \
        widget.querySelectorAll('script').length * 10";
    ask(browser, "var parent = widget.parentNode; parent.append(widget.cloneNode(true))").await?;
    until(browser, "ready").await?;
    until_told(browser, count, &json!(12)).await.context("one in each of two widgets")?;
    let taken = ask(browser, "widget.remove(); return widget.querySelectorAll('script').length").await?;
    ensure!(taken == json!(0), "{taken} in the widget that was taken away");
    browser.assert_unharmed(&allowed(site)).await
}
