//! The map: shapes of the 33 states and Korea, and how a country is drawn by its way of taking part.

mod geometry;
mod geometry_data;
mod outline;
mod participation;
mod rings;
mod unpacking;

pub use geometry::{Geometry, Inset, InsetName, State, Territory, geometry};
pub use outline::Bounds;
pub use participation::Treatment;
