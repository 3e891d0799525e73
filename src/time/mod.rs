//! Dates, instants and the zone table, in integers only.
//!
//! This module reads no clock, asks no operating system and knows no browser: "now" comes in as an
//! [`Instant`]. It does not format for people (`locale` does), and it does not read zone rules: the offsets
//! of 2015–2035 are a generated table, and before and after it the nearest offset is kept. How a feed holds
//! dates is the business of `feed`: nothing here knows serde.
//!
//! No function here panics, whatever it is given.

mod clock;
mod date;
mod digits;
mod instant;
mod moment;
mod zone;
mod zone_data;
mod zone_names;

pub use clock::{LocalDateTime, TimeOfDay};
pub use date::{Date, Weekday};
pub use digits::read as read_digits;
pub use instant::Instant;
pub use moment::Moment;
pub use zone::{Resolved, ResolvedKind, Zone};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod zone_oracle;
