//! How feed and script reach a page: over a network that fails, from the page itself, by an import.

mod answers;
pub(crate) mod copies;
pub(crate) mod faults;
pub(crate) mod inline;
pub(crate) mod module;
pub(crate) mod pinned;
