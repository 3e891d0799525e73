use super::read;

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
            "missing-field sessions[0]",
            "invalid-date sessions[1].date",
            "missing-field sessions[1].people[0]",
            "duplicate-id people[2]",
            "missing-field sessions[1].date",
            "unknown-reference sessions[1].people[1].person",
            "unknown-reference people[3].organization",
        ],
    );
}

#[test]
fn another_version_is_read_as_far_as_it_is_known() {
    check(r#"{"version": 2, "forum": {"name": "Foro"}, "novelties": [{}]}"#, &["unknown-version version"]);
    check(r#"{"forum": {"name": "Foro"}}"#, &["unknown-version version"]);
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
