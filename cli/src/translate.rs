//! The command `translate`.

use std::process::ExitCode;

use anstream::println;
use anstyle::Style;
use anyhow::Result;
use forum_widget::feed::check::translations;
use forum_widget::locale::{Language, plural};
use forum_widget::words::finding as sentence;

use crate::words::Words;
use crate::{language, source};

#[derive(clap::Args)]
pub struct Arguments {
    /// The feed: a file, an http(s) address, or - for standard input
    feed: String,
    /// List the texts that lack a language, each with its place and the languages
    #[arg(long, required = true)]
    missing: bool,
    /// The languages that there should be
    #[arg(long, value_delimiter = ',', default_value = "es,pt,en,ko,fr,ht,nl", value_parser = language::parse)]
    languages: Vec<Language>,
}

/// Lists each text that is written by language and lacks one; fails with 1 where there is any.
pub fn run(arguments: &Arguments, language: Language) -> Result<ExitCode> {
    let words = Words::of(language);
    let feed = &arguments.feed;
    let texts = match translations(&source::bytes(feed, words)?) {
        Ok(texts) => texts,
        Err(code) => {
            println!("{feed}: {}", sentence(language, code));
            return Ok(ExitCode::FAILURE);
        }
    };
    let bold = Style::new().bold();
    let mut incomplete: u64 = 0;
    for text in &texts {
        let has = |wanted: &Language| {
            text.tags.iter().filter_map(|tag| Language::of_tag(tag)).any(|own| own == *wanted)
        };
        let missing: Vec<&str> =
            arguments.languages.iter().filter(|wanted| !has(wanted)).map(|wanted| wanted.tag()).collect();
        if !missing.is_empty() {
            incomplete += 1;
            let place = text.location;
            println!(
                "{feed}:{}:{}: {bold}{}{bold:#}: {}",
                place.line,
                place.column,
                text.path,
                missing.join(", ")
            );
        }
    }
    println!("{feed}: {}", plural(words.incomplete_texts, incomplete, language));
    Ok(if incomplete == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
