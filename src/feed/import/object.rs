//! JSON of other systems, read leniently: a value of another type than its format says costs only itself.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Display;

use serde_json::{Map, Value};

use super::draft::{Draft, start_of};
use super::recognition::{of_json, recognise};
use super::surrogates::without_lone_surrogates;
use super::{Format, ImportError, LossKind};
use crate::feed::document::AppearanceDocument;
use crate::feed::link::Link;
use crate::feed::terms::PersonPart;
use crate::feed::text::Text;
use crate::time::{Date, Moment};

/// Reads a JSON text (RFC 8259).
///
/// # Errors
/// Where it is not JSON: [`ImportError::AnotherFormat`] if it can be told what it is, else [`ImportError::Syntax`].
pub fn parse(text: &str) -> Result<Value, ImportError> {
    serde_json::from_str(&without_lone_surrogates(text)).map_err(|error| match recognise(text) {
        None => ImportError::Syntax(Some(error.line())),
        other => ImportError::AnotherFormat(other),
    })
}

/// Reads a JSON text of a format that is an object.
///
/// # Errors
/// As [`parse`]; [`ImportError::AnotherFormat`] where it is JSON of another kind.
pub fn parse_as(format: Format, text: &str) -> Result<Map<String, Value>, ImportError> {
    let value = parse(text)?;
    match (of_json(&value), value) {
        (Some(found), Value::Object(members)) if found == format => Ok(members),
        (found, _) => Err(ImportError::AnotherFormat(found)),
    }
}

/// An object of the input. What was not asked for when it is left is lost.
pub struct Object<'a> {
    members: &'a Map<String, Value>,
    /// Where it is: `sessions[3]`.
    pub place: String,
    /// Where all such objects are: `sessions[*]`.
    pub places: String,
    asked: Vec<&'static str>,
}

impl<'a> Object<'a> {
    /// The object that is the whole text.
    pub fn root(members: &'a Map<String, Value>) -> Object<'a> {
        Object::at(members, String::new(), String::new())
    }

    /// An object at a place.
    pub fn at(members: &'a Map<String, Value>, place: String, places: String) -> Object<'a> {
        Object { members, place, places, asked: Vec::new() }
    }

    /// The place of a member.
    pub fn place_of(&self, key: &str) -> String {
        joined(&self.place, key)
    }

    /// The place of a member in all such objects.
    pub fn places_of(&self, key: &str) -> String {
        joined(&self.places, key)
    }

    /// The value of a key, if it says anything.
    pub fn value(&mut self, key: &'static str) -> Option<&'a Value> {
        self.asked.push(key);
        self.members.get(key).filter(|value| !is_blank(value))
    }

    /// A text; numbers, which ids are, are texts as well.
    pub fn text(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<Cow<'a, str>> {
        let value = self.value(key)?;
        scalar(value, draft, &self.place_of(key))
    }

    /// A text in one language or, as an object, in several.
    pub fn translated(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<Text> {
        let value = self.value(key)?;
        let place = self.place_of(key);
        let Some(members) = value.as_object() else {
            return scalar(value, draft, &place).and_then(|text| draft.text(&text, &place));
        };
        let mut texts = Vec::new();
        for (tag, value) in members.iter().filter(|(_, value)| !is_blank(value)) {
            if let Some(text) = scalar(value, draft, &joined(&place, tag)) {
                texts.push((tag.as_str(), text));
            }
        }
        draft.translations(texts.iter().map(|(tag, text)| (*tag, &**text)), &place)
    }

    /// A text without markup.
    pub fn plain(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<Text> {
        let text = self.text(key, draft)?;
        draft.text(&text, &self.place_of(key))
    }

    /// Markdown, HTML among it.
    pub fn markdown(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<Text> {
        let text = self.text(key, draft)?;
        draft.markdown(&text, &self.place_of(key))
    }

    /// A date with a time.
    pub fn moment(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<Moment> {
        let text = self.text(key, draft)?;
        draft.moment(&text, &self.place_of(key))
    }

    /// A day.
    pub fn date(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<Date> {
        let text = self.text(key, draft)?;
        draft.date(&text, &self.place_of(key))
    }

    /// An address.
    pub fn link(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<Link> {
        let text = self.text(key, draft)?;
        draft.link(&text, &self.place_of(key))
    }

    /// Whether something is so; nothing is the same as no.
    pub fn flag(&mut self, key: &'static str, draft: &mut Draft<'_>) -> bool {
        let value = self.value(key);
        if value.is_some_and(|value| !value.is_boolean()) {
            draft.lose(LossKind::UnreadableValue, &self.place_of(key));
        }
        value == Some(&Value::Bool(true))
    }

    /// An object in this one.
    pub fn object(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Option<Object<'a>> {
        let value = self.value(key)?;
        let members = value.as_object();
        if members.is_none() {
            draft.lose(LossKind::UnreadableValue, &self.place_of(key));
        }
        members.map(|members| Object::at(members, self.place_of(key), joined(&self.places, key)))
    }

    /// The objects of a list.
    pub fn objects(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Vec<Object<'a>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        objects_of(value, &self.place_of(key), &joined(&self.places, key), draft)
    }

    /// The lists of objects under names that the format does not fix, as those of rooms.
    pub fn named_lists(
        &mut self,
        key: &'static str,
        draft: &mut Draft<'_>,
    ) -> Vec<(&'a str, Vec<Object<'a>>)> {
        let Some(lists) = self.object(key, draft) else { return Vec::new() };
        let places = joined(&lists.places, "*");
        let named = |(name, value): (&'a String, &'a Value)| {
            (name.as_str(), objects_of(value, &joined(&lists.place, name), &places, draft))
        };
        lists.members.iter().map(named).collect()
    }

    /// The texts of a list, each with its place.
    pub fn texts(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Vec<(Cow<'a, str>, String)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let place = self.place_of(key);
        let mut texts = Vec::new();
        for (index, item) in items(value, &place, draft).iter().enumerate() {
            let place = format!("{place}[{index}]");
            texts.extend(scalar(item, draft, &place).map(|text| (text, place)));
        }
        texts
    }

    /// The people of a list of their keys, as speakers; each once.
    pub fn speakers(&mut self, key: &'static str, draft: &mut Draft<'_>) -> Vec<AppearanceDocument> {
        let mut speakers: Vec<AppearanceDocument> = Vec::new();
        let mut known = BTreeSet::new();
        for (person, place) in self.texts(key, draft) {
            match draft.known_person(&person) {
                Some(person) => {
                    if known.insert(person.0.clone()) {
                        speakers.push(AppearanceDocument { person, part: PersonPart::Speaker });
                    }
                }
                None => draft.lose(LossKind::UnknownReference, &place),
            }
        }
        speakers
    }

    /// Reports what says something, was not asked for and is not in `derived`, which says it again: once for all such
    /// objects.
    pub fn leave(self, derived: &[&str], draft: &mut Draft<'_>) {
        for (key, value) in self.members {
            if !self.asked.contains(&key.as_str()) && !derived.contains(&key.as_str()) && !is_blank(value) {
                draft.lose(LossKind::NoSuchField, &joined(&self.places, key));
            }
        }
    }
}

/// Whether a value says nothing.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) | Value::Number(_) => false,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
    }
}

fn scalar<'a>(value: &'a Value, draft: &mut Draft<'_>, place: &dyn Display) -> Option<Cow<'a, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text.trim())),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        _ => {
            draft.lose(LossKind::UnreadableValue, place);
            None
        }
    }
}

fn items<'a>(value: &'a Value, place: &str, draft: &mut Draft<'_>) -> &'a [Value] {
    if let Value::Array(items) = value {
        return items;
    }
    draft.lose(LossKind::UnreadableValue, &place);
    &[]
}

fn objects_of<'a>(value: &'a Value, place: &str, places: &str, draft: &mut Draft<'_>) -> Vec<Object<'a>> {
    let mut objects = Vec::new();
    for (index, item) in items(value, place, draft).iter().enumerate() {
        let place = format!("{place}[{index}]");
        match item {
            Value::Object(members) => objects.push(Object::at(members, place, format!("{places}[*]"))),
            _ => draft.lose(LossKind::UnreadableValue, &place),
        }
    }
    objects
}

/// The place of a member of what is at a place: `sessions[3].title`, `rooms["Sala 1"]`.
fn joined(place: &str, key: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '$' | '@' | '*');
    match start_of(key) {
        key if key.is_empty() || !key.chars().all(plain) => format!("{place}[{key:?}]"),
        key if place.is_empty() => key.into(),
        key => format!("{place}.{key}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_8259_7_lone_surrogates_are_repaired() {
        for (text, expected) in [
            (r#""\ud83d\ude00""#, "😀"),
            (r#""a\ud83d""#, "a\u{fffd}"),
            (r#""\ude00\ud83d\ude00\uD83Db""#, "\u{fffd}😀\u{fffd}b"),
            (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
            (r#""\\ud83d é \\\ud83d""#, "\\ud83d é \\\u{fffd}"),
        ] {
            assert_eq!(parse(text), Ok(Value::from(expected)), "{text}");
        }
        for bad in ["\\", "\"\\é\"", "\"\\ud83", "\"\\u+fff\"", "{\"a\": 1,\n}"] {
            assert!(matches!(parse(bad), Err(ImportError::Syntax(Some(_)))), "{bad}");
        }
    }
}
