//! The keyboard inside the map, and what its buttons are called.

use super::map::everybody;
use super::{ask, exchange, open, until_told};
use crate::actions::Key;
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Each line has a language, a code and the name of its button on the map of [`everybody`].
const NAMES: &str = include_str!("map_names.txt");

/// What has the focus, whether it is in the drawing, and at how many places of the drawing Tab stops.
const FOCUS: &str = "var at = root.activeElement; return at && [at.dataset.action, at.closest('svg') !== null, \
    root.querySelectorAll('svg [tabindex=\"0\"]').length]";

/// The buttons of the drawing by what they do.
const BUTTONS: &str = "var buttons = {}; root.querySelectorAll('svg [data-action][tabindex]').forEach(function (one) { \
    buttons[one.dataset.action] ||= one; }); return buttons";

async fn enter(browser: &Browser, site: &Site, attributes: &str) -> Result<()> {
    open(browser, site, &format!("data-feed=\"{}\" {attributes}", everybody(site))).await?;
    wake_map(browser).await?;
    ask(browser, "root.querySelector('svg [data-action=\"country:CR\"][tabindex]').focus()").await.map(drop)
}

/// Shows a sign of interest, and waits until the drawing is a group of buttons.
pub(super) async fn wake_map(browser: &Browser) -> Result<()> {
    ask(browser, "root.querySelector('.root').dispatchEvent(new Event('touchstart', { bubbles: true }))")
        .await?;
    until_told(browser, "return root.querySelector('svg').getAttribute('role')", &json!("group")).await
}

async fn leads(browser: &Browser, keys: &[(char, &str)]) -> Result<()> {
    for (key, to) in keys {
        browser.type_text(&key.to_string()).await?;
        let expected = json!([format!("country:{to}"), true, 1]);
        until_told(browser, FOCUS, &expected).await.with_context(|| format!("{key:?}"))?;
    }
    Ok(())
}

/// Arrows lead to neighbours, letters and Home and End by name, and what has the focus is seen.
pub(crate) async fn keys_lead_from_country_to_country(browser: &Browser, site: &Site) -> Result<()> {
    let [left, up, right, down] = [Key::Left, Key::Up, Key::Right, Key::Down].map(char::from);
    let [home, end] = [Key::Home, Key::End].map(char::from);
    enter(browser, site, "data-view=\"map\"").await?;
    let walk = [
        (right, "PA"),
        (up, "JM"),
        (down, "PA"),
        (left, "CR"),
        (home, "AG"),
        (end, "VE"),
        ('c', "CL"),
        ('C', "CO"),
        ('é', "EC"),
        ('j', "JM"),
    ];
    leads(browser, &walk).await?;
    let widget = browser.find("forum-widget").await?;
    browser.screenshot_of(&widget, "map-focus").await?;
    // Where no key leads, the focus stays.
    leads(browser, &[('z', "JM"), (end, "VE"), (home, "AG")]).await?;
    enter(browser, site, "data-view=\"map\" data-map=\"tiles\"").await?;
    leads(browser, &[(right, "PA"), (right, "CO"), (right, "VE"), (up, "VC"), (end, "VE")]).await
}

/// Enter and Space choose, and Escape leads to the same country in the list.
pub(crate) async fn a_country_is_chosen_on_the_map(browser: &Browser, site: &Site) -> Result<()> {
    enter(browser, site, "data-view=\"agenda map\"").await?;
    let pressed = "return Array.from(root.querySelectorAll('.map [aria-pressed=true], .country[aria-pressed=true]')).map(function (one) { \
        return [one.localName, one.dataset.action]; })";
    let both = json!([["g", "country:CR"], ["button", "country:CR"]]);
    for (key, expected) in [(Key::Enter, &both), (Key::Space, &json!([])), (Key::Space, &both)] {
        browser.press(&[key]).await?;
        until_told(browser, pressed, expected).await?;
        ensure!(ask(browser, FOCUS).await? == json!(["country:CR", true, 1]), "{key:?}");
    }
    browser.press(&[Key::Escape]).await?;
    until_told(browser, FOCUS, &json!(["country:CR", false, 1])).await?;
    ensure!(ask(browser, "return root.activeElement.className").await? == "country");
    Ok(())
}

/// A country that the pointer or the focus is at is marked in the drawing and in the list, and no other.
pub(crate) async fn what_is_pointed_at_is_seen_in_both(browser: &Browser, site: &Site) -> Result<()> {
    enter(browser, site, "data-view=\"agenda map\"").await?;
    let pointed = "return Array.from(root.querySelectorAll('[data-pointed]')).map(function (one) { \
        return one.localName + ' ' + one.dataset.action; })";
    let both = |code: &str| json!(["path", "g", "button"].map(|name| format!("{name} country:{code}")));
    until_told(browser, pointed, &both("CR")).await?;
    browser.press(&[Key::Right]).await?;
    until_told(browser, pointed, &both("PA")).await?;
    ask(browser, "root.querySelector('.country[data-action=\"country:BB\"]').focus()").await?;
    until_told(browser, pointed, &both("BB")).await?;
    let outline = "return getComputedStyle(root.querySelector('.marker[data-pointed]')).stroke !== \
        getComputedStyle(root.querySelector('.marker:not([data-pointed])')).stroke";
    ensure!(ask(browser, outline).await? == true, "it looks the same");
    for (css, expected) in
        [(".marker[data-action=\"country:AG\"] text", both("AG")), (".map-note", json!([]))]
    {
        let over = format!(
            "root.querySelector('{css}').dispatchEvent(new PointerEvent('pointerover', {{ bubbles: true, composed: true }}))"
        );
        ask(browser, &over).await?;
        until_told(browser, pointed, &expected).await.with_context(|| css)?;
    }
    Ok(())
}

/// Of all 34 in every language, as the browser tells assistive technology.
pub(crate) async fn names_are_as_written(browser: &Browser, site: &Site) -> Result<()> {
    let feed = everybody(site);
    open(browser, site, &format!("data-view=\"map\" data-feed=\"{feed}\"")).await?;
    for language in ["es", "pt", "en", "ko", "fr", "ht", "nl"] {
        exchange(browser, &format!("data-view=\"map\" data-lang=\"{language}\" data-feed=\"{feed}\""))
            .await?;
        wake_map(browser).await?;
        let buttons = ask(browser, BUTTONS).await?;
        let mut told = Vec::new();
        for line in NAMES.lines().filter(|line| line.starts_with(language)) {
            let code = line.get(3..5).context("no code")?;
            let button = browser.element(&buttons[format!("country:{code}")]).context(line)?;
            let name = browser.computed_label(&button).await?;
            if format!("{language} {code} {name}") != line
                || browser.computed_role(&button).await? != "button"
            {
                told.push(json!([line, name]));
            }
        }
        ensure!(told.is_empty(), "{}", Value::from(told));
        let buttons = ask(browser, "return root.querySelectorAll('svg [role=button]').length").await?;
        ensure!(buttons == 34 && NAMES.lines().count() == 34 * 7, "{buttons}");
    }
    Ok(())
}
