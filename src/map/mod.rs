//! The map: shapes of the 33 states and Korea, and how a country is drawn by its way of taking part.

mod geometry;
mod geometry_data;
mod markers;
mod neighbours;
mod outline;
mod participation;
mod picking;
mod region;
mod rings;
mod tiles;
mod unpacking;
mod worldview;

pub use geometry::{Geometry, INSETS, Inset, InsetName, State, Territory, geometry};
pub use geometry_data::SIZE;
pub use markers::{MARKER, marker, push_leader};
pub use neighbours::{Direction, neighbour, stop};
pub use outline::{kept, rings};
pub use participation::Treatment;
pub use picking::{Pointer, pick};
pub use region::Region;
pub use tiles::{TILES, tile};
pub use worldview::{Piece, Policy, World, world};
