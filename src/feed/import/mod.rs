//! Programmes of other systems, read into Forum Feed 1. Natively only: visitors never need it.
//!
//! An importer keeps every session that it can read. What has no place in the feed, or cannot be read, is a [`Loss`]
//! with its place in the input; what the format does not state comes from [`Options`].

mod countries;
mod csv;
mod draft;
mod frab;
mod icalendar;
mod ids;
mod json_ld;
mod lines;
mod names;
mod object;
mod organizations;
mod plain_text;
mod pretalx;
mod recognition;
mod sessionize;
mod surrogates;
mod texts;

mod vocabulary;

use super::document::Document;
use super::language_tag::LanguageTag;
use super::{SIZE_LIMIT, repaired};
use crate::time::Zone;

/// A format that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `schedule.json` of frab and pretalx (c3voc schedule, version 1).
    Frab,
    /// The JSON of the pretalx widget.
    Pretalx,
    /// Sessionize, view "All".
    Sessionize,
    /// iCalendar (RFC 5545).
    ICalendar,
    /// schema.org Event as JSON-LD, alone or in a page.
    JsonLd,
    /// A spreadsheet (RFC 4180), after the template of [`template`].
    Csv,
}

/// What a format may leave open.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The forum's id; without one it is made from its name.
    pub id: Option<String>,
    /// The forum's name, in place of the input's.
    pub name: Option<String>,
    /// The forum's zone, in place of the input's.
    pub time_zone: Option<Zone>,
    /// The language of texts for which the input names none.
    pub language: Option<LanguageTag>,
}

/// What came of an import.
#[derive(Clone, Debug)]
pub struct Import {
    /// The feed.
    pub document: Document,
    /// What could not be carried over, in the order of the input.
    pub losses: Vec<Loss>,
}

/// Something of the input that the feed does not have.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Loss {
    /// What became of it.
    pub kind: LossKind,
    /// Where, in the words of the input: `sessions[3].startsAt`, `line 12: RRULE`; with `*` for what is lost in every such
    /// record: `sessions[*].questionAnswers`.
    pub place: String,
}

/// Why something was not carried over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LossKind {
    /// The feed has no such field.
    NoSuchField,
    /// The record has no title, name or day without which it cannot be shown.
    IncompleteRecord,
    /// A date or time that cannot be read.
    UnreadableTime,
    /// A text, number or list that is not what the format says.
    UnreadableValue,
    /// An id that no record has.
    UnknownReference,
    /// An id that another record has too; it was given another.
    RepeatedId,
    /// An address that is not absolute or not of the web.
    UnusableLink,
    /// HTML or Markdown, of which the text was kept.
    Markup,
    /// A rule of repetition, of which the first occurrence was kept.
    Recurrence,
    /// A text over the limit, which was cut.
    CutText,
    /// A country, language or zone that is not known.
    UnknownName,
}

/// A setting without which an input cannot be read: the format does not state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// [`Options::name`].
    Name,
    /// [`Options::time_zone`].
    TimeZone,
}

/// Why nothing was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The input or the feed made of it is over [`SIZE_LIMIT`] bytes, or has more records than any programme.
    TooLarge,
    /// Not in the grammar of the format, with the line where that shows (from 1), where it is known.
    Syntax(Option<usize>),
    /// In the grammar, but another format; and which one, where that can be told.
    AnotherFormat(Option<Format>),
    /// The input does not state it (or names a zone that is not known), and the options do not either.
    Missing(Setting),
    /// No session in it.
    Empty,
}

/// Reads a programme of another system.
///
/// # Errors
/// When nothing can be imported.
pub fn import(format: Format, input: &[u8], options: &Options) -> Result<Import, ImportError> {
    if input.len() > SIZE_LIMIT {
        return Err(ImportError::TooLarge);
    }
    let text = repaired(input);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let import = match format {
        Format::Frab => frab::read(text, options),
        Format::Pretalx => pretalx::read(text, options),
        Format::Sessionize => sessionize::read(text, options),
        Format::ICalendar => icalendar::read(text, options),
        Format::JsonLd => json_ld::read(text, options),
        Format::Csv => csv::read(input, options),
    }?;
    if import.document.sessions.is_empty() {
        Err(ImportError::Empty)
    } else if import.document.to_json().len() > SIZE_LIMIT {
        // Nobody could read the feed.
        Err(ImportError::TooLarge)
    } else {
        Ok(import)
    }
}

pub use csv::template;
pub use recognition::recognise;
