//! Points and arcs on the unit sphere.

use crate::math::trigonometry::{asin, atan2, cos, sin};

/// A point, or any vector.
pub(super) type Point = [f64; 3];

/// Returns the point at a place, in radians.
pub(super) fn point(lat: f64, lon: f64) -> Point {
    [cos(lon) * cos(lat), sin(lon) * cos(lat), sin(lat)]
}

/// Returns latitude and longitude of a vector, in radians.
pub(super) fn place([x, y, z]: Point) -> (f64, f64) {
    (atan2(z, (x * x + y * y).sqrt()), atan2(y, x))
}

pub(super) fn dot(a: Point, b: Point) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

pub(super) fn cross(a: Point, b: Point) -> Point {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

fn minus(a: Point, b: Point) -> Point {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

fn square(a: Point) -> f64 {
    dot(a, a)
}

/// Returns twice the normal of an arc, computed so that close ends keep their digits.
fn normal(a: Point, b: Point) -> Point {
    cross([a[0] + b[0], a[1] + b[1], a[2] + b[2]], minus(b, a))
}

/// Returns the angle between two points.
pub(super) fn angle(a: Point, b: Point) -> f64 {
    atan2(square(cross(a, b)).sqrt(), dot(a, b))
}

/// Returns the angle between two places in radians, by haversines.
pub(super) fn angle_of_places((lat, lon): (f64, f64), (other_lat, other_lon): (f64, f64)) -> f64 {
    let (up, along) = (sin(0.5 * (other_lat - lat)), sin(0.5 * (other_lon - lon)));
    let square = up * up + along * along * cos(lat) * cos(other_lat);
    2.0 * atan2(square.sqrt(), (1.0 - square).max(0.0).sqrt())
}

/// Returns the angle from a point to the nearest one of an arc.
pub(super) fn angle_to_arc(x: Point, a: Point, b: Point) -> f64 {
    let (to_a, to_b, length) = (square(minus(x, a)), square(minus(x, b)), square(minus(a, b)));
    let mut chord = to_a.min(to_b);
    if (to_a - to_b).abs() < length {
        let normal = normal(a, b);
        let (normal_square, height) = (square(normal), dot(x, normal));
        let along = cross(normal, x);
        if dot(minus(a, x), along) < 0.0 && dot(minus(b, x), along) > 0.0 {
            let rest = 1.0 - (square(along) / normal_square).sqrt();
            chord = height * height / normal_square + rest * rest;
        }
    }
    2.0 * asin((0.5 * chord.sqrt()).min(1.0))
}

/// Returns the pairs of neighbours of a closed line.
pub(super) fn closed(points: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    points.iter().copied().zip(points.iter().copied().cycle().skip(1))
}
