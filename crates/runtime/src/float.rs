//! Functions of floats that must give the same digits everywhere, those that the real Flux gives.
//!
//! The functions of a platform's own library differ in the last digit. These follow published methods step by step: each
//! operation is rounded as IEEE 754 says, so the result depends on nothing else.

/// The upper digits of the logarithm of 2.
pub const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;

/// The rest of the logarithm of 2.
pub const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// Returns the exponential, by Shibata's method: a series for a sixteenth of the rest of the argument, squared four times.
///
/// Like the real one, it is infinite as soon as 2 to the power of 1024 would be a factor: from 709.44 on.
///
/// ```
/// assert_eq!(fluxlet_runtime::float::exp(0.0), 1.0);
/// assert_eq!(fluxlet_runtime::float::exp(710.0), f64::INFINITY);
/// ```
pub fn exp(x: f64) -> f64 {
    const UPPER: f64 = 0.693_147_180_559_663;
    const LOWER: f64 = 2.823_529_056_303_158e-13;
    const SERIES: [f64; 8] = [1.0, 0.5, 1.0 / 6.0, 1.0 / 24.0, 1.0 / 120.0, 1.0 / 720.0, 1.0 / 5040.0, 1.0 / 40320.0];
    let power = (std::f64::consts::LOG2_E * x).round_ties_even();
    if x.is_nan() || power >= 1024.0 {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if power < -1100.0 {
        return 0.0;
    }
    let rest = (-LOWER).mul_add(power, (-UPPER).mul_add(power, x)) * 0.0625;
    let series = SERIES.iter().rev().copied().reduce(|sum, next| sum.mul_add(rest, next)).unwrap_or_default();
    let mut less_one = rest * series;
    for _ in 0..3 {
        less_one *= less_one + 2.0;
    }
    scale((less_one + 2.0).mul_add(less_one, 1.0), power as i64)
}

/// Returns the natural logarithm, by the method of FDLIBM.
///
/// Like the real one, it takes numbers below 2.2e-308 for numbers close to that.
///
/// ```
/// assert_eq!(fluxlet_runtime::float::ln(1.0), 0.0);
/// ```
pub fn ln(x: f64) -> f64 {
    const ODD: [f64; 4] =
        [0.666_666_666_666_673_5, 0.285_714_287_436_623_9, 0.181_835_721_616_180_5, 0.147_981_986_051_165_86];
    const EVEN: [f64; 3] = [0.399_999_999_994_094_2, 0.222_221_984_321_497_84, 0.153_138_376_992_093_73];
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x < 0.0 {
        return f64::NAN;
    }
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    let (mut fraction, mut exponent) = bare_split(x);
    if fraction < std::f64::consts::FRAC_1_SQRT_2 {
        fraction *= 2.0;
        exponent -= 1;
    }
    let (f, k) = (fraction - 1.0, exponent as f64);
    let s = f / (2.0 + f);
    let s2 = s * s;
    let s4 = s2 * s2;
    let rest = s2 * polynomial(s4, &ODD) + s4 * polynomial(s4, &EVEN);
    let half_square = 0.5 * f * f;
    k * LN_2_HIGH - ((half_square - (s * (half_square + rest) + k * LN_2_LOW)) - f)
}

/// Returns `x` to the power of `y`: whole powers by squaring, the rest by exponential and logarithm.
///
/// ```
/// assert_eq!(fluxlet_runtime::float::pow(2.0, 10.0), 1024.0);
/// ```
pub fn pow(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if y == 1.0 {
        return x;
    }
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if x == 0.0 || x.is_infinite() {
        let sign = if is_odd(y) { 1.0_f64.copysign(x) } else { 1.0 };
        return if (x == 0.0) == (y < 0.0) { f64::INFINITY.copysign(sign) } else { 0.0_f64.copysign(sign) };
    }
    let huge = |y: f64| match () {
        () if x == -1.0 => 1.0,
        () if (x.abs() < 1.0) == (y > 0.0) => 0.0,
        () => f64::INFINITY,
    };
    if y.is_infinite() {
        return huge(y);
    }
    if y == 0.5 {
        return x.sqrt();
    }
    if y == -0.5 {
        return 1.0 / x.sqrt();
    }
    let (mut whole, mut part) = (y.abs().trunc(), y.abs().fract());
    if part != 0.0 && x < 0.0 {
        return f64::NAN;
    }
    if whole >= 9_223_372_036_854_775_808.0 {
        return huge(y);
    }
    let (mut product, mut exponent) = (1.0, 0_i64);
    if part != 0.0 {
        if part > 0.5 {
            part -= 1.0;
            whole += 1.0;
        }
        product = exp(part * ln(x));
    }
    let (mut square, mut square_exponent) = split(x);
    let mut bits = whole as i64;
    while bits != 0 {
        if square_exponent.abs() > 1 << 12 {
            // Far beyond what a float can hold.
            exponent += square_exponent;
            break;
        }
        if bits & 1 == 1 {
            product *= square;
            exponent += square_exponent;
        }
        square *= square;
        square_exponent <<= 1;
        if square < 0.5 {
            square += square;
            square_exponent -= 1;
        }
        bits >>= 1;
    }
    if y < 0.0 { scale(1.0 / product, -exponent) } else { scale(product, exponent) }
}

/// Returns the polynomial of `x` with these coefficients, the constant first.
///
/// ```
/// // 1 + 2x + 3x²
/// assert_eq!(fluxlet_runtime::float::polynomial(2.0, &[1.0, 2.0, 3.0]), 17.0);
/// ```
pub fn polynomial(x: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().rev().copied().reduce(|sum, next| sum * x + next).unwrap_or_default()
}

/// Splits a float into a fraction of 0.5 to 1 (of its sign) and a power of two; zero and what is not finite stay whole.
///
/// ```
/// assert_eq!(fluxlet_runtime::float::split(-6.0), (-0.75, 3));
/// ```
pub fn split(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (x, small) = if x.abs() < f64::MIN_POSITIVE { (x * (1_u64 << 52) as f64, 52) } else { (x, 0) };
    let (fraction, exponent) = bare_split(x);
    (fraction, exponent - small)
}

/// Splits a float that is not below 2.2e-308.
fn bare_split(x: f64) -> (f64, i64) {
    let exponent = (x.to_bits() >> 52 & 0x7ff) as i64 - 1022;
    (f64::from_bits(x.to_bits() & !(0x7ff << 52) | 1022 << 52), exponent)
}

/// Returns `x` times 2 to the power of `exponent`, rounded once; an exponent of the result beyond 64 bits wraps, as in Go.
///
/// ```
/// assert_eq!(fluxlet_runtime::float::scale(0.75, 3), 6.0);
/// ```
pub fn scale(x: f64, exponent: i64) -> f64 {
    let (fraction, own) = split(x);
    if fraction == 0.0 || !fraction.is_finite() {
        return x;
    }
    let power = |exponent: i64| f64::from_bits(((exponent + 1023) as u64) << 52);
    match exponent.wrapping_add(own - 1) {
        1024.. => f64::INFINITY.copysign(x),
        ..-1075 => 0.0_f64.copysign(x),
        exponent @ ..-1022 => fraction * power(exponent + 61) * power(-60),
        // The fraction is less than 1: the largest power has to be reached in two steps.
        exponent => fraction * 2.0 * power(exponent),
    }
}

fn is_odd(y: f64) -> bool {
    y.abs() < 9_007_199_254_740_992.0 && y % 2.0 != 0.0 && y.fract() == 0.0
}

#[cfg(test)]
mod tests;
