//! Makes the release files in `dist/`: the script, the wasm, the words, the pages and feeds, each also compressed.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bundle::{self, Bundle, Kind};
use crate::compile;
use crate::generate::interface;
use crate::javascript;
use crate::progress::step;
use crate::project::Project;
use crate::shrink::{self, Shrunk};
use crate::sizes::{self, Sizes};
use crate::toolchain::{self, wasm::WasmToolchain};
use crate::words;

/// The script of the release, which pages name.
pub const SCRIPT: &str = "forum-widget.js";
/// The half of the wasm that draws, beside the script.
pub const WASM: &str = "forum-widget.wasm";
/// The half that a visitor's first sign of interest asks for.
pub const LATER_WASM: &str = "forum-widget-later.wasm";
/// And the part of the loader that is only needed then.
pub const LATER_SCRIPT: &str = "forum-widget-later.js";
/// The script as a module, for `import "forum-widget"`.
pub const MODULE: &str = "forum-widget-module.js";
/// Both halves as JavaScript, which is asked for where WebAssembly cannot run.
pub const JAVASCRIPT: &str = "forum-widget-engine.js";

/// What examines a page, for who asks for it.
pub const DOCTOR: &str = "forum-widget-doctor.js";
/// What the page in a frame (`embed.html`) does.
pub const EMBED: &str = "forum-widget-embed.js";
/// What makes the frame as high as that page, on the page around it.
pub const FRAME: &str = "forum-widget-frame.js";

/// Folders of `www/` that are sources and no part of the site.
const NOT_SHIPPED: [&str; 3] = ["doctor", "frame", "loader"];
/// What a page writes where the hash of the script belongs.
const INTEGRITY_TOKEN: &str = "{{integrity}}";

/// The command `dist`.
///
/// # Errors
/// When something cannot be installed or built, or when the first visit is over its budget.
pub fn run(project: &Project) -> Result<()> {
    let compiler = toolchain::for_building(project)?;
    let sizes = build(project, &compiler)?;
    print!("{}", sizes.table());
    sizes.check_budget()
}

/// Builds everything into `dist/`, which is replaced once the parts are made.
///
/// # Errors
/// When a part cannot be built.
pub fn build(project: &Project, compiler: &WasmToolchain) -> Result<Sizes> {
    let package = compile::compile(project, compiler)?;
    let Shrunk { halves, glue, map } = shrink::shrink(project, &package)?;
    let javascript = javascript::engine(project)?;
    let words = words::all();
    let [words_integrity, later_words_integrity] = words::integrity(&words);
    let mut released = BTreeMap::from([
        (WASM.to_owned(), sizes::short_integrity(&halves.first)),
        (LATER_WASM.to_owned(), sizes::short_integrity(&halves.later)),
        (JAVASCRIPT.to_owned(), sizes::short_integrity(&javascript)),
    ]);
    for words in &words {
        let hashes = words.texts.each_ref().map(|text| sizes::short_integrity(text.as_bytes()));
        released.extend(words::paths(words.language).into_iter().zip(hashes));
    }
    let doctor = bundle::doctor(project, &released)?;
    let (script, module, later_script) = step("bundling the script", || {
        let (wasm_integrity, later_integrity) =
            (sizes::short_integrity(&halves.first), sizes::short_integrity(&halves.later));
        let later_script = bundle::later_script(
            project,
            &sizes::short_integrity(&javascript),
            &sizes::short_integrity(&doctor),
            &later_words_integrity,
        )?;
        let later_script_integrity = sizes::short_integrity(&later_script);
        let bundle =
            Bundle { glue, wasm_integrity, later_integrity, later_script_integrity, words_integrity };
        let script = bundle::script(project, &bundle, Kind::Script)?;
        Ok((script, bundle::script(project, &bundle, Kind::Module)?, later_script))
    })?;
    let embed = bundle::small(project, "www/frame/embed.js", EMBED)?;
    let frame = bundle::small(project, "www/frame/resize.js", FRAME)?;
    step("writing dist/", || {
        let dist = project.dist();
        if dist.exists() {
            fs::remove_dir_all(&dist).context("cannot empty dist/")?;
        }
        fs::create_dir_all(&dist)?;
        fs::write(dist.join(SCRIPT), &script)?;
        fs::write(dist.join(WASM), &halves.first)?;
        fs::write(dist.join(LATER_WASM), &halves.later)?;
        fs::write(dist.join(LATER_SCRIPT), &later_script)?;
        fs::write(dist.join(MODULE), &module)?;
        fs::write(dist.join(JAVASCRIPT), &javascript)?;
        fs::write(dist.join(DOCTOR), &doctor)?;
        fs::write(dist.join(EMBED), &embed)?;
        fs::write(dist.join(FRAME), &frame)?;
        for words in &words {
            for (path, text) in words::paths(words.language).iter().zip(&words.texts) {
                let file = dist.join(path);
                fs::create_dir_all(file.parent().unwrap_or(&dist))?;
                fs::write(file, text)?;
            }
        }
        let package = interface::package(&project.locked_version("forum-widget")?);
        fs::write(dist.join("package.json"), package)?;
        copy_site(&project.root.join("www"), &dist, &sizes::integrity(&script))?;
        let sizes = Sizes::measure(&dist, compiler.describe(), map)?;
        fs::write(dist.join("sizes.json"), sizes.json()?)?;
        Ok(sizes)
    })
}

/// Copies what `www/` publishes; pages learn the hash of the script.
fn copy_site(from: &Path, to: &Path, integrity: &str) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            if !NOT_SHIPPED.iter().any(|name| entry.file_name() == *name) {
                copy_site(&source, &target, integrity)?;
            }
        } else if source.extension() == Some(OsStr::new("html")) {
            let page =
                fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
            fs::write(target, page.replace(INTEGRITY_TOKEN, integrity))?;
        } else {
            fs::copy(source, target)?;
        }
    }
    Ok(())
}
