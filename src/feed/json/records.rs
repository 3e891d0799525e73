use serde::de::DeserializeOwned;

use super::Error;
use super::deserializer::Reader;
use crate::feed::document::Document;
use crate::feed::problem::{Problem, Problems};

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

impl Reader<'_> {
    fn document(&mut self) -> Result<Document, Error> {
        let mut document = Document::default();
        let mut count = 0;
        self.open(b'{')?;
        while let Some(key) = self.key(&mut count)? {
            self.enter(key.clone());
            match &*key {
                "version" => document.version = self.record()?,
                "updated" => document.updated = self.record()?,
                "forum" => document.forum = self.record()?.unwrap_or_default(),
                "countries" => document.countries = self.records()?,
                "organizations" => document.organizations = self.records()?,
                "people" => document.people = self.records()?,
                "topics" => document.topics = self.records()?,
                "sessions" => document.sessions = self.records()?,
                "documents" => document.documents = self.records()?,
                "outcomes" => document.outcomes = self.records()?,
                _ => self.skip()?,
            }
            self.leave();
        }
        self.close(b'}')?;
        self.end()?;
        Ok(document)
    }

    /// A list of records, without those that cannot be read.
    pub(super) fn records<T: DeserializeOwned>(&mut self) -> Result<Vec<T>, Error> {
        let mut records = Vec::new();
        if self.is_other_than(b'[')? {
            return Ok(records);
        }
        let mut count = 0;
        self.open(b'[')?;
        while self.next_item(&mut count)? {
            records.extend(self.record()?);
            self.leave();
        }
        self.close(b']')?;
        Ok(records)
    }

    /// A record, without the values in it that cannot be read; nothing where it cannot do without one of them.
    // Out of line, or each list of records gets a copy of it.
    #[inline(never)]
    pub(super) fn record<T: DeserializeOwned>(&mut self) -> Result<Option<T>, Error> {
        let start = self.begin();
        for _ in 0..REPAIR_LIMIT {
            if let Ok(record) = T::deserialize(&mut *self) {
                return Ok(Some(record));
            }
            if self.give_up(&start)? {
                return Ok(None);
            }
        }
        self.lose(&start)?;
        Ok(None)
    }
}
