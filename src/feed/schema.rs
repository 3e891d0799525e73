//! The JSON Schema (2020-12) of Forum Feed 1, from the types that read it: what an organiser may write.
//!
//! It is stricter than the reader, which takes a feed as far as it is usable.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::document::{
    Country, Document, ForumDocument, Organization, Outcome, PersonDocument, Resource, SessionDocument, Topic,
};
use super::language_tag::LanguageTag;
use super::link::Link;
use super::record::Identifier;
use super::text::{LENGTH_LIMIT, Text};
use crate::locale::CountryCode;
use crate::time::{Date, Moment, Zone};

/// The schema of a whole feed.
pub fn schema() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Document>();
    schema.insert("title".into(), "Forum Feed 1".into());
    let mut schema = Value::from(schema);
    without_null(&mut schema);
    schema
}

impl JsonSchema for Document {
    fn schema_name() -> Cow<'static, str> {
        "Feed".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let fields = [
            ("version", "The version of the format: 1.", json_schema!({ "const": 1 })),
            ("updated", "When the feed was last changed.", generator.subschema_for::<Moment>()),
            ("forum", "The forum itself.", generator.subschema_for::<ForumDocument>()),
            ("countries", "The countries that take part.", generator.subschema_for::<Vec<Country>>()),
            (
                "organizations",
                "Ministries, agencies, companies.",
                generator.subschema_for::<Vec<Organization>>(),
            ),
            ("people", "Officials and experts.", generator.subschema_for::<Vec<PersonDocument>>()),
            ("topics", "Topics that sessions are about.", generator.subschema_for::<Vec<Topic>>()),
            ("sessions", "The programme.", generator.subschema_for::<Vec<SessionDocument>>()),
            ("documents", "Documents of the forum as a whole.", generator.subschema_for::<Vec<Resource>>()),
            ("outcomes", "What the forum agreed on.", generator.subschema_for::<Vec<Outcome>>()),
        ];
        object("One forum: one JSON document, in UTF-8.", &fields, &["version", "forum"])
    }
}

/// The schema of a record: its description, its fields as key, description and schema, and the keys it must have.
pub(super) fn object(description: &str, fields: &[(&str, &str, Schema)], required: &[&str]) -> Schema {
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
pub(super) fn term(description: &str, words: &[(&str, &str)]) -> Schema {
    let words: Vec<Value> = words
        .iter()
        .map(|(word, description)| json!({ "const": word, "description": description.trim() }))
        .collect();
    json_schema!({ "type": "string", "description": description.trim(), "oneOf": words })
}

/// `null` is the same as nothing to the reader, yet nobody needs to write it.
fn without_null(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            let kind = object.get("type").and_then(Value::as_array).and_then(|kinds| kinds.first()).cloned();
            if let Some(kind) = kind {
                object.insert("type".into(), kind);
            }
            let reference =
                object.get("anyOf").and_then(Value::as_array).and_then(|options| match options.as_slice() {
                    [Value::Object(reference), null] if null == &json!({ "type": "null" }) => {
                        Some(reference.clone())
                    }
                    _ => None,
                });
            if let Some(reference) = reference {
                object.remove("anyOf");
                object.extend(reference);
            }
            object.values_mut().for_each(without_null);
        }
        Value::Array(items) => items.iter_mut().for_each(without_null),
        _ => {}
    }
}

macro_rules! described {
    ($($type:ty, $name:literal, $schema:expr;)*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

described! {
    Text, "Text", json_schema!({
        "description": "A text for all readers, or an object with a text for each language by its BCP 47 tag. No HTML, no Markdown.",
        "oneOf": [
            { "type": "string", "minLength": 1, "maxLength": LENGTH_LIMIT },
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": { "pattern": LANGUAGE_TAG },
                "additionalProperties": { "type": "string", "minLength": 1, "maxLength": LENGTH_LIMIT },
            },
        ],
        "examples": ["Foro Corea-ALC", { "es": "Apertura", "en": "Opening" }],
    });
    CountryCode, "CountryCode", json_schema!({
        "description": "A country by its ISO 3166-1 alpha-2 code.",
        "type": "string",
        "pattern": "^[A-Za-z]{2}$",
        "examples": ["CR"],
    });
    Date, "Date", json_schema!({
        "description": "A day: RFC 3339 full-date.",
        "type": "string",
        "format": "date",
        "examples": ["2021-03-17"],
    });
    Moment, "Moment", json_schema!({
        "description": "A date and time: RFC 3339 date-time, or without an offset on the clock of the forum's zone.",
        "type": "string",
        "pattern": r"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:?\d{2})?$",
        "examples": ["2021-03-17T09:00:00+09:00", "2021-03-17T09:00"],
    });
    Zone, "TimeZone", json_schema!({
        "description": "A time zone by its IANA name.",
        "type": "string",
        "examples": ["Asia/Seoul", "America/Costa_Rica"],
    });
    Link, "Link", json_schema!({
        "description": "An absolute address: http, https or mailto.",
        "type": "string",
        "format": "uri",
        "pattern": "^([Hh][Tt][Tt][Pp][Ss]?://[^/]|[Mm][Aa][Ii][Ll][Tt][Oo]:)",
        "examples": ["https://forum.example/agenda"],
    });
    LanguageTag, "LanguageTag", json_schema!({
        "description": "A language by its BCP 47 tag.",
        "type": "string",
        "pattern": LANGUAGE_TAG,
        "examples": ["es", "pt-BR"],
    });
    Identifier, "Identifier", json_schema!({
        "description": "The id of a record, one of its kind in its list.",
        "type": "string",
        "minLength": 1,
        "examples": ["session-1"],
    });
}

const LANGUAGE_TAG: &str = "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$";
