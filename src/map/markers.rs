//! Where a small state has its marker: decided by hand, beside the islands and not over them, and held to its promises by
//! the tests below.

use super::outline::push_line;
use crate::locale::CountryCode;

/// The width and height of a marker in the narrowest drawing; in wider ones the stylesheet makes them smaller. Of 300
/// pixels of the drawing it is 24.
pub const MARKER: i32 = 80;

/// The steps that [`PLACES`] counts in, in units of the drawing: so that a place is two bytes.
const STEP: i32 = 5;

/// The states that are smaller than 24 pixels in a drawing of 360, and the middle of the marker of each. Those of the Eastern
/// Caribbean stand in its inset.
const PLACES: [([u8; 2], [u8; 2]); 23] = [
    (*b"BS", [108, 8]),
    (*b"CU", [68, 18]),
    (*b"HT", [116, 22]),
    (*b"DO", [119, 44]),
    (*b"JM", [102, 44]),
    (*b"BZ", [75, 34]),
    (*b"NI", [86, 46]),
    (*b"GT", [39, 50]),
    (*b"SV", [49, 63]),
    (*b"HN", [64, 69]),
    (*b"CR", [72, 84]),
    (*b"PA", [84, 72]),
    (*b"GY", [145, 51]),
    (*b"SR", [161, 54]),
    (*b"UY", [138, 192]),
    (*b"AG", [46, 131]),
    (*b"KN", [10, 147]),
    (*b"DM", [49, 150]),
    (*b"LC", [52, 166]),
    (*b"VC", [12, 177]),
    (*b"GD", [10, 194]),
    (*b"BB", [52, 197]),
    (*b"TT", [52, 214]),
];

/// The middle of a state's marker; nothing for one that is large enough by itself.
pub fn marker(code: CountryCode) -> Option<(i32, i32)> {
    place_of(&PLACES, code)
}

/// The place of a state in such a table.
pub(super) fn place_of(places: &[([u8; 2], [u8; 2])], code: CountryCode) -> Option<(i32, i32)> {
    let place = places.iter().find(|(letters, _)| letters == code.as_str().as_bytes());
    place.map(|&(_, [x, y])| (i32::from(x) * STEP, i32::from(y) * STEP))
}

/// Adds the line from a marker to its state, as path data.
pub fn push_leader(path: &mut String, marker: (i32, i32), state: (i32, i32)) {
    push_line(path, &[marker, state]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::geometry::tests::Bounds;
    use crate::map::{INSETS, InsetName, geometry};

    /// How wide a drawing is at least, in pixels: beside the agenda in a column of 860.
    const NARROWEST: i32 = 300;

    fn pixels(units: i32, width: i32) -> f64 {
        f64::from(units) * f64::from(width) / 1000.0
    }

    #[test]
    fn every_state_can_be_hit_in_a_drawing_of_any_width() {
        for width in [NARROWEST, 320, 360, 640] {
            for state in geometry().states {
                let (code, Bounds { left, top, right, bottom }) = (state.code, Bounds::of(&state));
                let size = marker(code).map_or((right - left).min(bottom - top), |_| size(width));
                assert!(pixels(size, width) >= 24.0, "{code} at {width}: {size} units");
            }
        }
    }

    /// The size in units that `style.css` gives a marker in a drawing of a width; the browser tests measure it.
    fn size(width: i32) -> i32 {
        match width {
            540.. => MARKER * 6 / 10,
            400.. => MARKER * 8 / 10,
            _ => MARKER,
        }
    }

    #[test]
    fn no_two_markers_are_nearer_than_24_pixels_and_none_covers_its_state() {
        let geometry = geometry();
        let marked: Vec<_> =
            geometry.states.iter().filter_map(|state| Some((state, marker(state.code)?))).collect();
        assert_eq!(marked.len(), PLACES.len());
        let distance =
            |one: (i32, i32), other: (i32, i32)| f64::from(one.0 - other.0).hypot(f64::from(one.1 - other.1));
        for (index, &(state, place)) in marked.iter().enumerate() {
            for &(other, to) in &marked[index + 1..] {
                let distance = distance(place, to);
                assert!(distance >= f64::from(MARKER), "{} and {}: {distance}", state.code, other.code);
            }
            assert!(
                distance(state.centre, place) > f64::from(MARKER / 2),
                "{} is under its marker",
                state.code
            );
        }
    }

    #[test]
    fn each_is_inside_the_drawing_or_its_inset() {
        let geometry = geometry();
        for state in &geometry.states {
            let Some((x, y)) = marker(state.code) else { continue };
            let inset = INSETS.iter().find(|inset| Some(inset.name) == state.inset);
            let (left, top, width, height) =
                inset.map_or((0, 0, 1000, 1127), |inset| (inset.x, inset.y, inset.width, inset.height));
            let half = MARKER / 2;
            assert!(x - half >= left && x + half <= left + width, "{}", state.code);
            assert!(y - half >= top && y + half <= top + height, "{}", state.code);
            assert_ne!(state.inset, Some(InsetName::Korea));
        }
    }
}
