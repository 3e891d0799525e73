//! Which format a text is in, so that an organiser who checks or imports the wrong file is told which one it is.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::Format;
use super::surrogates::without_lone_surrogates;

/// The format that a text is in; nothing for a Forum Feed 1, and for what is none of them.
///
/// A spreadsheet has no sign of its own and is never recognised.
pub fn recognise(text: &str) -> Option<Format> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    match text.as_bytes() {
        [b'{' | b'[', ..] => serde_json::from_str::<Outline>(&without_lone_surrogates(text)).ok()?.format(),
        // The media type of JSON-LD 1.1, in a script of a page.
        [b'<', ..] => text.to_ascii_lowercase().contains("application/ld+json").then_some(Format::JsonLd),
        // RFC 5545 3.4; names are in any case (3.1).
        bytes => {
            let start = bytes.get(.."BEGIN:VCALENDAR".len())?;
            start.eq_ignore_ascii_case(b"BEGIN:VCALENDAR").then_some(Format::ICalendar)
        }
    }
}

/// The format of a JSON value, by keys that only it has together.
pub fn of_json(value: &Value) -> Option<Format> {
    Outline::deserialize(value).ok()?.format()
}

/// The keys by which formats are told. JSON-LD 1.1 begins with one of the last three.
const KEYS: [&str; 12] = [
    "forum",
    "schedule",
    "conference",
    "talks",
    "speakers",
    "rooms",
    "tracks",
    "sessions",
    "categories",
    "@context",
    "@type",
    "@graph",
];

/// As much of a JSON value as tells its format: a whole one of many small values would take a hundred times its text.
enum Outline {
    /// The members with one of the keys, in the order of the text.
    Object(Vec<(&'static str, Outline)>),
    /// The first item.
    List(Option<Box<Outline>>),
    Other,
}

impl Outline {
    fn format(&self) -> Option<Format> {
        if let Outline::List(Some(first)) = self {
            return first.is_linked_data().then_some(Format::JsonLd);
        }
        let has = |key: &str| self.member(key).is_some();
        if has("forum") {
            None
        } else if self.member("schedule").is_some_and(|schedule| schedule.member("conference").is_some()) {
            Some(Format::Frab)
        } else if has("talks") && (has("speakers") || has("rooms") || has("tracks")) {
            Some(Format::Pretalx)
        } else if has("sessions") && (has("speakers") || has("rooms") || has("categories")) {
            Some(Format::Sessionize)
        } else {
            self.is_linked_data().then_some(Format::JsonLd)
        }
    }

    fn member(&self, key: &str) -> Option<&Outline> {
        let Outline::Object(members) = self else { return None };
        members.iter().find(|(own, _)| *own == key).map(|(_, value)| value)
    }

    fn is_linked_data(&self) -> bool {
        ["@context", "@type", "@graph"].iter().any(|key| self.member(key).is_some())
    }
}

impl<'de> Deserialize<'de> for Outline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OutlineVisitor)
    }
}

struct OutlineVisitor;

impl<'de> Visitor<'de> for OutlineVisitor {
    type Value = Outline;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Outline, A::Error> {
        let mut members: Vec<(&'static str, Outline)> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            match KEYS.iter().find(|known| **known == key) {
                Some(known) if members.iter().all(|(own, _)| own != known) => {
                    members.push((known, map.next_value()?));
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Outline::Object(members))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Outline, A::Error> {
        let first = items.next_element()?;
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Outline::List(first.map(Box::new)))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Outline, E> {
        Ok(Outline::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Outline, E> {
        Ok(Outline::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Outline, E> {
        Ok(Outline::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Outline, E> {
        Ok(Outline::Other)
    }

    fn visit_str<E>(self, _: &str) -> Result<Outline, E> {
        Ok(Outline::Other)
    }

    fn visit_unit<E>(self) -> Result<Outline, E> {
        Ok(Outline::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_told_from_the_others() {
        for (text, expected) in [
            (r#"{"$schema": "x", "schedule": {"conference": {}}}"#, Some(Format::Frab)),
            (r#"{"talks": [], "rooms": []}"#, Some(Format::Pretalx)),
            (r#"{"sessions": [], "speakers": []}"#, Some(Format::Sessionize)),
            (r#"[{"@context": "https://schema.org", "@type": "Event"}]"#, Some(Format::JsonLd)),
            (r#"{"@graph": []}"#, Some(Format::JsonLd)),
            ("<html><script type=\"application/LD+JSON\">{}</script>", Some(Format::JsonLd)),
            ("\u{feff}\r\nbegin:vcalendar\r\n", Some(Format::ICalendar)),
            (r#"{"version": 1, "forum": {}, "sessions": [], "rooms": []}"#, None),
            (r#"{"schedule": 7}"#, None),
            ("{}", None),
            ("[]", None),
            ("[7]", None),
            ("7", None),
            ("{\"talks\": [", None),
            ("<html><form action=login>", None),
            ("date,title\n", None),
            ("BEGIN:VCÁLENDAR", None),
            ("", None),
        ] {
            assert_eq!(recognise(text), expected, "{text}");
        }
    }
}
