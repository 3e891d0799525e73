//! Any type of serde as a record, for the tests.

use serde::de::DeserializeOwned;

use super::{Error, Reader};
use crate::feed::record::{List, Slot};

/// At most one value.
struct Place<T>(Option<T>);

impl<T: DeserializeOwned> List for Place<T> {
    fn push(&mut self) -> Slot<'_> {
        Slot::Leaf(&mut self.0)
    }

    fn pop(&mut self) {
        self.0 = None;
    }
}

impl Reader<'_> {
    /// A record, without the values in it that cannot be read; nothing where it cannot do without one of them.
    pub(super) fn record<T: DeserializeOwned>(&mut self) -> Result<Option<T>, Error> {
        let mut place = Place(None);
        self.read_record(&mut place)?;
        Ok(place.0)
    }
}
