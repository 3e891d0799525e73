//! Whether the release is the same wherever it is made. Its wasm is built with every folder under another name, and its scripts are
//! bundled a second time here, from another folder.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::{env, process};

use anyhow::{Context, Result, bail, ensure};

use crate::dist::{self, JAVASCRIPT, LATER_WASM, WASM};
use crate::project::Project;
use crate::sizes;
use crate::words;

/// What the scripts are made from.
const SOURCES: [&str; 4] = ["www", "src/view", "target/wasm/small", "Cargo.lock"];

/// Compares the scripts of `dist/` with those from a copy of their sources in a folder that is deeper and has another name, and looks
/// for folders of this machine in every released file.
///
/// # Errors
/// With the file that differs, or that names a folder.
pub fn check(project: &Project) -> Result<()> {
    let dist = project.dist();
    let folders = folders_of_the_machine(project);
    for (path, bytes) in released(&dist, &dist)? {
        if let Some(folder) = folders.iter().find(|folder| contains(&bytes, folder)) {
            bail!("{path} names {folder}");
        }
    }
    let elsewhere = env::temp_dir().join(format!("forum-widget-{}/in another/folder", process::id()));
    let compared = compare(project, &elsewhere);
    let removed = elsewhere.ancestors().nth(2).map_or(Ok(()), fs::remove_dir_all);
    compared?;
    removed.context("the other folder stays")
}

fn compare(project: &Project, elsewhere: &Path) -> Result<()> {
    for source in SOURCES {
        copy(&project.root.join(source), &elsewhere.join(source))?;
    }
    symlink(project.node_modules(), elsewhere.join("node_modules"))?;
    let dist = project.dist();
    let words = words::all().into_iter().flat_map(|words| words::paths(words.language));
    let mut hashes = BTreeMap::new();
    for path in [WASM, LATER_WASM, JAVASCRIPT].map(String::from).into_iter().chain(words) {
        let hash = sizes::short_integrity(&fs::read(dist.join(&path))?);
        hashes.insert(path, hash);
    }
    let other = Project { root: elsewhere.to_path_buf(), tools: project.tools.clone() };
    let scripts = dist::scripts(&other, other.wasm_target().join("small/glue.js"), hashes)?;
    for (name, bytes) in scripts {
        ensure!(
            fs::read(dist.join(&name))? == bytes,
            "{name} is another when it is made in {}",
            elsewhere.display()
        );
    }
    Ok(())
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    } else {
        fs::create_dir_all(to.parent().context("no folder")?)?;
        fs::copy(from, to).with_context(|| format!("no {}", from.display()))?;
    }
    Ok(())
}

/// The released files, as they are, by their paths.
fn released(dist: &Path, folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).context("no release")? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(released(dist, &path)?);
        } else if path.extension().is_none_or(|kind| kind != "gz" && kind != "br") {
            all.push((path.strip_prefix(dist)?.display().to_string(), fs::read(&path)?));
        }
    }
    Ok(all)
}

/// Where the sources, the crates, the compiler and this user are.
fn folders_of_the_machine(project: &Project) -> Vec<String> {
    let home = env::home_dir();
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let folders = [Some(project.root.clone()), Some(project.tools.clone()), home, cargo];
    let named = folders.into_iter().flatten().map(|folder| format!("{}/", folder.display()));
    // As the compiler writes the folder of its own source.
    named.filter(|folder| folder.len() > 1).chain(["/rustc/".into(), ".cargo/registry".into()]).collect()
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_folder_is_found_in_bytes() {
        assert!(contains(b"\0/tmp/somebody/src\0", "/tmp/somebody"));
        assert!(!contains(b"\0/forum-widget/src\0", "/tmp/somebody"));
    }
}
