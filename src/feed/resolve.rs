//! From the document to the forum: ids become positions, local times instants, and what does not fit is
//! reported and left out.

use super::document::{
    AppearanceDocument, Document, Identifier, PersonDocument, QuoteDocument, SessionDocument,
};
use super::forum::{Appearance, Forum, OrganizationId, Person, PersonId, Quote, Session, TopicId};
use super::problem::{Problem, ProblemCode, Problems};
use super::terms::{PersonPart, SessionKind, Status};
use crate::time::{Instant, Moment, Zone};

/// The most sessions that are kept.
pub const SESSION_LIMIT: usize = 10_000;

/// Turns a document into a forum and adds what was wrong to the problems.
pub fn resolve(document: Document, problems: &mut Problems) -> Forum {
    let mut resolver = Resolver { problems };
    if document.version != Some(1) {
        resolver.report(ProblemCode::UnknownVersion, "version".into());
    }
    let organizations = resolver.distinct("organizations", document.organizations, |record| &record.id.0);
    let topics = resolver.distinct("topics", document.topics, |record| &record.id.0);
    let people = resolver.distinct("people", document.people, |record| &record.id.0);
    let countries = resolver.distinct("countries", document.countries, |record| record.code.as_str());
    let mut sessions = resolver.distinct("sessions", document.sessions, |record| &record.id.0);
    if sessions.len() > SESSION_LIMIT {
        resolver.report(ProblemCode::TooMany, "sessions".into());
        sessions.truncate(SESSION_LIMIT);
    }

    let organization_ids = Index::of(organizations.iter().map(|record| record.id.0.as_str()).collect());
    let people_ids = Index::of(people.iter().map(|record| record.id.0.as_str()).collect());
    let topic_ids = Index::of(topics.iter().map(|record| record.id.0.as_str()).collect());

    let head = document.forum;
    let zone = head.time_zone.unwrap_or(Zone::UTC);
    let hosts = resolver.references(&organization_ids, &head.hosts, "forum.hosts");
    let sessions = sessions
        .into_iter()
        .enumerate()
        .map(|(position, session)| resolver.session(position, session, zone, &topic_ids, &people_ids))
        .collect();
    drop((people_ids, topic_ids));
    let people = people
        .into_iter()
        .enumerate()
        .map(|(position, person)| resolver.person(position, person, &organization_ids))
        .collect();
    drop(organization_ids);
    Forum {
        id: head.id.map(|id| id.0).unwrap_or_default(),
        updated: document.updated.map(|moment| instant(moment, zone)),
        name: head.name,
        theme: head.theme,
        summary: head.summary,
        url: head.url,
        status: head.status,
        time_zone: zone,
        start: head.start,
        end: head.end,
        mode: head.mode,
        venue: head.venue,
        hosts: hosts.into_iter().map(OrganizationId).collect(),
        attribution: head.attribution,
        contact: head.contact,
        countries,
        organizations,
        people,
        topics,
        sessions,
    }
}

fn instant(moment: Moment, zone: Zone) -> Instant {
    moment.resolve(zone).instant
}

/// Positions by id: a sorted list, since a hash map costs more bytes than it saves time here.
struct Index<'a>(Vec<(&'a str, u32)>);

impl<'a> Index<'a> {
    fn of(ids: Vec<&'a str>) -> Index<'a> {
        let mut entries: Vec<_> = ids.into_iter().zip(0..).collect();
        entries.sort_unstable();
        Index(entries)
    }

    fn find(&self, id: &str) -> Option<u32> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        self.0.get(at).map(|(_, position)| *position)
    }

    /// The positions of all but the first of those with one id, in order.
    fn repeated(&self) -> Vec<u32> {
        let mut repeated = Vec::new();
        let mut last = None;
        for (id, position) in &self.0 {
            if last == Some(id) {
                repeated.push(*position);
            }
            last = Some(id);
        }
        repeated.sort_unstable();
        repeated
    }
}

struct Resolver<'a> {
    problems: &'a mut Problems,
}

impl Resolver<'_> {
    fn report(&mut self, code: ProblemCode, path: String) {
        self.problems.push(Problem::at(code, path));
    }

    /// Keeps the first of several records with one id.
    fn distinct<T>(&mut self, list: &str, mut records: Vec<T>, id: impl Fn(&T) -> &str) -> Vec<T> {
        let repeated = Index::of(records.iter().map(id).collect()).repeated();
        if !repeated.is_empty() {
            self.report_repeated(list, &repeated);
            let mut positions = 0..;
            records.retain(|_| {
                positions.next().is_some_and(|position| repeated.binary_search(&position).is_err())
            });
        }
        records
    }

    fn report_repeated(&mut self, list: &str, repeated: &[u32]) {
        // All paths first: each report moves the ones behind it.
        let paths: Vec<String> =
            repeated.iter().map(|position| self.problems.path_of(list, *position as usize)).collect();
        for path in paths {
            self.report(ProblemCode::DuplicateId, path);
        }
    }

    fn reference(
        &mut self,
        index: &Index<'_>,
        id: &Identifier,
        path: impl FnOnce(&Problems) -> String,
    ) -> Option<u32> {
        let found = index.find(&id.0);
        if found.is_none() {
            let path = path(self.problems);
            self.report(ProblemCode::UnknownReference, path);
        }
        found
    }

    fn references(&mut self, index: &Index<'_>, ids: &[Identifier], list: &str) -> Vec<u32> {
        let mut found = Vec::new();
        for (position, id) in ids.iter().enumerate() {
            found.extend(self.reference(index, id, |problems| problems.path_of(list, position)));
        }
        found
    }

    fn person(&mut self, position: usize, person: PersonDocument, organizations: &Index<'_>) -> Person {
        let organization = person.organization.and_then(|id| {
            self.reference(organizations, &id, |problems| {
                problems.path_of("people", position) + ".organization"
            })
        });
        Person {
            id: person.id.0,
            name: person.name,
            honorific: person.honorific,
            role: person.role,
            country: person.country,
            organization: organization.map(OrganizationId),
            level: person.level,
            mode: person.mode,
            protocol: person.protocol,
            note: person.note,
        }
    }

    fn session(
        &mut self,
        position: usize,
        session: SessionDocument,
        zone: Zone,
        topics: &Index<'_>,
        people: &Index<'_>,
    ) -> Session {
        let place = |problems: &Problems, field: &str| problems.path_of("sessions", position) + field;
        let start = session.start.map(|moment| instant(moment, zone));
        let date = session.date.or(start.map(|start| zone.to_local(start).date));
        if date.is_none() {
            let path = place(self.problems, ".date");
            self.report(ProblemCode::MissingField, path);
        }
        let mut about = Vec::new();
        for (item, id) in session.topics.iter().enumerate() {
            let topic =
                self.reference(topics, id, |problems| problems.path_of(&place(problems, ".topics"), item));
            about.extend(topic.map(TopicId));
        }
        let mut appearances = Vec::new();
        for (item, AppearanceDocument { person, part }) in session.people.into_iter().enumerate() {
            let path = |problems: &Problems| problems.path_of(&place(problems, ".people"), item) + ".person";
            let person = self.reference(people, &person, path).map(PersonId);
            let part = part.unwrap_or(PersonPart::Speaker);
            appearances.extend(person.map(|person| Appearance { person, part }));
        }
        let mut quotes = Vec::new();
        for (item, QuoteDocument { person, text }) in session.quotes.into_iter().enumerate() {
            let path = |problems: &Problems| problems.path_of(&place(problems, ".quotes"), item) + ".person";
            let person = person.and_then(|person| self.reference(people, &person, path)).map(PersonId);
            quotes.push(Quote { person, text });
        }
        Session {
            id: session.id.0,
            number: session.number,
            kind: session.kind.unwrap_or(SessionKind::Session),
            title: session.title,
            summary: session.summary,
            date,
            start,
            end: session.end.map(|moment| instant(moment, zone)),
            room: session.room,
            topics: about,
            countries: session.countries,
            people: appearances,
            status: session.status.unwrap_or(Status::Scheduled),
            quotes,
            note: session.note,
        }
    }
}
