//! What is not the usual map: tiles, and other worldviews. On a page the second half of the engine draws it.

use super::super::context::Context;
use super::super::node::{Element, element};
use super::drawing::{self, path};
use super::legend::shows;
use super::mark::{code, mark, square};
use crate::map::{World, tile, world};
use crate::settings::Worldview;

/// Draws what the first half of the engine left a place for.
pub fn complete(context: &Context<'_>, panel: &mut Element) {
    let settings = context.settings;
    if (settings.tiles || settings.worldview != Worldview::Un)
        && let Some(frame) = panel.find("map-frame")
    {
        *frame = super::frame(settings.tiles).child(draw(context));
    }
}

/// The map as the page asks for it.
pub fn draw(context: &Context<'_>) -> Element {
    if context.settings.tiles { tiles(context) } else { worldview(context) }
}

/// Every state an equal tile.
fn tiles(context: &Context<'_>) -> Element {
    let mut drawn = drawing::image(context, true).with("data-map", "tiles");
    for state in &context.geometry.states {
        let Some((column, row)) = tile(state.code) else { continue };
        let place = (column * 100 + 50, row * 100 + 50);
        let tile = match context.country(state.code).filter(|country| shows(context, country)) {
            Some(country) => mark(context, country, place),
            None => element("g.tile")
                .child(square(place).with("rx", "24"))
                .child(code(state.code.as_str(), place)),
        };
        let selected = context.state.has_selected(state.code);
        drawn.add(tile.with_flag("data-selected", "", selected));
    }
    drawn
}

/// The map as a worldview has it.
fn worldview(context: &Context<'_>) -> Element {
    let World { geometry, hatched, dashed } = world(context.settings.worldview);
    let mut drawn = drawing::draw(&Context { geometry: &geometry, ..*context });
    if !hatched.is_empty() {
        drawn.add(hatching());
        // What is under it is chosen.
        let land = element("path.hatched fill=url(#forum-hatching) pointer-events=none");
        drawn.add(land.with_value("d", hatched));
    }
    if !dashed.is_empty() {
        drawn.add(path("dashed", dashed.into()));
    }
    drawn
}

fn hatching() -> Element {
    let pattern =
        "pattern id=forum-hatching width=9 height=9 patternUnits=userSpaceOnUse patternTransform=rotate(-45)";
    element(pattern).child(element("rect.hatching width=3 height=9"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::TILES;

    #[test]
    fn the_place_of_the_tiles_has_their_size() {
        let size = format!("0 0 {} {}", TILES.0 * 100, TILES.1 * 100);
        let empty = drawing::empty(true);
        assert!(empty.attributes().iter().any(|(name, value)| *name == "viewBox" && *value == size));
    }
}
