//! Makes the release files in `dist/`: the script, the wasm, the words, the pages and feeds, each also compressed.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::bundle::{self, Bundle, Kind};
use crate::compile;
use crate::generate::interface;
use crate::javascript;
use crate::pinned;
use crate::progress::step;
use crate::project::Project;
use crate::reproducible;
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
/// What fetches where the page's own `fetch` does not work.
pub const SUBSTITUTE: &str = "forum-widget-fetch.js";
/// What the page in a frame (`embed.html`) does.
pub const EMBED: &str = "forum-widget-embed.js";
/// What is said where there is no engine.
pub const SENTENCES: &str = "forum-widget-sentences.js";
/// What makes the frame as high as that page, on the page around it.
pub const FRAME: &str = "forum-widget-frame.js";

/// Folders of `www/` that are sources and no part of the site.
const NOT_SHIPPED: [&str; 3] = ["doctor", "frame", "loader"];
/// What a page writes where the hash of the script belongs.
const INTEGRITY_TOKEN: &str = "{{integrity}}";
/// And where that of the release does.
const VERSION_TOKEN: &str = "{{version}}";

/// Files of the release by their paths in `dist/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The command `dist`.
///
/// # Errors
/// When something cannot be installed or built, when it is another in another folder, or when the first visit is over its budget.
pub fn run(project: &Project) -> Result<()> {
    let compiler = toolchain::for_building(project)?;
    let sizes = build(project, &compiler)?;
    print!("{}", sizes.table());
    reproducible::check(project)?;
    sizes.check_budget()
}

/// Builds everything into `dist/`, which is replaced once the parts are made.
///
/// # Errors
/// When a part cannot be built.
pub fn build(project: &Project, compiler: &WasmToolchain) -> Result<Sizes> {
    let package = compile::compile(project, compiler)?;
    let Shrunk { halves: [first, later], glue, map } = shrink::shrink(project, &package)?;
    let mut files = Files::from([
        (WASM.to_owned(), first),
        (LATER_WASM.to_owned(), later),
        (JAVASCRIPT.to_owned(), javascript::engine(project)?),
    ]);
    for words in words::all() {
        files.extend(words::paths(words.language).into_iter().zip(words.texts.map(String::into_bytes)));
    }
    let hashes = files.iter().map(|(path, bytes)| (path.clone(), sizes::short_integrity(bytes))).collect();
    let scripts = step("bundling the scripts", || scripts(project, glue, hashes))?;
    let integrity = scripts.get(SCRIPT).map(|script| sizes::integrity(script)).unwrap_or_default();
    files.extend(scripts);
    step("writing dist/", || {
        let (dist, version) = (project.dist(), project.locked_version("forum-widget")?);
        if dist.exists() {
            fs::remove_dir_all(&dist).context("cannot empty dist/")?;
        }
        for (path, bytes) in &files {
            let file = dist.join(path);
            fs::create_dir_all(file.parent().unwrap_or(&dist))?;
            fs::write(file, bytes)?;
        }
        fs::write(dist.join("package.json"), interface::package(&version))?;
        copy_site(
            &project.root.join("www"),
            &dist,
            &[(INTEGRITY_TOKEN, &integrity), (VERSION_TOKEN, &version)],
        )?;
        let sizes = Sizes::measure(&dist, compiler.describe(), map)?;
        pinned::copy(&dist, &version)?;
        fs::write(dist.join("sizes.json"), sizes.json()?)?;
        Ok(sizes)
    })
}

/// The scripts, which know the hashes of the files that they ask for: of `hashes`, and of each other.
///
/// # Errors
/// When a source cannot be bundled.
pub fn scripts(project: &Project, glue: PathBuf, mut hashes: BTreeMap<String, String>) -> Result<Files> {
    let hash =
        |hashes: &BTreeMap<String, String>, name| hashes.get(name).cloned().context("a file without a hash");
    let substitute = bundle::bundled(project, "www/loader/substitute.js", SUBSTITUTE)?;
    let sentences = bundle::bundled(project, "www/loader/sentences.js", SENTENCES)?;
    hashes.insert(SUBSTITUTE.to_owned(), sizes::short_integrity(&substitute));
    let doctor = bundle::doctor(project, &hashes)?;
    let later_script = bundle::later_script(
        project,
        &[
            ("JAVASCRIPT_INTEGRITY", hash(&hashes, JAVASCRIPT)?),
            ("DOCTOR_INTEGRITY", sizes::short_integrity(&doctor)),
            ("SENTENCES_INTEGRITY", sizes::short_integrity(&sentences)),
        ],
    )?;
    let bundle = Bundle {
        glue,
        wasm_integrity: hash(&hashes, WASM)?,
        later_integrity: hash(&hashes, LATER_WASM)?,
        later_script_integrity: sizes::short_integrity(&later_script),
        words_integrity: words::integrity(&words::all()),
    };
    let scripts = [
        (SCRIPT, bundle::script(project, &bundle, Kind::Script)?),
        (MODULE, bundle::script(project, &bundle, Kind::Module)?),
        (LATER_SCRIPT, later_script),
        (SUBSTITUTE, substitute),
        (SENTENCES, sentences),
        (DOCTOR, doctor),
        (EMBED, bundle::small(project, "www/frame/embed.js", EMBED)?),
        (FRAME, bundle::small(project, "www/frame/resize.js", FRAME)?),
    ];
    Ok(scripts.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect())
}

/// Copies what `www/` publishes; pages learn what stands for these words.
fn copy_site(from: &Path, to: &Path, words: &[(&str, &str)]) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            if !NOT_SHIPPED.iter().any(|name| entry.file_name() == *name) {
                copy_site(&source, &target, words)?;
            }
        } else if source.extension() == Some(OsStr::new("html")) {
            let page =
                fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
            fs::write(target, words.iter().fold(page, |page, (from, to)| page.replace(from, to)))?;
        } else {
            fs::copy(source, target)?;
        }
    }
    Ok(())
}
