//! What a worldview changes in the shapes. `map-policy.json` is its register, which a test holds this to.

use super::geometry::{Geometry, geometry, is};
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
pub const ESSEQUIBO: &str = "M710 323l-2 8 1 11-2 11 2 9-3 12 2 10-5 10-4 3";

/// All that is west of it, as far as Guyana reaches.
pub const WEST_OF_ESSEQUIBO: &str = "M710 323l-2 8 1 11-2 11 2 9-3 12 2 10-5 10-4 3-39 13 0-120 50 0z";

/// The map as a worldview has it, and the line that it dashes.
pub fn geometry_of(worldview: Worldview) -> (Geometry, &'static str) {
    let Policy { malvinas, belize_line, .. } = Policy::of(worldview);
    let mut geometry = geometry();
    let mut dashed = "";
    if malvinas != Piece::Usual {
        let islands = geometry.territories.iter().position(|territory| is(territory.code, "FK"));
        let islands = islands.map(|index| geometry.territories.remove(index).path).unwrap_or_default();
        let argentina = geometry.states.iter_mut().find(|state| is(state.code, "AR"));
        if let (Piece::Claimed, Some(argentina)) = (malvinas, argentina) {
            argentina.path.push_str(&islands);
        }
    }
    if belize_line != Piece::Usual {
        geometry.borders = geometry.borders.replace(BELIZE_LINE, "");
        if belize_line == Piece::Claimed {
            dashed = BELIZE_LINE;
        }
    }
    (geometry, dashed)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

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
        let (usual, _) = geometry_of(Worldview::Un);
        let own = islands(&usual).unwrap();
        for (name, worldview) in ALL {
            let (geometry, _) = geometry_of(worldview);
            assert_eq!(path_of(&geometry, "AR").contains(&own), name == "ar", "{name}");
            assert_eq!(islands(&geometry).is_some(), !["ar", "none"].contains(&name), "{name}");
        }
    }

    #[test]
    fn the_line_of_belize_is_there_once_dashed_or_not_at_all() {
        let (usual, _) = geometry_of(Worldview::Un);
        for (name, worldview) in ALL {
            let (geometry, dashed) = geometry_of(worldview);
            let fewer = usual.borders.len() - geometry.borders.len();
            assert_eq!(fewer > 0, ["gt", "none"].contains(&name), "{name}");
            assert_eq!(dashed.len(), if name == "gt" { fewer } else { 0 }, "{name}");
        }
    }

    #[test]
    fn the_essequibo_is_in_guyana() {
        let (geometry, _) = geometry_of(Worldview::Un);
        let guyana = geometry.states.iter().find(|state| is(state.code, "GY")).unwrap();
        let (left, right) = (guyana.bounds.left, guyana.bounds.right);
        assert!(ESSEQUIBO.starts_with("M710 323") && (left..right).contains(&710));
        assert!(WEST_OF_ESSEQUIBO.starts_with(ESSEQUIBO));
    }
}
