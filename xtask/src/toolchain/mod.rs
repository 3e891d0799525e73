//! What the commands need from outside, and how each piece is found or installed.
//!
//! Every version is pinned: npm packages in `package.json`, programs from crates.io in [`cargo_tools`], those of [`python`]
//! in a list beside the tests, Debian packages by name in [`debian`]. [`wasm`] decides which compiler makes the WebAssembly.

pub mod cargo_tools;
pub mod debian;
pub mod npm;
pub mod python;
pub mod wasm;

use anyhow::Result;

use crate::project::Project;
use wasm::WasmToolchain;

/// Installs what building the release files takes.
///
/// # Errors
/// One line that names what could not be installed and what to do.
pub fn for_building(project: &Project) -> Result<WasmToolchain> {
    npm::install(project)?;
    let compiler = wasm::find_or_install(project)?;
    cargo_tools::install(project, &cargo_tools::for_building(project)?)?;
    Ok(compiler)
}

/// Installs the browsers and what drives them.
///
/// # Errors
/// One line that names what could not be installed and what to do.
pub fn for_browsers(project: &Project) -> Result<()> {
    debian::install_for(&debian::BROWSERS, "the browsers and their fonts (about 90 s, once)")?;
    cargo_tools::install(project, &[cargo_tools::GECKODRIVER.into()])
}

/// Installs the readers of iCalendar that are not ours.
///
/// # Errors
/// One line that names what could not be installed and what to do.
pub fn for_calendars(project: &Project) -> Result<()> {
    npm::install(project)?;
    python::install(project)
}
