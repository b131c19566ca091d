//! The regions and geometries that scripts write as records.

use fluxlet_runtime::{Error, Record, Result, Run, Value};

use super::polygon::Polygon;
use super::side::arcs_meet;
use super::sphere::{self, Point, angle, angle_to_arc, closed, point};
use crate::charge;
use crate::message::{found, quoted};

/// A region or a geometry; angles are in radians.
pub(super) enum Shape {
    Point(Point),
    Circle {
        center: Point,
        radius: f64,
    },
    Rectangle(Rectangle),
    Polygon(Polygon),
    /// Places, as latitudes and longitudes.
    Line(Vec<(f64, f64)>),
}

/// What lies between two parallels and two meridians.
#[derive(Clone, Copy)]
pub(super) struct Rectangle {
    pub(super) south: f64,
    pub(super) north: f64,
    pub(super) west: f64,
    pub(super) east: f64,
}

impl Rectangle {
    pub(super) fn contains(&self, lat: f64, lon: f64) -> bool {
        (self.south..=self.north).contains(&lat) && (self.west..=self.east).contains(&lon)
    }

    pub(super) fn corners(&self) -> [Point; 4] {
        [
            point(self.south, self.west),
            point(self.south, self.east),
            point(self.north, self.east),
            point(self.north, self.west),
        ]
    }

    fn angle_to(&self, lat: f64, lon: f64) -> f64 {
        if (self.west..=self.east).contains(&lon) {
            return (lat - self.north).max(self.south - lat).max(0.0);
        }
        let side =
            |lon_of_side| angle_to_arc(point(lat, lon), point(self.south, lon_of_side), point(self.north, lon_of_side));
        side(self.west).min(side(self.east))
    }
}

/// The lengths in which distances are measured.
#[derive(Clone, Copy)]
pub(super) struct Unit(f64);

impl Unit {
    /// Reads `{distance: "km"}`.
    pub(super) fn read(units: &Record) -> Result<Self> {
        const RADIUS: f64 = 6371.01;
        match units.get("distance") {
            Some(Value::String(name)) => match name.as_str() {
                "km" => Ok(Self(RADIUS)),
                "m" => Ok(Self(RADIUS * 1000.0)),
                "mile" => Ok(Self(RADIUS / 1.609344)),
                other => Err(Error::invalid(format!(
                    "field `distance` of argument `units` must be \"km\", \"m\" or \"mile\", found {}",
                    quoted(other)
                ))),
            },
            other => Err(field_error("distance", "units", "a string", other)),
        }
    }

    /// Returns the length of an arc.
    pub(super) fn length(self, angle: f64) -> f64 {
        angle * self.0
    }
}

impl Shape {
    /// Reads a shape from the argument `name`: its kind follows from its fields.
    pub(super) fn read(run: &Run, name: &str, record: &Record, unit: Unit) -> Result<Self> {
        let labels: Vec<&str> = record.iter().map(|(label, _)| label.as_str()).collect();
        let is = |wanted: &[&str]| labels.len() == wanted.len() && wanted.iter().all(|label| labels.contains(label));
        let degrees = |label: &str| float(record, name, label).map(f64::to_radians);
        if is(&["lat", "lon"]) {
            Ok(Self::Point(point(degrees("lat")?, degrees("lon")?)))
        } else if is(&["lat", "lon", "radius"]) {
            let radius = float(record, name, "radius")? / unit.0;
            Ok(Self::Circle { center: point(degrees("lat")?, degrees("lon")?), radius })
        } else if is(&["minLat", "maxLat", "minLon", "maxLon"]) {
            let (lats, lons) = ([degrees("minLat")?, degrees("maxLat")?], [degrees("minLon")?, degrees("maxLon")?]);
            Ok(Self::Rectangle(Rectangle {
                south: lats[0].min(lats[1]),
                north: lats[0].max(lats[1]),
                west: lons[0].min(lons[1]),
                east: lons[0].max(lons[1]),
            }))
        } else if is(&["points"]) {
            polygon(run, name, record)
        } else if is(&["linestring"]) {
            line(run, name, record)
        } else {
            Err(Error::invalid(format!(
                "argument `{name}` must have exactly the fields `lat` and `lon`, with `radius` for a circle; or `minLat`, \
                 `maxLat`, `minLon` and `maxLon`; or `points`; or `linestring`"
            )))
        }
    }

    /// Returns the length of a line; a point has none.
    pub(super) fn length(&self) -> Result<f64> {
        match self {
            Self::Line(places) => {
                let pairs = places.iter().zip(places.iter().skip(1));
                // An empty sum would be -0.
                Ok(pairs.map(|(a, b)| sphere::angle_of_places(*a, *b)).fold(0.0, |sum, angle| sum + angle))
            }
            _ => self.geometry().map(|_| 0.0),
        }
    }

    /// Returns the vertices, if this is a point or a line.
    pub(super) fn geometry(&self) -> Result<Vec<Point>> {
        match self {
            Self::Point(x) => Ok(vec![*x]),
            Self::Line(places) => Ok(places.iter().map(|(lat, lon)| point(*lat, *lon)).collect()),
            _ => Err(Error::invalid("argument `geometry` must be a point or a line")),
        }
    }

    /// Tells whether all vertices of a geometry lie in this region.
    pub(super) fn contains(&self, run: &Run, geometry: &Self) -> Result<bool> {
        let points = geometry.geometry()?;
        match self {
            Self::Circle { .. } | Self::Rectangle(_) | Self::Polygon(_) => {}
            _ => return Err(Error::invalid("argument `region` must be a circle, a box or a polygon")),
        }
        for point in points {
            run.check_deadline()?;
            if !self.holds(point) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Counts the corners that each question about this region looks at.
    pub(super) fn corners(&self) -> usize {
        match self {
            Self::Polygon(polygon) => polygon.corners().len(),
            _ => 4,
        }
    }

    /// Tells whether a point lies in this region.
    pub(super) fn holds(&self, x: Point) -> bool {
        match self {
            Self::Circle { center, radius } => angle(*center, x) <= *radius,
            Self::Rectangle(rectangle) => {
                let (lat, lon) = sphere::place(x);
                rectangle.contains(lat, lon)
            }
            Self::Polygon(polygon) => polygon.holds(x),
            Self::Point(_) | Self::Line(_) => false,
        }
    }

    /// Returns the angle between this region and a geometry, 0 where they meet.
    pub(super) fn angle_to(&self, run: &Run, geometry: &Self) -> Result<f64> {
        let points = geometry.geometry()?;
        Ok(match self {
            Self::Point(x) => angle_to_line(*x, &points),
            Self::Circle { center, radius } => (angle_to_line(*center, &points) - radius).max(0.0),
            Self::Rectangle(rectangle) => match geometry {
                Self::Point(x) => {
                    let (lat, lon) = sphere::place(*x);
                    rectangle.angle_to(lat, lon)
                }
                _ => angle_to_polygon(run, &Polygon::new(rectangle.corners().into()), &points)?,
            },
            Self::Polygon(polygon) => angle_to_polygon(run, polygon, &points)?,
            Self::Line(_) => return Err(Error::invalid("argument `region` must not be a line")),
        })
    }
}

/// Returns the pairs of neighbours of an open line.
fn open(points: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    points.iter().copied().zip(points.iter().copied().skip(1))
}

fn angle_to_line(x: Point, points: &[Point]) -> f64 {
    match points {
        [point] => angle(x, *point),
        _ => open(points).map(|(a, b)| angle_to_arc(x, a, b)).fold(f64::INFINITY, f64::min),
    }
}

/// Looks at the deadline for each point: there may be many, with as many corners for each.
fn angle_to_polygon(run: &Run, polygon: &Polygon, points: &[Point]) -> Result<f64> {
    let corners = polygon.corners();
    let mut least = f64::INFINITY;
    for point in points {
        run.check_deadline()?;
        if polygon.holds(*point) {
            return Ok(0.0);
        }
        least = closed(corners).map(|(a, b)| angle_to_arc(*point, a, b)).fold(least, f64::min);
    }
    for (a, b) in open(points) {
        run.check_deadline()?;
        if closed(corners).any(|(c, d)| arcs_meet(a, b, c, d)) {
            return Ok(0.0);
        }
        least = corners.iter().map(|corner| angle_to_arc(*corner, a, b)).fold(least, f64::min);
    }
    Ok(least)
}

fn polygon(run: &Run, name: &str, record: &Record) -> Result<Shape> {
    let Some(Value::Array(elements)) = record.get("points") else {
        return Err(field_error("points", name, "an array", record.get("points")));
    };
    if elements.len() < 3 {
        return Err(Error::invalid(format!("field `points` of argument `{name}` must hold at least 3 points")));
    }
    charge::elements(run, elements.len())?;
    let corner = |element: &Value| match element {
        Value::Record(record) => {
            Ok(point(float(record, name, "lat")?.to_radians(), float(record, name, "lon")?.to_radians()))
        }
        other => Err(field_error("points", name, "an array of records", Some(other))),
    };
    Ok(Shape::Polygon(Polygon::new(elements.iter().map(corner).collect::<Result<_>>()?)))
}

/// Reads `lon lat, lon lat`.
fn line(run: &Run, name: &str, record: &Record) -> Result<Shape> {
    let Some(Value::String(text)) = record.get("linestring") else {
        return Err(field_error("linestring", name, "a string", record.get("linestring")));
    };
    charge::elements(run, text.matches(',').count() + 1)?;
    let vertex = |part: &str| {
        let mut numbers = part.split_whitespace().map(|number| number.parse::<f64>().ok());
        match (numbers.next().flatten(), numbers.next().flatten()) {
            (Some(lon), Some(lat)) => Ok((lat.to_radians(), lon.to_radians())),
            _ => Err(Error::invalid(format!(
                "field `linestring` of argument `{name}` must be like \"1.5 2.5, 3 4\", found {} in it",
                quoted(part)
            ))),
        }
    };
    Ok(Shape::Line(text.split(',').map(vertex).collect::<Result<_>>()?))
}

/// Reads a field of the record that argument `name` is.
pub(super) fn float(record: &Record, name: &str, label: &str) -> Result<f64> {
    match record.get(label) {
        Some(Value::Float(value)) => Ok(*value),
        other => Err(field_error(label, name, "a float", other)),
    }
}

fn field_error(label: &str, name: &str, expected: &str, value: Option<&Value>) -> Error {
    let found = value.map_or_else(|| "nothing".to_owned(), found);
    Error::mismatch(format_args!("field `{label}` of argument `{name}`"), expected, &found)
}
