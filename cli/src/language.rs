//! The languages that the program speaks, as an argument.

use forum_widget::locale::Language;

/// One of the seven languages, by a tag such as `es` or `es-CR`.
pub fn parse(text: &str) -> Result<Language, String> {
    Language::of_tag(text).ok_or_else(|| "one of es, pt, en, ko, fr, ht, nl".into())
}
