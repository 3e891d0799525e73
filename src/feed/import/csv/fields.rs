//! The cells of a row as values of the feed. What cannot be read is lost.

use std::str::FromStr;

use super::headings::Column;
use super::sheet::Cell;
use super::words::{Words, language_named, meaning};
use crate::feed::import::LossKind;
use crate::feed::import::countries::country_named;
use crate::feed::import::draft::Draft;
use crate::feed::language_tag::LanguageTag;
use crate::feed::link::Link;
use crate::feed::text::Text;
use crate::locale::CountryCode;

/// The cells of a column; of a row with a column for each language there are several.
pub fn all<'c, 'r>(row: &'c [Cell<'r>], column: Column) -> impl Iterator<Item = &'c Cell<'r>> {
    row.iter().filter(move |cell| cell.heading.column == column)
}

/// The first cell of a column.
pub fn one<'c, 'r>(row: &'c [Cell<'r>], column: Column) -> Option<&'c Cell<'r>> {
    all(row, column).next()
}

/// The text of a column, in as many languages as there are cells of it.
pub fn text(row: &[Cell<'_>], column: Column, draft: &mut Draft<'_>) -> Option<Text> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for cell in all(row, column) {
        let Some(text) = plain(cell, draft) else { continue };
        for (tag, text) in text.entries() {
            let tag = if cell.heading.tag.is_empty() { tag } else { &cell.heading.tag };
            if texts.iter().any(|(known, _)| known == tag) {
                draft.lose(LossKind::UnreadableValue, cell);
            } else {
                texts.push((tag.into(), text.into()));
            }
        }
    }
    // Beside others, a text in no language would be one in a language without a name.
    if texts.len() > 1 && texts.iter().any(|(tag, _)| tag.is_empty()) {
        for cell in all(row, column).filter(|cell| cell.heading.tag.is_empty()) {
            draft.lose(LossKind::UnknownName, cell);
        }
        texts.retain(|(tag, _)| !tag.is_empty());
    }
    (!texts.is_empty()).then(|| Text::of(texts))
}

/// The text of a cell, in the language of the options.
pub fn plain(cell: &Cell<'_>, draft: &mut Draft<'_>) -> Option<Text> {
    if cell.text.contains(char::REPLACEMENT_CHARACTER) {
        draft.lose(LossKind::UnreadableValue, cell);
    }
    draft.text(cell.text, cell)
}

/// What a cell reads as.
pub fn value<T>(
    row: &[Cell<'_>],
    column: Column,
    kind: LossKind,
    draft: &mut Draft<'_>,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let cell = one(row, column)?;
    let value = read(cell.text);
    if value.is_none() {
        draft.lose(kind, cell);
    }
    value
}

/// A word of a closed list.
pub fn term<T: Copy>(row: &[Cell<'_>], column: Column, words: Words<T>, draft: &mut Draft<'_>) -> Option<T> {
    value(row, column, LossKind::UnreadableValue, draft, |cell| meaning(words, cell))
}

/// A whole number.
pub fn number<T: FromStr>(row: &[Cell<'_>], column: Column, draft: &mut Draft<'_>) -> Option<T> {
    value(row, column, LossKind::UnreadableValue, draft, |cell| cell.parse().ok())
}

/// A country.
pub fn country(row: &[Cell<'_>], draft: &mut Draft<'_>) -> Option<CountryCode> {
    value(row, Column::Country, LossKind::UnknownName, draft, country_named)
}

/// The countries of a cell.
pub fn countries(row: &[Cell<'_>], draft: &mut Draft<'_>) -> Vec<CountryCode> {
    each(row, Column::Countries, draft, country_named)
}

/// The languages of a cell, by tag or by name.
pub fn languages(row: &[Cell<'_>], column: Column, draft: &mut Draft<'_>) -> Vec<LanguageTag> {
    each(row, column, draft, |name| {
        LanguageTag::parse(language_named(name).unwrap_or(name)).filter(has_short_primary)
    })
}

/// RFC 5646 2.2.1 keeps primary subtags of more than three letters for later: what has one is the name of a language.
fn has_short_primary(tag: &LanguageTag) -> bool {
    tag.as_str().split('-').next().is_some_and(|primary| primary.len() <= 3)
}

fn each<T: PartialEq>(
    row: &[Cell<'_>],
    column: Column,
    draft: &mut Draft<'_>,
    read: impl Fn(&str) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for cell in all(row, column) {
        for item in items(cell.text, &[';', ',', '/', '\n']) {
            match read(item) {
                Some(value) if found.contains(&value) => {}
                Some(value) => found.push(value),
                None => draft.lose(LossKind::UnknownName, cell),
            }
        }
    }
    found
}

/// Addresses.
pub fn links(cell: &Cell<'_>, draft: &mut Draft<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    for address in cell.text.split_whitespace() {
        links.extend(draft.link(address.trim_end_matches([';', ',']), cell));
    }
    links
}

/// What stands in a cell, apart by one of the separators.
pub fn items<'c>(cell: &'c str, separators: &'c [char]) -> impl Iterator<Item = &'c str> {
    cell.split(separators).map(str::trim).filter(|item| !item.is_empty())
}
