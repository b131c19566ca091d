//! The cells of a level that touch a region.

use std::f64::consts::{FRAC_PI_2, PI};

use fluxlet_runtime::{Result, Run};

use super::cell::Cell;
use super::shape::{Rectangle, Shape};
use super::side::arcs_meet;
use super::sphere::{Point, closed, cross, dot};
use crate::charge;
use crate::math::trigonometry::{atan2, cos, sin};

/// Cells between two looks at the clock, or corners of the region if these are more.
const ROUND: usize = 1024;

/// Returns the cells of `level` that touch `region`, in the order of their numbers; `None` if they are more than `most`.
pub(super) fn cover(run: &Run, region: &Shape, level: u32, most: usize) -> Result<Option<Vec<Cell>>> {
    let mut cells: Vec<Cell> = Cell::faces().filter(|cell| touches(region, *cell)).collect();
    let round = ROUND / region.corners().clamp(1, ROUND);
    for _ in 0..level {
        let mut smaller = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
            if index % round == 0 {
                run.check_deadline()?;
                charge::elements(run, 4 * round.min(cells.len() - index))?;
            }
            smaller.extend(cell.children().into_iter().filter(|cell| touches(region, *cell)));
        }
        // Each cell holds at least one smaller one that touches the region.
        if smaller.len() > most {
            return Ok(None);
        }
        cells = smaller;
    }
    Ok((cells.len() <= most).then_some(cells))
}

/// Tells whether a region and a cell share a point.
fn touches(region: &Shape, cell: Cell) -> bool {
    let corners = cell.corners();
    if corners.iter().any(|corner| region.holds(*corner)) {
        return true;
    }
    match region {
        Shape::Circle { center, radius } => *radius >= 0.0 && circle_touches(*center, *radius, cell, &corners),
        Shape::Rectangle(rectangle) => {
            rectangle.corners().iter().any(|corner| cell.holds(*corner))
                || closed(&corners).any(|(a, b)| rectangle_meets(rectangle, a, b))
                || is_cap(rectangle) && cell.holds([0.0, 0.0, rectangle.north.signum()])
        }
        Shape::Polygon(polygon) => {
            let points = polygon.corners();
            points.iter().any(|point| cell.holds(*point))
                || closed(&corners).any(|(a, b)| closed(points).any(|(c, d)| arcs_meet(a, b, c, d)))
        }
        Shape::Point(_) | Shape::Line(_) => false,
    }
}

/// Tells whether a rectangle goes all around a pole.
fn is_cap(rectangle: &Rectangle) -> bool {
    rectangle.north >= FRAC_PI_2 || rectangle.south <= -FRAC_PI_2
}

fn circle_touches(center: Point, radius: f64, cell: Cell, corners: &[Point]) -> bool {
    if radius >= FRAC_PI_2 {
        // The corners lie outside, so the cell lies where the complement is less than half the sphere.
        return false;
    }
    if cell.holds(center) {
        return true;
    }
    let reach = sin(radius) * sin(radius);
    closed(corners).any(|(a, b)| {
        let edge = cross(a, b);
        let height = dot(center, edge);
        let along = cross(edge, center);
        height <= 0.0 && height * height <= reach * dot(edge, edge) && dot(along, a) < 0.0 && dot(along, b) > 0.0
    })
}

/// Tells whether an arc meets the border of a rectangle.
fn rectangle_meets(rectangle: &Rectangle, a: Point, b: Point) -> bool {
    let corners = rectangle.corners();
    let [south_west, south_east, north_east, north_west] = corners;
    arcs_meet(a, b, south_west, north_west)
        || arcs_meet(a, b, south_east, north_east)
        || parallel_meets(rectangle, rectangle.south, a, b)
        || parallel_meets(rectangle, rectangle.north, a, b)
}

/// Tells whether an arc meets the parallel at `lat` between the meridians of a rectangle.
fn parallel_meets(rectangle: &Rectangle, lat: f64, a: Point, b: Point) -> bool {
    let normal = cross(a, b);
    let level = (normal[0] * normal[0] + normal[1] * normal[1]).sqrt() * cos(lat);
    let ratio = -normal[2] * sin(lat) / level;
    if ratio.is_nan() || ratio.abs() > 1.0 {
        return false;
    }
    let (middle, half) = (atan2(normal[1], normal[0]), ratio.acos());
    [middle - half, middle + half].into_iter().any(|lon| {
        let lon = if lon > PI {
            lon - 2.0 * PI
        } else if lon < -PI {
            lon + 2.0 * PI
        } else {
            lon
        };
        let x = [cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)];
        let between = dot(cross(normal, a), x) >= 0.0 && dot(cross(b, normal), x) >= 0.0;
        between && rectangle.contains(lat, lon)
    })
}

/// What limits a grid.
pub(super) struct Bounds {
    /// Fewest cells wanted.
    pub(super) least: Option<usize>,
    /// Most cells wanted.
    pub(super) most: usize,
    /// The level of the smallest cells, at most 30; a grid of that level may have too few cells.
    pub(super) deepest: Option<u32>,
}

/// Returns the first level, from 1 on, with enough cells, or the last one without too many of them.
pub(super) fn choose(run: &Run, region: &Shape, bounds: &Bounds) -> Result<Option<(u32, Vec<Cell>)>> {
    let mut last = None;
    for level in 1..=bounds.deepest.unwrap_or(Cell::DEEPEST) {
        let Some(cells) = cover(run, region, level, bounds.most)? else { break };
        let enough = bounds.least.is_some_and(|least| cells.len() >= least);
        last = Some((level, cells));
        if enough {
            return Ok(last);
        }
    }
    Ok(last.filter(|_| bounds.least.is_none() || bounds.deepest.is_some()))
}
