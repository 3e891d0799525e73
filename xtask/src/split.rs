//! Splits a linked wasm in two: what draws, and what is only reached from exports that are called after the first drawing.
//!
//! The second half has its own functions, and the constants that only they read. Memory, tables, globals and the functions
//! of the first half are imported from there, so both are one program: nothing in the Rust sources knows of it but the list
//! of exports.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use walrus::ir::Value;
use walrus::passes::gc;
use walrus::{
    ConstExpr, Data, DataKind, Element, Export, ExportItem, Function, FunctionId, FunctionKind, Global,
    GlobalKind, Import, ImportId, ImportedFunction, Memory, Module, ModuleConfig, Table,
};

/// A wasm in two files.
#[derive(Debug)]
pub struct Halves {
    /// Memory, data, tables, and what draws.
    pub first: Vec<u8>,
    /// What comes later. Its imports are those of the whole, and exports of the first half.
    pub later: Vec<u8>,
    /// The names under which the first half exports functions for the second alone.
    pub shared: BTreeSet<String>,
}

/// Splits off these exports, whose half imports from the other under the name of `module`, and puts what is at the
/// addresses of `later_data` in its place. A function to which there is a pointer stays in the first half, because nothing
/// says who calls it.
///
/// # Errors
/// When the wasm does not parse, has no such export, or has data that no start of the program puts in its place.
pub fn split(
    whole: &[u8],
    later_exports: &[&str],
    later_data: &[Range<usize>],
    module: &str,
) -> Result<Halves> {
    let (mut first, mut later) = (parse(whole)?, parse(whole)?);
    // The same bytes give the same order.
    let functions: HashMap<FunctionId, FunctionId> =
        first.funcs.iter().map(Function::id).zip(later.funcs.iter().map(Function::id)).collect();
    for name in later_exports {
        first.exports.remove(name).with_context(|| format!("the wasm has no export {name} to come later"))?;
    }
    keep_exports(&mut later, later_exports);
    share_data(&mut first, &mut later, later_data)?;
    let mut names = Names::new(&first, &later);
    share_storage(&mut first, &mut later, module, &mut names);
    gc::run(&mut first);
    names.given.clear();
    share_functions(&mut first, &mut later, module, &mut names, &functions);
    Ok(Halves { first: first.emit_wasm(), later: later.emit_wasm(), shared: names.given })
}

fn parse(wasm: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse(wasm).context("the wasm cannot be split")
}

/// Leaves the second half its exports; what fills tables is the first's.
fn keep_exports(later: &mut Module, names: &[&str]) {
    let others = later.exports.iter().filter(|export| !names.contains(&export.name.as_str()));
    for export in others.map(Export::id).collect::<Vec<_>>() {
        later.exports.delete(export);
    }
    later.start = None;
    for table in later.tables.iter_mut() {
        table.elem_segments.clear();
    }
    for segment in later.elements.iter().map(Element::id).collect::<Vec<_>>() {
        later.elements.delete(segment);
    }
}

/// Gives the second half its constants. In the first there are zeros instead, which wasm-opt leaves out.
fn share_data(first: &mut Module, later: &mut Module, later_data: &[Range<usize>]) -> Result<()> {
    let segments = first.data.iter().map(Data::id).zip(later.data.iter().map(Data::id));
    for (segment, same) in segments.collect::<Vec<_>>() {
        let &DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(start)) } =
            &later.data.get(same).kind
        else {
            bail!("the wasm copies data to memory by itself");
        };
        later.data.delete(same);
        later.memories.get_mut(memory).data_segments.remove(&same);
        let start = usize::try_from(start)?;
        let bytes = &mut first.data.get_mut(segment).value;
        for range in later_data {
            let (from, to) = (range.start.max(start), range.end.min(start + bytes.len()));
            if from < to {
                let bytes = &mut bytes[from - start..to - start];
                let at = ConstExpr::Value(Value::I32(i32::try_from(from)?));
                let moved = later.data.add(DataKind::Active { memory, offset: at }, bytes.to_vec());
                later.memories.get_mut(memory).data_segments.insert(moved);
                bytes.fill(0);
            }
        }
    }
    Ok(())
}

/// Memory, tables and globals are the first half's, whichever half uses them.
fn share_storage(first: &mut Module, later: &mut Module, module: &str, names: &mut Names) {
    let memories: Vec<_> = first.memories.iter().map(Memory::id).collect();
    for (memory, shared) in memories.into_iter().zip(later.memories.iter_mut()) {
        let name = names.of(first, ExportItem::Memory(memory));
        shared.import = Some(later.imports.add(module, &name, shared.id()));
    }
    let tables: Vec<_> = first.tables.iter().map(Table::id).collect();
    for (table, shared) in tables.into_iter().zip(later.tables.iter_mut()) {
        let name = names.of(first, ExportItem::Table(table));
        shared.import = Some(later.imports.add(module, &name, shared.id()));
    }
    let globals = first.globals.iter().map(Global::id).zip(later.globals.iter().map(Global::id));
    for (global, shared) in globals.collect::<Vec<_>>() {
        let name = names.of(first, ExportItem::Global(global));
        later.globals.get_mut(shared).kind = GlobalKind::Import(later.imports.add(module, &name, shared));
    }
}

/// The functions that the first half needs itself are imported by the second where it calls them.
fn share_functions(
    first: &mut Module,
    later: &mut Module,
    module: &str,
    names: &mut Names,
    functions: &HashMap<FunctionId, FunctionId>,
) {
    let mut imports = Vec::new();
    for (function, _) in first.funcs.iter_local() {
        let Some(&same) = functions.get(&function) else { continue };
        let import = later.imports.add(module, "named below", same);
        let shared = later.funcs.get_mut(same);
        shared.kind = FunctionKind::Import(ImportedFunction { import, ty: shared.ty() });
        imports.push((import, function));
    }
    gc::run(later);
    let called: HashSet<ImportId> = later.imports.iter().map(Import::id).collect();
    for (import, function) in imports.into_iter().filter(|(import, _)| called.contains(import)) {
        later.imports.get_mut(import).name = names.of(first, ExportItem::Function(function));
    }
}

/// Names for exports of the first half: those that it has, and short ones.
struct Names {
    taken: HashSet<String>,
    given: BTreeSet<String>,
    next: usize,
}

impl Names {
    /// None that one of the halves has already: their exports become one object.
    fn new(first: &Module, later: &Module) -> Names {
        let exports = first.exports.iter().chain(later.exports.iter());
        Names { taken: exports.map(|export| export.name.clone()).collect(), given: BTreeSet::new(), next: 0 }
    }

    /// The name under which the module exports an item, from now on if not before.
    fn of(&mut self, module: &mut Module, item: ExportItem) -> String {
        let same = |export: &&Export| match (export.item, item) {
            (ExportItem::Function(one), ExportItem::Function(other)) => one == other,
            (ExportItem::Memory(one), ExportItem::Memory(other)) => one == other,
            (ExportItem::Table(one), ExportItem::Table(other)) => one == other,
            (ExportItem::Global(one), ExportItem::Global(other)) => one == other,
            _ => false,
        };
        if let Some(export) = module.exports.iter().find(same) {
            return export.name.clone();
        }
        let name = loop {
            let name = format!("{:x}", self.next);
            self.next += 1;
            if self.taken.insert(name.clone()) {
                break name;
            }
        };
        module.exports.add(&name, item);
        self.given.insert(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use walrus::ir::Value;
    use walrus::{ConstExpr, Data, DataKind, Module};

    use super::split;

    /// `draw` and `react` share `add`; `react` alone calls `tell` and `twice`, and it sets the global, reads the memory
    /// and calls by a pointer.
    const WHOLE: &str = r#"(module
        (import "page" "show" (func $show (param i32)))
        (import "page" "tell" (func $tell (param i32)))
        (type $key (func (param i32) (result i32)))
        (memory (export "memory") 1)
        (data (i32.const 16) "\2aconstants")
        (global $depth (mut i32) (i32.const 5))
        (table 2 2 funcref)
        (elem (i32.const 1) $pointed)
        (func $add (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
        (func $pointed (type $key) (local.get 0))
        (func $twice (param i32) (result i32) (call $add (local.get 0) (local.get 0)))
        (func (export "draw") (call $show (call $add (i32.const 1) (i32.const 2))))
        (func (export "react") (result i32)
            (global.set $depth (call $add (global.get $depth) (i32.load (i32.const 16))))
            (call $tell (call $twice (global.get $depth)))
            (call_indirect (type $key) (global.get $depth) (i32.const 1))))"#;

    /// The imports, the exports and the number of functions.
    fn shape(wasm: &[u8]) -> (String, String, usize) {
        let module = Module::from_buffer(wasm).unwrap();
        let imports: Vec<_> =
            module.imports.iter().map(|import| [&*import.module, &*import.name].join(".")).collect();
        let mut exports: Vec<_> = module.exports.iter().map(|export| &*export.name).collect();
        exports.sort_unstable();
        (imports.join(" "), exports.join(" "), module.funcs.iter_local().count())
    }

    #[test]
    fn each_half_has_its_own_and_the_second_takes_the_rest_from_the_first() {
        let halves = split(&wat::parse_str(WHOLE).unwrap(), &["react"], &[], "first").unwrap();
        // Beside what it had: the table, the global, add. Functions: add, pointed, draw.
        assert_eq!(shape(&halves.first), ("page.show".into(), "0 1 2 draw memory".into(), 3));
        // Functions: twice, react.
        let imports = "page.tell first.memory first.0 first.1 first.2";
        assert_eq!(shape(&halves.later), (imports.into(), "react".into(), 2));
    }

    #[test]
    fn data_of_the_second_half_is_where_it_was() {
        let halves = split(&wat::parse_str(WHOLE).unwrap(), &["react"], &[8..17, 19..22], "first").unwrap();
        let data = |wasm: &[u8]| {
            let module = Module::from_buffer(wasm).unwrap();
            let place = |data: &Data| match data.kind {
                DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } => start,
                _ => panic!("data without a place"),
            };
            module.data.iter().map(|data| (place(data), data.value.clone())).collect::<Vec<_>>()
        };
        assert_eq!(data(&halves.first), [(16, b"\0co\0\0\0ants".to_vec())]);
        assert_eq!(data(&halves.later), [(16, b"\x2a".to_vec()), (19, b"nst".to_vec())]);
    }

    #[test]
    fn an_export_that_is_not_there_is_an_error() {
        let error = split(&wat::parse_str(WHOLE).unwrap(), &["search"], &[], "first").unwrap_err();
        assert_eq!(error.to_string(), "the wasm has no export search to come later");
    }
}
