//! Events as the forum and its sessions.

use std::collections::HashSet;

use super::Programme;
use super::reader::Reader;
use super::thing::Thing;
use super::times::{self, When};
use crate::feed::document::{Resource, SessionDocument, SessionLanguages};
use crate::feed::identifier::Identifier;
use crate::feed::import::LossKind;
use crate::feed::import::draft::Draft;
use crate::feed::import::ids::key_of;
use crate::feed::import::texts::first;
use crate::feed::import::vocabulary::resource_kind;
use crate::feed::terms::{ForumMode, ResourceKind, Status};
use crate::time::{Date, Moment};

/// What only a forum has, for a session that is one as well.
const OF_FORUM: [&str; 3] = ["eventAttendanceMode", "eventSchedule", "superEvent"];

impl Reader<'_> {
    /// Reads all events: each once, with those under it behind it.
    pub fn read(&mut self, programme: Programme<'_>) {
        let Programme { forum, mut sessions } = programme;
        sessions.reverse();
        let mut known = HashSet::new();
        let alone = forum.as_ref().map(Thing::again);
        if let Some(mut forum) = forum {
            self.read_forum(&mut forum);
            // One event alone is both, and is left as a session.
            let is_session = sessions.iter().any(|session| session.identity() == forum.identity());
            if !is_session {
                known.insert(forum.identity());
                sessions.extend(forum.things("subEvent").into_iter().rev());
                forum.leave(&["superEvent"], &mut self.draft);
            }
        }
        // A stack and not a recursion, since references may lie as deep as a text is long.
        while let Some(mut session) = sessions.pop() {
            if known.insert(session.identity()) {
                self.read_session(&mut session);
                sessions.extend(session.things("subEvent").into_iter().rev());
                session.leave(&OF_FORUM, &mut self.draft);
            }
        }
        // What is under it may be nothing to show.
        if let Some(mut forum) = alone.filter(|_| self.draft.document.sessions.is_empty()) {
            self.read_session(&mut forum);
        }
    }

    fn read_forum(&mut self, event: &mut Thing<'_>) {
        let draft = &mut self.draft;
        for mut schedule in event.things("eventSchedule") {
            if let Some((zone, place)) = schedule.word("scheduleTimezone", draft) {
                draft.set_time_zone(&zone, &place);
            }
            draft.lose(LossKind::Recurrence, &schedule.place());
        }
        draft.document.forum.id = event.word("identifier", draft).and_then(|(id, _)| Identifier::parse(&id));
        draft.document.forum.name = event.text("name", draft);
        draft.document.forum.summary = event.text("description", draft);
        draft.document.forum.url = event.links("url", draft).into_iter().next().map(|(link, _)| link);
        draft.document.forum.status = status_of(event, draft);
        draft.document.forum.mode = mode_of(event, draft);
        draft.document.forum.languages = event.languages("inLanguage", draft);
        draft.document.forum.start = day_of(event, "startDate", draft);
        draft.document.forum.end = day_of(event, "endDate", draft);
        let (venue, streams) = super::places::venue(event, draft);
        draft.document.forum.venue = venue;
        draft.document.documents.extend(streams);
        self.read_hosts(event);
        // Who performs is in the feed as a person, though of no session.
        self.performers(event);
    }

    fn read_session(&mut self, event: &mut Thing<'_>) {
        let people = self.performers(event);
        self.check_organizers(event);
        let draft = &mut self.draft;
        let start = times::when(event, "startDate", draft);
        let (room, mut links) = super::places::room(event, draft);
        links.extend(links_of(event, draft));
        let spoken = event.languages("inLanguage", draft);
        let previous = times::when(event, "previousStartDate", draft);
        // The feed has a time there.
        if previous.and_then(When::day).is_some() {
            draft.lose(LossKind::NoSuchField, &event.place_of("previousStartDate"));
        }
        let session = SessionDocument {
            title: event.text("name", draft).unwrap_or_default(),
            summary: event.text("description", draft),
            date: start.and_then(When::day),
            start: start.and_then(When::moment),
            end: end_of(event, start, draft),
            room,
            topics: topics_of(event, draft),
            people,
            languages: (!spoken.is_empty())
                .then(|| SessionLanguages { spoken, ..SessionLanguages::default() }),
            status: status_of(event, draft).unwrap_or_default(),
            previous_start: previous.and_then(When::moment),
            links,
            ..SessionDocument::default()
        };
        let [identifier, id] = ["identifier", "@id"].map(|key| {
            let id = event.word(key, draft).map(|(id, _)| id).unwrap_or_default();
            // The names of nodes that have none change from one export to the next (JSON-LD 1.1, 4.5.1).
            if id.starts_with("_:") { String::new() } else { id }
        });
        draft.add_session(session, &[&identifier, &id], &event.place());
    }
}

/// The day on which the forum begins or ends.
fn day_of(event: &mut Thing<'_>, key: &'static str, draft: &mut Draft<'_>) -> Option<Date> {
    let zone = draft.time_zone();
    times::when(event, key, draft).map(|when| when.date(zone))
}

fn status_of(event: &mut Thing<'_>, draft: &mut Draft<'_>) -> Option<Status> {
    let (word, place) = event.term("eventStatus", draft)?;
    match &*word {
        "EventScheduled" => Some(Status::Scheduled),
        "EventCancelled" => Some(Status::Cancelled),
        "EventPostponed" => Some(Status::Postponed),
        "EventRescheduled" => Some(Status::Moved),
        // At the same time, but elsewhere.
        "EventMovedOnline" => {
            draft.lose(LossKind::NoSuchField, &place);
            Some(Status::Scheduled)
        }
        _ => {
            draft.lose(LossKind::UnreadableValue, &place);
            None
        }
    }
}

fn mode_of(event: &mut Thing<'_>, draft: &mut Draft<'_>) -> Option<ForumMode> {
    let (word, place) = event.term("eventAttendanceMode", draft)?;
    match &*word {
        "OfflineEventAttendanceMode" => Some(ForumMode::InPerson),
        "OnlineEventAttendanceMode" => Some(ForumMode::Online),
        "MixedEventAttendanceMode" => Some(ForumMode::Hybrid),
        _ => {
            draft.lose(LossKind::UnreadableValue, &place);
            None
        }
    }
}

/// The end, by `endDate` or by `duration`.
fn end_of(event: &mut Thing<'_>, start: Option<When>, draft: &mut Draft<'_>) -> Option<Moment> {
    let zone = draft.time_zone();
    let end = times::when(event, "endDate", draft);
    let duration = times::duration(event, draft);
    match end {
        Some(When::Moment(end)) => Some(end),
        // A session has one day.
        Some(When::Day(day)) => {
            if start.is_some_and(|start| start.date(zone) != day) {
                draft.lose(LossKind::NoSuchField, &event.place_of("endDate"));
            }
            None
        }
        None => match (start?.moment()?, duration?) {
            (Moment::Instant(start, offset), seconds) => {
                Some(Moment::Instant(start.plus_seconds(seconds), offset))
            }
            (start @ Moment::Local(_), seconds) => {
                let end = start.resolve(zone).instant.plus_seconds(seconds);
                Some(Moment::Local(zone.to_local(end)))
            }
        },
    }
}

fn topics_of(event: &mut Thing<'_>, draft: &mut Draft<'_>) -> Vec<Identifier> {
    let mut topics = Vec::new();
    let mut known = HashSet::new();
    for key in ["about", "keywords"] {
        for placed in event.values(key) {
            let names: Vec<_> = if let Some(mut thing) = event.thing(&placed) {
                thing.text("name", draft).into_iter().collect()
            } else {
                let words = placed.0.as_str().unwrap_or_default().split(',');
                words.filter_map(|word| event.plain(word, &placed.1, draft)).collect()
            };
            if names.is_empty() {
                draft.lose(LossKind::UnreadableValue, &placed.1);
            }
            for name in names {
                let topic = draft.topic(&key_of(first(&name)), &name);
                if known.insert(topic.0.clone()) {
                    topics.push(topic);
                }
            }
        }
    }
    topics
}

/// What an event links to: its own page, recordings and works.
fn links_of(event: &mut Thing<'_>, draft: &mut Draft<'_>) -> Vec<Resource> {
    let mut links = Vec::new();
    for key in ["url", "recordedIn", "workFeatured", "workPerformed", "subjectOf"] {
        for (url, thing) in event.links(key, draft) {
            let mut resource = Resource { url, ..Resource::default() };
            if let Some(mut thing) = thing {
                resource.title = thing.text("name", draft);
                resource.language = thing.languages("inLanguage", draft).into_iter().next();
            }
            resource.kind = match key {
                "recordedIn" => ResourceKind::Recording,
                _ => resource.title.as_ref().map(|title| resource_kind(first(title))).unwrap_or_default(),
            };
            links.push(resource);
        }
    }
    links
}
