//! `HOSTILE_PAGES.md`: what happens on each hostile page in each engine. A run compares what it sees with the file, or writes it.

use crate::engine::Engine;
use crate::site::locked;
use anyhow::{Context, Result, ensure};
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// What other cases hold the widget to: the number of the page, the page, what happens there in all three engines, the case.
const ELSEWHERE: [[&str; 4]; 21] = [
    [
        "12",
        "`WebAssembly.compile` and `compileStreaming` throw, give nothing, never answer",
        "second engine: `wasm-absent`",
        "second_engine::where_the_first_is_broken",
    ],
    ["14", "wasm missing", "second engine: `wasm-network`", "second_engine::where_a_file_is_not_ours"],
    [
        "14",
        "wasm a login page, cut off, of another hash",
        "second engine: `wasm-integrity`",
        "second_engine::where_a_file_is_not_ours",
    ],
    [
        "14",
        "wasm and second engine missing",
        "the content inside stays, with a retry: `wasm-network`",
        "no_engine::the_file_is_not_ours",
    ],
    [
        "17",
        "`fetch` and `WebAssembly` spoilt after our script has started",
        "drawn",
        "second_engine::where_the_first_is_broken",
    ],
    ["24", "the script twice, from two folders", "drawn, one element", "snippets::the_script_twice"],
    [
        "33",
        "moved, taken away and put back, while it loads too",
        "drawn again, nothing left",
        "snippets::removed_while_it_loads",
    ],
    ["42", "320 px, which a window of 1280 has at 400 %", "nothing is cut off", "widths::nothing_is_cut_off"],
    [
        "44",
        "printed as soon as it is drawn, in the dark theme too",
        "the whole programme (asked in Chromium and Firefox; the driver of WebKitGTK cannot print)",
        "printing::all_is_on_paper",
    ],
    [
        "45",
        "`<iframe sandbox=\"allow-scripts\">` whose policy forbids WebAssembly",
        "second engine: `wasm-csp`",
        "second_engine::in_a_sandbox",
    ],
    [
        "45",
        "storage that throws, with favourites",
        "drawn, kept as long as the page",
        "favorites::without_storage",
    ],
    [
        "46",
        "the feed: redirected, packed, with a byte-order mark, said to be ISO-8859-1",
        "drawn",
        "faults::that_answer",
    ],
    [
        "46",
        "the feed: cut off, reset, redirected in a circle, no HTTP",
        "the content inside stays, with a retry: `feed-network`, `feed-schema`",
        "faults::that_answer",
    ],
    [
        "46",
        "the feed: 10 MB, 32 MB in a few kB of gzip",
        "the content inside stays, with a retry: `feed-too-large`",
        "faults::that_answer",
    ],
    [
        "46",
        "the feed: eleven statuses from 304 to 504, and what may not be read from here",
        "the content inside stays, with a retry: `feed-http`, `feed-network`",
        "faults::with_a_status",
    ],
    ["46", "the feed: a pause of 5 s in the middle", "drawn", "faults::that_hang"],
    [
        "46",
        "the feed: no answer, stalled or without end, in the head or in the body",
        "the content inside stays, with a retry, within 20 s: `feed-network`, `feed-too-large`",
        "faults::that_hang",
    ],
    [
        "46",
        "a feed that was had before and cannot be had now",
        "the last good copy, said to be that",
        "copies::are_shown_when_all_else_fails",
    ],
    [
        "46",
        "a good feed that is lost later",
        "what is drawn stays: `feed-http`, `feed-schema`",
        "failures::a_good_drawing_stays",
    ],
    ["47", "an older engine in a cache", "drawn", "second_engine::an_older_file_in_a_cache"],
    [
        "48",
        "markup, addresses that are scripts, turned directions, bad records",
        "escaped, reported: `feed-schema`",
        "bad_feeds::hostile_texts_stay_texts",
    ],
];

/// Whether the cases that the table names are there.
pub(crate) fn names(known: impl Fn(&str) -> bool) -> bool {
    ELSEWHERE.iter().all(|[_, _, _, case]| known(case))
}

const HEAD: &str = "# Pages that want to break the widget

Each is served with its real headers, and opened in three engines against the files of `cargo xtask dist`
(`tests/browser/src/cases/hostile/`, or the case that is named). On every page of that folder, whatever else happens: the agenda is seen and reacts, or what the page put inside is; no cookie, no storage, no global but `ForumWidget`, no request but
to the script's folder and for the feed, no uncaught error, no line in the console but our warnings, and outside of the
element nothing changes. What the page without the widget suffers is its own.

Written by `cargo run -p browser-tests -- --write-table`; every other run compares. \"Drawn\" is by WebAssembly, \"second engine\" is the same
program as JavaScript.

| # | page | Chromium | Firefox | WebKitGTK |
|---|---|---|---|---|
";

/// A page, and what happened on it in each engine.
struct Line {
    rows: String,
    page: String,
    cells: [Option<String>; 3],
}

static LINES: Mutex<Vec<Line>> = Mutex::new(Vec::new());
static WRITES: AtomicBool = AtomicBool::new(false);

/// From now on nothing is compared: the file is to be written.
pub(crate) fn write_anew() {
    WRITES.store(true, Ordering::Relaxed);
}

fn file() -> PathBuf {
    crate::workspace().join("HOSTILE_PAGES.md")
}

/// Writes down what happened on a page.
///
/// # Errors
/// When the file says something else.
pub(crate) fn note(engine: Engine, rows: &str, page: &str, facts: &str, told: &str) -> Result<()> {
    note_words(engine, rows, page, &in_words(facts, told))
}

/// The same in words of a case's own.
///
/// # Errors
/// When the file says something else.
pub(crate) fn note_words(engine: Engine, rows: &str, page: &str, words: &str) -> Result<()> {
    let column = Engine::ALL.iter().position(|one| *one == engine).context("an engine without a column")?;
    let mut lines = locked(&LINES);
    let known = lines.iter().position(|line| line.rows == rows && line.page == page);
    let at = known.unwrap_or_else(|| {
        lines.push(Line { rows: rows.into(), page: page.into(), cells: [const { None }; 3] });
        lines.len() - 1
    });
    lines[at].cells[column] = Some(words.into());
    if WRITES.load(Ordering::Relaxed) {
        return Ok(());
    }
    let text = std::fs::read_to_string(file()).context("reading HOSTILE_PAGES.md")?;
    let start = format!("| {rows} | {page} | ");
    let line = text.lines().find_map(|line| line.strip_prefix(&start));
    let cell = line.and_then(|line| line.split(" | ").nth(column)).map(|cell| cell.trim_end_matches(" |"));
    ensure!(cell == Some(words), "HOSTILE_PAGES.md says {cell:?}, {engine} does {words:?} (--write-table)");
    Ok(())
}

/// `state … engine … …` and the reasons as a reader would say it.
fn in_words(facts: &str, told: &str) -> String {
    let how = match facts.split(' ').nth(3) {
        Some("wasm") => "drawn",
        Some("js") => "second engine",
        _ => "the content inside stays",
    };
    let reasons = told.split('\n').filter(|reason| !reason.is_empty());
    let reasons: Vec<_> = reasons.map(|reason| format!("`{}`", reason.replace(' ', "`, `"))).collect();
    if reasons.is_empty() { how.into() } else { format!("{how}: {}", reasons.join(", ")) }
}

/// Writes the file, in the order of the numbers.
///
/// # Errors
/// When an engine has not run, or the file cannot be written.
pub(crate) fn write() -> Result<()> {
    let mut rows: Vec<(u32, String)> = Vec::new();
    for Line { rows: number, page, cells } in locked(&LINES).iter() {
        let mut text = format!("| {number} | {page} |");
        for cell in cells {
            let cell = cell.as_deref().with_context(|| format!("{page}: run it in all engines"))?;
            write!(text, " {cell} |")?;
        }
        rows.push((first_number(number), text));
    }
    for [number, page, what, case] in ELSEWHERE {
        rows.push((
            first_number(number),
            format!("| {number} | {page} (`{case}`) | {what} | {what} | {what} |"),
        ));
    }
    rows.sort_by_key(|(number, _)| *number);
    let rows: String = rows.into_iter().map(|(_, text)| text + "\n").collect();
    std::fs::write(file(), HEAD.to_owned() + &rows).context("writing HOSTILE_PAGES.md")
}

fn first_number(rows: &str) -> u32 {
    rows.split(|letter: char| !letter.is_ascii_digit()).find_map(|digits| digits.parse().ok()).unwrap_or(0)
}
