//! Simplification: the fewest corners that keep every place of a line within a distance of the drawn one. Islets that would
//! vanish by that are simplified by Visvalingam's rule instead: the corner that changes the area least goes first.

use super::projection::Point;

/// So many corners in a row go at most.
const REACH: usize = 80;

/// The line with the fewest corners (Imai and Iri, 1988, by dynamic programming), each on the grid of whole units, such that no
/// corner of `line` is farther than `tolerance` from what is drawn; the ends stay. `fewest` points remain at least, so that a
/// closed line stays an island.
pub fn simplify(line: &[Point], tolerance: f64, fewest: usize) -> Vec<Point> {
    if line.len() <= fewest.max(2) {
        return line.to_vec();
    }
    let corners: Vec<Point> =
        line.iter().map(|point| Point { x: point.x.round(), y: point.y.round() }).collect();
    // To each place: over how many sides at least, with what sum of deviations, from which place before.
    let mut best = vec![(0, 0.0, 0)];
    for end in 1..line.len() {
        let mut least = (usize::MAX, f64::INFINITY, end - 1);
        for start in (end.saturating_sub(REACH)..end).rev() {
            let side = [corners[start], corners[end]];
            let between = &line[start + 1..end];
            let away = between.iter().map(|&place| distance(place, &side)).fold(0.0, f64::max);
            let (sides, sum, _) = best[start];
            let candidate = (sides + 1, sum + away, start);
            let better = candidate.0 < least.0 || (candidate.0 == least.0 && candidate.1 < least.1);
            if better && (away <= tolerance || between.is_empty()) {
                least = candidate;
            }
        }
        best.push(least);
    }
    let mut kept = Vec::new();
    let mut place = line.len() - 1;
    while place > 0 {
        kept.push(line[place]);
        place = best[place].2;
    }
    kept.push(line[0]);
    kept.reverse();
    if kept.len() < fewest { by_area(line, fewest) } else { kept }
}

/// The line without the corners that matter least, so that `fewest` points remain.
fn by_area(line: &[Point], fewest: usize) -> Vec<Point> {
    let mut kept: Vec<(Point, f64)> = line.iter().map(|&point| (point, f64::INFINITY)).collect();
    for index in 1..kept.len().saturating_sub(1) {
        weigh(&mut kept, index, 0.0);
    }
    while kept.len() > fewest.max(2) {
        let Some((index, least)) = lightest(&kept) else { break };
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
    fn no_place_is_farther_than_the_tolerance() {
        let wave: Vec<Point> = (0..400)
            .map(|step| f64::from(step) / 4.0)
            .map(|x| Point { x, y: (x / 3.0).sin() * 9.0 })
            .collect();
        let simplified = simplify(&wave, 0.8, 2);
        assert!(simplified.len() < 60, "{}", simplified.len());
        let drawn: Vec<Point> =
            simplified.iter().map(|point| Point { x: point.x.round(), y: point.y.round() }).collect();
        assert!(wave[1..399].iter().all(|&place| distance(place, &drawn) <= 0.8));
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
