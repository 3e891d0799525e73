//! Drives Chromium, Firefox and `WebKitGTK` over `WebDriver` against the release files.
//!
//! In reading order:
//! - [`cases`] is the table of cases, [`run`] runs them and [`report`] says how it went;
//! - [`engine`] starts the browsers, [`browser`] is one as a case sees it, [`actions`] what a visitor does with it;
//! - [`site`] serves release files, pages and simple faults, [`requests`] is its log, [`faulty`] is a
//!   server that does everything wrong, [`outside`] stands for the rest of the world;
//! - [`watch`] tells what a page suffered, [`axe`] checks accessibility, [`tree`] compares what is drawn;
//! - [`bench`] takes times and memory instead.

mod actions;
mod axe;
mod bench;
mod browser;
mod cases;
mod engine;
mod faulty;
mod outside;
mod report;
mod requests;
mod run;
mod site;
mod tree;
mod watch;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use engine::Engine;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::signal::unix::{SignalKind, signal};

/// Runs the browser tests against the release files in `FORUM_WIDGET_DIST` (default: `dist`).
#[derive(Parser)]
#[command(name = "browser-tests")]
struct Arguments {
    /// Only cases whose `engine::name` contains this
    filter: Option<String>,
    /// Only this engine (can be given more than once)
    #[arg(long)]
    engine: Vec<Engine>,
    /// Take the pictures that people look at, and put them there
    #[arg(long, value_name = "DIR")]
    keep_screenshots: Option<PathBuf>,
    /// Run the hostile pages alone, and write `HOSTILE_PAGES.md` instead of comparing with it
    #[arg(long)]
    write_table: bool,
    /// Name the cases and stop
    #[arg(long)]
    list: bool,
    /// Run no case: measure the widget against plain JavaScript, in Chromium
    #[arg(long)]
    bench: bool,
    /// The sizes of the programmes that the bench measures
    #[arg(long, value_name = "N", default_values_t = bench::SIZES)]
    sessions: Vec<usize>,
}

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let mut arguments = Arguments::parse();
    if arguments.write_table {
        arguments.filter = Some("::hostile::".to_owned());
    }
    // The panic of a case is reported with the case; a backtrace of the runtime helps nobody.
    // Writing may fail, as when the reader of a pipe went away: a panic in here would leave the browsers behind.
    std::panic::set_hook(Box::new(|panic| _ = writeln!(std::io::stderr(), "{panic}")));
    let mut terminated = signal(SignalKind::terminate()).context("no signals")?;
    // Whichever branch ends, the runtime drops the other's tasks, and with them every driver.
    tokio::select! {
        passed = run_all(arguments) => Ok(match passed {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(error) => {
                eprintln!("error: {error:#}");
                ExitCode::FAILURE
            }
        }),
        _ = tokio::signal::ctrl_c() => Ok(ExitCode::from(130)),
        _ = terminated.recv() => Ok(ExitCode::from(143)),
    }
}

async fn run_all(arguments: Arguments) -> Result<bool> {
    let dist = std::env::var_os("FORUM_WIDGET_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from);
    if arguments.bench {
        return bench::run(&dist, &arguments.sessions).await.map(|()| true);
    }
    if arguments.write_table {
        cases::hostile::table::write_anew();
    }
    let engines = if arguments.engine.is_empty() { Engine::ALL.to_vec() } else { arguments.engine };
    let mut tasks = tokio::task::JoinSet::new();
    for engine in engines {
        let mut cases = cases::all(engine);
        if let Some(filter) = &arguments.filter {
            cases.retain(|case| format!("{engine}::{}", case.name).contains(filter.as_str()));
        }
        if arguments.list {
            for case in &cases {
                println!("{engine}::{}", case.name);
            }
        } else if !cases.is_empty() {
            let options =
                run::Options { cases, dist: dist.clone(), screenshots: arguments.keep_screenshots.clone() };
            tasks.spawn(run::in_engine(engine, Arc::new(options)));
        }
    }
    if arguments.list {
        return Ok(true);
    }
    let table = cases::all(Engine::Chromium);
    ensure!(
        cases::hostile::table::names(|name| table.iter().any(|case| case.name == name)),
        "HOSTILE_PAGES.md names a case that is not there"
    );
    // A mistyped filter must not look like a success.
    ensure!(!tasks.is_empty(), "no case matches");
    let (mut outcomes, mut timings) = (Vec::new(), Vec::new());
    while let Some(ended) = tasks.join_next().await {
        let (engine_outcomes, timing) = ended.context("the bed itself failed")?;
        outcomes.extend(engine_outcomes);
        timings.push(timing);
    }
    let passed = report::summary(&outcomes, &timings);
    if passed && arguments.write_table {
        cases::hostile::table::write()?;
    }
    Ok(passed)
}

/// The root of the workspace, wherever the program is started.
fn workspace() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest)
}
