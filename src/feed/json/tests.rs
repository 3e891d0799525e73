use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::reader::Reader;
use super::*;

#[derive(Debug, Default, Deserialize, PartialEq)]
struct Sample {
    number: Option<u32>,
    text: Option<String>,
    #[serde(default)]
    items: Vec<Item>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Item {
    id: String,
    #[serde(default)]
    numbers: Vec<i64>,
}

/// Reads one record and the end behind it; the problems are written as `code path`.
pub(super) fn record<T: DeserializeOwned>(text: &str) -> Result<(Option<T>, Vec<String>), ProblemCode> {
    let mut reader = Reader::new(text);
    let record = reader.record().map_err(|error| error.code())?;
    reader.end().map_err(|error| error.code())?;
    let problems = reader.problems.into_vec();
    Ok((
        record,
        problems.iter().map(|problem| [problem.code.as_str(), " ", &problem.path].concat()).collect(),
    ))
}

#[track_caller]
fn check(text: &str, expected: Sample, problems: &[&str]) {
    let (sample, found) = record::<Sample>(text).unwrap();
    assert_eq!(sample, Some(expected), "{text}");
    assert_eq!(found, problems, "{text}");
}

fn item(id: &str, numbers: &[i64]) -> Item {
    Item { id: id.into(), numbers: numbers.into() }
}

#[test]
fn a_bad_field_costs_itself() {
    let expected = || Sample { text: Some("a".into()), ..Sample::default() };
    check(r#"{"number": "7", "text": "a"}"#, expected(), &["wrong-type number"]);
    check(r#"{"number": -1, "text": "a"}"#, expected(), &["wrong-type number"]);
    check(
        r#"{"number": 1.5, "text": "a", "items": {}}"#,
        expected(),
        &["wrong-type number", "wrong-type items"],
    );
    // To JSON Schema 7.0 is an integer, and spreadsheets write it for 7.
    check(r#"{"number": 7.0}"#, Sample { number: Some(7), ..Sample::default() }, &[]);
    check(r#"{"number": -0.00}"#, Sample { number: Some(0), ..Sample::default() }, &[]);
    check(r#"{"number": 7.05}"#, Sample::default(), &["wrong-type number"]);
    check(r#"{"number": 7e0}"#, Sample::default(), &["wrong-type number"]);
    check(r#"{"number": null, "unknown": [{"deep": [1]}], "text": "a"}"#, expected(), &[]);
}

#[test]
fn a_bad_record_costs_itself() {
    let expected = Sample { items: vec![item("a", &[1, 3]), item("c", &[])], ..Sample::default() };
    check(
        r#"{"items": [{"id": "a", "numbers": [1, "2", 3]}, {"numbers": [[], 1]}, {"id": "c"}, 7]}"#,
        expected,
        &[
            "wrong-type items[0].numbers[1]",
            "wrong-type items[1].numbers[0]",
            "missing-field items[1].id",
            "wrong-type items[3]",
        ],
    );
}

#[test]
fn strings_are_unescaped_and_lone_surrogates_repaired() {
    for (text, expected) in [
        (r#""a\"b\\c\/d\b\f\n\r\té""#, "a\"b\\c/d\u{8}\u{c}\n\r\té"),
        (r#""😀 x""#, "😀 x"),
        (r#""\ud83d x""#, "\u{fffd} x"),
        (r#""\ude00\ud83dA""#, "\u{fffd}\u{fffd}A"),
    ] {
        assert_eq!(record::<String>(text).unwrap().0.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_text_that_is_not_json_is_refused_whole() {
    for text in [
        "",
        " ",
        "{",
        "{\"a\"",
        "{\"text\": \"a\"",
        "<!doctype html>",
        "{} x",
        "{\"text\": \"a\nb\"}",
        "{\"unknown\": [1,]}",
        "{,}",
        "{\"number\": 01}",
        "{\"unknown\": tru}",
        "{'text': 1}",
        "{\"unknown\": [1 2]}",
        "\"\\x\"",
    ] {
        assert_eq!(record::<Sample>(text).map(drop), Err(ProblemCode::Syntax), "{text}");
    }
}

#[test]
fn depth_has_a_limit_and_cannot_exhaust_the_stack() {
    let deep = "[".repeat(100_000);
    let text = ["{\"unknown\": ", &deep].concat();
    let code = |text: &str| record::<Sample>(text).map(drop);
    assert_eq!(code(&text), Err(ProblemCode::TooDeep));
    let inside = ["{\"items\": ", &deep].concat();
    assert_eq!(code(&inside), Err(ProblemCode::TooDeep));
}

/// `serde_json` is the oracle: whatever it reads into a value, this reader reads into the same one.
#[test]
fn reads_what_serde_json_reads() {
    #[derive(Debug, PartialEq)]
    struct Any(Value);
    impl<'de> Deserialize<'de> for Any {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Value::deserialize(deserializer).map(Any)
        }
    }
    let feed = include_str!("../../../www/feeds/korea-lac-2021.json");
    for text in [
        feed,
        "[]",
        "{}",
        "[1, -2, 0, 9007199254740993]",
        "\"\"",
        " [ true , false , null ] ",
        "{\"a\": {\"b\": [\"c\", {}]}, \"\": \"\\u0000\"}",
    ] {
        let expected: Value = serde_json::from_str(text).unwrap();
        assert_eq!(record::<Any>(text).unwrap().0, Some(Any(expected)));
    }
}

#[test]
fn junk_never_panics() {
    let feed = r#"{"items": [{"id": "a\u00e9😀", "numbers": [1, -2e5]}], "text": null, "number": 7}"#;
    for (start, _) in feed.char_indices() {
        for cut in ["", "\"", "}", "]", "\\", "\u{0}", "9", "é"] {
            let (before, after) = feed.split_at(start);
            let text = [before, cut, after.get(1..).unwrap_or("")].concat();
            drop(record::<Sample>(&text));
        }
    }
}
