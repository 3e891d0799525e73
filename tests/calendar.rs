//! The calendar that a forum becomes, line by line (RFC 5545). `calendar_readers.rs` has it read by others.

mod injections;

use forum_widget::calendar::calendar;
use forum_widget::feed::{Forum, SessionId, read};
use forum_widget::locale::Language;
use forum_widget::time::Instant;

const PUBLISHED: Instant = Instant::from_unix_seconds(1_600_000_000);
const TIMES: &[u8] = include_bytes!("fixtures/calendar-times.json");

fn forum(feed: &[u8]) -> Forum {
    read(feed).unwrap().forum
}

fn whole(forum: &Forum, language: Language) -> String {
    let sessions: Vec<SessionId> = (0..).map(SessionId).take(forum.sessions.len()).collect();
    calendar(forum, language, &sessions, PUBLISHED).unwrap()
}

/// The lines, unfolded.
fn lines(calendar: &str) -> Vec<String> {
    let unfolded = calendar.replace("\r\n ", "");
    unfolded.strip_suffix("\r\n").unwrap().split("\r\n").map(String::from).collect()
}

/// The lines of the event with a UID.
fn event(calendar: &str, uid: &str) -> Vec<String> {
    let uid = format!("UID:{uid}");
    let all = lines(calendar);
    let events = all.split(|line| line == "BEGIN:VEVENT");
    let event = events.into_iter().find(|event| event.contains(&uid)).unwrap_or_else(|| panic!("no {uid}"));
    event.iter().take_while(|line| *line != "END:VEVENT").cloned().collect()
}

/// Checks the lines of a property, with its parameters, of one session of `calendar-times.json`.
#[track_caller]
fn check(session: &str, language: Language, property: &str, expected: &[&str]) {
    let calendar = whole(&forum(TIMES), language);
    let event = event(&calendar, &format!("{session}@foro%20de%20horas"));
    let of_property = |line: &&String| line.split([';', ':']).next() == Some(property);
    assert_eq!(event.iter().filter(of_property).collect::<Vec<_>>(), expected, "{session}");
}

use Language::{En, Es, Ko, Pt};

#[test]
fn rfc_5545_3_6_the_whole_of_a_small_calendar() {
    let feed = br#"{"version": 1, "updated": "2021-03-01T00:00:00Z", "forum": {"id": "foro-2021", "name": "Foro",
        "timeZone": "Asia/Seoul"}, "sessions": [{"id": "a", "title": {"es": "Apertura"}, "start": "2021-03-17T09:00",
        "end": "2021-03-17T10:00"}]}"#;
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Forum Widget//Forum Widget//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Foro",
        "X-WR-CALNAME:Foro",
        "BEGIN:VEVENT",
        "UID:a@foro-2021",
        "DTSTAMP:20210301T000000Z",
        "LAST-MODIFIED:20210301T000000Z",
        "SEQUENCE:3241440",
        "DTSTART:20210317T000000Z",
        "DTEND:20210317T010000Z",
        "STATUS:CONFIRMED",
        "SUMMARY;LANGUAGE=es:Apertura",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(whole(&forum(feed), Es), expected.join("\r\n"));
}

#[test]
fn rfc_5545_3_6_no_calendar_without_a_component() {
    let forum = forum(br#"{"version": 1, "sessions": [{"id": "a", "title": "A"}, {"id": "b", "title": "B", "date": "2021-03-17"}]}"#);
    assert_eq!(calendar(&forum, Es, &[], PUBLISHED), None);
    assert_eq!(calendar(&forum, Es, &[SessionId(0), SessionId(7)], PUBLISHED), None);
    let both = calendar(&forum, Es, &[SessionId(0), SessionId(1)], PUBLISHED).unwrap();
    assert_eq!(lines(&both).iter().filter(|line| *line == "BEGIN:VEVENT").count(), 1);
}

#[test]
fn rfc_5545_3_3_5_times_are_in_utc() {
    // Chile's clocks went back at midnight after the third of April, and forward on the fifth of September.
    check("before", Es, "DTSTART", &["DTSTART:20210404T013000Z"]);
    check("before", Es, "DTEND", &["DTEND:20210404T023000Z"]);
    check("repeated", Es, "DTSTART", &["DTSTART:20210404T023000Z"]);
    check("repeated", Es, "DTEND", &["DTEND:20210404T043000Z"]);
    check("after", Es, "DTSTART", &["DTSTART:20210404T040000Z"]);
    check("spring", Es, "DTSTART", &["DTSTART:20210905T033000Z"]);
    check("spring", Es, "DTEND", &["DTEND:20210905T043000Z"]);
    check("seoul", Es, "DTSTART", &["DTSTART:20210405T000000Z"]);
}

#[test]
fn rfc_5545_3_6_1_and_3_8_2_2_an_end_is_later_than_its_start_or_not_there() {
    check("open-end", Es, "DTEND", &[]);
    check("no-length", Es, "DTEND", &[]);
    check("no-length", Es, "DURATION", &[]);
    check("seoul", Es, "DTEND", &["DTEND:20210405T010000Z"]);
}

#[test]
fn rfc_5545_3_3_4_sessions_without_an_hour_are_days() {
    check("day", Es, "DTSTART", &["DTSTART;VALUE=DATE:20210228"]);
    check("day", Es, "DTEND", &["DTEND;VALUE=DATE:20210301"]);
    check("leap-day", Es, "DTEND", &["DTEND;VALUE=DATE:20240229"]);
    check("day", Es, "TRANSP", &["TRANSP:TRANSPARENT"]);
    check("before", Es, "TRANSP", &[]);
    assert!(!whole(&forum(TIMES), Es).contains("without-a-day"));
    let last = br#"{"version": 1, "sessions": [{"id": "a", "title": "A", "date": "9999-12-31"},
        {"id": "b", "title": "B", "date": "9999-12-31", "start": "9999-12-31T23:00-12:00", "end": "9999-12-31T23:30-12:00"}]}"#;
    let calendar = whole(&forum(last), Es);
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:99991231\r\n") && !calendar.contains("DTEND"),
        "{calendar}"
    );
}

#[test]
fn rfc_5545_3_8_1_11_status() {
    check("cancelled", Es, "STATUS", &["STATUS:CANCELLED"]);
    check("postponed", Es, "STATUS", &["STATUS:TENTATIVE"]);
    check("moved", Es, "STATUS", &["STATUS:CONFIRMED"]);
    check("before", Es, "STATUS", &["STATUS:CONFIRMED"]);
    for (own, of_forum, expected) in [
        ("scheduled", "cancelled", "STATUS:CANCELLED"),
        ("postponed", "cancelled", "STATUS:CANCELLED"),
        ("scheduled", "postponed", "STATUS:TENTATIVE"),
        ("cancelled", "postponed", "STATUS:CANCELLED"),
        ("scheduled", "ended", "STATUS:CONFIRMED"),
    ] {
        let feed = format!(
            r#"{{"version": 1, "forum": {{"status": "{of_forum}"}}, "sessions": [{{"id": "a", "title": "A", "date": "2021-03-17", "status": "{own}"}}]}}"#
        );
        let calendar = whole(&forum(feed.as_bytes()), Es);
        assert!(event(&calendar, "a@forum").contains(&expected.into()), "{own} in {of_forum}");
    }
}

#[test]
fn rfc_5545_3_8_7_sequence_and_stamps_grow_with_changes() {
    for (updated, sequence, stamp) in [
        ("2021-03-17T00:00:00+09:00", "3263940", "20210316T150000Z"),
        ("2021-03-17T00:00:59+09:00", "3263940", "20210316T150059Z"),
        ("2021-03-17T00:01:00+09:00", "3263941", "20210316T150100Z"),
        ("2014-12-31T23:00:00Z", "0", "20141231T230000Z"),
        ("9999-12-31T23:59:59Z", "2147483647", "99991231T235959Z"),
        // Where the feed does not say it: `PUBLISHED`.
        ("ayer", "2998826", "20200913T122640Z"),
    ] {
        let feed = format!(
            r#"{{"version": 1, "updated": "{updated}", "sessions": [{{"id": "a", "title": "A", "date": "2021-03-17"}}]}}"#
        );
        let event = event(&whole(&forum(feed.as_bytes()), Es), "a@forum");
        for line in
            [format!("SEQUENCE:{sequence}"), format!("DTSTAMP:{stamp}"), format!("LAST-MODIFIED:{stamp}")]
        {
            assert!(event.contains(&line), "{line} of {event:?}");
        }
    }
    let forum = forum(br#"{"version": 1, "sessions": [{"id": "a", "title": "A", "date": "2021-03-17"}]}"#);
    for (clock, sequence) in [(i64::MIN, "SEQUENCE:0"), (i64::MAX, "SEQUENCE:2147483647")] {
        let calendar = calendar(&forum, Es, &[SessionId(0)], Instant::from_unix_seconds(clock)).unwrap();
        assert!(event(&calendar, "a@forum").contains(&sequence.into()));
    }
}

#[test]
fn rfc_5545_3_8_4_7_uids_hang_on_ids_alone() {
    let uids = |feed: &str, language| -> Vec<String> {
        let lines = lines(&whole(&forum(feed.as_bytes()), language));
        lines.into_iter().filter(|line| line.starts_with("UID:")).collect()
    };
    let feed = String::from_utf8(TIMES.to_vec()).unwrap();
    let before = uids(&feed, Es);
    let other = feed
        .replace("2021-03-20T12", "2022-03-20T12")
        .replace("Sin fin", "Con fin")
        .replace("Sala A", "Sala B");
    let moved = other
        .replace("2021-04-05T15:00", "2021-04-06T15:00")
        .replace("https://foro.example", "https://otro.example");
    assert_eq!(before, uids(&moved, Ko));
    // Ids that would be alike without their escapes; those of the reader's `cleaned` apart.
    let ids = [
        "a",
        "A",
        "a@b",
        "a%40b",
        "a b",
        "a%20b",
        "a,b",
        "a;b",
        "a\\b",
        "a\\\\b",
        "a:b",
        "á",
        "a\u{301}",
        "a\u{2028}b",
        "a\nb",
        "a\\nb",
    ];
    let sessions = ids.map(|id| serde_json::json!({"id": id, "title": "T", "date": "2021-03-17"}));
    let feed = serde_json::json!({"version": 1, "forum": {"id": "b@c"}, "sessions": sessions}).to_string();
    let mut found = uids(&feed, Es);
    assert!(found.iter().all(|uid| uid.ends_with("@b%40c") && uid.matches('@').count() == 1), "{found:?}");
    assert!(found.iter().all(|uid| uid.bytes().all(|byte| byte.is_ascii_graphic())));
    found.sort();
    found.dedup();
    assert_eq!(found.len(), ids.len());
    // A forum without an id goes by its address, so that two of them are not one.
    let nameless = r#"{"version": 1, "forum": {"url": "https://foro.example/"}, "sessions": [{"id": "a", "title": "A", "date": "2021-03-17"}]}"#;
    assert_eq!(uids(nameless, Es), ["UID:a@https%3A%2F%2Fforo.example%2F"]);
}

#[test]
fn rfc_5545_3_8_1_texts_are_in_the_readers_language_or_the_nearest() {
    check("before", Es, "SUMMARY", &["SUMMARY;LANGUAGE=es:Antes del cambio"]);
    check("before", Pt, "SUMMARY", &["SUMMARY;LANGUAGE=es:Antes del cambio"]);
    check("before", Ko, "SUMMARY", &["SUMMARY;LANGUAGE=en:Before the change"]);
    check("after", Es, "SUMMARY", &["SUMMARY;LANGUAGE=en:After the change"]);
    check("day", En, "SUMMARY", &["SUMMARY:Todo el día"]);
    check(
        "before",
        En,
        "CATEGORIES",
        &["CATEGORIES;LANGUAGE=en:Data\\, networks and 5G", "CATEGORIES:e-Salud"],
    );
    check("before", Es, "LOCATION", &["LOCATION:Sala A\\, Centro Gabriela Mistral\\; sala\\, Santiago"]);
    check("day", En, "LOCATION", &["LOCATION:Gabriela Mistral Centre\\, Santiago"]);
}

#[test]
fn rfc_5545_3_8_1_5_the_description_has_what_the_agenda_shows() {
    check(
        "before",
        Es,
        "DESCRIPTION",
        &[
            "DESCRIPTION:Apertura\\n\\nLínea uno\\nLínea dos\\n\\nAna Mora\\, Ministra de Hacienda (Conferencia magistral)\\nKim Min-su\\n\\nC:\\\\datos\\; a\\,b",
        ],
    );
    check("after", En, "DESCRIPTION", &["DESCRIPTION:Session 3"]);
    check("seoul", En, "DESCRIPTION", &[]);
    check("day", En, "DESCRIPTION", &["DESCRIPTION:Panel · Time to be announced"]);
}

#[test]
fn rfc_5545_3_8_4_6_the_address_of_the_session_or_the_forum() {
    check("before", Es, "URL", &["URL:https://foro.example/l%C3%A1minas.pdf"]);
    check("after", Es, "URL", &["URL:https://foro.example/%C3%B1and%C3%BA?a=1;2,3&b=\"4\""]);
}

/// The names of all properties and components in order, with their parameters.
fn shape(calendar: &str) -> Vec<String> {
    let value = |line: &String| line.starts_with("BEGIN:") || line.starts_with("END:");
    let name = |line: &String| line.split(':').next().unwrap_or_default().to_owned();
    lines(calendar).iter().map(|line| if value(line) { line.clone() } else { name(line) }).collect()
}

#[test]
fn rfc_5545_3_1_no_text_is_more_than_a_text() {
    let plain = shape(&whole(&forum(&injections::feed("plain")), Es));
    // `plain` is of the form of a language tag, and stands as the language of a topic once a session; so is what is left of
    // `a\u{feff}BOM\u{feff}z` without what is invisible.
    let without_tags = |shape: Vec<String>| -> Vec<String> {
        let without = |line: &String| line.replace(";LANGUAGE=plain", "").replace(";LANGUAGE=abomz", "");
        shape.iter().map(without).collect()
    };
    let plain = without_tags(plain);
    for text in injections::texts() {
        let calendar = whole(&forum(&injections::feed(&text)), Es);
        assert_eq!(without_tags(shape(&calendar)), plain, "{text:?}");
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{text:?}");
        let broken = |letter: char| letter.is_control() && !matches!(letter, '\t');
        assert!(!calendar.replace("\r\n", "").contains(broken), "{text:?}");
        assert_eq!(calendar.matches("\r\nBEGIN:VEVENT\r\n").count(), 2);
    }
}
