//! Two readers that are not ours open the calendars and find what the forum says: Python’s package `icalendar` and the npm
//! package `ical.js`.
//!
//! `cargo xtask test` installs both; Python finds its own by `PYTHONPATH`.

mod injections;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use forum_widget::agenda::status;
use forum_widget::calendar::calendar;
use forum_widget::feed::{
    Appearance, Forum, LanguageTag, Session, SessionId, SessionKind, Status, Text, read,
};
use forum_widget::locale::{Language, Messages};
use forum_widget::time::{Date, Instant};
use serde_json::{Value, json};

const PUBLISHED: Instant = Instant::from_unix_seconds(1_600_000_000);

/// A folder of its own for the calendars of one test.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs a reader over files; what it finds in each.
fn contents(reader: &str, files: &[PathBuf]) -> Vec<Value> {
    let program =
        if Path::new(reader).extension().is_some_and(|own| own == "py") { "python3" } else { "node" };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/calendar").join(reader);
    let output = Command::new(program).arg(script).args(files).output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{reader}: {complaint}\nIs it installed? Run `cargo xtask test`");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Writes the calendars of feeds in each language, and compares what the reader finds with what the forums say.
fn check(reader: &str, name: &str, feeds: &[Vec<u8>]) {
    let name = format!("{name}-{reader}");
    let folder = Folder(env::temp_dir().join(format!("forum-calendars-{}-{name}", std::process::id())));
    fs::create_dir_all(&folder.0).unwrap();
    let mut files = Vec::new();
    let mut wanted = Vec::new();
    for feed in feeds {
        let forum = read(feed).unwrap().forum;
        let sessions: Vec<SessionId> = (0..).map(SessionId).take(forum.sessions.len()).collect();
        for language in Language::ALL {
            let file = folder.0.join(format!("{}-{}.ics", files.len(), language.tag()));
            fs::write(&file, calendar(&forum, language, &sessions, PUBLISHED).unwrap()).unwrap();
            files.push(file);
            wanted.push(expected(&forum, language));
        }
    }
    let found = contents(reader, &files);
    assert_eq!(found.len(), wanted.len());
    for ((file, found), wanted) in files.iter().zip(found).zip(wanted) {
        compare(&found, &wanted, &file.display().to_string());
    }
}

/// Compares two lists of components, and says at which property they differ.
#[track_caller]
fn compare(found: &Value, expected: &Value, place: &str) {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let names = |value: &Value| list(value).iter().map(|component| component[0].clone()).collect::<Vec<_>>();
    assert_eq!(names(found), names(expected), "components of {place}");
    for (position, (found, expected)) in list(found).iter().zip(list(expected)).enumerate() {
        let place = format!("{place} {}[{position}]", expected[0].as_str().unwrap());
        let sorted = |component: &Value| {
            let mut properties: Vec<Value> = list(&component[1]);
            properties.sort_by_cached_key(Value::to_string);
            properties
        };
        let (own, wanted) = (sorted(found), sorted(&expected));
        for (own, wanted) in own.iter().zip(&wanted) {
            assert_eq!(own, wanted, "{place}");
        }
        assert_eq!(own.len(), wanted.len(), "properties of {place}");
        compare(&found[2], &expected[2], &place);
    }
}

/// What the forum says, without a look at the calendar.
fn expected(forum: &Forum, language: Language) -> Value {
    let mut properties = vec![
        json!(["VERSION", null, ["2.0"]]),
        json!(["PRODID", null, ["-//Forum Widget//Forum Widget//EN"]]),
        json!(["CALSCALE", null, ["GREGORIAN"]]),
    ];
    for name in ["NAME", "X-WR-CALNAME"] {
        // Neither reader knows that these are TEXT, which they are: both give them as they are written.
        let written = |text| {
            let mut property = text_property(name, text, language);
            property[2][0] = Value::from(escaped(property[2][0].as_str().unwrap()));
            property
        };
        properties.extend(forum.name.as_ref().map(written));
    }
    let dated = forum.sessions.iter().filter_map(|session| Some((session, session.date?)));
    let events: Vec<Value> = dated.map(|(session, date)| event(forum, session, date, language)).collect();
    json!([["VCALENDAR", properties, events]])
}

fn event(forum: &Forum, session: &Session, date: Date, language: Language) -> Value {
    let changed = forum.updated.unwrap_or(PUBLISHED).unix_seconds();
    let mut properties = vec![
        json!(["UID", null, [uid(&session.id.0, &forum.id.as_ref().unwrap().0)]]),
        json!(["DTSTAMP", null, [changed]]),
        json!(["LAST-MODIFIED", null, [changed]]),
        json!(["SEQUENCE", null, [(changed - 1_420_070_400) / 60]]),
        text_property("SUMMARY", &session.title, language),
    ];
    if let Some(start) = session.start {
        properties.push(json!(["DTSTART", null, [start.unix_seconds()]]));
        let end = session.end.filter(|end| *end > start);
        properties.extend(end.map(|end| json!(["DTEND", null, [end.unix_seconds()]])));
    } else {
        let next = date.checked_add_days(1).unwrap();
        properties.push(json!(["DTSTART", null, [date.to_iso()]]));
        properties.push(json!(["DTEND", null, [next.to_iso()]]));
        properties.push(json!(["TRANSP", null, ["TRANSPARENT"]]));
    }
    let fate = match status(forum, session) {
        Status::Cancelled => "CANCELLED",
        Status::Postponed => "TENTATIVE",
        _ => "CONFIRMED",
    };
    properties.push(json!(["STATUS", null, [fate]]));
    properties.extend(description(forum, session, language));
    let venue = forum.venue.as_ref();
    let places = [
        session.room.as_ref(),
        venue.and_then(|venue| venue.name.as_ref()),
        venue.and_then(|venue| venue.city.as_ref()),
    ];
    let places: Vec<String> = places.into_iter().flatten().map(|text| shown(text, language)).collect();
    if !places.is_empty() {
        properties.push(json!(["LOCATION", null, [places.join(", ")]]));
    }
    let url = session.links.first().map(|link| &link.url).or(forum.url.as_ref());
    properties
        .extend(url.map(|url| json!(["URL", null, [percent_encoded(url.as_str(), |byte| byte.is_ascii())]])));
    for topic in &session.topics {
        properties.push(text_property("CATEGORIES", &forum.topic(*topic).unwrap().name, language));
    }
    json!(["VEVENT", properties, []])
}

/// The parts of a description, each a paragraph.
fn description(forum: &Forum, session: &Session, language: Language) -> Option<Value> {
    let messages = Messages::of(language);
    let label = match (session.kind, session.number) {
        (SessionKind::Session, number) => {
            number.map(|own| messages.session_number.replace("{}", &own.to_string()))
        }
        (kind, _) => messages.kinds.lines().nth(kind as usize).map(String::from),
    };
    let over = forum.status == Some(Status::Ended);
    let hours = if over { messages.hours_not_published } else { messages.time_to_be_announced };
    let hours = session.start.is_none().then(|| hours.to_owned());
    let facts = [label, hours].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let person = |appearance: &Appearance| {
        let person = forum.person(appearance.person).unwrap();
        let role = person.role.as_ref().map(|role| format!(", {}", shown(role, language)));
        let part = messages.parts.lines().nth(appearance.part as usize).map(|part| format!(" ({part})"));
        format!("{}{}{}", shown(&person.name, language), role.unwrap_or_default(), part.unwrap_or_default())
    };
    let people = session.people.iter().map(person).collect::<Vec<_>>().join("\n");
    let text = |text: Option<&Text>| text.map(|text| shown(text, language)).unwrap_or_default();
    let paragraphs = [facts, text(session.summary.as_ref()), people, text(session.note.as_ref())];
    let paragraphs: Vec<String> = paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty()).collect();
    (!paragraphs.is_empty()).then(|| json!(["DESCRIPTION", null, [paragraphs.join("\n\n")]]))
}

fn text_property(name: &str, text: &Text, language: Language) -> Value {
    let chosen = text.choose(language).unwrap();
    let own = text.entries().any(|(tag, _)| tag == language.tag()).then(|| language.tag());
    let tag = chosen.foreign.or(own).and_then(LanguageTag::parse);
    json!([name, tag.as_ref().map(LanguageTag::as_str), [shown(text, language)]])
}

/// A text as a calendar can hold it: with one kind of line break.
fn shown(text: &Text, language: Language) -> String {
    text.choose(language).unwrap().text.replace(['\u{2028}', '\u{2029}'], "\n")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

fn uid(session: &str, forum: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    format!("{}@{}", percent_encoded(session, plain), percent_encoded(forum, plain))
}

fn percent_encoded(text: &str, plain: fn(u8) -> bool) -> String {
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

macro_rules! readers {
    ($($name:ident: $feeds:expr;)*) => {
        mod icalendar {
            $(
                #[test]
                                fn $name() {
                    super::check("read.py", stringify!($name), &$feeds);
                }
            )*
        }

        mod ical_js {
            $(
                #[test]
                                fn $name() {
                    super::check("read.mjs", stringify!($name), &$feeds);
                }
            )*
        }
    };
}

readers! {
    the_forum_that_ships: [include_bytes!("../www/feeds/korea-lac-2021.json").to_vec()];
    what_the_browsers_save: [include_bytes!("fixtures/agenda.json").to_vec()];
    changes_of_clocks_days_and_statuses: [include_bytes!("fixtures/calendar-times.json").to_vec()];
    markup_of_other_formats: [include_bytes!("fixtures/hostile-texts.json").to_vec()];
    injections: super::injections::texts().iter().map(|text| super::injections::feed(text)).collect::<Vec<_>>();
}
