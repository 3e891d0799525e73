//! The programme by its days.

mod days;

pub use days::{Day, days};
