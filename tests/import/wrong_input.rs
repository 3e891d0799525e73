//! Whatever is given to an importer, it says one thing that is wrong, or reads what is right and lists what is not.

use std::fmt::Write as _;

use forum_widget::feed::import::{Format, ImportError, LossKind, import};

use crate::options;

const FORMATS: [Format; 3] = [Format::Frab, Format::Pretalx, Format::Sessionize];

/// A programme of one session in each of the formats.
pub fn small(format: Format) -> &'static str {
    match format {
        Format::Frab => {
            r#"{"schedule": {"conference": {"days": [{"date": "2021-03-17", "rooms": {"A": [{"id": 1, "title": "Uno"}]}}]}}}"#
        }
        Format::Pretalx => {
            r#"{"talks": [{"code": "A", "title": "Uno", "start": "2021-03-17T09:00:00Z"}], "rooms": []}"#
        }
        Format::Sessionize => {
            r#"{"sessions": [{"id": "1", "title": "Uno", "startsAt": "2021-03-17T09:00:00"}], "rooms": []}"#
        }
        Format::ICalendar => "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        Format::JsonLd => r#"{"@context": "https://schema.org", "@type": "Event"}"#,
        Format::Csv => "date,title\n2021-03-17,Uno\n",
    }
}

#[track_caller]
fn check(format: Format, input: &str, expected: &Result<usize, ImportError>) {
    let found = import(format, input.as_bytes(), &options(Some("Foro"), Some("Asia/Seoul")));
    let found = found.map(|import| import.document.sessions.len());
    let start: String = input.chars().take(120).collect();
    assert_eq!(found, *expected, "{format:?}: {start}");
}

#[test]
fn another_format_is_named() {
    for format in FORMATS {
        for other in [Format::Frab, Format::Pretalx, Format::Sessionize, Format::ICalendar, Format::JsonLd] {
            let expected = if other == format { Ok(1) } else { Err(ImportError::AnotherFormat(Some(other))) };
            check(format, small(other), &expected);
        }
        check(format, small(Format::Csv), &Err(ImportError::Syntax(Some(1))));
        check(format, "<!doctype html>\n<form action=\"/login\"></form>", &Err(ImportError::Syntax(Some(1))));
        let feed = r#"{"version": 1, "forum": {"name": "Foro"}, "sessions": [], "people": []}"#;
        for other in [feed, "{}", "[]", "7", "null", "\"schedule\"", "[[]]"] {
            check(format, other, &Err(ImportError::AnotherFormat(None)));
        }
    }
}

#[test]
fn what_is_no_json_is_an_error_with_its_line() {
    for format in FORMATS {
        check(format, "", &Err(ImportError::Syntax(Some(1))));
        check(format, "{\"talks\": [],\n \"rooms\": [}", &Err(ImportError::Syntax(Some(2))));
        check(format, &"[".repeat(1_000_000), &Err(ImportError::Syntax(Some(1))));
        check(format, &r#"{"a":"#.repeat(1_000_000), &Err(ImportError::Syntax(Some(1))));
        let whole = small(format);
        for end in 1..whole.len() {
            check(format, &whole[..end], &Err(ImportError::Syntax(Some(1))));
        }
    }
}

#[test]
fn a_format_without_a_session_is_empty() {
    for (format, input) in [
        (Format::Frab, r#"{"schedule": {"conference": {"title": "Foro", "days": []}}}"#),
        (Format::Frab, r#"{"schedule": {"conference": []}}"#),
        (Format::Frab, r#"{"schedule": {"conference": {"days": {"rooms": 7}}}}"#),
        (
            Format::Frab,
            r#"{"schedule": {"conference": {"days": [7, null, {"rooms": [7]}, {"rooms": {"A": 7}}]}}}"#,
        ),
        (Format::Pretalx, r#"{"talks": "none", "rooms": 7, "tracks": {}, "speakers": false}"#),
        (Format::Pretalx, r#"{"talks": [[], {}, "x", 1e300, {"title": []}], "rooms": [[]]}"#),
        (Format::Sessionize, r#"{"sessions": {}, "rooms": "x", "categories": [{"items": [7]}]}"#),
    ] {
        check(format, input, &Err(ImportError::Empty));
    }
}

/// One field after the other is of a wrong type: the session stays, or it is reported.
#[test]
fn a_value_of_another_type_costs_only_itself() {
    let values =
        ["7", "1e300", "true", "\"x\"", "[]", "{}", "[[7]]", "{\"__proto__\": {\"a\": [1]}}", "null"];
    for (format, keys, before, after) in [
        (
            Format::Frab,
            "id guid date duration subtitle abstract room track type language persons links attachments url logo __proto__ constructor",
            r#"{"schedule": {"conference": {"days": [{"date": "2021-03-17", "rooms": {"A": [{"title": "Uno", "#,
            "}]}}]}}}",
        ),
        (
            Format::Pretalx,
            "code id abstract speakers track room end state updated slot_type session_type content_locale do_not_record __proto__",
            r#"{"rooms": [], "talks": [{"title": "Uno", "start": "2021-03-17T09:00:00Z", "#,
            "}]}",
        ),
        (
            Format::Sessionize,
            "id description endsAt isServiceSession isPlenumSession speakers categoryItems questionAnswers roomId liveUrl recordingUrl status __proto__",
            r#"{"rooms": [], "sessions": [{"title": "Uno", "startsAt": "2021-03-17T09:00:00Z", "#,
            "}]}",
        ),
    ] {
        for key in keys.split(' ') {
            for value in values {
                check(format, &format!("{before}\"{key}\": {value}{after}"), &Ok(1));
            }
        }
    }
}

#[test]
fn what_is_lost_in_every_record_is_reported_once() {
    let mut sessions = String::new();
    for number in 0..10_000 {
        let comma = if number == 0 { "" } else { "," };
        let id = number / 2;
        write!(
            sessions,
            r#"{comma}{{"id": {id}, "title": "Uno", "startsAt": "2021-03-17T09:00:00", "color": "red", "liveUrl": "x"}}"#
        )
        .unwrap();
    }
    let input = format!(r#"{{"rooms": [], "sessions": [{sessions}]}}"#);
    let found =
        import(Format::Sessionize, input.as_bytes(), &options(Some("Foro"), Some("Asia/Seoul"))).unwrap();
    assert_eq!(found.document.sessions.len(), 10_000);
    let reading = forum_widget::feed::read(found.document.to_json().as_bytes()).unwrap();
    assert_eq!((reading.forum.sessions.len(), reading.problems.len()), (10_000, 0));
    let unknown: Vec<_> = found.losses.iter().filter(|loss| loss.kind == LossKind::NoSuchField).collect();
    assert_eq!(unknown.iter().map(|loss| &*loss.place).collect::<Vec<_>>(), ["sessions[*].color"]);
    assert_eq!(found.losses.len(), 1_000);
}

#[test]
fn a_text_over_the_limit_is_cut_and_reported() {
    let long = "palabra ".repeat(3_000);
    let input = small(Format::Pretalx).replace("\"code\"", &format!("\"abstract\": \"{long}\", \"code\""));
    let found =
        import(Format::Pretalx, input.as_bytes(), &options(Some("Foro"), Some("Asia/Seoul"))).unwrap();
    let cut = found.losses.iter().filter(|loss| loss.kind == LossKind::CutText);
    assert_eq!(cut.map(|loss| &*loss.place).collect::<Vec<_>>(), ["talks[0].abstract"]);
    assert!(forum_widget::feed::read(found.document.to_json().as_bytes()).unwrap().problems.is_empty());
}
