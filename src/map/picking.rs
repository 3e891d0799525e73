//! Which state a pointer means that hits none.

use super::geometry::{InsetName, State};
use super::outline::{Place, rings};
use super::region::Region;
use super::tiles::tile;
use crate::locale::CountryCode;

/// How far from a state a pointer still means it, in CSS pixels.
const REACH: f64 = 14.0;

/// Half of the width of a tile, in units of the drawing.
const HALF_TILE: f64 = 40.0;

/// A pointer over the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// How far it is from the drawing's left edge, in CSS pixels.
    pub x: u32,
    /// And from its upper edge.
    pub y: u32,
    /// How wide the drawing is.
    pub width: u32,
}

/// The nearest of these states to a pointer that means one, where the drawing shows a region, or tiles.
pub fn pick<'states>(
    states: impl Iterator<Item = &'states State>,
    pointer: Pointer,
    region: Region,
    tiles: bool,
) -> Option<CountryCode> {
    let [left, top, width, _] = if tiles { [0, 0, 800, 900] } else { region.view() };
    let pixel = f64::from(width) / f64::from(pointer.width.max(1));
    // As the stylesheet makes the markers smaller in wider drawings.
    let share = match pointer.width {
        540.. => 0.6,
        400.. => 0.8,
        _ => 1.0,
    };
    let half_marker = f64::from(region.half_marker()) * share;
    let along = |pixels: u32, edge: i32| f64::from(edge) + f64::from(pixels) * pixel;
    let at = (along(pointer.x, left), along(pointer.y, top));
    let mut nearest = None;
    let mut least = (REACH * pixel) * (REACH * pixel);
    for state in states {
        let distance = if tiles {
            let tile = tile(state.code).map(|(column, row)| (column * 100 + 50, row * 100 + 50));
            tile.map_or(f64::MAX, |place| to_square(at, place, HALF_TILE))
        } else {
            let marker = region.marker(state.code);
            let marker = marker.map_or(f64::MAX, |place| to_square(at, place, half_marker));
            to_land(at, state, region).min(marker)
        };
        if distance <= least {
            (least, nearest) = (distance, Some(state.code));
        }
    }
    nearest
}

/// The square of the distance to a square around a place: nothing inside it.
fn to_square(at: (f64, f64), (x, y): Place, half: f64) -> f64 {
    let beside = ((at.0 - f64::from(x)).abs() - half).max(0.0);
    let over = ((at.1 - f64::from(y)).abs() - half).max(0.0);
    beside * beside + over * over
}

/// The square of the distance to the nearest coast or border of a state, as the region shows it: of what an inset enlarges
/// the first half of the outlines is in the inset.
fn to_land(at: (f64, f64), state: &State, region: Region) -> f64 {
    let rings = rings(&state.path);
    let enlarged = state.inset == Some(InsetName::EasternCaribbean) && region != Region::All;
    let hidden = if enlarged { rings.len() / 2 } else { 0 };
    let mut least = f64::MAX;
    for ring in rings.iter().skip(hidden) {
        for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            least = least.min(to_line(at, *from, *to));
        }
    }
    least
}

/// The square of the distance to the nearest place of a straight line.
fn to_line((x, y): (f64, f64), from: Place, to: Place) -> f64 {
    let start = (f64::from(from.0), f64::from(from.1));
    let along = (f64::from(to.0) - start.0, f64::from(to.1) - start.1);
    let offset = (x - start.0, y - start.1);
    let length = along.0 * along.0 + along.1 * along.1;
    let share = ((offset.0 * along.0 + offset.1 * along.1) / length.max(1.0)).clamp(0.0, 1.0);
    let (beside, over) = (offset.0 - share * along.0, offset.1 - share * along.1);
    beside * beside + over * over
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{geometry, world};
    use crate::settings::Worldview;

    fn picked(codes: &str, (x, y, width): (u32, u32, u32), region: Region) -> Option<String> {
        let geometry = geometry();
        let states = geometry.states.iter().filter(|state| codes.contains(state.code.as_str()));
        pick(states, Pointer { x, y, width }, region, false).map(|code| code.as_str().to_owned())
    }

    /// The pixel of a place of the whole drawing.
    fn pixel((x, y): Place, width: i32) -> (u32, u32) {
        (u32::try_from(x * width / 1000).unwrap(), u32::try_from(y * width / 1000).unwrap())
    }

    #[test]
    fn every_state_is_meant_beside_its_target_and_not_far_from_it() {
        let geometry = geometry();
        for width in [300, 360, 640] {
            for state in &geometry.states {
                let place = Region::All.marker(state.code).unwrap_or(state.centre);
                let (x, y) = pixel(place, width);
                let one = |x| {
                    let pointer = Pointer { x, y, width: u32::try_from(width).unwrap() };
                    pick([state].into_iter(), pointer, Region::All, false)
                };
                let land = Region::All.marker(state.code).is_none();
                // Inside large land nothing has to be near: a click there hits it.
                assert!(land || one(x) == Some(state.code), "{} at {width}", state.code);
                assert!(land || one(x + 25) == Some(state.code), "{} at {width}", state.code);
                assert_eq!(one(5_000), None, "{} at {width}", state.code);
            }
        }
    }

    #[test]
    fn the_nearer_of_two_is_meant() {
        // The markers of Costa Rica (360, 420) and Panama (420, 360), in a drawing of 360 px.
        assert_eq!(picked("CR PA", (129, 166, 360), Region::All).as_deref(), Some("CR"));
        assert_eq!(picked("CR PA", (151, 115, 360), Region::All).as_deref(), Some("PA"));
        assert_eq!(picked("PA", (100, 190, 360), Region::All), None);
    }

    #[test]
    fn disputed_land_is_whose_it_is_drawn() {
        let usual = geometry();
        let islands = usual.territories.iter().find(|territory| territory.code.as_str() == "FK").unwrap();
        let islands = rings(&islands.path).concat().first().copied().unwrap();
        // At sea, ten units from the coast west of the Essequibo.
        let coast = (708, 308);
        for (worldview, near_islands, near_coast) in [
            (Worldview::Un, None, Some("GY")),
            (Worldview::Ar, Some("AR"), Some("GY")),
            (Worldview::Ve, None, Some("VE")),
            (Worldview::Gt, None, Some("GY")),
            (Worldview::None, None, None),
        ] {
            let geometry = world(worldview).geometry;
            for (place, expected) in [(islands, near_islands), (coast, near_coast)] {
                let states = geometry.states.iter().filter(|state| "AR GY VE".contains(state.code.as_str()));
                let (x, y) = pixel(place, 1000);
                let picked = pick(states, Pointer { x, y, width: 1000 }, Region::All, false);
                assert_eq!(
                    picked.map(|code| code.as_str().to_owned()).as_deref(),
                    expected,
                    "{worldview:?} {place:?}"
                );
            }
        }
    }

    #[test]
    fn the_inset_is_where_it_is_drawn() {
        // The marker of Dominica in the inset, and its island at its place in the Caribbean.
        assert_eq!(picked("DM", (245, 750, 1000), Region::All).as_deref(), Some("DM"));
        assert_eq!(picked("DM", (245, 750, 1000), Region::South), None);
        // (720, 150) is its marker there: 400 and 150 units behind the corner of a view of 420 units.
        assert_eq!(picked("DM", (400, 150, 420), Region::Caribbean).as_deref(), Some("DM"));
    }

    #[test]
    fn a_tile_reaches_over_the_gaps() {
        let geometry = geometry();
        let pick = |x, y| pick(geometry.states.iter(), Pointer { x, y, width: 320 }, Region::All, true);
        // Mexico's is the first: 4 to 36 px.
        assert_eq!(pick(38, 20).map(|code| code.as_str().to_owned()).as_deref(), Some("MX"));
        assert_eq!(pick(52, 20), None);
    }
}
