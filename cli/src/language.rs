//! The languages that the program speaks, as an argument.

use forum_widget::locale::Language;

/// One of the seven languages, by a tag such as `es` or `es-CR`.
pub fn parse(text: &str) -> Result<Language, String> {
    Language::of_tag(text).ok_or_else(|| "one of es, pt, en, ko, fr, ht, nl".into())
}

/// The language that `--lang` asks for, before the rest of the command line is understood: its help is in that language.
pub fn asked_for(arguments: impl Iterator<Item = String>) -> Language {
    let mut arguments = arguments.skip_while(|argument| !argument.starts_with("--lang"));
    let first = arguments.next().unwrap_or_default();
    let value = match first.split_once('=') {
        Some((_, value)) => value.to_owned(),
        None => arguments.next().unwrap_or_default(),
    };
    Language::of_tag(&value).unwrap_or(Language::Es)
}
