//! Time zones for people: cities, offsets, and the clocks of two places.

mod beside;
mod city;
#[cfg(not(target_arch = "wasm32"))]
pub(super) mod city_names;
mod offset;

pub use beside::{beside, hours, zone_line};
pub use city::{city, zones_by_city};
pub use offset::offset_label;
