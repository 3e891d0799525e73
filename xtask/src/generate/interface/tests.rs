//! Holds what is described to the code: nothing is missing, and nothing is there that the code does not know.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use forum_widget::settings::table::TABLE;
use serde_json::Value as Json;

use super::contract::{CODES, EVENTS, Named, PARTS, SLOTS, VARIABLES};
use super::readme::default_of;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap().replace("\r\n", "\n")
}

/// The sources of a folder with this ending, as one text, without comments.
fn sources(folder: &str, ending: &str) -> String {
    let mut folders = vec![root().join(folder)];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|own| own == ending) {
                text += &fs::read_to_string(path).unwrap();
            }
        }
    }
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The words that stand behind a beginning: as long as they are letters and `-`.
fn words<'a>(text: &'a str, beginning: &str) -> BTreeSet<&'a str> {
    let rests = text.match_indices(beginning).map(|(at, _)| &text[at + beginning.len()..]);
    let word =
        |rest: &'a str| rest.split(|letter: char| !letter.is_ascii_lowercase() && letter != '-').next();
    rests.filter_map(word).filter(|word| !word.is_empty()).collect()
}

fn names(all: &[Named]) -> BTreeSet<&'static str> {
    all.iter().map(|named| named.name).collect()
}

#[test]
fn what_is_checked_in_is_generated() {
    for (path, text) in [
        ("www/forum-widget.d.ts", super::types()),
        ("www/custom-elements.json", super::manifest()),
        ("www/html-custom-data.json", super::html_data()),
        ("README.md", super::readme()),
    ] {
        assert!(read(path) == text, "{path}: run `cargo xtask generate`");
    }
}

#[test]
fn the_readme_has_a_place_for_each_table() {
    let readme = read("README.md");
    for (name, row) in
        [("settings", "| `data-feed` |"), ("variables", "| `--forum-font` |"), ("parts", "| `root` |")]
    {
        let table = readme.split_once(&format!("<!-- {name} -->")).unwrap().1;
        let table = table.split_once(&format!("<!-- /{name} -->")).unwrap().0;
        assert!(table.contains(row), "{name}");
    }
}

#[test]
fn parts_are_those_of_the_code() {
    let code = sources("src/view", "rs");
    let mut found = words(&code, ".part(\"");
    found.extend(words(&code, " part="));
    // Two functions that take the name as it comes, and one node that has two.
    found.extend(words(&code, "list(\""));
    found.extend(["root", "error"]);
    assert_eq!(found, names(&PARTS));
}

#[test]
fn variables_are_those_of_the_stylesheets() {
    let styles = sources("src/view", "css") + &sources("www/loader", "css");
    let found: BTreeSet<_> =
        words(&styles, "var(--forum-").into_iter().map(|name| format!("--forum-{name}")).collect();
    assert_eq!(found, names(&VARIABLES).into_iter().map(ToOwned::to_owned).collect());
    for variable in &VARIABLES {
        assert!(!default_of(variable.name).is_empty(), "{}", variable.name);
    }
}

#[test]
fn events_and_codes_are_those_of_the_code() {
    let code = sources("www/loader", "js") + &sources("src/embed", "rs");
    let events: BTreeSet<_> = EVENTS.iter().map(|event| event.name.trim_start_matches("forum:")).collect();
    assert_eq!(words(&code, "\"forum:"), events);
    let beginnings = ["feed-", "wasm-"];
    let found = beginnings.iter().flat_map(|beginning| {
        let quoted = format!("\"{beginning}");
        words(&code, &quoted).into_iter().map(|word| format!("{beginning}{word}")).collect::<Vec<_>>()
    });
    // What a browser calls what it forbids.
    let mut found: BTreeSet<_> = found.filter(|code| code != "wasm-eval").collect();
    assert!(code.contains("code: \"config\""));
    found.insert("config".into());
    assert_eq!(found, names(&CODES).into_iter().map(ToOwned::to_owned).collect());
}

#[test]
fn slots_are_those_of_the_loader() {
    let code = read("www/loader/stage.js");
    let mut found = words(&code, "slots(\"");
    // The slot without a name.
    found.insert("");
    assert_eq!(found, names(&SLOTS));
}

#[test]
fn every_setting_is_described_to_each_tool() {
    let manifest: Json = serde_json::from_str(&super::manifest()).unwrap();
    let data: Json = serde_json::from_str(&super::html_data()).unwrap();
    let listed = |attributes: &Json| -> Vec<String> {
        attributes.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    // A target is a script's, and an editor knows no attributes of a script but its own.
    let wanted: Vec<_> =
        TABLE.iter().filter(|one| one.name != "target").map(|one| format!("data-{}", one.name)).collect();
    assert_eq!(listed(&manifest["modules"][0]["declarations"][0]["attributes"]), wanted);
    assert_eq!(listed(&data["tags"][0]["attributes"]), wanted);
    let types = super::types();
    for setting in &TABLE {
        let key = if setting.name.contains('-') {
            format!("\"{}\"?:", setting.name)
        } else {
            format!("{}?:", setting.name)
        };
        assert!(types.contains(&key), "{}", setting.name);
    }
}

/// Each word of a setting is taken, and the values that stand beside it say so.
#[test]
fn words_of_settings_are_taken() {
    for setting in &TABLE {
        for word in setting.words {
            let (_, problems) = forum_widget::settings::read([(setting.name, *word)]);
            assert!(problems.is_empty(), "{}={word}: {problems:?}", setting.name);
        }
        if !setting.words.is_empty() {
            let (_, problems) = forum_widget::settings::read([(setting.name, "no-such-word")]);
            assert!(!problems.is_empty(), "{} takes any word", setting.name);
        }
    }
}
