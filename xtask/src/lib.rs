//! What the project's commands are made of; the browser tests use its server.
//!
//! In reading order:
//! - [`project`] knows where things are;
//! - [`program`] runs other programs, [`progress`] says what is going on;
//! - [`toolchain`] finds or installs what a command needs;
//! - [`dist`] makes the release files: [`compile`], [`shrink`] and [`split`] the wasm, [`map_share`] takes the
//!   map out of a copy, [`javascript`] translates it, [`words`]
//!   prints the languages, [`bundle`] makes the script, and [`sizes`] weighs them all;
//! - [`server`] serves them with the headers of a real site, [`serve`] is the command around it;
//! - [`generate`] writes what is checked in and made from something else: tables, schema and reference page of the feed, what
//!   describes the widget;
//! - [`package`] tries the release as an npm package;
//! - [`fuzz`] runs the fuzz targets and counts;
//! - [`test`] runs every check and counts; [`bench`] measures, and fails over nothing but a wrong measurement.

pub mod bench;
pub mod bundle;
pub mod compile;
pub mod dist;
pub mod fuzz;
pub mod generate;
pub mod javascript;
pub mod map_share;
pub mod package;
pub mod program;
pub mod progress;
pub mod project;
pub mod serve;
pub mod server;
pub mod shrink;
pub mod sizes;
pub mod split;
pub mod test;
pub mod toolchain;
pub mod words;
