//! How records name each other.

use super::record::Blank;
use super::text::cleaned;

/// The id of a record: any text that is not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identifier(pub String);

impl Identifier {
    /// The id, without what is invisible in it.
    pub fn parse(text: &str) -> Option<Identifier> {
        let text = cleaned(text);
        (!text.is_empty()).then(|| Identifier(text.into()))
    }
}

impl Blank for Identifier {
    fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}
