//! Makes live nodes from the view's, and updates them.
//!
//! The document that makes them is one of our own: a page can hide the methods of its `document` behind
//! `<form name="createElement">`, and insertion adopts the nodes.

mod build;
mod drawing;
mod update;

pub use build::append;
pub use drawing::Drawing;
