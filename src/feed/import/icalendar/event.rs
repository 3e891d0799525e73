//! An event of a calendar as a session.

use std::collections::{HashMap, HashSet};

use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarParameterValue,
    ICalendarParticipationRole, ICalendarParticipationStatus, ICalendarProperty, ICalendarStatus,
    ICalendarUserTypes, ICalendarValue,
};

use super::lines::{Lines, Place};
use super::times::{When, ZoneOf, Zones};
use crate::feed::document::{AppearanceDocument, Resource, SessionDocument};
use crate::feed::identifier::Identifier;
use crate::feed::import::LossKind;
use crate::feed::import::draft::Draft;
use crate::feed::import::ids::key_of;
use crate::feed::import::texts::{first, marked_up, together};
use crate::feed::link::Link;
use crate::feed::terms::{PersonPart, ResourceKind, Status};
use crate::feed::text::Text;
use crate::time::{Moment, Zone};

/// A `VEVENT` (RFC 5545 3.6.1).
pub struct Event<'c> {
    /// What is in it.
    pub component: &'c ICalendarComponent,
    /// The lines of the calendar.
    pub lines: &'c Lines<'c>,
    /// The position of the line with which it begins.
    pub begin: Option<usize>,
}

impl<'c> Event<'c> {
    /// The zone of its start, where it is one of our table.
    pub fn time_zone(&self, zones: &Zones<'_>) -> Option<Zone> {
        let start = self.component.property(&ICalendarProperty::Dtstart)?;
        let id = start.parameter(&ICalendarParameterName::Tzid)?.as_text()?;
        match zones.find(id)? {
            ZoneOf::Known(zone) if !zone.name().is_empty() => Some(zone),
            _ => None,
        }
    }

    /// Adds the session.
    pub fn read(&self, zones: &Zones<'_>, draft: &mut Draft<'_>) {
        let start = self.when(&ICalendarProperty::Dtstart, zones, draft);
        let mut room = self.text(&ICalendarProperty::Location, draft);
        let mut links = self.links(draft);
        // The address of a call is no room.
        if let Some(url) = room.as_ref().and_then(|room| Link::parse(first(room))) {
            room = None;
            links.push(Resource { kind: ResourceKind::Stream, url, ..Resource::default() });
        }
        let session = SessionDocument {
            title: self.text(&ICalendarProperty::Summary, draft).unwrap_or_default(),
            summary: self.text(&ICalendarProperty::Description, draft),
            date: start.and_then(When::day),
            start: start.and_then(|start| start.moment(draft.time_zone())),
            end: start.and_then(|start| self.end(start, zones, draft)),
            room,
            topics: self.topics(draft),
            people: self.people(draft),
            status: self.status(draft),
            links,
            note: self.text(&ICalendarProperty::Comment, draft),
            ..SessionDocument::default()
        };
        self.report(draft);
        let id = self.component.uid().unwrap_or_default().trim();
        let occurrence = self.component.property(&ICalendarProperty::RecurrenceId);
        let occurrence = occurrence.and_then(|entry| zones.when(entry));
        let occurrence = occurrence.map_or(String::new(), |(when, _)| format!("{id}-{}", when.to_iso()));
        draft.add_session(session, &[id, &occurrence], &self.place("", 0));
    }

    fn all(&self, property: &ICalendarProperty) -> impl Iterator<Item = (&'c ICalendarEntry, Place<'c>)> {
        let place = |(nth, entry): (usize, &'c ICalendarEntry)| (entry, self.place(entry.name.as_str(), nth));
        self.component.entries.iter().filter(move |entry| entry.name == *property).enumerate().map(place)
    }

    fn place(&self, name: &'c str, nth: usize) -> Place<'c> {
        Place { lines: self.lines, begin: self.begin, name, nth }
    }

    /// A text, in several languages if there are several properties of it (3.2.10).
    fn text(&self, property: &ICalendarProperty, draft: &mut Draft<'_>) -> Option<Text> {
        let mut parts = Vec::new();
        for (entry, place) in self.all(property) {
            let Some(text) = entry.values.first().and_then(ICalendarValue::as_text) else { continue };
            let text = marked_up(text, &place, draft);
            let tag = language(entry, &place, draft);
            parts.extend(text.map(|text| (tag, text, place)));
        }
        together(&parts, draft)
    }

    fn when(&self, property: &ICalendarProperty, zones: &Zones<'_>, draft: &mut Draft<'_>) -> Option<When> {
        let (entry, place) = self.all(property).next()?;
        let Some((when, unknown_zone)) = zones.when(entry) else {
            draft.lose(LossKind::UnreadableTime, &place);
            return None;
        };
        if unknown_zone.is_some() {
            draft.lose(LossKind::UnknownName, &place);
        }
        if when.day().is_none() && when.moment(draft.time_zone()).is_none() {
            draft.lose(LossKind::UnreadableTime, &place);
        }
        Some(when)
    }

    /// The end, by `DTEND` or by `DURATION`. That of a day is the day after it (3.6.1), and a session has but one day.
    fn end(&self, start: When, zones: &Zones<'_>, draft: &mut Draft<'_>) -> Option<Moment> {
        let end = self.when(&ICalendarProperty::Dtend, zones, draft);
        if let (When::Day(first), Some(When::Day(last))) = (start, end) {
            if first.checked_add_days(1).is_some_and(|next| next < last) {
                draft.lose(LossKind::NoSuchField, &self.place("DTEND", 0));
            }
            return None;
        }
        if end.is_some() {
            return end?.moment(draft.time_zone());
        }
        let (duration, place) = self.all(&ICalendarProperty::Duration).next()?;
        let Some(ICalendarValue::Duration(duration)) = duration.values.first() else {
            draft.lose(LossKind::UnreadableTime, &place);
            return None;
        };
        start.later(duration, draft.time_zone())
    }

    fn topics(&self, draft: &mut Draft<'_>) -> Vec<Identifier> {
        let mut topics = Vec::new();
        let mut known = HashSet::new();
        for (entry, place) in self.all(&ICalendarProperty::Categories) {
            let tag = language(entry, &place, draft);
            for name in entry.values.iter().filter_map(ICalendarValue::as_text) {
                let Some(name) = draft.text(name, &place) else { continue };
                let Some(name) = together(&[(tag.clone(), name, &place)], draft) else { continue };
                let topic = draft.topic(&key_of(first(&name)), &name);
                if known.insert(topic.0.clone()) {
                    topics.push(topic);
                }
            }
        }
        topics
    }

    /// Attendees and the organizer with their names (3.2.2); an address of mail alone is nothing to publish.
    fn people(&self, draft: &mut Draft<'_>) -> Vec<AppearanceDocument> {
        let mut people = Vec::new();
        let mut known = HashSet::new();
        let attendees = self.all(&ICalendarProperty::Attendee);
        for (entry, place) in attendees.chain(self.all(&ICalendarProperty::Organizer)) {
            let parameter = |name| entry.parameter(&name);
            let takes_part = matches!(
                parameter(ICalendarParameterName::Cutype),
                None | Some(ICalendarParameterValue::Cutype(
                    ICalendarUserTypes::Individual | ICalendarUserTypes::Unknown
                ))
            ) && parameter(ICalendarParameterName::Partstat) != Some(&DECLINED);
            if !takes_part {
                draft.lose(LossKind::NoSuchField, &place);
                continue;
            }
            let name = parameter(ICalendarParameterName::Cn).and_then(ICalendarParameterValue::as_text);
            let name = name.filter(|name| !name.contains('@')).and_then(|name| draft.text(name, &place));
            let Some(name) = name else {
                draft.lose(LossKind::IncompleteRecord, &place);
                continue;
            };
            let name = Text::plain(first(&name));
            let part = match parameter(ICalendarParameterName::Role) {
                Some(ICalendarParameterValue::Role(ICalendarParticipationRole::Chair)) => PersonPart::Chair,
                _ => PersonPart::Speaker,
            };
            let person = draft.person_named(name, &place).filter(|person| known.insert(person.0.clone()));
            people.extend(person.map(|person| AppearanceDocument { person, part }));
        }
        people
    }

    fn status(&self, draft: &mut Draft<'_>) -> Status {
        let Some((entry, place)) = self.all(&ICalendarProperty::Status).next() else {
            return Status::default();
        };
        match entry.values.first() {
            Some(ICalendarValue::Status(ICalendarStatus::Cancelled)) => Status::Cancelled,
            Some(ICalendarValue::Status(ICalendarStatus::Confirmed)) => Status::Scheduled,
            _ => {
                draft.lose(LossKind::UnreadableValue, &place);
                Status::default()
            }
        }
    }

    fn links(&self, draft: &mut Draft<'_>) -> Vec<Resource> {
        let mut links = Vec::new();
        let google = ICalendarProperty::Other("X-GOOGLE-CONFERENCE".into());
        for (property, kind) in [
            (&ICalendarProperty::Url, ResourceKind::Document),
            (&ICalendarProperty::Attach, ResourceKind::Document),
            (&ICalendarProperty::Conference, ResourceKind::Stream),
            (&google, ResourceKind::Stream),
        ] {
            for (entry, place) in self.all(property) {
                let url = entry.values.first().and_then(ICalendarValue::as_text).unwrap_or_default();
                let Some(url) = draft.link(url, &place) else { continue };
                let title = [ICalendarParameterName::Label, ICalendarParameterName::Filename];
                let title = title.iter().find_map(|name| entry.parameter(name)?.as_text());
                let title = title.and_then(|title| draft.text(title, &place));
                links.push(Resource { kind, url, title, ..Resource::default() });
            }
        }
        links
    }

    /// Reports what the feed has no place for.
    fn report(&self, draft: &mut Draft<'_>) {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for entry in &self.component.entries {
            let kind = match &entry.name {
                ICalendarProperty::Rrule | ICalendarProperty::Rdate | ICalendarProperty::Exrule => {
                    LossKind::Recurrence
                }
                ICalendarProperty::Contact
                | ICalendarProperty::Geo
                | ICalendarProperty::Image
                | ICalendarProperty::RelatedTo
                | ICalendarProperty::Resources => LossKind::NoSuchField,
                ICalendarProperty::Other(name) if !name.starts_with("X-") => LossKind::NoSuchField,
                _ => continue,
            };
            let nth = counts.entry(entry.name.as_str()).or_default();
            draft.lose(kind, &self.place(entry.name.as_str(), *nth));
            *nth += 1;
        }
    }
}

const DECLINED: ICalendarParameterValue =
    ICalendarParameterValue::Partstat(ICalendarParticipationStatus::Declined);

/// The tag of the language that a property names; empty where it names none.
fn language(entry: &ICalendarEntry, place: &Place<'_>, draft: &mut Draft<'_>) -> String {
    let tag = entry.parameter(&ICalendarParameterName::Language).and_then(ICalendarParameterValue::as_text);
    let tag = tag.and_then(|tag| draft.language(tag, place));
    tag.map_or(String::new(), |tag| tag.as_str().into())
}
