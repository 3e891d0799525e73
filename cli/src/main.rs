//! The `forum-widget` program: what the widget does with a feed, without a browser.

use std::fs;
use std::io::Read as _;
use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow};
use clap::{Parser, Subcommand};
use forum_widget::feed::{Problem, Reading, read};
use forum_widget::html::print;
use forum_widget::locale::{Language, Messages};
use forum_widget::map::geometry;
use forum_widget::settings::{self, SettingProblem};
use forum_widget::state::State;
use forum_widget::view::{Context, screen, words};

/// Checks and renders the feed of a forum.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The language of the sentences and of the rendered page: es, pt, en, ko, fr, ht or nl.
    #[arg(long, global = true, default_value = "es", value_parser = language)]
    lang: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads a feed and lists what is wrong in it; ends with 1 where something is.
    Check {
        /// The feed: a file, or - for standard input.
        feed: String,
    },
    /// Prints the HTML that the widget draws, for the inside of <forum-widget>.
    Render {
        /// The feed: a file, or - for standard input.
        feed: String,
        /// The views: any of agenda, map and delegations.
        #[arg(long, default_value = "agenda map")]
        view: String,
    },
}

fn language(text: &str) -> Result<Language, String> {
    Language::of_tag(text).ok_or_else(|| "one of es, pt, en, ko, fr, ht, nl".into())
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Check { feed } => check(feed, arguments.lang),
        Command::Render { feed, view } => render(feed, view, arguments.lang),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("forum-widget: {error:#}");
        ExitCode::FAILURE
    })
}

fn check(feed: &str, language: Language) -> Result<ExitCode> {
    let problems = match read(&bytes(feed)?) {
        Ok(reading) => reading.problems,
        Err(problem) => vec![problem],
    };
    for problem in &problems {
        println!("{feed}: {}", sentence(problem, language));
    }
    println!("{feed}: {} problems", problems.len());
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn render(feed: &str, view: &str, language: Language) -> Result<ExitCode> {
    let Reading { forum, problems } =
        read(&bytes(feed)?).map_err(|problem| anyhow!(sentence(&problem, language)))?;
    for problem in &problems {
        eprintln!("{feed}: {}", sentence(problem, language));
    }
    let (settings, bad) = settings::read([("view", view)]);
    if let Some(bad) = bad.first() {
        return Err(anyhow!(SettingProblem::written(bad)));
    }
    let (state, geometry) = (State::default(), geometry());
    let context =
        Context { forum: &forum, settings: &settings, language, state: &state, geometry: &geometry };
    println!("{}", print(&screen(context)));
    Ok(ExitCode::SUCCESS)
}

fn bytes(feed: &str) -> Result<Vec<u8>> {
    if feed == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).context("standard input cannot be read")?;
        return Ok(bytes);
    }
    fs::read(feed).with_context(|| format!("{feed} cannot be read"))
}

fn sentence(problem: &Problem, language: Language) -> String {
    let text = words::problem(Messages::of(language), problem.code);
    let place = if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.path) };
    format!("{place}{text} [{}]", problem.code.as_str())
}
