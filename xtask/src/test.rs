//! The command `test`: every check in order, what each found, and the sum.

use std::ffi::OsString;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::program::{Environment, Program};
use crate::project::Project;
use crate::toolchain::{self, python, wasm::WasmToolchain};
use crate::{dist, generate, package, reproducible};

/// How many tests passed and failed. A check that is one yes or no counts only when it fails.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
}

/// Runs all the checks, and goes on after one that fails. The last line on standard output has the numbers; says whether
/// all is well.
pub fn run(project: &Project) -> bool {
    let mut report = Report::default();
    let compiler = report.value("install what building needs", || toolchain::for_building(project));
    let browsers = report.value("install the browsers", || toolchain::for_browsers(project));
    report.value("install calendar readers", || toolchain::for_calendars(project));
    report.check("format", || succeeds(cargo(project, &["fmt", "--all", "--check"])));
    report.check("lints", || {
        succeeds(cargo(project, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    });
    let mut sizes = None;
    if let Some(compiler) = &compiler {
        report.check("lints, wasm32", || wasm_lints(project, compiler));
        sizes = report.value("release files", || dist::build(project, compiler));
    }
    if let Some(sizes) = &sizes {
        println!("{}", sizes.table());
        report.value("byte budget", || sizes.check_budget());
        report.check("types of the loader", || loader_types(project));
        report.value("npm package", || package::check(project));
        report.value("the same from elsewhere", || reproducible::check(project));
    }
    report.check("core", || core_tests(project));
    report.check("browsers", || match (&browsers, &sizes) {
        (None, _) => bail!("not run: no browsers"),
        (_, None) => bail!("not run: no release files"),
        _ => browser_tests(project),
    });
    report.value("generated tables", || generate::run(project, true));
    report.print();
    let total = report.total();
    println!("{} passed, {} failed", total.passed, total.failed);
    total.failed == 0
}

fn cargo(project: &Project, arguments: &[&str]) -> Program {
    Program::new("cargo").arguments(arguments).folder(&project.root)
}

/// A check that is one yes or no.
fn succeeds(program: Program) -> Result<Count> {
    if !program.echo()?.0 {
        bail!("see above");
    }
    Ok(Count::default())
}

/// A program whose output says how many tests it ran. One that fails and counts no failure counts as one.
fn counted(program: Program, count: fn(&str) -> Count) -> Result<Count> {
    let (good, text) = program.echo()?;
    let mut found = count(&text);
    if !good {
        found.failed = found.failed.max(1);
    }
    Ok(found)
}

/// The edge that only exists for wasm32, which the lints of this machine's target do not see.
fn wasm_lints(project: &Project, compiler: &WasmToolchain) -> Result<Count> {
    let clippy = cargo(project, &["clippy", "--package", "forum-widget", "--lib", "--release"])
        .arguments(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"])
        .environment(&compiler.environment(project)?);
    succeeds(clippy)
}

fn loader_types(project: &Project) -> Result<Count> {
    let tsc = Program::new(project.node_modules().join(".bin/tsc"));
    succeeds(tsc.arguments(["--project", "www/loader"]).folder(&project.root))
}

/// All native tests; those that open calendars with a reader in Python find it by the variable.
fn core_tests(project: &Project) -> Result<Count> {
    let program = cargo(project, &["test", "--workspace", "--no-fail-fast"]);
    counted(program.variable("PYTHONPATH", python::folder(project)), libtest_count)
}

fn browser_tests(project: &Project) -> Result<Count> {
    // It is one of the workspace's, so the tests of the core have compiled it.
    succeeds(cargo(project, &["build", "--quiet", "--package", "forum-widget-cli"]))?;
    counted(browser_program(project), browser_count)
}

/// The program that drives the browsers, against the release files; its own arguments come behind `--`.
pub fn browser_program(project: &Project) -> Program {
    let axe = project.node_modules().join("axe-core/axe.min.js");
    let variables: [(&str, OsString); 3] = [
        ("FORUM_WIDGET_DIST", project.dist().into()),
        ("FORUM_WIDGET_TOOLS", project.tools.clone().into()),
        ("FORUM_WIDGET_AXE", axe.into()),
    ];
    let environment: Environment = variables.into_iter().map(|(name, value)| (name.into(), value)).collect();
    cargo(project, &["run", "--quiet", "--package", "browser-tests"]).environment(&environment)
}

/// Adds up libtest's lines: "test result: ok. 5 passed; 0 failed; 0 ignored; …".
fn libtest_count(text: &str) -> Count {
    let mut sum = Count::default();
    for line in text.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
        let number = |word: &str| -> usize {
            line.split([';', '.'])
                .find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
                .unwrap_or(0)
        };
        sum.passed += number("passed");
        sum.failed += number("failed");
    }
    sum
}

/// Reads the browser tests' last line: "12 passed, 0 failed".
fn browser_count(text: &str) -> Count {
    let read = |line: &str| -> Option<Count> {
        let (passed, failed) = line.trim().split_once(" passed, ")?;
        Some(Count { passed: passed.parse().ok()?, failed: failed.strip_suffix(" failed")?.parse().ok()? })
    };
    // No such line: the tests did not come to their end.
    text.lines().rev().find_map(read).unwrap_or(Count { passed: 0, failed: 1 })
}

/// What was found so far, check by check.
#[derive(Default)]
struct Report {
    lines: Vec<Line>,
}

struct Line {
    name: &'static str,
    seconds: f64,
    count: Count,
    remark: String,
}

impl Report {
    fn check(&mut self, name: &'static str, work: impl FnOnce() -> Result<Count>) {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let (count, remark) = match work() {
            Ok(count) => (count, String::new()),
            Err(error) => {
                eprintln!("error: {error:#}");
                (Count { passed: 0, failed: 1 }, format!("{error:#}"))
            }
        };
        self.lines.push(Line { name, seconds: start.elapsed().as_secs_f64(), count, remark });
    }

    /// A check whose result others need.
    fn value<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let mut value = None;
        self.check(name, || {
            value = Some(work()?);
            Ok(Count::default())
        });
        value
    }

    fn total(&self) -> Count {
        self.lines.iter().fold(Count::default(), |sum, line| Count {
            passed: sum.passed + line.count.passed,
            failed: sum.failed + line.count.failed,
        })
    }

    fn print(&self) {
        println!();
        for Line { name, seconds, count, remark } in &self.lines {
            let mark = if count.failed == 0 { '✓' } else { '✗' };
            let numbers = match count {
                Count { passed: 0, failed: 0 } => String::new(),
                Count { passed, failed } => format!("{passed} passed, {failed} failed"),
            };
            println!("{mark} {name:<28} {seconds:>6.1} s  {numbers}  {remark}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, browser_count, libtest_count};

    #[test]
    fn libtest_lines_add_up() {
        let text = "running 2 tests\ntest result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; \
                    finished in 0.00s\n\ntest result: FAILED. 17 passed; 2 failed; 0 ignored\n";
        assert_eq!(libtest_count(text), Count { passed: 22, failed: 2 });
        assert_eq!(libtest_count("error: could not compile"), Count::default());
    }

    #[test]
    fn the_browsers_last_line_counts() {
        assert_eq!(
            browser_count("Firefox: 3 passed\n31 passed, 2 failed\n"),
            Count { passed: 31, failed: 2 }
        );
        assert_eq!(browser_count("panicked\n"), Count { passed: 0, failed: 1 });
    }
}
