//! What several tests of the whole need.

use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

/// The schema that organisers get, in a validator that shares no code with what wrote it.
static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema = include_str!("../../www/schema/forum-feed-1.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
});

/// The places of a feed that are not as the JSON Schema says, as JSON pointers (RFC 6901), each once; none where the
/// feed is valid.
#[track_caller]
pub fn faults(feed: &str) -> Vec<String> {
    faults_of(&serde_json::from_str(feed).unwrap())
}

/// The same of a feed as a value.
pub fn faults_of(feed: &Value) -> Vec<String> {
    let mut places: Vec<String> =
        VALIDATOR.iter_errors(feed).map(|error| error.instance_path().to_string()).collect();
    places.sort_unstable();
    places.dedup();
    places
}
