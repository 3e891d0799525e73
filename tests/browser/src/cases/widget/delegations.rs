//! The delegations: in the order of the reader's language, and nothing to complain of in any width or colour.

use super::{ask, open, until_told};
use crate::actions::Key;
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Context as _, Result, ensure};
use serde_json::json;

/// The codes as they stand, how many people each has, and of how many institutions the host's are shown.
const SHOWN: &str = "return { codes: Array.from(root.querySelectorAll('.delegation .badge')).map(function (one) { \
        return one.textContent; }).join(' '), \
    silent: Array.from(root.querySelectorAll('.delegation')).filter(function (one) { \
        return !one.querySelector('.person-name, .empty') || !one.matches(':last-child') && !one.querySelector('.ways li'); }).length, \
    institutions: root.querySelectorAll('.institutions li').length > 0 }";

/// Each delegation says who came or that no names are known, and how.
pub(crate) async fn by_country_and_accessible(browser: &Browser, site: &Site) -> Result<()> {
    for (language, codes) in
        [("es", "AR BR CL CO CR EC SV GT HN MX PE KR"), ("ko", "GT KR MX BR AR EC SV HN CL CR CO PE")]
    {
        for (theme, width) in [("light", 360), ("dark", 1280)] {
            browser.set_window_size(1400, 900).await?;
            let attributes =
                format!("data-view=\"delegations\" data-lang=\"{language}\" data-theme=\"{theme}\"");
            open(browser, site, &attributes).await?;
            browser.set_column_width("#column", width).await?;
            let shown = ask(browser, SHOWN).await?;
            let expected = json!({ "codes": codes, "silent": 0, "institutions": true });
            ensure!(shown == expected, "{language}: {shown}");
            browser
                .assert_accessible("forum-widget")
                .await
                .with_context(|| format!("{language}, {width}"))?;
            let widget = browser.find("forum-widget").await?;
            browser.screenshot_of(&widget, &format!("delegations-{language}-{theme}-{width}")).await?;
        }
    }
    Ok(())
}

/// Where the page shows the delegations, the selected country's row has a link there: by pointer and by key it moves the page and
/// the focus, and leaves the page's address alone.
pub(crate) async fn the_row_leads_there(browser: &Browser, site: &Site) -> Result<()> {
    let link = "[data-action=delegation]";
    let row = ".country[data-action=\"country:CO\"]";
    for (views, links) in [("map", 0), ("map delegations", 1)] {
        open(browser, site, &format!("data-view=\"{views}\" data-lang=\"es\"")).await?;
        browser.click(&browser.shadow_find(row).await?).await?;
        let opened = format!(
            "return [root.querySelectorAll('.opened').length, root.querySelectorAll('{link}').length]"
        );
        until_told(browser, &opened, &json!([1, links])).await.with_context(|| views.to_owned())?;
    }
    let element = browser.shadow_find(link).await?;
    ensure!(browser.computed_role(&element).await? == "link");
    ensure!(browser.computed_label(&element).await? == "Ver la delegación");
    let there = "var at = root.activeElement, box = at.getBoundingClientRect(); \
        return [at.className, at.textContent, box.top >= 0 && box.bottom <= innerHeight, location.hash]";
    let there = async |how: &str| {
        let expected = json!(["delegation-name", "COColombia", true, ""]);
        until_told(browser, there, &expected).await.with_context(|| how.to_owned())
    };
    browser.click(&element).await?;
    there("by pointer").await?;
    ask(browser, &format!("scrollTo(0, 0); root.querySelector('{row}').focus()")).await?;
    browser.press(&[Key::Tab]).await?;
    until_told(browser, "return root.activeElement.dataset.action", &json!("delegation")).await?;
    browser.press(&[Key::Enter]).await?;
    there("by key").await?;
    let widget = browser.find("forum-widget").await?;
    browser.screenshot_of(&widget, "delegation-from-the-row").await?;
    browser.assert_accessible("forum-widget").await
}
