//! The command `check`.

use std::process::ExitCode;

use anstream::println;
use anstyle::{AnsiColor, Style};
use anyhow::Result;
use forum_widget::feed::check::{Checked, Finding, check};
use forum_widget::feed::{Forum, Severity};
use forum_widget::locale::{Language, Messages, plural};
use forum_widget::words::finding as sentence;
use serde_json::{Value, json};

use crate::source::{self, Source};
use crate::words::Words;

#[derive(clap::Args)]
pub struct Arguments {
    /// Feeds: files, http(s) addresses, or - for standard input
    #[arg(required = true, value_name = "FEED")]
    feeds: Vec<String>,
    /// Print a JSON document for programs, with the sentences in Spanish, Portuguese and English
    #[arg(long)]
    json: bool,
}

/// Checks each feed; fails with 1 where one has an error. Warnings do not fail.
pub fn run(arguments: &Arguments, language: Language) -> Result<ExitCode> {
    let words = Words::of(language);
    let mut errors = 0;
    let mut reports = Vec::new();
    for feed in &arguments.feeds {
        let Source { bytes, shared } = source::read_source(feed, words)?;
        let checked = check(&bytes);
        errors += checked.count(Severity::Error);
        if arguments.json {
            reports.push(report(feed, &checked, shared));
        } else {
            print(feed, &checked, shared, language);
        }
    }
    if arguments.json {
        println!("{:#}", Value::from(reports));
    }
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A line for each finding, as editors can follow it (`file:line:column`), and one that sums up.
fn print(feed: &str, checked: &Checked, shared: bool, language: Language) {
    let words = Words::of(language);
    let bold = Style::new().bold();
    for finding in &checked.findings {
        let Finding { code, path, location, meant } = finding;
        let place = location.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        let (name, colour) = match code.severity() {
            Severity::Error => (words.error, AnsiColor::Red.on_default().bold()),
            Severity::Warning => (words.warning, AnsiColor::Yellow.on_default().bold()),
        };
        let path = if path.is_empty() { String::new() } else { format!("{bold}{path}{bold:#}: ") };
        let text = sentence(language, *code);
        let meant = meant.as_ref().map(|word| format!(" → {word}")).unwrap_or_default();
        println!("{feed}{place}: {colour}{name}{colour:#}: {path}{text} [{}]{meant}", code.as_str());
    }
    if !shared {
        let colour = AnsiColor::Yellow.on_default().bold();
        println!("{feed}: {colour}{}{colour:#}: {} [{NOT_SHARED}]", words.warning, words.not_shared);
    }
    let messages = Messages::of(language);
    let mut facts = Vec::new();
    if let Some(forum) = &checked.forum {
        let counts = [
            (messages.sessions, forum.sessions.len()),
            (messages.countries, forum.countries.len()),
            (messages.people, forum.people.len()),
        ];
        // A terminal has no use for no-break spaces, and who looks for such a text types a space.
        let said = counts.map(|(forms, count)| plural(forms, count as u64, language).replace('\u{a0}', " "));
        facts.extend(said);
    }
    let errors = checked.count(Severity::Error);
    let warnings = checked.count(Severity::Warning) + usize::from(!shared);
    if errors + warnings == 0 {
        facts.push(words.no_problems.into());
    } else {
        facts.push(plural(words.errors, errors as u64, language));
        facts.push(plural(words.warnings, warnings as u64, language));
    }
    let colour = if errors == 0 { AnsiColor::Green } else { AnsiColor::Red }.on_default().bold();
    println!("{colour}{feed}{colour:#}: {}", facts.join(", "));
}

fn report(feed: &str, checked: &Checked, shared: bool) -> Value {
    let mut problems: Vec<Value> = checked.findings.iter().map(problem).collect();
    if !shared {
        problems.push(not_shared());
    }
    let count = |list: fn(&Forum) -> usize| checked.forum.as_ref().map_or(0, list);
    json!({
        "feed": feed,
        "errors": checked.count(Severity::Error),
        "warnings": checked.count(Severity::Warning) + usize::from(!shared),
        "sessions": count(|forum| forum.sessions.len()),
        "countries": count(|forum| forum.countries.len()),
        "people": count(|forum| forum.people.len()),
        "problems": problems,
    })
}

/// The code of a feed on the web that other sites may not read.
const NOT_SHARED: &str = "not-shared";

fn not_shared() -> Value {
    let message = |language| Words::of(language).not_shared;
    json!({
        "code": NOT_SHARED,
        "severity": "warning",
        "path": "",
        "line": null,
        "column": null,
        "message": { "es": message(Language::Es), "pt": message(Language::Pt), "en": message(Language::En) },
    })
}

fn problem(finding: &Finding) -> Value {
    let Finding { code, path, location, meant } = finding;
    json!({
        "code": code.as_str(),
        "severity": match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "path": path,
        "line": location.map(|place| place.line),
        "column": location.map(|place| place.column),
        "meant": meant,
        "message": {
            "es": sentence(Language::Es, *code),
            "pt": sentence(Language::Pt, *code),
            "en": sentence(Language::En, *code),
        },
    })
}
