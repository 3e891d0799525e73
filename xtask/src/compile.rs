//! Compiles the widget to wasm: `wasm-pack build --target web --release`, optimised as a whole.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::program::{Program, on_path, path_with};
use crate::progress::step;
use crate::project::Project;
use crate::toolchain::{cargo_tools, wasm::WasmToolchain};

/// Compiles, and gives the folder that wasm-pack wrote.
///
/// # Errors
/// When the widget does not compile; the compiler's words are on standard error.
pub fn compile(project: &Project, compiler: &WasmToolchain) -> Result<PathBuf> {
    let package = project.wasm_target().join("package");
    let first = !project.wasm_target().join("wasm32-unknown-unknown/release/deps").is_dir();
    let what = if first {
        "compiling std and the widget for wasm32 (about 80 s, once)"
    } else {
        "compiling the widget for wasm32"
    };
    step(what, || {
        let mut folders = vec![cargo_for_one_crate_type(project, compiler)?];
        folders.extend(compiler.folders(project));
        // `--mode force`: wasm-pack's own checks know no std built from source.
        let (good, output) = Program::new(cargo_tools::folder(project).join("wasm-pack"))
            .arguments(["build", "--target", "web", "--release", "--mode", "force", "--out-dir"])
            .arguments([package.as_os_str(), OsStr::new(".")])
            .folder(&project.root)
            .environment(&compiler.environment(project)?)
            .variable("PATH", path_with(&folders)?)
            .captured()?;
        if !good {
            eprint!("{output}");
            bail!("the widget does not compile for wasm32");
        }
        Ok(())
    })?;
    Ok(package)
}

/// A `cargo` for wasm-pack that makes the cdylib and not also the rlib, which the program and the tests need. Cargo runs no
/// optimisation over the whole program for a crate that is both: that would cost the widget 10 KB of brotli, and
/// wasm-pack has no option for it.
fn cargo_for_one_crate_type(project: &Project, compiler: &WasmToolchain) -> Result<PathBuf> {
    let cargo = match compiler.folders(project).first().map(|folder| folder.join("cargo")) {
        Some(cargo) if cargo.is_file() => cargo,
        _ => on_path("cargo").context("no cargo on PATH")?,
    };
    let folder = project.wasm_target().join("bin");
    fs::create_dir_all(&folder)?;
    let script = folder.join("cargo");
    let text = format!(
        "#!/bin/sh\nif [ \"$1\" = build ]; then shift; set -- rustc --crate-type cdylib \"$@\"; fi\nexec '{}' \"$@\"\n",
        cargo.display()
    );
    fs::write(&script, text)?;
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755))?;
    Ok(folder)
}
