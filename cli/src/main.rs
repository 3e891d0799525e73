//! The `forum-widget` program: everything that an organiser does with a feed, without a browser.
//!
//! Exit codes: 0 all is well, 1 the feed has errors or nothing came of it, 2 wrong use or a file that cannot be had.

mod calendar;
mod check;
mod help;
mod help_lines;
mod import;
mod language;
mod render;
mod source;
mod stylesheet;
mod translate;
mod words;

use std::process::ExitCode;

use anstream::eprintln;
use anyhow::Result;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use forum_widget::locale::Language;

/// Checks, imports and renders the programme of a forum (Forum Feed 1).
#[derive(Parser)]
#[command(name = "forum-widget", version, disable_help_subcommand = true)]
struct Arguments {
    /// The language of what is said and rendered: es, pt, en, ko, fr, ht or nl
    #[arg(long, global = true, default_value = "es", value_name = "LANGUAGE", value_parser = language::parse)]
    lang: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// List what is wrong in feeds, each problem with its place and what to do
    Check(check::Arguments),
    /// Make a feed from the programme of another system, or from a spreadsheet
    Import(import::Arguments),
    /// Print the HTML that the widget draws, for pages without scripts
    Render(render::Arguments),
    /// Print the programme as a calendar (iCalendar, .ics)
    Calendar(calendar::Arguments),
    /// List the texts that lack one of the seven languages
    Translate(translate::Arguments),
}

fn main() -> ExitCode {
    let command = help::localized(Arguments::command(), language::asked_for(std::env::args()));
    let arguments = Arguments::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit());
    run(&arguments).unwrap_or_else(|error| {
        eprintln!("forum-widget: {error:#}");
        ExitCode::from(2)
    })
}

fn run(arguments: &Arguments) -> Result<ExitCode> {
    match &arguments.command {
        Command::Check(check) => check::run(check, arguments.lang),
        Command::Import(import) => import::run(import, arguments.lang),
        Command::Render(render) => render::run(render, arguments.lang),
        Command::Calendar(calendar) => calendar::run(calendar, arguments.lang),
        Command::Translate(translate) => translate::run(translate, arguments.lang),
    }
}
