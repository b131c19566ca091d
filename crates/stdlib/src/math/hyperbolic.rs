//! Hyperbolic functions and their inverses.

use std::f64::consts::LN_2;

use fluxlet_runtime::float::{exp, ln, polynomial};

use super::exponential::log1p;

/// Beyond this, 1 does not count beside the square.
const LARGE: f64 = (1_u64 << 28) as f64;

/// Returns the hyperbolic sine.
pub(super) fn sinh(x: f64) -> f64 {
    const UPPER: [f64; 4] =
        [-630_767.364_049_771_7, -89_912.720_220_395_09, -2_894.211_355_989_564, -26.305_632_133_974_97];
    const LOWER: [f64; 4] = [-630_767.364_049_771_7, 15_215.173_787_900_19, -173.678_953_558_233_7, 1.0];
    let size = x.abs();
    let value = if size > 21.0 {
        exp(size) * 0.5
    } else if size > 0.5 {
        let power = exp(size);
        (power - 1.0 / power) * 0.5
    } else {
        let square = size * size;
        polynomial(square, &UPPER) * size / polynomial(square, &LOWER)
    };
    value.copysign(x)
}

/// Returns the hyperbolic cosine.
pub(super) fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if size > 21.0 {
        return exp(size) * 0.5;
    }
    let power = exp(size);
    (power + 1.0 / power) * 0.5
}

/// Returns the hyperbolic tangent.
pub(super) fn tanh(x: f64) -> f64 {
    const UPPER: [f64; 3] = [-1_614.687_684_417_084_5, -99.287_723_100_191_86, -0.964_399_179_425_052_3];
    const LOWER: [f64; 4] = [4_844.063_053_251_255, 2_235.488_390_601_004_5, 112.811_678_491_632_93, 1.0];
    let size = x.abs();
    if size > 0.5 * 88.029_691_931_113_05 {
        return 1.0_f64.copysign(x);
    }
    if size >= 0.625 {
        return (1.0 - 2.0 / (exp(2.0 * size) + 1.0)).copysign(x);
    }
    if x == 0.0 {
        return x;
    }
    let square = x * x;
    x + x * square * polynomial(square, &UPPER) / polynomial(square, &LOWER)
}

/// Returns the inverse of the hyperbolic sine.
pub(super) fn asinh(x: f64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let size = x.abs();
    let value = if size > LARGE {
        ln(size) + LN_2
    } else if size > 2.0 {
        ln(2.0 * size + 1.0 / ((size * size + 1.0).sqrt() + size))
    } else if size < 1.0 / LARGE {
        size
    } else {
        log1p(size + size * size / (1.0 + (1.0 + size * size).sqrt()))
    };
    value.copysign(x)
}

/// Returns the inverse of the hyperbolic cosine.
pub(super) fn acosh(x: f64) -> f64 {
    if x.is_nan() || x < 1.0 {
        f64::NAN
    } else if x == 1.0 {
        0.0
    } else if x >= LARGE {
        ln(x) + LN_2
    } else if x > 2.0 {
        ln(2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt()))
    } else {
        let more = x - 1.0;
        log1p(more + (2.0 * more + more * more).sqrt())
    }
}

/// Returns the inverse of the hyperbolic tangent.
pub(super) fn atanh(x: f64) -> f64 {
    let size = x.abs();
    if size.is_nan() || size > 1.0 {
        return f64::NAN;
    }
    let value = if size == 1.0 {
        f64::INFINITY
    } else if size < 1.0 / LARGE {
        size
    } else if size < 0.5 {
        let double = size + size;
        0.5 * log1p(double + double * size / (1.0 - size))
    } else {
        0.5 * log1p((size + size) / (1.0 - size))
    };
    value.copysign(x)
}
