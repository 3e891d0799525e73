//! What the page is made of: the widget's own nodes, so that no text can become markup.

use forum_widget::view::{Element, element};

/// A part of the page with its heading.
pub fn section(id: &'static str, heading: &str) -> Element {
    element("section").child(element("h2").with("id", id).text(heading))
}

/// A paragraph of prose.
pub fn paragraph(text: &str) -> Element {
    prose(element("p"), text)
}

/// A list of prose.
pub fn list(items: impl IntoIterator<Item = &'static str>) -> Element {
    element("ul").class("prose").children(items.into_iter().map(|item| prose(element("li"), item)))
}

/// Prose in an element: `code` between backticks, **strong** between double asterisks.
pub fn prose(mut into: Element, text: &str) -> Element {
    for (index, part) in text.split('`').enumerate() {
        if index % 2 == 1 {
            into = into.child(element("code").text(part));
            continue;
        }
        for (index, part) in part.split("**").enumerate() {
            into = if index % 2 == 1 { into.child(element("strong").text(part)) } else { into.text(part) };
        }
    }
    into
}

/// A link with a text.
pub fn link(target: &str, text: &str) -> Element {
    element("a").with_value("href", target.to_owned()).text(text)
}

/// A text of a program that can be scrolled, by keyboard too, where it is wider than the page.
pub fn code_block(labelled_by: &'static str, text: &str) -> Element {
    element("pre")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-labelledby", labelled_by)
        .child(element("code").text(text.trim_end()))
}

/// `SessionKind` as it is spoken: "session kind".
pub fn spoken(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push(' ');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// `SessionKind` as the id of its heading: `session-kind`.
pub fn anchor(name: &str) -> String {
    spoken(name).replace(' ', "-")
}

/// The heading over a record, a value or a list of words.
pub fn heading(name: &str) -> Element {
    let spoken = spoken(name);
    let mut letters = spoken.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
    element("h3").with_value("id", anchor(name)).text(&(first + letters.as_str()))
}

/// A column of a table.
pub struct Column {
    /// Its heading.
    pub name: &'static str,
    /// Its class.
    pub class: &'static str,
    /// The language of its heading, where that is not the page's.
    pub language: Option<&'static str>,
}

/// A column with an English heading.
pub const fn column(name: &'static str, class: &'static str) -> Column {
    Column { name, class, language: None }
}

/// A table under a heading. Its roles are said again, since a narrow page shows it as blocks, which takes them away.
pub fn table(labelled_by: &str, columns: &[Column], rows: impl IntoIterator<Item = Vec<Element>>) -> Element {
    let head = columns.iter().map(|column| {
        element("th")
            .class(column.class)
            .with("scope", "col")
            .with("role", "columnheader")
            .with_flag("lang", column.language.unwrap_or_default(), column.language.is_some())
            .text(column.name)
    });
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().zip(columns).enumerate().map(|(position, (cell, column))| {
            let cell_tag = if position == 0 {
                element("th").with("scope", "row").with("role", "rowheader")
            } else {
                element("td").with("role", "cell")
            };
            cell_tag.class(column.class).child(cell)
        });
        element("tr").with("role", "row").children(cells)
    });
    element("table")
        .with("role", "table")
        .with_value("aria-labelledby", labelled_by.to_owned())
        .child(
            element("thead").with("role", "rowgroup").child(element("tr").with("role", "row").children(head)),
        )
        .child(element("tbody").with("role", "rowgroup").children(rows))
}

/// Prose inside a cell.
pub fn cell(text: &str) -> Element {
    prose(element("span"), text)
}
