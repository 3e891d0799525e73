//! The map, the tiles and the delegations with what a feed has at its worst: everybody at once, counts of nobody and of
//! thousands, names of 80 letters, countries from elsewhere; and nobody at all.

use super::map_keyboard::wake_map;
use super::widths::BEYOND;
use super::{ask, exchange, open, until_told};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::json;

/// All states of the map, then those that it cannot draw.
pub(super) const CODES: &str = "AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT UY VC VE KR \
    ES US QZ";

/// Everybody, with counts and names that are hard to draw; of those from elsewhere one has no name of ours.
pub(super) fn extremes(site: &Site) -> String {
    let long = "Estado Plurinacional e Independiente de las Islas y Costas del Extremo Occidente";
    let modes = [&["in-person"][..], &["pre-recorded"], &["online"], &["in-person", "online"], &["by-post"]];
    let countries = CODES.split(' ').zip(modes.iter().cycle()).zip([0, 10_000, 3].iter().cycle());
    let countries = countries.map(|((code, modes), count)| {
        let ways = modes.iter().map(|mode| json!({ "mode": mode, "count": count, "level": "vice-minister" }));
        let note = json!("Un comentario de la fuente que es algo más largo que una línea del todo.");
        let mut country =
            json!({ "code": code, "host": code == "KR", "participation": ways.collect::<Vec<_>>() });
        if ["BB", "BO"].contains(&code) {
            country["name"] = json!(long);
        }
        if code == "CR" {
            country["note"] = note;
        }
        country
    });
    let feed = json!({
        "version": 1,
        "countries": countries.collect::<Vec<_>>(),
        "people": [
            { "id": "a", "name": "Ana Nombrelarguísimo de la Fuente y Apellidos Compuestos del Río San Juan", "country": "CR",
              "role": "Viceministra de Ciencia, Innovación, Tecnología y Telecomunicaciones" },
            { "id": "b", "name": "Beto", "country": "ES" },
        ],
        "sessions": [{ "id": "s", "title": "Una sesión", "people": [{ "person": "a" }] }],
    });
    site.resource(Resource::new("application/json", feed.to_string()))
}

/// Nothing is cut off, nothing reaches over the edge, and axe finds nothing.
async fn look(browser: &Browser, name: &str) -> Result<()> {
    let found = ask(browser, BEYOND).await?;
    ensure!(found["beyond"] == json!([]), "{name}: {}", found["beyond"]);
    browser.assert_accessible("forum-widget").await.with_context(|| name.to_owned())?;
    let widget = browser.find("forum-widget").await?;
    browser.screenshot_of(&widget, name).await.map(drop)
}

const KINDS: [(&str, &str, u32); 4] =
    [("es", "light", 360), ("ko", "dark", 360), ("ht", "dark", 1280), ("es", "light", 1280)];

/// A country is opened on the map, in each of its regions, and on tiles.
pub(crate) async fn map_and_tiles(browser: &Browser, site: &Site) -> Result<()> {
    browser.set_window_size(1400, 900).await?;
    let feed = extremes(site);
    open(browser, site, &format!("data-view=\"map\" data-feed=\"{feed}\"")).await?;
    for (language, theme, width) in KINDS {
        for (map, regions) in
            [("geographic", &["all", "north", "caribbean", "south"][..]), ("tiles", &["all"])]
        {
            let attributes = format!(
                "data-view=\"map\" data-map=\"{map}\" data-lang=\"{language}\" data-theme=\"{theme}\" data-feed=\"{feed}\""
            );
            exchange(browser, &attributes).await?;
            browser.set_column_width("#column", width).await?;
            wake_map(browser).await?;
            ask(browser, "root.querySelector('.country[data-action=\"country:CR\"]').click()").await?;
            until_told(browser, "return root.querySelectorAll('.opened').length", &json!(1)).await?;
            for region in regions {
                if *region != "all" {
                    ask(browser, &format!("root.querySelector('[data-action=\"region:{region}\"]').click()"))
                        .await?;
                    let shown = "return root.querySelector('.map').dataset.region";
                    until_told(browser, shown, &json!(region)).await?;
                }
                look(browser, &format!("map-extremes-{map}-{region}-{language}-{theme}-{width}")).await?;
            }
        }
    }
    Ok(())
}

/// The delegations of the same, and all views where nobody takes part.
pub(crate) async fn delegations_and_nobody(browser: &Browser, site: &Site) -> Result<()> {
    browser.set_window_size(1400, 900).await?;
    let nobody = json!({ "version": 1, "forum": { "name": "Foro" }, "sessions": [{ "id": "s", "title": "Una sesión" }] });
    let nobody = site.resource(Resource::new("application/json", nobody.to_string()));
    let extremes = extremes(site);
    open(browser, site, &format!("data-view=\"delegations\" data-feed=\"{extremes}\"")).await?;
    for (language, theme, width) in KINDS {
        for (what, views, feed) in
            [("delegations", "map delegations", &extremes), ("nobody", "agenda map delegations", &nobody)]
        {
            let attributes = format!(
                "data-view=\"{views}\" data-lang=\"{language}\" data-theme=\"{theme}\" data-feed=\"{feed}\""
            );
            exchange(browser, &attributes).await?;
            browser.set_column_width("#column", width).await?;
            look(browser, &format!("{what}-extremes-{language}-{theme}-{width}")).await?;
        }
    }
    Ok(())
}

/// The map with a country opened, and the delegations, as they look on paper: no control, and nothing beyond its edge.
pub(crate) async fn on_paper(browser: &Browser, site: &Site) -> Result<()> {
    if browser.engine != Engine::Chromium {
        return Ok(());
    }
    let attributes = "data-view=\"agenda map delegations\" data-theme=\"dark\" data-country=\"CR\"";
    open(browser, site, &format!("{attributes} data-feed=\"{}\"", extremes(site))).await?;
    browser.set_column_width("#column", 700).await?;
    wake_map(browser).await?;
    browser.emulate_paper(true).await?;
    let shown = "return ['.regions', '.map-panel .hint', '.country-list + .way', '.map', '.legend', '.delegation'].map(function (css) { \
        return root.querySelector(css).getClientRects().length; })";
    let shown = ask(browser, shown).await?;
    let found = ask(browser, BEYOND).await?;
    let widget = browser.find("forum-widget").await?;
    browser.screenshot_of(&widget, "map-extremes-on-paper").await?;
    browser.emulate_paper(false).await?;
    ensure!(shown == json!([0, 0, 0, 1, 1, 1]), "{shown}");
    ensure!(found["beyond"] == json!([]), "{}", found["beyond"]);
    Ok(())
}
