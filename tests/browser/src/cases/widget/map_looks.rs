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
use serde_json::json;
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
        let native = picture(Context::new(&forum, &settings, language, &state, &geometry), PAINT);
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

/// The look of each way of taking part in the legend, and on the map.
const LOOKS: &str = "return ['host', 'in-person', 'pre-recorded', 'online', 'several', 'unknown'].map(function (way) { \
    var of = '[data-treatment=' + way + ']', swatch = getComputedStyle(root.querySelector('.swatch' + of)), \
        state = root.querySelector('.state' + of), pattern = state.getAttribute('fill'); \
    var parts = pattern ? Array.from(root.querySelectorAll(pattern.slice(4, -1) + ' :is(rect, circle)')) : [state]; \
    var colours = parts.map(function (part) { return getComputedStyle(part).fill; }); \
    var legend = swatch.backgroundColor + ' ' + swatch.backgroundImage; \
    return { way: way, legend: legend, map: pattern + colours + parts.map(function (part) { \
            return getComputedStyle(part).width; }), \
        leans: swatch.backgroundImage.indexOf('-45deg') >= 0 ? 'right' : swatch.backgroundImage.indexOf('45deg') >= 0 ? 'left' : '', \
        leansOnTheMap: pattern && pattern.indexOf('dots') < 0 ? \
            root.querySelector(pattern.slice(4, -1)).lastChild.getAttribute('width') === '5' ? 'right' : 'left' : '', \
        agree: colours.every(function (colour) { return legend.indexOf(colour) >= 0; }) && \
            (swatch.backgroundImage === 'none') === !pattern }; })";

/// Each way has a look of its own, the same in the legend and on the map: light, dark, and where Chromium pretends them in
/// the colours of a system.
pub(crate) async fn legend_and_map_agree(browser: &Browser, site: &Site) -> Result<()> {
    let country = |code, modes: &[&str]| {
        let ways: Vec<_> = modes.iter().map(|mode| json!({ "mode": mode })).collect();
        json!({ "code": code, "host": code == "KR", "participation": ways })
    };
    let countries = json!([
        country("KR", &["in-person"]),
        country("BR", &["in-person"]),
        country("AR", &["pre-recorded"]),
        country("MX", &["online"]),
        country("CO", &["in-person", "pre-recorded"]),
        country("CL", &["by-post"]),
        country("BB", &["in-person", "online"]),
    ]);
    let feed = json!({ "version": 1, "countries": countries });
    let feed = site.resource(Resource::new("application/json", feed.to_string()));
    let forced: &[(&str, &str)] = &[("forced-colors", "active")];
    let chromium = browser.engine == Engine::Chromium;
    for (theme, system) in [("light", &[][..]), ("dark", &[]), ("light", forced)] {
        if !system.is_empty() && !chromium {
            continue;
        }
        if chromium {
            browser.emulate(system).await?;
        }
        let attributes = format!("data-view=\"map\" data-theme=\"{theme}\" data-feed=\"{feed}\"");
        open(browser, site, &attributes).await?;
        wake_map(browser).await?;
        let looks = ask(browser, LOOKS).await?;
        let widget = browser.find("forum-widget").await?;
        let name = format!("map-legend-{theme}{}", if system.is_empty() { "" } else { "-forced" });
        browser.screenshot_of(&widget, &name).await?;
        let all = looks.as_array().context("no looks")?;
        let other = |key: &str| all.iter().map(|look| look[key].to_string()).collect::<BTreeSet<_>>().len();
        ensure!(all.iter().all(|look| look["agree"] == true), "{name}: {looks}");
        ensure!(all.iter().all(|look| look["leans"] == look["leansOnTheMap"]), "{name}: {looks}");
        ensure!((other("legend"), other("map")) == (6, 6), "{name}: {looks}");
    }
    if chromium {
        browser.emulate(&[]).await?;
    }
    Ok(())
}
