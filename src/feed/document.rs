//! Forum Feed 1 as it is written: the JSON document, field by field, with ids as texts.
//!
//! `Text` is one text for all, or an object by BCP 47 tag. Every list may be missing. Unknown fields are
//! ignored. A field that cannot be read is left out and reported; its record stays if it can.

use serde::{Deserialize, Serialize};

use super::json::parsed;
use super::link::Link;
use super::problem::ProblemCode;
use super::terms::{ForumMode, Level, Mode, OrganizationPart, PersonPart, SessionKind, Status};
use super::text::{Text, cleaned};
use crate::locale::CountryCode;
use crate::time::{Date, Moment, Zone};

/// The root of a feed. Its lists are read record by record (`json::read`), so that each can be lost alone.
#[derive(Debug, Default)]
pub struct Document {
    /// The version of the format: 1.
    pub version: Option<u32>,
    /// When the feed was last changed (RFC 3339).
    pub updated: Option<Moment>,
    /// The forum itself.
    pub forum: ForumDocument,
    /// The countries that take part.
    pub countries: Vec<Country>,
    /// Ministries, agencies, companies.
    pub organizations: Vec<Organization>,
    /// Officials and experts.
    pub people: Vec<PersonDocument>,
    /// Topics that sessions are about.
    pub topics: Vec<Topic>,
    /// The programme.
    pub sessions: Vec<SessionDocument>,
}

/// The forum: what, when, where, by whom.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ForumDocument {
    /// Its id, stable over the years.
    pub id: Option<Identifier>,
    /// Its name.
    pub name: Option<Text>,
    /// Its motto.
    pub theme: Option<Text>,
    /// What it is about.
    pub summary: Option<Text>,
    /// Its own page.
    pub url: Option<Link>,
    /// What became of it.
    pub status: Option<Status>,
    /// The zone of local times in the feed (IANA name).
    pub time_zone: Option<Zone>,
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
    /// How it meets.
    pub mode: Option<ForumMode>,
    /// Where it meets.
    pub venue: Option<Venue>,
    /// The organizations that convene it, by id.
    #[serde(default)]
    pub hosts: Vec<Identifier>,
    /// Whom the content is from, and under which licence.
    pub attribution: Option<Attribution>,
    /// Whom to ask.
    pub contact: Option<Contact>,
}

/// A place.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Venue {
    /// The building.
    pub name: Option<Text>,
    /// The city.
    pub city: Option<Text>,
    /// The country.
    pub country: Option<CountryCode>,
}

/// Whom the content is from, and under which licence.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Attribution {
    /// The licence's name or SPDX identifier.
    pub license: Option<Text>,
    /// The source to be named.
    pub source: Option<Text>,
    /// Where the licence or the source is found.
    pub url: Option<Link>,
}

/// Whom to ask.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Contact {
    /// The person.
    pub name: Option<Text>,
    /// The office.
    pub role: Option<Text>,
    /// The address for mail, without `mailto:`.
    pub email: Option<Text>,
    /// A page.
    pub url: Option<Link>,
}

/// A country that takes part.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: CountryCode,
    /// Its name, where it is to be another than ours.
    pub name: Option<Text>,
    /// Whether it hosts the forum.
    #[serde(default)]
    pub host: bool,
    /// How it takes part; a country may do so in several ways.
    #[serde(default)]
    pub participation: Vec<Participation>,
    /// What else is to be known.
    pub note: Option<Text>,
}

/// One way in which a country takes part.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Participation {
    /// How.
    pub mode: Mode,
    /// With how many people, where that is known.
    pub count: Option<u32>,
    /// At which level.
    pub level: Option<Level>,
}

/// A ministry, an agency, a company.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Organization {
    /// Its id.
    pub id: Identifier,
    /// Its name.
    pub name: Text,
    /// Its country.
    pub country: Option<CountryCode>,
    /// What it does in the forum.
    pub part: Option<OrganizationPart>,
}

/// An official or expert.
#[derive(Debug, Deserialize)]
pub struct PersonDocument {
    /// The id.
    pub id: Identifier,
    /// The name.
    pub name: Text,
    /// A form of address.
    pub honorific: Option<Text>,
    /// The office held.
    pub role: Option<Text>,
    /// The country represented.
    pub country: Option<CountryCode>,
    /// The organization, by id.
    pub organization: Option<Identifier>,
    /// The rank.
    pub level: Option<Level>,
    /// How the person takes part.
    pub mode: Option<Mode>,
    /// The place in the order of protocol; lower comes first.
    pub protocol: Option<i32>,
    /// What else is to be known.
    pub note: Option<Text>,
}

/// A topic.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Topic {
    /// Its id.
    pub id: Identifier,
    /// Its name.
    pub name: Text,
}

/// A part of the programme.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionDocument {
    /// The id.
    pub id: Identifier,
    /// The number in the printed programme.
    pub number: Option<u32>,
    /// What it is.
    pub kind: Option<SessionKind>,
    /// Its title.
    pub title: Text,
    /// What it is about.
    pub summary: Option<Text>,
    /// Its day; without it the day of `start`.
    pub date: Option<Date>,
    /// Its start (RFC 3339 with an offset, or local time in the forum's zone).
    pub start: Option<Moment>,
    /// Its end, like `start`.
    pub end: Option<Moment>,
    /// The room.
    pub room: Option<Text>,
    /// Its topics, by id.
    #[serde(default)]
    pub topics: Vec<Identifier>,
    /// The countries that speak in it.
    #[serde(default)]
    pub countries: Vec<CountryCode>,
    /// The people in it.
    #[serde(default)]
    pub people: Vec<AppearanceDocument>,
    /// What became of it.
    pub status: Option<Status>,
    /// What was said.
    #[serde(default)]
    pub quotes: Vec<QuoteDocument>,
    /// What else is to be known.
    pub note: Option<Text>,
}

/// A person in a session.
#[derive(Debug, Deserialize)]
pub struct AppearanceDocument {
    /// The person, by id.
    pub person: Identifier,
    /// What the person does there.
    pub part: Option<PersonPart>,
}

/// What somebody said.
#[derive(Debug, Deserialize)]
pub struct QuoteDocument {
    /// The person, by id.
    pub person: Option<Identifier>,
    /// The words, in the language in which they were published.
    pub text: Text,
}

/// The id of a record: any text that is not empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Identifier(pub String);

impl<'de> Deserialize<'de> for Identifier {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, ProblemCode::MissingField, |text| {
            let text = cleaned(text);
            (!text.is_empty()).then_some(Identifier(text))
        })
    }
}

macro_rules! read_from_text {
    ($($type:ty, $code:ident, $parse:expr;)*) => {$(
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                parsed(deserializer, ProblemCode::$code, $parse)
            }
        }
    )*};
}

read_from_text! {
    CountryCode, InvalidCountry, CountryCode::parse;
    Date, InvalidDate, Date::parse;
    Moment, InvalidTime, Moment::parse;
    Zone, UnknownTimeZone, Zone::named;
}
