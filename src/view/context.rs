use super::node::{Element, element};
use crate::feed::{Country, Forum, Text};
use crate::locale::{CountryCode, Language, Messages, country_name, sort_key};
use crate::map::Geometry;
use crate::settings::Settings;
use crate::state::State;

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
}

impl<'a> Context<'a> {
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

    /// The name of a country: the feed's, else ours, else its code.
    pub fn country_name(&self, code: CountryCode) -> String {
        let own = self.country(code).and_then(|country| country.name.as_ref()).map(|name| self.string(name));
        own.or_else(|| country_name(code, self.language)).map_or_else(|| code.as_str().into(), Into::into)
    }

    /// The countries that take part, by name in the order of the reader's language.
    pub fn countries_by_name(&self) -> Vec<(&'a Country, String)> {
        let mut named = Vec::new();
        for country in &self.forum.countries {
            let name = self.country_name(country.code);
            named.push((sort_key(&name), country, name));
        }
        named.sort_unstable_by(|(a, ..), (b, ..)| a.cmp(b));
        named.into_iter().map(|(_, country, name)| (country, name)).collect()
    }
}
