//! Programs from crates.io, installed into the tools folder and nowhere else.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::program::Program;
use crate::progress::step;
use crate::project::Project;

/// The driver of Firefox, and its version.
pub const GECKODRIVER: (&str, &str) = ("geckodriver", "0.37.1");
/// What runs the fuzz targets under libFuzzer, and its version.
pub const CARGO_BOLERO: (&str, &str) = ("cargo-bolero", "0.13.5");
const WASM_PACK: (&str, &str) = ("wasm-pack", "0.15.1");

/// Tools run for seconds and are compiled for minutes: without optimisation a sixth of the time is enough.
const FAST_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// A crate with the program that it installs, at one version.
#[derive(Debug, Clone)]
pub struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
}

impl From<(&'static str, &str)> for CargoTool {
    fn from((package, version): (&'static str, &str)) -> Self {
        Self { package, program: package, version: version.to_owned() }
    }
}

/// The tools that make the wasm; the program of wasm-bindgen must have the version of the library.
///
/// # Errors
/// When the lock file does not name wasm-bindgen.
pub fn for_building(project: &Project) -> Result<Vec<CargoTool>> {
    let version = project.locked_version("wasm-bindgen")?;
    let wasm_bindgen = CargoTool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version };
    Ok(vec![WASM_PACK.into(), wasm_bindgen])
}

/// Where the programs are.
pub fn folder(project: &Project) -> PathBuf {
    project.tools.join("bin")
}

/// Installs those of `tools` that are missing or have another version.
///
/// # Errors
/// When cargo cannot install them.
pub fn install(project: &Project, tools: &[CargoTool]) -> Result<()> {
    let missing: Vec<String> = tools
        .iter()
        .filter(|tool| !is_installed(project, tool))
        .map(|tool| format!("{}@{}", tool.package, tool.version))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let target = project.tools.join("build");
    step(&format!("installing {list} (about 2 min, once)"), || {
        // Not --locked: the lock file of wasm-bindgen-cli names a crate version that was withdrawn.
        let mut cargo = Program::new("cargo")
            .arguments(["install", "--force", "--root"])
            .arguments([&project.tools])
            .arguments(&missing)
            .folder(&project.root)
            .variable("CARGO_TARGET_DIR", &target);
        for (name, value) in FAST_PROFILE {
            cargo = cargo.variable(name, value);
        }
        cargo.quiet(&project.logs()).with_context(|| {
            format!("cannot install {list}: check that crates.io is in reach, then run this again")
        })
    })?;
    // Only the programs are of use from here on.
    let _ = std::fs::remove_dir_all(target);
    Ok(())
}

fn is_installed(project: &Project, tool: &CargoTool) -> bool {
    let answer = Program::new(folder(project).join(tool.program)).arguments(["--version"]).answer();
    answer.is_some_and(|text| text.split_whitespace().any(|word| word == tool.version))
}
