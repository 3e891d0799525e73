//! A JSON reader under serde (RFC 8259), in place of `serde_json` for its bytes (ARCHITECTURE.md has them).
//!
//! It does not stop at a bad value: it notes a problem with its path and reads the record once more without that
//! value; a record that cannot do without it is left out. `serde_json` is its oracle in the tests.

mod deserializer;
mod records;
mod scanner;

use std::fmt;

use serde::de::{Deserializer, Expected, Unexpected, Visitor};

use super::problem::ProblemCode;

pub use records::read;

/// How deep lists and objects may lie in each other.
pub const DEPTH_LIMIT: usize = 64;

/// Why a value was not read; the place is added by the reader, which knows it.
#[derive(Debug)]
pub struct Error {
    code: ProblemCode,
    /// The key that a record cannot do without; empty where it is not a missing one.
    missing: &'static str,
}

impl From<ProblemCode> for Error {
    fn from(code: ProblemCode) -> Error {
        Error { code, missing: "" }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code.as_str())
    }
}

impl std::error::Error for Error {}

// The messages that serde would format are never made: formatting alone costs kilobytes.
impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(_: T) -> Error {
        Error::from(ProblemCode::WrongType)
    }
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Error {
        Error::from(ProblemCode::WrongType)
    }
    fn invalid_value(unexpected: Unexpected<'_>, _: &dyn Expected) -> Error {
        Error::from(match unexpected {
            Unexpected::Other(code) => ProblemCode::named(code),
            _ => ProblemCode::WrongType,
        })
    }
    fn missing_field(field: &'static str) -> Error {
        Error { code: ProblemCode::MissingField, missing: field }
    }
}

/// Reads a text and turns it into a value, or reports `code`.
///
/// # Errors
/// `code` when `parse` gives nothing; the deserializer's own error when there is no text.
pub fn parsed<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    code: ProblemCode,
    parse: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(ParseVisitor { code, parse })
}

struct ParseVisitor<T> {
    code: ProblemCode,
    parse: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for ParseVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        let invalid = || E::invalid_value(Unexpected::Other(self.code.as_str()), &"another text");
        (self.parse)(text.trim()).ok_or_else(invalid)
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod suite_tests;
