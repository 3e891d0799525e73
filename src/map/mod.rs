//! The map: geometry of the 33 states and Korea.
