//! The command `fuzz`: runs the fuzz targets one after the other, led by coverage, and counts.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::program::{Program, path_with};
use crate::progress::step;
use crate::project::Project;
use crate::toolchain::cargo_tools;

/// Runs each of `targets`, or all of them where none is named, for so many seconds; prints how often each ran. What a run
/// learns stays in `target/fuzz-corpus` for the next one.
///
/// # Errors
/// When a target is not known, cannot be built, or fails; the failing input is then in its folder `crashes`, where `cargo
/// test` tries it again from then on.
pub fn run(project: &Project, targets: &[String], seconds: u32) -> Result<()> {
    let known = targets_of(project)?;
    let targets = if targets.is_empty() { known.clone() } else { targets.to_vec() };
    for target in &targets {
        ensure!(known.contains(target), "no target {target}; there are {}", known.join(", "));
    }
    cargo_tools::install(project, &[cargo_tools::CARGO_BOLERO.into()])?;
    let mut failed = Vec::new();
    for target in &targets {
        let result = step(&format!("fuzzing {target} for {seconds} s"), || fuzz(project, target, seconds));
        match result {
            Ok(runs) => println!("{target}: {runs} runs in {seconds} s, no failure"),
            Err(error) => {
                println!("{target}: FAILED: {error:#}");
                failed.push(target.as_str());
            }
        }
    }
    if !failed.is_empty() {
        bail!("{} of {} targets failed: {}", failed.len(), targets.len(), failed.join(", "));
    }
    Ok(())
}

/// The folder of what belongs to the targets, a folder for each.
fn folder(project: &Project) -> PathBuf {
    project.root.join("tests/fuzz/src/__fuzz__")
}

/// The targets, which are those that have seeds.
fn targets_of(project: &Project) -> Result<Vec<String>> {
    let mut targets = Vec::new();
    for entry in fs::read_dir(folder(project)).context("no fuzz targets")? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.join("corpus").is_dir()) {
            targets.push(name.to_string_lossy().into_owned());
        }
    }
    targets.sort_unstable();
    Ok(targets)
}

/// Runs one target and says how often.
fn fuzz(project: &Project, target: &str, seconds: u32) -> Result<u64> {
    let corpus = project.root.join("target/fuzz-corpus").join(target);
    copy_files(&folder(project).join(target).join("corpus"), &corpus)?;
    let (good, output) = Program::new("cargo")
        .arguments(["bolero", "test", "--package", "fuzz-tests", target])
        // Safe Rust needs no sanitizer, and without one the stable compiler will do.
        .arguments(["--sanitizer", "NONE", "-T", &format!("{seconds}s"), "--timeout", "10s"])
        .arguments(["--target-dir", "target/fuzz", "--corpus-dir"])
        .arguments([&corpus])
        .folder(&project.root)
        .variable("PATH", path_with(&[cargo_tools::folder(project)])?)
        .captured()?;
    fs::create_dir_all(project.logs())?;
    let log = project.logs().join(format!("fuzz-{target}.log"));
    fs::write(&log, &output)?;
    match runs(&output) {
        Some(runs) if good => Ok(runs),
        _ => bail!("{} (all of it in {})", reason(&output), log.display()),
    }
}

fn copy_files(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Reads libFuzzer's last line: "Done 517225 runs in 61 second(s)".
fn runs(output: &str) -> Option<u64> {
    let line = output.lines().rev().find_map(|line| line.trim().strip_prefix("Done "))?;
    line.split(' ').next()?.parse().ok()
}

/// The line that says most about a failure.
fn reason(output: &str) -> &str {
    let marks = ["Test unit written to", "panicked at", "error"];
    let found = marks.iter().find_map(|mark| output.lines().find(|line| line.contains(mark)));
    found.unwrap_or("it ended without a word").trim()
}

#[cfg(test)]
mod tests {
    use super::{reason, runs};

    #[test]
    fn the_last_line_counts() {
        assert_eq!(runs("#9\tDONE\n###### End ######\nDone 517225 runs in 61 second(s)\n"), Some(517_225));
        assert_eq!(runs("==1== ERROR: libFuzzer: deadly signal\n"), None);
    }

    #[test]
    fn a_failure_names_its_input() {
        let output = "panicked at a.rs\nartifact_prefix='x/'; Test unit written to x/crash-1\nerror: 77\n";
        assert_eq!(reason(output), "artifact_prefix='x/'; Test unit written to x/crash-1");
        assert_eq!(reason("error: no crate\n"), "error: no crate");
    }
}
