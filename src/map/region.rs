//! The parts of the map that can be looked at alone.

use super::markers::{MARKER, marker, place_of};
use super::outline::Place;
use crate::locale::CountryCode;

/// A part of the map. Each has the proportions of the whole, so that nothing moves when another is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Region {
    /// All of it.
    #[default]
    All,
    /// Mexico and Central America.
    North,
    /// The islands, where they are.
    Caribbean,
    /// South America.
    South,
}

impl Region {
    /// All of them, in the order of their buttons.
    pub const ALL: [Region; 4] = [Region::All, Region::North, Region::Caribbean, Region::South];

    /// Its name in actions, addresses and the stylesheet.
    pub const fn name(self) -> &'static str {
        match self {
            Region::All => "all",
            Region::North => "north",
            Region::Caribbean => "caribbean",
            Region::South => "south",
        }
    }

    /// The region of a name.
    pub fn named(name: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.name() == name)
    }

    /// The left and upper edge of its view, its width and its height, in units of the drawing.
    pub const fn view(self) -> [i32; 4] {
        match self {
            Region::All => [0, 0, 1000, 1127],
            Region::North => [0, 0, 480, 541],
            Region::Caribbean => [320, 0, 420, 473],
            Region::South => [197, 222, 803, 905],
        }
    }

    /// Whether a place can be seen, with so much around it.
    pub const fn shows(self, (x, y): Place, around: i32) -> bool {
        let [left, top, width, height] = self.view();
        x - around >= left && x + around <= left + width && y - around >= top && y + around <= top + height
    }

    /// Half of the width of a marker in its view, in units of the drawing, where it is largest.
    pub const fn half_marker(self) -> i32 {
        let [_, _, width, _] = self.view();
        MARKER * width / 2000
    }

    /// The middle of a small state's marker, where it has one in the region. In the Caribbean the islands of the inset have
    /// theirs beside them, and elsewhere none, since the inset is not there.
    pub fn marker(self, code: CountryCode) -> Option<Place> {
        match (self, place_of(&ISLANDS, code)) {
            (Region::All, _) | (_, None) => marker(code),
            (Region::Caribbean, island) => island,
            _ => None,
        }
    }
}

/// The markers of the Eastern Caribbean where it is not in its inset.
const ISLANDS: [([u8; 2], [u8; 2]); 8] = [
    (*b"KN", [129, 26]),
    (*b"AG", [138, 24]),
    (*b"DM", [144, 30]),
    (*b"LC", [144, 37]),
    (*b"BB", [144, 44]),
    (*b"TT", [144, 58]),
    (*b"VC", [126, 48]),
    (*b"GD", [125, 55]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{State, geometry};

    fn seen(region: Region) -> Vec<(State, Place)> {
        let states = geometry().states.into_iter();
        states
            .filter_map(|state| {
                let place = region.marker(state.code)?;
                region.shows(place, region.half_marker()).then_some((state, place))
            })
            .collect()
    }

    #[test]
    fn each_view_has_the_proportions_of_the_whole() {
        for region in Region::ALL {
            let [_, _, width, height] = region.view();
            assert!((width * 1127 - height * 1000).abs() <= 1000, "{region:?}");
            assert_eq!(Region::named(region.name()), Some(region));
        }
        assert_eq!(Region::named("All"), None);
    }

    #[test]
    fn each_state_is_in_the_view_of_its_region() {
        let regions = [
            (Region::North, "MX GT BZ SV HN NI CR PA"),
            (Region::Caribbean, "BS CU HT DO JM KN AG DM LC VC BB GD TT"),
            (Region::South, "CO VE GY SR EC PE BR BO PY CL AR UY"),
        ];
        let mut number = 0;
        for (region, codes) in regions {
            for code in codes.split(' ') {
                let code = CountryCode::parse(code).unwrap();
                let state = geometry().states.into_iter().find(|state| state.code == code).unwrap();
                let place = region.marker(code);
                let (place, around) = place.map_or((state.centre, 12), |place| (place, region.half_marker()));
                assert!(region.shows(place, around), "{code} in {region:?}");
                number += 1;
            }
        }
        assert_eq!(number, 33);
    }

    #[test]
    fn no_two_markers_of_a_view_are_nearer_than_one_is_wide() {
        for region in [Region::North, Region::Caribbean, Region::South] {
            let seen = seen(region);
            for (index, (state, place)) in seen.iter().enumerate() {
                for (other, to) in &seen[index + 1..] {
                    let distance = f64::from(place.0 - to.0).hypot(f64::from(place.1 - to.1));
                    assert!(
                        distance >= f64::from(2 * region.half_marker()),
                        "{} and {}: {distance}",
                        state.code,
                        other.code
                    );
                }
            }
        }
    }
}
