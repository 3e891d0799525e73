//! The project's own commands: `cargo xtask serve`, `dist`, `test`, `bench`, `generate`, `fuzz`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::project::Project;

/// The project's own commands. Each installs what it needs and is missing.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the widget and serve it on this machine
    Serve {
        /// Port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// A feed to serve in place of the forum that ships; read anew at each request
        #[arg(long, value_name = "FILE")]
        feed: Option<PathBuf>,
    },
    /// Build the release files in dist/ and print their sizes; fails over the byte budget
    Dist,
    /// Run every check: format, lints, types, core, calendars, browsers, generated tables
    Test,
    /// Measure the widget against plain JavaScript in Chromium, and print the ratios
    Bench {
        /// The sizes of the programmes; 60, 689, 1,000 and 10,000 sessions if none is named
        #[arg(long, value_name = "N")]
        sessions: Vec<usize>,
        /// Put the tables into BENCHMARKS.md as well
        #[arg(long)]
        write: bool,
    },
    /// Write what is generated and checked in: zones, country names, map, schema and reference of the feed, descriptions of the widget
    Generate {
        /// Compare with what is checked in, and write nothing
        #[arg(long)]
        check: bool,
    },
    /// Run the fuzz targets, led by coverage, and count how often each ran
    Fuzz {
        /// How long each target runs
        #[arg(long, default_value_t = 60, value_name = "N")]
        seconds: u32,
        /// The targets; all of them if none is named
        targets: Vec<String>,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = Project::find().and_then(|project| match arguments.command {
        Command::Serve { port, feed } => xtask::serve::run(&project, port, feed.as_deref()).map(|()| true),
        Command::Dist => xtask::dist::run(&project).map(|()| true),
        Command::Test => Ok(xtask::test::run(&project)),
        Command::Bench { sessions, write } => xtask::bench::run(&project, &sessions, write).map(|()| true),
        Command::Fuzz { seconds, targets } => xtask::fuzz::run(&project, &targets, seconds).map(|()| true),
        Command::Generate { check } => xtask::generate::run(&project, check).map(|()| true),
    });
    match result {
        Ok(true) => ExitCode::SUCCESS,
        // The tests have said what failed, in their last line.
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            // `{:#}`: the whole chain on one line, and never a backtrace.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
