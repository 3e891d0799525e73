//! One script tag, one JSON feed: the agenda and the map of an international forum on anybody's page.
//!
//! The crate is a pure core and two thin edges that know the browser. The core reads a feed, keeps what the
//! visitor chose and decides what is to be drawn; it does no I/O, reads no clock, asks no locale service and
//! cannot fail as a whole. The edges, `dom` and `embed`, exist on `wasm32` only. This crate does not fetch, does
//! not choose between engines and does not recover from traps: the loader in `www/loader` does.
//!
//! Invariants: reading gives what is usable and a list of problems; after it there are no ids as strings; the same
//! input gives the same bytes in every browser and natively; no path that a page or a feed can reach panics.
//!
//! In reading order: [`feed`] what an organiser publishes, [`time`] dates and zones, [`locale`] the seven languages,
//! [`words`] what the terms of a feed are called, [`agenda`] the days, [`map`] the shapes, [`calendar`] and
//! [`structured_data`] the programme for other programs, [`settings`] what a page asks for, [`state`] what the visitor
//! chose, [`view`] nodes to draw, [`html`] nodes as text, `dom` nodes made live, `embed` the doors to the page.

pub mod agenda;
pub mod calendar;
pub mod feed;
pub mod html;
pub mod locale;
pub mod map;
pub mod settings;
pub mod state;
pub mod structured_data;
pub mod time;
pub mod view;
pub mod words;

#[cfg(any(test, target_arch = "wasm32"))]
mod dom;
#[cfg(target_arch = "wasm32")]
mod embed;

/// In place of the standard library's allocator, which is 9 KB of code (raw); this one is 1.3.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
