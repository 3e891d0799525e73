//! What the widget is to those who embed it, described for their tools: `forum-widget.d.ts` for TypeScript, `custom-elements.json`
//! for catalogues of elements, `html-custom-data.json` for editors, `package.json` for npm, and the tables of the README.
//!
//! The settings are those of [`forum_widget::settings::table`], all else is in [`contract`]; the tests hold both to the code.

pub mod contract;
mod html_data;
mod manifest;
mod package;
mod readme;
mod types;

pub use html_data::generate as html_data;
pub use manifest::generate as manifest;
pub use package::generate as package;
pub use readme::generate as readme;
pub use types::generate as types;

#[cfg(test)]
mod tests;
