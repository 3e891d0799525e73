//! Places, and lines through them as SVG path data.

use crate::locale::{pieces, push_number};

/// A place in the drawing: right and down from its upper left corner.
pub type Place = (i32, i32);

/// Adds an area's outline: `M1 2l3-4 5 6z`, in relative steps, which are the shortest text.
pub(super) fn push_ring(path: &mut String, ring: &[Place]) {
    push_line(path, ring);
    path.push('z');
}

/// Adds a line that stays open.
pub(super) fn push_line(path: &mut String, line: &[Place]) {
    let mut before: Option<Place> = None;
    for (index, &(x, y)) in line.iter().enumerate() {
        match index {
            0 => path.push('M'),
            1 => path.push('l'),
            _ => {}
        }
        let (from_x, from_y) = before.unwrap_or((0, 0));
        push_step(path, x - from_x);
        push_step(path, y - from_y);
        before = Some((x, y));
    }
}

/// The rings and lines of path data as this module writes it.
pub fn rings(path: &str) -> Vec<Vec<Place>> {
    let mut rings = Vec::new();
    for ring in pieces(path, b'M').skip(1) {
        rings.push(places(ring));
    }
    rings
}

/// Path data without some of its rings and lines; those that stay are told by what follows their `M`.
pub fn kept(path: &str, stays: impl Fn(&str) -> bool) -> String {
    let mut kept = String::new();
    for part in pieces(path, b'M').skip(1) {
        if stays(part) {
            kept.push('M');
            kept.push_str(part);
        }
    }
    kept
}

/// The places of one, which begins behind its `M`.
fn places(steps: &str) -> Vec<Place> {
    let (mut numbers, mut number, mut sign): (Vec<i32>, Option<i32>, i32) = (Vec::new(), None, 1);
    for byte in steps.bytes().chain([b'z']) {
        if byte.is_ascii_digit() {
            number = Some(number.unwrap_or(0) * 10 + i32::from(byte - b'0'));
        } else {
            if let Some(number) = number.take() {
                numbers.push(sign * number);
            }
            sign = if byte == b'-' { -1 } else { 1 };
        }
    }
    let (mut x, mut y) = (0, 0);
    let mut places = Vec::new();
    for step in numbers.chunks_exact(2) {
        if let [across, down] = step {
            x += across;
            y += down;
            places.push((x, y));
        }
    }
    places
}

/// A minus sign separates well enough.
fn push_step(path: &mut String, step: i32) {
    if step < 0 {
        path.push('-');
    } else if path.as_bytes().last().is_some_and(u8::is_ascii_digit) {
        path.push(' ');
    }
    push_number(path, u64::from(step.unsigned_abs()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_and_lines_are_short_text() {
        let mut path = String::new();
        push_ring(&mut path, &[(10, 20), (13, 16), (13, 26)]);
        push_line(&mut path, &[(0, 7), (5, 7)]);
        assert_eq!(path, "M10 20l3-4 0 10zM0 7l5 0");
        assert_eq!(rings(&path), [vec![(10, 20), (13, 16), (13, 26)], vec![(0, 7), (5, 7)]]);
    }
}
