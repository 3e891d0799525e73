//! The section of the problems: each code with its severity and its sentence in three languages.

use forum_widget::feed::{ProblemCode, Severity};
use forum_widget::locale::Language;
use forum_widget::view::{Element, element};
use forum_widget::words::finding;

use super::nodes::{self, Column, column, paragraph, table};

const LANGUAGES: [Language; 3] = [Language::Es, Language::Pt, Language::En];

const COLUMNS: [Column; 5] = [
    column("Code", "name"),
    column("Severity", "severity"),
    Column { language: Some("es"), ..column("Español", "sentence") },
    Column { language: Some("pt"), ..column("Português", "sentence") },
    column("English", "sentence"),
];

/// The section.
pub fn section() -> Element {
    let rows = ProblemCode::ALL.iter().map(|code| {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let mut cells =
            vec![element("code").text(code.as_str()), element("span").class(severity).text(severity)];
        cells.extend(
            LANGUAGES
                .map(|language| element("span").with("lang", language.tag()).text(finding(language, *code))),
        );
        cells
    });
    nodes::section("problems", "Problems")
        .child(paragraph(
            "What `forum-widget check` may say, each with the place in the feed, such as `sessions[12].start`, its line and its \
             column. An **error** means that visitors do not see what you wrote; a **warning**, that they do, and that it should \
             be mended all the same. The sentences exist in all seven languages of the widget.",
        ))
        .child(table("problems", &COLUMNS, rows).class("problems"))
}
