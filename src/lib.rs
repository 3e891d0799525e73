//! One script tag, one JSON feed: the agenda and the map of an international forum on anybody's page.

pub mod locale;
pub mod map;
pub mod time;
