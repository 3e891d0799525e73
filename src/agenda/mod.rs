//! The programme by its days and in other arrangements, what of it is found, what became of its sessions and how far it is.

mod arrangement;
mod days;
mod filter;
mod grid;
mod progress;
mod search;
mod status;
mod word;

pub use arrangement::Arrangement;
pub use days::{Day, day_of, days, in_order, is_long, programme};
pub use filter::{Facet, Filter, groups};
pub use grid::{Cell, Grid, Row, grid};
use progress::room_name;
pub use progress::{Progress, current_day, is_on, progress};
pub use search::{Index, found};
pub use status::status;
