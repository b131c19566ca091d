//! Functions of floats as Go defines them at the edges, where other libraries differ.

use fluxlet_runtime::{Record, float};

use super::gamma;
use super::trigonometry::{cos, sin};

/// Returns `x - y`, or 0 if that is negative.
pub(super) fn dim(x: f64, y: f64) -> f64 {
    let difference = x - y;
    if difference <= 0.0 { 0.0 } else { difference }
}

/// Returns the larger one; infinity wins over NaN, NaN over numbers, 0 over -0.
pub(super) fn max(x: f64, y: f64) -> f64 {
    if x == f64::INFINITY || y == f64::INFINITY {
        f64::INFINITY
    } else if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == 0.0 && y == 0.0 {
        if x.is_sign_negative() { y } else { x }
    } else {
        x.max(y)
    }
}

/// Returns the smaller one; infinity below zero wins over NaN, NaN over numbers, -0 over 0.
pub(super) fn min(x: f64, y: f64) -> f64 {
    -max(-x, -y)
}

/// Returns the exponent of `x` to the base 2.
pub(super) fn logb(x: f64) -> f64 {
    if x == 0.0 {
        f64::NEG_INFINITY
    } else if x.is_infinite() {
        f64::INFINITY
    } else if x.is_nan() {
        f64::NAN
    } else {
        f64::from(libm::ilogb(x))
    }
}

/// Returns the exponent of `x` to the base 2; the smallest 32-bit int for 0, the largest for infinity and NaN.
pub(super) fn ilogb(x: f64) -> i64 {
    if x == 0.0 {
        i64::from(i32::MIN)
    } else if x.is_finite() {
        i64::from(libm::ilogb(x))
    } else {
        i64::from(i32::MAX)
    }
}

/// Splits a float into a fraction in 0.5..1 and a power of two.
pub(super) fn frexp(value: f64) -> Record {
    let (fraction, exponent) = float::split(value);
    Record::from([("frac", fraction.into()), ("exp", exponent.into())])
}

/// Splits a float at the point; both parts have its sign.
pub(super) fn modf(value: f64) -> Record {
    let whole = value.trunc();
    let fraction = if value.is_infinite() { f64::NAN } else { (value - whole).copysign(value) };
    Record::from([("int", whole.into()), ("frac", fraction.into())])
}

/// Returns the logarithm of the absolute value of the gamma function, and its sign.
pub(super) fn lgamma(x: f64) -> Record {
    let (value, sign) = gamma::lgamma(x);
    Record::from([("lgamma", value.into()), ("sign", sign.into())])
}

/// Returns sine and cosine.
pub(super) fn sincos(x: f64) -> Record {
    Record::from([("sin", sin(x).into()), ("cos", cos(x).into())])
}

/// Returns the neighbour of `x` on the side of `y`; `x` itself if they are equal, even as zeros of other signs.
pub(super) fn next_after(x: f64, y: f64) -> f64 {
    if x == y { x } else { libm::nextafter(x, y) }
}

/// Returns 10 to the power of `n`.
pub(super) fn pow10(n: i64) -> f64 {
    match n {
        ..-323 => 0.0,
        309.. => f64::INFINITY,
        0..309 => power_of_ten(n / 32 * 32) * power_of_ten(n % 32),
        -323..0 => power_of_ten(n / 32 * 32) / power_of_ten(-n % 32),
    }
}

/// Reads a power of ten: a text is rounded once.
fn power_of_ten(n: i64) -> f64 {
    format!("1e{n}").parse().unwrap_or(f64::NAN)
}

/// Tells whether a float is the infinity of a sign, or any if the sign is 0.
pub(super) fn is_inf(value: f64, sign: i64) -> bool {
    value.is_infinite() && (sign == 0 || (sign > 0) == (value > 0.0))
}

/// Returns the infinity of a sign; 0 counts as positive.
pub(super) fn infinity(sign: i64) -> f64 {
    if sign < 0 { f64::NEG_INFINITY } else { f64::INFINITY }
}
