//! What the map draws: markers that can be hit, tiles, worldviews.

use super::map_keyboard::wake_map;
use super::{STRICT, ask, open, page, released, snippet, until, until_told};
use crate::actions::Key;
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use forum_widget::locale::{CountryCode, Language, country_name};
use serde_json::json;
use std::time::Duration;

/// All that the map can draw, in the ways of taking part in turn and with none, one or two people, and two that it cannot.
pub(super) fn everybody(site: &Site) -> String {
    let codes = "AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT UY VC VE KR ES US";
    let modes = ["in-person", "pre-recorded", "online", "by-post"];
    let ways = modes.iter().cycle().zip((0..3).cycle());
    let countries: Vec<_> = codes
        .split(' ')
        .zip(ways)
        .map(|(code, (mode, count))| {
            json!({ "code": code, "host": code == "KR", "participation": [{ "mode": mode, "count": count }] })
        })
        .collect();
    let feed = json!({ "version": 1, "countries": countries });
    site.resource(Resource::new("application/json", feed.to_string()))
}

/// How small the smallest of these is, how near the nearest two are, and how high the letters are, in pixels.
const MEASURED: &str = "var all = Array.from(root.querySelectorAll('.map rect:not(.inset):not([class])')) \
        .filter(function (one) { return one.parentNode.localName === 'g'; }) \
        .map(function (one) { return one.getBoundingClientRect(); }), size = 1e9, distance = 1e9; \
    all.forEach(function (one, index) { \
        size = Math.min(size, one.width, one.height); \
        all.slice(index + 1).forEach(function (other) { \
            distance = Math.min(distance, Math.hypot(one.x + one.width / 2 - other.x - other.width / 2, \
                one.y + one.height / 2 - other.y - other.height / 2)); \
        }); \
    }); \
    return { count: all.length, size: size, distance: distance, letters: size * 37 / 80 }";

/// The same of all buttons that are wholly to be seen.
const SEEN: &str = "var frame = root.querySelector('.map').getBoundingClientRect(); \
    var all = Array.from(root.querySelectorAll('.marker[role=button] rect')).map(function (one) { \
        return one.getBoundingClientRect(); }), size = 1e9, distance = 1e9; \
    all.forEach(function (one, index) { \
        size = Math.min(size, one.width, one.height, one.left < frame.left - 1 || one.right > frame.right + 1 ? 0 : 1e9); \
        all.slice(index + 1).forEach(function (other) { \
            distance = Math.min(distance, Math.hypot(one.x - other.x, one.y - other.y)); \
        }); \
    }); \
    return { count: all.length, size: size, distance: distance }";

async fn check(browser: &Browser, count: u64, width: u32) -> Result<()> {
    let found = ask(browser, MEASURED).await?;
    let at_least = |name: &str, least: f64| found[name].as_f64().is_some_and(|value| value >= least - 0.01);
    ensure!(found["count"] == count, "{width}: {found}");
    ensure!(at_least("size", 24.0) && at_least("distance", 24.0), "{width}: {found}");
    ensure!(at_least("letters", 11.0), "{width}: {found}");
    Ok(())
}

/// With all 33 there at once, in columns of many widths.
pub(crate) async fn markers_can_be_hit(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"agenda map\" data-feed=\"{}\"", everybody(site))).await?;
    for width in [340, 360, 440, 521, 580, 640, 700, 860, 1100, 1280] {
        browser.set_column_width("#column", width).await?;
        check(browser, 23, width).await?;
        if width == 360 || width == 1280 {
            let panel = browser.find("forum-widget").await?;
            browser.screenshot_of(&panel, &format!("map-everybody-{width}")).await?;
        }
    }
    let chips = ask(browser, "return root.querySelectorAll('.map-panel .chip').length").await?;
    ensure!(chips == 2, "{chips}");
    Ok(())
}

/// In each region what is to be seen is as large and as far apart, and the drawing stays where it is.
pub(crate) async fn a_region_is_looked_at(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"map\" data-feed=\"{}\"", everybody(site))).await?;
    let place = "var box = root.querySelector('.map').getBoundingClientRect(); \
        return [box.top - root.querySelector('.root').getBoundingClientRect().top, box.height]";
    ask(browser, "root.querySelector('.root').dispatchEvent(new Event('touchstart', { bubbles: true }))")
        .await?;
    until_told(browser, "return root.querySelectorAll('.regions button').length", &json!(4)).await?;
    for width in [340, 360, 640] {
        browser.set_column_width("#column", width).await?;
        let before = ask(browser, place).await?;
        for (region, view) in [
            ("north", "0 0 480 541"),
            ("caribbean", "320 0 420 473"),
            ("south", "197 222 803 905"),
            ("all", "0 0 1000 1127"),
        ] {
            ask(browser, &format!("root.querySelector('[data-action=\"region:{region}\"]').click()")).await?;
            let pressed = "var one = root.querySelector('.regions [aria-pressed=true]'); return one && one.dataset.action";
            until_told(browser, pressed, &json!(format!("region:{region}"))).await?;
            ensure!(ask(browser, "return root.querySelector('.map').getAttribute('viewBox')").await? == view);
            let after = ask(browser, place).await?;
            let near = |index: usize| {
                (after[index].as_f64().zip(before[index].as_f64())).is_some_and(|(a, b)| (a - b).abs() <= 1.0)
            };
            ensure!(near(0) && near(1), "{region} at {width}: {before} {after}");
            let found = ask(browser, SEEN).await?;
            let at_least =
                |name: &str, least: f64| found[name].as_f64().is_some_and(|value| value >= least - 0.01);
            ensure!(
                at_least("size", 24.0) && at_least("distance", 24.0) && at_least("count", 7.0),
                "{region} at {width}: {found}"
            );
            if width != 340 {
                let widget = browser.find("forum-widget").await?;
                browser.screenshot_of(&widget, &format!("map-region-{region}-{width}")).await?;
            }
        }
    }
    Ok(())
}

/// An entry of the legend lets its countries through, on the map and in the list, and says how many.
pub(crate) async fn the_legend_filters(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"map\" data-feed=\"{}\"", everybody(site))).await?;
    let legend = "return Array.from(root.querySelectorAll('.legend li')).map(function (one) { \
        var box = one.getBoundingClientRect(); return [Math.round(box.x), Math.round(box.y)]; })";
    let before = ask(browser, legend).await?;
    ask(browser, "root.querySelector('.root').dispatchEvent(new Event('touchstart', { bubbles: true }))")
        .await?;
    until_told(browser, "return root.querySelectorAll('.entry').length", &json!(5)).await?;
    ensure!(ask(browser, legend).await? == before, "the legend moves");
    let shown = "function count(css) { return Array.from(root.querySelectorAll(css)).filter(function (one) { \
            return one.getClientRects().length; }).length; } \
        return [count('.country'), count('.map-panel .chip'), count('svg [role=button]'), count('.state[data-action]'), \
            root.querySelector('[role=status]').textContent]";
    let online = browser.shadow_find("[data-action=\"only:online\"]").await?;
    browser.click(&online).await?;
    until_told(browser, shown, &json!([9, 1, 8, 8, "En línea: 9\u{a0}países. "])).await?;
    let widget = browser.find("forum-widget").await?;
    browser.screenshot_of(&widget, "map-legend").await?;
    browser.assert_accessible("forum-widget").await?;
    browser.click(&online).await?;
    until_told(browser, shown, &json!([36, 2, 34, 34, ""])).await
}

/// The code of a marker chooses its country.
pub(crate) async fn a_marker_chooses(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"map\" data-feed=\"{}\"", everybody(site))).await?;
    ask(
        browser,
        "root.querySelector('.marker[data-action=\"country:BB\"] rect').dispatchEvent( \
             new MouseEvent('click', { bubbles: true, composed: true }))",
    )
    .await?;
    let pressed = "return root.querySelector('.country[aria-pressed=true]')?.dataset.action ?? null";
    until_told(browser, pressed, &json!("country:BB")).await
}

/// Where a click hits no country, the nearest is chosen; far from all of them, none.
pub(crate) async fn the_nearest_is_chosen(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"map\" data-feed=\"{}\"", everybody(site))).await?;
    browser.set_column_width("#column", 360).await?;
    let pressed = "return root.querySelector('.country[aria-pressed=true]')?.dataset.action ?? null";
    // So many pixels left of a marker or shape: what is there is clicked.
    for (class, code, beside, chosen) in [
        ("marker", "AG", 9, "AG"),
        ("marker", "GT", 9, "GT"),
        ("state", "KR", 30, "GT"),
        ("marker", "LC", 9, "LC"),
    ] {
        let hit = format!(
            "var one = root.querySelector('.{class}[data-action=\"country:{code}\"]'), box; \
             one.scrollIntoView({{ block: 'center' }}); box = one.getBoundingClientRect(); \
             var x = box.left - {beside}, y = box.top + box.height / 2, there = root.elementFromPoint(x, y); \
             there.dispatchEvent(new MouseEvent('click', {{ bubbles: true, composed: true, clientX: x, clientY: y }})); \
             return there.closest('[data-action]') === null && there.closest('.map') !== null"
        );
        ensure!(ask(browser, &hit).await? == true, "left of {code} is a country");
        until_told(browser, pressed, &json!(format!("country:{chosen}"))).await.with_context(|| code)?;
    }
    Ok(())
}

/// As the page asks, and in a column of 320 px without being asked.
pub(crate) async fn tiles_are_equal_and_can_be_hit(browser: &Browser, site: &Site) -> Result<()> {
    let feed = everybody(site);
    let drawn = "return root.querySelectorAll('.map[data-map=tiles] g').length";
    open(browser, site, &format!("data-view=\"map\" data-map=\"tiles\" data-feed=\"{feed}\"")).await?;
    until_told(browser, drawn, &json!(34)).await?;
    open(browser, site, &format!("data-view=\"map\" data-feed=\"{feed}\"")).await?;
    ensure!(ask(browser, drawn).await? == 0);
    browser.set_column_width("#column", 320).await?;
    ask(browser, "widget.reload()").await?;
    until_told(browser, drawn, &json!(34)).await?;
    until(browser, "ready").await?;
    check(browser, 34, 320).await?;
    ensure!(ask(browser, "return root.querySelector('.borders')").await? == json!(null));
    let widget = browser.find("forum-widget").await?;
    browser.screenshot_of(&widget, "map-tiles-320").await.map(drop)
}

/// Nothing is drawn of the land before it is as the page asks.
pub(crate) async fn no_other_worldview_is_seen_before(browser: &Browser, site: &Site) -> Result<()> {
    for (worldview, expected) in
        [("ar", [16, 0, 0, 0]), ("ve", [17, 1, 1, 1]), ("gt", [17, 1, 0, 1]), ("none", [16, 0, 0, 0])]
    {
        // The words that come with the second half of either engine.
        let late = Resource::new("text/plain", released("/words/es-later.txt")?);
        site.replace("/words/es-later.txt", late.delay(Duration::from_millis(1500)));
        let body = snippet(&format!("data-view=\"map\" data-worldview=\"{worldview}\""));
        browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
        // Ready is only the whole map.
        let place = "(document.querySelector('forum-widget').shadowRoot || document).querySelector('.map')";
        browser.wait_until(place).await?;
        let before = "var map = root.querySelector('.map'); return [map.childNodes.length, map.clientHeight]";
        let before = ask(browser, before).await?;
        ensure!(before[0] == 0 && before[1].as_f64() > Some(300.0), "{worldview}: {before}");
        let counts = "return ['.territory', '.dagger', '.hatched', '.dashed'].map(function (css) { \
            return root.querySelectorAll('.map ' + css).length; })";
        until_told(browser, counts, &json!(expected)).await?;
        let height = ask(browser, "return root.querySelector('.map').clientHeight").await?;
        ensure!(height == before[1], "{worldview}: {before} {height}");
        let widget = browser.find("forum-widget").await?;
        browser.screenshot_of(&widget, &format!("map-worldview-{worldview}")).await?;
    }
    Ok(())
}

/// A column that becomes narrow has tiles, and land once it is wide; what is chosen and what has the focus stay.
pub(crate) async fn a_column_becomes_narrow_and_wide_again(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"agenda map\" data-feed=\"{}\"", everybody(site))).await?;
    browser.set_column_width("#column", 400).await?;
    let listen = "var told = window[Symbol.for('errors')] = []; \
        addEventListener('error', function (event) { told.push(event.message); })";
    browser.execute(listen, &[]).await?;
    wake_map(browser).await?;
    let shown = "var at = root.activeElement; return [root.querySelector('.map').getAttribute('data-map'), \
        Array.from(root.querySelectorAll('[aria-pressed=true][data-action^=country]')).map(function (one) { \
            return one.localName; }).join(), \
        at && at.closest('svg') && at.dataset.action, window[Symbol.for('errors')].join(), widget.state]";
    for (code, land) in [("BR", "path"), ("BB", "g")] {
        let button = format!("svg [data-action=\"country:{code}\"][tabindex]");
        ask(browser, &format!("root.querySelector('{button}').focus()")).await?;
        browser.press(&[Key::Enter]).await?;
        let action = format!("country:{code}");
        let on_land = json!([null, format!("{land},button"), action, "", "ready"]);
        let on_tiles = json!(["tiles", "g,button", action, "", "ready"]);
        until_told(browser, shown, &on_land).await.context("chosen")?;
        // A scroll bar that goes with the higher map is no reason to draw it again.
        for (width, expected) in [(320, &on_tiles), (350, &on_tiles), (400, &on_land), (345, &on_land)] {
            browser.set_column_width("#column", width).await?;
            let frames = "var done = arguments[0]; requestAnimationFrame(function () { requestAnimationFrame(function () { done(); }); })";
            browser.execute_async(frames, &[]).await?;
            until_told(browser, shown, expected).await.with_context(|| format!("{code} at {width}"))?;
        }
        browser.press(&[Key::Enter]).await?;
        until_told(browser, shown, &json!([null, "", action, "", "ready"])).await?;
    }
    Ok(())
}

/// Those who are not on the map have their names in the list and below the map, in every language.
pub(crate) async fn who_comes_from_elsewhere_has_a_name(browser: &Browser, site: &Site) -> Result<()> {
    let feed = json!({ "version": 1, "countries": [{ "code": "ES" }, { "code": "US" }, { "code": "QZ" }] });
    let feed = site.resource(Resource::new("application/json", feed.to_string()));
    let said = "return ['.countries .chip', '.country-name', '.delegation-name'].map(function (css) { \
        return Array.from(root.querySelectorAll(css)).map(function (one) { return one.lastChild.textContent; }).sort(); })";
    for language in Language::ALL {
        let tag = language.tag();
        open(
            browser,
            site,
            &format!("data-view=\"map delegations\" data-lang=\"{tag}\" data-feed=\"{feed}\""),
        )
        .await?;
        let name =
            |code| CountryCode::parse(code).and_then(|code| country_name(code, language)).unwrap_or(code);
        let mut names = ["ES", "US", "QZ"].map(name);
        names.sort_unstable();
        ensure!(names.contains(&"QZ") && !names.contains(&"ES"), "{names:?}");
        let found = ask(browser, said).await?;
        ensure!(found == json!([names, names, names]), "{tag}: {found}");
        // At once, also where nothing else asks for the second half of the engine.
        open(browser, site, &format!("data-view=\"map\" data-lang=\"{tag}\" data-feed=\"{feed}\"")).await?;
        let found = ask(browser, said).await?;
        ensure!(found == json!([names, names, []]), "{tag}: {found}");
    }
    Ok(())
}
