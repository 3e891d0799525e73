//! A forum as the rest of the widget knows it: read, repaired, and with ids turned into positions.

use serde::{Serialize, Serializer};

use super::document::{Attribution, Contact, Country, Organization, Topic, Venue};
use super::link::Link;
use super::terms::{ForumMode, Level, Mode, PersonPart, SessionKind, Status};
use super::text::Text;
use crate::locale::CountryCode;
use crate::time::{Date, Instant, Zone};

macro_rules! positions {
    ($($(#[$documentation:meta])* $id:ident -> $list:ident: $record:ident, $get:ident;)*) => {
        $(
            $(#[$documentation])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

/// A forum with everything that is shown of it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Forum {
    /// Its id.
    pub id: String,
    /// When the feed was last changed.
    #[serde(serialize_with = "instant")]
    pub updated: Option<Instant>,
    /// Its name; a feed without one still shows its sessions.
    pub name: Option<Text>,
    /// Its motto.
    pub theme: Option<Text>,
    /// What it is about.
    pub summary: Option<Text>,
    /// Its own page.
    pub url: Option<Link>,
    /// What became of it.
    pub status: Option<Status>,
    /// The zone in which its days are counted; UTC where the feed names none that is known.
    #[serde(serialize_with = "zone")]
    pub time_zone: Zone,
    /// The first day.
    #[serde(serialize_with = "date")]
    pub start: Option<Date>,
    /// The last day.
    #[serde(serialize_with = "date")]
    pub end: Option<Date>,
    /// How it meets.
    pub mode: Option<ForumMode>,
    /// Where it meets.
    pub venue: Option<Venue>,
    /// The organizations that convene it.
    pub hosts: Vec<OrganizationId>,
    /// Whom the content is from.
    pub attribution: Option<Attribution>,
    /// Whom to ask.
    pub contact: Option<Contact>,
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
}

/// An official or expert.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    /// The id.
    pub id: String,
    /// The name.
    pub name: Text,
    /// A form of address.
    pub honorific: Option<Text>,
    /// The office held.
    pub role: Option<Text>,
    /// The country represented.
    pub country: Option<CountryCode>,
    /// The organization.
    pub organization: Option<OrganizationId>,
    /// The rank.
    pub level: Option<Level>,
    /// How the person takes part.
    pub mode: Option<Mode>,
    /// The place in the order of protocol; lower comes first.
    pub protocol: Option<i32>,
    /// What else is to be known.
    pub note: Option<Text>,
}

/// A part of the programme.
#[derive(Clone, Debug, Serialize)]
pub struct Session {
    /// The id.
    pub id: String,
    /// The number in the printed programme.
    pub number: Option<u32>,
    /// What it is.
    pub kind: SessionKind,
    /// Its title.
    pub title: Text,
    /// What it is about.
    pub summary: Option<Text>,
    /// Its day in the forum's zone; nothing while it is to be announced.
    #[serde(serialize_with = "date")]
    pub date: Option<Date>,
    /// Its start; nothing while the hour is to be announced.
    #[serde(serialize_with = "instant")]
    pub start: Option<Instant>,
    /// Its end.
    #[serde(serialize_with = "instant")]
    pub end: Option<Instant>,
    /// The room.
    pub room: Option<Text>,
    /// Its topics.
    pub topics: Vec<TopicId>,
    /// The countries that speak in it.
    pub countries: Vec<CountryCode>,
    /// The people in it.
    pub people: Vec<Appearance>,
    /// What became of it.
    pub status: Status,
    /// What was said.
    pub quotes: Vec<Quote>,
    /// What else is to be known.
    pub note: Option<Text>,
}

/// A person in a session.
#[derive(Clone, Debug, Serialize)]
pub struct Appearance {
    /// Who.
    pub person: PersonId,
    /// What the person does there.
    pub part: PersonPart,
}

/// What somebody said.
#[derive(Clone, Debug, Serialize)]
pub struct Quote {
    /// Who.
    pub person: Option<PersonId>,
    /// The words.
    pub text: Text,
}

// serde hands fields over by reference, hence `&Option`.
#[allow(clippy::ref_option)]
fn date<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    date.map(Date::to_iso).serialize(serializer)
}

#[allow(clippy::ref_option)]
fn instant<S: Serializer>(instant: &Option<Instant>, serializer: S) -> Result<S::Ok, S::Error> {
    instant.map(Instant::to_iso).serialize(serializer)
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn zone<S: Serializer>(zone: &Zone, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(zone.name())
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
