//! How far the drawing is from the atlas.

use super::drawing::Drawing;
use super::layout::SIZE;
use super::projection::Point;
use super::simplification::distance;

/// The width that distances are measured at, in pixels.
const DRAWN_WIDTH: f64 = 640.0;

/// Along the lines of the atlas, a measurement each so many units.
const EVERY: f64 = 0.25;

/// The distance that `share` of all coasts and borders keep, in pixels, when the map is drawn 640 pixels wide.
pub fn deviation(drawing: &Drawing, share: f64) -> f64 {
    let mut distances: Vec<f64> =
        drawing.arcs.iter().filter(|arc| arc.uses > 0).flat_map(distances).collect();
    distances.sort_by(f64::total_cmp);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let index = (distances.len() as f64 * share) as usize;
    let units = distances.get(index.min(distances.len().saturating_sub(1))).copied().unwrap_or(0.0);
    units * DRAWN_WIDTH / f64::from(SIZE[0])
}

fn distances(arc: &super::drawing::Arc) -> Vec<f64> {
    let drawn: Vec<_> = arc.drawn.iter().map(|&[x, y]| Point { x: f64::from(x), y: f64::from(y) }).collect();
    arc.source
        .windows(2)
        .flat_map(|segment| along(segment[0], segment[1]))
        .map(|at| distance(at, &drawn))
        .collect()
}

/// Places along a segment, at even distances.
fn along(start: Point, end: Point) -> Vec<Point> {
    let (dx, dy) = (end.x - start.x, end.y - start.y);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let steps = (dx.hypot(dy) / EVERY).ceil() as u32;
    (0..steps)
        .map(|step| f64::from(step) / f64::from(steps))
        .map(|share| Point { x: start.x + dx * share, y: start.y + dy * share })
        .collect()
}
