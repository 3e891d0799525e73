//! The cells of a row as values of the feed. What cannot be read is lost.

use std::collections::HashSet;
use std::str::FromStr;

use super::headings::Column;
use super::sheet::Cell;
use super::words::{Words, meaning};
use crate::feed::import::LossKind;
use crate::feed::import::countries::country_named;
use crate::feed::import::draft::Draft;
use crate::feed::import::texts::together;
use crate::feed::import::vocabulary::language_named;
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
    let mut parts = Vec::new();
    for cell in all(row, column) {
        parts.extend(plain(cell, draft).map(|text| (cell.heading.tag.clone(), text, cell)));
    }
    together(&parts, draft)
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
    each(row, Column::Countries, draft, country_named, CountryCode::as_str)
}

/// The languages of a cell, by tag or by name.
pub fn languages(row: &[Cell<'_>], column: Column, draft: &mut Draft<'_>) -> Vec<LanguageTag> {
    let read =
        |name: &str| language_named(name).or_else(|| LanguageTag::parse(name).filter(has_short_primary));
    each(row, column, draft, read, LanguageTag::as_str)
}

/// RFC 5646 2.2.1 keeps primary subtags of more than three letters for later: what has one is the name of a language.
fn has_short_primary(tag: &LanguageTag) -> bool {
    tag.as_str().split('-').next().is_some_and(|primary| primary.len() <= 3)
}

/// What each item of a cell says, by its key once.
fn each<T>(
    row: &[Cell<'_>],
    column: Column,
    draft: &mut Draft<'_>,
    read: impl Fn(&str) -> Option<T>,
    key: impl Fn(&T) -> &str,
) -> Vec<T> {
    let mut found = Vec::new();
    let mut known = HashSet::new();
    for cell in all(row, column) {
        for item in items(cell, &[';', ',', '/', '\n'], draft) {
            match read(item) {
                Some(value) if known.insert(key(&value).to_owned()) => found.push(value),
                Some(_) => {}
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
pub fn items<'c>(cell: &Cell<'c>, separators: &[char], draft: &mut Draft<'_>) -> Vec<&'c str> {
    let mut items = cell.text.split(separators).map(str::trim).filter(|item| !item.is_empty());
    let kept = items.by_ref().take(MOST_ITEMS).collect();
    if items.next().is_some() {
        draft.lose(LossKind::CutText, cell);
    }
    kept
}

/// How many items of a cell are kept.
const MOST_ITEMS: usize = 1_000;
