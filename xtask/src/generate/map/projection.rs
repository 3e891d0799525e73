//! Lambert's azimuthal equal-area projection of the sphere: areas are true, so no country looks more important.

use super::topology::Coordinate;

/// A place on the plane. `y` grows downwards, as in SVG.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Earth radii right of and below the `centre`.
/// (Snyder, Map Projections: A Working Manual, 1987, equations 22-4, 24-2, 24-3 and 24-4.)
pub fn project([longitude, latitude]: Coordinate, centre: Coordinate) -> Point {
    let (sin_longitude, cos_longitude) = (longitude - centre[0]).to_radians().sin_cos();
    let (sin_latitude, cos_latitude) = latitude.to_radians().sin_cos();
    let (sin_centre, cos_centre) = centre[1].to_radians().sin_cos();
    let cos_distance = sin_centre * sin_latitude + cos_centre * cos_latitude * cos_longitude;
    let scale = (2.0 / (1.0 + cos_distance)).sqrt();
    let north = cos_centre * sin_latitude - sin_centre * cos_latitude * cos_longitude;
    Point { x: scale * cos_latitude * sin_longitude, y: -scale * north }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(place: Coordinate, centre: Coordinate, expected: [f64; 2]) {
        let Point { x, y } = project(place, centre);
        let distance = (x - expected[0]).hypot(y - expected[1]);
        assert!(distance < 1e-5, "{place:?} around {centre:?}: {x}, {y}");
    }

    #[test]
    fn known_points() {
        // Snyder's numerical example, page 332, on a sphere with a radius of 3.
        check([100.0, -20.0], [-100.0, 40.0], [-4.233_930_3 / 3.0, -4.025_777_5 / 3.0]);
        check([-78.0, -13.0], [-78.0, -13.0], [0.0, 0.0]);
        // A quarter of the globe away: the square root of two radii.
        check([90.0, 0.0], [0.0, 0.0], [2.0_f64.sqrt(), 0.0]);
        check([0.0, 90.0], [0.0, 0.0], [0.0, -(2.0_f64.sqrt())]);
    }
}
