//! A spreadsheet, as a ministry keeps its programme in one: a sheet with one table below the other.
//!
//! A row with nothing but a word (`foro`, `sesiones`, `personas`, `países`; in Portuguese and English too) begins a
//! table. That of the forum has a name and a value on each row; the others have a row of headings first. Tables and
//! columns come in any order, and any may be missing but the title of the sessions. A sheet without such words is one
//! table of sessions. [`template`] shows all of it.
//!
//! A heading may end with a language: `título es`, `title (en)`. Several people, topics or addresses stand in one cell,
//! apart by `;` or a line break, and countries and languages also by a comma. A session without a date is on that of the row above, as where
//! cells were joined. An end before its start, by twelve hours at most, is on the next day. Dates are
//! written day first ([`times::date`]).

mod fields;
mod forum;
mod headings;
mod sessions;
mod sheet;
mod times;
mod words;

use super::draft::{Draft, start_of};
use super::lines::sort_by_line;
use super::organizations::Organizations;
use super::recognition::recognise;
use super::{Import, ImportError, LossKind, Options};
use crate::locale::Language;
use headings::Block;
use sheet::Row;

pub(super) fn read(input: &[u8], options: &Options) -> Result<Import, ImportError> {
    let text = sheet::decoded(input);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    // A spreadsheet has no grammar of its own that another format would break.
    let other = recognise(text);
    if other.is_some() || text.trim_start().starts_with('<') {
        return Err(ImportError::AnotherFormat(other));
    }
    let mut draft = Draft::new(options);
    let mut organizations = Organizations::default();
    // People, and the zone, are known before the sessions that need them, wherever they stand.
    let mut settings = forum::Settings::default();
    sheet::each_row(text, |line, row| match row {
        Row::Setting(name, heading, value) => settings.add(line, name, heading, value, &mut draft),
        Row::Record(Block::People, row, _) => forum::read_person(&row, line, &mut organizations, &mut draft),
        Row::Record(Block::Countries, row, _) => forum::read_country(&row, line, &mut draft),
        _ => {}
    })?;
    settings.read(&mut organizations, &mut draft);
    let mut sessions = sessions::Sessions::default();
    let mut has_headings = false;
    sheet::each_row(text, |line, row| match row {
        Row::Headings(headings) => {
            has_headings = true;
            for (written, _) in
                headings.iter().filter(|(written, known)| !written.is_empty() && known.is_none())
            {
                draft.lose(LossKind::NoSuchField, &format_args!("line {line}: {}", start_of(written)));
            }
        }
        Row::Record(block, row, unheaded) => {
            if let Some(column) = unheaded {
                draft.lose(LossKind::UnreadableValue, &format_args!("line {line}: column {column}"));
            }
            if block == Block::Sessions {
                sessions.read(&row, line, &mut draft);
            }
        }
        Row::Unknown => draft.lose(LossKind::UnreadableValue, &format_args!("line {line}")),
        Row::Setting(..) => {}
    })?;
    if !has_headings {
        return Err(ImportError::AnotherFormat(None));
    }
    let mut import = draft.finish()?;
    sort_by_line(&mut import.losses);
    Ok(import)
}

/// A spreadsheet to fill in, with headings in Spanish, Portuguese or English; English for the other languages. It has
/// a byte-order mark, without which Excel takes UTF-8 for another encoding.
pub fn template(language: Language) -> &'static str {
    match language {
        Language::Es => include_str!("template.es.csv"),
        Language::Pt => include_str!("template.pt.csv"),
        _ => include_str!("template.en.csv"),
    }
}
