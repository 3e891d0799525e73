//! From the document to the forum: ids become positions, local times instants, and what does not fit is
//! reported and left out.

use std::mem::take;

use super::document::{AppearanceDocument, Document, PersonDocument, SessionDocument};
use super::forum::{Appearance, Forum, OrganizationId, Person, PersonId, Quote, Session, TopicId};
use super::identifier::Identifier;
use super::limits::{PROBLEM_LIMIT, SESSION_LIMIT};
use super::problem::{Problem, ProblemCode, Problems};
use crate::time::{Instant, Moment, Resolved, ResolvedKind, Zone};

/// Turns a document into a forum and adds what was wrong to the problems.
pub fn resolve(document: Document, problems: &mut Problems) -> Forum {
    let mut resolver = Resolver { problems };
    match document.version {
        Some(1) => {}
        Some(_) => resolver.report(ProblemCode::UnknownVersion, "version".into()),
        None => resolver.report_missing("version".into()),
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

    let mut record = document.forum;
    if record.start.zip(record.end).is_some_and(|(start, end)| end < start) {
        resolver.report(ProblemCode::EndBeforeStart, "forum.end".into());
        record.end = None;
    }
    let time_zone = record.time_zone.unwrap_or(Zone::UTC);
    let hosts = resolver.hosts(&organization_ids, &record.hosts);
    let mut resolved_sessions = Vec::with_capacity(sessions.len());
    for (position, record) in sessions.into_iter().enumerate() {
        resolved_sessions.push(resolver.session(position, record, time_zone, &topic_ids, &people_ids));
    }
    drop((people_ids, topic_ids));
    let mut resolved_people = Vec::with_capacity(people.len());
    for (position, record) in people.into_iter().enumerate() {
        resolved_people.push(resolver.person(position, record, &organization_ids));
    }
    drop(organization_ids);
    Forum {
        updated: document.updated.map(|moment| moment.resolve(time_zone).instant),
        time_zone,
        hosts,
        countries,
        organizations,
        people: resolved_people,
        topics,
        sessions: resolved_sessions,
        documents: document.documents,
        outcomes: document.outcomes,
        record,
    }
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

    /// A value that was bad was reported as that.
    fn report_missing(&mut self, path: String) {
        if !self.problems.has(&path) {
            self.report(ProblemCode::MissingField, path);
        }
    }

    /// Keeps the first of several records with one id.
    fn distinct<T>(&mut self, list: &str, mut records: Vec<T>, id: impl Fn(&T) -> &str) -> Vec<T> {
        let mut kept = self.report_repeated(list, records.iter().map(id).collect()).into_iter();
        records.retain(|_| kept.next() != Some(false));
        records
    }

    /// Which of the ids stand there for the first time.
    fn report_repeated(&mut self, list: &str, ids: Vec<&str>) -> Vec<bool> {
        let mut kept = vec![true; ids.len()];
        // All paths first: each report moves the ones behind it.
        let mut paths = Vec::new();
        for position in Index::of(ids).repeated() {
            if let Some(kept) = kept.get_mut(position as usize) {
                *kept = false;
            }
            // The list of problems has a bound, and so has the time that it takes to write one.
            if paths.len() < PROBLEM_LIMIT {
                paths.push(self.problems.path_of(list, position as usize));
            }
        }
        for path in paths {
            self.report(ProblemCode::DuplicateId, path);
        }
        kept
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

    fn hosts(&mut self, index: &Index<'_>, ids: &[Identifier]) -> Vec<OrganizationId> {
        let mut hosts = Vec::new();
        for (position, id) in ids.iter().enumerate() {
            let path = |problems: &Problems| problems.path_of("forum.hosts", position);
            hosts.extend(self.reference(index, id, path).map(OrganizationId));
        }
        hosts
    }

    fn person(&mut self, position: usize, record: PersonDocument, organizations: &Index<'_>) -> Person {
        let organization = record.organization.as_ref().and_then(|id| {
            self.reference(organizations, id, |problems| {
                problems.path_of("people", position) + ".organization"
            })
        });
        Person { record, organization: organization.map(OrganizationId) }
    }

    fn session(
        &mut self,
        position: usize,
        mut record: SessionDocument,
        zone: Zone,
        topics: &Index<'_>,
        people: &Index<'_>,
    ) -> Session {
        let place = |problems: &Problems, field: &str| problems.path_of("sessions", position) + field;
        let start = self.instant(record.start, zone, position, ".start");
        let mut end = self.instant(record.end, zone, position, ".end");
        let previous_start = self.instant(record.previous_start, zone, position, ".previousStart");
        if start.zip(end).is_some_and(|(start, end)| end < start) {
            let path = place(self.problems, ".end");
            self.report(ProblemCode::EndBeforeStart, path);
            end = None;
        }
        let date = record.date.or(start.map(|start| zone.to_local(start).date));
        if date.is_none() {
            let path = place(self.problems, ".date");
            self.report_missing(path);
        }
        let mut about = Vec::new();
        for (item, id) in record.topics.iter().enumerate() {
            let path = |problems: &Problems| problems.path_of(&place(problems, ".topics"), item);
            about.extend(self.reference(topics, id, path).map(TopicId));
        }
        let mut appearances = Vec::new();
        for (item, AppearanceDocument { person, part }) in record.people.iter().enumerate() {
            let path = |problems: &Problems| problems.path_of(&place(problems, ".people"), item) + ".person";
            let person = self.reference(people, person, path).map(PersonId);
            appearances.extend(person.map(|person| Appearance { person, part: *part }));
        }
        let mut quotes = Vec::new();
        for (item, record) in take(&mut record.quotes).into_iter().enumerate() {
            let path = |problems: &Problems| problems.path_of(&place(problems, ".quotes"), item) + ".person";
            let person = record.person.as_ref().and_then(|person| self.reference(people, person, path));
            quotes.push(Quote { record, person: person.map(PersonId) });
        }
        Session { record, date, start, end, previous_start, topics: about, people: appearances, quotes }
    }

    /// The instant of a moment of a session; a local time that clocks never showed, or showed twice, is reported.
    fn instant(
        &mut self,
        moment: Option<Moment>,
        zone: Zone,
        position: usize,
        field: &str,
    ) -> Option<Instant> {
        let Resolved { instant, kind } = moment?.resolve(zone);
        let code = match kind {
            ResolvedKind::Exact => return Some(instant),
            ResolvedKind::Gap => ProblemCode::TimeInGap,
            ResolvedKind::Overlap => ProblemCode::TimeInOverlap,
        };
        let path = self.problems.path_of("sessions", position) + field;
        self.report(code, path);
        Some(instant)
    }
}
