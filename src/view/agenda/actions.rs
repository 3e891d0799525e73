//! What can be done with the opened session: a link to it, its way into a calendar, the sessions before and after.

use crate::agenda::{programme, status};
use crate::calendar::{google_link, outlook_link};
use crate::feed::{Session, SessionId, Status};
use crate::state::Action;
use crate::view::context::Context;
use crate::view::node::{Element, element};

/// The class of the place for it.
pub const CLASS: &str = "actions";

/// Adds it to the place that the opened session has for it.
pub fn add(context: &Context<'_>, place: &mut Element) {
    let opened = context.state.opened;
    let Some((id, session)) = opened.and_then(|id| Some((id, context.forum.session(id)?))) else { return };
    let messages = context.messages();
    place.add(button(&Action::CopyLink(Some(id)), messages.copy_link));
    add_calendars(context, place, id, session);
    let [before, after] = neighbours(context, id);
    for (neighbour, text) in [(before, messages.previous_session), (after, messages.next_session)] {
        if let Some(neighbour) = neighbour {
            place.add(button(&Action::ToggleSession(neighbour), text));
        }
    }
    // Where the loader says that the address was copied.
    place.add(element("p role=status"));
}

/// A button for an action.
pub fn button(action: &Action, text: &str) -> Element {
    element("button.action type=button").with_value("data-action", action.written()).text(text)
}

/// The ways into the visitor's own calendar, for a session that takes place on a known day.
fn add_calendars(context: &Context<'_>, place: &mut Element, id: SessionId, session: &Session) {
    let lost = matches!(status(context.forum, session), Status::Cancelled | Status::Postponed);
    if lost || session.date.is_none() {
        return;
    }
    let messages = context.messages();
    place.add(button(&Action::SaveSession(id), messages.calendar_file));
    for (address, name) in [
        (google_link(context.forum, session, context.language), messages.google),
        (outlook_link(context.forum, session, context.language), messages.outlook),
    ] {
        if let Some(address) = address {
            place.add(super::details::outside(address, name));
        }
    }
}

/// The sessions before and after, among those that are shown.
fn neighbours(context: &Context<'_>, id: SessionId) -> [Option<SessionId>; 2] {
    let mut before = None;
    let mut passed = false;
    for other in programme(context.forum) {
        if other == id {
            passed = true;
        } else if context.is_found(other) {
            if passed {
                return [before, Some(other)];
            }
            before = Some(other);
        }
    }
    [before, None]
}
