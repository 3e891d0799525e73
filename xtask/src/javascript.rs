//! The second engine: the same wasm as JavaScript, for pages whose policy lets no WebAssembly run.
//!
//! It is made of the wasm that was compiled for the first one, so both are the same program to the last branch. wasm2js knows one
//! table and no references, hence wasm-bindgen is told that the compiler was not allowed any; its glue then keeps the
//! values of the page in an array. What the instruction set of 2017 lacks, wasm-opt and wasm2js put in its words.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use walrus::{Module, RawCustomSection};

use crate::bundle;
use crate::glue::rename;
use crate::linked;
use crate::program::Program;
use crate::progress::step;
use crate::project::Project;
use crate::shrink::{Renamed, wasm_opt};
use crate::sizes;
use crate::toolchain::cargo_tools;

/// What wasm-opt does to it: first without the instructions that wasm2js does not know, then small.
const LOWERED: [&str; 7] = [
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "-Oz",
    "-Oz",
    "--always-inline-max-function-size",
    "4",
    "--minify-imports-and-exports-and-modules",
];
/// The section in which the compiler lists what the instruction set must have.
const FEATURES: &str = "target_features";
/// Of these, those without which wasm-bindgen makes other glue.
const WITHOUT: [&str; 2] = ["reference-types", "multivalue"];
/// What wasm-bindgen asks itself for where there are references, and its answer where there are none: the number of places
/// in the array that are never given away (`JSIDX_RESERVED`).
const RESERVED: (&str, &str, i32) =
    ("__wbindgen_externref_xform__", "__wbindgen_externref_statics_end", 1028);
/// Where the glue keeps a view of the memory, which in wasm is cut off when the memory grows. Here it is not: the old memory
/// stays as it was, so the views are compared with the new one.
const VIEWS: [(&str, &str); 2] = [
    ("cachedUint8ArrayMemory0.byteLength === 0", "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer"),
    (
        "cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && \
         cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0.buffer !== wasm.memory.buffer",
    ),
];

/// Makes the module whose default export gives a fresh `{ Widget, learn, drawFailure }` at each call. What has not changed since the
/// last time is taken from then.
///
/// # Errors
/// When a tool refuses the wasm, or what it wrote does not have the shape that is known here.
pub fn engine(project: &Project) -> Result<Vec<u8>> {
    let folder = project.wasm_target().join("javascript");
    fs::create_dir_all(&folder)?;
    let (engine, key_file) = (folder.join("engine.js"), folder.join("key"));
    let compiled = fs::read(project.wasm_target().join("wasm32-unknown-unknown/release/forum_widget.wasm"))
        .context("cargo left no wasm")?;
    let how = [include_str!("javascript.rs"), include_str!("shrink.rs")].concat();
    let key = sizes::integrity(&[compiled.as_slice(), how.as_bytes()].concat());
    if !fs::read_to_string(&key_file).is_ok_and(|last| last == key) {
        step("making the second engine (15 s where the sources changed)", || {
            let source = folder.join("source.js");
            fs::write(&source, translate(project, &folder, &compiled)?)?;
            bundle::module(project, &source, &engine)?;
            Ok(fs::write(&key_file, key)?)
        })?;
    }
    Ok(fs::read(engine)?)
}

fn translate(project: &Project, folder: &Path, compiled: &[u8]) -> Result<String> {
    let (plain, small) = (folder.join("forum_widget.wasm"), folder.join("small.wasm"));
    fs::write(&plain, without_references(compiled)?)?;
    let bindgen = Program::new(cargo_tools::folder(project).join("wasm-bindgen"))
        .arguments([plain.as_path(), Path::new("--out-dir"), folder])
        .arguments(["--target", "web", "--no-typescript"]);
    succeeds("wasm-bindgen", bindgen)?;
    let glue = fs::read_to_string(folder.join("forum_widget.js"))?;
    let output = wasm_opt(project, &LOWERED, &folder.join("forum_widget_bg.wasm"), &small)?;
    let renamed: Renamed = serde_json::from_str(&output).context("wasm-opt does not say what it renamed")?;
    let script = folder.join("small.js");
    let wasm2js = Program::new(project.node_modules().join(".bin/wasm2js"))
        .arguments(["-Oz", "--enable-bulk-memory", "--enable-mutable-globals"])
        .arguments([small.as_path(), Path::new("-o"), &script]);
    succeeds("wasm2js", wasm2js)?;
    join(&rename(&inside(&glue)?, &renamed)?, &fs::read_to_string(script)?)
}

fn succeeds(name: &str, program: Program) -> Result<()> {
    let (good, output) = program.captured()?;
    if !good {
        bail!("{name} refuses the wasm: {}", output.trim());
    }
    Ok(())
}

/// The wasm as from a compiler that was allowed no references and no tuples: it has used none, wasm-bindgen would put them in.
fn without_references(compiled: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(compiled).context("the wasm cannot be read")?;
    linked::forget(&mut module);
    let features = module.customs.remove_raw(FEATURES).context("the wasm does not list its features")?;
    let data = without_features(&features.data).context("the list of features cannot be read")?;
    module.customs.add(RawCustomSection { name: FEATURES.into(), data });
    let (from, name, answer) = RESERVED;
    let question = module.imports.get_func(from, name)?;
    module.replace_imported_func(question, |(body, _)| {
        body.i32_const(answer);
    })?;
    Ok(module.emit_wasm())
}

/// The section is a number of features, then each of them: `+` or `-`, the length of its name, its name. All numbers are
/// below 128, and so one byte.
fn without_features(section: &[u8]) -> Option<Vec<u8>> {
    let (&count, mut rest) = section.split_first()?;
    let mut kept = vec![0];
    for _ in 0..count {
        let length = usize::from(*rest.get(1)?);
        let (feature, after) = rest.split_at_checked(length + 2)?;
        if !WITHOUT.iter().any(|name| name.as_bytes() == &feature[2..]) {
            kept.extend(feature);
            kept[0] += 1;
        }
        rest = after;
    }
    rest.is_empty().then_some(kept)
}

/// The glue as the inside of a function, without what loads a wasm.
fn inside(glue: &str) -> Result<String> {
    let (glue, _) = glue.split_once("async function __wbg_load(").context("the glue loads no wasm")?;
    let mut glue = glue.to_owned();
    let exports = ["class Widget ", "function learn(", "function drawFailure("]
        .map(|name| (format!("export {name}"), name));
    for (from, to) in exports.iter().map(|(from, to)| (from.as_str(), *to)).chain(VIEWS) {
        if glue.matches(from).count() != 1 {
            bail!("the glue does not have once: {from}");
        }
        glue = glue.replace(from, to);
    }
    let left = glue.lines().any(|line| line.starts_with("import ") || line.starts_with("export "));
    if left || !glue.contains("function __wbg_finalize_init(") {
        bail!("the glue has another shape");
    }
    Ok(glue)
}

/// One module of the glue and of what wasm2js wrote, which is a function of the imports that gives the exports. All that the glue
/// keeps is inside of a function too, so that an engine that has trapped is left behind whole.
fn join(glue: &str, script: &str) -> Result<String> {
    let (script, _) =
        script.split_once("var retasmFunc = asmFunc(").context("wasm2js has written another script")?;
    let script: String = script.split_inclusive('\n').filter(|line| !line.starts_with("import ")).collect();
    Ok(format!(
        "{script}\nexport default function () {{\n{glue}\n    \
         __wbg_finalize_init({{ exports: asmFunc(__wbg_get_imports()) }});\n    \
         return {{ Widget, learn, drawFailure }};\n}}\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::{VIEWS, inside, join, without_features};

    #[test]
    fn references_and_tuples_are_taken_from_the_list() {
        let section = b"\x03+\x09sign-ext1+\x0freference-types-\x0amultivalue";
        assert_eq!(without_features(section).unwrap(), b"\x01+\x09sign-ext1");
        assert_eq!(without_features(b"\x02+\x01a"), None);
        assert_eq!(without_features(b"\x01+\x01ab"), None);
    }

    #[test]
    fn the_engine_is_a_function_that_gives_a_fresh_one() {
        let views = VIEWS.map(|(from, _)| from).join(";");
        let glue = format!(
            "export class Widget {{}}\nexport function learn() {{}}\nexport function drawFailure() {{}}\n{views}\n\
             function __wbg_finalize_init() {{}}\nasync function __wbg_load() {{}}\nexport {{ initSync }};"
        );
        let glue = inside(&glue).unwrap();
        let script = "import * as a from 'a';\nfunction asmFunc(imports) {}\nvar retasmFunc = asmFunc({});\nexport var b;";
        let module = join(&glue, script).unwrap();
        assert!(module.starts_with("function asmFunc(imports) {}"), "{module}");
        assert_eq!(module.matches("export ").count(), 1, "{module}");
        assert!(!module.contains("byteLength") && !module.contains("detached"), "{module}");
        assert!(inside("export class Widget {}").is_err());
        assert!(join("", "function asmFunc() {}").is_err());
    }
}
