//! Where things are: from degrees to the units of the drawing.

use super::projection::{Point, project};
use super::topology::Coordinate;

/// A part of the drawing with a scale of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Panel {
    /// Latin America and the Caribbean.
    Main,
    /// The small islands, enlarged, in the empty Pacific.
    EasternCaribbean,
    /// The host, in the empty South Atlantic.
    Korea,
}

/// Width and height of the drawing.
pub const SIZE: [i32; 2] = [1000, 1127];

/// x, y, width, height of the insets' frames.
pub const EASTERN_CARIBBEAN: [i32; 4] = [2, 573, 318, 552];
/// As above.
pub const KOREA: [i32; 4] = [824, 922, 174, 203];

/// How much larger than the main map the Eastern Caribbean is drawn, as a fraction.
pub const ENLARGEMENT: [i32; 2] = [9, 2];

/// The place of the main map that the middle of the Eastern Caribbean's inset shows.
pub const ENLARGED: [i32; 2] = [671, 232];

const KILOMETRES: f64 = 6371.0;
const KILOMETRES_A_UNIT: f64 = 8.63;
const MAIN_CENTRE: Coordinate = [-78.0, -13.0];
/// The main map's centre of projection, in units.
const MAIN_ORIGIN: Point = Point { x: 457.0, y: 574.0 };
const KOREA_KILOMETRES_A_UNIT: f64 = 3.6;
const KOREA_CENTRE: Coordinate = [127.8, 35.85];

/// Where a panel has a place.
pub fn place(coordinate: Coordinate, panel: Panel) -> Point {
    match panel {
        Panel::Main => scaled(project(coordinate, MAIN_CENTRE), KILOMETRES_A_UNIT, MAIN_ORIGIN),
        Panel::EasternCaribbean => enlarged(place(coordinate, Panel::Main)),
        Panel::Korea => scaled(project(coordinate, KOREA_CENTRE), KOREA_KILOMETRES_A_UNIT, middle(KOREA)),
    }
}

fn scaled(point: Point, kilometres_a_unit: f64, origin: Point) -> Point {
    let scale = KILOMETRES / kilometres_a_unit;
    Point { x: origin.x + point.x * scale, y: origin.y + point.y * scale }
}

fn enlarged(point: Point) -> Point {
    let by = f64::from(ENLARGEMENT[0]) / f64::from(ENLARGEMENT[1]);
    let [x, y] = ENLARGED.map(f64::from);
    let origin = middle(EASTERN_CARIBBEAN);
    Point { x: origin.x + (point.x - x) * by, y: origin.y + (point.y - y) * by }
}

/// The middle of a frame.
fn middle([x, y, width, height]: [i32; 4]) -> Point {
    Point { x: f64::from(x + width / 2), y: f64::from(y + height / 2) }
}

/// The parts of a line that are inside the drawing's upper edge, which cuts through the United States.
pub fn clip(line: &[Point]) -> Vec<Vec<Point>> {
    let mut parts = vec![Vec::new()];
    for segment in line.windows(2) {
        let [start, end] = [segment[0], segment[1]];
        if start.y >= 0.0 {
            push(&mut parts, start);
        }
        if (start.y < 0.0) != (end.y < 0.0) {
            let along = start.y / (start.y - end.y);
            push(&mut parts, Point { x: start.x + along * (end.x - start.x), y: 0.0 });
        }
        if end.y < 0.0 {
            parts.push(Vec::new());
        }
    }
    if let Some(&last) = line.last().filter(|last| last.y >= 0.0) {
        push(&mut parts, last);
    }
    parts.retain(|part| part.len() > 1);
    parts
}

fn push(parts: &mut [Vec<Point>], point: Point) {
    if let Some(part) = parts.last_mut() {
        part.push(point);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_at_the_upper_edge() {
        let line =
            [[0.0, 2.0], [0.0, -2.0], [1.0, -2.0], [2.0, 2.0], [3.0, 2.0]].map(|[x, y]| Point { x, y });
        let parts =
            clip(&line).into_iter().map(|part| part.into_iter().map(|point| [point.x, point.y]).collect());
        let expected: Vec<Vec<[f64; 2]>> =
            vec![vec![[0.0, 2.0], [0.0, 0.0]], vec![[1.5, 0.0], [2.0, 2.0], [3.0, 2.0]]];
        assert_eq!(parts.collect::<Vec<Vec<_>>>(), expected);
    }

    #[test]
    fn the_enlargement_shows_its_place() {
        let place = Point { x: f64::from(ENLARGED[0]), y: f64::from(ENLARGED[1]) };
        assert_eq!(enlarged(place), middle(EASTERN_CARIBBEAN));
    }
}
