//! Which format a text is in, so that an organiser who checks or imports the wrong file is told which one it is.

use serde_json::{Map, Value};

use super::Format;
use super::object::without_lone_surrogates;

/// The format that a text is in; nothing for a Forum Feed 1, and for what is none of them.
///
/// A spreadsheet has no sign of its own and is never recognised.
pub fn recognise(text: &str) -> Option<Format> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    match text.as_bytes() {
        [b'{' | b'[', ..] => of_json(&serde_json::from_str(&without_lone_surrogates(text)).ok()?),
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
    let members = match value {
        Value::Object(members) => members,
        Value::Array(items) => {
            return items
                .first()?
                .as_object()
                .filter(|members| is_linked_data(members))
                .map(|_| Format::JsonLd);
        }
        _ => return None,
    };
    let has = |key: &str| members.contains_key(key);
    if has("forum") {
        None
    } else if members.get("schedule").and_then(|schedule| schedule.get("conference")).is_some() {
        Some(Format::Frab)
    } else if has("talks") && (has("speakers") || has("rooms") || has("tracks")) {
        Some(Format::Pretalx)
    } else if has("sessions") && (has("speakers") || has("rooms") || has("categories")) {
        Some(Format::Sessionize)
    } else {
        is_linked_data(members).then_some(Format::JsonLd)
    }
}

/// Whether an object has one of the keywords of JSON-LD 1.1 with which a schema.org description begins.
fn is_linked_data(members: &Map<String, Value>) -> bool {
    ["@context", "@type", "@graph"].iter().any(|key| members.contains_key(*key))
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
