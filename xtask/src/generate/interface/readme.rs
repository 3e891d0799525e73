//! The tables of the README that say what a page may set: settings, variables, parts.

use std::fmt::Write;

use forum_widget::settings::table::{Setting, TABLE};

use super::contract::{Named, PARTS, VARIABLES};

const README: &str = include_str!("../../../../README.md");
const STYLE: &str = include_str!("../../../../src/view/style.css");

/// The README with these tables as they are now.
pub fn generate() -> String {
    [("settings", settings()), ("variables", variables()), ("parts", parts())]
        .into_iter()
        .fold(README.replace("\r\n", "\n"), |text, (name, table)| replaced(&text, name, &table))
}

/// A text with something else between `<!-- name -->` and `<!-- /name -->`.
fn replaced(text: &str, name: &str, table: &str) -> String {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    match text.split_once(&begin).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1))) {
        Some((before, after)) => format!("{before}{begin}\n{table}\n{end}{after}"),
        None => text.to_owned(),
    }
}

fn settings() -> String {
    let mut text = "| attribute | value | default | meaning |\n|---|---|---|---|\n".to_owned();
    for setting in &TABLE {
        let (name, values) = (setting.name, values(setting));
        let default = if setting.words.contains(&setting.default) {
            format!("`{}`", setting.default)
        } else {
            setting.default.to_owned()
        };
        _ = writeln!(text, "| `data-{name}` | {values} | {default} | {} |", setting.meaning);
    }
    text
}

fn values(setting: &Setting) -> String {
    let words: Vec<_> = setting.words.iter().map(|word| format!("`{word}`")).collect();
    // What a boolean takes besides stands in a sentence, and so does what has more to it than words.
    if setting.values == setting.words.join(", ") { words.join(", ") } else { setting.values.to_owned() }
}

fn variables() -> String {
    let mut text = "| variable | meaning | default |\n|---|---|---|\n".to_owned();
    for Named { name, meaning } in &VARIABLES {
        _ = writeln!(text, "| `{name}` | {meaning} | `{}` |", default_of(name));
    }
    text
}

fn parts() -> String {
    let mut text = "| part | meaning |\n|---|---|\n".to_owned();
    for Named { name, meaning } in &PARTS {
        _ = writeln!(text, "| `{name}` | {meaning} |");
    }
    text
}

/// What the stylesheet has in the place of a variable that the page does not set, in the light theme, which it begins with.
pub fn default_of(variable: &str) -> &'static str {
    let start = format!("var({variable},");
    let rest = STYLE.split_once(&start).map(|(_, rest)| rest).unwrap_or_default();
    rest.split_once(')').map_or("", |(default, _)| default.trim())
}
