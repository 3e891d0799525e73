//! What a worldview changes in the shapes. `map-policy.json` is its register, which a test holds this to.

use super::geometry::{Geometry, geometry, is};
use super::outline::{Place, kept, push_ring, rings};
use crate::settings::Worldview;

/// How the three disputed pieces are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The Falkland Islands (Malvinas).
    pub malvinas: Piece,
    /// The land of Guyana west of the Essequibo.
    pub essequibo: Piece,
    /// The line between Belize and Guatemala.
    pub belize_line: Piece,
}

/// How a disputed piece is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As the United Nations' maps have it: neutral with a note, a part of Guyana, a solid line.
    Usual,
    /// As the claim has it: filled as Argentina, hatched with a dashed edge, a dashed line.
    Claimed,
    /// Not at all.
    LeftOut,
}

impl Policy {
    /// What a worldview asks for.
    pub const fn of(worldview: Worldview) -> Policy {
        match worldview {
            Worldview::Un => Policy::same(Piece::Usual),
            Worldview::Ar => Policy { malvinas: Piece::Claimed, ..Policy::same(Piece::Usual) },
            Worldview::Ve => Policy { essequibo: Piece::Claimed, ..Policy::same(Piece::Usual) },
            Worldview::Gt => Policy { belize_line: Piece::Claimed, ..Policy::same(Piece::Usual) },
            Worldview::None => Policy::same(Piece::LeftOut),
        }
    }

    const fn same(piece: Piece) -> Policy {
        Policy { malvinas: piece, essequibo: piece, belize_line: piece }
    }
}

/// The border between Belize and Guatemala, as it stands among all borders.
pub(super) const BELIZE_LINE: &str = "M318 207l-5 0 2-24";

/// The Essequibo from its mouth to its source, in units of the drawing: -58.40 7.05, -58.62 6.40, -58.52 5.60, -58.68 4.68,
/// -58.55 4.05, -58.75 3.10, -58.55 2.30, -59.00 1.55 and -59.30 1.25 degrees. Authored by hand, not traced from a data
/// set: at the scale of the drawing, where a unit is 9 km.
const ESSEQUIBO: &str = "M710 323l-2 8 1 11-2 11 2 9-3 12 2 10-5 10-4 3";

/// A map, and what is drawn over its shapes, as path data.
pub struct World {
    /// The shapes.
    pub geometry: Geometry,
    /// The land that is hatched.
    pub hatched: String,
    /// The line that is dashed.
    pub dashed: &'static str,
}

/// The map as a worldview has it. A pointer means what this says, too.
pub fn world(worldview: Worldview) -> World {
    let Policy { malvinas, essequibo, belize_line } = Policy::of(worldview);
    let mut world = World { geometry: geometry(), hatched: String::new(), dashed: "" };
    if malvinas != Piece::Usual {
        let territories = &mut world.geometry.territories;
        let islands = territories.iter().position(|territory| is(territory.code, "FK"));
        let islands = islands.map(|index| territories.remove(index).path).unwrap_or_default();
        if malvinas == Piece::Claimed {
            add_land(&mut world.geometry, "AR", &islands);
        }
    }
    if essequibo != Piece::Usual {
        let claimed = part_guyana(&mut world.geometry);
        if essequibo == Piece::Claimed {
            add_land(&mut world.geometry, "VE", &claimed);
            (world.hatched, world.dashed) = (claimed, ESSEQUIBO);
        }
    }
    if belize_line != Piece::Usual {
        let others = |line: &str| BELIZE_LINE.strip_prefix('M') != Some(line);
        world.geometry.borders = kept(&world.geometry.borders, others);
        if belize_line == Piece::Claimed {
            world.dashed = BELIZE_LINE;
        }
    }
    world
}

fn add_land(geometry: &mut Geometry, state: &str, land: &str) {
    if let Some(state) = geometry.states.iter_mut().find(|own| is(own.code, state)) {
        state.path.push_str(land);
    }
}

/// Leaves Guyana what is east of the Essequibo, and gives what is west of it.
fn part_guyana(geometry: &mut Geometry) -> String {
    let mut claimed = String::new();
    let river = rings(ESSEQUIBO).concat();
    for guyana in geometry.states.iter_mut().filter(|state| is(state.code, "GY")) {
        let (mut west, mut east) = (Vec::new(), Vec::new());
        // The outline begins in the west, and turns to the east once: at the mouth.
        for place in rings(&guyana.path).concat() {
            if is_west(&river, place) {
                west.push(place);
            } else {
                if east.is_empty() {
                    west.extend(&river);
                }
                east.push(place);
            }
        }
        east.extend(river.iter().rev());
        guyana.path.clear();
        push_ring(&mut guyana.path, &east);
        push_ring(&mut claimed, &west);
        // In the middle of its coast, which the line from its marker reaches first.
        guyana.centre = (716, 340);
    }
    claimed
}

fn is_west(river: &[Place], (x, y): Place) -> bool {
    let nearest = river.iter().min_by_key(|(_, at)| (at - y).abs());
    nearest.is_some_and(|(bank, _)| x < *bank)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::map::geometry::tests::contains;

    const ALL: [(&str, Worldview); 5] = [
        ("un", Worldview::Un),
        ("ar", Worldview::Ar),
        ("ve", Worldview::Ve),
        ("gt", Worldview::Gt),
        ("none", Worldview::None),
    ];

    fn path_of(geometry: &Geometry, code: &str) -> String {
        geometry.states.iter().find(|state| is(state.code, code)).unwrap().path.clone()
    }

    fn islands(geometry: &Geometry) -> Option<String> {
        let mut territories = geometry.territories.iter();
        territories.find(|territory| is(territory.code, "FK")).map(|territory| territory.path.clone())
    }

    #[test]
    fn the_policy_is_the_registers() {
        let register: serde_json::Value = serde_json::from_str(include_str!("map-policy.json")).unwrap();
        let cases = register["cases"].as_array().unwrap();
        assert_eq!(cases.len(), 3);
        for case in cases {
            assert!(case["sources"].as_array().is_some_and(|sources| !sources.is_empty()), "{case}");
            let worldviews: BTreeMap<String, String> =
                serde_json::from_value(case["worldviews"].clone()).unwrap();
            assert_eq!(worldviews.len(), ALL.len());
            for (name, worldview) in ALL {
                let Policy { malvinas, essequibo, belize_line } = Policy::of(worldview);
                let (piece, words) = match case["id"].as_str().unwrap() {
                    "falkland-islands-malvinas" => (malvinas, ["neutral-with-note", "argentina", "left-out"]),
                    "essequibo" => (essequibo, ["guyana", "hatched-dashed-edge", "left-out"]),
                    "belize-guatemala" => (belize_line, ["solid-line", "dashed-line", "left-out"]),
                    other => panic!("{other}"),
                };
                let words: [&str; 3] = words;
                assert_eq!(worldviews[name], words[piece as usize], "{name}: {case}");
            }
        }
    }

    #[test]
    fn the_malvinas_are_argentinas_in_its_worldview_alone() {
        let usual = world(Worldview::Un).geometry;
        let own = islands(&usual).unwrap();
        for (name, worldview) in ALL {
            let geometry = world(worldview).geometry;
            assert_eq!(path_of(&geometry, "AR").contains(&own), name == "ar", "{name}");
            assert_eq!(islands(&geometry).is_some(), !["ar", "none"].contains(&name), "{name}");
        }
    }

    #[test]
    fn the_line_of_belize_is_there_once_dashed_or_not_at_all() {
        let usual = world(Worldview::Un).geometry;
        for (name, worldview) in ALL {
            let World { geometry, dashed, .. } = world(worldview);
            let fewer = usual.borders.len() - geometry.borders.len();
            assert_eq!(fewer > 0, ["gt", "none"].contains(&name), "{name}");
            assert_eq!(dashed == BELIZE_LINE, name == "gt", "{name}");
            assert_eq!(fewer, if fewer > 0 { BELIZE_LINE.len() } else { 0 }, "{name}");
        }
    }

    #[test]
    fn the_land_west_of_the_essequibo_is_guyanas_or_hatched_or_left_out() {
        // Behind Georgetown, and in the middle of the land that is claimed.
        let (east, west) = ((716, 340), (698, 350));
        for (name, worldview) in ALL {
            let World { geometry, hatched, dashed } = world(worldview);
            let whose = |place| {
                let states = geometry.states.iter();
                let there = states.filter(|state| contains(&state.path, place));
                there.map(|state| state.code.as_str().to_owned()).collect::<Vec<_>>().join(" ")
            };
            assert_eq!(whose(east), "GY", "{name}");
            let expected = match name {
                "ve" => "VE",
                "none" => "",
                _ => "GY",
            };
            assert_eq!(whose(west), expected, "{name}");
            assert_eq!(contains(&hatched, west), name == "ve", "{name}");
            assert!(!contains(&hatched, east));
            assert_eq!(dashed == ESSEQUIBO, name == "ve", "{name}");
            let guyana = geometry.states.iter().find(|state| is(state.code, "GY")).unwrap();
            assert!(contains(&guyana.path, guyana.centre), "{name}: {:?}", guyana.centre);
        }
    }

    #[test]
    fn guyanas_outline_begins_in_the_west_and_crosses_the_river_twice() {
        let outline = rings(&path_of(&geometry(), "GY")).concat();
        let river = rings(ESSEQUIBO).concat();
        let banks: Vec<bool> = outline.iter().map(|place| is_west(&river, *place)).collect();
        let changes =
            banks.iter().zip(banks.iter().cycle().skip(1)).filter(|(one, next)| one != next).count();
        assert_eq!((banks.first(), changes), (Some(&true), 2));
    }
}
