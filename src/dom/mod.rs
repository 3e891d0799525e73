//! Makes live nodes from the view's, and updates them.
//!
//! The document that makes them is one of our own: a page can hide the methods of its `document` behind
//! `<form name="createElement">`, and insertion adopts the nodes.

#[cfg(target_arch = "wasm32")]
mod drawing;
#[cfg(target_arch = "wasm32")]
mod painter;
mod steps;

#[cfg(target_arch = "wasm32")]
pub use drawing::{Drawing, append};
#[cfg(target_arch = "wasm32")]
pub use painter::Painter;
