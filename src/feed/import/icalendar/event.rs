//! An event of a calendar as a session.

use calcard::common::IanaString;
use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarProperty, ICalendarStatus, ICalendarValue,
    Uri,
};

use super::lines::{Lines, Place};
use super::times::{When, ZoneOf, Zones};
use crate::feed::document::{AppearanceDocument, Resource, SessionDocument};
use crate::feed::import::LossKind;
use crate::feed::import::draft::Draft;
use crate::feed::import::ids::slug;
use crate::feed::record::Identifier;
use crate::feed::terms::{PersonPart, ResourceKind, Status};
use crate::feed::text::Text;
use crate::time::{Date, Moment, Zone};

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
        let start = self.one(ICalendarProperty::Dtstart).and_then(|start| self.when(&start, zones, draft));
        let room = self.text(ICalendarProperty::Location, draft);
        let mut links = self.links(draft);
        // The address of a call is no room.
        let call = room.as_ref().and_then(|room| crate::feed::link::Link::parse(first(room)));
        let room = if call.is_some() { None } else { room };
        links.extend(call.map(|url| Resource { kind: ResourceKind::Stream, url, ..Resource::default() }));
        let session = SessionDocument {
            title: self.text(ICalendarProperty::Summary, draft).unwrap_or_default(),
            summary: self.text(ICalendarProperty::Description, draft),
            date: start.and_then(When::day),
            start: start.and_then(|start| start.moment(draft.time_zone())),
            end: start.and_then(|start| self.end(start, zones, draft)),
            room,
            topics: self.topics(draft),
            people: self.people(draft),
            status: self.status(draft),
            links,
            note: self.text(ICalendarProperty::Comment, draft),
            ..SessionDocument::default()
        };
        self.report(draft);
        let [id, occurrence] = [ICalendarProperty::Uid, ICalendarProperty::RecurrenceId].map(|property| self.id(property));
        let override_id = if occurrence.is_empty() { String::new() } else { format!("{id}-{occurrence}") };
        draft.add_session(session, &[&id, &override_id], &self.place("", 0));
    }
}
