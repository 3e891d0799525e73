//! Every kind of problem is found, alone and in its place: one fault of each in one feed, as far as they can stand
//! beside each other, and a feed for each of the others.

use std::collections::BTreeSet;

use forum_widget::feed::ProblemCode;
use forum_widget::feed::check::check;

const FAULTS: &str = include_str!("fixtures/check/one-fault-of-each-kind.json");

/// Code, path, line and column of each fault of the fixture.
const EXPECTED: [Place; 20] = [
    ("unknown-version", "version", 2, 14),
    ("invalid-time", "updated", 3, 14),
    ("invalid-language", "forum.name.español", 6, 29),
    ("invalid-link", "forum.url", 7, 12),
    ("invalid-date", "forum.start", 9, 14),
    ("unknown-term", "forum.mode", 11, 13),
    ("invalid-country", "forum.venue.country", 12, 27),
    ("unknown-country", "countries[1].code", 14, 45),
    ("invisible-characters", "people[0].name", 16, 28),
    ("unknown-field", "people[0].count", 16, 41),
    ("lone-surrogate", "people[1].name", 17, 28),
    ("duplicate-id", "people[2]", 18, 5),
    ("time-in-gap", "sessions[0].start", 21, 63),
    ("time-in-overlap", "sessions[1].start", 22, 63),
    ("end-before-start", "sessions[2].end", 23, 90),
    ("date-and-start-differ", "sessions[3].start", 24, 63),
    ("unknown-reference", "sessions[4].people[0].person", 25, 77),
    ("duplicate-key", "sessions[5].room", 26, 69),
    ("wrong-type", "sessions[6].title", 27, 27),
    ("missing-field", "sessions[7].date", 28, 5),
];

fn found(feed: &[u8]) -> Vec<(&'static str, String, usize, usize)> {
    let findings = check(feed).findings.into_iter();
    findings
        .map(|finding| {
            let place = finding.location.map_or((0, 0), |place| (place.line, place.column));
            (finding.code.as_str(), finding.path, place.0, place.1)
        })
        .collect()
}

#[test]
fn one_fault_of_each_kind_is_found_in_its_place() {
    let expected = EXPECTED.map(|(code, path, line, column)| (code, path.to_owned(), line, column));
    assert_eq!(found(FAULTS.as_bytes()), expected);
}

/// A finding: code, path, line and column.
type Place = (&'static str, &'static str, usize, usize);

/// The faults that cannot stand beside others, with code, path and place.
fn alone() -> Vec<(Vec<u8>, Place)> {
    let text = |text: &str| text.as_bytes().to_vec();
    let feed = |rest: &str| {
        text(&format!(
            "{{\"version\": 1, \"forum\": {{\"id\": \"f\", \"name\": \"Foro\", \"timeZone\": \"UTC\", \"start\": \"2021-03-17\",\n\
             \"end\": \"2021-03-18\"}}, {rest}}}"
        ))
    };
    let session = |id: usize| format!("{{\"id\": \"{id}\", \"title\": \"x\", \"date\": \"2021-03-17\"}}");
    let sessions: Vec<String> = (0..10_001).map(session).collect();
    let good = feed("\"sessions\": []");
    vec![
        (text("{\"version\": 1,\n \"forum\": }"), ("syntax", "forum", 2, 11)),
        (text(&["{\"x\": ", &"[".repeat(99), &"]".repeat(99), "}"].concat()), ("too-deep", "x", 1, 70)),
        (feed(&format!("\"sessions\": [{}]", sessions.join(","))), ("too-many", "sessions", 2, 35)),
        (vec![b' '; (8 << 20) + 1], ("too-large", "", 0, 0)),
        (text("{\"version\": 1}"), ("empty", "", 0, 0)),
        (
            feed(&format!("\"topics\": [{{\"id\": \"a\",\n\"name\": \"{}\"}}]", "é".repeat(20_001))),
            ("too-long", "topics[0].name", 3, 9),
        ),
        (text("<!doctype html><title>Acceso</title>"), ("web-page", "", 1, 1)),
        (text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"), ("another-format", "", 1, 1)),
        (good.iter().flat_map(|byte| [*byte, 0]).collect(), ("wrong-encoding", "", 0, 0)),
        ([b"\xef\xbb\xbf", good.as_slice()].concat(), ("byte-order-mark", "", 1, 1)),
        (feed("\"topics\": [{\"id\": \"a\", \"name\": \"\u{1}\"}]"), ("syntax", "topics[0]", 2, 55)),
        (
            [
                &good[..good.len() - 1],
                b", \"documents\": [{\"url\": \"https://forum.example\", \"title\": \"\xe9\"}]}",
            ]
            .concat(),
            ("invalid-utf-8", "", 2, 96),
        ),
        (
            text(
                "{\"version\": 1, \"forum\": {\"id\": \"f\", \"name\": \"Foro\", \"start\": \"2021-03-17\", \"end\": \"2021-03-17\",\n\
                  \"timeZone\": \"America/Nowhere\"}}",
            ),
            ("unknown-time-zone", "forum.timeZone", 2, 13),
        ),
    ]
}

#[test]
fn each_of_the_others_is_found_alone() {
    for (feed, (code, path, line, column)) in alone() {
        let start = String::from_utf8_lossy(&feed[..feed.len().min(80)]).into_owned();
        assert_eq!(found(&feed), [(code, path.to_owned(), line, column)], "{start}");
    }
}

#[test]
fn no_kind_of_problem_goes_without_a_fault_here() {
    let mut codes: BTreeSet<&str> = EXPECTED.iter().map(|(code, ..)| *code).collect();
    codes.extend(alone().iter().map(|(_, (code, ..))| *code));
    assert_eq!(codes, ProblemCode::ALL.iter().map(|code| code.as_str()).collect());
}
