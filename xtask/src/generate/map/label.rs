//! Where a marker or a name fits best: the place inside an outline that is farthest from it.

use super::drawing::Grid;
use super::projection::Point;
use super::simplification::distance;

/// How finely a side of the bounds is searched.
const STEPS: i32 = 24;

/// The roomiest place inside an outline. (A centroid would put Chile's, Panama's and Haiti's at sea.)
pub fn label_place(outline: &[Grid]) -> Grid {
    let closed: Vec<Point> = outline.iter().chain(outline.first()).map(|&place| point(place)).collect();
    let [left, right] = range(outline.iter().map(|place| place[0]));
    let [top, bottom] = range(outline.iter().map(|place| place[1]));
    let places = spread(left, right).flat_map(|x| spread(top, bottom).map(move |y| [x, y]));
    let inside = places.filter(|&place| contains(&closed, point(place)));
    let best = inside.max_by(|&one, &other| room(&closed, one).total_cmp(&room(&closed, other)));
    best.unwrap_or([i32::midpoint(left, right), i32::midpoint(top, bottom)])
}

fn range(numbers: impl Iterator<Item = i32> + Clone) -> [i32; 2] {
    [numbers.clone().min().unwrap_or(0), numbers.max().unwrap_or(0)]
}

fn spread(from: i32, to: i32) -> impl Iterator<Item = i32> {
    let step = ((to - from) / STEPS).max(1);
    (from..=to).step_by(step.unsigned_abs() as usize)
}

fn room(closed: &[Point], place: Grid) -> f64 {
    distance(point(place), closed)
}

fn point([x, y]: Grid) -> Point {
    Point { x: f64::from(x), y: f64::from(y) }
}

/// Whether a ray to the right crosses the outline an odd number of times.
fn contains(closed: &[Point], place: Point) -> bool {
    let crossings = closed.windows(2).filter(|side| {
        let [start, end] = [side[0], side[1]];
        (start.y > place.y) != (end.y > place.y)
            && place.x < start.x + (place.y - start.y) / (end.y - start.y) * (end.x - start.x)
    });
    crossings.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_roomiest_place_of_a_hook_is_in_its_thick_arm() {
        let hook = [[0, 0], [100, 0], [100, 10], [60, 10], [60, 80], [0, 80]];
        let [x, y] = label_place(&hook);
        assert!((25..=35).contains(&x) && (25..=55).contains(&y), "{x}, {y}");
    }

    #[test]
    fn a_thin_island_has_a_place_too() {
        assert_eq!(label_place(&[[4, 4], [6, 4], [6, 5]]), [5, 4]);
    }
}
