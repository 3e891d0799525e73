//! The live nodes are the printed ones: what the crate prints natively, parsed by each browser, is what stands there.

use super::{ALL_VIEWS, SHIPPED_FEED, choose, open, released};
use crate::browser::Browser;
use crate::site::Site;
use crate::tree::assert_same;
use anyhow::{Context as _, Result, anyhow};
use forum_widget::feed::{self, Forum};
use forum_widget::html;
use forum_widget::locale::{CountryCode, Language};
use forum_widget::map::geometry;
use forum_widget::settings;
use forum_widget::state::State;
use forum_widget::view::{Context, screen};

/// What the crate prints for a forum with every view.
pub(crate) fn printed(forum: &Forum, language: Language, countries: Vec<CountryCode>) -> String {
    let (settings, _) = settings::read([("view", ALL_VIEWS)]);
    let (state, geometry) = (State { countries, ..State::default() }, geometry());
    html::print(&screen(Context::new(forum, &settings, language, &state, &geometry)))
}

/// As it is drawn first, and after a country was chosen, in one language.
async fn in_language(browser: &Browser, site: &Site, language: Language) -> Result<()> {
    let tag = language.tag();
    open(browser, site, &format!("data-lang=\"{tag}\" data-view=\"{ALL_VIEWS}\"")).await?;
    let first = browser.shadow_tree("forum-widget").await?;
    choose(browser, &browser.shadow_find(".country[data-action=\"country:CR\"]").await?).await?;
    let chosen = browser.shadow_tree("forum-widget").await?;
    let reading = feed::read(&released(SHIPPED_FEED)?).map_err(|problem| anyhow!("{problem:?}"))?;
    let code = CountryCode::parse("CR").context("a code")?;
    for (live, countries) in [(first, vec![]), (chosen, vec![code])] {
        let selected = countries.len();
        let native = printed(&reading.forum, language, countries);
        let native = browser.parsed_tree(site, &native).await?;
        assert_same(&live, &native).with_context(|| format!("in {tag}, {selected} selected"))?;
    }
    Ok(())
}

/// Spanish, Portuguese, English, Korean, French, Haitian Creole, Dutch.
pub(crate) async fn seven_languages(browser: &Browser, site: &Site) -> Result<()> {
    for language in Language::ALL {
        in_language(browser, site, language).await?;
    }
    Ok(())
}
