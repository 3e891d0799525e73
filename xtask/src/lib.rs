//! What the project's commands are made of; the browser tests use its server.
//!
//! In reading order:
//! - [`project`] knows where things are;
//! - [`program`] runs other programs, [`progress`] says what is going on;
//! - [`toolchain`] finds or installs what a command needs;
//! - [`dist`] makes the release files: [`compile`], [`shrink`] and [`split`] the wasm by what its linker knew ([`linked`]), [`share`] its functions, and put
//!   together in it what is [`alike`], [`glue`] is what it is called with, [`map_share`] takes the map out of a copy, [`javascript`] translates it, [`words`] prints the languages, [`bundle`] makes the
//!   script, [`sizes`] weighs them all, and [`pinned`] copies what a page may pin;
//! - [`server`] serves them with the headers of a real site, [`serve`] is the command around it;
//! - [`generate`] writes what is checked in and made from something else: tables, schema and reference page of the feed, what
//!   describes the widget;
//! - [`package`] tries the release as an npm package, [`reproducible`] whether it is the same wherever it is made;
//! - [`fuzz`] runs the fuzz targets and counts;
//! - [`test`] runs every check and counts; [`bench`] measures, and fails over nothing but a wrong measurement.

pub mod alike;
pub mod bench;
pub mod bundle;
pub mod compile;
pub mod dist;
pub mod fuzz;
pub mod generate;
pub mod glue;
pub mod javascript;
pub mod linked;
pub mod map_share;
pub mod package;
pub mod pinned;
pub mod program;
pub mod progress;
pub mod project;
pub mod reproducible;
pub mod serve;
pub mod server;
pub mod share;
pub mod shrink;
pub mod sizes;
pub mod split;
pub mod test;
pub mod toolchain;
pub mod words;
