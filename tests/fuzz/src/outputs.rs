//! What is made of a feed for other programs: calendars, data for search engines.

use forum_widget::calendar::calendar;
use forum_widget::feed::{Forum, SessionId, read};
use forum_widget::locale::Language;
use forum_widget::structured_data::structured_data;
use forum_widget::time::Instant;
use serde_json::Value;

/// The properties that the calendar has.
const PROPERTIES: [&str; 21] = [
    "BEGIN",
    "CALSCALE",
    "CATEGORIES",
    "DESCRIPTION",
    "DTEND",
    "DTSTAMP",
    "DTSTART",
    "END",
    "LAST-MODIFIED",
    "LOCATION",
    "NAME",
    "PRODID",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "TRANSP",
    "UID",
    "URL",
    "VERSION",
    "X-WR-CALNAME",
    "COMMENT",
];

fn forum(bytes: &[u8]) -> Option<(Forum, Language)> {
    let language = Language::ALL[bytes.len() % Language::ALL.len()];
    read(bytes).ok().map(|reading| (reading.forum, language))
}

/// A calendar has an event for each session with a day, lines of at most 75 octets, and no property that is not ours,
/// whatever the texts say (RFC 5545, sections 3.1 and 3.3.11).
pub fn check_calendar(bytes: &[u8]) {
    let Some((forum, language)) = forum(bytes) else { return };
    let sessions: Vec<SessionId> = (0..).map(SessionId).take(forum.sessions.len()).collect();
    let days = forum.sessions.iter().filter(|session| session.date.is_some()).count();
    let Some(text) = calendar(&forum, language, &sessions, Instant::from_unix_seconds(1_600_000_000)) else {
        assert_eq!(days, 0);
        return;
    };
    let lines: Vec<&str> = text.strip_suffix("\r\n").unwrap().split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains(['\r', '\n', '\0'])), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let mut components = Vec::new();
    for line in unfolded.strip_suffix("\r\n").unwrap().split("\r\n") {
        let name = line.split([';', ':']).next().unwrap();
        assert!(PROPERTIES.contains(&name), "{line}");
        if name == "BEGIN" {
            components.push(line);
        }
    }
    let mut expected = vec!["BEGIN:VEVENT"; days];
    expected.insert(0, "BEGIN:VCALENDAR");
    assert_eq!(components, expected);
}

/// JSON-LD is JSON with each session in it, and nothing that could end the script element around it.
pub fn check_structured_data(bytes: &[u8]) {
    let Some((forum, language)) = forum(bytes) else { return };
    let text = structured_data(&forum, language);
    assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
    let data: Value = serde_json::from_str(&text).unwrap();
    let sessions = data.get("subEvent").and_then(Value::as_array).map_or(0, Vec::len);
    assert_eq!(sessions, forum.sessions.len(), "{text}");
}
