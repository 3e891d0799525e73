//! The tables of the forum, of people and of countries.

use std::collections::HashSet;

use super::fields::{self, items, one, text};
use super::headings::{Column, Heading};
use super::sheet::Cell;
use super::times;
use super::words::{ANSWERS, FORUM_MODES, LEVELS, MODES, STATUSES};
use crate::feed::document::{
    Attribution, Contact, Country, Organization, Participation, PersonDocument, Venue,
};
use crate::feed::identifier::Identifier;
use crate::feed::import::LossKind;
use crate::feed::import::draft::{Draft, start_of};
use crate::feed::import::organizations::Organizations;
use crate::feed::terms::OrganizationPart;

/// The rows of the forum's table.
#[derive(Default)]
pub struct Settings(Vec<(u64, Heading, String)>);

/// No forum has more of them, in however many languages.
const MOST_SETTINGS: usize = 1_000;

impl Settings {
    /// Adds a row.
    pub fn add(
        &mut self,
        line: u64,
        name: &str,
        heading: Option<Heading>,
        value: &str,
        draft: &mut Draft<'_>,
    ) {
        match heading {
            Some(heading) if self.0.len() < MOST_SETTINGS => {
                if !value.is_empty() {
                    self.0.push((line, heading, value.into()));
                }
            }
            _ => draft.lose(LossKind::NoSuchField, &format_args!("line {line}: {}", start_of(name))),
        }
    }

    /// Puts them into the feed.
    pub fn read(&self, organizations: &mut Organizations, draft: &mut Draft<'_>) {
        let row: Vec<Cell<'_>> =
            self.0.iter().map(|(line, heading, text)| Cell { text, heading, line: *line }).collect();
        if let Some(cell) = one(&row, Column::TimeZone) {
            draft.set_time_zone(cell.text, cell);
        }
        let hosts = read_hosts(&row, organizations, draft);
        let link =
            |column, draft: &mut Draft<'_>| one(&row, column).and_then(|cell| draft.link(cell.text, cell));
        let day = |column, draft: &mut Draft<'_>| {
            fields::value(&row, column, LossKind::UnreadableTime, draft, times::day)
        };
        let attribution = Attribution {
            license: text(&row, Column::License, draft),
            source: text(&row, Column::Attribution, draft),
            url: link(Column::AttributionUrl, draft),
        };
        let venue = Venue {
            name: text(&row, Column::Venue, draft),
            city: text(&row, Column::City, draft),
            country: fields::country(&row, draft),
        };
        let contact = Contact {
            name: text(&row, Column::ContactName, draft),
            role: text(&row, Column::ContactRole, draft),
            email: text(&row, Column::ContactEmail, draft),
            url: link(Column::ContactUrl, draft),
        };
        let has = |columns: &[Column]| columns.iter().any(|column| one(&row, *column).is_some());
        let forum = &mut draft.document.forum;
        forum.hosts = hosts;
        forum.id = one(&row, Column::Id).and_then(|cell| Identifier::parse(cell.text));
        forum.attribution =
            has(&[Column::License, Column::Attribution, Column::AttributionUrl]).then_some(attribution);
        forum.venue = has(&[Column::Venue, Column::City, Column::Country]).then_some(venue);
        let contact_columns =
            [Column::ContactName, Column::ContactRole, Column::ContactEmail, Column::ContactUrl];
        forum.contact = has(&contact_columns).then_some(contact);
        draft.document.forum.name = text(&row, Column::Name, draft);
        draft.document.forum.theme = text(&row, Column::Theme, draft);
        draft.document.forum.summary = text(&row, Column::Summary, draft);
        draft.document.forum.url = link(Column::Url, draft);
        draft.document.forum.status = fields::term(&row, Column::Status, STATUSES, draft);
        draft.document.forum.start = day(Column::Start, draft);
        draft.document.forum.end = day(Column::End, draft);
        draft.document.forum.mode = fields::term(&row, Column::Mode, FORUM_MODES, draft);
        draft.document.forum.languages = fields::languages(&row, Column::Languages, draft);
    }
}

fn read_hosts(row: &[Cell<'_>], organizations: &mut Organizations, draft: &mut Draft<'_>) -> Vec<Identifier> {
    let mut hosts = Vec::new();
    let mut known = HashSet::new();
    for cell in fields::all(row, Column::Hosts) {
        for name in items(cell, &[';', '\n'], draft) {
            let Some(name) = fields::plain(&Cell { text: name, ..*cell }, draft) else { continue };
            let organization =
                Organization { name, part: Some(OrganizationPart::Host), ..Organization::default() };
            let id = organizations.named(organization, draft);
            if known.insert(id.0.clone()) {
                hosts.push(id);
            }
        }
    }
    hosts
}

/// Adds a person.
pub fn read_person(row: &[Cell<'_>], line: u64, organizations: &mut Organizations, draft: &mut Draft<'_>) {
    let Some(name) = text(row, Column::Name, draft) else {
        draft.lose(LossKind::IncompleteRecord, &format_args!("line {line}"));
        return;
    };
    let organization = one(row, Column::Organization).and_then(|cell| fields::plain(cell, draft));
    let organization =
        organization.map(|name| organizations.named(Organization { name, ..Organization::default() }, draft));
    let person = PersonDocument {
        honorific: text(row, Column::Honorific, draft),
        role: text(row, Column::Role, draft),
        country: fields::country(row, draft),
        organization,
        level: fields::term(row, Column::Level, LEVELS, draft),
        mode: fields::term(row, Column::Mode, MODES, draft),
        protocol: fields::number(row, Column::Protocol, draft),
        note: text(row, Column::Note, draft),
        name,
        ..PersonDocument::default()
    };
    draft.add_named_person(person, &format_args!("line {line}"));
}

/// Adds a country, or one more way in which it takes part.
pub fn read_country(row: &[Cell<'_>], line: u64, draft: &mut Draft<'_>) {
    let Some(code) = fields::country(row, draft) else {
        draft.lose(LossKind::IncompleteRecord, &format_args!("line {line}"));
        return;
    };
    let [name, note] = [Column::Name, Column::Note].map(|column| text(row, column, draft));
    let host = fields::term(row, Column::Host, ANSWERS, draft).unwrap_or_default();
    let participation = Participation {
        mode: fields::term(row, Column::Mode, MODES, draft).unwrap_or_default(),
        count: fields::number(row, Column::Count, draft),
        level: fields::term(row, Column::Level, LEVELS, draft),
    };
    let takes_part =
        [Column::Mode, Column::Count, Column::Level].iter().any(|column| one(row, *column).is_some());
    let countries = &mut draft.document.countries;
    let known = countries.iter().position(|country| country.code == code).unwrap_or_else(|| {
        countries.push(Country { code, ..Country::default() });
        countries.len() - 1
    });
    if let Some(country) = countries.get_mut(known) {
        country.name = country.name.take().or(name);
        country.note = country.note.take().or(note);
        country.host |= host;
        country.participation.extend(takes_part.then_some(participation));
    }
}
