//! The table of sessions.

use std::collections::HashSet;

use super::fields::{self, items, one, text};
use super::headings::Column;
use super::sheet::Cell;
use super::times;
use super::words::{KINDS, PARTS, STATUSES, meaning};
use crate::feed::document::{AppearanceDocument, Resource, SessionDocument, SessionLanguages};
use crate::feed::identifier::Identifier;
use crate::feed::import::LossKind;
use crate::feed::import::draft::Draft;
use crate::feed::import::ids::key_of;
use crate::feed::import::texts::first;
use crate::time::{Date, LocalDateTime, Moment, TimeOfDay};

/// The rows so far.
#[derive(Default)]
pub struct Sessions {
    /// The date of the row above.
    date: Option<Date>,
}

impl Sessions {
    /// Adds the session of a row.
    pub fn read(&mut self, row: &[Cell<'_>], line: u64, draft: &mut Draft<'_>) {
        let own = fields::value(row, Column::Date, LossKind::UnreadableTime, draft, times::day);
        // A date that cannot be read is not that of the row above.
        let date = if one(row, Column::Date).is_some() { own } else { self.date };
        let (start, end) = times_of(row, date, draft);
        let on = |cell: &str| times::moment(cell).or_else(|| Some(at(date?, times::time(cell)?)));
        let session = SessionDocument {
            number: fields::number(row, Column::Number, draft),
            kind: fields::term(row, Column::Kind, KINDS, draft).unwrap_or_default(),
            title: text(row, Column::Title, draft).unwrap_or_default(),
            summary: text(row, Column::Summary, draft),
            // What says its own day is not on that of the row above.
            date: own.or(date.filter(|_| start.is_none())),
            start,
            end,
            room: text(row, Column::Room, draft),
            topics: topics_of(row, draft),
            countries: fields::countries(row, draft),
            people: people_of(row, draft),
            languages: languages_of(row, draft),
            status: fields::term(row, Column::Status, STATUSES, draft).unwrap_or_default(),
            previous_start: fields::value(row, Column::PreviousStart, LossKind::UnreadableTime, draft, on),
            links: links_of(row, draft),
            note: text(row, Column::Note, draft),
            ..SessionDocument::default()
        };
        let started = start.map(|start| start.resolve(draft.time_zone()).instant);
        self.date = own.or(started.map(|start| draft.time_zone().to_local(start).date)).or(self.date);
        let id = one(row, Column::Id).map_or("", |cell| cell.text);
        draft.add_session(session, &[id], &format_args!("line {line}"));
    }
}

/// The start and the end; one column may say both.
fn times_of(row: &[Cell<'_>], date: Option<Date>, draft: &mut Draft<'_>) -> (Option<Moment>, Option<Moment>) {
    let range = |cell: &str| {
        if let Some(start) = times::moment(cell) {
            return Some((start, None));
        }
        let (start, end) = times::time_range(cell)?;
        Some((at(date?, start), end))
    };
    let found = fields::value(row, Column::Start, LossKind::UnreadableTime, draft, range);
    let (start, ranged) = found.map_or((None, None), |(start, end)| (Some(start), end));
    // The day of the start is that of the end.
    let day = match start {
        Some(Moment::Local(start)) => Some(start.date),
        _ => date,
    };
    let end = |cell: &str| times::moment(cell).or_else(|| Some(at(day?, times::time(cell)?)));
    let end = fields::value(row, Column::End, LossKind::UnreadableTime, draft, end);
    let end = end.or_else(|| Some(at(day?, ranged?)));
    (start, end.map(|end| after_midnight(start, end)))
}

fn at(date: Date, time: TimeOfDay) -> Moment {
    Moment::Local(LocalDateTime { date, time })
}

/// An end on the next day, where it would be before its start and is after it by twelve hours at most then.
fn after_midnight(start: Option<Moment>, end: Moment) -> Moment {
    let (Some(Moment::Local(start)), Moment::Local(same_day)) = (start, end) else { return end };
    let night = same_day < start && same_day.time.seconds_of_day() + 43_200 <= start.time.seconds_of_day();
    match same_day.date.checked_add_days(1) {
        Some(date) if night && same_day.date == start.date => {
            Moment::Local(LocalDateTime { date, ..same_day })
        }
        _ => end,
    }
}

fn topics_of(row: &[Cell<'_>], draft: &mut Draft<'_>) -> Vec<Identifier> {
    let mut topics = Vec::new();
    let mut known = HashSet::new();
    for cell in fields::all(row, Column::Topics) {
        for name in items(cell, &[';', '\n'], draft) {
            let Some(name) = fields::plain(&Cell { text: name, ..*cell }, draft) else { continue };
            let topic = draft.topic(&key_of(first(&name)), &name);
            if known.insert(topic.0.clone()) {
                topics.push(topic);
            }
        }
    }
    topics
}

/// The people of all columns that say what people do; a cell may say it itself: `Ana Ruiz (moderadora)`.
fn people_of(row: &[Cell<'_>], draft: &mut Draft<'_>) -> Vec<AppearanceDocument> {
    let mut people = Vec::new();
    let mut known = HashSet::new();
    for cell in row {
        let Column::People(column) = cell.heading.column else { continue };
        for item in items(cell, &[';', '\n'], draft) {
            let own = item.strip_suffix(')').and_then(|item| item.rsplit_once('('));
            let own = own.and_then(|(name, part)| Some((name.trim(), meaning(PARTS, part)?)));
            let (name, part) = own.unwrap_or((item, column));
            let Some(name) = fields::plain(&Cell { text: name, ..*cell }, draft) else { continue };
            let Some(person) = draft.person_named(name, cell) else { continue };
            if known.insert((person.0.clone(), part)) {
                people.push(AppearanceDocument { person, part });
            }
        }
    }
    people
}

fn languages_of(row: &[Cell<'_>], draft: &mut Draft<'_>) -> Option<SessionLanguages> {
    let [spoken, interpretation, signed] = [Column::Languages, Column::Interpretation, Column::Signed]
        .map(|column| fields::languages(row, column, draft));
    let silent = spoken.is_empty() && interpretation.is_empty() && signed.is_empty();
    (!silent).then_some(SessionLanguages { spoken, interpretation, signed })
}

fn links_of(row: &[Cell<'_>], draft: &mut Draft<'_>) -> Vec<Resource> {
    let mut links = Vec::new();
    for cell in row {
        let Column::Link(kind) = cell.heading.column else { continue };
        for url in fields::links(cell, draft) {
            links.push(Resource { kind, url, ..Resource::default() });
        }
    }
    links
}
