//! What an organiser should mend in a feed, each with its place in the text. Natively only: a visitor's page reports what
//! reading itself finds, and no more.

mod inspection;
mod location;

use std::collections::{BTreeMap, BTreeSet};

pub use location::Location;

use super::document::SessionDocument;
use super::forum::Forum;
use super::problem::{Problem, ProblemCode, Problems, Severity};
use super::{SIZE_LIMIT, import, json, read, repaired, resolve, shows_nothing};
use crate::time::{Moment, Zone};
use inspection::Found;
use location::Lines;

/// A problem with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub code: ProblemCode,
    /// Where, as `sessions[12].start`; empty for the document as a whole.
    pub path: String,
    /// Where in the text; nothing for the document as a whole.
    pub location: Option<Location>,
    /// The known field or word that an unknown one is written most like.
    pub meant: Option<String>,
}

/// What came of checking a feed.
#[derive(Debug)]
pub struct Checked {
    /// What there is to mend, in the order of the text.
    pub findings: Vec<Finding>,
    /// What visitors are shown; nothing where that is nothing.
    pub forum: Option<Forum>,
}

impl Finding {
    fn of_the_whole(code: ProblemCode, location: Option<Location>) -> Finding {
        Finding { code, path: String::new(), location, meant: None }
    }
}

impl Checked {
    /// How many findings are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.code.severity() == severity).count()
    }

    fn only(code: ProblemCode, location: Option<Location>) -> Checked {
        Checked { findings: vec![Finding::of_the_whole(code, location)], forum: None }
    }
}

/// Checks a Forum Feed 1 as a whole: what [`read`] reports, and what it repairs or passes over in silence.
pub fn check(bytes: &[u8]) -> Checked {
    if bytes.len() > SIZE_LIMIT {
        return Checked::only(ProblemCode::TooLarge, None);
    }
    if is_utf_16_or_32(bytes) {
        return Checked::only(ProblemCode::WrongEncoding, None);
    }
    let repaired = repaired(bytes);
    let text = repaired.strip_prefix('\u{feff}').unwrap_or(&repaired);
    let lines = Lines::of(text);
    if text.trim_start().starts_with('<') {
        return Checked::only(ProblemCode::WebPage, Some(lines.location(0)));
    }
    let (document, mut problems) = match json::read(text) {
        Ok(reading) => reading,
        Err((Problem { code, path, .. }, position)) => {
            let code = if import::recognise(text).is_some() { ProblemCode::AnotherFormat } else { code };
            let location = Some(lines.location(position));
            let finding = Finding { path, ..Finding::of_the_whole(code, location) };
            return Checked { findings: vec![finding], forum: None };
        }
    };
    differing_days(&document.sessions, document.forum.time_zone, &mut problems);
    let forum = resolve::resolve(document, &mut problems);
    if shows_nothing(&forum) {
        let another = import::recognise(text).is_some();
        return Checked::only(if another { ProblemCode::AnotherFormat } else { ProblemCode::Empty }, None);
    }
    // Each once, though both the reader and the walk may find it; with what was meant.
    let mut found: BTreeMap<(ProblemCode, String), Option<String>> =
        problems.into_vec().into_iter().map(|problem| ((problem.code, problem.path), None)).collect();
    let paths = found.keys().map(|(_, path)| path.as_str()).collect();
    let inspection = inspection::inspect(text, paths);
    let mut positions: BTreeMap<String, usize> = inspection.positions;
    for Found { code, path, position, meant } in inspection.problems {
        positions.insert(path.clone(), position);
        found.insert((code, path), meant);
    }
    let mut findings: Vec<Finding> = bytes_that_were_repaired(bytes, &repaired, &lines);
    findings.extend(found.into_iter().map(|((code, path), meant)| {
        let position = place_of(&path, &positions);
        Finding { code, location: position.map(|position| lines.location(position)), path, meant }
    }));
    findings.sort_by_key(|finding| finding.location);
    Checked { findings, forum: Some(forum) }
}

/// A text of a feed that is written by language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translations {
    /// Where, as `sessions[12].title`.
    pub path: String,
    /// Where in the text.
    pub location: Location,
    /// The BCP 47 tags that it has, in the order of the alphabet.
    pub tags: Vec<String>,
}

/// The texts of a feed that are written by language, in the order of the feed. A text that is the same for all readers is
/// not among them.
///
/// # Errors
/// The problem for which the feed cannot be read.
pub fn translations(bytes: &[u8]) -> Result<Vec<Translations>, ProblemCode> {
    read(bytes).map_err(|problem| problem.code)?;
    let repaired = repaired(bytes);
    let text = repaired.strip_prefix('\u{feff}').unwrap_or(&repaired);
    let lines = Lines::of(text);
    let found = inspection::inspect(text, BTreeSet::new()).translations.into_iter();
    Ok(found
        .map(|found| Translations {
            path: found.path,
            location: lines.location(found.position),
            tags: found.tags.into_iter().collect(),
        })
        .collect())
}

/// UTF-16 and UTF-32 in either order of bytes, by their marks or by the zero bytes beside the first letter of JSON (RFC
/// 4627, section 3).
fn is_utf_16_or_32(bytes: &[u8]) -> bool {
    matches!(bytes, [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0, _, ..] | [_, 0, ..])
}

/// A byte-order mark, and the first of the bytes that are not UTF-8.
fn bytes_that_were_repaired(bytes: &[u8], repaired: &str, lines: &Lines<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mark = if repaired.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let finding = |code, position| Finding::of_the_whole(code, Some(lines.location(position)));
    if mark > 0 {
        findings.push(finding(ProblemCode::ByteOrderMark, 0));
    }
    if let Err(error) = str::from_utf8(bytes) {
        // Up to there the repaired text has the same bytes.
        findings.push(finding(ProblemCode::InvalidUtf8, error.valid_up_to().saturating_sub(mark)));
    }
    findings
}

/// A session may begin after midnight and stand under the day before; any other start is on its date.
fn differing_days(sessions: &[SessionDocument], zone: Option<Zone>, problems: &mut Problems) {
    let zone = zone.unwrap_or(Zone::UTC);
    for (position, session) in sessions.iter().enumerate() {
        let (Some(date), Some(start)) = (session.date, session.start) else { continue };
        let local = match start {
            Moment::Local(local) => local,
            Moment::Instant(instant, _) => zone.to_local(instant),
        };
        let night = local.time.hour() < NIGHT_ENDS && date.checked_add_days(1) == Some(local.date);
        if local.date != date && !night {
            let path = problems.path_of("sessions", position) + ".start";
            problems.push(Problem::at(ProblemCode::DateAndStartDiffer, path));
        }
    }
}

/// The hour until which a session may belong to the evening before.
const NIGHT_ENDS: u8 = 6;

/// The position of a path, or of what is around it: a missing field has no place of its own.
fn place_of(path: &str, positions: &BTreeMap<String, usize>) -> Option<usize> {
    let around = path.rfind(['.', '[']).and_then(|end| path.get(..end));
    positions.get(path).or_else(|| positions.get(around?)).copied()
}

#[cfg(test)]
mod tests;
