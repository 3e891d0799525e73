//! The map as a picture that stands alone: with the forum's name, the legend, the notes and the source. It has no stylesheet, so
//! each shape has its colours with it; they come as a text (`picture.txt`), which only who takes the picture has to load.

use super::super::context::Context;
use super::super::footer::updated;
use super::super::node::{Element, Node, element};
use super::drawing::{self, filled};
use super::mark::coordinate;
use super::{is_neutral, legend, special};
use crate::feed::Text;
use crate::locale::{label, pieces, present, separated, split_at_byte};
use crate::map::MARKER;
use crate::settings::Worldview;
use crate::state::State;

/// The edge that stays free on both sides.
const EDGE: i32 = 40;

/// The whole map as SVG, whatever region, filter or country the visitor has chosen; `paint` is [`super::PAINT`].
pub fn picture(context: &Context<'_>, paint: &str) -> String {
    let state = State::default();
    let context = &Context { state: &state, ..*context };
    let messages = context.messages();
    let name = context.forum.name.as_ref().map_or(messages.programme, |name| context.string(name));
    let mut sheet = Sheet { shapes: Vec::new(), below: EDGE };
    sheet.write("name", name, 42, 46);
    sheet.write("heading", messages.participating_countries, 60, 42);
    sheet.add_legend(context);
    sheet.add_map(context);
    let others = super::not_on_the_map(context);
    if !others.is_empty() {
        let mut names = Vec::new();
        for country in others {
            names.push(context.country_name(country.code));
        }
        let names = label(messages.also_taking_part, context.language) + &separated(&names, ", ");
        sheet.write("entry", &names, 68, 34);
    }
    sheet.write("small", messages.map_note, 84, 30);
    if is_neutral(context) {
        sheet.write("small", messages.malvinas_note, 84, 30);
    }
    sheet.write("small", &sources(context), 84, 30);
    let height = coordinate(sheet.below + EDGE);
    let whole = element("svg.picture")
        .with_value("viewBox", ["0 0 1000 ", &height].concat())
        .with_value("height", height.clone())
        .child(element("title").text(&[messages.participating_countries, " – ", name].concat()))
        .child(element("rect.paper").with_value("height", height))
        .children(sheet.shapes);
    let mut svg = String::new();
    push(&mut svg, &whole, "", paint);
    svg
}

/// Source, licence and last change.
fn sources(context: &Context<'_>) -> String {
    let (messages, attribution) = (context.messages(), context.forum.attribution.as_ref());
    let source = attribution.and_then(|attribution| attribution.source.as_ref());
    let license = attribution.and_then(|attribution| attribution.license.as_ref());
    let labelled = |name, text: Option<&Text>| Some(label(name, context.language) + context.string(text?));
    let facts = [labelled(messages.source, source), labelled(messages.license, license), updated(context)];
    present(&facts, " · ")
}

/// What stands on the paper, from top to bottom.
struct Sheet {
    shapes: Vec<Element>,
    below: i32,
}

impl Sheet {
    /// Adds lines of text, each at most so many letters wide.
    fn write(&mut self, class: &'static str, text: &str, letters: usize, height: i32) {
        for line in lines(text, letters) {
            self.below += height;
            self.shapes.push(text_at(class, EDGE, self.below, &line));
        }
    }

    fn add_legend(&mut self, context: &Context<'_>) {
        self.below += 48;
        let mut x = EDGE;
        for (treatment, words) in legend::entries(context) {
            let width = 90 + 14 * i32::try_from(letters_of(&words)).unwrap_or(0);
            if x > EDGE && x + width > 1000 {
                x = EDGE;
                self.below += 42;
            }
            let swatch = filled(element("rect.state"), treatment)
                .with("data-treatment", treatment.name())
                .with("width", "28")
                .with("height", "28")
                .with("rx", "6")
                .with_value("x", coordinate(x))
                .with_value("y", coordinate(self.below - 23));
            self.shapes.push(swatch);
            self.shapes.push(text_at("entry", x + 40, self.below, &words));
            x += width;
        }
        self.below += 24;
    }

    fn add_map(&mut self, context: &Context<'_>) {
        let settings = context.settings;
        let usual = settings.worldview == Worldview::Un && !settings.tiles;
        let mut drawn = if usual { drawing::draw(context) } else { special::draw(context) };
        drawn.set("class", "drawn".into());
        drawn.set("y", coordinate(self.below));
        drawn.set("height", "1127".into());
        if !settings.tiles {
            drawn.inside_mut().iter_mut().for_each(shrink_marker);
        }
        self.shapes.push(drawn);
        self.below += 1140;
    }
}

/// A marker is as large as in the widest of pages.
fn shrink_marker(node: &mut Node) {
    let Node::Element(marker) = node else { return };
    if marker.attribute("class") != Some("marker") {
        return;
    }
    let Some(square) = marker.find_by("width", "80") else { return };
    let middle =
        |name| square.attribute(name).and_then(|at| at.parse::<i32>().ok()).unwrap_or(0) + MARKER / 2;
    let [x, y] = [middle("x"), middle("y")].map(|middle| coordinate(middle * 2 / 5));
    marker.set("transform", ["matrix(.6 0 0 .6 ", &x, " ", &y, ")"].concat());
}

fn text_at(class: &'static str, x: i32, y: i32, text: &str) -> Element {
    element("text").class(class).with_value("x", coordinate(x)).with_value("y", coordinate(y)).text(text)
}

/// How wide a text is, in Latin letters: those of Korean are two wide.
fn letters_of(text: &str) -> usize {
    text.chars().map(|letter| if letter >= '\u{1100}' { 2 } else { 1 }).sum()
}

/// A text in lines, broken between words.
fn lines(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in pieces(text, b' ') {
        match lines.last_mut() {
            Some(line) if letters_of(line) + 1 + letters_of(word) <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

/// Writes an element as XML, with the colours of its class (`state:host`), or of its name inside one of a class (`marker-text`).
/// What it has itself goes before.
fn push(svg: &mut String, drawn: &Element, around: &str, paint: &str) {
    let (tag, class) = (drawn.tag(), drawn.attribute("class"));
    svg.push('<');
    svg.push_str(tag);
    let mut own: Vec<&str> = Vec::new();
    for (name, value) in drawn.attributes() {
        if !matches!(*name, "class" | "part" | "role")
            && !name.starts_with("data-")
            && !name.starts_with("aria-")
        {
            own.push(name);
            push_attribute(svg, name, value);
        }
    }
    let key = class.map_or_else(|| [around, "-", tag].concat(), String::from);
    let treatment = drawn.attribute("data-treatment");
    for line in pieces(paint, b'\n') {
        let (of, colours) = split_at_byte(line, b' ').unwrap_or_default();
        let (of, way) = split_at_byte(of, b':').unwrap_or((of, ""));
        if of == key && (way.is_empty() || Some(way) == treatment) {
            for (name, value) in pieces(colours, b' ').filter_map(|colour| split_at_byte(colour, b'=')) {
                if !own.contains(&name) {
                    own.push(name);
                    push_attribute(svg, name, value);
                }
            }
        }
    }
    svg.push('>');
    for node in drawn.inside() {
        match node {
            Node::Text(text) => push_escaped(svg, text),
            Node::Element(child) => push(svg, child, class.unwrap_or_default(), paint),
        }
    }
    svg.push_str("</");
    svg.push_str(tag);
    svg.push('>');
}

fn push_attribute(svg: &mut String, name: &str, value: &str) {
    svg.push(' ');
    svg.push_str(name);
    svg.push_str("=\"");
    push_escaped(svg, value);
    svg.push('"');
}

/// Without the characters that XML forbids.
fn push_escaped(svg: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter < ' ' => svg.push(' '),
            _ => svg.push(letter),
        }
    }
}
