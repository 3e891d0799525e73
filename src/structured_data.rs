//! The forum as schema.org JSON-LD, for search engines and whatever else reads pages.

mod json;

use crate::agenda::status;
use crate::feed::{
    Appearance, Forum, ForumMode, LanguageTag, Link, Organization, ResourceKind, Session, Status, Text,
};
use crate::locale::{Language, present};
use json::Json;

/// The forum as an `Event` of schema.org with its sessions as `subEvent`s, in a language or its fallbacks.
///
/// The JSON may stand inside `<script type="application/ld+json">` as it is. What the feed does not say is not there.
pub fn structured_data(forum: &Forum, language: Language) -> String {
    let mut json = Json::default();
    Writer { forum, language }.forum(&mut json);
    json.into_string()
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    forum: &'a Forum,
    language: Language,
}

impl Writer<'_> {
    fn forum(self, json: &mut Json) {
        let forum = self.forum;
        json.open("Event");
        json.field("@context", "https://schema.org");
        if let Some(id) = &forum.id {
            json.field("identifier", &id.0);
        }
        self.text(json, "name", forum.name.as_ref());
        self.text(json, "description", forum.summary.as_ref().or(forum.theme.as_ref()));
        if let Some(start) = forum.start {
            json.field("startDate", &start.to_iso());
        }
        if let Some(end) = forum.end {
            json.field("endDate", &end.to_iso());
        }
        self.circumstances(json, forum.status.unwrap_or_default(), None, forum.url.as_ref());
        if let Some(url) = &forum.url {
            json.field("url", url.as_str());
        }
        languages(json, &forum.languages);
        let organizers = json.open_list("organizer");
        for host in forum.hosts.iter().filter_map(|id| forum.organization(*id)) {
            self.organization(json, host);
        }
        json.close_list(organizers);
        let sessions = json.open_list("subEvent");
        for session in &forum.sessions {
            self.session(json, session);
        }
        json.close_list(sessions);
        json.close();
    }

    fn session(self, json: &mut Json, session: &Session) {
        let zone = self.forum.time_zone;
        json.open("Event");
        json.field("identifier", &session.id.0);
        self.text(json, "name", Some(&session.title));
        self.text(json, "description", session.summary.as_ref());
        match (session.start, session.date) {
            (Some(start), _) => json.field("startDate", &zone.to_iso(start)),
            (None, Some(date)) => json.field("startDate", &date.to_iso()),
            (None, None) => {}
        }
        if let (Some(_), Some(end)) = (session.start, session.end) {
            json.field("endDate", &zone.to_iso(end));
        }
        if let Some(previous) = session.previous_start {
            json.field("previousStartDate", &zone.to_iso(previous));
        }
        let stream = session.links.iter().find(|link| link.kind == ResourceKind::Stream);
        let online = stream.map(|link| &link.url).or(self.forum.url.as_ref());
        self.circumstances(json, status(self.forum, session), session.room.as_ref(), online);
        if let Some(link) = session.links.first() {
            json.field("url", link.url.as_str());
        }
        if let Some(spoken) = &session.languages {
            languages(json, &spoken.spoken);
        }
        let topics = json.open_list("about");
        for topic in session.topics.iter().filter_map(|id| self.forum.topic(*id)) {
            self.named(json, "Thing", &topic.name);
            json.close();
        }
        json.close_list(topics);
        let performers = json.open_list("performer");
        for appearance in &session.people {
            self.person(json, *appearance);
        }
        json.close_list(performers);
        json.close();
    }

    /// What became of an event, how it meets and where: in a room of the venue, at an address, or both.
    fn circumstances(self, json: &mut Json, status: Status, room: Option<&Text>, online: Option<&Link>) {
        let status = match status {
            Status::Cancelled => "https://schema.org/EventCancelled",
            Status::Postponed => "https://schema.org/EventPostponed",
            Status::Moved => "https://schema.org/EventRescheduled",
            Status::Scheduled | Status::Live | Status::Ended => "https://schema.org/EventScheduled",
        };
        json.field("eventStatus", status);
        let mode = self.forum.mode.unwrap_or_default();
        let mode_name = match mode {
            ForumMode::InPerson => Some("https://schema.org/OfflineEventAttendanceMode"),
            ForumMode::Online => Some("https://schema.org/OnlineEventAttendanceMode"),
            ForumMode::Hybrid => Some("https://schema.org/MixedEventAttendanceMode"),
            ForumMode::Other => None,
        };
        if let Some(name) = mode_name {
            json.field("eventAttendanceMode", name);
        }
        let online = online.filter(|_| matches!(mode, ForumMode::Online | ForumMode::Hybrid));
        let locations = json.open_list("location");
        self.place(json, room);
        if let Some(url) = online {
            json.open("VirtualLocation");
            json.field("url", url.as_str());
            json.close();
        }
        json.close_list(locations);
    }

    fn place(self, json: &mut Json, room: Option<&Text>) {
        let venue = self.forum.venue.as_ref();
        let building = venue.and_then(|venue| venue.name.as_ref());
        let own = |name: Option<&Text>| Some(String::from(self.string(name?)?));
        let names = present(&[own(room), own(building)], ", ");
        if names.is_empty() && venue.is_none() {
            return;
        }
        json.open("Place");
        if !names.is_empty() {
            json.field("name", &names);
        }
        if let Some(venue) = venue {
            json.key("address");
            json.open("PostalAddress");
            self.text(json, "addressLocality", venue.city.as_ref());
            if let Some(country) = venue.country {
                json.field("addressCountry", country.as_str());
            }
            json.close();
        }
        json.close();
    }

    fn organization(self, json: &mut Json, organization: &Organization) {
        self.named(json, "Organization", &organization.name);
        json.close();
    }

    fn person(self, json: &mut Json, appearance: Appearance) {
        let Some(person) = self.forum.person(appearance.person) else { return };
        self.named(json, "Person", &person.name);
        self.text(json, "honorificPrefix", person.honorific.as_ref());
        self.text(json, "jobTitle", person.role.as_ref());
        if let Some(organization) = person.organization.and_then(|id| self.forum.organization(id)) {
            json.key("affiliation");
            self.organization(json, organization);
        }
        json.close();
    }

    /// Begins an object that has a name.
    fn named(self, json: &mut Json, kind: &str, name: &Text) {
        json.open(kind);
        self.text(json, "name", Some(name));
    }

    fn text(self, json: &mut Json, key: &str, text: Option<&Text>) {
        if let Some(text) = text.and_then(|text| self.string(text)) {
            json.field(key, text);
        }
    }

    fn string(self, text: &Text) -> Option<&str> {
        text.choose(self.language).map(|chosen| chosen.text)
    }
}

fn languages(json: &mut Json, tags: &[LanguageTag]) {
    let list = json.open_list("inLanguage");
    for tag in tags {
        json.string(tag.as_str());
    }
    json.close_list(list);
}
