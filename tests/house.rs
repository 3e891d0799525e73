//! The rules of the house that a program can check (ARCHITECTURE.md, "Rules").

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file's path from the root of the project, and its text without what only tests see.
struct Source {
    path: String,
    text: String,
}

fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| path.extension().is_some_and(|own| own == *ending)) {
                // Fixtures may have bytes that are no text.
                let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
                let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    assert!(!found.is_empty(), "{folder} is empty");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs") || path.ends_with("_oracle.rs") || path.contains("/tests/")
}

/// The code of the widget that a visitor's page runs.
fn shipped() -> Vec<Source> {
    let mut sources = sources("src", &["rs"]);
    sources.retain(|source| !is_test(&source.path));
    for source in &mut sources {
        if let Some(start) = source.text.find("#[cfg(test)]") {
            source.text.truncate(start);
        }
        // What only the compiler runs cannot panic on a page.
        while let Some(start) = source.text.find("const _: () = {") {
            let end = source.text[start..].find("\n};").unwrap() + start + 3;
            source.text.replace_range(start..end, "");
        }
        let code = source.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        source.text = code.collect::<Vec<_>>().join("\n");
    }
    sources
}

/// The module of a file of `src`: its folder, or its own name at the top.
fn module(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
}

/// The modules in the order of their layers: arrows point to the same layer or to a later one.
const LAYERS: [&[&str]; 7] = [
    &["embed"],
    &["dom", "html"],
    &["view"],
    &["agenda", "calendar", "map", "state", "structured_data", "words"],
    &["feed", "settings"],
    &["locale"],
    &["time"],
];

fn layer(module: &str) -> usize {
    LAYERS
        .iter()
        .position(|layer| layer.contains(&module))
        .unwrap_or_else(|| panic!("src/{module} has no layer: add it to LAYERS and to ARCHITECTURE.md"))
}

/// Which modules each module names.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in shipped() {
        let from = module(&source.path).to_owned();
        if from == "lib" {
            continue;
        }
        let targets = arrows.entry(from.clone()).or_default();
        for part in source.text.split("crate::").skip(1) {
            let name: String =
                part.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            if name != from {
                targets.insert(name);
            }
        }
    }
    arrows
}

#[test]
fn arrows_point_one_way() {
    for (from, targets) in arrows() {
        for to in targets {
            assert!(layer(&from) <= layer(&to), "src/{from} must not know src/{to}");
        }
    }
}

#[test]
fn no_circles_between_modules() {
    let arrows = arrows();
    for start in arrows.keys() {
        let mut reached = BTreeSet::new();
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            for next in arrows.get(at).into_iter().flatten() {
                assert_ne!(next, start, "a circle through src/{start} and src/{at}");
                if reached.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
    }
}

#[test]
fn only_the_edges_know_the_browser() {
    for source in shipped() {
        let edge = matches!(module(&source.path), "dom" | "embed");
        for name in ["web_sys", "js_sys", "wasm_bindgen", "gloo"] {
            assert!(edge || !source.text.contains(name), "{} names {name}", source.path);
        }
        for name in
            ["std::time", "std::env", "std::fs", "std::net", "std::process", "std::thread", "println!"]
        {
            assert!(!source.text.contains(name), "{} names {name}", source.path);
        }
    }
}

#[test]
fn nothing_panics_on_a_visitors_page() {
    let calls = [
        ".unwrap()",
        ".expect(\"",
        "panic!(",
        "unreachable!(",
        "todo!(",
        "unimplemented!(",
        ".unwrap_err()",
        "dbg!(",
    ];
    for source in shipped() {
        for call in calls {
            assert!(!source.text.contains(call), "{} calls {call}", source.path);
        }
        for line in source.text.lines() {
            // `const _: () = assert!` is checked by the compiler; an index is a bracket right behind a name.
            assert!(!line.contains("assert") || line.contains("const _"), "{}: {line}", source.path);
            let letters: Vec<char> = line.chars().collect();
            let index = letters.windows(2).any(|pair| {
                matches!(pair, [before, '['] if before.is_alphanumeric() || matches!(before, ')' | ']'))
            });
            let pattern =
                line.contains("windows") || line.contains('"') || line.contains("#[") || line.contains("![");
            assert!(!index || pattern, "{} indexes: {line}", source.path);
        }
    }
}

#[test]
fn no_sink_takes_html_or_code() {
    let rust = [
        "set_inner_html",
        "insert_adjacent_html",
        "set_outer_html",
        "document_write",
        "set_style",
        "\"style\"",
    ];
    for source in shipped() {
        for sink in rust {
            assert!(!source.text.contains(sink), "{} uses {sink}", source.path);
        }
    }
    let script = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "DOMParser",
        "document.write",
        "createContextualFragment",
        "setHTMLUnsafe",
        "srcdoc",
        "eval(",
        "new Function",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        ".cookie",
        "setAttribute(\"style\"",
        "javascript:",
    ];
    for source in ["www/loader", "www/doctor", "www/frame"].iter().flat_map(|folder| sources(folder, &["js"]))
    {
        for sink in script {
            // Where a page asks for favourites.
            let allowed = sink == "localStorage" && source.path == "www/loader/storage.js";
            assert!(allowed || !source.text.contains(sink), "{} uses {sink}", source.path);
        }
    }
}

#[test]
fn files_fit_in_the_head() {
    let mut folders = sources("src", &["rs"]);
    for folder in ["cli", "xtask/src", "tests"] {
        folders.extend(sources(folder, &["rs"]));
    }
    for folder in ["www/loader", "www/doctor", "www/frame"] {
        folders.extend(sources(folder, &["js", "css"]));
    }
    for source in folders {
        let generated = source.text.contains("do not edit");
        let lines = source.text.lines().count();
        assert!(generated || lines <= 360, "{} has {lines} lines", source.path);
    }
}

#[test]
fn every_folder_has_few_files() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for source in sources("src", &["rs"]) {
        if is_test(&source.path) {
            continue;
        }
        let folder = source.path.rsplit_once('/').map(|(folder, _)| folder.to_owned()).unwrap_or_default();
        *counts.entry(folder).or_default() += 1;
    }
    for (folder, count) in counts {
        assert!(count <= 16, "{folder} has {count} files");
    }
}

#[test]
fn nothing_speaks_of_a_machine() {
    let forbidden = [
        ["/ho", "me/"].concat(),
        ["/ro", "ot/"].concat(),
        ["/wo", "rk/"].concat(),
        ["regis", "try.npmjs"].concat(),
    ];
    for folder in ["src", "cli", "xtask", "tests", "www", ".ci", ".cargo"] {
        let endings = ["rs", "js", "ts", "json", "css", "html", "toml", "md", "snap"];
        for source in sources_if_any(folder, &endings) {
            for word in &forbidden {
                assert!(!source.text.contains(word.as_str()), "{} contains {word}", source.path);
            }
        }
    }
}

fn sources_if_any(folder: &str, endings: &[&str]) -> Vec<Source> {
    let any = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let has = fs::read_dir(&any).is_ok_and(|mut entries| {
        entries
            .any(|entry| entry.is_ok_and(|entry| entry.path().extension().is_some() || entry.path().is_dir()))
    });
    if has && folder != ".ci" { sources(folder, endings) } else { Vec::new() }
}
