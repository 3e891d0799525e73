//! A JSON reader under serde (RFC 8259), in place of `serde_json` for its bytes (ARCHITECTURE.md has them).
//!
//! It does not stop at a bad value: it notes a problem with its path and reads the record once more without that
//! value; a record that cannot do without it is left out. `serde_json` is its oracle in the tests.

mod deserializer;
mod reader;
mod records;
mod scanner;

use std::fmt;
use std::num::NonZeroU8;

use serde::de::{Expected, Unexpected};

use super::problem::ProblemCode;

pub use reader::Reader;
pub use records::read;
#[cfg(not(target_arch = "wasm32"))]
pub use scanner::Scanner;
pub use scanner::has_below;

/// Why a value was not read; the place is added by the reader, which knows it.
///
/// It is one byte, the code or the key that is missing: every function of the reader gives one, and with a second word in
/// it the first visit is 4 KB larger.
#[derive(Debug)]
pub struct Error(NonZeroU8);

/// The keys that records cannot do without.
const REQUIRED: [&str; 7] = ["id", "name", "code", "title", "person", "text", "url"];

/// Behind the codes.
const FIRST_REQUIRED: u8 = 128;

impl Error {
    fn numbered(number: usize) -> Error {
        Error(u8::try_from(number + 1).ok().and_then(NonZeroU8::new).unwrap_or(NonZeroU8::MIN))
    }

    #[inline(never)]
    fn missing(key: &str) -> Error {
        let position = REQUIRED.iter().position(|required| *required == key).unwrap_or(REQUIRED.len());
        Error::numbered(usize::from(FIRST_REQUIRED) + position)
    }

    fn number(&self) -> usize {
        usize::from(self.0.get()) - 1
    }

    /// What is wrong.
    fn code(&self) -> ProblemCode {
        ProblemCode::ALL.get(self.number()).copied().unwrap_or(ProblemCode::MissingField)
    }

    /// The key that is missing; empty where it is not that.
    fn missing_key(&self) -> &'static str {
        let position = self.number().checked_sub(usize::from(FIRST_REQUIRED));
        position.and_then(|position| REQUIRED.get(position)).copied().unwrap_or_default()
    }
}

impl From<ProblemCode> for Error {
    fn from(code: ProblemCode) -> Error {
        Error::numbered(code as usize)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code().as_str())
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
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Error {
        Error::from(ProblemCode::WrongType)
    }
    fn missing_field(field: &'static str) -> Error {
        Error::missing(field)
    }
}

#[cfg(test)]
mod any_record;

#[cfg(test)]
mod tests;

#[cfg(test)]
mod suite_tests;
