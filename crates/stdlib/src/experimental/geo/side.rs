//! On which side of an arc a point lies, decided without rounding.
//!
//! Three points on one great circle are moved by amounts too small for any number, in an order that depends on nothing but
//! their coordinates, as "simulation of simplicity" has it: each point lies on one side, and all answers fit together.

use super::sphere::{Point, cross, dot};

/// Determinants beyond this have the right sign, whatever was rounded.
const CERTAIN: f64 = 1e-15;

/// Returns 1 if `c` lies to the left of the way from `a` to `b`, -1 if it lies to the right; 0 if two of them are equal.
pub(super) fn side(a: Point, b: Point, c: Point) -> i32 {
    let determinant = dot(cross(a, b), c);
    if determinant.abs() > CERTAIN {
        return sign(determinant);
    }
    if a == b || b == c || c == a {
        return 0;
    }
    let terms = [(0, 1, 2), (1, 2, 0), (2, 0, 1)];
    let mut sum = Exact::default();
    for (i, j, k) in terms {
        sum.add_product(a[i], b[j], c[k]);
        sum.add_product(-a[j], b[i], c[k]);
    }
    match sum.sign() {
        0 => moved(a, b, c),
        sign => sign,
    }
}

/// Tells whether two arcs cross; those that share an end do not.
pub(super) fn arcs_meet(a: Point, b: Point, c: Point, d: Point) -> bool {
    let turn = side(a, c, b);
    turn != 0 && side(c, b, d) == turn && side(b, d, a) == turn && side(d, a, c) == turn
}

/// Returns the side of points on one great circle after they are moved.
fn moved(a: Point, b: Point, c: Point) -> i32 {
    let mut points = [a, b, c];
    let mut turned = 1;
    for (i, j) in [(0, 1), (1, 2), (0, 1)] {
        if points[j] < points[i] {
            points.swap(i, j);
            turned = -turned;
        }
    }
    let [a, b, c] = points;
    let minor = |p: Point, q: Point, i: usize, j: usize| {
        let mut sum = Exact::default();
        sum.add_product(p[i], q[j], 1.0);
        sum.add_product(-p[j], q[i], 1.0);
        sum.sign()
    };
    let signs = [
        minor(b, c, 0, 1),
        minor(b, c, 2, 0),
        minor(b, c, 1, 2),
        minor(c, a, 0, 1),
        sign(c[0]),
        -sign(c[1]),
        minor(c, a, 2, 0),
        sign(c[2]),
        minor(a, b, 0, 1),
        -sign(b[0]),
        sign(b[1]),
        sign(a[0]),
    ];
    turned * signs.into_iter().find(|sign| *sign != 0).unwrap_or(1)
}

fn sign(x: f64) -> i32 {
    i32::from(x > 0.0) - i32::from(x < 0.0)
}

/// A sum that loses nothing: its parts overlap in no digit and grow.
#[derive(Default)]
struct Exact(Vec<f64>);

impl Exact {
    fn add_product(&mut self, x: f64, y: f64, z: f64) {
        for part in product(x, y) {
            for part in product(part, z) {
                self.add(part);
            }
        }
    }

    fn add(&mut self, x: f64) {
        let mut carry = x;
        for part in &mut self.0 {
            let sum = carry + *part;
            let virtual_part = sum - carry;
            *part = (carry - (sum - virtual_part)) + (*part - virtual_part);
            carry = sum;
        }
        self.0.push(carry);
    }

    fn sign(&self) -> i32 {
        self.0.iter().rev().map(|part| sign(*part)).find(|sign| *sign != 0).unwrap_or(0)
    }
}

/// Returns a product as what was rounded off and the rest.
fn product(x: f64, y: f64) -> [f64; 2] {
    let rounded = x * y;
    [x.mul_add(y, -rounded), rounded]
}
