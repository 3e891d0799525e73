//! The doors to the page: mount, act, take away; events go out through the loader.

mod later;
mod live;
mod reaction;
mod report;
mod start;
mod widget;
