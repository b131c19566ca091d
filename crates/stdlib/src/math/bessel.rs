//! The Bessel functions, by the methods of FDLIBM.

use std::f64::consts::{FRAC_2_PI, FRAC_2_SQRT_PI};

use fluxlet_runtime::float::{ln, polynomial};

use super::trigonometry::{cos, sin};

mod coefficients;

use coefficients::{ORDER_0, ORDER_1, Order};

/// One by the root of pi.
const BY_ROOT_PI: f64 = 0.5 * FRAC_2_SQRT_PI;

/// Beyond this the quotients are 1 and 0.
const LARGE: f64 = (1_u128 << 64) as f64 * (1_u128 << 65) as f64;

/// Returns the function of the first kind of order 0.
pub(super) fn j0(x: f64) -> f64 {
    let x = x.abs();
    if x.is_nan() || x.is_infinite() {
        return if x.is_nan() { x } else { 0.0 };
    }
    if x >= 2.0 {
        return waves_0(x).0;
    }
    if x < 1.0 / (1_u64 << 13) as f64 {
        return if x < 1.0 / (1_u64 << 27) as f64 { 1.0 } else { 1.0 - 0.25 * x * x };
    }
    let square = x * x;
    let quotient = polynomial(square, ORDER_0.j.0) / polynomial(square, ORDER_0.j.1);
    if x < 1.0 {
        return 1.0 + square * (-0.25 + quotient);
    }
    let half = 0.5 * x;
    (1.0 + half) * (1.0 - half) + square * quotient
}

/// Returns the function of the second kind of order 0; NaN below 0.
pub(super) fn y0(x: f64) -> f64 {
    if let Some(value) = special(x) {
        return value;
    }
    if x >= 2.0 {
        return waves_0(x).1;
    }
    let [constant, ..] = ORDER_0.y.0 else { return f64::NAN };
    if x <= 1.0 / (1_u64 << 27) as f64 {
        return constant + FRAC_2_PI * ln(x);
    }
    let square = x * x;
    let quotient = polynomial(square, ORDER_0.y.0) / polynomial(square, ORDER_0.y.1);
    quotient + FRAC_2_PI * j0(x) * ln(x)
}

/// Returns the function of the first kind of order 1.
pub(super) fn j1(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() {
        return x;
    }
    if x.is_infinite() || x == 0.0 {
        return 0.0;
    }
    if size < 1.0 / (1_u64 << 27) as f64 {
        // The real one forgets the sign here.
        return 0.5 * size;
    }
    let value = if size >= 2.0 {
        waves_1(size).0
    } else {
        let square = size * size;
        let upper = polynomial(square, ORDER_1.j.0) * size;
        0.5 * size + upper / polynomial(square, ORDER_1.j.1)
    };
    if x < 0.0 { -value } else { value }
}

/// Returns the function of the second kind of order 1; NaN below 0.
pub(super) fn y1(x: f64) -> f64 {
    if let Some(value) = special(x) {
        return value;
    }
    if x >= 2.0 {
        return waves_1(x).1;
    }
    if x <= 1.0 / (1_u64 << 54) as f64 {
        return -FRAC_2_PI / x;
    }
    let square = x * x;
    let quotient = polynomial(square, ORDER_1.y.0) / polynomial(square, ORDER_1.y.1);
    x * quotient + FRAC_2_PI * (j1(x) * ln(x) - 1.0 / x)
}

/// Returns the function of the first kind of order `n`.
pub(super) fn jn(n: i32, x: f64) -> f64 {
    if x.is_nan() || x.is_infinite() {
        return if x.is_nan() { x } else { 0.0 };
    }
    if n == 0 {
        return j0(x);
    }
    if x == 0.0 {
        return 0.0;
    }
    let (order, x) = if n < 0 { (-n, -x) } else { (n, x) };
    if order == 1 {
        return j1(x);
    }
    let size = x.abs();
    let value = if f64::from(order) <= size {
        if size >= HUGE { huge(order, size).0 } else { upwards(order, size, j0(size), j1(size)) }
    } else {
        downwards(order, size)
    };
    if x < 0.0 && order % 2 == 1 { -value } else { value }
}

/// Returns the function of the second kind of order `n`; NaN below 0.
pub(super) fn yn(n: i32, x: f64) -> f64 {
    if n == 0 {
        return y0(x);
    }
    let negative = n < 0 && n % 2 != 0;
    if x == 0.0 && negative {
        return f64::INFINITY;
    }
    if let Some(value) = special(x) {
        return value;
    }
    let order = n.abs();
    let value = if order == 1 {
        y1(x)
    } else if x >= HUGE {
        huge(order, x).1
    } else {
        upwards(order, x, y0(x), y1(x))
    };
    if negative { -value } else { value }
}

/// Beyond this, the waves of all orders are plain.
const HUGE: f64 = f64::from_bits((1023 + 302) << 52);

/// Returns the value of a function of the second kind where it is none of the ordinary ones.
fn special(x: f64) -> Option<f64> {
    if x.is_nan() || x < 0.0 {
        Some(f64::NAN)
    } else if x == 0.0 {
        Some(f64::NEG_INFINITY)
    } else if x.is_infinite() {
        Some(0.0)
    } else {
        None
    }
}

/// Returns both functions of order 0 from 2 on.
fn waves_0(x: f64) -> (f64, f64) {
    let (s, c) = (sin(x), cos(x));
    damped(x, &ORDER_0, -0.125, restored(x, (s + c, s - c), -cos(x + x), s * c < 0.0))
}

/// Returns both functions of order 1 from 2 on.
fn waves_1(x: f64) -> (f64, f64) {
    let (s, c) = (sin(x), cos(x));
    damped(x, &ORDER_1, 0.375, restored(x, (s - c, -s - c), cos(x + x), s * c > 0.0))
}

/// Computes the one of two sums that lost its digits from the other one, and their product.
fn restored(x: f64, (first, second): (f64, f64), product: f64, first_is_lost: bool) -> (f64, f64) {
    match first_is_lost {
        _ if x >= f64::MAX / 2.0 => (first, second),
        true => (product / second, second),
        false => (first, product / first),
    }
}

fn damped(x: f64, order: &Order, shift: f64, (first, second): (f64, f64)) -> (f64, f64) {
    let root = x.sqrt();
    let range = order.ranges.iter().find(|range| x >= range.from);
    let Some(range) = range.filter(|_| x <= LARGE) else {
        return (BY_ROOT_PI * first / root, BY_ROOT_PI * second / root);
    };
    let z = 1.0 / (x * x);
    let p = 1.0 + polynomial(z, range.p.0) / polynomial(z, range.p.1);
    let q = (shift + polynomial(z, range.q.0) / polynomial(z, range.q.1)) / x;
    (BY_ROOT_PI * (p * first - q * second) / root, BY_ROOT_PI * (p * second + q * first) / root)
}

/// Returns both functions of any order for so large an `x`.
fn huge(order: i32, x: f64) -> (f64, f64) {
    let (s, c) = (sin(x), cos(x));
    let (first, second) = match order & 3 {
        0 => (c + s, s - c),
        1 => (-c + s, -s - c),
        2 => (-c - s, -s + c),
        _ => (c - s, s + c),
    };
    (BY_ROOT_PI * first / x.sqrt(), BY_ROOT_PI * second / x.sqrt())
}

/// Goes from the orders 0 and 1 up.
fn upwards(order: i32, x: f64, zeroth: f64, first: f64) -> f64 {
    let (mut a, mut b) = (zeroth, first);
    for i in 1..order {
        if b == f64::NEG_INFINITY {
            break;
        }
        (a, b) = (b, f64::from(i + i) / x * b - a);
    }
    b
}

/// Goes from a higher order down to order 0, as going up loses all digits where `x` is less than the order.
fn downwards(order: i32, x: f64) -> f64 {
    if x < 1.0 / (1_u64 << 29) as f64 {
        if order > 33 {
            return 0.0;
        }
        let half = x * 0.5;
        let (mut power, mut factorial) = (half, 1.0);
        for i in 2..=order {
            factorial *= f64::from(i);
            power *= half;
        }
        return power / factorial;
    }
    let start = continued_from(order, x);
    let mut t = 0.0;
    let mut i = 2 * (order + start);
    while i >= 2 * order {
        t = 1.0 / (f64::from(i) / x - t);
        i -= 2;
    }
    let (mut a, mut b) = (t, 1.0);
    let estimate = f64::from(order) * ln((2.0 / x * f64::from(order)).abs());
    let may_overflow = estimate >= 709.782_712_893_384;
    for i in (1..order).rev() {
        (a, b) = (b, b * f64::from(i + i) / x - a);
        if may_overflow && b > 1e100 {
            a /= b;
            t /= b;
            b = 1.0;
        }
    }
    t * j0(x) / b
}

/// Returns how many terms the continued fraction needs.
fn continued_from(order: i32, x: f64) -> i32 {
    let step = 2.0 / x;
    let first = f64::from(order + order) / x;
    let mut z = first + step;
    let (mut before, mut last) = (first, first * z - 1.0);
    let mut terms = 1;
    while last < 1e9 {
        terms += 1;
        z += step;
        (before, last) = (last, z * last - before);
    }
    terms
}
