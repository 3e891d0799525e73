//! The command `import`.

use std::process::ExitCode;

use anstream::{eprintln, print};
use anstyle::AnsiColor;
use anyhow::Result;
use clap::ValueEnum;
use forum_widget::feed::LanguageTag;
use forum_widget::feed::import::{Format, Import, ImportError, Options, Setting, import, template};
use forum_widget::locale::{Language, Messages, plural};
use forum_widget::time::Zone;

use crate::source;
use crate::words::Words;

#[derive(clap::Args)]
pub struct Arguments {
    /// The format of the input
    #[arg(long, value_enum, required_unless_present = "template", value_name = "FORMAT")]
    from: Option<From>,
    /// The input: a file, an http(s) address, or - for standard input
    #[arg(required_unless_present = "template")]
    input: Option<String>,
    /// The forum's name, where the input does not state it or states another
    #[arg(long)]
    name: Option<String>,
    /// The forum's time zone, such as America/Bogota, where the input does not state it
    #[arg(long, value_parser = zone, value_name = "ZONE")]
    time_zone: Option<Zone>,
    /// The forum's id, in place of one made from its name
    #[arg(long)]
    id: Option<String>,
    /// The language of the input's texts, such as es, where the input does not state it
    #[arg(long, value_parser = tag, value_name = "TAG")]
    text_language: Option<LanguageTag>,
    /// Print a spreadsheet (CSV) to fill in, and import nothing
    #[arg(long, conflicts_with_all = ["from", "input"])]
    template: bool,
}

/// A format, as it is written on the command line.
#[derive(Clone, Copy, ValueEnum)]
enum From {
    /// schedule.json (frab, pretalx)
    Frab,
    /// pretalx widget
    Pretalx,
    /// Sessionize "All"
    Sessionize,
    /// iCalendar (.ics)
    Ical,
    /// schema.org Event (JSON-LD, HTML)
    Jsonld,
    /// CSV (--template)
    Csv,
}

impl From {
    fn format(self) -> Format {
        match self {
            From::Frab => Format::Frab,
            From::Pretalx => Format::Pretalx,
            From::Sessionize => Format::Sessionize,
            From::Ical => Format::ICalendar,
            From::Jsonld => Format::JsonLd,
            From::Csv => Format::Csv,
        }
    }

    fn of(format: Format) -> From {
        match format {
            Format::Frab => From::Frab,
            Format::Pretalx => From::Pretalx,
            Format::Sessionize => From::Sessionize,
            Format::ICalendar => From::Ical,
            Format::JsonLd => From::Jsonld,
            Format::Csv => From::Csv,
        }
    }

    fn written(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

fn zone(name: &str) -> Result<Zone, String> {
    Zone::named(name).ok_or_else(|| "an IANA name such as America/Bogota or Asia/Seoul".into())
}

fn tag(text: &str) -> Result<LanguageTag, String> {
    LanguageTag::parse(text).ok_or_else(|| "a language tag such as es or pt-BR".into())
}

/// Prints the feed on standard output, and on standard error what could not be carried over.
pub fn run(arguments: &Arguments, language: Language) -> Result<ExitCode> {
    if arguments.template {
        print!("{}", template(language));
        return Ok(ExitCode::SUCCESS);
    }
    // clap has asked for both.
    let (Some(from), Some(input)) = (arguments.from, &arguments.input) else { return Ok(ExitCode::FAILURE) };
    let words = Words::of(language);
    let options = Options {
        id: arguments.id.clone(),
        name: arguments.name.clone(),
        time_zone: arguments.time_zone,
        language: arguments.text_language.clone(),
    };
    match import(from.format(), &source::bytes(input, words)?, &options) {
        Ok(Import { document, losses }) => {
            let yellow = AnsiColor::Yellow.on_default().bold();
            for loss in &losses {
                let text = words.loss(loss.kind);
                eprintln!("{input}: {yellow}{}{yellow:#}: {}: {text}", words.warning, loss.place);
            }
            let sessions = plural(Messages::of(language).sessions, document.sessions.len() as u64, language);
            let sessions = sessions.replace('\u{a0}', " ");
            let lost = plural(words.losses, losses.len() as u64, language);
            eprintln!("{input}: {sessions}, {lost}");
            print!("{}", document.to_json());
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            let red = AnsiColor::Red.on_default().bold();
            eprintln!("{input}: {red}{}{red:#}: {}", words.error, sentence(&error, words));
            Ok(ExitCode::FAILURE)
        }
    }
}

fn sentence(error: &ImportError, words: &Words) -> String {
    match error {
        ImportError::TooLarge => words.too_large.into(),
        ImportError::Syntax(Some(line)) => words.syntax.replace("{}", &line.to_string()),
        ImportError::Syntax(None) | ImportError::AnotherFormat(None) => words.not_in_the_format.into(),
        ImportError::AnotherFormat(Some(format)) => {
            words.another_format.replace("{}", &From::of(*format).written())
        }
        ImportError::Missing(Setting::Name) => words.name_is_missing.into(),
        ImportError::Missing(Setting::TimeZone) => words.time_zone_is_missing.into(),
        ImportError::Empty => words.no_session.into(),
    }
}
