//! `schedule.json` of frab and pretalx (c3voc schedule, version 1).
//!
//! A session starts at its `date`, which has an offset; `start` and the date of its day say less, since what begins
//! after midnight is listed under the day before. Its texts are Markdown, HTML, or both in one.

use super::draft::Draft;
use super::ids::slug;
use super::object::{Object, parse_as};
use super::vocabulary::{person_part, resource_kind, session_kind};
use super::{Format, Import, ImportError, LossKind, Options};
use crate::feed::document::{
    AppearanceDocument, PersonDocument, Resource, SessionDocument, SessionLanguages,
};
use crate::feed::identifier::Identifier;
use crate::feed::terms::{PersonPart, ResourceKind, SessionKind};
use crate::time::{Date, Moment};

pub(super) fn read(text: &str, options: &Options) -> Result<Import, ImportError> {
    let members = parse_as(Format::Frab, text)?;
    let mut draft = Draft::new(options);
    let mut root = Object::root(&members);
    if let Some(mut schedule) = root.object("schedule", &mut draft) {
        if let Some(conference) = schedule.object("conference", &mut draft) {
            read_conference(conference, &mut draft);
        }
        schedule.leave(&["version", "base_url"], &mut draft);
    }
    root.leave(&["$schema", "generator"], &mut draft);
    draft.finish()
}

fn read_conference(mut conference: Object<'_>, draft: &mut Draft<'_>) {
    draft.document.forum.name = conference.translated("title", draft);
    draft.document.forum.id =
        conference.text("acronym", draft).and_then(|acronym| Identifier::parse(&slug(&acronym)));
    draft.document.forum.summary = conference.markdown("description", draft);
    draft.document.forum.url = conference.link("url", draft);
    draft.document.forum.start = conference.date("start", draft);
    draft.document.forum.end = conference.date("end", draft);
    if let Some(zone) = conference.text("time_zone_name", draft) {
        draft.set_time_zone(&zone, &conference.place_of("time_zone_name"));
    }
    for mut day in conference.objects("days", draft) {
        let date = day.date("date", draft);
        for (room, events) in day.named_lists("rooms", draft) {
            for event in events {
                read_event(event, date, room, draft);
            }
        }
        day.leave(&["index", "day_start", "day_end"], draft);
    }
    // Rooms and tracks have their names in the events as well.
    conference.leave(&["daysCount", "timeslot_duration", "rooms", "tracks"], draft);
}

fn read_event(mut event: Object<'_>, day: Option<Date>, room: &str, draft: &mut Draft<'_>) {
    let [id, guid] = ["id", "guid"].map(|key| event.text(key, draft).unwrap_or_default());
    let title = event.translated("title", draft).unwrap_or_default();
    let parts = [
        event.plain("subtitle", draft),
        event.markdown("abstract", draft),
        event.markdown("description", draft),
    ];
    let start = event.moment("date", draft);
    let session = SessionDocument {
        kind: kind_of(&mut event, draft),
        summary: draft.paragraphs(&title, &parts, &event.place_of("description")),
        title,
        date: day,
        start,
        end: end_of(&mut event, start, draft),
        room: event.translated("room", draft).or_else(|| draft.text(room, &event.place)),
        topics: event.translated("track", draft).map(|track| draft.topic_named(&track)).into_iter().collect(),
        people: people_of(&mut event, draft),
        languages: languages_of(&mut event, draft),
        links: links_of(&mut event, draft),
        ..SessionDocument::default()
    };
    draft.add_session(session, &[&id, &guid], &event.place);
    event.leave(&["start", "slug", "code"], draft);
}

/// A type that the feed does not have is lost; the general one is no type.
fn kind_of(event: &mut Object<'_>, draft: &mut Draft<'_>) -> SessionKind {
    let Some(name) = event.text("type", draft) else { return SessionKind::default() };
    session_kind(&name).unwrap_or_else(|| {
        draft.lose(LossKind::NoSuchField, &format_args!("{}.type", event.places));
        SessionKind::default()
    })
}

fn end_of(event: &mut Object<'_>, start: Option<Moment>, draft: &mut Draft<'_>) -> Option<Moment> {
    let text = event.text("duration", draft)?;
    let Some(seconds) = duration(&text) else {
        draft.lose(LossKind::UnreadableTime, &event.place_of("duration"));
        return None;
    };
    let zone = draft.time_zone();
    let end = start?.resolve(zone).instant.plus_seconds(seconds);
    Some(match start? {
        Moment::Instant(_, offset) => Moment::Instant(end, offset),
        Moment::Local(_) => Moment::Local(zone.to_local(end)),
    })
}

/// The seconds of `H:MM`, where hours may pass 24, or of `D:HH:MM`: a hundred days at most.
fn duration(text: &str) -> Option<i64> {
    let numbers: Option<Vec<i64>> =
        text.split(':').map(|part| part.parse::<u16>().ok().map(i64::from)).collect();
    let minutes = match numbers?.as_slice() {
        [hours, minutes] => hours * 60 + minutes,
        [days, hours, minutes] => (days * 24 + hours) * 60 + minutes,
        _ => return None,
    };
    (minutes <= 100 * 24 * 60).then_some(minutes * 60)
}

fn people_of(event: &mut Object<'_>, draft: &mut Draft<'_>) -> Vec<AppearanceDocument> {
    let mut people: Vec<AppearanceDocument> = Vec::new();
    for mut person in event.objects("persons", draft) {
        let keys = ["id", "guid", "code"].map(|key| person.text(key, draft));
        let [name, public_name] = ["name", "public_name"].map(|key| person.plain(key, draft));
        let record = PersonDocument {
            name: name.or(public_name).unwrap_or_default(),
            note: person.markdown("biography", draft),
            ..PersonDocument::default()
        };
        let part = person.text("role", draft).map_or(Some(PersonPart::Speaker), |role| person_part(&role));
        if part.is_none() {
            draft.lose(LossKind::NoSuchField, &format_args!("{}.role", person.places));
        }
        let id = match keys.iter().flatten().next() {
            Some(key) => draft.known_person(key).or_else(|| draft.add_person(key, record, &person.place)),
            None => draft.person_named(record.name, &person.place),
        };
        if let Some(person) = id.filter(|id| !people.iter().any(|other| other.person == *id)) {
            people.push(AppearanceDocument { person, part: part.unwrap_or_default() });
        }
        person.leave(&[], draft);
    }
    people
}

fn languages_of(event: &mut Object<'_>, draft: &mut Draft<'_>) -> Option<SessionLanguages> {
    let tag = event.text("language", draft)?;
    let language = draft.language(&tag, &event.place_of("language"))?;
    Some(SessionLanguages { spoken: vec![language], ..SessionLanguages::default() })
}

/// The page of the session, its links and attachments.
fn links_of(event: &mut Object<'_>, draft: &mut Draft<'_>) -> Vec<Resource> {
    let mut links = Vec::new();
    for (key, kind) in [("url", ResourceKind::Document), ("video_download_url", ResourceKind::Recording)] {
        links.extend(event.link(key, draft).map(|url| Resource { kind, url, ..Resource::default() }));
    }
    for key in ["links", "attachments"] {
        for mut link in event.objects(key, draft) {
            let words = [link.text("type", draft), link.text("title", draft)];
            let words = words.iter().flatten().map(|text| &**text).collect::<Vec<_>>().join(" ");
            let title = link.plain("title", draft);
            links.extend(link.link("url", draft).map(|url| Resource {
                kind: resource_kind(&words),
                url,
                title,
                language: None,
            }));
            link.leave(&[], draft);
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn a_duration_may_pass_a_day() {
        for (text, minutes) in [
            ("0:45", Some(45)),
            ("00:05", Some(5)),
            ("26:30", Some(26 * 60 + 30)),
            ("1:02:30", Some(26 * 60 + 30)),
            ("0:90", Some(90)),
            ("45", None),
            ("-1:00", None),
            ("1:-5", None),
            ("9999999999:00", None),
            ("65535:00", None),
            ("1:2:3:4", None),
            (":", None),
            ("", None),
        ] {
            assert_eq!(duration(text), minutes.map(|minutes: i64| minutes * 60), "{text}");
        }
    }
}
