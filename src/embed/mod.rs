//! The doors to the page: mount, act, take away; events go out through the loader.

mod report;
mod widget;
