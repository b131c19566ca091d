//! A polygon on the sphere: what it holds, to the last point of its border.

use std::f64::consts::PI;

use super::side::{arcs_meet, side};
use super::sphere::{Point, closed, cross, dot};
use crate::math::trigonometry::atan2;

/// A point that is neither near a face's edge nor likely as a corner; what a polygon holds is counted from there.
const ORIGIN: Point = [-0.009_999_466_435_025_02, 0.002_592_454_260_932_412, 0.999_946_643_502_502];

/// What lies left of a closed line, at most half of the sphere.
///
/// Of polygons that fill a region without gaps, exactly one holds a point on a common edge or corner.
pub(super) struct Polygon {
    corners: Vec<Point>,
    holds_origin: bool,
}

impl Polygon {
    /// Makes a polygon of three corners or more; which way around they go does not matter.
    pub(super) fn new(mut corners: Vec<Point>) -> Self {
        if !(0.0..=2.0 * PI).contains(&area(&corners)) {
            corners.reverse();
        }
        let mut polygon = Self { corners, holds_origin: false };
        if let [before, corner, after, ..] = polygon.corners[..] {
            let inside = before != corner && corner != after && !ordered(reference(corner), after, before, corner);
            polygon.holds_origin = inside != polygon.holds(corner);
        }
        polygon
    }

    pub(super) fn corners(&self) -> &[Point] {
        &self.corners
    }

    /// Tells whether a point lies in this polygon.
    pub(super) fn holds(&self, x: Point) -> bool {
        closed(&self.corners).fold(self.holds_origin, |inside, (a, b)| inside != crosses(ORIGIN, x, a, b))
    }
}

/// Returns the area left of a closed line, negative if most lies right of it.
fn area(corners: &[Point]) -> f64 {
    let [first, rest @ ..] = corners else { return 0.0 };
    let triangle = |(b, c): (&Point, &Point)| {
        2.0 * atan2(dot(cross(*first, *b), *c), 1.0 + dot(*first, *b) + dot(*b, *c) + dot(*c, *first))
    };
    rest.iter().zip(rest.iter().skip(1)).map(triangle).sum()
}

/// Tells whether the way from `a` to `b` changes the side of the arc from `c` to `d`.
fn crosses(a: Point, b: Point, c: Point, d: Point) -> bool {
    if a == b || c == d {
        return false;
    }
    if a == c {
        return b == d || ordered(reference(a), d, b, a);
    }
    if b == d {
        return ordered(reference(b), c, a, b);
    }
    if a == d {
        return b == c || ordered(reference(a), c, b, a);
    }
    if b == c {
        return ordered(reference(b), d, a, b);
    }
    arcs_meet(a, b, c, d)
}

/// Tells whether the arcs from `o` to `a`, `b` and `c` follow each other to the left; two may be the same.
fn ordered(a: Point, b: Point, c: Point, o: Point) -> bool {
    let held = [side(b, o, a) >= 0, side(c, o, b) >= 0, side(a, o, c) > 0];
    held.into_iter().filter(|held| *held).count() >= 2
}

/// Returns the direction from a point by which the sides of the arcs that end there are told.
fn reference(x: Point) -> Point {
    let [a, b, c] = x.map(f64::abs);
    let other = if a > b && a > c {
        [0.012, 0.0053, 1.0]
    } else if b > c {
        [1.0, 0.0053, 0.00457]
    } else {
        [0.012, 1.0, 0.00457]
    };
    let normal = cross(x, other);
    let length = dot(normal, normal).sqrt();
    normal.map(|part| part / length)
}
