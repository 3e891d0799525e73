//! The help in Spanish, in which the program speaks unless it is told otherwise, and in Portuguese. The other languages
//! read the English of the declarations.

use clap::{Arg, ArgAction, Command};
use forum_widget::locale::Language;

use crate::help_lines::LINES;

const EXAMPLES: &str = "  forum-widget check feed.json
  forum-widget import --from csv programa.csv --name \"Foro Digital\" --time-zone America/Bogota > feed.json
  forum-widget render --lang es --view agenda,map --page --stylesheet forum.css feed.json > programa.html
  forum-widget calendar --lang es --country CR feed.json > costa-rica.ics
  forum-widget translate --missing --languages es,pt,en feed.json";

/// The headings of the help: usage, commands, arguments, options, examples.
fn headings(language: Language) -> [&'static str; 5] {
    match language {
        Language::Es => ["Uso", "Órdenes", "Argumentos", "Opciones", "Ejemplos"],
        Language::Pt => ["Uso", "Comandos", "Argumentos", "Opções", "Exemplos"],
        _ => ["Usage", "Commands", "Arguments", "Options", "Examples"],
    }
}

/// What a command, or one of its arguments, says in a language; nothing where that is the English of its declaration.
fn line(command: &str, argument: &str, language: Language) -> Option<&'static str> {
    let said = |of: &str| LINES.iter().find(|(command, name, ..)| *command == of && *name == argument);
    let general = || if argument.is_empty() { None } else { said("") };
    let (.., spanish, portuguese) = said(command).or_else(general)?;
    match language {
        Language::Es => Some(spanish),
        Language::Pt => Some(portuguese),
        _ => None,
    }
}

/// The program with its help in a language.
pub fn localized(program: Command, language: Language) -> Command {
    let [.., examples] = headings(language);
    let names: Vec<String> = program.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let version = flag("version", 'V', ArgAction::Version).help("Print the version");
    let program = program.disable_version_flag(true).arg(version);
    let mut program = translated(program, "", language).after_help(format!("{examples}:\n{EXAMPLES}"));
    for name in names {
        program = program.mut_subcommand(&name, |command| translated(command, &name, language));
    }
    program
}

fn translated(command: Command, name: &str, language: Language) -> Command {
    let [usage, commands, arguments, options, _] = headings(language);
    let mut command = command
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help).help("Print this help"))
        .subcommand_help_heading(commands)
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}"));
    if let Some(about) = line(name, "", language) {
        command = command.about(about);
    }
    let ids: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    for id in ids {
        command = command.mut_arg(&id, |argument| {
            let heading = if argument.is_positional() { arguments } else { options };
            let argument = argument.help_heading(heading);
            match line(name, &id, language) {
                Some(text) => argument.help(text),
                None => argument,
            }
        });
    }
    command
}

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).short(short).long(name).action(action)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::{LINES, line, localized};
    use forum_widget::locale::Language;

    #[test]
    fn every_command_and_argument_has_its_line() {
        let program = localized(crate::Arguments::command(), Language::Es);
        let mut wanted = Vec::new();
        for command in std::iter::once(&program).chain(program.get_subcommands()) {
            let name = if command.get_name() == program.get_name() { "" } else { command.get_name() };
            wanted.push((name, ""));
            wanted.extend(command.get_arguments().map(|argument| (name, argument.get_id().as_str())));
        }
        for (command, argument) in &wanted {
            assert!(line(command, argument, Language::Es).is_some(), "{command} {argument}");
        }
        for (command, argument, ..) in LINES {
            let used =
                |(of, name): &(&str, &str)| (command.is_empty() || *of == command) && *name == argument;
            assert!(wanted.iter().any(used), "{command} {argument}");
        }
    }

    #[test]
    fn the_program_is_sound_in_each_language() {
        for language in Language::ALL {
            localized(crate::Arguments::command(), language).debug_assert();
        }
    }
}
