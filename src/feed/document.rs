//! Forum Feed 1 as it is written: the JSON document, field by field, with ids as texts.
//!
//! `Text` is one text for all, or an object by BCP 47 tag. Every list may be missing. Unknown fields are
//! ignored. A field that cannot be read is left out and reported; its record stays if it can.

use serde::Deserialize;

use super::json::parsed;
use super::link::Link;
use super::problem::ProblemCode;
use super::record::{Blank, Identifier, record};
use super::terms::{ForumMode, Level, Mode, PersonPart, SessionKind, Status};
use super::text::Text;
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

record! {
    /// The forum: what, when, where, by whom.
    ForumDocument requires [] {
        /// Its name.
        name: Option<Text> = "name",
        /// Its motto.
        theme: Option<Text> = "theme",
        /// What it is about.
        summary: Option<Text> = "summary",
        /// Its own page.
        url: Option<Link> = "url",
        /// What became of it.
        status: Option<Status> = "status",
        /// The zone of local times in the feed (IANA name).
        time_zone: Option<Zone> = "timeZone",
        /// The first day.
        start: Option<Date> = "start",
        /// The last day.
        end: Option<Date> = "end",
        /// How it meets.
        mode: Option<ForumMode> = "mode",
        /// Where it meets.
        venue: Option<Venue> = "venue",
        /// The organizations that convene it, by id.
        hosts: Vec<Identifier> = "hosts",
        /// Whom the content is from, and under which licence.
        attribution: Option<Attribution> = "attribution",
        /// Whom to ask.
        contact: Option<Contact> = "contact",
    }
}

record! {
    /// A place.
    Venue requires [] {
        /// The building.
        name: Option<Text> = "name",
        /// The city.
        city: Option<Text> = "city",
        /// The country.
        country: Option<CountryCode> = "country",
    }
}

record! {
    /// Whom the content is from, and under which licence.
    Attribution requires [] {
        /// The licence's name or SPDX identifier.
        license: Option<Text> = "license",
        /// The source to be named.
        source: Option<Text> = "source",
        /// Where the licence or the source is found.
        url: Option<Link> = "url",
    }
}

record! {
    /// Whom to ask.
    Contact requires [] {
        /// The person.
        name: Option<Text> = "name",
        /// The office.
        role: Option<Text> = "role",
        /// The address for mail, without `mailto:`.
        email: Option<Text> = "email",
        /// A page.
        url: Option<Link> = "url",
    }
}

record! {
    /// A country that takes part.
    Country requires [code] {
        /// ISO 3166-1 alpha-2.
        code: CountryCode = "code",
        /// Its name, where it is to be another than ours.
        name: Option<Text> = "name",
        /// Whether it hosts the forum.
        host: bool = "host",
        /// How it takes part; a country may do so in several ways.
        participation: Vec<Participation> = "participation",
        /// What else is to be known.
        note: Option<Text> = "note",
    }
}

record! {
    /// One way in which a country takes part.
    Participation requires [] {
        /// How.
        mode: Mode = "mode",
        /// With how many people, where that is known.
        count: Option<u32> = "count",
        /// At which level.
        level: Option<Level> = "level",
    }
}

record! {
    /// A ministry, an agency, a company.
    Organization requires [id, name] {
        /// Its id.
        id: Identifier = "id",
        /// Its name.
        name: Text = "name",
        /// Its country.
        country: Option<CountryCode> = "country",
    }
}

record! {
    /// An official or expert.
    PersonDocument requires [id, name] {
        /// The id.
        id: Identifier = "id",
        /// The name.
        name: Text = "name",
        /// A form of address.
        honorific: Option<Text> = "honorific",
        /// The office held.
        role: Option<Text> = "role",
        /// The country represented.
        country: Option<CountryCode> = "country",
        /// The organization, by id.
        organization: Option<Identifier> = "organization",
        /// The rank.
        level: Option<Level> = "level",
        /// How the person takes part.
        mode: Option<Mode> = "mode",
        /// The place in the order of protocol; lower comes first.
        protocol: Option<i32> = "protocol",
        /// What else is to be known.
        note: Option<Text> = "note",
    }
}

record! {
    /// A topic.
    Topic requires [id, name] {
        /// Its id.
        id: Identifier = "id",
        /// Its name.
        name: Text = "name",
    }
}

record! {
    /// A part of the programme.
    SessionDocument requires [id, title] {
        /// The id.
        id: Identifier = "id",
        /// The number in the printed programme.
        number: Option<u32> = "number",
        /// What it is.
        kind: SessionKind = "kind",
        /// Its title.
        title: Text = "title",
        /// What it is about.
        summary: Option<Text> = "summary",
        /// Its day; without it the day of `start`.
        date: Option<Date> = "date",
        /// Its start (RFC 3339 with an offset, or local time in the forum's zone).
        start: Option<Moment> = "start",
        /// Its end, like `start`.
        end: Option<Moment> = "end",
        /// The room.
        room: Option<Text> = "room",
        /// Its topics, by id.
        topics: Vec<Identifier> = "topics",
        /// The countries that speak in it.
        countries: Vec<CountryCode> = "countries",
        /// The people in it.
        people: Vec<AppearanceDocument> = "people",
        /// What became of it.
        status: Status = "status",
        /// What was said.
        quotes: Vec<QuoteDocument> = "quotes",
        /// What else is to be known.
        note: Option<Text> = "note",
    }
}

record! {
    /// A person in a session.
    AppearanceDocument requires [person] {
        /// The person, by id.
        person: Identifier = "person",
        /// What the person does there.
        part: PersonPart = "part",
    }
}

record! {
    /// What somebody said.
    QuoteDocument requires [text] {
        /// The person, by id.
        person: Option<Identifier> = "person",
        /// The words, in the language in which they were published.
        text: Text = "text",
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

impl Blank for CountryCode {
    fn is_blank(&self) -> bool {
        *self == CountryCode::default()
    }
}
