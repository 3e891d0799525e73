//! The programme with what finds something in it. `complete` adds what only works once the second half of the engine is
//! there, and is only reached from it.

mod actions;
mod choices;
mod controls;
mod details;
mod favorites;
mod groups;
mod programme;
mod rooms;
mod session;
mod tabs;
mod time;

use crate::agenda::Arrangement;
use crate::state::Action;
use crate::view::context::Context;
use crate::view::node::{Element, element};

pub use choices::{Menu, menus};
pub use groups::cards;

const HEADING_ID: &str = "forum-programme";

/// The programme as it is before a visitor does anything with it: by day.
pub fn draw(context: &Context<'_>) -> Element {
    let messages = context.messages();
    element("section.agenda part=panel")
        .with("aria-labelledby", HEADING_ID)
        .child(context.heading(1).class("section-heading").with("id", HEADING_ID).text(messages.programme))
        .maybe(controls::draw(context))
        .child(controls::results(context))
        .child(programme::draw(context))
}

/// Adds to a drawn programme what a visitor may choose, and what the opened session can be taken along by; where another
/// arrangement was chosen, that takes the place of the days.
pub fn complete(context: &Context<'_>, agenda: &mut Element) {
    let arrangement = context.state.arrangement;
    if arrangement != Arrangement::Days
        && let Some(programme) = agenda.find("programme")
    {
        match arrangement.facet() {
            Some(facet) => {
                if let Some(groups) = groups::draw(context, facet) {
                    *programme = groups;
                }
            }
            None => rooms::arrange(context, programme),
        }
    }
    if let Some(place) = agenda.find(choices::FILTERS) {
        choices::add_menus(context, place);
        if place.inside().is_empty()
            && let Some(menu) = agenda.find("menu")
        {
            // It is the first of the menus, and there is nothing to choose.
            *menu = element("details.menu hidden");
        }
    }
    if let Some(place) = agenda.find(controls::RESULTS) {
        if context.settings.favorites {
            place.add(favorites::alone(context));
        }
        // Favourites are the visitor's own: a link would show something else.
        if context.found.is_some() && !context.state.only_favorites {
            place.add(actions::button(&Action::CopyLink(None), context.messages().copy_link));
        }
        // It comes and goes with the clock, so it is the last: what stands before it stays as it is.
        choices::add_way_to_now(context, place);
    }
    if let Some(place) = agenda.find(choices::CALENDARS) {
        choices::add_calendars(context, place);
    }
    if let Some(place) = agenda.find(actions::CLASS) {
        actions::add(context, place);
    }
    if context.settings.favorites {
        favorites::add(context, agenda);
    }
}
