//! Rewrites the glue that wasm-bindgen makes between the wasm and the page's script: without what nobody uses, for a wasm in two
//! halves, and with the short names that wasm-opt has given.

use anyhow::{Context, Result, bail};

use crate::share::Row;
use crate::shrink::{FIRST_HALF, Renamed};

/// The glue of the release.
///
/// # Errors
/// When it does not have the shape that this knows.
pub fn rewrite(glue: &str, renamed: &Renamed, row: &Row) -> Result<String> {
    rename(&join(&without_unused(glue)?, row)?, renamed)
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
/// the second half, which asks for functions of the first one after the other, and whose exports are found through the same variable
/// from then on.
fn join(glue: &str, row: &Row) -> Result<String> {
    let (glue, loading) =
        glue.split_once(LOADING).context("the glue does not keep the exports in the variable wasm")?;
    let starts = [&format!("{VIEW} = null;"), "wasm.__wbindgen_start();"];
    if loading.matches(" = null;").count() != 1 || starts.iter().any(|start| !loading.contains(*start)) {
        bail!("the glue starts the wasm in another way");
    }
    let Row { table, start } = row;
    Ok(format!(
        "{glue}let wasm;\nexport function start(instantiate) {{\n    \
         wasm = instantiate(__wbg_get_imports());\n    {VIEW} = null;\n    wasm.__wbindgen_start();\n}}\n\
         export function startLater(instantiate) {{\n    \
         let next = {start};\n    \
         const {FIRST_HALF} = {{ ...wasm, get [\"\"]() {{ return wasm[\"{table}\"].get(next++); }} }};\n    \
         wasm = {{ ...wasm, ...instantiate({{ ...__wbg_get_imports(), {FIRST_HALF} }}) }};\n}}\n"
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
    use super::{Row, join, rename};
    use crate::shrink::Renamed;

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
        let row = Row { table: "0".to_owned(), start: 7 };
        let glue = join(&["function __wbg_get_imports() {}\n", loading].concat(), &row).unwrap();
        assert!(glue.contains("let next = 7;"), "{glue}");
        assert!(glue.contains("{ ...wasm, get [\"\"]() { return wasm[\"0\"].get(next++); } }"), "{glue}");
        assert!(glue.contains("instantiate({ ...__wbg_get_imports(), b })"), "{glue}");
        assert!(!glue.contains("__wbg_load"), "{glue}");
        assert!(join("let wasm;", &row).is_err());
        assert!(join(&loading.replace("wasm.__wbindgen_start();", ""), &row).is_err());
        assert!(join(&[loading, "cachedThing = null;"].concat(), &row).is_err());
    }
}
