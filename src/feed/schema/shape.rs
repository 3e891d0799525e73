//! The schemas of records and of closed lists of words: what the declarations of both are made into.

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

/// The schema of a record: its description, its fields as key, description and schema, and the keys it must have.
pub fn object(description: &str, fields: &[(&str, &str, Schema)], required: &[&str]) -> Schema {
    let properties: Map<String, Value> = fields
        .iter()
        .map(|(key, description, schema)| {
            let mut schema = schema.clone();
            schema.insert("description".into(), description.trim().into());
            ((*key).to_owned(), schema.into())
        })
        .collect();
    // Unknown fields are allowed: a later version may have them.
    let mut schema = json_schema!({
        "type": "object",
        "description": description.trim(),
        "properties": properties,
    });
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    schema
}

/// The schema of a closed list of words, each with its description.
pub fn term(description: &str, words: &[(&str, &str)]) -> Schema {
    let words: Vec<Value> = words
        .iter()
        .map(|(word, description)| json!({ "const": word, "description": description.trim() }))
        .collect();
    json_schema!({ "type": "string", "description": description.trim(), "oneOf": words })
}
