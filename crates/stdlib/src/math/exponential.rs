//! Powers, roots and logarithms to other bases, by the methods of FDLIBM.

use std::f64::consts::{LN_2, LOG2_E, LOG10_E};

use fluxlet_runtime::float::{LN_2_HIGH, LN_2_LOW, ln, polynomial, scale, split};

/// The smallest float whose neighbours are 2 apart.
const TWO_53: f64 = 9_007_199_254_740_992.0;

/// Returns 2 to the power of `x`.
pub(super) fn exp2(x: f64) -> f64 {
    const SERIES: [f64; 5] = [
        1.0 / 6.0,
        -0.002_777_777_777_701_559_3,
        6.613_756_321_437_934e-5,
        -1.653_390_220_546_525_2e-6,
        4.138_136_797_057_238_5e-8,
    ];
    if x.is_nan() {
        return x;
    }
    if x > 1_023.999_999_999_999_9 {
        return f64::INFINITY;
    }
    if x < -1_074.0 {
        return 0.0;
    }
    let power = if x > 0.0 { (x + 0.5) as i64 } else { (x - 0.5) as i64 };
    let rest = x - power as f64;
    let (high, low) = (rest * LN_2_HIGH, -rest * LN_2_LOW);
    let rest = high - low;
    let square = rest * rest;
    let c = rest - square * polynomial(square, &SERIES);
    scale(1.0 - ((low - (rest * c) / (2.0 - c)) - high), power)
}

/// Returns the exponential less 1.
pub(super) fn expm1(x: f64) -> f64 {
    const SERIES: [f64; 6] = [
        1.0,
        -0.033_333_333_333_333_13,
        0.001_587_301_587_254_814_6,
        -7.936_507_578_674_88e-5,
        4.008_217_827_329_362e-6,
        -2.010_992_181_836_243_7e-7,
    ];
    let size = x.abs();
    if size >= 38.816_242_111_356_94 {
        if x < 0.0 {
            return -1.0;
        }
        if size >= 709.782_712_893_384 {
            return f64::INFINITY;
        }
    }
    if size.is_nan() || size < 1.0 / (1_u64 << 54) as f64 {
        return x;
    }
    let (mut rest, mut lost, mut power) = (x, 0.0, 0_i64);
    if size > 0.5 * LN_2 {
        power = match () {
            () if size < 1.5 * LN_2 => {
                if x < 0.0 {
                    -1
                } else {
                    1
                }
            }
            () => (LOG2_E * x + 0.5_f64.copysign(x)) as i64,
        };
        let (high, low) = (x - power as f64 * LN_2_HIGH, power as f64 * LN_2_LOW);
        rest = high - low;
        lost = (high - rest) - low;
    }
    let x = rest;
    let half = 0.5 * x;
    let half_square = x * half;
    let series = polynomial(half_square, &SERIES);
    let t = 3.0 - series * half;
    let e = half_square * ((series - t) / (6.0 - x * t));
    if power == 0 {
        return x - (x * e - half_square);
    }
    let e = x * (e - lost) - lost - half_square;
    let shifted = |y: f64| f64::from_bits(y.to_bits().wrapping_add((power as u64) << 52));
    match power {
        -1 => 0.5 * (x - e) - 0.5,
        1 if x < -0.25 => -2.0 * (e - (x + 0.5)),
        1 => 1.0 + 2.0 * (x - e),
        ..=-2 | 57.. => shifted(1.0 - (e - x)) - 1.0,
        power @ ..20 => shifted((1.0 - scale(1.0, -power)) - (e - x)),
        power => shifted(x - (e + scale(1.0, -power)) + 1.0),
    }
}

/// Returns the natural logarithm of 1 and `x`.
pub(super) fn log1p(x: f64) -> f64 {
    const SERIES: [f64; 8] = [
        0.0,
        0.666_666_666_666_673_5,
        0.399_999_999_994_094_2,
        0.285_714_287_436_623_9,
        0.222_221_984_321_497_84,
        0.181_835_721_616_180_5,
        0.153_138_376_992_093_73,
        0.147_981_986_051_165_86,
    ];
    /// The bits of the fraction of the root of 2.
    const ROOT: u64 = 0x0006_a09e_667f_3bcd;
    const FRACTION: u64 = (1 << 52) - 1;
    if x.is_nan() || x < -1.0 {
        return f64::NAN;
    }
    if x == -1.0 || x == f64::INFINITY {
        return if x < 0.0 { f64::NEG_INFINITY } else { x };
    }
    let size = x.abs();
    if size < 1.0 / (1_u64 << 29) as f64 {
        return if size < 1.0 / (1_u64 << 54) as f64 { x } else { x - x * x * 0.5 };
    }
    let (mut f, mut power, mut lost, mut exact) = (x, 0, 0.0, false);
    if size >= std::f64::consts::SQRT_2 - 1.0 || x <= -0.292_893_218_813_452_5 {
        let sum = if size < TWO_53 { 1.0 + x } else { x };
        let bits = sum.to_bits();
        power = (bits >> 52) as i64 - 1023;
        if size < TWO_53 {
            lost = if power > 0 { 1.0 - (sum - x) } else { x - (sum - 1.0) };
            lost /= sum;
        }
        let fraction = bits & FRACTION;
        let biased = if fraction < ROOT { 1023 } else { 1022 };
        power += i64::from(fraction >= ROOT);
        f = f64::from_bits(fraction | biased << 52) - 1.0;
        // What is left of the fraction has so few bits that the series needs two steps only.
        exact = if fraction < ROOT { fraction == 0 } else { ((1 << 52) - fraction) >> 2 == 0 };
    }
    let half_square = 0.5 * f * f;
    let k = power as f64;
    if exact {
        if f == 0.0 {
            return if power == 0 { 0.0 } else { k * LN_2_HIGH + (lost + k * LN_2_LOW) };
        }
        let rest = half_square * (1.0 - 0.666_666_666_666_666_7 * f);
        return if power == 0 { f - rest } else { k * LN_2_HIGH - ((rest - (k * LN_2_LOW + lost)) - f) };
    }
    let s = f / (2.0 + f);
    let rest = polynomial(s * s, &SERIES);
    if power == 0 {
        return f - (half_square - s * (half_square + rest));
    }
    k * LN_2_HIGH - ((half_square - (s * (half_square + rest) + (k * LN_2_LOW + lost))) - f)
}

/// Returns the logarithm to the base 2.
pub(super) fn log2(x: f64) -> f64 {
    let (fraction, exponent) = split(x);
    // Powers of two have whole logarithms.
    if fraction == 0.5 {
        return (exponent - 1) as f64;
    }
    ln(fraction) * LOG2_E + exponent as f64
}

/// Returns the logarithm to the base 10.
pub(super) fn log10(x: f64) -> f64 {
    ln(x) * LOG10_E
}

/// Returns the cube root.
pub(super) fn cbrt(x: f64) -> f64 {
    /// What the estimate adds to a third of the bits, for normal and for small floats.
    const ADDED: [u64; 2] = [715_094_163 << 32, 696_219_795 << 32];
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let size = x.abs();
    let mut t = if size < f64::MIN_POSITIVE {
        f64::from_bits(((1_u64 << 54) as f64 * size).to_bits() / 3 + ADDED[1])
    } else {
        f64::from_bits(size.to_bits() / 3 + ADDED[0])
    };
    // To 23 bits, rounded up; then one step of Newton's method.
    let r = t * t / size;
    let s = 19.0 / 35.0 + r * t;
    t *= 5.0 / 14.0 + 45.0 / 28.0 / (s + 99.0 / 70.0 + -864.0 / 1225.0 / s);
    t = f64::from_bits((t.to_bits() & (0xf_ffff_fffc << 28)) + (1 << 30));
    let r = size / (t * t);
    let r = (r - t) / ((t + t) + r);
    (t + t * r).copysign(x)
}

/// Returns the root of the sum of both squares.
pub(super) fn hypot(p: f64, q: f64) -> f64 {
    if p.is_infinite() || q.is_infinite() {
        return f64::INFINITY;
    }
    if p.is_nan() || q.is_nan() {
        return f64::NAN;
    }
    let (large, small) = if p.abs() < q.abs() { (q.abs(), p.abs()) } else { (p.abs(), q.abs()) };
    if large == 0.0 {
        return 0.0;
    }
    let ratio = small / large;
    large * (ratio * ratio + 1.0).sqrt()
}
