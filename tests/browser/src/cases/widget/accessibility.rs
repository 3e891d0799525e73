//! What axe-core finds: nothing, whatever the language, the colours and the state.

use super::{ALL_VIEWS, DEMO_PAGES, STRICT, ask, open, page, until};
use crate::axe::Rules;
use crate::browser::Browser;
use crate::site::{Page, Resource, Site};
use anyhow::{Context, Result, ensure};
use forum_widget::locale::Language;
use serde_json::json;

/// Draws the widget of the page again with other settings.
async fn draw_again(browser: &Browser, language: Language, theme: &str) -> Result<()> {
    let script = "var widget = document.querySelector('forum-widget'), parent = widget.parentNode; \
        widget.remove(); widget.dataset.lang = arguments[0]; widget.dataset.theme = arguments[1]; parent.append(widget)";
    browser.execute(script, &[json!(language.tag()), json!(theme)]).await?;
    until(browser, "ready").await
}

/// The languages are halved, so that no case comes near the limit on a busy machine.
async fn in_languages(browser: &Browser, site: &Site, languages: &[Language], theme: &str) -> Result<()> {
    open(browser, site, &format!("data-view=\"{ALL_VIEWS}\"")).await?;
    for language in languages {
        draw_again(browser, *language, theme).await?;
        let drawn =
            ask(browser, "var at = root.querySelector('.root'); return [at.lang, at.dataset.theme]").await?;
        ensure!(drawn == json!([language.tag(), theme]), "{drawn}");
        let context = || format!("in {}, {theme}", language.tag());
        browser.assert_accessible("forum-widget").await.with_context(context)?;
    }
    Ok(())
}

/// The first four languages, light.
pub(crate) async fn in_light_1(browser: &Browser, site: &Site) -> Result<()> {
    in_languages(browser, site, &Language::ALL[..4], "light").await
}

/// The other three, light.
pub(crate) async fn in_light_2(browser: &Browser, site: &Site) -> Result<()> {
    in_languages(browser, site, &Language::ALL[4..], "light").await
}

/// The first four languages, dark.
pub(crate) async fn in_dark_1(browser: &Browser, site: &Site) -> Result<()> {
    in_languages(browser, site, &Language::ALL[..4], "dark").await
}

/// The other three, dark.
pub(crate) async fn in_dark_2(browser: &Browser, site: &Site) -> Result<()> {
    in_languages(browser, site, &Language::ALL[4..], "dark").await
}

/// With a country chosen, whose marks have colours of their own.
pub(crate) async fn with_a_selection(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"{ALL_VIEWS}\"")).await?;
    for theme in ["light", "dark"] {
        draw_again(browser, Language::Es, theme).await?;
        ask(browser, "widget.selectCountry('CR')").await?;
        browser
            .wait_until(
                "document.querySelector('forum-widget').shadowRoot.querySelector('.country[aria-pressed=true]')",
            )
            .await?;
        browser.assert_accessible("forum-widget").await.with_context(|| theme.to_owned())?;
    }
    Ok(())
}

/// Where nothing could be drawn: with the engine, and without it.
pub(crate) async fn with_a_failure(browser: &Browser, site: &Site) -> Result<()> {
    for theme in ["light", "dark"] {
        let body = super::snippet(&format!("data-feed=\"/no-such-feed.json\" data-theme=\"{theme}\""));
        browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
        until(browser, "error").await?;
        browser.assert_accessible("forum-widget").await.with_context(|| theme.to_owned())?;
    }
    site.replace("/forum-widget.wasm", Resource::new("text/plain", "").status(404));
    browser
        .open(&site.page(page(site, "es", &super::snippet("data-engine=\"wasm\"")).policy(STRICT)))
        .await?;
    until(browser, "error").await?;
    browser.assert_accessible("forum-widget").await.context("without the engine")
}

/// The demo pages as a whole, as they are served: halved as well.
pub(crate) async fn the_other_demo_pages(browser: &Browser, site: &Site) -> Result<()> {
    pages(browser, site, &DEMO_PAGES[3..]).await
}

async fn pages(browser: &Browser, site: &Site, paths: &[&str]) -> Result<()> {
    for path in paths {
        browser.open(&site.address(path)).await?;
        until(browser, "ready").await?;
        browser.assert_accessible("html").await.with_context(|| (*path).to_owned())?;
    }
    Ok(())
}

/// The first of them, and the page without a widget.
pub(crate) async fn the_demo_pages(browser: &Browser, site: &Site) -> Result<()> {
    pages(browser, site, &DEMO_PAGES[..3]).await?;
    // The reference page of the feed has no widget.
    browser.open(&site.address("/feed.html")).await?;
    browser.assert_accessible("html").await.context("/feed.html")
}

/// The control: on the widget's own page axe-core sees what is inside, and says so when it is spoilt.
pub(crate) async fn a_spoilt_widget_is_found(browser: &Browser, site: &Site) -> Result<()> {
    // Nobody has shown interest yet, and the map is a picture.
    let body = super::snippet("");
    browser.open(&site.page(Page::new(page(site, "es", &body).html))).await?;
    until(browser, "ready").await?;
    let spoil = "root.querySelector('svg').setAttribute('role', 'img'); \
        root.querySelector('svg').removeAttribute('aria-label'); \
        root.querySelector('.root').style.color = '#ccc'";
    ask(browser, spoil).await?;
    let found = browser.axe("forum-widget", Rules::Wcag).await?;
    for rule in ["svg-img-alt", "color-contrast"] {
        ensure!(found.iter().any(|violation| violation.rule == rule), "no {rule} in {found:?}");
    }
    Ok(())
}
