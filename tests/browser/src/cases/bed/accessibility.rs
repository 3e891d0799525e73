//! axe-core and what the browsers tell assistive technology.

use super::{STRICT, open_stand_in, stand_in};
use crate::axe::Rules;
use crate::browser::Browser;
use crate::site::{Page, Site};
use crate::watch::Allowed;
use anyhow::{Result, ensure};

const CLEAN: &str = "<section aria-label=\"Agenda\"><h2>Agenda</h2><button>Filter</button></section>";

/// The planted picture is found, alone, with the path through the shadow root.
pub(crate) async fn axe_finds_a_planted_violation(browser: &Browser, site: &Site) -> Result<()> {
    open_stand_in(browser, site, &format!("{CLEAN}<img src=\"data:,\">")).await?;
    let found = browser.axe("forum-widget", Rules::Wcag).await?;
    ensure!(found.len() == 1 && found[0].rule == "image-alt", "{found:?}");
    ensure!(found[0].target == "forum-widget >> img", "{}", found[0].target);
    ensure!(found[0].html.starts_with("<img") && found[0].help.contains("alternative text"), "{found:?}");
    ensure!(browser.assert_accessible("forum-widget").await.is_err(), "the assertion lets it pass");
    Ok(())
}

/// The control: the same page without the picture.
pub(crate) async fn axe_is_silent_on_a_clean_page(browser: &Browser, site: &Site) -> Result<()> {
    open_stand_in(browser, site, CLEAN).await?;
    browser.assert_accessible("forum-widget").await?;
    ensure!(
        browser.axe("no-such-element", Rules::Wcag).await.is_err(),
        "a scope that matches nothing passes"
    );
    browser.assert_unharmed(&Allowed::nothing()).await
}

/// A skipped heading level breaks a best practice and no rule of WCAG.
pub(crate) async fn axe_knows_best_practices(browser: &Browser, site: &Site) -> Result<()> {
    open_stand_in(browser, site, &CLEAN.replace("h2", "h5")).await?;
    ensure!(browser.axe("forum-widget", Rules::Wcag).await?.is_empty());
    let found = browser.axe("forum-widget", Rules::WithBestPractices).await?;
    ensure!(found.iter().any(|violation| violation.rule == "heading-order"), "{found:?}");
    Ok(())
}

/// axe-core comes in through the driver, past the strictest policy.
pub(crate) async fn axe_runs_under_a_strict_policy(browser: &Browser, site: &Site) -> Result<()> {
    let html = "<!doctype html><html lang=en><title>t</title><main><h1>h</h1><img src='data:,'></main>";
    browser.open(&site.page(Page::new(html).policy(STRICT))).await?;
    let found = browser.axe("main", Rules::Wcag).await?;
    ensure!(found.len() == 1 && found[0].rule == "image-alt", "{found:?}");
    Ok(())
}

/// Role and name come from the browser's own tree, inside shadow roots too.
pub(crate) async fn role_and_name_are_known_in_a_shadow_root(browser: &Browser, site: &Site) -> Result<()> {
    let shadow = "<button aria-label=\"Filter by country\">x</button><div class=\"plain\">text</div>\
                  <ul><li>one</li><li>two</li></ul>";
    browser.open(&site.page(stand_in(shadow))).await?;
    let button = browser.shadow_find("button").await?;
    ensure!(browser.computed_role(&button).await? == "button");
    ensure!(browser.computed_label(&button).await? == "Filter by country");
    let plain = browser.shadow_find(".plain").await?;
    ensure!(browser.computed_role(&plain).await? != "button", "everything is a button");
    ensure!(browser.computed_label(&plain).await?.is_empty(), "a plain block has a name");
    let items = browser.shadow_find_all("li").await?;
    ensure!(items.len() == 2 && items[1].text().await? == "two");
    ensure!(browser.computed_role(&items[0]).await? == "listitem");
    ensure!(browser.shadow_find("table").await.is_err(), "what is not there is found");
    Ok(())
}
