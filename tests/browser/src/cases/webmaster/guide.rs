//! The guide for webmasters: what it promises is what the cases keep.

use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Context, Result, ensure};

/// The guide in the languages of those who keep the pages.
const GUIDES: [&str; 3] = ["/guide.html", "/guide.pt.html", "/guide.en.html"];

/// What a guide says that is the same in all languages: the cases that keep each promise, and every text that is code but for what
/// a reader sees of it.
const SAME: &str = "return [Array.from(document.querySelectorAll('main li, main tbody tr'), function (promise) { \
        return promise.dataset.test || ''; }), \
    Array.from(document.querySelectorAll('main li code, main td code, main th code'), function (code) { \
        return code.textContent.replace(/ejemplo\\.gob|exemplo\\.gov|example\\.gov/, ''); })]";

/// Each promise of the guide names its cases, and each of them is in the table; in every language the same.
pub(crate) async fn promises_are_kept(browser: &Browser, site: &Site) -> Result<()> {
    let mut same = Vec::new();
    for guide in GUIDES {
        browser.open(&site.address(guide)).await?;
        same.push(browser.execute(SAME, &[]).await?);
        let language = browser.execute("return document.documentElement.lang", &[]).await?;
        let expected = guide.split('.').nth_back(1).filter(|tag| tag.len() == 2).unwrap_or("es");
        ensure!(language == expected, "{guide} is in {language}");
    }
    let (promises, codes): (Vec<String>, Vec<String>) = serde_json::from_value(same[0].clone())?;
    ensure!(promises.len() > 40 && codes.len() > 70, "{} promises, {} codes", promises.len(), codes.len());
    for (guide, other) in GUIDES.iter().zip(&same) {
        let (its_promises, its_codes): (Vec<String>, Vec<String>) = serde_json::from_value(other.clone())?;
        let differs = codes.iter().zip(&its_codes).find(|(one, other)| one != other);
        ensure!(differs.is_none() && codes.len() == its_codes.len(), "{guide}: {differs:?}");
        let differs = promises.iter().zip(&its_promises).find(|(one, other)| one != other);
        ensure!(differs.is_none() && promises.len() == its_promises.len(), "{guide}: {differs:?}");
    }
    let table = crate::cases::all(browser.engine);
    for (at, cases) in promises.iter().enumerate() {
        ensure!(!cases.is_empty(), "nothing keeps promise {}", at + 1);
        for name in cases.split_whitespace() {
            ensure!(table.iter().any(|case| case.name == name), "promise {}: no case {name}", at + 1);
        }
    }
    for setting in forum_widget::settings::table::TABLE {
        let name = format!("data-{}", setting.name);
        ensure!(codes.contains(&name), "{name}");
    }
    Ok(())
}

/// As served, with pictures at 360 and 1280 px.
pub(crate) async fn accessible_and_pictures(browser: &Browser, site: &Site) -> Result<()> {
    for guide in GUIDES {
        look(browser, site, guide).await.with_context(|| guide.to_owned())?;
    }
    Ok(())
}

async fn look(browser: &Browser, site: &Site, guide: &str) -> Result<()> {
    let name = guide.trim_matches('/').trim_end_matches(".html");
    browser.open(&site.address(guide)).await?;
    browser.assert_accessible("html").await?;
    let hash = browser.execute("return document.querySelector('pre').textContent", &[]).await?;
    ensure!(hash.as_str().context("no snippet")?.contains("integrity=\"sha384-"), "{hash}");
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    ensure!(browser.execute(wide, &[]).await? == true, "it is cut off");
    let body = browser.find("body").await?;
    browser.screenshot_of(&body, &format!("{name}-1280")).await?;
    browser.open(&site.framed(&site.address(guide), 360, 5500)).await?;
    browser.enter_frame("iframe").await?;
    ensure!(browser.execute(wide, &[]).await? == true, "it is cut off at 360 px");
    browser.leave_frames().await?;
    let frame = browser.find("iframe").await?;
    browser.screenshot_of(&frame, &format!("{name}-360")).await.map(drop)
}
