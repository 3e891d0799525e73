//! The words for what a feed says in its closed lists.

use crate::feed::{ForumMode, Level, Mode, PersonPart, ProblemCode, SessionKind, Status};
use crate::locale::Messages;

/// How the forum meets; nothing for a word that is not known.
pub const fn forum_mode(messages: &Messages, mode: ForumMode) -> Option<&'static str> {
    let [in_person, online, hybrid] = messages.forum_modes;
    match mode {
        ForumMode::InPerson => Some(in_person),
        ForumMode::Online => Some(online),
        ForumMode::Hybrid => Some(hybrid),
        ForumMode::Other => None,
    }
}

/// How somebody takes part.
pub const fn mode(messages: &Messages, mode: Mode) -> &'static str {
    let [in_person, pre_recorded, online] = messages.modes;
    match mode {
        Mode::InPerson => in_person,
        Mode::PreRecorded => pre_recorded,
        Mode::Online => online,
        Mode::Other => messages.taking_part,
    }
}

/// The rank of a delegation; nothing for a word that is not known.
pub const fn level(messages: &Messages, level: Level) -> Option<&'static str> {
    let [head_of_state, minister, vice_minister, high_level, expert] = messages.levels;
    match level {
        Level::HeadOfState => Some(head_of_state),
        Level::Minister => Some(minister),
        Level::ViceMinister => Some(vice_minister),
        Level::HighLevel => Some(high_level),
        Level::Expert => Some(expert),
        Level::Other => None,
    }
}

/// What a session is.
pub const fn kind(messages: &Messages, kind: SessionKind) -> &'static str {
    let [opening, remarks, keynote, panel, interval, ceremony, bilateral, closing, session] = messages.kinds;
    match kind {
        SessionKind::Opening => opening,
        SessionKind::Remarks => remarks,
        SessionKind::Keynote => keynote,
        SessionKind::Panel => panel,
        SessionKind::Break => interval,
        SessionKind::Ceremony => ceremony,
        SessionKind::Bilateral => bilateral,
        SessionKind::Closing => closing,
        SessionKind::Session => session,
    }
}

/// What a person does in a session; nothing for a speaker, which goes without saying.
pub const fn part(messages: &Messages, part: PersonPart) -> Option<&'static str> {
    let [opening, welcome, congratulatory, keynote, chair, moderator, panelist] = messages.parts;
    match part {
        PersonPart::OpeningRemarks => Some(opening),
        PersonPart::WelcomeRemarks => Some(welcome),
        PersonPart::CongratulatoryRemarks => Some(congratulatory),
        PersonPart::Keynote => Some(keynote),
        PersonPart::Chair => Some(chair),
        PersonPart::Moderator => Some(moderator),
        PersonPart::Panelist => Some(panelist),
        PersonPart::Speaker => None,
    }
}

/// What became of a session; nothing while it goes as planned.
pub const fn status(messages: &Messages, status: Status) -> Option<&'static str> {
    let [live, ended, moved, postponed, cancelled] = messages.statuses;
    match status {
        Status::Live => Some(live),
        Status::Ended => Some(ended),
        Status::Moved => Some(moved),
        Status::Postponed => Some(postponed),
        Status::Cancelled => Some(cancelled),
        Status::Scheduled => None,
    }
}

/// What is wrong at a place of the feed, in one sentence.
pub fn problem(messages: &Messages, code: ProblemCode) -> &'static str {
    let mut sentences = ProblemCode::ALL.iter().zip(messages.problems);
    sentences.find_map(|(known, sentence)| (*known == code).then_some(sentence)).unwrap_or_default()
}

const _: () = assert!(ProblemCode::ALL.len() == Messages::of(crate::locale::Language::Es).problems.len());
