//! Programmes whose days are tabs, and those that are drawn in part.

use super::programme::{
    FIRST_DAY, TITLES, WIDTHS, Way, activate, expect, expect_focus, open_feed, programme, tab_to, title,
    until_root,
};
use super::{ask, until_told};
use crate::actions::Key;
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde_json::json;
use std::time::SystemTime;

/// What can be known of the tabs: which one is chosen and can be reached by Tab, and the panel that is shown, by its title.
const TABS: &str = "var tabs = Array.from(root.querySelectorAll('[role=tab]')); \
    function places(css) { return tabs.map(function (one, place) { return one.matches(css) ? place : -1; }) \
        .filter(function (place) { return place >= 0; }); } \
    var shown = Array.from(root.querySelectorAll('[role=tabpanel]:not([hidden])')); \
    return { chosen: places('[aria-selected=true]'), reached: places(':not([tabindex=\"-1\"])'), \
        focused: tabs.indexOf(root.activeElement), \
        shown: shown.map(function (one) { return one.id; }).join() === root.querySelector('[aria-selected=true]') \
            .getAttribute('aria-controls'), \
        named: shown.every(function (one) { return root.getElementById(one.getAttribute('aria-labelledby')) === \
            root.querySelector('[aria-selected=true]'); }) }";

/// Forty sessions on four days.
fn forty() -> String {
    programme(40, 4, FIRST_DAY).to_string()
}

fn day(position: usize) -> Vec<String> {
    (position * 10..position * 10 + 10).map(title).collect()
}

/// Arrows go round, Home and End to the ends, the chosen one alone is reached by Tab, and its panel has its name.
pub(crate) async fn tabs_by_key(browser: &Browser, site: &Site) -> Result<()> {
    for width in WIDTHS {
        open_feed(browser, site, &forty(), width, "").await?;
        expect(browser, &format!("return {TITLES}"), &json!(day(0))).await?;
        tab_to(browser, "[role=tab]").await?;
        for (key, place) in [
            (Key::Right, 1),
            (Key::Right, 2),
            (Key::Left, 1),
            (Key::Home, 0),
            (Key::Left, 3),
            (Key::Right, 0),
            (Key::End, 3),
        ] {
            browser.press(&[key]).await?;
            let context = || format!("{key:?} at {width}");
            let there = format!("{TITLES}.join() === '{}'", day(place).join(","));
            until_root(browser, &there).await.with_context(context)?;
            let told = ask(browser, TABS).await?;
            let expected = json!({
                "chosen": [place], "reached": [place], "focused": place, "shown": true, "named": true,
            });
            ensure!(told == expected, "{}: {told}", context());
        }
        // From the chosen tab on to what it shows.
        browser.press(&[Key::Tab]).await?;
        expect_focus(browser, ".open[data-action=\"open:30\"]").await?;
        browser.press_with(Key::Shift, Key::Tab).await?;
        expect_focus(browser, "[role=tab][aria-selected=true]").await?;
    }
    Ok(())
}

/// A click shows the day; the panel is told by role and by the name of its tab.
pub(crate) async fn tabs_by_pointer(browser: &Browser, site: &Site) -> Result<()> {
    for width in WIDTHS {
        open_feed(browser, site, &forty(), width, "").await?;
        for place in [2, 0, 3] {
            activate(browser, Way::Pointer, &format!("[data-action=\"day:{place}\"]")).await?;
            until_root(browser, &format!("{TITLES}.join() === '{}'", day(place).join(","))).await?;
            let panel = browser.shadow_find("[role=tabpanel]:not([hidden])").await?;
            let tab = browser.shadow_find("[aria-selected=true]").await?;
            let told = (browser.computed_role(&panel).await?, browser.computed_label(&panel).await?);
            ensure!(told.0 == "tabpanel" && told.1 == browser.computed_label(&tab).await?, "{told:?}");
        }
        browser.assert_accessible("forum-widget").await?;
    }
    Ok(())
}

/// While the forum is on, its day is the first that is seen, and the tab of it is the chosen one.
pub(crate) async fn todays_tab_is_chosen(browser: &Browser, site: &Site) -> Result<()> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs();
    let today = TimeZone::UTC.to_datetime(Timestamp::from_second(i64::try_from(now)?)?).date();
    let feed = programme(40, 4, today.checked_sub(2.days())?).to_string();
    open_feed(browser, site, &feed, 640, "").await?;
    expect(browser, &format!("return {TITLES}"), &json!(day(2))).await?;
    let told = ask(browser, TABS).await?;
    ensure!(told["chosen"] == json!([2]) && told["shown"] == true, "{told}");
    // On the days before it, all is over.
    activate(browser, Way::Pointer, "[data-action=\"day:1\"]").await?;
    let ended = "root.querySelectorAll('.day:not([hidden]) [data-status=ended]').length === 10";
    until_root(browser, ended).await.map(drop)
}

/// A link of the page leads to a day, from another page and from this one; the page is told of a link to the day that is chosen.
pub(crate) async fn a_link_leads_to_a_day(browser: &Browser, site: &Site) -> Result<()> {
    let address = open_feed(browser, site, &forty(), 640, "").await?;
    let shows = |place: usize| format!("{TITLES}.join() === '{}'", day(place).join(","));
    let link = |place: i64| format!("#forum=&day={}", FIRST_DAY.saturating_add(place.days()));
    browser.open("about:blank").await?;
    browser.open(&format!("{address}{}", link(2))).await?;
    until_root(browser, &shows(2)).await?;
    browser.execute("location.hash = arguments[0]", &[json!(link(1))]).await?;
    until_root(browser, &shows(1)).await?;
    let told = ask(browser, TABS).await?;
    ensure!(told["chosen"] == json!([1]) && told["shown"] == true, "{told}");
    let listen = "addEventListener('forum:view', function (event) { window[Symbol.for('link')] = event.detail.link; })";
    browser.execute(listen, &[]).await?;
    activate(browser, Way::Pointer, "[data-action=\"day:3\"]").await?;
    until_root(browser, &shows(3)).await?;
    let told = browser.execute("return window[Symbol.for('link')]", &[]).await?;
    ensure!(told == json!(link(3)), "{told}");
    Ok(())
}

/// A drawing anew shows the day that was read, also where a session is open under another one.
pub(crate) async fn a_day_that_is_read_stays(browser: &Browser, site: &Site) -> Result<()> {
    open_feed(browser, site, &forty(), 640, "data-favorites").await?;
    activate(browser, Way::Pointer, "[data-action=\"day:2\"]").await?;
    activate(browser, Way::Pointer, ".open[data-action=\"open:21\"]").await?;
    let opened = "root.querySelectorAll('.open[aria-expanded=true]').length === 1";
    until_root(browser, opened).await?;
    for (theme, place) in [("dark", 2), ("light", 0)] {
        activate(browser, Way::Pointer, &format!("[data-action=\"day:{place}\"]")).await?;
        until_root(browser, &format!("{TITLES}.join() === '{}'", day(place).join(","))).await?;
        ask(browser, &format!("widget.dataset.theme = '{theme}'")).await?;
        until_root(browser, &format!("root.querySelector('.root').dataset.theme === '{theme}' && {opened}"))
            .await?;
        // The last that is drawn is what is kept.
        until_root(browser, "root.querySelectorAll('.star[aria-pressed]').length >= 10").await?;
        let told = ask(browser, TABS).await?;
        ensure!(told["chosen"] == json!([place]) && told["shown"] == true, "{theme}: {told}");
    }
    browser.execute("localStorage.clear()", &[]).await.map(drop)
}

/// The number that is said is what is left; the keyboard goes on at the first session that was not there before.
pub(crate) async fn show_more(browser: &Browser, site: &Site) -> Result<()> {
    let one_day = programme(160, 1, FIRST_DAY).to_string();
    let two_days = programme(280, 2, FIRST_DAY).to_string();
    for width in WIDTHS {
        for way in [Way::Pointer, Way::Keys] {
            let context = || format!("{way:?} at {width}");
            open_feed(browser, site, &one_day, width, "").await?;
            let count = format!("{TITLES}.length");
            expect(
                browser,
                &format!("return [{count}, root.querySelector('.more').textContent]"),
                &json!([30, "Mostrar 130 sesiones más"]),
            )
            .await
            .with_context(context)?;
            if way == Way::Keys {
                // The long way is no other than that of the journeys.
                ask(browser, "root.querySelector('.open[data-action=\"open:28\"]').focus()").await?;
            }
            activate(browser, way, ".more").await?;
            until_root(browser, &format!("{count} === 130")).await.with_context(context)?;
            expect_focus(browser, ".open[data-action=\"open:30\"]").await.with_context(context)?;
            expect(
                browser,
                "return root.querySelector('.more').textContent",
                &json!("Mostrar 30 sesiones más"),
            )
            .await?;
            if way == Way::Keys {
                ask(browser, "root.querySelector('.open[data-action=\"open:129\"]').focus()").await?;
            }
            activate(browser, way, ".more").await?;
            until_root(browser, &format!("{count} === 160")).await.with_context(context)?;
            expect_focus(browser, ".open[data-action=\"open:130\"]").await.with_context(context)?;
            expect(browser, "return root.querySelector('.more')", &json!(null)).await?;
        }
        // The second day of two has its own, and its own first one.
        open_feed(browser, site, &two_days, width, "").await?;
        activate(browser, Way::Pointer, "[data-action=\"day:1\"]").await?;
        until_root(browser, &format!("{TITLES}[0] === '{}'", title(140))).await?;
        expect(browser, "return root.querySelector('.more').textContent", &json!("Mostrar 110 sesiones más"))
            .await?;
        activate(browser, Way::Pointer, ".more").await?;
        until_root(browser, &format!("{TITLES}.length === 130")).await?;
        expect_focus(browser, ".open[data-action=\"open:170\"]").await?;
    }
    Ok(())
}

/// What is opened is drawn, and has the focus, wherever it stands in what is shown: among what was found on all days, or where the page
/// shows a few sessions of a short programme. "More" goes on at the first of these that was not there.
pub(crate) async fn what_is_opened_is_drawn(browser: &Browser, site: &Site) -> Result<()> {
    let many = programme(300, 10, FIRST_DAY).to_string();
    let address = open_feed(browser, site, &many, 640, "").await?;
    browser.open("about:blank").await?;
    browser.open(&format!("{address}#forum=s281&search=prueba")).await?;
    until_root(browser, "root.querySelector('.open[data-action=\"open:280\"][aria-expanded=true]')").await?;
    expect_focus(browser, ".open[data-action=\"open:280\"]").await?;
    // The way on leads to what is not drawn yet.
    browser.execute("location.hash = '#forum=s30&search=prueba'", &[]).await?;
    until_root(browser, "root.querySelector('.open[data-action=\"open:29\"][aria-expanded=true]')").await?;
    activate(browser, Way::Pointer, ".actions [data-action=\"open:30\"]").await?;
    until_root(browser, "root.querySelector('.open[data-action=\"open:30\"][aria-expanded=true]')").await?;
    let few = programme(20, 2, FIRST_DAY).to_string();
    let address = open_feed(browser, site, &few, 640, "data-limit=\"5\"").await?;
    activate(browser, Way::Pointer, ".more").await?;
    expect_focus(browser, ".open[data-action=\"open:5\"]").await?;
    browser.open("about:blank").await?;
    browser.open(&format!("{address}#forum=s18")).await?;
    expect_focus(browser, ".open[data-action=\"open:17\"][aria-expanded=true]").await?;
    // With all that stands before it.
    expect(browser, &format!("return {TITLES}.length"), &json!(20)).await
}

/// Where the page is about to be printed or searched, all of a programme is drawn, folded details included.
pub(crate) async fn all_is_drawn_when_asked(browser: &Browser, site: &Site) -> Result<()> {
    let feed = programme(150, 3, FIRST_DAY).to_string();
    for event in [
        "window.dispatchEvent(new Event('beforeprint'))",
        "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true }))",
        "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', metaKey: true, bubbles: true }))",
    ] {
        open_feed(browser, site, &feed, 640, "").await?;
        let drawn = "return [root.querySelectorAll('.open').length, root.querySelectorAll('.details .speakers').length]";
        expect(browser, drawn, &json!([30, 0])).await?;
        browser.execute(event, &[]).await?;
        expect(browser, drawn, &json!([150, 150])).await.with_context(|| event.to_owned())?;
        expect(browser, &format!("return {TITLES}.length"), &json!(50)).await?;
        // And the visitor goes on.
        activate(browser, Way::Pointer, "[data-action=\"day:2\"]").await?;
        until_root(browser, &format!("{TITLES}[0] === '{}'", title(100))).await?;
    }
    Ok(())
}

/// What the browser's own search finds in a folded session, or in another day, is opened.
pub(crate) async fn what_is_found_is_opened(browser: &Browser, site: &Site) -> Result<()> {
    let found = |css: &str| {
        format!(
            "root.querySelector('{css}').dispatchEvent(new Event('beforematch', {{ bubbles: true, composed: true }}))"
        )
    };
    open_feed(browser, site, &forty(), 640, "").await?;
    ask(browser, &found("#forum-day-2")).await?;
    until_root(browser, &format!("{TITLES}.join() === '{}'", day(2).join(","))).await?;
    ask(browser, &found("#forum-details-23")).await?;
    let opened =
        "!root.querySelector('#forum-details-23').hidden && root.querySelector('#forum-details-23 .actions')";
    until_root(browser, opened).await?;
    expect(browser, "return root.querySelectorAll('.open[aria-expanded=true]').length", &json!(1)).await
}

/// And it can be used as before: menus and stars, which the second half draws, are in the programme that is drawn for paper.
pub(crate) async fn what_is_drawn_when_asked_can_be_used(browser: &Browser, site: &Site) -> Result<()> {
    open_feed(browser, site, &programme(150, 3, FIRST_DAY).to_string(), 640, "data-favorites").await?;
    let usable = "return [root.querySelectorAll('.open').length, root.querySelectorAll('.star').length, \
        root.querySelectorAll('.menu option').length > 0]";
    until_told(browser, usable, &json!([30, 30, true])).await.context("at first")?;
    browser.execute("window.dispatchEvent(new Event('beforeprint'))", &[]).await?;
    until_told(browser, usable, &json!([150, 150, true])).await.context("for paper")
}
