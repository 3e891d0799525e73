use super::context::Context;
use super::country::{badge, button, participation};
use super::node::{Element, element};
use super::status::selection;
use crate::feed::Mode;
use crate::locale::number;
use crate::map::{InsetName, State, Treatment};
use crate::state::Action;
use crate::words;

const HEADING_ID: &str = "forum-countries";

/// The map, its legend, and the list that is the same control.
pub fn draw(context: Context<'_>) -> Element {
    let messages = context.messages();
    let heading = context.heading(1).class("section-heading").with("id", HEADING_ID);
    element("section.map-panel part=panel")
        .with("aria-labelledby", HEADING_ID)
        .child(heading.text(messages.participating_countries))
        .child(hint(context))
        .children(legend(context))
        .child(drawing(context))
        .child(element("p.map-note").text(messages.map_note))
        .child(list(context))
}

/// What to do, and once it was done, what is selected.
fn hint(context: Context<'_>) -> Element {
    let messages = context.messages();
    let selected = selection(context);
    let clear =
        element("button.clear type=button").with_value("data-action", Action::ClearSelection.written());
    let clear = if selected.is_some() { clear } else { clear.with("hidden", "") };
    element("div.hint")
        .child(element("p").text(&selected.unwrap_or_else(|| messages.choose_country.into())))
        .child(clear.text(messages.clear_selection))
}

fn legend(context: Context<'_>) -> Option<Element> {
    let items: Vec<Element> =
        Treatment::ALL.into_iter().filter_map(|treatment| legend_item(context, treatment)).collect();
    (!items.is_empty()).then(|| element("ul").part("legend").with("role", "list").children(items))
}

fn legend_item(context: Context<'_>, treatment: Treatment) -> Option<Element> {
    let messages = context.messages();
    let count = context.forum.countries.iter().filter(|country| Treatment::of(country) == treatment).count();
    let word = match treatment {
        Treatment::Host => messages.host,
        Treatment::InPerson => words::mode(messages, Mode::InPerson),
        Treatment::PreRecorded => words::mode(messages, Mode::PreRecorded),
        Treatment::Online => words::mode(messages, Mode::Online),
        Treatment::Several => messages.several_modes,
        Treatment::Unknown => messages.taking_part,
    };
    let swatch = element("span.swatch").with("data-treatment", treatment.name()).with("aria-hidden", "true");
    let text = [word, " · ", &number(count as u64)].concat();
    (count > 0).then(|| element("li").child(swatch).text(&text))
}

/// The drawing. The list below is its equal for the keyboard and for readers, so it is one image to them.
fn drawing(context: Context<'_>) -> Element {
    let geometry = context.geometry;
    let view_box = ["0 0 ", &number(geometry.width.into()), " ", &number(geometry.height.into())].concat();
    let territories = geometry.territories.iter();
    let territories = territories.map(|territory| path("territory", territory.path.clone()));
    let states = geometry.states.iter().map(|state| draw_state(context, state));
    let selected = geometry.states.iter().filter(|state| context.state.has_selected(state.code));
    let selected: String = selected.map(|state| state.path.as_str()).collect();
    element("svg")
        .part("map")
        .with_value("viewBox", view_box)
        .with("role", "img")
        .with("aria-label", context.messages().map_description)
        .child(element("defs").children(patterns()))
        .child(path("context", geometry.context.clone()))
        .children(insets(context))
        .child(element("g").children(territories))
        .child(element("g").children(states))
        .child(path("borders", geometry.borders.clone()))
        .child(path("selection", selected))
}

fn path(class: &'static str, data: String) -> Element {
    element("path").class(class).with_value("d", data)
}

fn draw_state(context: Context<'_>, state: &State) -> Element {
    let drawn = path("state", state.path.clone());
    let Some(country) = context.country(state.code) else { return drawn };
    let treatment = Treatment::of(country);
    let drawn = drawn
        .with("data-treatment", treatment.name())
        .with_value("data-action", Action::ToggleCountry(state.code).written());
    let drawn = match treatment {
        Treatment::PreRecorded => drawn.with("fill", "url(#forum-stripes)"),
        Treatment::Online => drawn.with("fill", "url(#forum-dots)"),
        Treatment::Several => drawn.with("fill", "url(#forum-bands)"),
        Treatment::Host | Treatment::InPerson | Treatment::Unknown => drawn,
    };
    drawn.child(element("title").text(&context.country_name(state.code)))
}

/// The shapes that tell the ways of taking part apart without colour.
fn patterns() -> [Element; 3] {
    let pattern = |id: &'static str, ground: &'static str| {
        let square = element("rect").class(ground).with("width", "12").with("height", "12");
        element("pattern")
            .with("id", id)
            .with("width", "12")
            .with("height", "12")
            .with("patternUnits", "userSpaceOnUse")
            .with("patternTransform", "rotate(45)")
            .child(square)
    };
    let stripe = |class: &'static str| element("rect").class(class).with("width", "5").with("height", "12");
    let dot = element("circle.pattern-online cx=6 cy=6 r=3");
    [
        pattern("forum-stripes", "pattern-ground").child(stripe("pattern-recorded")),
        pattern("forum-dots", "pattern-online-ground").child(dot),
        pattern("forum-bands", "pattern-ground").child(stripe("pattern-in-person")),
    ]
}

fn insets(context: Context<'_>) -> Vec<Element> {
    let text = |value: i32| number(u64::try_from(value).unwrap_or(0));
    let mut drawn = Vec::new();
    for inset in &context.geometry.insets {
        drawn.push(
            element("rect.inset")
                .with_value("x", text(inset.x))
                .with_value("y", text(inset.y))
                .with_value("width", text(inset.width))
                .with_value("height", text(inset.height))
                .with("rx", "8"),
        );
        if inset.name == InsetName::Korea {
            let name = context.geometry.states.iter().find(|state| state.inset == Some(InsetName::Korea));
            drawn.push(
                element("text.inset-name")
                    .with_value("x", text(inset.x + inset.width))
                    .with_value("y", text(inset.y - 12))
                    .text(&name.map(|state| context.country_name(state.code)).unwrap_or_default()),
            );
        }
    }
    drawn
}

/// Every country that takes part, as the same control as the drawing.
fn list(context: Context<'_>) -> Element {
    let rows = context.countries_by_name().into_iter().map(|(country, name)| {
        let row = button(context, country.code)
            .part("country")
            .child(badge(context, country.code))
            .child(element("span.country-name").text(&name))
            .child(element("span.country-facts").text(&participation(context, country)));
        element("li").child(row)
    });
    element("ul").part("country-list").with("role", "list").children(rows)
}
