//! The shapes of the map, from the numbers in `geometry_data.rs`.
//!
//! Borders are in the numbers once, so neighbours never gap. This module knows codes and places, no names, no
//! colours and no worldviews.

use super::geometry_data as data;
use super::outline::{Bounds, Place, push_line, push_ring};
use super::rings::Reader;
use crate::locale::CountryCode;

/// Everything that is drawn (by default nothing), in one coordinate system: `0 0 width height` is the SVG's `viewBox`.
#[derive(Default)]
pub struct Geometry {
    /// The drawing's width.
    pub width: u32,
    /// The drawing's height.
    pub height: u32,
    /// The 33 states of Latin America and the Caribbean, and the Republic of Korea.
    pub states: Vec<State>,
    /// What belongs to no state here, each under its own code: always neutral, but for a worldview.
    pub territories: Vec<Territory>,
    /// Neutral land that the drawing's edge cuts off.
    pub context: String,
    /// Each border between two shapes, once, and no coast: a white outline of coasts would erase the Antilles.
    pub borders: String,
    /// The enlarged parts; what is in them has its place in the drawing already.
    pub insets: Vec<Inset>,
}

/// A state that can take part.
pub struct State {
    /// Its ISO code.
    pub code: CountryCode,
    /// SVG path data: a state in the Eastern Caribbean is in it twice, in the main map and in the inset.
    pub path: String,
    /// The roomiest place inside its largest part: where a marker belongs. In the inset, if it has one.
    pub centre: (i32, i32),
    /// Around all its parts; in the inset, if it has one.
    pub bounds: Bounds,
    /// Where it is drawn enlarged.
    pub inset: Option<InsetName>,
}

/// A shape that is neutral, kept apart so that a worldview can treat it by its code.
pub struct Territory {
    /// Its ISO code.
    pub code: CountryCode,
    /// SVG path data.
    pub path: String,
}

/// A frame with a scale of its own.
pub struct Inset {
    /// Which.
    pub name: InsetName,
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

/// The parts of the drawing that are enlarged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InsetName {
    /// The small islands, in the empty Pacific.
    EasternCaribbean,
    /// The host, alone, in the empty South Atlantic.
    Korea,
}

/// The map.
pub fn geometry() -> Geometry {
    let [width, height] = data::SIZE;
    let mut geometry = Geometry {
        width,
        height,
        states: Vec::new(),
        territories: Vec::new(),
        context: String::new(),
        borders: String::new(),
        insets: vec![
            inset(InsetName::EasternCaribbean, data::EASTERN_CARIBBEAN),
            inset(InsetName::Korea, data::KOREA),
        ],
    };
    let mut reader = Reader::new(data::DATA);
    read_shapes(&mut geometry, &mut reader, data::MAIN_SHAPES, None);
    read_shapes(
        &mut geometry,
        &mut reader,
        data::EASTERN_CARIBBEAN_SHAPES,
        Some(InsetName::EasternCaribbean),
    );
    read_shapes(&mut geometry, &mut reader, data::KOREA_SHAPES, Some(InsetName::Korea));
    for border in &reader.borders {
        push_line(&mut geometry.borders, border);
    }
    geometry
}

fn inset(name: InsetName, [x, y, width, height]: [i32; 4]) -> Inset {
    Inset { name, x, y, width, height }
}

pub(super) fn is(code: CountryCode, letters: &str) -> bool {
    code.as_str() == letters
}

/// The data has the codes of states in capitals.
fn is_state(letters: &[u8]) -> bool {
    letters.iter().all(u8::is_ascii_uppercase)
}

fn read_shapes(geometry: &mut Geometry, reader: &mut Reader, codes: &[u8], inset: Option<InsetName>) {
    for letters in codes.chunks_exact(2) {
        let Some(code) = str::from_utf8(letters).ok().and_then(CountryCode::parse) else { continue };
        let rings = reader.rings();
        let path = path(&rings, inset);
        if is_state(letters) {
            let centre = reader.place();
            let bounds = Bounds::around(rings.iter().flatten());
            geometry.states.push(State { code, path, centre, bounds, inset });
        } else if is(code, "US") {
            geometry.context = path;
        } else {
            push_territory(&mut geometry.territories, code, &path);
        }
    }
}

fn path(rings: &[Vec<Place>], inset: Option<InsetName>) -> String {
    let mut path = String::new();
    for ring in rings {
        push_ring(&mut path, ring);
    }
    if inset == Some(InsetName::EasternCaribbean) {
        for ring in rings {
            push_ring(&mut path, &shrunken(ring));
        }
    }
    path
}

/// A ring of the Eastern Caribbean's inset at its place in the main map.
fn shrunken(ring: &[Place]) -> Vec<Place> {
    let mut shrunken: Vec<Place> = ring.iter().copied().map(on_main_map).collect();
    shrunken.dedup();
    shrunken
}

/// The place in the main map of one in the Eastern Caribbean's inset.
pub(super) fn on_main_map(place: Place) -> Place {
    let [x, y, width, height] = data::EASTERN_CARIBBEAN;
    let [middle_x, middle_y] = data::ENLARGED;
    (middle_x + shrink(place.0 - x - width / 2), middle_y + shrink(place.1 - y - height / 2))
}

/// Rounds to the nearest.
fn shrink(distance: i32) -> i32 {
    let [numerator, denominator] = data::ENLARGEMENT;
    (distance * denominator + numerator / 2).div_euclid(numerator)
}

/// A territory with islands inside and outside of the inset is one.
fn push_territory(territories: &mut Vec<Territory>, code: CountryCode, path: &str) {
    match territories.iter_mut().find(|territory| territory.code == code) {
        Some(territory) => territory.path.push_str(path),
        None => territories.push(Territory { code, path: path.to_owned() }),
    }
}

#[cfg(test)]
mod tests;
