//! The program as a person runs it.

mod check;
mod import;
mod outputs;
mod run;
