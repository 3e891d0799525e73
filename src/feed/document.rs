//! Forum Feed 1 as it is written: the JSON document, field by field, with ids as texts.
//!
//! `Text` is one text for all, or an object by BCP 47 tag. Every list may be missing. Unknown fields are
//! ignored. A field that cannot be read is left out and reported; its record stays if it can.
//!
//! The comments of the fields are also the descriptions of the JSON Schema and of the reference page.

use super::identifier::Identifier;
use super::language_tag::LanguageTag;
use super::link::Link;
use super::record::record;
use super::terms::{ForumMode, Level, Mode, OrganizationPart, PersonPart, ResourceKind, SessionKind, Status};
use super::text::Text;
use crate::locale::CountryCode;
use crate::time::{Date, Moment, Zone};

/// The root of a feed. Its lists are read record by record (`json::read`), so that each can be lost alone.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The version of the format: 1.
    pub version: Option<u32>,
    /// When the feed was last changed, as RFC 3339. It is shown, and calendars learn from it what is new.
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
    /// Documents of the forum as a whole.
    pub documents: Vec<Resource>,
    /// What the forum agreed on.
    pub outcomes: Vec<Outcome>,
}

record! {
    /// The forum: what, when, where, by whom.
    ForumDocument requires [] expects ["id", "name", "timeZone", "start", "end"] {
        /// Its id, which never changes: calendars know the sessions by it. Example: `korea-lac-2021`.
        id: Option<Identifier> = "id",
        /// Its name, the heading of the widget.
        name: Option<Text> = "name",
        /// Its motto, in a few words.
        theme: Option<Text> = "theme",
        /// What it is about, in a paragraph.
        summary: Option<Text> = "summary",
        /// Its own page.
        url: Option<Link> = "url",
        /// What became of it. Without it, it takes place as planned.
        status: Option<Status> = "status",
        /// The zone of its days, and of times without an offset, by its IANA name. Without one that is known, UTC counts.
        time_zone: Option<Zone> = "timeZone",
        /// The first day, in its zone.
        start: Option<Date> = "start",
        /// The last day, in its zone; that of a forum of one day is the first.
        end: Option<Date> = "end",
        /// How it meets.
        mode: Option<ForumMode> = "mode",
        /// Where it meets.
        venue: Option<Venue> = "venue",
        /// The languages in which it is held, by their BCP 47 tags. Example: `["es", "ko"]`.
        languages: Vec<LanguageTag> = "languages",
        /// The organizations that convene it, by the ids that they have in `organizations`.
        hosts: Vec<Identifier> = "hosts",
        /// Whom the content is from, and under which licence.
        attribution: Option<Attribution> = "attribution",
        /// Whom to ask.
        contact: Option<Contact> = "contact",
    }
}

record! {
    /// A place.
    Venue requires [] expects [] {
        /// The building.
        name: Option<Text> = "name",
        /// The city.
        city: Option<Text> = "city",
        /// The country, by its ISO 3166-1 alpha-2 code.
        country: Option<CountryCode> = "country",
    }
}

record! {
    /// Whom the content is from, and under which licence.
    Attribution requires [] expects [] {
        /// The licence's name or SPDX identifier. Example: `CC-BY-4.0`.
        license: Option<Text> = "license",
        /// The source to be named.
        source: Option<Text> = "source",
        /// Where the licence or the source is found.
        url: Option<Link> = "url",
    }
}

record! {
    /// Whom to ask.
    Contact requires [] expects [] {
        /// The person.
        name: Option<Text> = "name",
        /// The office.
        role: Option<Text> = "role",
        /// The address for mail, without `mailto:`. Example: `foro@forum.example`.
        email: Option<Text> = "email",
        /// A page.
        url: Option<Link> = "url",
    }
}

record! {
    /// A country that takes part.
    Country requires [code] expects [] {
        /// Its ISO 3166-1 alpha-2 code, which only one record has.
        code: CountryCode = "code",
        /// Its name, where it is to be another than the widget's (UNTERM, Unicode CLDR).
        name: Option<Text> = "name",
        /// Whether it hosts the forum. Without it, it does not.
        host: bool = "host",
        /// How it takes part; a country may do so in several ways.
        participation: Vec<Participation> = "participation",
        /// What else is to be known, shown with its delegation.
        note: Option<Text> = "note",
    }
}

record! {
    /// One way in which a country takes part.
    Participation requires [] expects ["mode"] {
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
    Organization requires [id, name] expects [] {
        /// Its id, which only one organization has.
        id: Identifier = "id",
        /// Its name.
        name: Text = "name",
        /// Its country, by its ISO 3166-1 alpha-2 code.
        country: Option<CountryCode> = "country",
        /// What it is to the forum.
        part: Option<OrganizationPart> = "part",
    }
}

record! {
    /// An official or expert.
    PersonDocument requires [id, name] expects [] {
        /// The id, which only one person has.
        id: Identifier = "id",
        /// The name as the person writes it.
        name: Text = "name",
        /// A form of address. Example: `H. E. Ms.`
        honorific: Option<Text> = "honorific",
        /// The office held.
        role: Option<Text> = "role",
        /// The country represented, by its ISO 3166-1 alpha-2 code.
        country: Option<CountryCode> = "country",
        /// The organization, by the id that it has in `organizations`.
        organization: Option<Identifier> = "organization",
        /// The rank.
        level: Option<Level> = "level",
        /// How the person takes part.
        mode: Option<Mode> = "mode",
        /// The place in the order of protocol: a whole number, the lower comes first.
        protocol: Option<i32> = "protocol",
        /// What else is to be known.
        note: Option<Text> = "note",
    }
}

record! {
    /// A topic of the programme.
    Topic requires [id, name] expects [] {
        /// Its id, which only one topic has.
        id: Identifier = "id",
        /// Its name.
        name: Text = "name",
    }
}

record! {
    /// A part of the programme.
    SessionDocument requires [id, title] expects ["date"] {
        /// The id, which only one session has and which never changes: links and calendars know the session by it.
        id: Identifier = "id",
        /// The number in the printed programme.
        number: Option<u32> = "number",
        /// What it is. Without it, a `session`.
        kind: SessionKind = "kind",
        /// Its title.
        title: Text = "title",
        /// What it is about, in a paragraph.
        summary: Option<Text> = "summary",
        /// Its day in the forum's zone; what begins after midnight may stand under the day before.
        date: Option<Date> = "date",
        /// Its start; without one the hour is to be announced.
        start: Option<Moment> = "start",
        /// Its end, not before its start.
        end: Option<Moment> = "end",
        /// The room.
        room: Option<Text> = "room",
        /// Its topics, by the ids that they have in `topics`.
        topics: Vec<Identifier> = "topics",
        /// The countries that speak in it, by their ISO 3166-1 alpha-2 codes.
        countries: Vec<CountryCode> = "countries",
        /// The people in it, in the order of their appearance.
        people: Vec<AppearanceDocument> = "people",
        /// In which languages it is held.
        languages: Option<SessionLanguages> = "languages",
        /// What became of it. Without it, it takes place as planned.
        status: Status = "status",
        /// The start that was announced before, of a session that was moved.
        previous_start: Option<Moment> = "previousStart",
        /// What was said.
        quotes: Vec<QuoteDocument> = "quotes",
        /// Stream, recording, slides, documents.
        links: Vec<Resource> = "links",
        /// What else is to be known.
        note: Option<Text> = "note",
    }
}

record! {
    /// A person in a session.
    AppearanceDocument requires [person] expects [] {
        /// The person, by the id that it has in `people`.
        person: Identifier = "person",
        /// What the person does there. Without it, a `speaker`.
        part: PersonPart = "part",
    }
}

record! {
    /// The languages of a session, by their BCP 47 tags.
    SessionLanguages requires [] expects [] {
        /// Spoken on the floor.
        spoken: Vec<LanguageTag> = "spoken",
        /// Interpreted into.
        interpretation: Vec<LanguageTag> = "interpretation",
        /// Signed, by the tags of sign languages, such as `csr` for that of Costa Rica.
        signed: Vec<LanguageTag> = "signed",
    }
}

record! {
    /// What somebody said.
    QuoteDocument requires [text] expects [] {
        /// The person, by the id that it has in `people`.
        person: Option<Identifier> = "person",
        /// The words, in the language in which they were published.
        text: Text = "text",
    }
}

record! {
    /// A stream, a recording or a document on the web.
    Resource requires [url] expects [] {
        /// What it is. Without it, a `document`.
        kind: ResourceKind = "kind",
        /// Where it is.
        url: Link = "url",
        /// Its title.
        title: Option<Text> = "title",
        /// The language it is in, by its BCP 47 tag.
        language: Option<LanguageTag> = "language",
    }
}

record! {
    /// What the forum agreed on.
    Outcome requires [title] expects [] {
        /// The agreement.
        title: Text = "title",
        /// What is in it.
        summary: Option<Text> = "summary",
        /// Where it is published.
        url: Option<Link> = "url",
    }
}
