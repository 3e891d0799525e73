//! The section of the values: texts, dates, codes, addresses, and how each is written.

use forum_widget::view::{Element, element};
use serde_json::Value;

use super::nodes::{self, heading, paragraph};
use super::schema::{Schema, text};

/// The section.
pub fn section(schema: &Schema) -> Element {
    let section = nodes::section("values", "Values")
        .child(paragraph("Each is a JSON string, and a text may also be an object by language."));
    schema.values().into_iter().fold(section, |section, name| {
        let value = schema.definition(name);
        let section =
            section.child(heading(name)).child(paragraph(text(value, "description"))).child(examples(value));
        section.children(value["enum"].as_array().map(|names| choices(names)))
    })
}

fn examples(value: &Value) -> Element {
    let examples = value["examples"].as_array().into_iter().flatten();
    examples.fold(element("p").class("examples").text("Examples: "), |into, example| {
        into.child(element("code").text(&written(example))).text(" ")
    })
}

/// JSON on one line, with a space after each colon and comma outside texts.
fn written(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let fields: Vec<String> = object
                .iter()
                .map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), written(value)))
                .collect();
            format!("{{ {} }}", fields.join(", "))
        }
        _ => value.to_string(),
    }
}

/// A long list of names that is shown when it is asked for.
fn choices(names: &[Value]) -> Element {
    let items =
        names.iter().filter_map(Value::as_str).map(|name| element("li").child(element("code").text(name)));
    element("details")
        .child(element("summary").text(&format!("All {} names, former spellings too", names.len())))
        .child(element("ul").class("choices").children(items))
}
