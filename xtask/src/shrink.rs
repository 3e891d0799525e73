//! Makes the wasm smaller, and the names between it and its glue, and has it split.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;

use crate::map_share::without_map;
use crate::program::Program;
use crate::progress::step;
use crate::project::Project;
use crate::sizes;
use crate::split::{self, Halves};

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
const FIRST_HALF: &str = "b";

/// A wasm in two halves, and the glue that knows their names.
pub struct Shrunk {
    /// The wasm.
    pub halves: Halves,
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
    imports: Vec<(String, String, String)>,
    /// Old name, new name.
    exports: Vec<(String, String)>,
}

/// Shrinks what `wasm-pack` left in `package`; what has not changed since the last time is taken from then.
///
/// # Errors
/// When wasm-opt refuses the wasm, or the glue does not have the shape that the renaming knows.
pub fn shrink(project: &Project, package: &Path) -> Result<Shrunk> {
    let folder = project.wasm_target().join("small");
    fs::create_dir_all(&folder)?;
    let (glue, key_file) = (folder.join("glue.js"), folder.join("key"));
    let map_file = folder.join("map");
    let big = package.join("forum_widget_bg.wasm");
    let big_glue = fs::read_to_string(package.join("forum_widget.js")).context("wasm-pack left no glue")?;
    let how = [include_str!("split.rs"), include_str!("shrink.rs"), include_str!("map_share.rs")].concat();
    let key = sizes::integrity(&[fs::read(&big)?.as_slice(), big_glue.as_bytes(), how.as_bytes()].concat());
    if !fs::read_to_string(&key_file).is_ok_and(|last| last == key) {
        let renamed = step("making the wasm smaller, and splitting it", || {
            // As much work once more, at the same time.
            std::thread::scope(|scope| {
                let without_map = scope.spawn(|| weigh_without_map(project, &folder, &big));
                let renamed = halve(project, &big, &folder)?;
                let without_map =
                    without_map.join().map_err(|_| anyhow!("weighing without the map panicked"))??;
                let weights = weigh(&folder)?.into_iter().zip(without_map);
                let map: Vec<usize> = weights.map(|(with, without)| with.saturating_sub(without)).collect();
                fs::write(&map_file, serde_json::to_string(&map)?)?;
                Ok(renamed)
            })
        })?;
        fs::write(&glue, rename(&join(&without_unused(&big_glue)?)?, &renamed)?)?;
        fs::write(&key_file, key)?;
    }
    let map = serde_json::from_str(&fs::read_to_string(map_file)?)?;
    let [first, later] = HALVES.map(|half| fs::read(folder.join(half)));
    Ok(Shrunk { halves: Halves { first: first?, later: later? }, glue, map })
}

/// Shrinks and splits a linked wasm into a folder, where the whole stays beside its halves for what has to have the engine in one
/// file.
fn halve(project: &Project, linked: &Path, folder: &Path) -> Result<Renamed> {
    let whole = folder.join("whole.wasm");
    let output = wasm_opt(project, &WHOLE, linked, &whole)?;
    let renamed: Renamed = serde_json::from_str(&output).context("wasm-opt does not say what it renamed")?;
    let renamed_export = |old: &str| renamed.exports.iter().find(|export| export.0 == old);
    let exports = LATER_EXPORTS.map(|name| renamed_export(name).map_or(name, |export| &export.1));
    let halves = split::split(&fs::read(&whole)?, &exports, FIRST_HALF)?;
    for (half, name) in [halves.first, halves.later].into_iter().zip(HALVES) {
        let file = folder.join(name);
        fs::write(&file, half)?;
        wasm_opt(project, &HALF, &file, &file)?;
        // Read anew, it finds some more: 62 bytes.
        wasm_opt(project, &HALF, &file, &file)?;
    }
    Ok(renamed)
}

/// What the halves in a folder weigh, in bytes of brotli.
fn weigh(folder: &Path) -> Result<[usize; 2]> {
    let [first, later] = HALVES.map(|half| sizes::brotli(&fs::read(folder.join(half))?));
    Ok([first?.len(), later?.len()])
}

/// What they would weigh without the map.
fn weigh_without_map(project: &Project, folder: &Path, linked: &Path) -> Result<[usize; 2]> {
    let folder = folder.join("without-map");
    fs::create_dir_all(&folder)?;
    let without = folder.join("linked.wasm");
    fs::write(&without, without_map(&fs::read(linked)?)?)?;
    halve(project, &without, &folder)?;
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

/// Where the part of the glue begins that loads a wasm.
const LOADING: &str = "let wasmModule, wasmInstance, wasm;";
/// The view of the memory that the glue keeps.
const VIEW: &str = "cachedUint8ArrayMemory0";

/// What in the glue is for browsers that have no references in WebAssembly, for calls that nobody makes, or for widgets that
/// nobody frees: the loader frees each.
const UNUSED: [&str; 6] = [
    "const WidgetFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_widget_free(ptr, 1));
",
    "        WidgetFinalization.register(this, this.__wbg_ptr, this);\n",
    "        WidgetFinalization.unregister(this);\n",
    "if (Symbol.dispose) Widget.prototype[Symbol.dispose] = Widget.prototype.free;\n",
    "    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }
",
    "
if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}
",
];

/// Leaves that out.
fn without_unused(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for unused in UNUSED {
        if glue.matches(unused).count() != 1 {
            bail!("the glue does not have once: {unused}");
        }
        glue = glue.replace(unused, "");
    }
    Ok(glue)
}

/// Gives the glue two functions in the place of those that load a wasm: one begins, as often as it is called, one goes on with
/// the second half, whose exports are found through the same variable from then on.
fn join(glue: &str) -> Result<String> {
    let (glue, loading) =
        glue.split_once(LOADING).context("the glue does not keep the exports in the variable wasm")?;
    let starts = [&format!("{VIEW} = null;"), "wasm.__wbindgen_start();"];
    if loading.matches(" = null;").count() != 1 || starts.iter().any(|start| !loading.contains(*start)) {
        bail!("the glue starts the wasm in another way");
    }
    Ok(format!(
        "{glue}let wasm;\nexport function start(instantiate) {{\n    \
         wasm = instantiate(__wbg_get_imports());\n    {VIEW} = null;\n    wasm.__wbindgen_start();\n}}\n\
         export function startLater(instantiate) {{\n    \
         wasm = {{ ...wasm, ...instantiate({{ ...__wbg_get_imports(), {FIRST_HALF}: wasm }}) }};\n}}\n"
    ))
}

/// Writes the new names into the glue: imports are the keys of an object (`name: function`), exports are members of the
/// variable `wasm` (`wasm.name`), and the module is one quoted key.
///
/// # Errors
/// When the glue does not give each import once, all of them in one module.
pub fn rename(glue: &str, renamed: &Renamed) -> Result<String> {
    let mut text = String::with_capacity(glue.len());
    let mut imports_seen = 0;
    let mut rest = glue;
    while let Some(start) = rest.find(is_name_letter) {
        let (before, from_name) = rest.split_at(start);
        text.push_str(before);
        let (name, after) =
            from_name.split_at(from_name.find(|c| !is_name_letter(c)).unwrap_or(from_name.len()));
        let import = renamed.imports.iter().find(|import| import.1 == name && after.starts_with(':'));
        let export = renamed.exports.iter().find(|export| export.0 == name && text.ends_with("wasm."));
        imports_seen += usize::from(import.is_some());
        text.push_str(
            import.map(|import| &import.2).or(export.map(|export| &export.1)).map_or(name, |new| new),
        );
        rest = after;
    }
    text.push_str(rest);
    if imports_seen != renamed.imports.len() {
        bail!("the glue gives {imports_seen} of the {} imports of the wasm", renamed.imports.len());
    }
    if let Some((module, ..)) = renamed.imports.first() {
        let quoted = format!("\"{module}\":");
        if text.matches(&quoted).count() != 1 || renamed.imports.iter().any(|import| import.0 != *module) {
            bail!("the glue does not give the one module {module}");
        }
        text = text.replace(&quoted, "\"a\":");
    }
    Ok(text)
}

fn is_name_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::{LATER_EXPORTS, Renamed, join, rename};

    fn renamed() -> Renamed {
        let import =
            |old: &str, new: &str| ("./forum_widget_bg.js".to_owned(), old.to_owned(), new.to_owned());
        Renamed {
            imports: vec![import("__wbg_set_1", "a"), import("__wbg_set_12", "b")],
            exports: vec![("memory".to_owned(), "c".to_owned()), ("hello".to_owned(), "d".to_owned())],
        }
    }

    #[test]
    fn only_the_border_is_renamed() {
        let glue = "export function hello() { wasm.hello(memory, wasm.memory.buffer); }\n\
                    { __wbg_set_1: function() {}, __wbg_set_12: x }; return { \"./forum_widget_bg.js\": y };";
        let expected = "export function hello() { wasm.d(memory, wasm.c.buffer); }\n\
                        { a: function() {}, b: x }; return { \"a\": y };";
        assert_eq!(rename(glue, &renamed()).unwrap(), expected);
    }

    #[test]
    fn a_glue_of_another_shape_is_refused() {
        assert!(rename("{ __wbg_set_1: x }", &renamed()).is_err());
        assert!(rename("{ __wbg_set_1: x, __wbg_set_12: x }", &renamed()).is_err());
    }

    #[test]
    fn the_second_half_joins_the_first() {
        let loading = "let wasmModule, wasmInstance, wasm;\n\
                       cachedUint8ArrayMemory0 = null;\nwasm.__wbindgen_start();\nasync function __wbg_load() {}";
        let glue = join(&["function __wbg_get_imports() {}\n", loading].concat()).unwrap();
        assert!(glue.contains("instantiate({ ...__wbg_get_imports(), b: wasm })"), "{glue}");
        assert!(!glue.contains("__wbg_load"), "{glue}");
        assert!(join("let wasm;").is_err());
        assert!(join(&loading.replace("wasm.__wbindgen_start();", "")).is_err());
        assert!(join(&[loading, "cachedThing = null;"].concat()).is_err());
    }

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
