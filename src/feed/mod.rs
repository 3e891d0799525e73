//! What an organiser publishes: Forum Feed 1, its reading, and what was wrong with it.

mod document;
mod forum;
mod json;
mod link;
mod problem;
mod resolve;
mod terms;
mod text;

pub use document::{Attribution, Contact, Country, Organization, Participation, Topic, Venue};
pub use forum::{Appearance, Forum, OrganizationId, Person, PersonId, Quote, Session, SessionId, TopicId};
pub use link::Link;
pub use problem::{Problem, ProblemCode};
pub use terms::{ForumMode, Level, Mode, OrganizationPart, PersonPart, SessionKind, Status};
pub use text::{Chosen, Text};

/// The largest feed that is read, in bytes.
pub const SIZE_LIMIT: usize = 8 << 20;

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
    let whole = |code| Problem::at(code, String::new());
    if bytes.len() > SIZE_LIMIT {
        return Err(whole(ProblemCode::TooLarge));
    }
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let (document, mut problems) = json::read(text)?;
    let forum = resolve::resolve(document, &mut problems);
    if forum.name.is_none() && forum.sessions.is_empty() && forum.countries.is_empty() {
        return Err(whole(ProblemCode::Empty));
    }
    Ok(Reading { forum, problems: problems.into_vec() })
}

#[cfg(test)]
mod tests;
