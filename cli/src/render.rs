//! The command `render`: what the widget draws, as HTML that needs no script.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::{print, println};
use anyhow::{Context as _, Result, anyhow};
use forum_widget::feed::Forum;
use forum_widget::html::print;
use forum_widget::locale::Language;
use forum_widget::map::geometry;
use forum_widget::settings::{self, SettingProblem, Settings};
use forum_widget::state::State;
use forum_widget::structured_data::structured_data;
use forum_widget::view::{Context, Element, Node, PAINT, element, picture, screen};

use crate::source;
use crate::stylesheet::stylesheet;
use crate::words::Words;

#[derive(clap::Args)]
pub struct Arguments {
    /// The feed: a file, an http(s) address, or - for standard input
    feed: String,
    /// The views, any of agenda, map and delegations
    #[arg(long, default_value = "agenda,map", value_name = "VIEWS")]
    view: String,
    /// Print a whole page, and not only what belongs inside <forum-widget>
    #[arg(long)]
    page: bool,
    /// Write the stylesheet to this file; the page links to it by its name
    #[arg(long, value_name = "FILE")]
    stylesheet: Option<PathBuf>,
    /// The colours: light, dark, auto or inherit
    #[arg(long, default_value = "light")]
    theme: String,
    /// The level of the first heading, 2 to 6; a whole page begins with 1
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(2..=6))]
    heading_level: u8,
    /// Leave out the data for search engines (schema.org, as JSON-LD)
    #[arg(long)]
    no_structured_data: bool,
    /// Print the map as a picture (SVG), and nothing else
    #[arg(long)]
    svg: bool,
}

/// Prints the fragment or the page; what is wrong in the feed goes to standard error and stops nothing.
pub fn run(arguments: &Arguments, language: Language) -> Result<ExitCode> {
    let words = Words::of(language);
    let (mut settings, bad) = settings::read([("view", &*arguments.view), ("theme", &*arguments.theme)]);
    if let Some(bad) = bad.first() {
        return Err(anyhow!(SettingProblem::written(bad)));
    }
    settings.heading_level = if arguments.page { 1 } else { arguments.heading_level };
    let Some(forum) = source::forum(&arguments.feed, language)? else { return Ok(ExitCode::FAILURE) };
    if arguments.svg {
        let (state, geometry) = (State::default(), geometry());
        let context = &Context::new(&forum, &settings, language, &state, &geometry);
        // Without a line end: to the byte what a visitor saves.
        print!("{}", picture(context, PAINT));
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(file) = &arguments.stylesheet {
        fs::write(file, stylesheet())
            .with_context(|| words.cannot_write.replace("{}", &file.to_string_lossy()))?;
    }
    let mut html = fragment(&forum, &settings, language);
    if !arguments.no_structured_data {
        let data = structured_data(&forum, language);
        html.push_str(&["\n<script type=\"application/ld+json\">", &data, "</script>"].concat());
    }
    if arguments.page {
        let style = style(arguments.stylesheet.as_deref());
        println!("{}", page(&forum, language, &style, &html));
    } else {
        println!("{html}");
    }
    Ok(ExitCode::SUCCESS)
}

/// The whole screen, for the inside of `<forum-widget>`.
fn fragment(forum: &Forum, settings: &Settings, language: Language) -> String {
    let (state, geometry) = (State::default(), geometry());
    let context = &Context::new(forum, settings, language, &state, &geometry);
    print(&without_actions(&screen(context)))
}

/// The same element without what only a script can do: what would be a button is plain text, and what says how to use
/// it or waits for news is left out.
fn without_actions(drawn: &Element) -> Element {
    let tag = if drawn.tag() == "button" { "span" } else { drawn.tag() };
    let mut copy = element(tag);
    for (name, value) in drawn.attributes() {
        let of_a_button = drawn.tag() == "button"
            && matches!(*name, "type" | "aria-pressed" | "aria-expanded" | "aria-controls");
        // What the widget folds away is shown where nothing can unfold it.
        let folded = *name == "hidden";
        if *name != "data-action" && !of_a_button && !folded {
            copy = copy.with_value(name, value.clone().into_owned());
        }
    }
    for child in drawn.inside() {
        copy = match child {
            Node::Text(text) => copy.text(text),
            Node::Element(child) if needs_a_script(child) => copy,
            Node::Element(child) => copy.child(without_actions(child)),
        };
    }
    copy
}

fn needs_a_script(element: &Element) -> bool {
    element.attributes().iter().any(|(name, value)| {
        matches!(
            (*name, &**value),
            ("class", "hint" | "clear" | "controls" | "results" | "actions")
                | ("role", "status")
                | ("hidden", "")
        )
    })
}

/// How a page gets the stylesheet: by a link to its file, or within.
fn style(file: Option<&Path>) -> Element {
    match file.and_then(Path::file_name) {
        Some(name) => {
            element("link").with("rel", "stylesheet").with_value("href", name.to_string_lossy().into_owned())
        }
        None => element("style").text(&stylesheet()),
    }
}

fn page(forum: &Forum, language: Language, style: &Element, fragment: &str) -> String {
    let name = forum.name.as_ref().and_then(|name| name.choose(language));
    let title = print(&element("title").text(name.map_or("", |name| name.text)));
    // A stylesheet is not escaped in HTML.
    let style = match style.inside() {
        [Node::Text(css)] => ["<style>\n", css, "</style>"].concat(),
        _ => print(style),
    };
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{title}\n{style}\n</head>\n<body>\n\
         <main>\n<forum-widget>\n{fragment}\n</forum-widget>\n</main>\n</body>\n</html>",
        language.tag()
    )
}
