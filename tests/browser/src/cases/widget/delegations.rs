//! The delegations: in the order of the reader's language, and nothing to complain of in any width or colour.

use super::{ask, open};
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
