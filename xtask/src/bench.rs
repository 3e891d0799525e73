//! The command `bench`: the widget against plain JavaScript, in Chromium, with the release files.

use std::fs;

use anyhow::{Context, Result, bail, ensure};

use crate::project::Project;
use crate::{dist, test, toolchain};

/// Where the tables of one run stand.
const REPORT: &str = "BENCHMARKS.md";
const START: &str = "<!-- printed by cargo xtask bench -->\n";
const END: &str = "<!-- end -->\n";

/// Builds, measures programmes of these sizes (the bench's own without any), and prints the tables; `write` also puts them
/// into [`REPORT`].
///
/// # Errors
/// When something cannot be installed or built, or when the two pages do not draw the same. Times are never an error.
pub fn run(project: &Project, sizes: &[usize], write: bool) -> Result<()> {
    let compiler = toolchain::for_building(project)?;
    toolchain::for_browsers(project)?;
    let sizes_of_files = dist::build(project, &compiler)?;
    if let Err(error) = sizes_of_files.check_budget() {
        eprintln!("warning: {error}");
    }
    let sizes = sizes.iter().map(|size| format!("--sessions={size}"));
    let (good, tables) =
        test::browser_program(project).arguments(["--", "--bench"]).arguments(sizes).echo()?;
    ensure!(good, "see above");
    if write {
        let report = project.root.join(REPORT);
        let text = fs::read_to_string(&report).with_context(|| format!("cannot read {REPORT}"))?;
        fs::write(&report, with_tables(&text, &tables)?)?;
    }
    Ok(())
}

/// A report with other tables between its marks.
fn with_tables(report: &str, tables: &str) -> Result<String> {
    let Some((before, rest)) = report.split_once(START) else { bail!("{REPORT} has no {START:?}") };
    let Some((_, after)) = rest.split_once(END) else { bail!("{REPORT} has no {END:?}") };
    Ok([before, START, "\n", tables, "\n", END, after].concat())
}

#[cfg(test)]
mod tests {
    use super::{END, START, with_tables};

    #[test]
    fn tables_stand_between_the_marks() {
        let report = |tables: &str| format!("# Report\n{START}{tables}{END}\nIn words.\n");
        assert_eq!(with_tables(&report("old\n"), "new\n").unwrap(), report("\nnew\n\n"));
        assert!(with_tables("# Report\n", "new\n").is_err());
        assert!(with_tables(START, "new\n").is_err());
    }
}
