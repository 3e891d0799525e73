//! What an organiser publishes: Forum Feed 1, its reading, and what was wrong with it.

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
mod document;
mod forum;
mod identifier;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
mod json;
mod language_tag;
mod leaf;
mod limits;
mod link;
mod problem;
mod record;
mod resolve;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod terms;
mod text;
#[cfg(not(target_arch = "wasm32"))]
mod writing;

use std::borrow::Cow;

pub use document::{
    AppearanceDocument, Attribution, Contact, Country, Document, ForumDocument, Organization, Outcome,
    Participation, PersonDocument, QuoteDocument, Resource, SessionDocument, SessionLanguages, Topic, Venue,
};
pub use forum::{Appearance, Forum, OrganizationId, Person, PersonId, Quote, Session, SessionId, TopicId};
pub use identifier::Identifier;
pub use language_tag::LanguageTag;
pub use limits::SIZE_LIMIT;
pub use link::Link;
pub use problem::{Problem, ProblemCode, Problems, Severity};
pub use terms::{ForumMode, Level, Mode, OrganizationPart, PersonPart, ResourceKind, SessionKind, Status};
pub use text::{Chosen, Text};

/// What came of reading a feed: the usable part, and what was wrong with the rest.
#[derive(Debug)]
pub struct Reading {
    /// The forum.
    pub forum: Forum,
    /// The problems that were survived, in the order of the document, then those between records.
    pub problems: Vec<Problem>,
}

/// Reads a Forum Feed 1.
///
/// A byte-order mark, invalid UTF-8 and lone surrogates are repaired; a record that cannot be read is left
/// out and reported.
///
/// # Errors
/// The one problem for which nothing can be shown: not JSON, over [`SIZE_LIMIT`], or nothing in it.
pub fn read(bytes: &[u8]) -> Result<Reading, Problem> {
    let (document, mut problems) = read_document(bytes)?;
    let forum = resolve::resolve(document, &mut problems);
    if shows_nothing(&forum) {
        return Err(Problem::at(ProblemCode::Empty, String::new()));
    }
    Ok(Reading { forum, problems: problems.into_vec() })
}

fn shows_nothing(forum: &Forum) -> bool {
    forum.name.is_none() && forum.sessions.is_empty() && forum.countries.is_empty()
}

/// Reads a Forum Feed 1 as it is written: repaired, without the records that cannot be read, and with its ids.
///
/// # Errors
/// As [`read`], but for a feed with nothing in it.
pub fn read_document(bytes: &[u8]) -> Result<(Document, Problems), Problem> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Problem::at(ProblemCode::TooLarge, String::new()));
    }
    let text = repaired(bytes);
    json::read(text.strip_prefix('\u{feff}').unwrap_or(&text)).map_err(|(problem, _)| problem)
}

/// The text of some bytes, with U+FFFD for each run that is not UTF-8: `String::from_utf8_lossy` in fewer bytes.
fn repaired(bytes: &[u8]) -> Cow<'_, str> {
    let mut rest = bytes;
    let mut text = String::new();
    loop {
        match str::from_utf8(rest) {
            Ok(good) if text.is_empty() => return Cow::Borrowed(good),
            Ok(good) => {
                text.push_str(good);
                return Cow::Owned(text);
            }
            Err(error) => {
                let (good, bad) = rest.split_at(error.valid_up_to());
                text.push_str(str::from_utf8(good).unwrap_or_default());
                text.push(char::REPLACEMENT_CHARACTER);
                rest = bad.get(error.error_len().unwrap_or(bad.len())..).unwrap_or_default();
            }
        }
    }
}

#[cfg(test)]
mod tests;
