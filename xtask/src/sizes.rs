//! Weighs the release files: as they are, as gzip and as brotli; and leaves the compressed copies beside them.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};
use forum_widget::locale::Language;
use serde::Serialize;
use sha2::{Digest, Sha256, Sha384};

use crate::dist::{FRAME, JAVASCRIPT, LATER_SCRIPT, LATER_WASM, SCRIPT, WASM};
use crate::words;

/// What a first visit in Spanish may weigh, in bytes of brotli: script, wasm with the map, words.
pub const FIRST_VISIT_BUDGET: usize = 60 * 1024;
/// What it is to weigh together with the second half of the wasm: 12 KB over what it weighed before there was one.
pub const EVERYTHING_GOAL: usize = 61_029 + 12 * 1024;
/// What it weighs at most for as long as that goal is missed, so that it does not grow.
pub const EVERYTHING_CEILING: usize = 98 * 1024;
/// What the second engine may weigh in gzip, in percent of both halves of the wasm.
pub const JAVASCRIPT_PERCENT: usize = 160;

/// What the map may take, data and code, in bytes of brotli: of what a first visit loads, and together with what comes later.
pub const MAP_BUDGET: usize = 9 * 1024;

/// What the script may weigh, in bytes, that a page with the forum in a frame has of ours.
pub const FRAME_BUDGET: usize = 1024;

/// Kinds of files that compression helps.
const COMPRESSIBLE: [&str; 11] =
    ["css", "html", "ics", "js", "json", "md", "svg", "ts", "txt", "wasm", "xml"];

/// The release in figures.
#[derive(Debug, Serialize)]
pub struct Sizes {
    /// What compiled the wasm: another compiler gives other bytes.
    pub compiler: String,
    /// Script, wasm and the words in Spanish together.
    pub first_visit: Visit,
    /// And the second half of the wasm.
    pub with_everything: Visit,
    /// The second engine, which is loaded in place of the wasm.
    pub javascript: Comparison,
    /// What the map takes of both halves of the wasm.
    pub map: Share,
    /// Each file, by path.
    pub files: Vec<FileSize>,
}

/// What a visit loads besides the feed.
#[derive(Debug, Default, Serialize)]
pub struct Visit {
    /// Bytes.
    pub raw: usize,
    /// Bytes.
    pub gzip: usize,
    /// Bytes.
    pub brotli: usize,
    /// The most that `brotli` may be.
    pub budget: usize,
}

/// A part of the engine, data and code.
#[derive(Debug, Default, Serialize)]
pub struct Share {
    /// What it takes of the half that draws, in bytes of brotli.
    pub first: usize,
    /// What it takes of both halves.
    pub both: usize,
    /// The most that each of them may be.
    pub budget: usize,
}

/// A file beside those that it stands for.
#[derive(Debug, Default, Serialize)]
pub struct Comparison {
    /// Bytes.
    pub gzip: usize,
    /// The most that `gzip` may be.
    pub budget: usize,
    /// What it is of the others, in percent.
    pub percent: usize,
}

/// One release file.
#[derive(Debug, Serialize)]
pub struct FileSize {
    /// Its path under `dist/`, with `/`.
    pub file: String,
    /// Bytes.
    pub raw: usize,
    /// Bytes, if the kind of file is worth compressing.
    pub gzip: Option<usize>,
    /// Bytes, at the highest quality.
    pub brotli: Option<usize>,
    /// The hash as a page writes it.
    pub integrity: String,
}

impl Sizes {
    /// Weighs every file of `dist`, and writes `.gz` and `.br` beside those that they help.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn measure(dist: &Path, compiler: String, [first, later]: [usize; 2]) -> Result<Self> {
        let mut paths = Vec::new();
        collect(dist, &mut paths)?;
        paths.sort();
        let files = paths.iter().map(|path| weigh(dist, path)).collect::<Result<Vec<_>>>()?;
        let [spanish, later_spanish] = words::paths(Language::Es);
        let first_visit = Visit::of(&files, &[SCRIPT, WASM, &spanish], FIRST_VISIT_BUDGET);
        let everything = [SCRIPT, WASM, &spanish, LATER_WASM, LATER_SCRIPT, &later_spanish];
        let with_everything = Visit::of(&files, &everything, EVERYTHING_CEILING);
        let javascript = Comparison::of(&files, JAVASCRIPT, &[WASM, LATER_WASM]);
        let map = Share { first, both: first + later, budget: MAP_BUDGET };
        Ok(Self { compiler, first_visit, with_everything, javascript, map, files })
    }

    /// The figures as a Markdown table.
    pub fn table(&self) -> String {
        let mut table = String::from("| file | raw | gzip | brotli | sha384 |\n|---|--:|--:|--:|---|\n");
        let cell = |bytes: Option<usize>| bytes.map_or_else(|| "–".to_owned(), grouped);
        for file in &self.files {
            let hash = file.integrity.trim_start_matches("sha384-");
            let (gzip, brotli) = (cell(file.gzip), cell(file.brotli));
            let _ = writeln!(table, "| {} | {} | {gzip} | {brotli} | {hash} |", file.file, grouped(file.raw));
        }
        for (name, visit) in self.visits() {
            let (raw, gzip, brotli) = (grouped(visit.raw), grouped(visit.gzip), grouped(visit.brotli));
            let budget = grouped(visit.budget);
            let _ = writeln!(table, "| **{name}** | {raw} | {gzip} | **{brotli}** | budget {budget} |");
        }
        let Comparison { gzip, budget, percent } = self.javascript;
        let (gzip, budget) = (grouped(gzip), grouped(budget));
        let _ =
            writeln!(table, "| **second engine: {percent} % of wasm** | | **{gzip}** | | budget {budget} |");
        let [first, both, budget] = [self.map.first, self.map.both, self.map.budget].map(grouped);
        let _ = writeln!(
            table,
            "| **map in the first visit, data and code** | | | **{first}** | budget {budget} |"
        );
        let _ = writeln!(table, "| **map with everything** | | | **{both}** | budget {budget} |");
        if let Some(missed) = self.with_everything.brotli.checked_sub(EVERYTHING_GOAL) {
            let (missed, goal) = (grouped(missed), grouped(EVERYTHING_GOAL));
            let _ = writeln!(table, "| **missed goal with everything** | | | **{missed}** | goal {goal} |");
        }
        table
    }

    /// The same for programs.
    ///
    /// # Errors
    /// Never in practice: every value has a form in JSON.
    pub fn json(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    fn visits(&self) -> [(&'static str, &Visit); 2] {
        [("first visit", &self.first_visit), ("with everything", &self.with_everything)]
    }

    /// Holds both visits and the second engine to their budgets.
    ///
    /// # Errors
    /// When one is over it.
    pub fn check_budget(&self) -> Result<()> {
        for (name, Visit { brotli, budget, .. }) in self.visits() {
            if brotli > budget {
                let over = brotli - budget;
                bail!("{name}: {over} bytes over the budget of {} (brotli)", grouped(*budget));
            }
        }
        let Comparison { gzip, budget, percent } = self.javascript;
        if gzip > budget {
            bail!("the second engine is {percent} % of the wasm (gzip): {JAVASCRIPT_PERCENT} % at most");
        }
        // What a first visit loads of it is a part of that.
        let Share { both, budget, .. } = self.map;
        if both > budget {
            bail!("the map takes {} bytes of everything: {} at most", grouped(both), grouped(budget));
        }
        let frame = Visit::of(&self.files, &[FRAME], FRAME_BUDGET);
        if frame.raw > frame.budget {
            bail!("{FRAME} has {} bytes: {FRAME_BUDGET} at most", frame.raw);
        }
        Ok(())
    }
}

impl Comparison {
    fn of(files: &[FileSize], name: &str, others: &[&str]) -> Comparison {
        let gzip = Visit::of(files, &[name], 0).gzip;
        let others = Visit::of(files, others, 0).gzip;
        Comparison { gzip, budget: others * JAVASCRIPT_PERCENT / 100, percent: gzip * 100 / others.max(1) }
    }
}

impl Visit {
    fn of(files: &[FileSize], names: &[&str], budget: usize) -> Visit {
        let mut visit = Visit { budget, ..Visit::default() };
        for file in files.iter().filter(|file| names.contains(&file.file.as_str())) {
            visit.raw += file.raw;
            visit.gzip += file.gzip.unwrap_or(file.raw);
            visit.brotli += file.brotli.unwrap_or(file.raw);
        }
        visit
    }
}

/// The hash of a file as `integrity` wants it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The hash that the script asks of a file. It carries nine of them, which nothing compresses: with SHA-384 it is 0.15 KB
/// larger.
pub fn short_integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, paths)? } else { paths.push(path) }
    }
    Ok(())
}

fn weigh(dist: &Path, path: &Path) -> Result<FileSize> {
    let bytes = fs::read(path)?;
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let compressed = |suffix: &str, small: Vec<u8>| -> Result<usize> {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        fs::write(name, &small)?;
        Ok(small.len())
    };
    let (gzip, brotli) = if COMPRESSIBLE.contains(&extension) {
        (Some(compressed(".gz", gzip(&bytes)?)?), Some(compressed(".br", brotli(&bytes)?)?))
    } else {
        (None, None)
    };
    let file = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
    Ok(FileSize { file, raw: bytes.len(), gzip, brotli, integrity: integrity(&bytes) })
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    // No time and no name in the head: the same input gives the same file.
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// At the highest quality.
///
/// # Errors
/// Never in practice: it writes to memory.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    // Blocks of 64 KB suit code whose parts differ, blocks of the encoder's own size do texts and what is small.
    let compressed = [16, 0].map(|lgblock| -> Result<Vec<u8>> {
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            lgblock,
            size_hint: bytes.len(),
            ..Default::default()
        };
        let mut output = Vec::new();
        brotli::BrotliCompress(&mut &bytes[..], &mut output, &parameters)?;
        Ok(output)
    });
    let [small, usual] = compressed;
    let (small, usual) = (small?, usual?);
    Ok(if small.len() < usual.len() { small } else { usual })
}

/// 61440 as "61,440".
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{FIRST_VISIT_BUDGET, Sizes, grouped, integrity};
    use std::fs;

    #[test]
    fn numbers_are_grouped() {
        let cases = [(0, "0"), (999, "999"), (1000, "1,000"), (61440, "61,440"), (1_234_567, "1,234,567")];
        for (number, text) in cases {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn the_hash_is_that_of_the_specification() {
        // The example of Subresource Integrity 3.2.1.
        let hash = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), hash);
    }

    #[test]
    fn the_first_visit_is_script_wasm_and_the_words_in_spanish() {
        let dist = std::env::temp_dir().join(format!("xtask-sizes-{}", std::process::id()));
        fs::create_dir_all(dist.join("words")).unwrap();
        let names = [
            "forum-widget.js",
            "forum-widget.wasm",
            "forum-widget-later.wasm",
            "forum-widget-engine.js",
            "words/es.txt",
            "words/ko.txt",
        ];
        for name in names {
            fs::write(dist.join(name), "a".repeat(500)).unwrap();
        }
        fs::write(dist.join("index.html"), "<p>").unwrap();
        fs::write(dist.join("look.png"), "png").unwrap();
        let sizes = Sizes::measure(&dist, String::new(), [0, 0]).unwrap();
        assert_eq!(
            (sizes.files.len(), sizes.first_visit.raw, sizes.first_visit.budget),
            (8, 1500, FIRST_VISIT_BUDGET)
        );
        assert_eq!(sizes.with_everything.raw, 2000);
        assert!(sizes.first_visit.brotli < 100);
        assert!(dist.join("forum-widget.wasm.br").is_file() && dist.join("index.html.gz").is_file());
        assert!(!dist.join("look.png.br").exists());
        assert!(sizes.check_budget().is_ok());
        assert_eq!(sizes.javascript.percent, 50);
        let heavier: Vec<u8> =
            (0..2000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let error = Sizes::measure(&dist, String::new(), [9_000, 217]).unwrap().check_budget().unwrap_err();
        assert_eq!(error.to_string(), "the map takes 9,217 bytes of everything: 9,216 at most");
        fs::write(dist.join("forum-widget-engine.js"), heavier).unwrap();
        let error =
            Sizes::measure(&dist, String::new(), [0, 0]).unwrap().check_budget().unwrap_err().to_string();
        assert!(error.contains("160 % at most"), "{error}");
        fs::write(dist.join("forum-widget-engine.js"), "a".repeat(500)).unwrap();
        fs::write(dist.join("forum-widget-frame.js"), "a".repeat(1025)).unwrap();
        let error =
            Sizes::measure(&dist, String::new(), [0, 0]).unwrap().check_budget().unwrap_err().to_string();
        assert!(error.contains("1024 at most"), "{error}");
        fs::remove_dir_all(dist).unwrap();
    }
}
