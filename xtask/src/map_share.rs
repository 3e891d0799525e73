//! What the map takes of the engine: the engine is made once more without it, and the difference is weighed.
//!
//! In a copy of the linked wasm the functions of the map's modules do nothing, and the data is zero that nothing points to any
//! more. What is then made of it in the way of the release lacks the map, and whatever only the map calls. Not counted is what the
//! compiler has put into functions of other modules: 2 KB of the first half and 4 KB of both in a build in which it put nothing
//! (`inline(never)` at the doors of the map), which made the release itself larger.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use walrus::ir::{Instr, InstrLocId, Value, Visitor, dfs_in_order};
use walrus::passes::gc;
use walrus::{
    ConstExpr, Data, DataKind, Function, FunctionBuilder, FunctionId, FunctionKind, Module, ValType,
};

/// The modules of the map, as the names of functions have them behind the crate's name and its hash.
const MODULES: [&str; 2] = ["]::map::", "]::view::map::"];

/// A linked wasm, which has its names still, without the map.
///
/// # Errors
/// When the wasm does not parse, or has no function of one of these modules.
pub fn without_map(linked: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(linked).context("the wasm does not parse")?;
    for name in MODULES {
        ensure!(module.funcs.iter().any(|function| is_of(function, name)), "no function is of {name}");
    }
    let before = called_for(&module);
    let of_map = module.funcs.iter().filter(|function| MODULES.iter().any(|name| is_of(function, name)));
    for function in of_map.map(Function::id).collect::<Vec<_>>() {
        do_nothing(&mut module, function)?;
    }
    gc::run(&mut module);
    let after = called_for(&module);
    for data in module.data.iter().map(Data::id).collect::<Vec<_>>() {
        forget(module.data.get_mut(data), &before, &after);
    }
    Ok(module.emit_wasm())
}

fn is_of(function: &Function, module: &str) -> bool {
    function.name.as_deref().is_some_and(|name| name.contains(module))
}

/// Empties a function; what it gives is zero.
fn do_nothing(module: &mut Module, function: FunctionId) -> Result<()> {
    let ty = module.types.get(module.funcs.get(function).ty());
    let (parameters, results) = (ty.params().to_vec(), ty.results().to_vec());
    let mut empty = FunctionBuilder::new(&mut module.types, &parameters, &results);
    for result in results {
        let mut body = empty.func_body();
        match result {
            ValType::I32 => body.i32_const(0),
            ValType::I64 => body.i64_const(0),
            ValType::F32 => body.f32_const(0.0),
            ValType::F64 => body.f64_const(0.0),
            _ => bail!("a function of the map gives {result:?}"),
        };
    }
    let locals = parameters.into_iter().map(|parameter| module.locals.add(parameter)).collect();
    module.funcs.get_mut(function).kind = FunctionKind::Local(empty.local_func(locals));
    Ok(())
}

/// The numbers in the functions of a module, among which are all addresses that they have.
fn called_for(module: &Module) -> BTreeSet<u32> {
    let mut numbers = Numbers(BTreeSet::new());
    for (_, function) in module.funcs.iter_local() {
        dfs_in_order(&mut numbers, function, function.entry_block());
    }
    numbers.0
}

struct Numbers(BTreeSet<u32>);

impl Visitor<'_> for Numbers {
    fn visit_instr(&mut self, instruction: &Instr, _: &InstrLocId) {
        let number = match instruction {
            Instr::Const(number) => match number.value {
                Value::I32(number) => Some(number.cast_unsigned()),
                _ => None,
            },
            Instr::Load(load) => u32::try_from(load.arg.offset).ok(),
            Instr::Store(store) => u32::try_from(store.arg.offset).ok(),
            _ => None,
        };
        self.0.extend(number);
    }
}

/// Makes zero of each piece of data, from one address to the next, that is not asked for `after`.
fn forget(data: &mut Data, before: &BTreeSet<u32>, after: &BTreeSet<u32>) {
    let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else { return };
    let start = start.cast_unsigned();
    let end = start + u32::try_from(data.value.len()).unwrap_or(0);
    let inside = |address: &u32| (start..end).contains(address);
    let pointers = |bytes: &[u8]| -> Vec<u32> {
        let words = bytes.as_chunks::<4>().0;
        words.iter().map(|word| u32::from_le_bytes(*word)).filter(inside).collect()
    };
    let mut edges: BTreeSet<u32> = before.iter().copied().filter(inside).collect();
    edges.extend(pointers(&data.value));
    let piece = |address: u32| {
        let next = edges.range(address + 1..).next().copied().unwrap_or(end);
        (address - start) as usize..(next - start) as usize
    };
    let mut kept = BTreeSet::new();
    let mut next: Vec<u32> = after.iter().copied().filter(inside).collect();
    while let Some(address) = next.pop() {
        if kept.insert(address) {
            next.extend(data.value.get(piece(address)).map(pointers).into_iter().flatten());
        }
    }
    for address in edges.iter().filter(|address| !kept.contains(address)) {
        data.value.get_mut(piece(*address)).into_iter().flatten().for_each(|byte| *byte = 0);
    }
}

#[cfg(test)]
mod tests {
    use walrus::Module;

    use super::without_map;

    /// The map alone calls `$deep` and has the text at 20. Both have the one at 16, and the table at 28 points to that at 24.
    const LINKED: &str = r#"(module
        (memory (export "memory") 1)
        (data (i32.const 16) "bothmap!kept\18\00\00\00")
        (func $deep (result i32) (i32.const 20))
        (func $"forum_widget[a1]::map::geometry" (result i32) (drop (i32.const 16)) (call $deep))
        (func $"forum_widget[a1]::view::map::draw" (param i32) (drop (call $"forum_widget[a1]::map::geometry")))
        (func (export "draw")
            (call $"forum_widget[a1]::view::map::draw" (i32.const 16))
            (drop (i32.load offset=28 (i32.const 0)))))"#;

    #[test]
    fn what_only_the_map_calls_and_points_to_is_gone() {
        let without = without_map(&wat::parse_str(LINKED).unwrap()).unwrap();
        let module = Module::from_buffer(&without).unwrap();
        assert_eq!(module.data.iter().next().unwrap().value, b"both\0\0\0\0kept\x18\0\0\0");
        let functions: Vec<_> = module.funcs.iter_local().map(|(_, function)| function.size()).collect();
        assert_eq!(
            functions.iter().sum::<u64>(),
            5,
            "what the export does, and nothing of the map: {functions:?}"
        );
        assert_eq!(functions.len(), 2);
    }

    #[test]
    fn names_of_another_kind_are_an_error() {
        let mangled = LINKED.replace("]::view::map::", "4view3map");
        let error = without_map(&wat::parse_str(mangled).unwrap()).unwrap_err();
        assert_eq!(error.to_string(), "no function is of ]::view::map::");
    }
}
