//! The programme by its days, what of it is found, what became of its sessions and how far it is.

mod days;
mod filter;
mod progress;
mod search;
mod status;
mod word;

pub use days::{Day, days, place};
pub use filter::{Facet, Filter, choices};
pub use progress::{Progress, current_day, is_on, progress};
pub use search::{Index, found};
pub use status::status;
