//! The section of the words: the closed lists, each word with its meaning.

use forum_widget::view::{Element, element};
use serde_json::Value;

use super::nodes::{self, Column, anchor, cell, column, heading, paragraph, table};
use super::schema::{Schema, text};

const COLUMNS: [Column; 2] = [column("Word", "name"), column("Meaning", "meaning")];

/// The section.
pub fn section(schema: &Schema) -> Element {
    let section = nodes::section("words", "Words").child(paragraph(
        "Closed lists. The widget shows each word in the reader’s language. A word that is not in its list is read as the \
         general case, the last one, and reported by `forum-widget check`.",
    ));
    schema.words().into_iter().fold(section, |section, name| {
        let list = schema.definition(name);
        let rows = list["oneOf"].as_array().into_iter().flatten().map(row);
        section
            .child(heading(name))
            .child(paragraph(text(list, "description")))
            .child(table(&anchor(name), &COLUMNS, rows).class("words"))
    })
}

fn row(word: &Value) -> Vec<Element> {
    vec![element("code").text(text(word, "const")), cell(text(word, "description"))]
}
