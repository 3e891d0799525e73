//! The one script of the release: loader, glue of wasm-bindgen and stylesheet in one file, by esbuild.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::dist::{DOCTOR, LATER_SCRIPT, MODULE, SCRIPT};
use crate::program::Program;
use crate::project::Project;

/// What the script is made from, besides the loader.
pub struct Bundle {
    /// The module that wasm-bindgen wrote.
    pub glue: PathBuf,
    /// The hash that the loader asks of the half of the wasm that draws.
    pub wasm_integrity: String,
    /// And of the other one.
    pub later_integrity: String,
    /// And of the part of the loader beside that.
    pub later_script_integrity: String,
    /// The hashes that it asks of the words, by the tag of the language.
    pub words_integrity: BTreeMap<&'static str, String>,
}

/// What only our own files call each other's: it gets short names, the same in all bundles by way of a file.
const OWN_NAMES: &str = "--mangle-props=^(drawn|turn|how|again|leave|wake|later|failWithoutEngine|loadLater|runtime|widgets|\
                         traps|renew|complete|address|element)$";

/// For whom the script is.
#[derive(Clone, Copy)]
pub enum Kind {
    /// For a tag of a page.
    Script,
    /// For an import.
    Module,
}

/// Bundles `www/loader/main.js`, which imports `forum-widget-glue` (a module), `forum-widget-style` (a text) and its own
/// stylesheets (texts).
///
/// # Errors
/// When esbuild refuses a source; its output says which line.
pub fn script(project: &Project, bundle: &Bundle, kind: Kind) -> Result<Vec<u8>> {
    let loader = project.wasm_target().join("loader");
    stage_loader(project, &loader)?;
    let style = project.wasm_target().join("style.css");
    minify_style(project, Path::new("src/view/style.css"), &style)?;
    let (name, format, address) = match kind {
        Kind::Script => (SCRIPT, "iife", "\"\""),
        Kind::Module => (MODULE, "esm", "import.meta.url"),
    };
    let script = project.wasm_target().join(name);
    esbuild(
        project,
        vec![
            loader.join("main.js").display().to_string(),
            "--bundle".into(),
            format!("--format={format}"),
            "--minify".into(),
            "--target=es2022".into(),
            "--legal-comments=none".into(),
            "--loader:.css=text".into(),
            format!("--define:VERSION={}", Value::from(project.locked_version("forum-widget")?)),
            OWN_NAMES.into(),
            format!("--mangle-cache={}", names(project).display()),
            format!("--define:MODULE={address}"),
            format!("--define:WASM_INTEGRITY={}", Value::from(bundle.wasm_integrity.as_str())),
            format!("--define:LATER_INTEGRITY={}", Value::from(bundle.later_integrity.as_str())),
            format!(
                "--define:LATER_SCRIPT_INTEGRITY={}",
                Value::from(bundle.later_script_integrity.as_str())
            ),
            format!("--define:WORDS_INTEGRITY={}", serde_json::to_string(&bundle.words_integrity)?),
            format!("--alias:forum-widget-glue={}", bundle.glue.display()),
            format!("--alias:forum-widget-style={}", style.display()),
            format!("--outfile={}", script.display()),
        ],
    )
    .context("the script cannot be bundled")?;
    Ok(fs::read(script)?)
}

/// Makes a module small that imports nothing.
///
/// # Errors
/// When esbuild refuses it; its output says which line.
pub fn module(project: &Project, source: &Path, target: &Path) -> Result<()> {
    let arguments = [
        source.display().to_string(),
        "--minify".into(),
        "--format=esm".into(),
        "--target=es2022".into(),
        "--legal-comments=none".into(),
        format!("--outfile={}", target.display()),
    ];
    esbuild(project, arguments.into()).context("the second engine cannot be made smaller")
}

/// A module of the loader that is loaded by itself.
///
/// # Errors
/// When esbuild refuses a source; its output says which line.
pub fn bundled(project: &Project, source: &str, name: &str) -> Result<Vec<u8>> {
    apart(project, source, name, &["--bundle", "--charset=utf8", "--format=esm"])
}

/// A script of one source, for a tag of its own.
///
/// # Errors
/// When esbuild refuses it; its output says which line.
pub fn small(project: &Project, source: &str, name: &str) -> Result<Vec<u8>> {
    apart(project, source, name, &["--format=iife"])
}

fn apart(project: &Project, source: &str, name: &str, options: &[&str]) -> Result<Vec<u8>> {
    let script = project.wasm_target().join(name);
    let mut arguments = vec![
        project.root.join(source).display().to_string(),
        "--minify".into(),
        "--target=es2022".into(),
        "--legal-comments=none".into(),
        format!("--outfile={}", script.display()),
    ];
    arguments.extend(options.iter().map(ToString::to_string));
    esbuild(project, arguments).with_context(|| format!("{source} cannot be made smaller"))?;
    Ok(fs::read(script)?)
}

/// The part of the loader that is loaded with the second half of the wasm, and the stylesheet of what only shows then. It knows
/// the hashes of the files that it asks for, each under a name.
///
/// # Errors
/// When esbuild refuses a source; its output says which line.
pub fn later_script(project: &Project, hashes: &[(&str, String)]) -> Result<Vec<u8>> {
    let style = project.wasm_target().join("later.css");
    minify_style(project, Path::new("src/view/later.css"), &style)?;
    let script = project.wasm_target().join(LATER_SCRIPT);
    // The first bundle chooses the names.
    fs::write(names(project), "{}")?;
    let mut arguments = vec![
        project.root.join("www/loader/later.js").display().to_string(),
        "--bundle".into(),
        "--format=esm".into(),
        "--minify".into(),
        "--target=es2022".into(),
        "--legal-comments=none".into(),
        "--loader:.css=text".into(),
        OWN_NAMES.into(),
        format!("--mangle-cache={}", names(project).display()),
        format!("--alias:forum-widget-later-style={}", style.display()),
        format!("--alias:forum-widget-paint={}", project.root.join("src/view/map/picture.txt").display()),
        "--loader:.txt=text".into(),
        format!("--outfile={}", script.display()),
    ];
    arguments
        .extend(hashes.iter().map(|(name, hash)| format!("--define:{name}={}", Value::from(hash.as_str()))));
    esbuild(project, arguments).context("the later script cannot be bundled")?;
    Ok(fs::read(script)?)
}

/// The doctor, which knows the hashes of the files beside it.
///
/// # Errors
/// When esbuild refuses a source; its output says which line.
pub fn doctor(project: &Project, released: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let style = project.wasm_target().join("doctor.css");
    minify_style(project, Path::new("www/doctor/doctor.css"), &style)?;
    let script = project.wasm_target().join(DOCTOR);
    let arguments = [
        project.root.join("www/doctor/doctor.js").display().to_string(),
        "--bundle".into(),
        "--format=esm".into(),
        "--minify".into(),
        "--charset=utf8".into(),
        "--target=es2022".into(),
        "--legal-comments=none".into(),
        "--loader:.css=text".into(),
        format!("--define:RELEASED={}", serde_json::to_string(released)?),
        format!("--alias:forum-widget-doctor-style={}", style.display()),
        format!("--outfile={}", script.display()),
    ];
    esbuild(project, arguments.into()).context("the doctor cannot be bundled")?;
    Ok(fs::read(script)?)
}

fn names(project: &Project) -> PathBuf {
    project.wasm_target().join("names.json")
}

/// Copies the loader with its stylesheets made small: esbuild takes a text into a script as it is.
fn stage_loader(project: &Project, loader: &Path) -> Result<()> {
    if loader.exists() {
        fs::remove_dir_all(loader)?;
    }
    fs::create_dir_all(loader)?;
    let source = project.root.join("www/loader");
    for entry in fs::read_dir(&source).context("no folder www/loader")? {
        let path = entry?.path();
        let (Some(name), Some(extension)) = (path.file_name(), path.extension()) else { continue };
        match extension.to_str() {
            Some("css") => minify_style(project, &path, &loader.join(name))?,
            Some("js") => drop(fs::copy(&path, loader.join(name))?),
            _ => {}
        }
    }
    Ok(())
}

fn minify_style(project: &Project, source: &Path, target: &Path) -> Result<()> {
    let arguments =
        vec![source.display().to_string(), "--minify".into(), format!("--outfile={}", target.display())];
    esbuild(project, arguments).context("a stylesheet cannot be made smaller")?;
    // A text in a script needs no end of line.
    let text = fs::read_to_string(target)?;
    Ok(fs::write(target, text.trim_end())?)
}

fn esbuild(project: &Project, arguments: Vec<String>) -> Result<()> {
    let (good, output) = Program::new(project.node_modules().join(".bin/esbuild"))
        .arguments(arguments)
        .arguments(["--log-level=warning"])
        .folder(&project.root)
        .captured()?;
    if !output.is_empty() {
        eprint!("{output}");
    }
    if !good {
        bail!("esbuild found errors");
    }
    Ok(())
}
