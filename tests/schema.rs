//! The JSON Schema of the feed by an independent validator: what we ship is valid, faults are refused at their place,
//! and what is valid is read without a problem of form.

mod common;

use common::{faults, faults_of};
use forum_widget::feed::check::check;
use forum_widget::feed::{Link, ProblemCode, read};
use serde_json::{Value, json};

const SHIPPED: &str = include_str!("../www/feeds/korea-lac-2021.json");
const MINIMAL: &str = include_str!("../www/feeds/minimal.json");
const EXAMPLE: &str = include_str!("../www/feeds/example.json");

#[test]
fn what_we_ship_and_show_is_valid_and_read_without_a_problem() {
    for feed in [SHIPPED, MINIMAL, EXAMPLE] {
        assert_eq!(faults(feed), [""; 0]);
        assert_eq!(read(feed.as_bytes()).unwrap().problems, []);
        assert_eq!(check(feed.as_bytes()).findings, []);
    }
}

/// A new field cannot be forgotten in the example of the reference page.
#[test]
fn the_example_has_every_field() {
    let example: Value = serde_json::from_str(EXAMPLE).unwrap();
    let schema: Value = serde_json::from_str(include_str!("../www/schema/forum-feed-1.schema.json")).unwrap();
    let mut written = Vec::new();
    keys(&example, &mut written);
    let records = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    let fields =
        records.filter_map(|record| record["properties"].as_object()).flat_map(|fields| fields.keys());
    for key in fields {
        assert!(written.contains(key), "{key} is nowhere in www/feeds/example.json");
    }
}

fn keys(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| {
            found.push(key.clone());
            keys(value, found);
        }),
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn fixtures_with_faults_are_refused_at_their_places() {
    let bad = faults(include_str!("fixtures/bad-records.json"));
    let expected = [
        "/countries/0/participation/0/count",
        "/countries/1/code",
        "/countries/2",
        "/forum/start",
        "/forum/timeZone",
        "/people/1",
        "/sessions/0/countries/1",
        "/sessions/1",
        "/sessions/2",
        "/sessions/4",
        "/sessions/5/start",
        "/updated",
    ];
    assert_eq!(bad, expected);
    // Half an emoji is no JSON to the validator; what stands there is the reader's repair of it.
    let hostile = faults(&include_str!("fixtures/hostile-texts.json").replace(r"\ud83d", r"\ufffd"));
    assert!(hostile.contains(&"/forum/url".to_owned()) && hostile.contains(&"/sessions/0/kind".to_owned()));
}

/// The example with the value at a place put in, or taken out.
#[track_caller]
fn refused(place: &str, value: Option<&Value>, at: &str) {
    let mut feed: Value = serde_json::from_str(EXAMPLE).unwrap();
    let (parent, key) = place.rsplit_once('/').unwrap();
    let record = feed.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => drop(record.insert(key.into(), value.clone())),
        None => drop(record.remove(key).unwrap()),
    }
    assert_eq!(faults_of(&feed), [at], "{place}: {value:?}");
}

#[test]
fn a_missing_required_field_is_refused() {
    refused("/version", None, "");
    refused("/forum", None, "");
    for key in ["id", "name", "timeZone", "start", "end"] {
        refused(&format!("/forum/{key}"), None, "/forum");
    }
    refused("/countries/0/code", None, "/countries/0");
    refused("/countries/0/participation/0/mode", None, "/countries/0/participation/0");
    refused("/organizations/0/name", None, "/organizations/0");
    refused("/people/0/name", None, "/people/0");
    refused("/topics/0/id", None, "/topics/0");
    refused("/sessions/0/title", None, "/sessions/0");
    refused("/sessions/2/date", None, "/sessions/2");
    refused("/sessions/0/quotes/0/text", None, "/sessions/0/quotes/0");
    refused("/sessions/0/links/0/url", None, "/sessions/0/links/0");
    refused("/outcomes/0/title", None, "/outcomes/0");
}

#[test]
fn a_value_of_another_form_is_refused() {
    for (place, value) in [
        ("/version", json!(2)),
        ("/version", json!("1")),
        ("/updated", json!(1_621_000_000)),
        ("/updated", json!("yesterday")),
        ("/forum/name", json!("")),
        ("/forum/name", json!(" ")),
        ("/forum/name", json!(["Foro"])),
        ("/forum/name", json!({})),
        ("/forum/name", json!("a".repeat(20_001))),
        ("/forum/timeZone", json!("America/Atlantis")),
        ("/forum/timeZone", json!("-05:00")),
        ("/forum/start", json!("2027-02-30")),
        ("/forum/start", json!("11/05/2027")),
        ("/sessions/0/start", json!("0000-05-11T09:00")),
        ("/forum/start", json!("2027-05-11T09:00")),
        ("/forum/mode", json!("on the moon")),
        ("/forum/url", json!("/2027")),
        ("/forum/url", json!("harbours.example")),
        ("/forum/url", json!("//harbours.example")),
        ("/forum/url", json!("javascript:alert(1)")),
        ("/forum/url", json!("https:///2027")),
        ("/forum/url", json!("https://:443/")),
        ("/forum/url", json!("https://harbours.example@elsewhere.example/")),
        ("/forum/url", json!("mailto:nobody")),
        ("/countries/0/code", json!("PAN")),
        ("/countries/0/code", json!("pa")),
        ("/countries/0/host", json!("yes")),
        ("/countries/0/participation/0/count", json!(-1)),
        ("/countries/0/participation/0/count", json!(1.5)),
        ("/people/0/id", json!(7)),
        ("/people/0/protocol", json!(3_000_000_000_u32)),
        ("/sessions/0/kind", json!("plenary")),
        ("/sessions/0/start", json!("2027-05-11")),
        ("/sessions/0/start", json!("2027-05-11T24:00")),
        ("/sessions/0/start", json!("2027-05-11T09:00 EST")),
        ("/sessions/0/people", json!({ "person": "sol" })),
        ("/sessions/0/note", Value::Null),
    ] {
        refused(place, Some(&value), place);
    }
    refused("/forum/languages", Some(&json!(["es", "español"])), "/forum/languages/1");
    refused("/sessions/0/languages/spoken", Some(&json!(["e"])), "/sessions/0/languages/spoken/0");
    refused("/forum/theme", Some(&json!({ "es": 7 })), "/forum/theme");
    refused(
        "/sessions/0/people",
        Some(&json!([{ "person": "sol", "part": "dancer" }])),
        "/sessions/0/people/0/part",
    );
}

#[test]
fn what_a_later_version_may_add_is_no_fault() {
    let mut feed: Value = serde_json::from_str(MINIMAL).unwrap();
    feed["novelties"] = json!([1, {}]);
    feed["sessions"][0]["novelty"] = json!("x");
    assert_eq!(faults_of(&feed), [""; 0]);
}

/// Every value of the example is replaced by every other kind of value there is: whatever the schema lets pass, the
/// reader takes without a problem of form. (The other way round it is more tolerant.)
#[test]
fn what_is_valid_is_read_without_a_problem_of_form() {
    let example: Value = serde_json::from_str(EXAMPLE).unwrap();
    let values = [
        json!(""),
        json!("x"),
        json!("es"),
        json!("PA"),
        json!(0),
        json!(-7),
        json!(1.0),
        json!(1.5),
        json!(true),
        json!(4_294_967_296_u64),
        json!([]),
        json!({}),
        json!(["PA"]),
        json!({ "es": "x" }),
        json!({ "x_y": "x" }),
        json!("0022-05-11"),
        json!("2027-05-11"),
        json!("2027-02-29"),
        json!("2027-05-11T10:00"),
        json!("2027-05-11T10:00:00.5Z"),
        json!("2027-02-30T10:00Z"),
        json!("2027-05-11T23:59:60Z"),
        json!("http://a"),
        json!("mailto:a@b"),
        json!("https://a b"),
        json!("HTTPS://a/é"),
        json!("https://é.example:80?@"),
        json!("https://%41"),
        json!("https://a\u{a0}b/"),
        json!("https://a/\u{7f}"),
        json!("session"),
        json!("in-person"),
        json!("online"),
        json!("UTC"),
        json!("utc"),
        json!("es_CR"),
    ];
    let mut places = Vec::new();
    pointers(&example, String::new(), &mut places);
    let mut valid = 0;
    for place in &places {
        for value in &values {
            let mut feed = example.clone();
            *feed.pointer_mut(place).unwrap() = value.clone();
            if !faults_of(&feed).is_empty() {
                continue;
            }
            valid += 1;
            let problems = read(feed.to_string().as_bytes()).unwrap().problems;
            for problem in problems {
                // What lies between records, and days that their month does not have, a schema cannot say.
                let beyond = matches!(
                    problem.code,
                    ProblemCode::UnknownReference | ProblemCode::DuplicateId | ProblemCode::EndBeforeStart
                );
                let no_such_day = problem.code == ProblemCode::InvalidTime && value == "2027-02-30T10:00Z";
                assert!(beyond || no_such_day, "{place} = {value}: {problem:?}");
            }
        }
    }
    assert!(places.len() > 200 && valid > 300, "{} places, {valid} valid feeds", places.len());
}

/// Addresses are where the schema is as exact as the reader, since imports bring any.
#[test]
fn an_address_is_valid_where_it_becomes_a_link() {
    let pieces = [
        "https:", "HTTP:", "mailto:", "//", "/", "a", "é", "\u{a0}", "@", ":", "80", "?", "#", ".", "_", "-",
        " ", "\\", "%", "[", "\u{7f}",
    ];
    let mut valid = 0;
    let mut check = |address: &str| {
        let feed = json!({ "version": 1, "forum": {}, "documents": [{ "url": address }] });
        let is_valid = !faults_of(&feed).contains(&"/documents/0/url".to_owned());
        assert_eq!(is_valid, Link::parse(address).is_some(), "{address:?}");
        valid += usize::from(is_valid);
    };
    for start in ["https://", "Http://a", "mailto:a", "mailto:", "https:", "ftp://a"] {
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    check(&[start, first, second, third].concat());
                }
            }
        }
    }
    assert!(valid > 4_000, "{valid}");
}

fn pointers(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| pointers(value, format!("{here}/{key}"), found));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| pointers(item, format!("{here}/{index}"), found));
        }
        _ => {}
    }
    if !here.is_empty() {
        found.push(here);
    }
}
