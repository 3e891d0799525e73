//! Says what is going on: one line when a step starts, one when it ends.
//!
//! On standard error, so that standard output stays what a command answers.

use std::time::Instant;

use anyhow::Result;

/// Does `work`, which is `what`, between a line that announces it and one with the seconds it took.
///
/// # Errors
/// Those of `work`.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("· {what} …");
    let start = Instant::now();
    let result = work();
    let mark = if result.is_ok() { '✓' } else { '✗' };
    // What is in brackets is about before ("75 s, once"), not about after.
    let done = what.split(" (").next().unwrap_or(what);
    eprintln!("{mark} {done} {:.0} s", start.elapsed().as_secs_f64());
    result
}

/// One remark that is not a step.
pub fn note(text: &str) {
    eprintln!("  {text}");
}
