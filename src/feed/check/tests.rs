use super::check;
use crate::feed::Severity;

/// The findings of a feed as `code path line:column`.
#[track_caller]
fn expect(feed: &[u8], expected: &[&str]) {
    let checked = check(feed);
    let found: Vec<String> = checked
        .findings
        .iter()
        .map(|finding| {
            let place = finding.location.map(|place| format!("{}:{}", place.line, place.column));
            [finding.code.as_str(), &finding.path, &place.unwrap_or_default()].join(" ")
        })
        .collect();
    assert_eq!(found, expected, "{}", String::from_utf8_lossy(feed));
}

#[test]
fn the_forum_that_ships_has_no_problem() {
    let checked = check(include_bytes!("../../../www/feeds/korea-lac-2021.json"));
    assert_eq!(checked.findings, []);
    assert_eq!(checked.forum.unwrap().sessions.len(), 5);
}

const HEAD: &str = r#"{"version": 1, "forum": {"id": "f", "name": "Foro", "timeZone": "Asia/Seoul", "start": "2021-03-17", "end": "2021-03-18"},
"#;

#[track_caller]
fn expect_in(rest: &str, expected: &[&str]) {
    expect([HEAD, rest, "}"].concat().as_bytes(), expected);
}

#[test]
fn what_reading_repairs_in_silence_is_found() {
    expect_in(
        r#""topics": [{"id": "a", "name": "x\u202ey"}]"#,
        &["invisible-characters topics[0].name 2:32"],
    );
    expect_in(r#""topics": [{"id": "a", "name": "x\ud83d"}]"#, &["lone-surrogate topics[0].name 2:32"]);
    expect_in("\"topics\": [{\"id\": \"a\", \"name\": \"\u{fffd}\\ufffd😀\\ud83d\\ude00\"}]", &[]);
    let long = ["\"topics\": [{\"id\": \"a\", \"name\": \"", &"x".repeat(20_001), "\"}]"].concat();
    expect_in(&long, &["too-long topics[0].name 2:32"]);
    expect_in(r#""topics": [{"id": "a", "name": "A", "name": "B"}]"#, &["duplicate-key topics[0].name 2:37"]);
    expect_in(r#""topic": [{"idd": "a"}]"#, &["unknown-field topic 2:1"]);
    expect_in(
        r#""countries": [{"code": "XQ"}, {"code": "cr"}]"#,
        &["unknown-country countries[0].code 2:24"],
    );
    expect_in(
        r#""sessions": [{"id": "a", "title": {"español": "A"}, "date": "2021-03-17", "kind": "party"}]"#,
        &["invalid-language sessions[0].title.español 2:36", "unknown-term sessions[0].kind 2:83"],
    );
}

#[test]
fn a_session_may_begin_after_midnight_of_its_date() {
    let session = |start: &str| {
        format!(r#""sessions": [{{"id": "a", "title": "A", "date": "2021-03-17", "start": "{start}"}}]"#)
    };
    for good in ["2021-03-17T23:00", "2021-03-18T00:30", "2021-03-16T23:00:00Z"] {
        expect_in(&session(good), &[]);
    }
    for bad in ["2021-03-16T23:00", "2021-03-18T09:00", "2021-03-17T20:00:00-06:00", "2021-03-19T01:00"] {
        expect_in(&session(bad), &["date-and-start-differ sessions[0].start 2:71"]);
    }
}

#[test]
fn what_should_be_there_is_missed() {
    expect(
        b"{\"version\": 1,\n \"forum\": {\"name\": \"\"},\n \"sessions\": [{\"id\": \"a\", \"title\": \"A\"}]}",
        &[
            "missing-field forum.end 2:11",
            "missing-field forum.id 2:11",
            "missing-field forum.name 2:11",
            "missing-field forum.start 2:11",
            "missing-field forum.timeZone 2:11",
            "missing-field sessions[0].date 3:15",
        ],
    );
}

#[test]
fn bytes_that_are_no_utf_8_text_are_found() {
    let feed = [HEAD, "\"topics\": []}"].concat();
    expect(&[b"\xef\xbb\xbf", feed.as_bytes()].concat(), &["byte-order-mark  1:1"]);
    expect(
        &[b"\xef\xbb\xbf", HEAD.as_bytes(), b"\"x\xff\": 1}"].concat(),
        &["byte-order-mark  1:1", "unknown-field x\u{fffd} 2:1", "invalid-utf-8  2:3"],
    );
    let wide: Vec<u8> = feed.encode_utf16().flat_map(u16::to_le_bytes).collect();
    expect(&wide, &["wrong-encoding  "]);
    expect(&[b"\xff\xfe", wide.as_slice()].concat(), &["wrong-encoding  "]);
}

#[test]
fn what_is_no_feed_is_one_clear_finding() {
    expect(b"", &["syntax  1:1"]);
    expect(b"{\n\"version\": 1,\n}", &["syntax  3:1"]);
    expect("{\"año\": ñ}".as_bytes(), &["syntax año 1:9"]);
    expect(b" <!doctype html><title>Login</title>", &["web-page  1:1"]);
    expect(b"{}", &["empty  "]);
    expect(&[b"{\"a\": ".as_slice(), &[b'['; 100]].concat(), &["too-deep a 1:70"]);
    expect(&vec![b' '; crate::feed::SIZE_LIMIT + 1], &["too-large  "]);
}

#[test]
fn places_are_those_of_the_problems_that_reading_reports() {
    let checked = check(br#"{"version": 1, "forum": {"id": "f", "name": "Foro", "timeZone": "UTC", "start": "2021-03-17", "end": "2021-03-17"},
 "topics": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}, 7],
 "sessions": [{"id": "s"}, {"id": "t", "title": "T", "date": "2021-02-30"}]}"#);
    let found: Vec<_> = checked
        .findings
        .iter()
        .map(|finding| {
            (
                finding.code.as_str(),
                finding.path.as_str(),
                finding.location.map(|place| (place.line, place.column)),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("duplicate-id", "topics[1]", Some((2, 39))),
            ("wrong-type", "topics[2]", Some((2, 65))),
            ("missing-field", "sessions[0].date", Some((3, 15))),
            ("missing-field", "sessions[0].title", Some((3, 15))),
            ("invalid-date", "sessions[1].date", Some((3, 62))),
        ]
    );
    assert_eq!((checked.count(Severity::Error), checked.count(Severity::Warning)), (5, 0));
}

#[test]
fn an_unknown_word_is_given_the_one_that_was_meant() {
    let meant = |rest: &str| {
        let checked = check([HEAD, rest, "}"].concat().as_bytes());
        checked.findings.into_iter().map(|finding| finding.meant).collect::<Vec<_>>()
    };
    assert_eq!(meant(r#""topic": []"#), [Some("topics".into())]);
    assert_eq!(meant(r#""Sesions": []"#), [Some("sessions".into())]);
    assert_eq!(meant(r#""novelties": []"#), [None]);
    assert_eq!(
        meant(
            r#""sessions": [{"id": "a", "title": "A", "date": "2021-03-17", "kind": "openning", "status": "off"}]"#
        ),
        [Some("opening".into()), None]
    );
}
