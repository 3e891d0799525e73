//! Packages of Python, at exactly the versions and hashes of `tests/calendar/requirements.txt`, in the tools folder.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::debian;
use crate::program::Program;
use crate::progress::step;
use crate::project::Project;

/// Where the packages are: a value for `PYTHONPATH`.
pub fn folder(project: &Project) -> PathBuf {
    project.tools.join("python")
}

/// Installs Python if it is missing, and the packages if they are not those of the list.
///
/// # Errors
/// When Python or the packages cannot be installed.
pub fn install(project: &Project) -> Result<()> {
    debian::install_for(&debian::PYTHON, "Python and pip (about 30 s, once)")?;
    let list = project.root.join("tests/calendar/requirements.txt");
    let wanted = fs::read(&list).with_context(|| format!("cannot read {}", list.display()))?;
    let folder = folder(project);
    // Written when all is there.
    let installed = folder.join("installed.txt");
    if fs::read(&installed).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    step("installing the Python packages (about 10 s, once)", || {
        // pip leaves what it finds in such a folder.
        let _ = fs::remove_dir_all(&folder);
        Program::new("python3")
            .arguments(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"])
            .arguments(["--only-binary", ":all:", "--require-hashes", "--target"])
            .arguments([&folder])
            .arguments(["--requirement"])
            .arguments([&list])
            .folder(&project.root)
            .quiet(&project.logs())
            .context("cannot install the Python packages: check that PyPI is in reach, then run this again")
    })?;
    Ok(fs::write(installed, wanted)?)
}
