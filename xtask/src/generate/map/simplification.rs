//! Visvalingam's simplification: the corner that changes the area least goes first.

use super::projection::Point;

/// The line without the corners whose triangle is smaller than `tolerance` (an area); the ends stay.
/// `fewest` points remain at least, so that a closed line stays an island.
pub fn simplify(line: &[Point], tolerance: f64, fewest: usize) -> Vec<Point> {
    let mut kept: Vec<(Point, f64)> = line.iter().map(|&point| (point, f64::INFINITY)).collect();
    for index in 1..kept.len().saturating_sub(1) {
        weigh(&mut kept, index, 0.0);
    }
    while kept.len() > fewest.max(2) {
        let Some((index, least)) = lightest(&kept) else { break };
        if least >= tolerance {
            break;
        }
        kept.remove(index);
        // A corner never weighs less than the one that went before it: else a long bay would go corner by corner.
        weigh(&mut kept, index - 1, least);
        weigh(&mut kept, index, least);
    }
    kept.into_iter().map(|(point, _)| point).collect()
}

fn weigh(line: &mut [(Point, f64)], index: usize, least: f64) {
    if index == 0 || index + 1 >= line.len() {
        return;
    }
    line[index].1 = triangle(line[index - 1].0, line[index].0, line[index + 1].0).max(least);
}

fn lightest(line: &[(Point, f64)]) -> Option<(usize, f64)> {
    let weights = line.iter().map(|&(_, weight)| weight).enumerate();
    weights.filter(|(_, weight)| weight.is_finite()).min_by(|(_, one), (_, other)| one.total_cmp(other))
}

fn triangle(a: Point, b: Point, c: Point) -> f64 {
    ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)).abs() / 2.0
}

/// The distance from a point to the nearest part of a line.
pub fn distance(point: Point, line: &[Point]) -> f64 {
    line.windows(2)
        .map(|segment| distance_to_segment(point, segment[0], segment[1]))
        .fold(f64::INFINITY, f64::min)
}

fn distance_to_segment(point: Point, start: Point, end: Point) -> f64 {
    let (dx, dy) = (end.x - start.x, end.y - start.y);
    let length = dx * dx + dy * dy;
    let along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / length;
    let along = if length > 0.0 { along.clamp(0.0, 1.0) } else { 0.0 };
    (point.x - start.x - along * dx).hypot(point.y - start.y - along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[[f64; 2]]) -> Vec<Point> {
        points.iter().map(|&[x, y]| Point { x, y }).collect()
    }

    #[test]
    fn small_corners_go_and_ends_and_great_corners_stay() {
        let coast = line(&[[0.0, 0.0], [1.0, 0.1], [2.0, 0.0], [2.0, 5.0], [4.0, 5.0]]);
        assert_eq!(simplify(&coast, 0.5, 2), line(&[[0.0, 0.0], [2.0, 0.0], [2.0, 5.0], [4.0, 5.0]]));
        assert_eq!(simplify(&coast, 100.0, 2), line(&[[0.0, 0.0], [4.0, 5.0]]));
    }

    #[test]
    fn a_protected_island_keeps_its_corners() {
        let island = line(&[[0.0, 0.0], [1.0, 0.0], [1.1, 0.5], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]);
        let simplified = simplify(&island, 100.0, 4);
        assert_eq!(simplified.len(), 4);
        assert_eq!(simplified[0], simplified[3]);
    }

    #[test]
    fn distances() {
        let coast = line(&[[0.0, 0.0], [4.0, 0.0], [4.0, 3.0]]);
        assert!((distance(Point { x: 2.0, y: -1.0 }, &coast) - 1.0).abs() < 1e-9);
        assert!((distance(Point { x: 7.0, y: 7.0 }, &coast) - 5.0).abs() < 1e-9);
        assert!((distance(Point { x: 3.0, y: 4.0 }, &line(&[[0.0, 0.0], [0.0, 0.0]])) - 5.0).abs() < 1e-9);
    }
}
