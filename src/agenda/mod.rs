//! The programme by its days, and what became of its sessions.

mod days;
mod status;

pub use days::{Day, days};
pub use status::status;
