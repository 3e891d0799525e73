use super::{ResourceKind, Text, read};
use crate::locale::Language;

/// The problems of a feed as `code path`.
#[track_caller]
fn check(feed: &str, expected: &[&str]) {
    let reading = read(feed.as_bytes()).unwrap();
    let found: Vec<String> =
        reading.problems.iter().map(|problem| [problem.code.as_str(), " ", &problem.path].concat()).collect();
    assert_eq!(found, expected, "{feed}");
}

#[test]
fn a_path_names_the_place_in_the_document_even_behind_lost_records() {
    check(
        r#"{"version": 1,
            "people": [{"id": "a", "name": "A"}, 7, {"id": "a", "name": "B"}, {"id": "c", "name": "C", "organization": "x"}],
            "sessions": [{"id": "s"}, {"id": "t", "title": "T", "date": "2021-02-30", "people": [{}, {"person": "z"}]}]}"#,
        &[
            "wrong-type people[1]",
            "missing-field sessions[0].title",
            "invalid-date sessions[1].date",
            "missing-field sessions[1].people[0].person",
            "duplicate-id people[2]",
            "unknown-reference sessions[1].people[1].person",
            "unknown-reference people[3].organization",
        ],
    );
}

#[test]
fn each_of_several_unknown_references_has_its_own_path() {
    check(
        r#"{"version": 1, "forum": {"name": "Foro", "hosts": ["x", "y"]}, "people": [{"id": "a", "name": "A"}],
            "sessions": [{"id": "s", "title": "S", "date": "2021-03-17", "topics": ["x", "y", "z"],
                "people": [{"person": "x"}, {"person": "y"}, {"person": "a"}, {}, {"person": "z"}],
                "quotes": [{"person": "x", "text": "?"}, {"person": "y", "text": "!"}]}]}"#,
        &[
            "missing-field sessions[0].people[3].person",
            "unknown-reference forum.hosts[0]",
            "unknown-reference forum.hosts[1]",
            "unknown-reference sessions[0].topics[0]",
            "unknown-reference sessions[0].topics[1]",
            "unknown-reference sessions[0].topics[2]",
            "unknown-reference sessions[0].people[0].person",
            "unknown-reference sessions[0].people[1].person",
            "unknown-reference sessions[0].people[4].person",
            "unknown-reference sessions[0].quotes[0].person",
            "unknown-reference sessions[0].quotes[1].person",
        ],
    );
}

#[test]
fn a_record_without_a_required_value_is_reported_as_that_beside_what_else_is_bad_in_it() {
    check(
        r#"{"version": 1, "sessions": [{"title": "A", "room": 5, "date": "2021-03-17"}, {"id": 7, "room": 5},
            {"id": "c", "title": "C", "date": "2021-03-17"}]}"#,
        &[
            "wrong-type sessions[0].room",
            "missing-field sessions[0].id",
            "wrong-type sessions[1].id",
            "wrong-type sessions[1].room",
        ],
    );
}

/// What is left out for too many bad values counts where the records behind it are looked for.
#[test]
fn a_path_is_right_behind_a_record_that_was_given_up() {
    let bad = vec!["7"; 100];
    let feed = format!(
        r#"{{"version": 1, "sessions": [
            {{"id": "a", "title": "A", "date": "2021-03-17", "languages": {{"spoken": [{}]}}}},
            {{"id": "b", "title": "B", "date": "2021-03-17", "topics": ["x"]}}]}}"#,
        bad.join(",")
    );
    let problems = read(feed.as_bytes()).unwrap().problems;
    assert_eq!(problems.last().map(|problem| &*problem.path), Some("sessions[1].topics[0]"));
    assert_eq!(problems.len(), 101);
}

#[test]
fn another_version_is_read_as_far_as_it_is_known() {
    check(r#"{"version": 2, "forum": {"name": "Foro"}, "novelties": [{}]}"#, &["unknown-version version"]);
    check(r#"{"forum": {"name": "Foro"}}"#, &["missing-field version"]);
    check(r#"{"version": "1", "forum": {"name": "Foro"}}"#, &["wrong-type version"]);
}

#[test]
fn what_cannot_be_a_link_a_zone_or_a_country_is_left_out() {
    check(
        r#"{"version": 1, "forum": {"name": "Foro", "url": "javascript:alert(1)", "timeZone": "America/Nowhere",
            "venue": {"country": "KOR"}}, "countries": [{"code": "XXX"}, {"code": "cr"}, {"code": "CR"}]}"#,
        &[
            "invalid-link forum.url",
            "unknown-time-zone forum.timeZone",
            "invalid-country forum.venue.country",
            "invalid-country countries[0].code",
            "duplicate-id countries[2]",
        ],
    );
}

#[test]
fn an_end_before_its_start_is_left_out() {
    let feed = r#"{"version": 1, "forum": {"name": "Foro", "start": "2021-03-18", "end": "2021-03-17", "timeZone": "Asia/Seoul"},
        "sessions": [{"id": "a", "title": "A", "date": "2021-03-17", "start": "2021-03-17T10:00", "end": "2021-03-17T09:00"},
        {"id": "b", "title": "B", "date": "2021-03-17", "start": "2021-03-17T10:00", "end": "2021-03-17T02:00Z"}]}"#;
    check(feed, &["end-before-start forum.end", "end-before-start sessions[0].end"]);
    let forum = read(feed.as_bytes()).unwrap().forum;
    assert_eq!((forum.end, forum.sessions[0].end), (None, None));
    assert!(forum.sessions[0].start.is_some() && forum.sessions[1].end.is_some());
}

#[test]
fn local_times_that_clocks_skip_or_repeat_are_reported() {
    check(
        r#"{"version": 1, "forum": {"name": "Foro", "timeZone": "America/New_York"}, "sessions": [
            {"id": "a", "title": "A", "date": "2021-03-14", "start": "2021-03-14T02:30", "end": "2021-03-14T04:00"},
            {"id": "b", "title": "B", "date": "2021-11-07", "start": "2021-11-07T00:30", "end": "2021-11-07T01:30",
             "previousStart": "2021-11-07T01:00"},
            {"id": "c", "title": "C", "date": "2021-11-07", "start": "2021-11-07T01:30-04:00"}]}"#,
        &[
            "time-in-gap sessions[0].start",
            "time-in-overlap sessions[1].end",
            "time-in-overlap sessions[1].previousStart",
        ],
    );
}

#[test]
fn an_empty_text_is_the_same_as_nothing() {
    check(
        r#"{"version": 1, "forum": {"name": "Foro", "url": "", "summary": ""}, "sessions": [{"id": "a", "title": ""}]}"#,
        &["missing-field sessions[0].title"],
    );
}

#[test]
fn languages_links_documents_and_outcomes_are_kept() {
    let feed = r#"{"version": 1, "forum": {"id": "f", "name": "Foro", "languages": ["es", "español"]},
        "sessions": [{"id": "a", "title": "A", "date": "2021-03-17",
            "languages": {"spoken": ["ko"], "interpretation": ["es", "pt-BR"], "signed": ["csr"]},
            "links": [{"kind": "recording", "url": "https://forum.example/a"}, {"kind": "novelty", "url": "https://forum.example/b"},
                {"kind": "slides", "url": "javascript:alert(1)"}]}],
        "documents": [{"url": "https://forum.example/programme.pdf", "title": "Programa", "language": "es"}],
        "outcomes": [{"title": "Declaración"}, {"summary": "x"}]}"#;
    check(
        feed,
        &[
            "invalid-language forum.languages[1]",
            "invalid-link sessions[0].links[2].url",
            "missing-field outcomes[1].title",
        ],
    );
    let forum = read(feed.as_bytes()).unwrap().forum;
    let kinds: Vec<_> = forum.sessions[0].links.iter().map(|link| link.kind).collect();
    assert_eq!(kinds, [ResourceKind::Recording, ResourceKind::Document]);
    assert_eq!((forum.documents.len(), forum.outcomes.len()), (1, 1));
    let languages = forum.sessions[0].languages.as_ref().unwrap();
    assert_eq!(
        languages.interpretation.iter().map(super::LanguageTag::as_str).collect::<Vec<_>>(),
        ["es", "pt-BR"]
    );
}

/// What is read is written again as it was, and read as the same: importers rely on it.
#[test]
fn a_feed_is_written_as_it_was_read() {
    let feed = include_str!("../../www/feeds/korea-lac-2021.json");
    let (document, _) = super::read_document(feed.as_bytes()).unwrap();
    let written = document.to_json();
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    // The general case goes without saying.
    let said = feed.replace(r#""kind": "session","#, "");
    assert!(value(&written) == value(&said), "{written}");
    assert_eq!(super::read_document(written.as_bytes()).unwrap().0.to_json(), written);
}

/// Whatever was read is valid when it is written: a participation has to have a mode.
#[test]
fn a_mode_that_is_not_known_is_written_as_other() {
    let feed = r#"{"version": 1, "countries": [{"code": "CR", "participation": [{"mode": "by balloon", "count": 2}]}]}"#;
    let (document, _) = super::read_document(feed.as_bytes()).unwrap();
    assert!(document.to_json().contains(r#""mode": "other""#), "{}", document.to_json());
}

#[test]
fn what_is_no_feed_is_one_clear_problem() {
    let code = |feed: &[u8]| read(feed).map(drop).map_err(|problem| problem.code.as_str());
    assert_eq!(code(b""), Err("syntax"));
    assert_eq!(code(b"<!doctype html><title>Login</title>"), Err("syntax"));
    assert_eq!(code(br#"{"version": 1, "sessions": [{"id""#), Err("syntax"));
    assert_eq!(code(b"[]"), Err("wrong-type"));
    assert_eq!(code(b"{}"), Err("empty"));
    assert_eq!(code(br#"{"schedule": {"version": "x", "conference": {}}}"#), Err("empty"));
    assert_eq!(code(&vec![b' '; super::SIZE_LIMIT + 1]), Err("too-large"));
}

#[test]
fn a_byte_order_mark_and_invalid_utf_8_are_repaired() {
    let reading = read(b"\xef\xbb\xbf{\"version\": 1, \"forum\": {\"name\": \"F\xff\"}}").unwrap();
    assert_eq!(reading.problems, []);
    let name = reading.forum.name.as_ref().unwrap();
    assert_eq!(name.entries().next(), Some(("", "F\u{fffd}")));
}

#[test]
fn keys_come_in_any_order_and_the_last_of_two_counts() {
    let feed = br#"{"version": 1, "sessions": [
        {"id": "a", "title": "A", "room": "1"},
        {"room": "2", "x-ours": {}, "title": "B", "id": "b"},
        {"title": "C", "title": "D", "id": "c", "room": "3", "room": "4"}
    ]}"#;
    let reading = read(feed).unwrap();
    let text = |text: &Text| text.entries().map(|(_, text)| text.to_owned()).collect::<String>();
    let sessions = reading.forum.sessions.iter();
    let found: Vec<_> = sessions.map(|one| (text(&one.title), one.room.as_ref().map(text))).collect();
    let expected = [("A", "1"), ("B", "2"), ("D", "4")];
    assert_eq!(found, expected.map(|(title, room)| (title.to_owned(), Some(room.to_owned()))));
}

#[test]
fn of_two_texts_in_one_language_the_last_counts() {
    let feed = br#"{"version": 1, "forum": {"name": {"es": "uno", "en": "one", "es": "dos"}}}"#;
    let name = read(feed).unwrap().forum.name.clone().unwrap();
    assert_eq!(name.entries().collect::<Vec<_>>(), [("es", "dos"), ("en", "one")]);
}

#[test]
fn a_language_tag_is_written_with_hyphens() {
    let feed = br#"{"version": 1, "forum": {"name": {"en_US": "Forum"}}}"#;
    let name = read(feed).unwrap().forum.name.clone().unwrap();
    assert_eq!(name.choose(Language::Es).and_then(|chosen| chosen.foreign), Some("en-us"));
}

/// All of them are kept in one piece, and each is looked for among the others.
#[test]
fn a_text_in_more_languages_than_there_are_is_left_out() {
    let feed = |count: usize| {
        let texts: Vec<String> = (0..count).map(|number| format!(r#""a{number}": "x""#)).collect();
        let texts = texts.join(",");
        format!(
            r#"{{"version": 1, "forum": {{"name": {{{texts}}}, "theme": "Tema"}}, "countries": [{{"code": "CR"}}]}}"#
        )
    };
    check(&feed(100), &[]);
    check(&feed(101), &["too-many forum.name"]);
}

#[test]
fn a_hostile_feed_costs_bounded_time_and_a_bounded_list() {
    let item = r#"{"id": "a", "title": "A", "people": [{"person": "x"}, {"person": "y"}]},"#;
    let feed = [r#"{"version": 1, "sessions": ["#, &item.repeat(30_000), "7]}"].concat();
    let reading = read(feed.as_bytes()).unwrap();
    assert_eq!((reading.problems.len(), reading.forum.sessions.len()), (1_000, 1));
}

#[test]
fn the_repair_is_that_of_the_standard_library() {
    for bytes in [
        &b""[..],
        b"abc",
        b"a\xffb",
        b"\xff\xfe",
        b"\xe2\x82",
        b"x\xe2\x82y\xf0\x9f\x98",
        b"\xc3\xa9\x80\x80",
    ] {
        assert_eq!(super::repaired(bytes), String::from_utf8_lossy(bytes), "{bytes:?}");
    }
}
