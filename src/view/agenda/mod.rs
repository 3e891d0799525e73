//! The programme with what finds something in it. `complete` adds what only works once the second half of the engine is
//! there, and is only reached from it.

mod actions;
mod choices;
mod controls;
mod details;
mod programme;
mod session;
mod tabs;
mod time;

use crate::view::context::Context;
use crate::view::node::{Element, element};

const HEADING_ID: &str = "forum-programme";

/// The programme as it is before a visitor does anything with it.
pub fn draw(context: Context<'_>) -> Element {
    let messages = context.messages();
    element("section.agenda part=panel")
        .with("aria-labelledby", HEADING_ID)
        .child(context.heading(1).class("section-heading").with("id", HEADING_ID).text(messages.programme))
        .maybe(controls::draw(context))
        .child(controls::results(context))
        .child(programme::draw(context))
}

/// Adds to a drawn programme what a visitor may choose, and what the opened session can be taken along by.
pub fn complete(context: Context<'_>, agenda: &mut Element) {
    if let Some(place) = agenda.find(choices::FILTERS) {
        choices::add_filters(context, place);
    }
    if let Some(place) = agenda.find(choices::CALENDARS) {
        choices::add_calendars(context, place);
    }
    if let Some(place) = agenda.find(actions::CLASS) {
        actions::add(context, place);
    }
}
