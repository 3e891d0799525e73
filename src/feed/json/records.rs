use std::borrow::Cow;

use super::Error;
use super::reader::Reader;
use crate::feed::document::Document;
use crate::feed::limits::LANGUAGE_LIMIT;
use crate::feed::problem::{Problem, ProblemCode, Problems};
use crate::feed::record::{Blank, Field, List, Record, Slot};
use crate::feed::text::Text;
use crate::locale::trimmed;

/// How many bad values a record may have before it is left out.
const REPAIR_LIMIT: usize = 100;

/// Reads a feed; the problems are those that were survived.
///
/// # Errors
/// The problem that ended the reading, and the byte at which it did: the text is not JSON, or not an object.
pub fn read(text: &str) -> Result<(Document, Problems), (Problem, usize)> {
    let mut reader = Reader::new(text);
    match reader.document() {
        Ok(document) => Ok((document, reader.problems)),
        Err(error) => Err((reader.failure(&error), reader.position())),
    }
}

/// The keys of a record with their positions. As bytes: looking for a letter in a text takes four times as long.
fn numbered(keys: &'static str) -> impl Iterator<Item = (usize, &'static [u8])> {
    keys.as_bytes().split(|byte| *byte == b'\n').enumerate()
}

/// A key of a text as a language tag: in lower case, and with a hyphen where people write `es_CR`.
fn tag_of(key: &str) -> String {
    let tag = key.bytes().map(|byte| if byte == b'_' { b'-' } else { byte.to_ascii_lowercase() });
    String::from_utf8(tag.collect()).unwrap_or_default()
}

impl Reader<'_> {
    fn document(&mut self) -> Result<Document, Error> {
        let mut document = Document::default();
        let mut forum = None;
        let mut count = 0;
        self.open(b'{')?;
        while let Some(key) = self.key(&mut count)? {
            self.enter(key.clone());
            match &*key {
                "version" => self.read_record(&mut document.version)?,
                "updated" => self.read_record(&mut document.updated)?,
                "forum" => self.read_record(&mut forum)?,
                "countries" => self.records(document.countries.slot())?,
                "organizations" => self.records(document.organizations.slot())?,
                "people" => self.records(document.people.slot())?,
                "topics" => self.records(document.topics.slot())?,
                "sessions" => self.records(document.sessions.slot())?,
                "documents" => self.records(document.documents.slot())?,
                "outcomes" => self.records(document.outcomes.slot())?,
                _ => self.skip()?,
            }
            self.leave();
        }
        self.close(b'}')?;
        self.end()?;
        document.forum = forum.unwrap_or_default();
        Ok(document)
    }

    /// A list of records, without those that cannot be read.
    fn records(&mut self, slot: Slot<'_>) -> Result<(), Error> {
        let Slot::List(list) = slot else { return self.skip() };
        if self.is_other_than(b'[')? {
            return Ok(());
        }
        let mut count = 0;
        self.open(b'[')?;
        while self.next_item(&mut count)? {
            self.read_record(list)?;
            self.leave();
        }
        self.close(b']')
    }

    /// Adds a record to a list, without the values in it that cannot be read; nothing where it cannot do without one of them.
    pub(super) fn read_record(&mut self, list: &mut dyn List) -> Result<(), Error> {
        let start = self.begin();
        for _ in 0..REPAIR_LIMIT {
            if self.value(list.push()).is_ok() {
                return Ok(());
            }
            list.pop();
            if self.give_up(&start)? {
                return Ok(());
            }
        }
        self.lose(&start)
    }

    // What follows does not know any type of record, so that it is compiled once.
    fn value(&mut self, slot: Slot<'_>) -> Result<(), Error> {
        match slot {
            Slot::Leaf(leaf) => leaf.read(self),
            Slot::Word(word) => self.placed(|reader| Ok(word.set(trimmed(&reader.string()?))?)),
            Slot::Text(text) => self.placed(|reader| reader.text(text)),
            Slot::Record(record) => self.placed(|reader| reader.fields(record)),
            Slot::List(list) => self.placed(|reader| reader.items(list)),
        }
    }

    fn text(&mut self, text: &mut Text) -> Result<(), Error> {
        if !self.is_object() {
            *text = Text::plain(&self.string()?);
            return Ok(());
        }
        let mut translations: Vec<(String, Cow<'_, str>)> = Vec::new();
        let mut count = 0;
        self.open(b'{')?;
        while let Some(key) = self.key(&mut count)? {
            if count > LANGUAGE_LIMIT {
                return Err(ProblemCode::TooMany.into());
            }
            self.enter(key.clone());
            let translation = self.placed(Reader::string)?;
            self.leave();
            let tag = tag_of(&key);
            // Of two in one language the last counts, as of any two with one key.
            match translations.iter_mut().find(|(known, _)| *known == tag) {
                Some((_, known)) => *known = translation,
                None => translations.push((tag, translation)),
            }
        }
        *text = Text::of(&translations);
        if text.is_blank() {
            return Err(ProblemCode::MissingField.into());
        }
        self.close(b'}')
    }

    fn fields(&mut self, record: &mut dyn Record) -> Result<(), Error> {
        let keys = record.keys();
        // Most records have their keys in the same order: looked for is behind the last one first.
        let mut ahead = numbered(keys);
        let mut count = 0;
        self.open(b'{')?;
        while let Some(key) = self.key(&mut count)? {
            let is_it = |(_, own): &(usize, &[u8])| *own == key.as_bytes();
            let found = ahead.find(is_it).or_else(|| {
                ahead = numbered(keys);
                ahead.find(is_it)
            });
            let slot = found.and_then(|(position, _)| record.slot(position));
            self.enter(key);
            match slot {
                Some(slot) => self.value(slot),
                None => self.skip(),
            }?;
            self.leave();
        }
        match record.missing() {
            Some(key) => Err(Error::missing(key)),
            None => self.close(b'}'),
        }
    }

    fn items(&mut self, list: &mut dyn List) -> Result<(), Error> {
        let mut count = 0;
        self.open(b'[')?;
        while self.next_item(&mut count)? {
            self.value(list.push())?;
            self.leave();
        }
        self.close(b']')
    }
}
