//! Where a small state has its marker: decided by hand, beside the islands and not over them, and held to its promises by
//! the tests below.

use super::outline::push_line;
use crate::locale::CountryCode;

/// The width and height of a marker in the narrowest drawing; in wider ones the stylesheet makes them smaller. Of 300
/// pixels of the drawing it is 24.
pub const MARKER: i32 = 80;

/// The states that are smaller than 24 pixels in a drawing of 360, and the middle of the marker of each. Those of the Eastern
/// Caribbean stand in its inset.
const PLACES: [([u8; 2], [u16; 2]); 23] = [
    (*b"BS", [540, 42]),
    (*b"CU", [342, 88]),
    (*b"HT", [580, 112]),
    (*b"DO", [592, 222]),
    (*b"JM", [512, 219]),
    (*b"BZ", [376, 168]),
    (*b"NI", [431, 231]),
    (*b"GT", [195, 250]),
    (*b"SV", [243, 316]),
    (*b"HN", [318, 347]),
    (*b"CR", [362, 420]),
    (*b"PA", [418, 358]),
    (*b"GY", [718, 255]),
    (*b"SR", [799, 272]),
    (*b"UY", [692, 962]),
    (*b"AG", [228, 655]),
    (*b"KN", [52, 735]),
    (*b"DM", [245, 752]),
    (*b"LC", [258, 832]),
    (*b"VC", [60, 885]),
    (*b"GD", [52, 972]),
    (*b"BB", [262, 985]),
    (*b"TT", [262, 1070]),
];

/// The middle of a state's marker; nothing for one that is large enough by itself.
pub fn marker(code: CountryCode) -> Option<(i32, i32)> {
    let place = PLACES.iter().find(|(letters, _)| letters == code.as_str().as_bytes());
    place.map(|&(_, [x, y])| (x.into(), y.into()))
}

/// Adds the line from a marker to its state, as path data.
pub fn push_leader(path: &mut String, marker: (i32, i32), state: (i32, i32)) {
    push_line(path, &[marker, state]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Bounds, InsetName, State, geometry};

    /// How wide a drawing is at least, in pixels: beside the agenda in a column of 860.
    const NARROWEST: i32 = 300;

    fn pixels(units: i32, width: i32) -> f64 {
        f64::from(units) * f64::from(width) / 1000.0
    }

    #[test]
    fn every_state_can_be_hit_in_a_drawing_of_any_width() {
        for width in [NARROWEST, 320, 360, 640] {
            for State { code, bounds: Bounds { left, top, right, bottom }, .. } in geometry().states {
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
        for (index, &(code, [x, y])) in PLACES.iter().enumerate() {
            let (x, y) = (i32::from(x), i32::from(y));
            let away = |(to_x, to_y): (i32, i32)| f64::from(to_x - x).hypot(f64::from(to_y - y));
            for &(other, [x, y]) in &PLACES[index + 1..] {
                let distance = away((x.into(), y.into()));
                assert!(distance >= f64::from(MARKER), "{code:?} and {other:?}: {distance}");
            }
            let code = CountryCode::parse(str::from_utf8(&code).unwrap()).unwrap();
            let state = geometry().states.into_iter().find(|state| state.code == code).unwrap();
            assert!(away(state.centre) > f64::from(MARKER / 2), "{code} is under its marker");
        }
    }

    #[test]
    fn each_is_inside_the_drawing_or_its_inset() {
        let geometry = geometry();
        for state in &geometry.states {
            let Some((x, y)) = marker(state.code) else { continue };
            let inset = geometry.insets.iter().find(|inset| Some(inset.name) == state.inset);
            let (left, top, width, height) =
                inset.map_or((0, 0, 1000, 1127), |inset| (inset.x, inset.y, inset.width, inset.height));
            let half = MARKER / 2;
            assert!(x - half >= left && x + half <= left + width, "{}", state.code);
            assert!(y - half >= top && y + half <= top + height, "{}", state.code);
            assert_ne!(state.inset, Some(InsetName::Korea));
        }
    }
}
