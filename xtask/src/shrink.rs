//! Makes the wasm smaller, and the names between it and its glue, and has it split.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use walrus::Module;

use crate::alike::named_by_likeness;
use crate::glue;
use crate::linked::{self, LEAST};
use crate::map_share::without_map;
use crate::program::Program;
use crate::progress::step;
use crate::project::Project;
use crate::share::{self, Row};
use crate::sizes;
use crate::split;

/// What wasm-opt does to the whole, and to each half. Stripping also removes the list of features, so they are named. Never
/// `-all`: engines refuse the result.
const WASM_OPT: [&str; 12] = [
    // Nothing of ours lies below the first kilobyte but the far end of the stack, so a pointer there is never used.
    "--low-memory-unused",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-call-indirect-overlong",
];

/// What it also does to the whole. Functions up to a size of 4 are inlined everywhere (2 without the option).
const WHOLE: [&str; 7] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--always-inline-max-function-size",
    "4",
    "--minify-imports-and-exports-and-modules",
];

/// What it also does to each half, which calls less and so has more to inline.
const HALF: [&str; 2] = ["-Oz", "-Oz"];

/// And at last, the order of the functions.
const BY_NAME: &str = "--reorder-functions-by-name";

/// What is exported by `src/embed/later.rs`, under the names of wasm-bindgen. They and what only they call are the second
/// half.
const LATER_EXPORTS: [&str; 11] = [
    "widget_act",
    "widget_follow",
    "widget_tick",
    "widget_selectCountry",
    "widget_structuredData",
    "widget_notices",
    "widget_markOutdated",
    "widget_remember",
    "widget_resume",
    "learn",
    "drawFailure",
];
/// The files of the two halves.
const HALVES: [&str; 2] = ["first.wasm", "later.wasm"];
/// Under this name the second half imports from the first; the glue's own is "a".
pub const FIRST_HALF: &str = "b";

/// A wasm in two halves, and the glue that knows their names.
pub struct Shrunk {
    /// What draws, and what comes later.
    pub halves: [Vec<u8>; 2],
    /// The module with the glue.
    pub glue: PathBuf,
    /// What the map takes of each half, data and code, in bytes of brotli.
    pub map: [usize; 2],
}

/// What wasm-opt says that it renamed. The names of wasm-bindgen carry a hash each, which nothing compresses: in a small
/// widget of 30 imports they are 1.1 KB of brotli.
#[derive(Debug, Deserialize)]
pub struct Renamed {
    /// Module, old name, new name.
    pub imports: Vec<(String, String, String)>,
    /// Old name, new name.
    pub exports: Vec<(String, String)>,
}

/// Shrinks what `wasm-pack` left in `package`; what has not changed since the last time is taken from then.
///
/// # Errors
/// When wasm-opt refuses the wasm, or the glue does not have the shape that the renaming knows.
pub fn shrink(project: &Project, package: &Path) -> Result<Shrunk> {
    let folder = project.wasm_target().join("small");
    fs::create_dir_all(&folder)?;
    let (glue_file, key_file) = (folder.join("glue.js"), folder.join("key"));
    let map_file = folder.join("map");
    let big = package.join("forum_widget_bg.wasm");
    let big_glue = fs::read_to_string(package.join("forum_widget.js")).context("wasm-pack left no glue")?;
    let linked = fs::read(project.wasm_target().join("wasm32-unknown-unknown/release/forum_widget.wasm"))
        .context("cargo left no wasm")?;
    let how = [
        include_str!("alike.rs"),
        include_str!("glue.rs"),
        include_str!("linked.rs"),
        include_str!("share.rs"),
        include_str!("split.rs"),
        include_str!("shrink.rs"),
        include_str!("map_share.rs"),
    ]
    .concat();
    let key = sizes::integrity(&[&linked, big_glue.as_bytes(), how.as_bytes()].concat());
    if !fs::read_to_string(&key_file).is_ok_and(|last| last == key) {
        let later_data = linked::later_data(&linked, &LATER_EXPORTS, LEAST)?;
        let (renamed, row) = step("making the wasm smaller, and splitting it", || {
            // As much work once more, at the same time.
            std::thread::scope(|scope| {
                let without_map = scope.spawn(|| weigh_without_map(project, &folder, &big, &later_data));
                let renamed = halve(project, &big, &folder, &later_data)?;
                let without_map =
                    without_map.join().map_err(|_| anyhow!("weighing without the map panicked"))??;
                let weights = weigh(&folder)?.into_iter().zip(without_map);
                let map: Vec<usize> = weights.map(|(with, without)| with.saturating_sub(without)).collect();
                fs::write(&map_file, serde_json::to_string(&map)?)?;
                Ok(renamed)
            })
        })?;
        fs::write(&glue_file, glue::rewrite(&big_glue, &renamed, &row)?)?;
        fs::write(&key_file, key)?;
    }
    let map = serde_json::from_str(&fs::read_to_string(map_file)?)?;
    let [first, later] = HALVES.map(|half| fs::read(folder.join(half)));
    Ok(Shrunk { halves: [first?, later?], glue: glue_file, map })
}

/// Shrinks and splits a wasm into a folder, where the whole stays beside its halves for what has to have the engine in one file.
fn halve(
    project: &Project,
    wasm: &Path,
    folder: &Path,
    later_data: &[Range<usize>],
) -> Result<(Renamed, Row)> {
    let whole = folder.join("whole.wasm");
    let mut module = Module::from_file(wasm)?;
    linked::forget(&mut module);
    module.emit_wasm_file(&whole)?;
    let output = wasm_opt(project, &WHOLE, &whole, &whole)?;
    let renamed: Renamed = serde_json::from_str(&output).context("wasm-opt does not say what it renamed")?;
    let renamed_export = |old: &str| renamed.exports.iter().find(|export| export.0 == old);
    let exports = LATER_EXPORTS.map(|name| renamed_export(name).map_or(name, |export| &export.1));
    let mut halves = split::split(&fs::read(&whole)?, &exports, later_data, FIRST_HALF)?;
    for (half, name) in [&mut halves.first, &mut halves.later].into_iter().zip(HALVES) {
        let file = folder.join(name);
        fs::write(&file, &half)?;
        wasm_opt(project, &HALF, &file, &file)?;
        // Named, and since read anew it finds some more as well.
        fs::write(&file, named_by_likeness(&fs::read(&file)?)?)?;
        wasm_opt(project, &[&HALF[..], &[BY_NAME]].concat(), &file, &file)?;
        *half = fs::read(&file)?;
    }
    let row = share::by_table(&mut halves, FIRST_HALF)?;
    for (half, name) in [&halves.first, &halves.later].into_iter().zip(HALVES) {
        fs::write(folder.join(name), half)?;
    }
    Ok((renamed, row))
}

/// What the halves in a folder weigh, in bytes of brotli.
fn weigh(folder: &Path) -> Result<[usize; 2]> {
    let [first, later] = HALVES.map(|half| sizes::brotli(&fs::read(folder.join(half))?));
    Ok([first?.len(), later?.len()])
}

/// What they would weigh without the map.
fn weigh_without_map(
    project: &Project,
    folder: &Path,
    wasm: &Path,
    later_data: &[Range<usize>],
) -> Result<[usize; 2]> {
    let folder = folder.join("without-map");
    fs::create_dir_all(&folder)?;
    let without = folder.join("bound.wasm");
    fs::write(&without, without_map(&fs::read(wasm)?)?)?;
    halve(project, &without, &folder, later_data)?;
    weigh(&folder)
}

/// Runs wasm-opt with more options than the usual ones, and gives what it prints.
///
/// # Errors
/// When it refuses the wasm.
pub fn wasm_opt(project: &Project, options: &[&str], from: &Path, to: &Path) -> Result<String> {
    let (good, output) = Program::new(project.node_modules().join(".bin/wasm-opt"))
        .arguments(WASM_OPT)
        .arguments(options)
        .arguments([from, Path::new("-o"), to])
        .captured()?;
    if !good {
        bail!("wasm-opt refuses the wasm: {}", output.trim());
    }
    Ok(output)
}

#[cfg(test)]
mod tests {
    use super::LATER_EXPORTS;

    #[test]
    fn the_second_half_is_what_the_source_says() {
        let source = include_str!("../../src/embed/later.rs");
        let lines: Vec<_> = source.lines().collect();
        let exports: Vec<_> = lines
            .windows(2)
            .filter_map(|pair| {
                let rust_name = pair[1].trim().strip_prefix("pub fn ")?.split('(').next()?;
                let renamed = pair[0].trim().strip_prefix("#[wasm_bindgen(js_name = ");
                let name = renamed.map_or(rust_name, |name| name.trim_end_matches(")]"));
                // What stands inside the `impl` is a method of the widget.
                let method = pair[1].starts_with(' ');
                Some(if method { format!("widget_{name}") } else { name.to_owned() })
            })
            .collect();
        assert_eq!(exports, LATER_EXPORTS);
    }
}
