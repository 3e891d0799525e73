//! Tries the release as the npm package that it is: installed, found by Node, bundled, and used from TypeScript.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::program::Program;
use crate::project::Project;

/// Installs `dist/` into a folder of its own, compiles `tests/package/usage.mts` there and runs `resolve.mjs`; and compares the types
/// of the package with the loader's.
///
/// # Errors
/// When the package cannot be installed, or is not what it says; the output says how.
pub fn check(project: &Project) -> Result<()> {
    let folder = project.root.join("target/package");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let tests = project.root.join("tests/package");
    for name in ["usage.mts", "usage.json", "resolve.mjs"] {
        fs::copy(tests.join(name), folder.join(name)).with_context(|| format!("no tests/package/{name}"))?;
    }
    let tsc = || Program::new(project.node_modules().join(".bin/tsc"));
    let install = Program::new("npm").arguments([
        "install",
        "--offline",
        "--no-audit",
        "--no-fund",
        "--silent",
        "--prefix",
    ]);
    for (what, program) in [
        ("installed", install.arguments([folder.clone(), project.dist()])),
        ("used from TypeScript", tsc().arguments(["--project", "target/package/usage.json"])),
        ("found by Node", Program::new("node").arguments([folder.join("resolve.mjs")])),
        ("compared with the loader", tsc().arguments(["--project", "tests/package"])),
    ] {
        if !program.folder(&project.root).echo()?.0 {
            bail!("the package cannot be {what}: see above");
        }
    }
    Ok(())
}
