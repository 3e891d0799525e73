//! The regions of the map: their buttons, and the drawing as the chosen one shows it.

use super::super::context::Context;
use super::super::node::{Element, Node, element};
use super::legend::{chosen, shows};
use super::mark::{coordinate, mark};
use crate::locale::{item, separated};
use crate::map::{INSETS, Inset, Region, kept, push_leader, rings, stop};
use crate::state::Action;

/// Adds the buttons to their place.
pub fn add_buttons(context: &Context<'_>, place: &mut Element) {
    let words = context.messages().regions;
    place.set("role", "group".into());
    place.set("aria-label", item(words, 0).into());
    for (position, region) in Region::ALL.into_iter().enumerate() {
        place.add(
            element("button.action type=button")
                .with_value("data-action", Action::Look(region).written())
                .with("aria-pressed", if region == context.state.region { "true" } else { "false" })
                .text(item(words, position + 1)),
        );
    }
}

/// Makes the drawing one of the chosen region, with the markers that are to be seen there. What stands in the drawing stays at its place in it, so that its nodes do.
pub fn show(context: &Context<'_>, drawn: &mut Element) {
    let (region, only) = (context.state.region, context.state.only);
    if context.settings.tiles || region == Region::All && only.is_none() {
        return;
    }
    if region != Region::All {
        look(context, drawn);
    }
    let mut leaders = String::new();
    for node in drawn.inside_mut() {
        let Node::Element(child) = node else { continue };
        let Some(country) = chosen(child).and_then(|code| context.country(code)) else { continue };
        let state = context.geometry.states.iter().find(|state| state.code == country.code);
        match (state, region.marker(country.code)) {
            (Some(state), Some(place))
                if shows(context, country) && region.shows(place, region.half_marker()) =>
            {
                let at = if region == Region::All { Some(state.centre) } else { stop(state, false) };
                push_leader(&mut leaders, place, at.unwrap_or(place));
                *child = mark(context, country, place);
            }
            _ => child.set("display", "none".into()),
        }
    }
    if let Some(lines) = drawn.find("leaders") {
        lines.set("d", leaders);
    }
}

/// Makes the region the view, without the inset of the islands that are drawn at their place as well.
fn look(context: &Context<'_>, drawn: &mut Element) {
    let region = context.state.region;
    drawn.set("viewBox", separated(&region.view().map(coordinate), " "));
    drawn.set("data-region", region.name().into());
    // The first frame is the one of the islands.
    if let Some(frame) = drawn.find("inset") {
        frame.set("display", "none".into());
    }
    take_away(drawn);
}

/// Takes out of a drawing what is in the inset of the islands.
fn take_away(drawn: &mut Element) {
    for node in drawn.inside_mut() {
        let Node::Element(child) = node else { continue };
        if let Some(path) = child.attribute("d") {
            let outside = kept(path, |part| !begins_in_inset(part));
            child.set("d", outside);
        }
        take_away(child);
    }
}

/// Whether a part of a path begins in the inset.
fn begins_in_inset(part: &str) -> bool {
    let [Inset { x: left, y: top, width, height, .. }, _] = INSETS;
    let first = rings(&["M", part].concat()).first().and_then(|ring| ring.first().copied());
    let (x, y) = first.unwrap_or_default();
    (left..=left + width).contains(&x) && (top..=top + height).contains(&y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{InsetName, geometry};

    #[test]
    fn an_inset_is_taken_away_and_nothing_else() {
        let geometry = geometry();
        for state in &geometry.states {
            let parts = state.path.split('M').skip(1);
            let (inside, outside): (Vec<&str>, Vec<&str>) = parts.partition(|part| begins_in_inset(part));
            let expected = if state.inset == Some(InsetName::EasternCaribbean) { outside.len() } else { 0 };
            assert_eq!(inside.len(), expected, "{}", state.code);
            assert!(!outside.is_empty());
        }
    }
}
