//! The cells of S2: the globe as six faces of a cube, each divided into four, thirty times over.
//!
//! A cell's number holds its face in the upper three bits, then two bits for each level in the order of a Hilbert
//! curve, then a one that marks the end.

use super::sphere::{Point, place, point};

/// The level of the smallest cells.
const DEEPEST: u32 = 30;

/// Cells along an edge of a face at the deepest level.
const EDGE: f64 = (1_u64 << DEEPEST) as f64;

/// By orientation and position on the curve: the quarter, as two bits for both axes.
const QUARTERS: [[u64; 4]; 4] = [[0, 1, 3, 2], [0, 2, 3, 1], [3, 2, 0, 1], [3, 1, 0, 2]];

/// By position on the curve: how the orientation changes.
const TURNS: [usize; 4] = [1, 0, 0, 3];

/// A cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cell(u64);

impl Cell {
    /// The level of the smallest cells.
    pub(super) const DEEPEST: u32 = DEEPEST;

    /// Reads a token: the digits of the number without the zeros at its end.
    pub(super) fn parse(token: &str) -> Option<Self> {
        let digits = (1..=16).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = digits.then(|| u64::from_str_radix(token, 16).ok()).flatten()?;
        let number = number << (4 * (16 - token.len()));
        let valid =
            number >> 61 < 6 && number.trailing_zeros().is_multiple_of(2) && number.trailing_zeros() <= 2 * DEEPEST;
        valid.then_some(Self(number))
    }

    /// Returns the smallest cell that holds a point, in degrees.
    pub(super) fn of_point(lat: f64, lon: f64) -> Self {
        let (lat, lon) = (lat.to_radians(), lon.to_radians());
        let (face, u, v) = on_face(point(lat, lon));
        let (i, j) = (count(flatten(u)), count(flatten(v)));
        let mut number = face;
        let mut orientation = (face & 1) as usize;
        for bit in (0..DEEPEST).rev() {
            let quarter = (i >> bit & 1) << 1 | (j >> bit & 1);
            let position = QUARTERS[orientation].iter().position(|&known| known == quarter).unwrap_or_default();
            number = number << 2 | position as u64;
            orientation ^= TURNS[position];
        }
        Self(number << 1 | 1)
    }

    /// Returns the six faces.
    pub(super) fn faces() -> impl Iterator<Item = Self> {
        (0..6).map(|face: u64| Self(face << 61 | 1 << 60))
    }

    /// Returns the four cells of the next level; none of a smallest cell.
    pub(super) fn children(self) -> Vec<Self> {
        let own = self.0 & self.0.wrapping_neg();
        let step = own >> 2;
        if step == 0 { Vec::new() } else { (0..4).map(|index| Self(self.0 - own + step + 2 * step * index)).collect() }
    }

    /// Returns the four corners on the unit sphere, counter-clockwise.
    pub(super) fn corners(self) -> [Point; 4] {
        let face = self.0 >> 61;
        let (low, high) = self.bounds();
        [(low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1])].map(|(u, v)| {
            let [x, y, z] = in_space(face, u, v);
            let length = (x * x + y * y + z * z).sqrt();
            [x / length, y / length, z / length]
        })
    }

    /// Tells whether a point lies in this cell.
    pub(super) fn holds(self, x: Point) -> bool {
        let (face, u, v) = on_face(x);
        let (low, high) = self.bounds();
        face == self.0 >> 61 && (low[0]..=high[0]).contains(&u) && (low[1]..=high[1]).contains(&v)
    }

    /// Returns the least and the largest place on the face, along both axes.
    fn bounds(self) -> ([f64; 2], [f64; 2]) {
        let size = 1 << (DEEPEST - self.level());
        let (i, j) = self.leaf();
        let low = [i & !(size - 1), j & !(size - 1)];
        let along = |count: u64| bend(count as f64 / EDGE);
        (low.map(along), low.map(|count| along(count + size)))
    }

    /// Returns the numbers along both axes of a smallest cell near the center.
    fn leaf(self) -> (u64, u64) {
        let mut orientation = (self.0 >> 61 & 1) as usize;
        let (mut i, mut j) = (0, 0);
        for level in 1..=DEEPEST {
            let position = (self.0 >> (2 * (DEEPEST - level) + 1) & 3) as usize;
            let quarter = QUARTERS[orientation][position];
            (i, j) = (i << 1 | quarter >> 1, j << 1 | quarter & 1);
            orientation ^= TURNS[position];
        }
        (i, j)
    }

    /// Returns the level, 0 to 30.
    pub(super) fn level(self) -> u32 {
        DEEPEST - self.0.trailing_zeros() / 2
    }

    /// Returns the cell of a level, at most its own, that holds this one.
    pub(super) fn parent(self, level: u32) -> Self {
        let end = 1 << (2 * (DEEPEST - level));
        Self(self.0 & u64::wrapping_neg(end) | end)
    }

    /// Returns the token.
    pub(super) fn token(self) -> String {
        format!("{:016x}", self.0).trim_end_matches('0').to_owned()
    }

    /// Returns latitude and longitude of the center, in degrees.
    pub(super) fn center(self) -> (f64, f64) {
        let face = self.0 >> 61;
        let (i, j) = self.leaf();
        // Half cells from the corner that the number leads to.
        let step = match self.level() {
            DEEPEST => 1,
            _ if (i ^ self.0 >> 2) & 1 == 1 => 2,
            _ => 0,
        };
        let along = |count: u64| bend(0.5 / EDGE * (2 * count + step) as f64);
        let [x, y, z] = in_space(face, along(i), along(j));
        let (lat, lon) = place([x, y, z]);
        (lat.to_degrees(), lon.to_degrees())
    }
}

/// Returns the face under a point, and the place there, -1 to 1.
fn on_face([x, y, z]: [f64; 3]) -> (u64, f64, f64) {
    let (a, b, c) = (x.abs(), y.abs(), z.abs());
    if a > b && a > c {
        if x < 0.0 { (3, z / x, y / x) } else { (0, y / x, z / x) }
    } else if b > c {
        if y < 0.0 { (4, z / y, -x / y) } else { (1, -x / y, z / y) }
    } else if z < 0.0 {
        (5, -y / z, -x / z)
    } else {
        (2, -x / z, -y / z)
    }
}

/// Returns the point of a place on a face.
fn in_space(face: u64, u: f64, v: f64) -> [f64; 3] {
    match face {
        0 => [1.0, u, v],
        1 => [-u, 1.0, v],
        2 => [-u, -v, 1.0],
        3 => [-1.0, -v, -u],
        4 => [v, -1.0, -u],
        _ => [v, u, -1.0],
    }
}

/// Turns a place on a face into one, 0 to 1, by which cells are about equally large.
fn flatten(u: f64) -> f64 {
    if u >= 0.0 { 0.5 * (1.0 + 3.0 * u).sqrt() } else { 1.0 - 0.5 * (1.0 - 3.0 * u).sqrt() }
}

/// The inverse of [`flatten`].
fn bend(s: f64) -> f64 {
    if s >= 0.5 { (1.0 / 3.0) * (4.0 * s * s - 1.0) } else { (1.0 / 3.0) * (1.0 - 4.0 * (1.0 - s) * (1.0 - s)) }
}

/// Returns the number of the smallest cell along an edge.
fn count(s: f64) -> u64 {
    (s * EDGE).floor().clamp(0.0, EDGE - 1.0) as u64
}
