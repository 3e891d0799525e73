//! How the map looks: as its legend says, and as a picture that is taken along.

use super::map_keyboard::wake_map;
use super::{SHIPPED_FEED, ask, open, released};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::{Resource, Site};
use anyhow::{Context as _, Result, anyhow, ensure};
use forum_widget::feed;
use forum_widget::locale::Language;
use forum_widget::map::geometry;
use forum_widget::settings;
use forum_widget::state::State;
use forum_widget::view::{Context, PAINT, picture};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The button saves the picture that the crate draws natively, to the byte, and it is one that browsers show.
pub(crate) async fn a_picture_is_saved(browser: &Browser, site: &Site) -> Result<()> {
    for (tag, attributes, pairs) in [
        ("es", "", &[][..]),
        ("ko", "data-map=\"tiles\"", &[("map", "tiles")]),
        ("fr", "data-worldview=\"ve\"", &[("worldview", "ve")]),
    ] {
        open(browser, site, &format!("data-view=\"map\" data-lang=\"{tag}\" {attributes}")).await?;
        wake_map(browser).await?;
        let catch = "window[Symbol.for('saved')] = []; URL.createObjectURL = function (blob) { \
            blob.text().then(function (text) { window[Symbol.for('saved')].push([blob.type, text]); }); return ''; }; \
            addEventListener('click', function (event) { if (event.composedPath()[0].download) { event.preventDefault(); } })";
        browser.execute(catch, &[]).await?;
        // Whatever is chosen and shown, the whole is saved.
        ask(browser, "root.querySelector('.country').click()").await?;
        browser.click(&browser.shadow_find("[data-action=picture]").await?).await?;
        browser.wait_until("window[Symbol.for('saved')].length === 1").await?;
        let saved = browser.execute("return window[Symbol.for('saved')][0]", &[]).await?;
        let forum = feed::read(&released(SHIPPED_FEED)?).map_err(|problem| anyhow!("{problem:?}"))?.forum;
        let (settings, _) = settings::read(pairs.iter().copied());
        let language = Language::of_tag(tag).context("no language")?;
        let (state, geometry) = (State::default(), geometry());
        let native = picture(&Context::new(&forum, &settings, language, &state, &geometry), PAINT);
        ensure!(saved[0] == "image/svg+xml" && saved[1].as_str() == Some(&native), "{tag}: {}", saved[0]);
        browser.set_window_size(1040, 1700).await?;
        browser.open(&site.resource(Resource::new("image/svg+xml", native))).await?;
        let parsed = "return [document.documentElement.localName, \
            document.querySelectorAll('parsererror, [style], [class]').length]";
        let parsed = browser.execute(parsed, &[]).await?;
        ensure!(parsed == json!(["svg", 0]), "{tag}: {parsed}");
        browser.screenshot(&format!("map-picture-{tag}")).await?;
    }
    Ok(())
}

/// What each way of taking part looks like wherever it is drawn: on land, in markers and tiles, in the list, the delegations and the
/// legend. A paint is a colour, or the colours and sizes of what a pattern is made of.
const LOOKS: &str = "function paint(shape) { \
        var fill = getComputedStyle(shape).fill, pattern = /#[\\w-]+/.exec(fill); \
        if (!pattern) return { colours: [fill], shape: '' }; \
        var parts = Array.from(root.querySelector(pattern[0]).children).map(function (part) { return getComputedStyle(part); }); \
        var stripes = parts[1].width !== 'auto' && parts[1].r === '0px'; \
        return { colours: parts.map(function (part) { return part.fill; }), \
            shape: !stripes ? 'dots' : parseFloat(parts[1].width) < parseFloat(parts[1].height) ? 'right' : 'left' }; } \
    function ground(style) { \
        var image = style.backgroundImage; \
        return { colour: image + ' ' + style.backgroundColor, shape: /radial/.test(image) ? 'dots' : \
            /-45deg/.test(image) ? 'right' : /45deg/.test(image) ? 'left' : '' }; } \
    function all(css) { return Array.from(root.querySelectorAll(css)); } \
    return ['host', 'in-person', 'pre-recorded', 'online', 'several', 'unknown'].map(function (way) { \
        var of = '[data-treatment=' + way + ']', legend = ground(getComputedStyle(root.querySelector('.swatch' + of))); \
        var shapes = all('.state' + of + ', .marker' + of + ' rect'), badges = all('.badge' + of); \
        var paints = shapes.map(paint).map(JSON.stringify), paint1 = JSON.parse(paints[0]); \
        return { way: way, legend: legend, paint: paint1, \
            count: [all('.state' + of).length, all('.marker' + of).length, badges.length], \
            agree: paints.every(function (one) { return one === paints[0]; }) && paint1.shape === legend.shape && \
                paint1.colours.every(function (colour) { return legend.colour.indexOf(colour) >= 0; }), \
            badges: badges.every(function (badge) { \
                var own = ground(getComputedStyle(badge)); \
                return own.shape === legend.shape && paint1.colours.every(function (colour) { return own.colour.indexOf(colour) >= 0; }); }) }; \
    })";

/// Each way has a look of its own, the same on land, in a marker, in a tile, beside a country's name and in the legend: light, dark, and
/// where Chromium pretends them in the colours of a system.
pub(crate) async fn legend_and_map_agree(browser: &Browser, site: &Site) -> Result<()> {
    let country = |code, host: bool, modes: &[&str]| {
        let ways: Vec<_> = modes.iter().map(|mode| json!({ "mode": mode })).collect();
        json!({ "code": code, "host": host, "participation": ways })
    };
    // Of each way one that is drawn as land, and one with a marker.
    let mut countries = Vec::new();
    for (land, marker, host, modes) in [
        ("KR", "AG", true, &["in-person"][..]),
        ("BR", "BB", false, &["in-person"]),
        ("AR", "DM", false, &["pre-recorded"]),
        ("MX", "GD", false, &["online"]),
        ("CO", "KN", false, &["in-person", "pre-recorded"]),
        ("CL", "LC", false, &["by-post"]),
    ] {
        countries.extend([country(land, host, modes), country(marker, host, modes)]);
    }
    let feed = json!({ "version": 1, "countries": countries });
    let feed = site.resource(Resource::new("application/json", feed.to_string()));
    let forced: &[(&str, &str)] = &[("forced-colors", "active")];
    let dark: &[(&str, &str)] = &[("forced-colors", "active"), ("prefers-color-scheme", "dark")];
    let chromium = browser.engine == Engine::Chromium;
    for (kind, theme, system) in [
        ("light", "light", &[][..]),
        ("dark", "dark", &[]),
        ("forced", "light", forced),
        ("forced-dark", "light", dark),
    ] {
        if !system.is_empty() && !chromium {
            continue;
        }
        if chromium {
            browser.emulate(system).await?;
        }
        for (map, count) in [("geographic", [2, 1, 4]), ("tiles", [0, 2, 4])] {
            let attributes = format!(
                "data-view=\"map delegations\" data-map=\"{map}\" data-theme=\"{theme}\" data-feed=\"{feed}\""
            );
            open(browser, site, &attributes).await?;
            wake_map(browser).await?;
            let looks = ask(browser, LOOKS).await?;
            let widget = browser.find("forum-widget").await?;
            let name = format!("map-legend-{map}-{kind}");
            browser.screenshot_of(&widget, &name).await?;
            let all = looks.as_array().context("no looks")?;
            let other =
                |key: &str| all.iter().map(|look| look[key].to_string()).collect::<BTreeSet<_>>().len();
            let right = |look: &Value| {
                look["agree"] == true && look["badges"] == true && look["count"] == json!(count)
            };
            ensure!(all.iter().all(right), "{name}: {looks}");
            ensure!((other("legend"), other("paint")) == (6, 6), "{name}: {looks}");
        }
    }
    if chromium {
        browser.emulate(&[]).await?;
    }
    Ok(())
}
