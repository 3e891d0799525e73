//! The section of the records: a table of fields for each.

use forum_widget::view::{Element, element};
use serde_json::Value;

use super::nodes::{self, Column, anchor, cell, column, heading, link, paragraph, spoken, table};
use super::schema::{ROOT, Schema, reference, text};

const COLUMNS: [Column; 4] = [
    column("Field", "name"),
    column("Required", "required"),
    column("Type", "type"),
    column("Meaning", "meaning"),
];

/// The section.
pub fn section(schema: &Schema) -> Element {
    let section = nodes::section("records", "Records").child(paragraph(
        "A record without a required field is left out and reported. Two exceptions: without fields of the forum itself, the \
         `mode` of a participation or the `date` of a session, the rest is still shown. Any field may be missing or `null`, any \
         list empty.",
    ));
    schema.records().into_iter().fold(section, |section, name| {
        let record = schema.definition(name);
        let summary =
            if name == ROOT { "The document itself: one JSON object." } else { text(record, "description") };
        section.child(heading(name)).child(paragraph(summary)).child(fields(name, record))
    })
}

fn fields(name: &str, record: &Value) -> Element {
    let required: Vec<&str> =
        record["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let fields = record["properties"].as_object().into_iter().flatten();
    let rows = fields.map(|(key, field)| {
        let necessity = if required.contains(&key.as_str()) { "required" } else { "optional" };
        vec![
            element("code").text(key),
            element("span").class(necessity).text(necessity),
            kind(field),
            cell(text(field, "description")),
        ]
    });
    table(&anchor(name), &COLUMNS, rows)
}

/// What a field holds.
fn kind(field: &Value) -> Element {
    let named = |into: Element, schema: &Value| match reference(schema) {
        Some(name) => into.child(link(&format!("#{}", anchor(name)), &spoken(name))),
        None => into.text(text(schema, "type")),
    };
    let into = element("span");
    if let Some(value) = field.get("const") {
        return into.child(element("code").text(&value.to_string()));
    }
    match text(field, "type") {
        "array" => named(into.text("list of "), &field["items"]),
        "boolean" => {
            into.child(element("code").text("true")).text(" or ").child(element("code").text("false"))
        }
        "integer" if field["minimum"] == 0 => into.text("whole number, 0 or more"),
        "integer" => into.text("whole number"),
        _ => named(into, field),
    }
}
