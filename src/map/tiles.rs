//! The map as tiles: every state an equal one, without boundaries, its neighbours near it.

use crate::locale::CountryCode;

/// How many columns and rows there are.
pub const TILES: (i32, i32) = (8, 9);

/// The tiles as they lie, three letters wide and a row after the other.
const GRID: &str = "\
    MX .. .. .. BS .. .. ..\n\
    GT BZ .. CU HT DO KN AG\n\
    SV HN .. JM .. .. .. DM\n\
    .. NI .. .. .. .. VC LC\n\
    .. CR .. .. .. .. GD BB\n\
    .. .. PA CO VE GY TT ..\n\
    .. .. EC PE BR SR .. ..\n\
    .. .. .. .. BO PY .. ..\n\
    .. .. .. CL AR UY .. KR";

/// The column and row of a state.
pub fn tile(code: CountryCode) -> Option<(i32, i32)> {
    let place = GRID.as_bytes().chunks(3).position(|tile| tile.starts_with(code.as_str().as_bytes()))?;
    let place = i32::try_from(place).ok()?;
    Some((place % TILES.0, place / TILES.0))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::map::geometry;

    fn at(code: &str) -> (i32, i32) {
        tile(CountryCode::parse(code).unwrap()).unwrap()
    }

    #[test]
    fn every_state_has_a_place_of_its_own() {
        let geometry = geometry();
        let places: BTreeSet<_> = geometry.states.iter().filter_map(|state| tile(state.code)).collect();
        assert_eq!((geometry.states.len(), places.len()), (34, 34));
        assert!(places.iter().all(|&(column, row)| column < TILES.0 && row < TILES.1));
    }

    #[test]
    fn neighbours_by_land_are_near_each_other() {
        for pair in
            "MXGT MXBZ GTBZ GTSV GTHN SVHN HNNI NICR CRPA PACO COVE COEC COPE COBR VEGY VEBR GYBR GYSR SRBR \
            ECPE PEBR PEBO PECL BOBR BOPY BOAR BOCL PYBR PYAR ARCL ARUY ARBR UYBR HTDO"
                .split_whitespace()
        {
            let (one, other) = (at(&pair[..2]), at(&pair[2..]));
            let distance = (one.0 - other.0).abs().max((one.1 - other.1).abs());
            assert!(distance <= 2, "{pair}: {distance}");
        }
    }

    #[test]
    fn korea_stands_alone() {
        let korea = at("KR");
        let near = geometry().states.into_iter().filter(|state| {
            let (column, row) = tile(state.code).unwrap();
            (column - korea.0).abs() <= 1 && (row - korea.1).abs() <= 1
        });
        assert_eq!(near.count(), 1);
    }
}
