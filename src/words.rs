//! The words for what a feed says in its closed lists, which are in the order of the messages' lists. A general case
//! stands behind the end of its list.

use crate::feed::{
    ForumMode, Level, Mode, PersonPart, ProblemCode, ResourceKind, Session, SessionKind, Status,
};
#[cfg(not(target_arch = "wasm32"))]
use crate::locale::{Language, findings};
use crate::locale::{Messages, fill, item, number};

/// How the forum meets; nothing for a word that is not known.
pub fn forum_mode(messages: &Messages, mode: ForumMode) -> Option<&'static str> {
    known(item(messages.forum_modes, mode as usize))
}

/// How somebody takes part.
pub fn mode(messages: &Messages, mode: Mode) -> &'static str {
    known(item(messages.modes, mode as usize)).unwrap_or(messages.taking_part)
}

/// The rank of a delegation; nothing for a word that is not known.
pub fn level(messages: &Messages, level: Level) -> Option<&'static str> {
    known(item(messages.levels, level as usize))
}

/// What a session is.
pub fn kind(messages: &Messages, kind: SessionKind) -> &'static str {
    item(messages.kinds, kind as usize)
}

/// What a session is called before its title: `Session 1`, `Panel`.
pub fn label(messages: &Messages, session: &Session) -> String {
    match (session.kind, session.number) {
        (SessionKind::Session, Some(own)) => fill(messages.session_number, &number(own.into())),
        (own, _) => kind(messages, own).into(),
    }
}

/// What a person does in a session; nothing for a speaker, which goes without saying.
pub fn part(messages: &Messages, part: PersonPart) -> Option<&'static str> {
    known(item(messages.parts, part as usize))
}

/// What became of a session; nothing while it goes as planned.
pub fn status(messages: &Messages, status: Status) -> Option<&'static str> {
    known(item(messages.statuses, status as usize))
}

/// What a link of a session leads to.
pub fn resource(messages: &Messages, kind: ResourceKind) -> &'static str {
    item(messages.link_kinds, kind as usize)
}

/// What is wrong at a place of the feed, in one sentence.
pub fn problem(messages: &Messages, code: ProblemCode) -> &'static str {
    item(messages.problems, code as usize)
}

/// What is wrong at a place of the feed, in one sentence; also for what only a check finds.
#[cfg(not(target_arch = "wasm32"))]
pub fn finding(language: Language, code: ProblemCode) -> &'static str {
    let messages = Messages::of(language);
    let readers = messages.problems.lines().count();
    match (code as usize).checked_sub(readers) {
        Some(position) => item(findings(language), position),
        None => problem(messages, code),
    }
}

fn known(word: &'static str) -> Option<&'static str> {
    (!word.is_empty()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn each_word_stands_where_its_term_says() {
        let english = Messages::of(Language::En);
        assert_eq!(forum_mode(english, ForumMode::Hybrid), Some("In person and online"));
        assert_eq!(forum_mode(english, ForumMode::Other), None);
        assert_eq!(mode(english, Mode::PreRecorded), "Recorded video");
        assert_eq!(mode(english, Mode::Other), "Takes part");
        assert_eq!(level(english, Level::HighLevel), Some("High level"));
        assert_eq!(level(english, Level::Other), None);
        assert_eq!(kind(english, SessionKind::Closing), "Closing");
        assert_eq!(kind(english, SessionKind::Session), "Session");
        assert_eq!(part(english, PersonPart::Panelist), Some("Panellist"));
        assert_eq!(part(english, PersonPart::Speaker), None);
        assert_eq!(status(english, Status::Cancelled), Some("Cancelled"));
        assert_eq!(status(english, Status::Scheduled), None);
        assert_eq!(problem(english, ProblemCode::Empty), "The document holds nothing to show.");
        assert!(problem(english, ProblemCode::Syntax).starts_with("The text is not valid JSON"));
        assert!(finding(Language::En, ProblemCode::TooLong).starts_with("The text is longer"));
        assert!(
            finding(Language::En, ProblemCode::DateAndStartDiffer)
                .starts_with("The start is on a different day")
        );
    }

    #[test]
    fn every_problem_has_a_sentence_in_every_language() {
        for language in Language::ALL {
            for code in ProblemCode::ALL {
                let sentence = finding(language, *code);
                assert!(sentence.chars().count() > 10, "{language:?} {code:?}");
                assert!(
                    language == Language::En || sentence != finding(Language::En, *code),
                    "{language:?} {code:?}"
                );
            }
        }
    }
}
