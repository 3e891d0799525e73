//! Has the second half of a wasm find the functions of the first in its table, in a row, and not each by its name: names are what
//! compresses least. A first visit is 260 bytes smaller, everything 568 (brotli).
//!
//! The imports of those functions all have the empty name. They are asked for in their order (WebAssembly JavaScript Interface,
//! "read the imports"), so a getter can give one after the other.

use std::collections::{BTreeSet, HashMap};
use std::convert::Infallible;

use anyhow::{Context, Result, anyhow, bail, ensure};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{Elements, ExportSection, ImportSection, Module, TableSection};
use wasmparser::{
    ElementItems, ElementKind, Export, ExternalKind, Import, Imports, Operator, Parser, Payload, RefType,
    Table, TypeRef,
};

use crate::split::Halves;

/// Where the functions are that the second half asks for, one after the other.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The name under which the first half exports the table.
    pub table: String,
    /// The place of the first one.
    pub start: u64,
}

/// Puts what the second half imports of functions from `module` into the table of the first, behind what is there, and takes the
/// names away under which they were exported for that alone.
///
/// # Errors
/// When a half does not parse, or the first one has no table of functions that is full from the start.
pub fn by_table(halves: &mut Halves, module: &str) -> Result<Row> {
    let door = Door::of(&halves.first)?;
    let mut functions = Vec::new();
    for name in asked_for(&halves.later, module)? {
        functions
            .push(*door.functions.get(&name).with_context(|| format!("no function is exported as {name}"))?);
    }
    halves.first = encoded(&mut First { functions, named: &halves.shared }, &halves.first)?;
    halves.later = encoded(&mut Later { module }, &halves.later)?;
    Ok(door.row)
}

fn encoded(encoder: &mut impl Reencode<Error = Infallible>, wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    encoder.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| anyhow!("{error}"))?;
    Ok(module.finish())
}

/// The names of the functions that a wasm imports from a module, in their order.
fn asked_for(wasm: &[u8], module: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(imports) = payload? else { continue };
        for import in imports.into_imports() {
            let import = import?;
            if is_function(&import, module) {
                names.push(import.name.to_owned());
            }
        }
    }
    Ok(names)
}

fn is_function(import: &Import<'_>, module: &str) -> bool {
    import.module == module && matches!(import.ty, TypeRef::Func(_))
}

/// What the first half exports.
struct Door {
    functions: HashMap<String, u32>,
    row: Row,
}

impl Door {
    fn of(wasm: &[u8]) -> Result<Door> {
        let (mut functions, mut tables, mut names) = (HashMap::new(), Vec::new(), HashMap::new());
        let mut filled = None;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TableSection(section) => {
                    tables = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let Export { name, kind, index } = export?;
                        match kind {
                            ExternalKind::Func => drop(functions.insert(name.to_owned(), index)),
                            ExternalKind::Table => drop(names.insert(index, name.to_owned())),
                            _ => {}
                        }
                    }
                }
                Payload::ElementSection(section) => {
                    ensure!(section.count() == 1, "the tables are filled in {} pieces", section.count());
                    for element in section {
                        let element = element?;
                        if let (
                            ElementKind::Active { table_index, offset_expr },
                            ElementItems::Functions(items),
                        ) = (element.kind, element.items)
                        {
                            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                            else {
                                bail!("the table is filled from a place that is not known");
                            };
                            filled = Some((
                                table_index.unwrap_or(0),
                                u64::try_from(value)? + u64::from(items.count()),
                            ));
                        }
                    }
                }
                _ => {}
            }
        }
        let (index, start) = filled.context("no table is filled from the start")?;
        let table = tables.get(index as usize).context("no such table")?;
        if !is_of_functions(table) || table.ty.initial != start {
            bail!("the table is not full: {} of {}", start, table.ty.initial);
        }
        let table = names.remove(&index).context("the table is not exported")?;
        Ok(Door { functions, row: Row { table, start } })
    }
}

fn is_of_functions(table: &Table<'_>) -> bool {
    table.ty.element_type == RefType::FUNCREF
}

/// Writes the first half with more functions in its table, and without names.
struct First<'a> {
    functions: Vec<u32>,
    named: &'a BTreeSet<String>,
}

impl Reencode for First<'_> {
    type Error = Infallible;

    fn parse_table(&mut self, tables: &mut TableSection, mut table: Table<'_>) -> Result<(), Error> {
        if is_of_functions(&table) {
            let more = self.functions.len() as u64;
            table.ty.initial += more;
            table.ty.maximum = table.ty.maximum.map(|most| most + more);
        }
        utils::parse_table(self, tables, table)
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error> {
        if export.kind == ExternalKind::Func && self.named.contains(export.name) {
            return Ok(());
        }
        utils::parse_export(self, exports, export)
    }

    fn element_items<'a>(&mut self, items: ElementItems<'a>) -> Result<Elements<'a>, Error> {
        let mut items = utils::element_items(self, items)?;
        if let Elements::Functions(functions) = &mut items {
            functions.to_mut().extend(&self.functions);
        }
        Ok(items)
    }
}

/// Writes the second half without the names of what it imports.
struct Later<'a> {
    module: &'a str,
}

impl Reencode for Later<'_> {
    type Error = Infallible;

    fn parse_imports<'a>(&mut self, section: &mut ImportSection, imports: Imports<'a>) -> Result<(), Error> {
        let unnamed = |mut import: Import<'a>| {
            if is_function(&import, self.module) {
                import.name = "";
            }
            // It has become longer.
            if let TypeRef::Table(table) = &mut import.ty {
                table.maximum = None;
            }
            import
        };
        let imports = match imports {
            Imports::Single(place, import) => Imports::Single(place, unnamed(import)),
            groups => groups,
        };
        utils::parse_imports(self, section, imports)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wasmparser::{ElementItems, Parser, Payload, Validator};

    use super::{Row, TypeRef, by_table};
    use crate::split::Halves;

    const FIRST: &str = r#"(module
        (table (export "t") 2 2 funcref)
        (elem (i32.const 1) $pointed)
        (func $pointed)
        (func (export "draw") (result i32) (i32.const 1))
        (func (export "0") (param i32))
        (func (export "1") (param i64)))"#;
    const LATER: &str = r#"(module
        (import "page" "show" (func))
        (import "first" "1" (func (param i64)))
        (import "first" "t" (table 2 2 funcref))
        (import "first" "draw" (func (result i32)))
        (import "first" "0" (func (param i32))))"#;

    fn halves(first: &str) -> Halves {
        let [first, later] = [first, LATER].map(|text| wat::parse_str(text).unwrap());
        Halves { first, later, shared: BTreeSet::from(["0", "1"].map(String::from)) }
    }

    #[test]
    fn functions_stand_in_the_table_in_the_order_in_which_they_are_asked_for() {
        let mut halves = halves(FIRST);
        assert_eq!(by_table(&mut halves, "first").unwrap(), Row { table: "t".into(), start: 2 });
        for half in [&halves.first, &halves.later] {
            Validator::new().validate_all(half).unwrap();
        }
        let (mut exports, mut table, mut imports) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&halves.first) {
            match payload.unwrap() {
                Payload::ExportSection(section) => {
                    exports.extend(section.into_iter().map(|export| export.unwrap().name));
                }
                Payload::ElementSection(section) => {
                    let Some(Ok(ElementItems::Functions(items))) =
                        section.into_iter().next().map(|one| one.map(|one| one.items))
                    else {
                        panic!("no functions")
                    };
                    table.extend(items.into_iter().map(Result::unwrap));
                }
                _ => {}
            }
        }
        for payload in Parser::new(0).parse_all(&halves.later) {
            if let Payload::ImportSection(section) = payload.unwrap() {
                for import in section.into_imports().map(Result::unwrap) {
                    imports.push(import.name);
                    // Longer than it was said to be at most.
                    assert!(!matches!(import.ty, TypeRef::Table(table) if table.maximum.is_some()));
                }
            }
        }
        assert_eq!(exports, ["t", "draw"]);
        // What is pointed to, then the functions of "1", "draw" and "0".
        assert_eq!(table, [0, 3, 1, 2]);
        assert_eq!(imports, ["show", "", "t", "", ""]);
    }

    #[test]
    fn a_table_with_room_left_is_refused() {
        let error = by_table(&mut halves(&FIRST.replace("2 2 funcref", "3 3 funcref")), "first").unwrap_err();
        assert_eq!(error.to_string(), "the table is not full: 2 of 3");
        let error = by_table(&mut halves(&FIRST.replace("\"0\"", "\"5\"")), "first").unwrap_err();
        assert_eq!(error.to_string(), "no function is exported as 0");
    }
}
