//! Sine and its kin, and their inverses, by the methods of Cephes.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

use fluxlet_runtime::float::polynomial;

use super::reduction::octant;

const SIN: [f64; 6] = [
    -0.166_666_666_666_666_3,
    0.008_333_333_333_322_118,
    -0.000_198_412_698_295_895_4,
    2.755_731_362_138_572_4e-6,
    -2.505_074_776_285_780_7e-8,
    1.589_623_015_765_465_6e-10,
];

const COS: [f64; 6] = [
    0.041_666_666_666_666_595,
    -0.001_388_888_888_887_305_6,
    2.480_158_728_885_170_5e-5,
    -2.755_731_417_929_674e-7,
    2.087_570_084_197_473e-9,
    -1.135_853_652_138_768_2e-11,
];

/// Returns the sine.
pub(crate) fn sin(x: f64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return if x == 0.0 { x } else { f64::NAN };
    }
    let (octant, rest) = octant(x.abs());
    let value = if matches!(octant & 3, 1 | 2) { near_cos(rest) } else { near_sin(rest) };
    if (octant > 3) != (x < 0.0) { -value } else { value }
}

/// Returns the cosine.
pub(crate) fn cos(x: f64) -> f64 {
    if !x.is_finite() {
        return f64::NAN;
    }
    let (octant, rest) = octant(x.abs());
    let value = if matches!(octant & 3, 1 | 2) { near_sin(rest) } else { near_cos(rest) };
    if (octant > 3) != (octant & 3 > 1) { -value } else { value }
}

/// Returns the tangent.
pub(crate) fn tan(x: f64) -> f64 {
    const UPPER: [f64; 3] = [-17_956_525.197_648_488, 1_153_516.648_385_874_2, -13_093.693_918_138_379];
    const LOWER: [f64; 5] =
        [-53_869_575.592_945_464, 25_008_380.182_335_79, -1_320_892.344_402_109_7, 13_681.296_347_069_295, 1.0];
    if x == 0.0 || !x.is_finite() {
        return if x == 0.0 { x } else { f64::NAN };
    }
    let (octant, rest) = octant(x.abs());
    let square = rest * rest;
    let mut value = rest;
    if square > 1e-14 {
        value = rest + rest * (square * polynomial(square, &UPPER) / polynomial(square, &LOWER));
    }
    if octant & 2 == 2 {
        value = -1.0 / value;
    }
    if x < 0.0 { -value } else { value }
}

/// Returns the angle whose sine is `x`.
pub(crate) fn asin(x: f64) -> f64 {
    if x == 0.0 {
        return x;
    }
    let size = x.abs();
    if size.is_nan() || size > 1.0 {
        return f64::NAN;
    }
    let other = (1.0 - size * size).sqrt();
    let angle = if size > 0.7 { FRAC_PI_2 - positive_atan(other / size) } else { positive_atan(size / other) };
    angle.copysign(x)
}

/// Returns the angle whose cosine is `x`.
pub(crate) fn acos(x: f64) -> f64 {
    FRAC_PI_2 - asin(x)
}

/// Returns the angle whose tangent is `x`.
pub(crate) fn atan(x: f64) -> f64 {
    if x == 0.0 { x } else { positive_atan(x.abs()).copysign(x) }
}

/// Returns the angle of the point (`x`, `y`).
pub(crate) fn atan2(y: f64, x: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if y == 0.0 {
        return if x.is_sign_negative() { PI.copysign(y) } else { y };
    }
    if x == 0.0 {
        return FRAC_PI_2.copysign(y);
    }
    if x.is_infinite() {
        let angle = match (x > 0.0, y.is_infinite()) {
            (true, true) => FRAC_PI_4,
            (true, false) => 0.0,
            (false, true) => 3.0 * FRAC_PI_4,
            (false, false) => PI,
        };
        return angle.copysign(y);
    }
    if y.is_infinite() {
        return FRAC_PI_2.copysign(y);
    }
    let angle = atan(y / x);
    if x >= 0.0 {
        angle
    } else if angle <= 0.0 {
        angle + PI
    } else {
        angle - PI
    }
}

/// Returns the sine of an angle up to a quarter of pi.
fn near_sin(x: f64) -> f64 {
    let square = x * x;
    x + x * square * polynomial(square, &SIN)
}

/// Returns the cosine of an angle up to a quarter of pi.
fn near_cos(x: f64) -> f64 {
    let square = x * x;
    1.0 - 0.5 * square + square * square * polynomial(square, &COS)
}

fn positive_atan(x: f64) -> f64 {
    /// What half of pi is more than its float.
    const MORE: f64 = 6.123_233_995_736_766e-17;
    /// The tangent of three eighths of pi.
    const TAN_3_PI_8: f64 = 2.414_213_562_373_095;
    if x <= 0.66 {
        near_atan(x)
    } else if x > TAN_3_PI_8 {
        FRAC_PI_2 - near_atan(1.0 / x) + MORE
    } else {
        FRAC_PI_4 + near_atan((x - 1.0) / (x + 1.0)) + 0.5 * MORE
    }
}

/// Returns the angle of a tangent of at most 0.66.
fn near_atan(x: f64) -> f64 {
    const UPPER: [f64; 5] = [
        -64.850_219_049_420_25,
        -122.886_668_449_013_61,
        -75.008_557_923_147_05,
        -16.157_537_187_333_652,
        -0.875_060_860_003_190_4,
    ];
    const LOWER: [f64; 6] = [
        194.550_657_148_261_4,
        485.390_399_635_913_7,
        432.881_060_491_290_27,
        165.027_009_831_698_85,
        24.858_464_901_423_062,
        1.0,
    ];
    let square = x * x;
    x * (square * polynomial(square, &UPPER) / polynomial(square, &LOWER)) + x
}
