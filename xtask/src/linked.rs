//! Tells which data of the linked wasm nothing reads before the second half is there.
//!
//! The linker leaves what it knew (`--emit-relocs`): every place, in code and in data, that names a function or an object.
//! Whatever address is folded together there, it is that object's. So what the first half's exports lead to, by calls, by
//! pointers to functions and by addresses in data, is all that is read until an export of the second half is called,
//! whatever wasm-opt makes of it.

use std::collections::HashSet;
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use walrus::Module;
use wasmparser::{
    DataKind, ExternalKind, KnownCustom, Linking, Operator, Parser, Payload, RelocationType, SymbolInfo,
    TypeRef,
};

/// The name of the segment that nothing writes to.
const CONSTANTS: &str = ".rodata";
/// What is shorter stays: it takes about as many bytes to say where it belongs.
const LEAST: usize = 32;
/// Where the linker leaves what it knew.
const KNOWLEDGE: [&str; 3] = ["linking", "reloc.CODE", "reloc.DATA"];

/// Leaves that out, which is true of no wasm but the linked one.
pub fn forget(module: &mut Module) {
    for section in KNOWLEDGE {
        module.customs.remove_raw(section);
    }
}

/// The addresses of what only these exports lead to, among the constants.
///
/// # Errors
/// When the wasm does not parse, or the linker has not left in it what it knew.
pub fn later_data(linked: &[u8], later_exports: &[&str]) -> Result<Vec<Range<usize>>> {
    let linked = Linked::parse(linked, later_exports)?;
    let reached = linked.reached();
    let constants = linked.segments.iter().find(|segment| segment.name == CONSTANTS);
    let constants = constants.context("the wasm has no segment of constants")?;
    // Bytes that no symbol stands for stay as well, unless they only fill a gap: zeros are zeros in both halves.
    let bytes = &linked.wasm[constants.place.clone()];
    let mut stays: Vec<bool> = bytes.iter().map(|byte| *byte != 0).collect();
    let mut mark = |symbol: &Range<usize>, stay| {
        for place in symbol.start.max(constants.place.start)..symbol.end.min(constants.place.end) {
            stays[place - constants.place.start] = stay;
        }
    };
    for symbol in linked.symbols.iter().filter(|symbol| !reached.contains(*symbol)) {
        mark(symbol, false);
    }
    // The last word is that of what is reached, where one object lies in another.
    for symbol in &reached {
        mark(symbol, true);
    }
    let mut later = Vec::new();
    let mut start = 0;
    for run in stays.chunk_by(|one, other| one == other) {
        let used = |place: &usize| bytes[*place] != 0;
        let mut places = start..start + run.len();
        start = places.end;
        if let (false, Some(first), Some(last)) = (run[0], places.clone().find(used), places.rfind(used))
            && last + 1 - first >= LEAST
        {
            later.push(constants.address + first..constants.address + last + 1);
        }
    }
    Ok(later)
}

/// What is known of a linked wasm. Functions and objects are where they lie in the file.
#[derive(Default)]
struct Linked<'a> {
    wasm: &'a [u8],
    /// The code of each function; imported ones have none.
    functions: Vec<Range<usize>>,
    segments: Vec<Segment<'a>>,
    symbols: Vec<Range<usize>>,
    /// The places where symbols are named, in order, and which ones.
    references: Vec<(usize, usize)>,
    /// The functions that the first half begins with.
    roots: Vec<usize>,
}

/// A segment of the data, once the linker has joined those of a kind.
struct Segment<'a> {
    name: &'a str,
    address: usize,
    place: Range<usize>,
}

impl<'a> Linked<'a> {
    fn parse(wasm: &'a [u8], later_exports: &[&str]) -> Result<Self> {
        let mut linked = Linked { wasm, ..Linked::default() };
        let (mut code, mut data) = (0, 0);
        let mut known = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        if matches!(import?.ty, TypeRef::Func(_)) {
                            linked.functions.push(0..0);
                        }
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        // wasm-bindgen ends each name with a hash.
                        let name = export.name.rsplit_once('_').map_or(export.name, |(name, _hash)| name);
                        if export.kind == ExternalKind::Func && !later_exports.contains(&name) {
                            linked.roots.push(export.index as usize);
                        }
                    }
                }
                Payload::StartSection { func, .. } => linked.roots.push(func as usize),
                Payload::CodeSectionStart { range, .. } => code = range.start,
                Payload::CodeSectionEntry(body) => linked.functions.push(body.range()),
                Payload::DataSection(segments) => {
                    data = segments.range().start;
                    for segment in segments {
                        linked.add_segment(&segment?)?;
                    }
                }
                Payload::CustomSection(section) => match (section.name(), section.as_known()) {
                    (_, KnownCustom::Linking(linking)) => {
                        known += 1;
                        for subsection in linking.subsections() {
                            linked.add_knowledge(subsection?)?;
                        }
                    }
                    (name @ ("reloc.CODE" | "reloc.DATA"), KnownCustom::Reloc(entries)) => {
                        known += 1;
                        linked.add_references(if name == "reloc.CODE" { code } else { data }, &entries)?;
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        ensure!(known == KNOWLEDGE.len(), "the linker has not left in the wasm what it knew");
        let known = |(_, symbol): &(usize, usize)| *symbol < linked.symbols.len();
        ensure!(linked.references.iter().all(known), "a reference to no symbol");
        linked.references.sort_unstable();
        Ok(linked)
    }

    fn add_segment(&mut self, segment: &wasmparser::Data) -> Result<()> {
        let DataKind::Active { offset_expr, .. } = &segment.kind else { bail!("data without a place") };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            bail!("data whose place is not known")
        };
        let place = segment.range.end - segment.data.len()..segment.range.end;
        self.segments.push(Segment { name: "", address: usize::try_from(value)?, place });
        Ok(())
    }

    fn add_knowledge(&mut self, knowledge: Linking<'a>) -> Result<()> {
        match knowledge {
            Linking::SegmentInfo(segments) => {
                for (known, segment) in segments.into_iter().zip(&mut self.segments) {
                    segment.name = known?.name;
                }
            }
            Linking::SymbolTable(symbols) => {
                for symbol in symbols {
                    self.symbols.push(match symbol? {
                        SymbolInfo::Func { index, .. } => {
                            self.functions.get(index as usize).context("a symbol of no function")?.clone()
                        }
                        SymbolInfo::Data { symbol: Some(at), .. } => {
                            let segment = self.segments.get(at.index as usize);
                            let segment = segment.context("a symbol of no segment")?;
                            let start = segment.place.start + at.offset as usize;
                            start..start + at.size as usize
                        }
                        _ => 0..0,
                    });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn add_references(&mut self, section: usize, entries: &wasmparser::RelocSectionReader) -> Result<()> {
        for entry in entries.entries() {
            let entry = entry?;
            // All others count symbols.
            if entry.ty != RelocationType::TypeIndexLeb {
                self.references.push((section + entry.offset as usize, entry.index as usize));
            }
        }
        Ok(())
    }

    /// Where the roots lead: functions and objects.
    fn reached(&self) -> HashSet<Range<usize>> {
        let mut reached = HashSet::new();
        let mut open: Vec<_> = self.roots.iter().map(|root| self.functions[*root].clone()).collect();
        while let Some(item) = open.pop() {
            let from = self.references.partition_point(|(place, _)| *place < item.start);
            let named = self.references[from..].iter().take_while(|(place, _)| *place < item.end);
            if reached.insert(item.clone()) {
                open.extend(named.map(|(_, symbol)| self.symbols[*symbol].clone()));
            }
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::later_data;

    /// `draw` names `a` and calls `share`, which names `c`, which holds the address of `d`. `react` calls `share` as well, and
    /// names `b`. Each is 33 bytes long. No symbol stands for `e`.
    const LINKED: &str = r#"(module
        (memory 1)
        (func $draw (export "draw_5c1a") call 2 i32.const 1024 drop)
        (func $react (export "react_5c1a") call 2 i32.const 1057 drop)
        (func $share i32.const 1090 drop)
        (data (i32.const 1024) "LETTERS"))"#;

    /// The module without what the linker knew.
    fn unnamed() -> Vec<u8> {
        let letters: String = ["a", "b", "c", "d", "e"].map(|letter| letter.repeat(33)).concat();
        wat::parse_str(LINKED.replace("LETTERS", &letters)).unwrap()
    }

    /// A part of a section, behind its length. Everything here is shorter than 128 bytes.
    fn sized(parts: &[&[u8]]) -> Vec<u8> {
        let content = parts.concat();
        [&[u8::try_from(content.len()).unwrap()], &content[..]].concat()
    }

    /// The module as a linker leaves it where `a` is so long.
    fn linked(length_of_a: u8) -> Vec<u8> {
        let function = |index: u8| [0, 0, index, 1, b'f'];
        let object = |start: u8, length: u8| [1, 0, 1, b'o', 0, start, length];
        let symbols = [
            [function(0), function(1), function(2)].concat(),
            [object(0, length_of_a), object(33, 33), object(66, 33), object(99, 33)].concat(),
        ]
        .concat();
        let (segments, symbols) = (sized(&[b"\x01\x07.rodata\0\0"]), sized(&[&[7], &symbols]));
        let linking = sized(&[b"\x07linking\x02\x05", &segments, b"\x08", &symbols]);
        // The kind, the place, the symbol, and for addresses what is added: it makes no difference.
        let code =
            sized(&[b"\x0areloc.CODE\x04\x05", &[0, 4, 2, 4, 6, 3, 9, 0, 14, 2, 4, 16, 4, 0, 4, 24, 5, 0]]);
        let data = sized(&[b"\x0areloc.DATA\x05\x01", &[5, 77, 6, 0]]);
        [&unnamed(), &[0][..], &linking, &[0], &code, &[0], &data].concat()
    }

    fn later(length_of_a: u8, exports: &[&str]) -> Vec<(usize, usize)> {
        let data = later_data(&linked(length_of_a), exports).unwrap();
        data.into_iter().map(|data| (data.start, data.end)).collect()
    }

    #[test]
    fn what_only_the_second_half_comes_to_is_its_own() {
        assert_eq!(later(33, &["react"]), [(1057, 1090)]);
        assert_eq!(later(33, &["draw"]), [(1024, 1057)]);
        assert_eq!(later(33, &[]), []);
    }

    #[test]
    fn what_objects_share_stays() {
        assert_eq!(later(34, &["react"]), [(1058, 1090)]);
    }

    #[test]
    fn a_wasm_without_references_is_refused() {
        let error = later_data(&unnamed(), &["react"]).unwrap_err();
        assert_eq!(error.to_string(), "the linker has not left in the wasm what it knew");
    }
}
