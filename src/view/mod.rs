//! From (forum, state, locale) to nodes to draw: one file a part of the screen, no browser types.

mod agenda;
mod context;
mod country;
mod delegations;
mod failure;
mod footer;
mod header;
mod map;
mod node;
mod outdated;
mod screen;
mod status;

pub use agenda::{Menu, cards, menus};
pub use context::{Context, Visitor};
pub use failure::failure;
#[cfg(not(target_arch = "wasm32"))]
pub use map::PAINT;
pub use map::{near, picture, walk};
pub use node::{Element, Node, element};
pub use outdated::outdated;
pub use screen::{Part, changed, complete_part, part, screen};

/// The stylesheet of the widget, for pages that show it without a script.
#[cfg(not(target_arch = "wasm32"))]
pub const STYLESHEET: &str = include_str!("style.css");
/// And of what only shows once a visitor does something: it is loaded with the second half of the engine.
#[cfg(not(target_arch = "wasm32"))]
pub const LATER_STYLESHEET: &str = include_str!("later.css");
