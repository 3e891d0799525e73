//! An object of JSON-LD 1.1, of which every value may be one or a list.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::feed::import::LossKind;
use crate::feed::import::draft::Draft;
use crate::feed::import::object::Object;
use crate::feed::import::texts::{marked_up, together};
use crate::feed::import::vocabulary::language_named;
use crate::feed::language_tag::LanguageTag;
use crate::feed::link::Link;
use crate::feed::text::Text;

/// The objects of the input that others mean by their `@id`.
#[derive(Default)]
pub struct Graph<'a> {
    of_id: HashMap<&'a str, &'a Map<String, Value>>,
    /// The language of texts without one (JSON-LD 1.1, 4.2.4).
    language: Option<&'a str>,
}

impl<'a> Graph<'a> {
    /// Adds what is in a value, to any depth; `serde_json` has bounded that.
    pub fn add(&mut self, value: &'a Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.add(item)),
            Value::Object(members) => {
                if let Some(id) =
                    members.get("@id").and_then(Value::as_str).filter(|_| !is_reference(members))
                {
                    self.of_id.entry(id).or_insert(members);
                }
                let mut contexts = members.get("@context").into_iter().flat_map(one_or_many);
                let language = contexts.find_map(|context| context.get("@language")?.as_str());
                self.language = self.language.or(language);
                members.values().for_each(|value| self.add(value));
            }
            _ => {}
        }
    }

    /// What a reference means; any other object itself.
    pub fn resolved(&self, members: &'a Map<String, Value>) -> &'a Map<String, Value> {
        let id = members.get("@id").and_then(Value::as_str).filter(|_| is_reference(members));
        id.and_then(|id| self.of_id.get(id)).copied().unwrap_or(members)
    }
}

/// Whether there is nothing in an object but whom it means.
fn is_reference(members: &Map<String, Value>) -> bool {
    members.keys().all(|key| matches!(key.as_str(), "@id" | "@type"))
}

/// A value as a list.
pub fn one_or_many(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        _ => std::slice::from_ref(value),
    }
}

/// An object, and what was asked of it.
pub struct Thing<'a> {
    /// What is in it.
    pub members: &'a Map<String, Value>,
    object: Object<'a>,
    graph: &'a Graph<'a>,
}

/// A value with its places: `subEvent[3].name`, and `subEvent[*].name`.
pub type Placed<'a> = (&'a Value, String, String);

impl<'a> Thing<'a> {
    /// An object at a place.
    pub fn at(
        members: &'a Map<String, Value>,
        place: String,
        places: String,
        graph: &'a Graph<'a>,
    ) -> Thing<'a> {
        let members = graph.resolved(members);
        Thing { members, object: Object::at(members, place, places), graph }
    }

    /// Where it is.
    pub fn place(&self) -> &str {
        &self.object.place
    }

    /// Where the value of a key is.
    pub fn place_of(&self, key: &str) -> String {
        self.object.place_of(key)
    }

    /// The same, of which nothing was asked yet.
    pub fn again(&self) -> Thing<'a> {
        Thing::at(self.members, self.object.place.clone(), self.object.places.clone(), self.graph)
    }

    /// What tells it from others, wherever it is mentioned.
    pub fn identity(&self) -> *const Map<String, Value> {
        self.members
    }

    /// Whether it has a name, which a reference to something outside of the input has not.
    pub fn has_name(&self) -> bool {
        self.members.contains_key("name")
    }

    /// Whether it is of a type, by the last word of any of its types.
    pub fn is(&self, known: impl Fn(&str) -> bool) -> bool {
        types(self.members).any(known)
    }

    /// The values of a key, one or many.
    pub fn values(&mut self, key: &'static str) -> Vec<Placed<'a>> {
        let Some(value) = self.object.value(key) else { return Vec::new() };
        let (place, places) = (self.object.place_of(key), self.object.places_of(key));
        match value {
            Value::Array(items) => {
                let numbered = |(index, item)| (item, format!("{place}[{index}]"), format!("{places}[*]"));
                items.iter().enumerate().map(numbered).collect()
            }
            value => vec![(value, place, places)],
        }
    }

    /// The objects of a key.
    pub fn things(&mut self, key: &'static str) -> Vec<Thing<'a>> {
        let values = self.values(key);
        values.iter().filter_map(|placed| self.thing(placed)).collect()
    }

    /// What a value is: an object, as a thing.
    pub fn thing(&self, (value, place, places): &Placed<'a>) -> Option<Thing<'a>> {
        value.as_object().map(|members| Thing::at(members, place.clone(), places.clone(), self.graph))
    }

    /// The text of a key, in each language that it has.
    pub fn text(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<Text> {
        let mut parts = Vec::new();
        for (value, place, _) in self.values(key) {
            let (text, tag) = match value.as_object() {
                Some(members) => (members.get("@value").unwrap_or(value), members.get("@language")),
                None => (value, None),
            };
            let Some(text) = scalar(text, &place, draft) else { continue };
            let tag = tag.and_then(Value::as_str).or(self.graph.language);
            let tag = tag.and_then(|tag| draft.language(tag, &place));
            let tag = tag.map_or(String::new(), |tag| tag.as_str().into());
            parts.extend(marked_up(&text, &place, draft).map(|text| (tag, text, place)));
        }
        together(&parts, draft)
    }

    /// A text in the language of the input.
    pub fn plain(&self, text: &str, place: &str, draft: &mut Draft<'_>) -> Option<Text> {
        let tag = self.graph.language.and_then(|tag| draft.language(tag, &place));
        let tag = tag.map_or(String::new(), |tag| tag.as_str().into());
        let text = marked_up(text, &place, draft)?;
        together(&[(tag, text, place)], draft)
    }

    /// The first word, date or number of a key.
    pub fn word(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<(String, String)> {
        let (value, place, _) = self.values(key).into_iter().next()?;
        let value = value.get("@value").unwrap_or(value);
        scalar(value, &place, draft).map(|word| (word, place))
    }

    /// The last part of an address, which is a term of schema.org: `EventCancelled`.
    pub fn term(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<(String, String)> {
        let (value, place, _) = self.values(key).into_iter().next()?;
        let value = value.get("@id").unwrap_or(value);
        scalar(value, &place, draft).map(|word| (last_word(&word).into(), place))
    }

    /// The addresses of a key: of texts themselves, of things that of their `url`.
    pub fn links(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Vec<(Link, Option<Thing<'a>>)> {
        let mut links = Vec::new();
        for placed in self.values(key) {
            let mut thing = self.thing(&placed);
            let address = match &mut thing {
                Some(thing) => {
                    ["url", "contentUrl", "embedUrl", "@id"].iter().find_map(|key| thing.word(key, draft))
                }
                None => scalar(placed.0, &placed.1, draft).map(|address| (address, placed.1.clone())),
            };
            match address {
                Some((address, place)) => {
                    links.extend(draft.link(&address, &place).map(|link| (link, thing)));
                }
                None => draft.lose(LossKind::UnusableLink, &placed.1),
            }
        }
        links
    }

    /// The languages of a key, by tag or name.
    pub fn languages(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Vec<LanguageTag> {
        let mut languages: Vec<LanguageTag> = Vec::new();
        for placed in self.values(key).into_iter().take(MOST_LANGUAGES) {
            let names = match self.thing(&placed) {
                Some(mut thing) => {
                    ["alternateName", "name"].map(|key| thing.word(key, draft).map(|(name, _)| name))
                }
                None => [scalar(placed.0, &placed.1, draft), None],
            };
            let names = names.iter().flatten();
            let language = names.clone().find_map(|name| language_named(name));
            let language = language.or_else(|| draft.language(names.clone().next()?, &placed.1));
            languages.extend(language.filter(|language| !languages.contains(language)));
        }
        languages
    }

    /// Reports what was not asked for.
    pub fn leave(self, derived: &[&str], draft: &mut Draft<'_>) {
        self.object.leave(&[derived, &["@type", "@id", "@context"]].concat(), draft);
    }
}

/// No forum is held in more.
const MOST_LANGUAGES: usize = 100;

/// The types of an object, without what stands before them: `Event` of `https://schema.org/Event`.
pub fn types(members: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let types = members.get("@type").into_iter().flat_map(one_or_many);
    types.filter_map(Value::as_str).map(last_word)
}

fn last_word(address: &str) -> &str {
    address.trim().rsplit(['/', ':', '#']).next().unwrap_or_default()
}

fn scalar(value: &Value, place: &str, draft: &mut Draft<'_>) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().into()),
        Value::Number(number) => Some(number.to_string()),
        _ => {
            draft.lose(LossKind::UnreadableValue, &place);
            None
        }
    }
}
