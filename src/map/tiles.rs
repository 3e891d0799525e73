//! The map as tiles: every state an equal one, without boundaries, its neighbours near it.

use crate::locale::CountryCode;

/// How many columns and rows there are.
pub const TILES: (i32, i32) = (8, 9);

/// Each state's column and row, from 0.
const PLACES: [([u8; 2], [u8; 2]); 34] = [
    (*b"MX", [0, 0]),
    (*b"BS", [4, 0]),
    (*b"GT", [0, 1]),
    (*b"BZ", [1, 1]),
    (*b"CU", [3, 1]),
    (*b"HT", [4, 1]),
    (*b"DO", [5, 1]),
    (*b"KN", [6, 1]),
    (*b"AG", [7, 1]),
    (*b"SV", [0, 2]),
    (*b"HN", [1, 2]),
    (*b"JM", [3, 2]),
    (*b"DM", [7, 2]),
    (*b"NI", [1, 3]),
    (*b"VC", [6, 3]),
    (*b"LC", [7, 3]),
    (*b"CR", [1, 4]),
    (*b"GD", [6, 4]),
    (*b"BB", [7, 4]),
    (*b"PA", [2, 5]),
    (*b"CO", [3, 5]),
    (*b"VE", [4, 5]),
    (*b"GY", [5, 5]),
    (*b"TT", [6, 5]),
    (*b"EC", [2, 6]),
    (*b"PE", [3, 6]),
    (*b"BR", [4, 6]),
    (*b"SR", [5, 6]),
    (*b"BO", [4, 7]),
    (*b"PY", [5, 7]),
    (*b"CL", [3, 8]),
    (*b"AR", [4, 8]),
    (*b"UY", [5, 8]),
    (*b"KR", [7, 8]),
];

/// The column and row of a state.
pub fn tile(code: CountryCode) -> Option<(i32, i32)> {
    let place = PLACES.iter().find(|(letters, _)| letters == code.as_str().as_bytes());
    place.map(|&(_, [column, row])| (column.into(), row.into()))
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
