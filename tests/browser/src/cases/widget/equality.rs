//! The live nodes are the printed ones: what the crate prints natively, parsed by each browser, is what stands there.

use super::{ALL_VIEWS, SHIPPED_FEED, ask, choose, exchange, open, released};
use crate::browser::Browser;
use crate::site::Site;
use crate::tree::assert_same;
use anyhow::{Context as _, Result, anyhow};
use forum_widget::feed::{self, Forum};
use forum_widget::html;
use forum_widget::locale::{Clock, CountryCode, Language};
use forum_widget::map::geometry;
use forum_widget::settings;
use forum_widget::state::State;
use forum_widget::time::Zone;
use forum_widget::view::{Context, Part, Visitor, complete_part, menus, screen};

/// Who looks at it, as this browser says.
pub(crate) async fn visitor(browser: &Browser, language: Language) -> Result<Visitor> {
    let script = "return [Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.languages]";
    let told = ask(browser, script).await?;
    let zone = told[0].as_str().and_then(Zone::named).context("no zone that is known")?;
    let tags = told[1].as_array().context("no languages")?.iter().filter_map(|tag| tag.as_str());
    let own = tags.filter(|tag| tag.split('-').next() == Some(language.tag()));
    Ok(Visitor { zone: Some(zone), clock: Clock::of_tags(own) })
}

/// The views of a first visit, which the first half of the engine draws.
const FIRST_VIEWS: &str = "agenda map";

/// What the crate prints for a forum: as it is first drawn, or with every view for a visitor who has chosen countries.
pub(crate) fn printed(
    forum: &Forum,
    language: Language,
    visitor: Visitor,
    countries: Vec<CountryCode>,
) -> String {
    let views = if countries.is_empty() { FIRST_VIEWS } else { ALL_VIEWS };
    let (settings, _) = settings::read([("view", views)]);
    let (state, geometry) = (State { countries, ..State::default() }, geometry());
    let context = &Context { visitor, ..Context::new(forum, &settings, language, &state, &geometry) };
    let mut drawn = screen(context);
    if !state.countries.is_empty() {
        let menus = menus(context);
        for (class, part) in [("agenda", Part::Agenda), ("map-panel", Part::Map)] {
            if let Some(place) = drawn.find(class) {
                *place = complete_part(part, &Context { menus: &menus, ..*context });
            }
        }
    }
    html::print(&drawn)
}

/// As it is drawn first, and after a country was chosen, in every language.
pub(crate) async fn seven_languages(browser: &Browser, site: &Site) -> Result<()> {
    let settings =
        |language: Language, views| format!("data-lang=\"{}\" data-view=\"{views}\"", language.tag());
    open(browser, site, &settings(Language::Es, FIRST_VIEWS)).await?;
    // The pointer stays where it was last, and over the widget it would be a sign of interest.
    browser.click(&browser.find("h1").await?).await?;
    let mut drawn = Vec::new();
    for language in Language::ALL {
        exchange(browser, &settings(language, FIRST_VIEWS)).await?;
        drawn.push((language, vec![], browser.shadow_tree("forum-widget").await?));
    }
    let code = CountryCode::parse("CR").context("a code")?;
    let mut visitors = Vec::new();
    for language in Language::ALL {
        exchange(browser, &settings(language, ALL_VIEWS)).await?;
        choose(browser, &browser.shadow_find(".country[data-action=\"country:CR\"]").await?).await?;
        drawn.push((language, vec![code], browser.shadow_tree("forum-widget").await?));
        visitors.push(visitor(browser, language).await?);
    }
    let reading = feed::read(&released(SHIPPED_FEED)?).map_err(|problem| anyhow!("{problem:?}"))?;
    for ((language, countries, live), visitor) in drawn.into_iter().zip(visitors.iter().cycle()) {
        let selected = countries.len();
        let native = printed(&reading.forum, language, *visitor, countries);
        let native = browser.parsed_tree(site, &native).await?;
        assert_same(&live, &native).with_context(|| format!("in {}, {selected} selected", language.tag()))?;
    }
    Ok(())
}
