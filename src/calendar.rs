//! The programme as iCalendar (RFC 5545), for the calendars of those who attend.
//!
//! Times are in UTC, which needs no zone definitions and is the same instant in every calendar. There is no METHOD and no
//! ORGANIZER: this is a publication, not an invitation that somebody has to answer.

mod content_lines;
mod links;

use crate::agenda::status;
use crate::feed::{Appearance, Forum, Link, Session, SessionId, SessionKind, Status, Text};
use crate::locale::{Language, Messages, number, percent_encoded_but};
use crate::time::{Date, Instant};
use crate::words;
use content_lines::ContentLines;

pub use links::{google_link, outlook_link};

/// When sequence numbers start, 2015-01-01T00:00:00Z: before any forum feed.
const SEQUENCE_START: Instant = Instant::from_unix_seconds(1_420_070_400);

/// A calendar of some sessions of a forum, each given once, in a language or its fallbacks.
///
/// `published` stands for the time of the last change where the feed does not say it. Sessions without a day are left
/// out; nothing comes of sessions that all have none, for a calendar holds at least one component (RFC 5545, section 3.6).
pub fn calendar(
    forum: &Forum,
    language: Language,
    sessions: &[SessionId],
    published: Instant,
) -> Option<String> {
    let mut writer = Writer::new(forum, language);
    let changed = forum.updated.unwrap_or(published);
    writer.lines.property("BEGIN", "VCALENDAR");
    writer.lines.property("VERSION", "2.0");
    writer.lines.property("PRODID", "-//Forum Widget//Forum Widget//EN");
    writer.lines.property("CALSCALE", "GREGORIAN");
    // RFC 7986, section 5.1; and what calendars knew before it.
    writer.text("NAME", forum.name.as_ref());
    writer.text("X-WR-CALNAME", forum.name.as_ref());
    let mut empty = true;
    for session in sessions.iter().filter_map(|id| forum.session(*id)) {
        if let Some(date) = session.date {
            writer.event(session, date, changed);
            empty = false;
        }
    }
    writer.lines.property("END", "VCALENDAR");
    if empty { None } else { Some(writer.lines.into_string()) }
}

struct Writer<'a> {
    forum: &'a Forum,
    language: Language,
    lines: ContentLines,
}

impl<'a> Writer<'a> {
    fn new(forum: &'a Forum, language: Language) -> Writer<'a> {
        Writer { forum, language, lines: ContentLines::default() }
    }

    fn event(&mut self, session: &'a Session, date: Date, changed: Instant) {
        self.lines.property("BEGIN", "VEVENT");
        self.lines.property("UID", &uid(self.forum, session));
        let stamp = basic(&changed.to_iso());
        self.lines.property("DTSTAMP", &stamp);
        self.lines.property("LAST-MODIFIED", &stamp);
        self.lines.property("SEQUENCE", &number(sequence(changed)));
        self.time(session, date);
        let status = match status(self.forum, session) {
            Status::Cancelled => "CANCELLED",
            Status::Postponed => "TENTATIVE",
            _ => "CONFIRMED",
        };
        self.lines.property("STATUS", status);
        self.text("SUMMARY", Some(&session.title));
        self.mixed_text("DESCRIPTION", &self.description(session));
        self.mixed_text("LOCATION", &self.location(session));
        let url = session.links.first().map(|link| &link.url).or(self.forum.url.as_ref());
        if let Some(url) = url {
            // An address is ASCII (RFC 3986, section 2); what is in it already stays.
            self.lines.property("URL", &percent_encoded_but(url.as_str(), |byte| byte.is_ascii_graphic()));
        }
        for topic in session.topics.iter().filter_map(|id| self.forum.topic(*id)) {
            self.text("CATEGORIES", Some(&topic.name));
        }
        self.lines.property("END", "VEVENT");
    }

    /// The instants, or the whole day; an end that is not later than its start may not be said (RFC 5545, section
    /// 3.8.2.2) and follows from the start alone (section 3.6.1).
    fn time(&mut self, session: &Session, date: Date) {
        let Some(start) = session.start else {
            self.lines.property("DTSTART;VALUE=DATE", &basic(&date.to_iso()));
            if let Some(next) = date.checked_add_days(1) {
                self.lines.property("DTEND;VALUE=DATE", &basic(&next.to_iso()));
            }
            // The hour is to be announced: the day is not taken.
            self.lines.property("TRANSP", "TRANSPARENT");
            return;
        };
        let start = basic(&start.to_iso());
        // Both have the same form, in which the later one is the greater.
        let end = session.end.map(|end| basic(&end.to_iso())).filter(|end| *end > start);
        self.lines.property("DTSTART", &start);
        if let Some(end) = end {
            self.lines.property("DTEND", &end);
        }
    }

    /// A text of the feed with its language.
    fn text(&mut self, name: &str, text: Option<&Text>) {
        let Some((text, chosen)) = text.and_then(|text| Some((text, text.choose(self.language)?))) else {
            return;
        };
        // A text in no language by its tag is in none by ours.
        let own = || text.entries().any(|(tag, _)| Language::of_tag(tag) == Some(self.language));
        let language = chosen.foreign.or_else(|| own().then(|| self.language.tag()));
        self.lines.text_property(name, language, chosen.text);
    }

    /// Texts of possibly several languages.
    fn mixed_text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.lines.text_property(name, None, text);
        }
    }

    fn string(&self, text: Option<&'a Text>) -> &'a str {
        text.and_then(|text| text.choose(self.language)).map(|chosen| chosen.text).unwrap_or_default()
    }

    /// What it is, what it is about, who is in it, and what else is to be known.
    fn description(&self, session: &'a Session) -> String {
        let mut people = String::new();
        for person in session.people.iter().filter_map(|appearance| self.person(*appearance)) {
            add(&mut people, "\n", &person);
        }
        let mut description = self.label(session);
        add(&mut description, " · ", self.hours(session));
        for paragraph in [self.string(session.summary.as_ref()), &people, self.string(session.note.as_ref())]
        {
            add(&mut description, "\n\n", paragraph);
        }
        description
    }

    /// `Session 1`, `Panel`; nothing for a session that is neither numbered nor of a kind.
    fn label(&self, session: &Session) -> String {
        if (session.kind, session.number) == (SessionKind::Session, None) {
            return String::new();
        }
        words::label(Messages::of(self.language), session)
    }

    /// That a whole day stands for an hour that is not known.
    fn hours(&self, session: &Session) -> &'static str {
        let messages = Messages::of(self.language);
        match session.start {
            Some(_) => "",
            None if self.forum.status == Some(Status::Ended) => messages.hours_not_published,
            None => messages.time_to_be_announced,
        }
    }

    /// `Ana Mora, Minister (Keynote)`.
    fn person(&self, appearance: Appearance) -> Option<String> {
        let person = self.forum.person(appearance.person)?;
        let mut line = String::from(self.string(Some(&person.name)));
        add(&mut line, ", ", self.string(person.role.as_ref()));
        if let Some(part) = words::part(Messages::of(self.language), appearance.part) {
            add(&mut line, " (", part);
            line.push(')');
        }
        Some(line)
    }

    /// The room, the building and the city.
    fn location(&self, session: &'a Session) -> String {
        let mut location = String::from(self.string(session.room.as_ref()));
        if let Some(venue) = &self.forum.venue {
            add(&mut location, ", ", self.string(venue.name.as_ref()));
            add(&mut location, ", ", self.string(venue.city.as_ref()));
        }
        location
    }
}

/// Adds what is not empty, behind a separator from what is there.
fn add(text: &mut String, separator: &str, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push_str(separator);
    }
    text.push_str(more);
}

/// `session@forum`, in which no two pairs of ids are alike: what is not plain in them is percent-encoded. A forum
/// without an id goes by its address.
fn uid(forum: &Forum, session: &Session) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let own = forum.id.as_ref().map(|id| id.0.as_str());
    let forum = own.or(forum.url.as_ref().map(Link::as_str)).unwrap_or("forum");
    let mut uid = percent_encoded_but(&session.id.0, plain);
    uid.push('@');
    uid.push_str(&percent_encoded_but(forum, plain));
    uid
}

/// `20210317T000000Z` of `2021-03-17T00:00:00Z` (RFC 5545, sections 3.3.4 and 3.3.5).
fn basic(iso: &str) -> String {
    iso.chars().filter(|letter| !matches!(letter, '-' | ':')).collect()
}

/// The minutes from 2015 to the last change: a number that grows with each, and fits the 31 bits of an INTEGER.
fn sequence(changed: Instant) -> u64 {
    let minutes = changed.seconds_since(SEQUENCE_START) / 60;
    u64::try_from(minutes.min(i64::from(i32::MAX))).unwrap_or(0)
}
