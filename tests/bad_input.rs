//! What an organiser's server may answer in place of a feed, and what a feed may have in it: each has one outcome.

use forum_widget::feed::{ProblemCode, Reading, SIZE_LIMIT, read};

/// The code of the one problem for which nothing is shown.
#[track_caller]
fn refused(bytes: &[u8], code: ProblemCode) {
    match read(bytes) {
        Err(problem) => {
            assert_eq!(problem.code, code, "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(80)]));
        }
        Ok(reading) => panic!("read: {reading:?}"),
    }
}

/// What is read of a feed with these problems, as `code path`.
#[track_caller]
fn survived(feed: &str, problems: &[&str]) -> Reading {
    let reading = read(feed.as_bytes()).unwrap();
    let found: Vec<String> = reading
        .problems
        .iter()
        .map(|problem| format!("{} {}", problem.code.as_str(), problem.path))
        .collect();
    assert_eq!(found, problems, "{}", &feed[..feed.len().min(200)]);
    reading
}

const SMALL: &str = r#"{"version": 1, "forum": {"name": "Foro \u00e9 ñ 😀"}, "sessions": [{"id": "a", "title": "A", "date": "2021-03-17", "number": -1.5e3, "x": [true, null]}]}"#;

#[test]
fn nothing_and_almost_nothing() {
    for empty in ["", " ", "\n\n", "\u{feff}", "null", "7", "\"\"", "undefined"] {
        let code =
            if matches!(empty, "null" | "7" | "\"\"") { ProblemCode::WrongType } else { ProblemCode::Syntax };
        refused(empty.as_bytes(), code);
    }
    refused(b"[]", ProblemCode::WrongType);
    refused(b"{}", ProblemCode::Empty);
    refused(b"\0\0\0\0", ProblemCode::Syntax);
}

#[test]
fn truncated_at_every_byte() {
    survived(SMALL, &["wrong-type sessions[0].number"]);
    for end in 0..SMALL.len() {
        refused(&SMALL.as_bytes()[..end], ProblemCode::Syntax);
    }
}

/// RFC 8259, section 8.1, has UTF-8 alone; the program's `check` says that it is another encoding.
#[test]
fn utf_16_with_and_without_a_mark() {
    let little = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let big = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
    for text in [SMALL.to_owned(), format!("\u{feff}{SMALL}")] {
        refused(&little(&text), ProblemCode::Syntax);
        refused(&big(&text), ProblemCode::Syntax);
    }
}

#[test]
fn a_login_page_and_other_answers_of_servers() {
    for page in [
        "<!doctype html><html lang=\"es\"><title>Iniciar sesión</title><form action=\"/login\"><input name=\"user\"></form></html>",
        "<?xml version=\"1.0\"?><schedule/>",
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "id,title\r\na,A\r\n",
        "Not Found",
        "forbidden",
        "temporarily unavailable",
        "for(;;);{\"version\": 1}",
        ")]}'\n{\"version\": 1}",
        "callback({\"version\": 1});",
        "{\"version\": 1} // end",
        "{version: 1, 'forum': {}}",
    ] {
        refused(page.as_bytes(), ProblemCode::Syntax);
    }
    refused(br#"{"error": "unauthorized", "status": 401}"#, ProblemCode::Empty);
}

#[test]
fn deep_nesting_neither_hangs_nor_takes_the_stack() {
    let depth = 100_000;
    let lists = "[".repeat(depth) + &"]".repeat(depth);
    let objects = "{\"a\":".repeat(depth) + "1" + &"}".repeat(depth);
    for deep in [&lists, &objects, &"[".repeat(depth), &"{\"a\":[".repeat(depth)] {
        refused(format!("{{\"version\": 1, \"x\": {deep}}}").as_bytes(), ProblemCode::TooDeep);
        refused(format!("{{\"forum\": {{\"name\": {deep}}}}}").as_bytes(), ProblemCode::TooDeep);
        refused(format!("{{\"sessions\": [{{\"topics\": {deep}}}]}}").as_bytes(), ProblemCode::TooDeep);
    }
    refused(lists.as_bytes(), ProblemCode::TooDeep);
}

#[test]
fn numbers_of_any_size_and_form() {
    let number = |number: &str, problems: &[&str]| {
        let feed = format!(
            r#"{{"version": 1, "x": {number}, "sessions": [{{"id": "a", "title": "A", "date": "2021-03-17", "number": {number}}}]}}"#
        );
        survived(&feed, problems).forum.sessions[0].number
    };
    let wrong = &["wrong-type sessions[0].number"];
    let long = "1".to_owned() + &"0".repeat(400);
    for bad in [
        "1e999999",
        "-1e999999",
        "1e-999999",
        &long,
        "-1",
        "1.5",
        "4294967296",
        "1e2",
        "true",
        "\"7\"",
        "{}",
        "[7]",
    ] {
        assert_eq!(number(bad, wrong), None, "{bad}");
    }
    for (good, value) in [("0", 0), ("-0", 0), ("1.0", 1), ("4294967295", u32::MAX), ("7.000", 7)] {
        assert_eq!(number(good, &[]), Some(value), "{good}");
    }
    assert_eq!(number("null", &[]), None);
    for no_number in ["01", "+1", ".5", "1.", "0x1F", "NaN", "Infinity", "-", "1e", "1_000", "١"] {
        refused(format!("{{\"version\": {no_number}}}").as_bytes(), ProblemCode::Syntax);
    }
}

#[test]
fn names_that_mean_something_to_scripts_mean_nothing_here() {
    let feed = r#"{"version": 1, "__proto__": {"forum": {"name": "x"}, "polluted": true}, "constructor": {"prototype": {}},
        "toString": 7, "hasOwnProperty": null, "forum": {"name": {"__proto__": "Foro", "es": "Foro"}, "constructor": []},
        "people": [{"id": "__proto__", "name": "A", "valueOf": {}}, {"id": "constructor", "name": "B"}],
        "topics": [{"id": "toString", "name": "T"}],
        "sessions": [{"id": "__proto__", "title": "S", "date": "2021-03-17", "topics": ["toString"],
            "people": [{"person": "constructor"}, {"person": "__proto__"}]}]}"#;
    let forum = survived(feed, &[]).forum;
    let people: Vec<&str> = forum.sessions[0]
        .people
        .iter()
        .map(|appearance| forum.person(appearance.person).unwrap().id.0.as_str())
        .collect();
    assert_eq!(people, ["constructor", "__proto__"]);
    survived(
        r#"{"version": 1, "sessions": [{"id": "a", "title": "A", "date": "2021-03-17", "topics": ["toString"]}]}"#,
        &["unknown-reference sessions[0].topics[0]"],
    );
}

fn with_sessions(count: usize) -> String {
    let session = |index: usize| format!(r#"{{"id": "s{index}", "title": "S", "date": "2021-03-17"}}"#);
    let sessions: Vec<String> = (0..count).map(session).collect();
    format!(r#"{{"version": 1, "sessions": [{}]}}"#, sessions.join(","))
}

#[test]
fn sessions_up_to_the_limit_and_beyond() {
    let kept = |count: usize, problems: &[&str]| {
        let forum = survived(&with_sessions(count), problems).forum;
        (forum.sessions.len(), forum.sessions.last().unwrap().id.0.clone())
    };
    assert_eq!(kept(10_000, &[]), (10_000, "s9999".to_owned()));
    assert_eq!(kept(10_001, &["too-many sessions"]), (10_000, "s9999".to_owned()));
}

#[test]
fn texts_up_to_the_limit_and_beyond() {
    let kept = |text: &str| {
        let feed = format!(r#"{{"version": 1, "forum": {{"name": "{text}"}}}}"#);
        let forum = survived(&feed, &[]).forum;
        forum.name.as_ref().unwrap().entries().next().unwrap().1.chars().count()
    };
    assert_eq!(kept(&"ñ".repeat(20_000)), 20_000);
    assert_eq!(kept(&"ñ".repeat(20_001)), 20_000);
    assert_eq!(kept(&"😀".repeat(400_000)), 20_000);
}

#[test]
fn bytes_up_to_the_limit_and_beyond() {
    let mut feed = SMALL.as_bytes().to_vec();
    feed.resize(SIZE_LIMIT, b' ');
    assert!(read(&feed).is_ok());
    feed.push(b' ');
    refused(&feed, ProblemCode::TooLarge);
    refused(&vec![b'['; 200 << 20], ProblemCode::TooLarge);
}

#[test]
fn a_feed_of_another_version() {
    let feed = |version: &str| {
        format!(r#"{{"version": {version}, "forum": {{"name": "Foro"}}, "novelties": [{{}}]}}"#)
    };
    for version in ["0", "2", "99", "4294967295"] {
        survived(&feed(version), &["unknown-version version"]);
    }
    for version in ["\"1\"", "-1", "1.1", "[1]", "true", "1e0"] {
        survived(&feed(version), &["wrong-type version"]);
    }
    survived(&feed("null"), &["missing-field version"]);
    survived(&feed("1"), &[]);
}

/// RFC 8259, section 4, leaves open what a key means that stands twice: here the last one counts, as in browsers.
#[test]
fn duplicate_keys() {
    let feed = r#"{"version": 2, "version": 1, "forum": {"name": "Old"}, "forum": {"name": "New", "name": "Newest"},
        "sessions": [{"id": "x", "title": "X", "date": "2021-03-17"}],
        "sessions": [{"id": "a", "id": "b", "title": "A", "title": "B", "date": "2021-03-17", "date": "2021-03-18"}]}"#;
    let forum = survived(feed, &[]).forum;
    assert_eq!(forum.name.as_ref().unwrap().entries().next().unwrap().1, "Newest");
    let sessions: Vec<&str> = forum.sessions.iter().map(|session| session.id.0.as_str()).collect();
    assert_eq!((sessions, forum.sessions[0].date.unwrap().day()), (vec!["b"], 18));
}

/// What a list has in place of records costs only itself.
#[test]
fn lists_of_anything() {
    let feed = r#"{"version": 1, "countries": {"CR": {}}, "people": "Ana", "topics": 7, "organizations": [[], "x", 7, null, {}],
        "sessions": [[{"id": "a", "title": "A"}], {"id": "b", "title": "B", "date": "2021-03-17", "countries": "CR", "people": [7, {}]}]}"#;
    let forum = survived(
        feed,
        &[
            "wrong-type countries",
            "wrong-type people",
            "wrong-type topics",
            "wrong-type organizations[0]",
            "wrong-type organizations[1]",
            "wrong-type organizations[2]",
            "wrong-type organizations[3]",
            "missing-field organizations[4].id",
            "wrong-type sessions[0]",
            "wrong-type sessions[1].countries",
            "wrong-type sessions[1].people[0]",
            "missing-field sessions[1].people[1].person",
        ],
    )
    .forum;
    assert_eq!(forum.sessions.len(), 1);
}
