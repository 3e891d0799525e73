//! The map panel: what to do, the legend, the drawing, its notes, and the list that is the same control.

mod drawing;
mod legend;
mod mark;
mod opened;
mod picture;
mod regions;
mod special;
mod stops;

use super::context::Context;
use super::country::{badge, button, chip, participation};
use super::node::{Element, element};
use super::status::selection;
use crate::feed::Country;
use crate::map::{Piece, Policy};
use crate::settings::Worldview;
use crate::state::Action;

pub use legend::complete_status;
pub use picture::picture;
pub use stops::{near, walk};

/// The colours of the map as a picture. The loader brings them, since all data of the engine is loaded at the first visit.
#[cfg(not(target_arch = "wasm32"))]
pub const PAINT: &str = include_str!("picture.txt");

const HEADING_ID: &str = "forum-countries";

/// The map, its legend, and the list that is the same control.
pub fn draw(context: &Context<'_>) -> Element {
    let (messages, settings) = (context.messages(), context.settings);
    let heading = context.heading(1).class("section-heading").with("id", HEADING_ID);
    let plain = settings.worldview == Worldview::Un && !settings.tiles;
    let frame = frame(settings.tiles);
    let frame = if plain {
        frame.child(drawing::draw(context))
    } else if cfg!(target_arch = "wasm32") {
        // Its place: the second half of the engine has what is to be seen there, and no other worldview is seen before.
        frame.child(drawing::empty(context.settings.tiles))
    } else {
        frame.child(special::draw(context))
    };
    element("section.map-panel part=panel")
        .with("aria-labelledby", HEADING_ID)
        .child(heading.text(messages.participating_countries))
        .maybe((!context.forum.countries.is_empty()).then(|| hint(context)))
        .maybe(legend::draw(context))
        .child(frame)
        .maybe(others(context))
        .child(element("p.map-note").text(messages.map_note))
        .maybe(is_neutral(context).then(|| element("p.map-note").text(messages.malvinas_note)))
        .child(list(context))
}

/// Draws what the first half of the engine left out: other maps than the usual one, and what only serves those who act.
pub fn complete(context: &Context<'_>, panel: &mut Element) {
    special::complete(context, panel);
    legend::complete(context, panel);
    opened::complete(context, panel);
    if let Some(place) = panel.find("regions") {
        regions::add_buttons(context, place);
    }
    if let Some(drawn) = panel.find("map") {
        regions::show(context, drawn);
        stops::complete(context, drawn);
    }
    // In the room below the list.
    panel.add(
        element("button.way type=button")
            .with_value("data-action", Action::SavePicture(String::new()).written())
            .text(context.messages().save_map),
    );
}

/// Where the drawing belongs, with room for the buttons of its regions: nothing moves when they come.
fn frame(tiles: bool) -> Element {
    element("div.map-frame").maybe((!tiles).then(|| element("div.regions")))
}

/// What to do, and once it was done, what is selected.
fn hint(context: &Context<'_>) -> Element {
    let messages = context.messages();
    let selected = selection(context);
    let clear = element("button.clear type=button")
        .with_value("data-action", Action::ClearSelection.written())
        .with_flag("hidden", "", selected.is_none());
    element("div.hint")
        .child(element("p").text(&selected.unwrap_or_else(|| messages.choose_country.into())))
        .child(clear.text(messages.clear_selection))
}

/// Whether the islands are drawn that the note is about.
fn is_neutral(context: &Context<'_>) -> bool {
    Policy::of(context.settings.worldview).malvinas == Piece::Usual && !context.settings.tiles
}

/// Those who take part and are not on the map.
fn others(context: &Context<'_>) -> Option<Element> {
    let countries = not_on_the_map(context);
    let label = element("span").text(context.messages().also_taking_part);
    let mut others = element("div.countries").child(label);
    for country in &countries {
        others.add(chip(context, country.code));
    }
    (!countries.is_empty()).then_some(others)
}

fn not_on_the_map<'a>(context: &Context<'a>) -> Vec<&'a Country> {
    let mut others = Vec::new();
    for country in &context.forum.countries {
        if context.geometry.states.iter().all(|state| state.code != country.code) {
            others.push(country);
        }
    }
    others
}

/// Every country that takes part, as the same control as the drawing.
fn list(context: &Context<'_>) -> Element {
    let mut list = element("ul.country-list part=country-list role=list");
    for (country, name) in context.countries_by_name() {
        let row = button(context, country.code)
            .part("country")
            .child(badge(context, country.code))
            .child(element("span.country-name").text(&name))
            .child(element("span.country-facts").text(&participation(context, country)));
        list.add(element("li").child(row));
    }
    list
}
