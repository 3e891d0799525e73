//! What the run prints: a line for each case and engine, then the failures, then the count.

use crate::engine::Engine;
use std::time::Duration;

/// How a case went in an engine.
pub(crate) struct Outcome {
    pub(crate) engine: Engine,
    pub(crate) name: String,
    /// The error chain of a failure.
    pub(crate) failure: Option<String>,
    pub(crate) time: Duration,
}

impl Outcome {
    /// Prints the line of the case as it ends; engines run side by side, so each line is whole by itself.
    pub(crate) fn print(&self) {
        let word = if self.failure.is_some() { "FAILED" } else { "ok" };
        println!("test {}::{} ... {word} ({:.1?})", self.engine, self.name, self.time);
    }
}

/// How long an engine took.
pub(crate) struct Timing {
    pub(crate) engine: Engine,
    pub(crate) start: Duration,
    pub(crate) cases: Duration,
}

/// Prints failures, times and, as the very last line, the count; gives whether all passed.
pub(crate) fn summary(outcomes: &[Outcome], timings: &[Timing]) -> bool {
    let failures: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.failure.is_some()).collect();
    if !failures.is_empty() {
        println!("\nfailures:");
        for outcome in &failures {
            let failure = outcome.failure.as_deref().unwrap_or_default();
            println!("\n---- {}::{}\n{failure}", outcome.engine, outcome.name);
        }
    }
    println!();
    for timing in timings {
        let slowest = outcomes.iter().filter(|one| one.engine == timing.engine).max_by_key(|one| one.time);
        let slowest =
            slowest.map_or_else(String::new, |one| format!(", slowest {} {:.1?}", one.name, one.time));
        println!("{}: start {:.1?}, cases {:.1?}{slowest}", timing.engine, timing.start, timing.cases);
    }
    println!("{} passed, {} failed", outcomes.len() - failures.len(), failures.len());
    failures.is_empty()
}
