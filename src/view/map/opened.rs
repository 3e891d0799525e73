//! What the list shows of the one country that is selected: its people, its sessions, what else is to be known.

use super::super::context::Context;
use super::super::delegations::{people_list, people_of};
use super::super::node::{Element, Node, element};
use super::legend::chosen;
use crate::feed::{Country, SessionId};
use crate::settings::View;
use crate::state::Action;

/// Adds it below the country's row.
pub fn complete(context: &Context<'_>, panel: &mut Element) {
    let [code] = context.state.countries.as_slice() else { return };
    let (Some(country), Some(list)) = (context.country(*code), panel.find("country-list")) else { return };
    for node in list.inside_mut() {
        let Node::Element(entry) = node else { continue };
        let is_own = |node: &Node| matches!(node, Node::Element(row) if chosen(row) == Some(*code));
        if entry.inside().iter().any(is_own) {
            entry.add(opened(context, country));
        }
    }
}

fn opened(context: &Context<'_>, country: &Country) -> Element {
    let people = people_of(context, Some(country.code));
    let copy = element("button.action type=button")
        .with_value("data-action", Action::CopyCountry(country.code).written())
        .text(context.messages().copy_link);
    let shown = context.settings.views.contains(&View::Delegations);
    let delegation = || {
        element("button.way type=button role=link data-action=delegation")
            .text(context.messages().see_delegation)
    };
    element("div.opened")
        .maybe(context.optional(element("p.note"), country.note.as_ref()))
        .maybe((!people.is_empty()).then(|| people_list(context, people)))
        .maybe(sessions(context))
        // Where the loader says that the address was copied.
        .child(
            element("div.actions").maybe(shown.then(delegation)).child(copy).child(element("p role=status")),
        )
}

/// The sessions of the country, as ways to them where the page shows the programme.
fn sessions(context: &Context<'_>) -> Option<Element> {
    let shown = context.settings.views.contains(&View::Agenda);
    let mut items = Vec::new();
    for (session, id) in context.forum.sessions.iter().zip((0..).map(SessionId)) {
        if context.state.marks_session(context.forum, session) {
            let title = if shown {
                element("button.way type=button").with_value("data-action", Action::ShowSession(id).written())
            } else {
                element("span")
            };
            items.push(element("li").child(context.write(title, &session.title)));
        }
    }
    (!items.is_empty()).then(|| element("ul.sessions role=list").children(items))
}
