//! npm packages, at exactly the versions of `package-lock.json`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::debian;
use crate::program::Program;
use crate::progress::step;
use crate::project::Project;

/// Installs Node if it is missing, and the packages if they are not those of the lock file.
///
/// # Errors
/// When Node or the packages cannot be installed.
pub fn install(project: &Project) -> Result<()> {
    debian::install_for(&debian::NODE, "Node and npm (about 60 s, once)")?;
    if is_up_to_date(&project.root) {
        return Ok(());
    }
    step("installing the npm packages (about 15 s, once)", || {
        Program::new("npm")
            .arguments(["ci", "--no-audit", "--no-fund"])
            .folder(&project.root)
            .quiet(&project.logs())
            .context("cannot install the npm packages: check that the npm registry is in reach, then run this again")
    })
}

/// Compares the lock file with the one that npm leaves in `node_modules`: each package that is installed is there at its
/// version. (Packages for other systems are in the first only.)
fn is_up_to_date(root: &Path) -> bool {
    let packages = |path: &str| -> Option<Value> {
        let mut lock: Value = serde_json::from_slice(&fs::read(root.join(path)).ok()?).ok()?;
        Some(lock["packages"].take())
    };
    let (Some(wanted), Some(installed)) =
        (packages("package-lock.json"), packages("node_modules/.package-lock.json"))
    else {
        return false;
    };
    let (Some(wanted), Some(installed)) = (wanted.as_object(), installed.as_object()) else { return false };
    wanted.iter().filter(|(path, _)| !path.is_empty()).all(|(path, package)| match installed.get(path) {
        Some(found) => found["version"] == package["version"] && root.join(path).is_dir(),
        None => package["optional"] == true,
    })
}
