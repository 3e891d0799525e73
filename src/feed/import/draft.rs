//! What every importer needs to put a feed together: texts, times, links, ids, and the list of what was lost.
//!
//! A place is anything that can be written (`&"forum.name"`, `&format_args!("line {line}: URL")`): it becomes a text
//! only where something is lost.

use std::collections::HashSet;
use std::fmt::Display;

use super::ids::{Ids, key_of, slug};
use super::texts::first;
use super::{Import, ImportError, Loss, LossKind, Options, Setting, plain_text};
use crate::feed::document::{Document, PersonDocument, SessionDocument, Topic};
use crate::feed::identifier::Identifier;
use crate::feed::language_tag::LanguageTag;
use crate::feed::limits::{LENGTH_LIMIT, SESSION_LIMIT};
use crate::feed::link::Link;
use crate::feed::record::Blank;
use crate::feed::text::{Text, cleaned};
use crate::time::{Date, Moment, Resolved, ResolvedKind, Zone};

/// How many losses are kept: enough to judge an import by, and a bound for an input that is hostile.
pub const LOSS_LIMIT: usize = 1_000;

/// How many people, topics and organizations there may be: more than any programme has, and a bound as well.
pub const RECORD_LIMIT: usize = 50_000;

/// A feed in the making.
pub struct Draft<'a> {
    /// What is in it so far. Sessions, people and topics are added by the functions below, which give them their ids.
    pub document: Document,
    options: &'a Options,
    time_zone: Option<Zone>,
    /// Whether there were more records than a list may have: then [`Draft::finish`] fails.
    pub too_large: bool,
    losses: Vec<Loss>,
    reported: HashSet<Loss>,
    session_ids: Ids,
    person_ids: Ids,
    topic_ids: Ids,
}

impl<'a> Draft<'a> {
    /// An empty one.
    pub fn new(options: &'a Options) -> Draft<'a> {
        Draft {
            document: Document { version: Some(1), ..Document::default() },
            time_zone: options.time_zone,
            options,
            too_large: false,
            losses: Vec::new(),
            reported: HashSet::new(),
            session_ids: Ids::default(),
            person_ids: Ids::default(),
            topic_ids: Ids::default(),
        }
    }

    /// Reports a loss: once for each place, and the first [`LOSS_LIMIT`] of them.
    pub fn lose(&mut self, kind: LossKind, place: &dyn Display) {
        if self.losses.len() < LOSS_LIMIT {
            let loss = Loss { kind, place: place.to_string() };
            if self.reported.insert(loss.clone()) {
                self.losses.push(loss);
            }
        }
    }

    /// A text in the language of the options; nothing where nothing visible is in it.
    pub fn text(&mut self, text: &str, place: &dyn Display) -> Option<Text> {
        let text = self.kept(text, place);
        let tag = self.options.language.as_ref().map_or("", LanguageTag::as_str);
        (!text.is_empty()).then(|| Text::of(&[(tag.into(), text)]))
    }

    /// Markdown, HTML among it, as [`Draft::text`].
    pub fn markdown(&mut self, markdown: &str, place: &dyn Display) -> Option<Text> {
        self.plain(&plain_text::of_markdown(markdown), place)
    }

    /// What was marked up, as [`Draft::text`].
    pub fn plain(&mut self, plain: &plain_text::PlainText, place: &dyn Display) -> Option<Text> {
        if plain.markup {
            self.lose(LossKind::Markup, place);
        }
        self.text(&plain.text, place)
    }

    /// Several texts, each in one language, as paragraphs of one. What repeats another, or the title above them, goes.
    pub fn paragraphs(&mut self, title: &Text, parts: &[Option<Text>], place: &dyn Display) -> Option<Text> {
        let mut kept: Vec<&str> = Vec::new();
        for part in parts.iter().flatten().map(first) {
            if part != first(title) && !kept.contains(&part) {
                kept.push(part);
            }
        }
        self.text(&kept.join("\n\n"), place)
    }

    /// A text in several languages, by tags in any case and with `-` or `_`. Of two with one tag the first counts; one
    /// whose tag is none is kept without a language where it is the only one.
    pub fn translations<'t>(
        &mut self,
        texts: impl IntoIterator<Item = (&'t str, &'t str)>,
        place: &dyn Display,
    ) -> Option<Text> {
        let mut kept: Vec<(String, String)> = Vec::new();
        for (tag, text) in texts {
            let place = format_args!("{place}.{}", start_of(tag));
            let text = self.kept(text, &place);
            let tag = self.language(tag, &place).map(|tag| tag.as_str().to_owned()).unwrap_or_default();
            if !text.is_empty() && !kept.iter().any(|(other, _)| other.eq_ignore_ascii_case(&tag)) {
                kept.push((tag, text));
            }
        }
        if kept.len() > 1 {
            kept.retain(|(tag, _)| !tag.is_empty());
        }
        (!kept.is_empty()).then(|| Text::of(&kept))
    }

    /// What a feed keeps of a text.
    fn kept(&mut self, text: &str, place: &dyn Display) -> String {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if text.trim().chars().nth(LENGTH_LIMIT).is_some() {
            self.lose(LossKind::CutText, place);
        }
        cleaned(&text).into_owned()
    }

    /// A language by its tag, with `-` or `_`.
    pub fn language(&mut self, tag: &str, place: &dyn Display) -> Option<LanguageTag> {
        // RFC 5646 2.2.1 keeps longer primary subtags for later: what has one is the name of a language.
        let language = LanguageTag::parse(&tag.trim().replace('_', "-"))
            .filter(|tag| tag.as_str().split('-').next().is_some_and(|primary| primary.len() <= 3));
        if language.is_none() {
            self.lose(LossKind::UnknownName, place);
        }
        language
    }

    /// A date with a time, with an offset or without.
    pub fn moment(&mut self, text: &str, place: &dyn Display) -> Option<Moment> {
        let moment = Moment::parse(text.trim());
        if moment.is_none() {
            self.lose(LossKind::UnreadableTime, place);
        }
        moment
    }

    /// A day; of a date with a time, the day as it is written.
    pub fn date(&mut self, text: &str, place: &dyn Display) -> Option<Date> {
        let text = text.trim();
        let day = if Moment::parse(text).is_some() { text.get(..10).unwrap_or_default() } else { text };
        let date = Date::parse(day);
        if date.is_none() {
            self.lose(LossKind::UnreadableTime, place);
        }
        date
    }

    /// An absolute address of the web.
    pub fn link(&mut self, address: &str, place: &dyn Display) -> Option<Link> {
        let link = Link::parse(address.trim());
        if link.is_none() {
            self.lose(LossKind::UnusableLink, place);
        }
        link
    }

    /// The zone that the input names; that of the options comes first. To be set before any session is added.
    pub fn set_time_zone(&mut self, name: &str, place: &dyn Display) {
        let zone = Zone::named(name.trim());
        if zone.is_none() && self.time_zone.is_none() {
            self.lose(LossKind::UnknownName, place);
        }
        self.time_zone = self.options.time_zone.or(zone);
    }

    /// Whether the zone of the forum is known.
    pub fn has_time_zone(&self) -> bool {
        self.time_zone.is_some()
    }

    /// The zone of the forum, UTC while none is known: then [`Draft::finish`] fails.
    pub fn time_zone(&self) -> Zone {
        self.time_zone.unwrap_or(Zone::UTC)
    }

    /// The topic that the input calls `key`; at its first mention it is added under its name.
    pub fn topic(&mut self, key: &str, name: &Text) -> Identifier {
        if let Some(id) = self.topic_ids.of_key(key) {
            return id;
        }
        if self.document.topics.len() >= RECORD_LIMIT {
            self.too_large = true;
            return Identifier::default();
        }
        let id = self.topic_ids.give(&[&slug(first(name))], "topic");
        self.topic_ids.remember(key, &id);
        self.document.topics.push(Topic { id: id.clone(), name: name.clone() });
        id
    }

    /// The topic of a name, which may be in several languages; added at its first mention.
    pub fn topic_named(&mut self, name: &Text) -> Identifier {
        self.topic(first(name), name)
    }

    /// The id of the person whom the input calls `key`.
    pub fn known_person(&self, key: &str) -> Option<Identifier> {
        self.person_ids.of_key(key)
    }

    /// Adds a person whom the input calls `key`, which becomes the id. Of two with one key the first counts.
    pub fn add_person(
        &mut self,
        key: &str,
        person: PersonDocument,
        place: &dyn Display,
    ) -> Option<Identifier> {
        self.add(key, &[key, &slug(first(&person.name))], person, place)
    }

    /// Adds a person whom the input calls by the name, with a slug of it as the id. Of two with one name the first counts.
    pub fn add_named_person(&mut self, person: PersonDocument, place: &dyn Display) -> Option<Identifier> {
        let name = first(&person.name);
        self.add(&key_of(name), &[&slug(name)], person, place)
    }

    fn add(
        &mut self,
        key: &str,
        ids: &[&str],
        person: PersonDocument,
        place: &dyn Display,
    ) -> Option<Identifier> {
        if person.name.is_blank() {
            self.lose(LossKind::IncompleteRecord, place);
            return None;
        }
        if let Some(id) = self.person_ids.of_key(key) {
            self.lose(LossKind::RepeatedId, place);
            return Some(id);
        }
        if self.document.people.len() >= RECORD_LIMIT {
            self.too_large = true;
            return None;
        }
        let id = self.person_ids.give(ids, "person");
        self.person_ids.remember(key, &id);
        self.document.people.push(PersonDocument { id: id.clone(), ..person });
        Some(id)
    }

    /// The person of a name; added at its first mention, with a slug of the name as the id.
    pub fn person_named(&mut self, name: Text, place: &dyn Display) -> Option<Identifier> {
        let known = self.known_person(&key_of(first(&name)));
        known.or_else(|| self.add_named_person(PersonDocument { name, ..PersonDocument::default() }, place))
    }

    /// Adds a session under the first of the ids that is free, or else a slug of its title. Its date is put in, and an
    /// end before its start taken out. More than [`SESSION_LIMIT`] are too many.
    pub fn add_session(&mut self, mut session: SessionDocument, ids: &[&str], place: &dyn Display) {
        if self.document.sessions.len() >= SESSION_LIMIT {
            self.too_large = true;
            return;
        }
        session.start = self.on_the_clock(session.start, &format_args!("{place}: start"));
        session.end = self.on_the_clock(session.end, &format_args!("{place}: end"));
        session.previous_start =
            self.on_the_clock(session.previous_start, &format_args!("{place}: previousStart"));
        session.date = self.day(&session);
        if session.title.is_blank() || session.date.is_none() {
            self.lose(LossKind::IncompleteRecord, place);
            return;
        }
        let zone = self.time_zone();
        let [start, end] =
            [session.start, session.end].map(|moment| moment.map(|at| at.resolve(zone).instant));
        if start.zip(end).is_some_and(|(start, end)| end < start) {
            self.lose(LossKind::UnreadableTime, &format_args!("{place}: end"));
            session.end = None;
        }
        if ids.iter().find(|id| !id.is_empty()).is_some_and(|id| self.session_ids.is_taken(id)) {
            self.lose(LossKind::RepeatedId, place);
        }
        let slug = slug(first(&session.title));
        session.id = self.session_ids.give(ids, if slug.is_empty() { "session" } else { &slug });
        self.document.sessions.push(session);
    }

    /// A time; where the clocks of the forum never or twice show a local one, the instant that a reader would take it for.
    fn on_the_clock(&mut self, moment: Option<Moment>, place: &dyn Display) -> Option<Moment> {
        let zone = self.time_zone();
        let Resolved { instant, kind } = moment?.resolve(zone);
        if kind == ResolvedKind::Exact {
            return moment;
        }
        self.lose(LossKind::UnreadableTime, place);
        Some(Moment::Instant(instant, zone.offset_at(instant)))
    }

    /// The day of a session: the one under which the input lists it, if it is that of its start, or the one before and it
    /// starts before noon, since what begins after midnight is listed so; else that of its start; else that of a forum of
    /// one day.
    fn day(&self, session: &SessionDocument) -> Option<Date> {
        let start = session.start.map(|start| match start {
            Moment::Local(local) => local,
            Moment::Instant(instant, _) => self.time_zone().to_local(instant),
        });
        let listed = session.date.filter(|listed| {
            start.is_none_or(|start| match start.date.days_since_epoch() - listed.days_since_epoch() {
                0 => true,
                1 => start.time.hour() < 12,
                _ => false,
            })
        });
        let forum = &self.document.forum;
        let only_day = forum.start.filter(|start| forum.end == Some(*start));
        listed.or(start.map(|start| start.date)).or(only_day)
    }

    /// The feed, with a name, a zone, an id and its days.
    ///
    /// # Errors
    /// [`ImportError::TooLarge`] with too many records; [`ImportError::Empty`] without one; [`ImportError::Missing`] for
    /// what neither the input nor the options say.
    pub fn finish(mut self) -> Result<Import, ImportError> {
        if self.too_large {
            return Err(ImportError::TooLarge);
        }
        let days = || self.document.sessions.iter().filter_map(|session| session.date);
        let (Some(first_day), Some(last_day)) = (days().min(), days().max()) else {
            return Err(ImportError::Empty);
        };
        if let Some(name) = &self.options.name {
            self.document.forum.name = self.text(name, &"name");
        }
        let forum = &mut self.document.forum;
        let name = forum.name.as_ref().ok_or(ImportError::Missing(Setting::Name))?;
        forum.time_zone = Some(self.time_zone.ok_or(ImportError::Missing(Setting::TimeZone))?);
        let given = self.options.id.as_deref().and_then(Identifier::parse);
        let own = forum.id.take().unwrap_or_else(|| Ids::default().give(&[&slug(first(name))], "forum"));
        forum.id = Some(given.unwrap_or(own));
        // What the input states stands, though a session lie outside, such as a day until which papers are taken.
        let start = forum.start.unwrap_or(forum.end.map_or(first_day, |end| end.min(first_day)));
        forum.start = Some(start);
        forum.end = Some(forum.end.unwrap_or(last_day).max(start));
        Ok(Import { document: self.document, losses: self.losses })
    }
}

/// What is shown of a key of the input, which may be of any length.
pub fn start_of(key: &str) -> &str {
    key.char_indices().nth(60).and_then(|(end, _)| key.get(..end)).unwrap_or(key)
}
