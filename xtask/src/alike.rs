//! Puts functions of a wasm beside those that they are most like, of which brotli has just said much of what it has to say of them:
//! a first visit is 435 bytes smaller.

use std::collections::HashSet;

use anyhow::Result;
use walrus::{Function, FunctionId, FunctionKind, ModuleConfig};
use wasmparser::{Parser, Payload};

/// So many bytes in a row are what two functions have in common.
const RUN: usize = 4;

/// The same wasm, with names for its functions in whose order wasm-opt is to put them (`--reorder-functions-by-name`). Those that
/// it imports stand by their types, which are all that is said of most of them in the end (`share.rs`).
///
/// # Errors
/// When the wasm does not parse.
pub fn named_by_likeness(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    let mut module = config.parse(wasm)?;
    let mut imported: Vec<FunctionId> = module.funcs.iter().map(Function::id).collect();
    imported.retain(|id| matches!(module.funcs.get(*id).kind, FunctionKind::Import(_)));
    imported.sort_by_key(|id| module.funcs.get(*id).ty());
    for (place, function) in imported.into_iter().enumerate() {
        // Before the digits of the others.
        module.funcs.get_mut(function).name = Some(format!("!{place:05}"));
    }
    let functions: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for (place, function) in by_likeness(&bodies(wasm)?).into_iter().enumerate() {
        module.funcs.get_mut(functions[function]).name = Some(format!("{place:05}"));
    }
    Ok(module.emit_wasm())
}

/// The code of each function, in the order of the file.
fn bodies(wasm: &[u8]) -> Result<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(body.as_bytes());
        }
    }
    Ok(bodies)
}

/// The positions of some codes: the longest, and after each one that which is most alike among those that are left. The first of
/// several that are, so that the same bytes give the same order.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<HashSet<&[u8]>> = bodies.iter().map(|body| body.windows(RUN).collect()).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    let mut next = left.iter().copied().rev().max_by_key(|&one| bodies[one].len());
    while let Some(last) = next {
        left.retain(|&one| one != last);
        order.push(last);
        next = left.iter().copied().rev().max_by(|&one, &other| {
            let likeness = |of: usize| {
                let longer = runs[last].len().max(runs[of].len()) + 1;
                (runs[last].intersection(&runs[of]).count(), longer)
            };
            let ((common, of), (others, of_others)) = (likeness(one), likeness(other));
            (common * of_others).cmp(&(others * of))
        });
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{by_likeness, named_by_likeness};

    #[test]
    fn what_is_most_alike_comes_next() {
        let bodies: [&[u8]; 5] = [b"abcdefgh", b"123456789", b"xbcdefgh", b"1234", b"12345678"];
        assert_eq!(by_likeness(&bodies), [1, 4, 3, 0, 2]);
        assert!(by_likeness(&[]).is_empty());
    }

    #[test]
    fn the_names_of_functions_are_their_places() {
        let text = r#"(module (import "page" "a" (func (param i64))) (import "page" "b" (func)) (import "page" "c" (func (param i64)))
                (func (nop)) (func (result i32) (i32.const 123456)))"#;
        let named = named_by_likeness(&wat::parse_str(text).unwrap()).unwrap();
        let module = walrus::Module::from_buffer(&named).unwrap();
        let named = |name| module.funcs.get(module.funcs.by_name(name).unwrap());
        assert_eq!(module.types.results(named("00000").ty()).len(), 1);
        assert_eq!(module.types.results(named("00001").ty()).len(), 0);
        let takes = |name| module.types.params(named(name).ty()).len();
        let alike =
            takes("!00000") == 1 && takes("!00001") == 1 || takes("!00001") == 0 && takes("!00002") == 1;
        assert!(alike && takes("!00000") + takes("!00001") + takes("!00002") == 2, "types stand together");
    }
}
