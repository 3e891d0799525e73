use super::agenda::Menu;
use super::node::{Element, element};
use crate::agenda::Progress;
use crate::feed::{Country, Forum, SessionId, Text};
use crate::locale::{Clock, CountryCode, Language, Messages, country_name, sort_key};
use crate::map::Geometry;
use crate::settings::Settings;
use crate::state::{News, State, ZoneChoice};
use crate::time::Zone;

/// What the browser was asked about its visitor; natively nothing is known.
#[derive(Clone, Copy, Debug, Default)]
pub struct Visitor {
    /// The zone, by its name or else by its offset now.
    pub zone: Option<Zone>,
    /// How the visitor's region writes the time of day.
    pub clock: Clock,
}

/// How many sessions are drawn at first.
const WINDOW: usize = 30;

/// Up to so many sessions a programme is drawn as a whole.
const WHOLE: usize = 100;

/// Everything that a part of the screen is drawn from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The forum.
    pub forum: &'a Forum,
    /// What the page asked for.
    pub settings: &'a Settings,
    /// The reader's language.
    pub language: Language,
    /// What the visitor chose.
    pub state: &'a State,
    /// The shapes of the map.
    pub geometry: &'a Geometry,
    /// Who looks at it.
    pub visitor: Visitor,
    /// Which sessions the filter lets through, by their positions; nothing while there is no filter.
    pub found: Option<&'a [bool]>,
    /// What is on now and next, by the positions of the sessions; empty while the forum is not on.
    pub progress: &'a [Option<Progress>],
    /// What there is to choose from; empty before it is asked for.
    pub menus: &'a [Menu],
    /// What is new since the last visit, by the positions of the sessions; empty where nothing is kept.
    pub news: &'a [Option<News>],
}

impl<'a> Context<'a> {
    /// The screen as it is before anything is known of who looks at it.
    pub fn new(
        forum: &'a Forum,
        settings: &'a Settings,
        language: Language,
        state: &'a State,
        geometry: &'a Geometry,
    ) -> Context<'a> {
        let visitor = Visitor::default();
        Context {
            forum,
            settings,
            language,
            state,
            geometry,
            visitor,
            found: None,
            progress: &[],
            menus: &[],
            news: &[],
        }
    }

    /// Whether the filter lets a session through.
    pub fn is_found(&self, id: SessionId) -> bool {
        let position = usize::try_from(id.0).ok();
        self.found.is_none_or(|found| position.and_then(|position| found.get(position)) == Some(&true))
    }

    /// How many sessions are drawn at most.
    pub fn window(&self) -> usize {
        match self.settings.limit {
            None if self.forum.sessions.len() <= WHOLE => WHOLE,
            limit => limit.unwrap_or(WINDOW).saturating_add(self.state.more),
        }
    }

    /// Whether all is drawn, also what is folded away.
    pub fn is_whole(&self) -> bool {
        self.forum.sessions.len() <= self.window()
    }

    /// Where a session stands in time, while the forum is on.
    pub fn progress_of(&self, id: SessionId) -> Option<Progress> {
        self.progress.get(usize::try_from(id.0).ok()?).copied().flatten()
    }

    /// The zone whose time stands beside the event's, as the visitor chose.
    pub fn zone_beside(&self) -> Option<Zone> {
        match self.state.zone {
            ZoneChoice::None => None,
            ZoneChoice::Local => self.visitor.zone,
            ZoneChoice::Named(zone) => Some(zone),
        }
    }

    /// The words of the reader's language.
    pub fn messages(&self) -> &'static Messages {
        Messages::of(self.language)
    }

    /// A heading, `depth` levels below the widget's first.
    pub fn heading(&self, depth: u8) -> Element {
        element(match self.settings.heading_level + depth {
            ..=1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        })
    }

    /// An element with a text of the feed, marked with its language where that is not the reader's.
    pub fn write(&self, into: Element, text: &Text) -> Element {
        match text.choose(self.language) {
            Some(chosen) => match chosen.foreign {
                Some(tag) => into.with_value("lang", tag.to_owned()).text(chosen.text),
                None => into.text(chosen.text),
            },
            None => into,
        }
    }

    /// A text of the feed as a plain string.
    pub fn string(&self, text: &'a Text) -> &'a str {
        text.choose(self.language).map(|chosen| chosen.text).unwrap_or_default()
    }

    /// An optional text of the feed in an element of its own.
    pub fn optional(&self, into: Element, text: Option<&Text>) -> Option<Element> {
        let text = text.filter(|text| text.choose(self.language).is_some());
        text.map(|text| self.write(into, text))
    }

    /// What the feed says of a country.
    pub fn country(&self, code: CountryCode) -> Option<&'a Country> {
        self.forum.countries.iter().find(|country| country.code == code)
    }

    /// The name of a country: the feed's in the reader's language, else ours, else the feed's in another, else its code.
    pub fn country_name(&self, code: CountryCode) -> String {
        let named = self.country(code).and_then(|country| country.name.as_ref()?.choose(self.language));
        let own = named.filter(|chosen| chosen.foreign.is_none()).map(|chosen| chosen.text);
        let text = own.or_else(|| country_name(code, self.language)).or(named.map(|chosen| chosen.text));
        text.map_or_else(|| code.as_str().into(), Into::into)
    }

    /// The countries that take part, by name in the order of the reader's language.
    pub fn countries_by_name(&self) -> Vec<(&'a Country, String)> {
        let mut named: Vec<(String, &Country, String)> = Vec::new();
        for country in &self.forum.countries {
            let name = self.country_name(country.code);
            let key = sort_key(&name);
            let place = named.partition_point(|(other, ..)| *other <= key);
            named.insert(place, (key, country, name));
        }
        named.into_iter().map(|(_, country, name)| (country, name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;

    #[test]
    fn a_country_has_the_feeds_name_in_the_readers_language_before_ours_and_ours_before_one_in_another() {
        let feed = r#"{"version": 1, "countries": [{"code": "CO", "name": {"ko": "콜롬비아 공화국"}},
            {"code": "KR", "name": "Corea"}, {"code": "CR", "name": {"es": "La Suiza Centroamericana"}},
            {"code": "XX", "name": {"ko": "가나다"}}]}"#;
        let (forum, settings) = (read(feed.as_bytes()).unwrap().forum, Settings::default());
        let (state, geometry) = (State::default(), Geometry::default());
        let context = Context::new(&forum, &settings, Language::Es, &state, &geometry);
        let names = ["CO", "KR", "CR", "XX", "PE", "ZZ"]
            .map(|code| context.country_name(CountryCode::parse(code).unwrap()));
        assert_eq!(names, ["Colombia", "Corea", "La Suiza Centroamericana", "가나다", "Perú", "ZZ"]);
    }
}
