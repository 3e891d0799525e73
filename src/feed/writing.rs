//! Forum Feed 1 out: what the importers make is written as an organiser would write it, without what is not there.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::document::Document;
use super::identifier::Identifier;
use super::language_tag::LanguageTag;
use super::link::Link;
use super::record::Blank;
use super::text::Text;
use crate::locale::CountryCode;
use crate::time::{Date, Moment, Zone};

impl Document {
    /// The feed as JSON (RFC 8259), indented, with a line feed at its end.
    pub fn to_json(&self) -> String {
        // Nothing in a document has a form that JSON lacks.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// Writes a field, unless there is nothing in it.
pub fn write_field<M: SerializeMap, T: Serialize + Blank>(
    map: &mut M,
    key: &'static str,
    value: &T,
) -> Result<(), M::Error> {
    if value.is_blank() { Ok(()) } else { map.serialize_entry(key, value) }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write_field(&mut map, "version", &self.version)?;
        write_field(&mut map, "updated", &self.updated)?;
        map.serialize_entry("forum", &self.forum)?;
        write_field(&mut map, "countries", &self.countries)?;
        write_field(&mut map, "organizations", &self.organizations)?;
        write_field(&mut map, "people", &self.people)?;
        write_field(&mut map, "topics", &self.topics)?;
        write_field(&mut map, "sessions", &self.sessions)?;
        write_field(&mut map, "documents", &self.documents)?;
        write_field(&mut map, "outcomes", &self.outcomes)?;
        map.end()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entries = self.entries();
        match (entries.next(), entries.next()) {
            (Some(("", text)), None) => serializer.serialize_str(text),
            _ => serializer.collect_map(self.entries()),
        }
    }
}

macro_rules! written_as_text {
    ($($type:ty, $written:expr;)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let written: fn(&$type) -> String = $written;
                serializer.serialize_str(&written(self))
            }
        }
    )*};
}

written_as_text! {
    CountryCode, |code| code.as_str().into();
    Date, |date| date.to_iso();
    Identifier, |id| id.0.clone();
    LanguageTag, |tag| tag.as_str().into();
    Link, |link| link.as_str().into();
    Moment, |moment| moment.to_iso();
    Zone, |zone| zone.name().into();
}

impl<T> Blank for Option<T> {
    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl<T> Blank for Vec<T> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Blank for bool {
    fn is_blank(&self) -> bool {
        !self
    }
}
