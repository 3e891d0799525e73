//! The feed over a network that fails: what is shown then, and within which time.

mod answers;
pub(crate) mod copies;
pub(crate) mod faults;
pub(crate) mod inline;
