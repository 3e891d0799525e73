//! A forum as the rest of the widget knows it: its records, with ids turned into positions and times into instants.
//!
//! Each type gives its record's fields as its own, and its resolved fields in place of those of the record.

use std::ops::Deref;

use super::document::{
    Country, ForumDocument, Organization, Outcome, PersonDocument, QuoteDocument, Resource, SessionDocument,
    Topic,
};
use super::terms::PersonPart;
use crate::time::{Date, Instant, Zone};

macro_rules! positions {
    ($($(#[$documentation:meta])* $id:ident -> $list:ident: $record:ident, $get:ident;)*) => {
        $(
            $(#[$documentation])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $id(pub u32);
        )*
        impl Forum {
            $(
                #[doc = concat!("The record at a position of `", stringify!($list), "`.")]
                pub fn $get(&self, id: $id) -> Option<&$record> {
                    self.$list.get(usize::try_from(id.0).ok()?)
                }
            )*
        }
    };
}

positions! {
    /// The position of an organization in [`Forum::organizations`].
    OrganizationId -> organizations: Organization, organization;
    /// The position of a person in [`Forum::people`].
    PersonId -> people: Person, person;
    /// The position of a topic in [`Forum::topics`].
    TopicId -> topics: Topic, topic;
    /// The position of a session in [`Forum::sessions`].
    SessionId -> sessions: Session, session;
}

macro_rules! records_of {
    ($($type:ident: $record:ident;)*) => {$(
        impl Deref for $type {
            type Target = $record;

            fn deref(&self) -> &$record {
                &self.record
            }
        }
    )*};
}

records_of! {
    Forum: ForumDocument;
    Person: PersonDocument;
    Session: SessionDocument;
    Quote: QuoteDocument;
}

/// A forum with everything that is shown of it.
#[derive(Debug)]
pub struct Forum {
    pub(super) record: ForumDocument,
    /// When the feed was last changed.
    pub updated: Option<Instant>,
    /// The zone in which its days are counted; UTC where the feed names none that is known.
    pub time_zone: Zone,
    /// The organizations that convene it.
    pub hosts: Vec<OrganizationId>,
    /// The countries that take part.
    pub countries: Vec<Country>,
    /// The organizations.
    pub organizations: Vec<Organization>,
    /// The people.
    pub people: Vec<Person>,
    /// The topics.
    pub topics: Vec<Topic>,
    /// The sessions.
    pub sessions: Vec<Session>,
    /// Documents of the forum as a whole.
    pub documents: Vec<Resource>,
    /// What the forum agreed on.
    pub outcomes: Vec<Outcome>,
}

/// An official or expert.
#[derive(Debug)]
pub struct Person {
    pub(super) record: PersonDocument,
    /// The organization.
    pub organization: Option<OrganizationId>,
}

/// A part of the programme.
#[derive(Debug)]
pub struct Session {
    pub(super) record: SessionDocument,
    /// Its day in the forum's zone; nothing while it is to be announced.
    pub date: Option<Date>,
    /// Its start; nothing while the hour is to be announced.
    pub start: Option<Instant>,
    /// Its end.
    pub end: Option<Instant>,
    /// The start that was announced before.
    pub previous_start: Option<Instant>,
    /// Its topics.
    pub topics: Vec<TopicId>,
    /// The people in it.
    pub people: Vec<Appearance>,
    /// What was said.
    pub quotes: Vec<Quote>,
}

/// A person in a session.
#[derive(Clone, Copy, Debug)]
pub struct Appearance {
    /// Who.
    pub person: PersonId,
    /// What the person does there.
    pub part: PersonPart,
}

/// What somebody said.
#[derive(Debug)]
pub struct Quote {
    pub(super) record: QuoteDocument,
    /// Who.
    pub person: Option<PersonId>,
}
