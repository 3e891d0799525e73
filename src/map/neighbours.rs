//! Where an arrow leads from a state to another.

use super::geometry::{InsetName, State, on_main_map};
use super::tiles::tile;
use crate::locale::CountryCode;

/// Where an arrow points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the west.
    Left,
    /// To the north.
    Up,
    /// To the east.
    Right,
    /// To the south.
    Down,
}

impl Direction {
    /// All of them.
    pub const ALL: [Direction; 4] = [Direction::Left, Direction::Up, Direction::Right, Direction::Down];

    /// How far along the arrow another place is, and how far aside.
    const fn ahead(self, (x, y): (i64, i64)) -> (i64, i64) {
        match self {
            Direction::Left => (-x, y),
            Direction::Up => (-y, x),
            Direction::Right => (x, y),
            Direction::Down => (y, x),
        }
    }
}

/// Where a state is for the arrows: its tile, or else its place among its neighbours, also where an inset shows it.
pub fn stop(state: &State, tiles: bool) -> Option<(i32, i32)> {
    if tiles {
        tile(state.code)
    } else if state.inset == Some(InsetName::EasternCaribbean) {
        Some(on_main_map(state.centre))
    } else {
        Some(state.centre)
    }
}

/// The state to which an arrow leads: the nearest within 45 degrees of it, or else within 80.
///
/// So from any state every other is reached, whichever take part. Of the four arrows one points at it within 45 degrees.
/// That one leads to a state at most as far, and nearer to it by the sum of the distances along and aside: what lies along is
/// shortened by more than what lies aside can grow.
pub fn neighbour(
    stops: &[(CountryCode, (i32, i32))],
    from: (i32, i32),
    direction: Direction,
) -> Option<CountryCode> {
    let mut nearest = None;
    for &(code, (x, y)) in stops {
        let (ahead, aside) = direction.ahead(turned((x - from.0, y - from.1)));
        // No hair makes a state that way.
        if ahead * 6 > aside.abs() {
            let rank = (aside.abs() > ahead, ahead * ahead + aside * aside);
            if nearest.is_none_or(|(best, _)| rank < best) {
                nearest = Some((rank, code));
            }
        }
    }
    nearest.map(|(_, code)| code)
}

/// A distance on the map, turned by a hair: so none is exactly between two arrows.
fn turned((x, y): (i32, i32)) -> (i64, i64) {
    const HAIR: i64 = 4096;
    let (x, y) = (i64::from(x), i64::from(y));
    (x * HAIR + y, y * HAIR - x)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::map::geometry;

    type Stops = Vec<(CountryCode, (i32, i32))>;

    fn all(tiles: bool) -> Stops {
        let states = geometry().states;
        states.iter().map(|state| (state.code, stop(state, tiles).unwrap())).collect()
    }

    /// Where the arrows lead from a state, however often they are pressed.
    fn reached(stops: &Stops, from: CountryCode) -> BTreeSet<CountryCode> {
        let mut reached = BTreeSet::from([from]);
        let mut next = vec![from];
        while let Some(code) = next.pop() {
            let (_, place) = stops.iter().find(|(own, _)| *own == code).unwrap();
            for direction in Direction::ALL {
                let to = neighbour(stops, *place, direction);
                next.extend(to.filter(|to| reached.insert(*to)));
            }
        }
        reached
    }

    #[track_caller]
    fn each_reaches_all(stops: &Stops) {
        for (code, _) in stops {
            assert_eq!(reached(stops, *code).len(), stops.len(), "from {code} of {stops:?}");
        }
    }

    #[test]
    fn from_any_state_every_other_is_reached() {
        for tiles in [false, true] {
            let stops = all(tiles);
            assert_eq!(stops.len(), 34);
            each_reaches_all(&stops);
        }
    }

    #[test]
    fn from_any_state_every_other_is_reached_whichever_take_part() {
        // Numbers of a linear congruential generator (Knuth, MMIX).
        let mut number = 1_u64;
        for tiles in [false, true] {
            for _ in 0..500 {
                number =
                    number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let mut stops = all(tiles);
                let mut bits = number >> 30;
                stops.retain(|_| {
                    bits >>= 1;
                    bits & 1 == 1
                });
                each_reaches_all(&stops);
            }
        }
    }

    #[track_caller]
    fn check(from: &str, tiles: bool, expected: [&str; 4]) {
        let stops = all(tiles);
        let (_, place) = stops.iter().find(|(code, _)| code.as_str() == from).unwrap();
        let found = Direction::ALL.map(|direction| {
            neighbour(&stops, *place, direction).map_or(String::new(), |code| code.as_str().into())
        });
        assert_eq!(found, expected, "{from}");
    }

    #[test]
    fn an_arrow_leads_to_the_neighbour_that_way() {
        check("CR", false, ["SV", "NI", "PA", "EC"]);
        check("MX", false, ["", "", "GT", "EC"]);
        check("BR", false, ["PY", "GY", "KR", "UY"]);
        check("BB", false, ["VC", "DM", "SR", "TT"]);
        check("KR", false, ["UY", "PY", "", ""]);
        check("GT", true, ["", "MX", "BZ", "SV"]);
    }
}
