//! The gamma function, by the method of Cephes, and its logarithm, by that of FDLIBM.

use std::f64::consts::PI;

use fluxlet_runtime::float::{exp, ln, polynomial, pow};

use super::trigonometry::{cos, sin};

/// The gamma function from 2 to 3.
const GAMMA_UPPER: [f64; 7] = [
    1.0,
    0.494_214_826_801_497_1,
    0.207_448_227_648_435_98,
    0.047_636_780_045_713_72,
    0.010_421_379_756_176_158,
    0.001_191_351_470_065_863_8,
    0.000_160_119_522_476_751_85,
];

const GAMMA_LOWER: [f64; 8] = [
    1.0,
    0.071_430_491_703_027_3,
    -0.234_591_795_718_243_35,
    0.035_823_639_860_549_865,
    0.011_813_978_522_206_043,
    -0.004_456_419_138_517_973,
    0.000_539_605_580_493_303_4,
    -2.315_818_733_241_201_4e-5,
];

/// Stirling's series, in 1/x.
const STIRLING: [f64; 6] = [
    1.0,
    0.083_333_333_333_348_22,
    0.003_472_222_216_054_586_6,
    -0.002_681_326_178_057_812_4,
    -0.000_229_549_961_613_378_13,
    0.000_787_311_395_793_093_7,
];

/// The logarithm near 2.
const NEAR_2_EVEN: [f64; 6] = [
    0.077_215_664_901_532_87,
    0.067_352_301_053_129_27,
    0.007_385_550_860_814_029,
    0.001_192_707_631_833_620_7,
    0.000_220_862_790_713_908_39,
    2.521_445_654_512_573_3e-5,
];

const NEAR_2_ODD: [f64; 6] = [
    0.322_467_033_424_113_6,
    0.020_580_808_432_516_733,
    0.002_890_513_836_734_156_3,
    0.000_510_069_792_153_511_3,
    0.000_108_011_567_247_583_94,
    4.486_409_496_189_151_6e-5,
];

/// The logarithm near its least value, by thirds.
const NEAR_LEAST: [f64; 5] = [
    0.483_836_122_723_810_05,
    -0.032_788_541_075_985_965,
    0.006_100_538_702_462_913,
    -0.001_403_464_699_892_328_4,
    0.000_315_632_070_903_625_95,
];

const NEAR_LEAST_1: [f64; 5] = [
    -0.147_587_722_994_593_9,
    0.017_970_675_081_182_04,
    -0.003_684_520_167_811_382_6,
    0.000_881_081_882_437_654,
    -0.000_312_754_168_375_120_86,
];

const NEAR_LEAST_2: [f64; 5] = [
    0.064_624_940_239_133_39,
    -0.010_314_224_129_834_144,
    0.002_259_647_809_006_124_7,
    -0.000_538_595_305_356_740_5,
    0.000_335_529_192_635_519_1,
];

/// The logarithm near 1.
const NEAR_1_UPPER: [f64; 7] = [
    0.0,
    -0.077_215_664_901_532_87,
    0.632_827_064_025_093_4,
    1.454_922_501_372_347_7,
    0.977_717_527_963_372_7,
    0.228_963_728_064_692_45,
    0.013_381_091_853_678_766,
];

const NEAR_1_LOWER: [f64; 6] = [
    1.0,
    2.455_977_937_130_411_3,
    2.128_489_763_798_934,
    0.769_285_150_456_672_8,
    0.104_222_645_593_369_13,
    0.003_217_092_422_824_239,
];

/// The logarithm from 2 to 3.
const MIDDLE_UPPER: [f64; 8] = [
    0.0,
    -0.077_215_664_901_532_87,
    0.214_982_415_960_608_85,
    0.325_778_796_408_931,
    0.146_350_472_652_464_45,
    0.026_642_270_303_363_86,
    0.001_840_284_514_073_377_2,
    3.194_753_265_841_009e-5,
];

const MIDDLE_LOWER: [f64; 7] = [
    1.0,
    1.392_005_334_676_210_5,
    0.721_935_547_567_138_1,
    0.171_933_865_632_803_08,
    0.018_645_919_171_565_29,
    0.000_777_942_496_381_893_6,
    7.326_684_307_446_256e-6,
];

/// The rest of the series of the logarithm beyond 8, in 1/x squared.
const LARGE: [f64; 6] = [
    0.083_333_333_333_332_97,
    -0.002_777_777_777_287_755_4,
    0.000_793_650_558_643_019_6,
    -0.000_595_187_557_450_34,
    0.000_836_339_918_996_282_1,
    -0.001_630_929_340_965_752_7,
];

const LARGE_CONSTANT: f64 = 0.418_938_533_204_672_7;

/// Where the logarithm is least, the value there, and what its float lacks.
const LEAST_AT: f64 = 1.461_632_144_968_362_2;
const LEAST: f64 = -0.121_486_290_535_849_61;
const LEAST_REST: f64 = -3.638_676_997_039_505e-18;

/// Returns the gamma function; NaN at whole numbers below zero.
pub(super) fn gamma(x: f64) -> f64 {
    if x.is_nan() || x == f64::NEG_INFINITY || x < 0.0 && x.fract() == 0.0 {
        return f64::NAN;
    }
    if x == f64::INFINITY || x == 0.0 {
        return f64::INFINITY.copysign(x);
    }
    let size = x.abs();
    if size > 33.0 {
        let (first, second) = stirling(size);
        return if x > 0.0 { first * second } else { reflected(size, first, second) };
    }
    let (mut x, mut product) = (x, 1.0);
    while x >= 3.0 {
        x -= 1.0;
        product *= x;
    }
    while x < 2.0 {
        if x > -1e-9 && x < 1e-9 {
            const EULER: f64 = 0.577_215_664_901_532_9;
            return product / ((1.0 + EULER * x) * x);
        }
        product /= x;
        x += 1.0;
    }
    if x == 2.0 {
        return product;
    }
    product * polynomial(x - 2.0, &GAMMA_UPPER) / polynomial(x - 2.0, &GAMMA_LOWER)
}

/// Returns the gamma function of a large number as two factors, as it may be too large for one float.
fn stirling(x: f64) -> (f64, f64) {
    const ROOT_2_PI: f64 = 2.506_628_274_631_000_7;
    /// Beyond this the power is too large for one float.
    const LARGEST: f64 = 143.01608;
    if x > 200.0 {
        return (f64::INFINITY, 1.0);
    }
    let w = 1.0 / x;
    let series = polynomial(w, &STIRLING);
    let (first, second) = if x > LARGEST {
        let root = pow(x, 0.5 * x - 0.25);
        (root, root / exp(x))
    } else {
        (pow(x, x - 0.5) / exp(x), 1.0)
    };
    (first, ROOT_2_PI * series * second)
}

/// Returns the gamma function of `-size` from the factors of that of `size`.
fn reflected(size: f64, first: f64, second: f64) -> f64 {
    let whole = size.floor();
    let sign = if whole % 2.0 == 0.0 { -1.0 } else { 1.0 };
    let mut rest = size - whole;
    if rest > 0.5 {
        rest = size - (whole + 1.0);
    }
    let sine = (size * sin(PI * rest)).abs();
    if sine == 0.0 {
        return f64::INFINITY * sign;
    }
    let product = sine * first * second;
    sign * if product.is_infinite() { PI / sine / first / second } else { PI / product }
}

/// Returns the logarithm of the absolute value of the gamma function, and its sign.
pub(super) fn lgamma(x: f64) -> (f64, i64) {
    if x.is_nan() || x == f64::INFINITY {
        return (x, 1);
    }
    if x == f64::NEG_INFINITY {
        return (x, 1);
    }
    let size = x.abs();
    if size == 0.0 {
        return (f64::INFINITY, 1);
    }
    if size < 1.0 / (1_u128 << 70) as f64 {
        return (-ln(size), if x < 0.0 { -1 } else { 1 });
    }
    if x > 0.0 {
        return (positive(x), 1);
    }
    if size >= (1_u64 << 52) as f64 {
        return (f64::INFINITY, 1);
    }
    let sine = sin_pi(size);
    if sine == 0.0 {
        return (f64::INFINITY, 1);
    }
    let value = ln(PI / (sine * size).abs()) - positive(size);
    (value, if sine < 0.0 { -1 } else { 1 })
}

fn positive(x: f64) -> f64 {
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    if x < 2.0 {
        // Below 0.9 the function is that of one more, less a logarithm.
        let (log, one_less) = if x <= 0.9 { (-ln(x), x) } else { (0.0, x - 1.0) };
        return if one_less >= LEAST_AT - 1.0 + 0.27 {
            let y = if x <= 0.9 { 1.0 - x } else { 2.0 - x };
            let square = y * y;
            let (even, odd) = (polynomial(square, &NEAR_2_EVEN), square * polynomial(square, &NEAR_2_ODD));
            log + ((y * even + odd) - 0.5 * y)
        } else if one_less >= LEAST_AT - 1.0 - 0.27 {
            let y = if x <= 0.9 { x - (LEAST_AT - 1.0) } else { x - LEAST_AT };
            let square = y * y;
            let cube = square * y;
            let [first, second, third] = [&NEAR_LEAST, &NEAR_LEAST_1, &NEAR_LEAST_2].map(|part| polynomial(cube, part));
            log + (LEAST + (square * first - (LEAST_REST - cube * (second + y * third))))
        } else {
            let y = one_less;
            log + (-0.5 * y + polynomial(y, &NEAR_1_UPPER) / polynomial(y, &NEAR_1_LOWER))
        };
    }
    if x < 8.0 {
        let whole = x.trunc();
        let y = x - whole;
        let value = 0.5 * y + polynomial(y, &MIDDLE_UPPER) / polynomial(y, &MIDDLE_LOWER);
        let factors = (2..whole as i64).rev().map(|factor| y + factor as f64);
        let product = factors.reduce(|product, factor| product * factor);
        return product.map_or(value, |product| value + ln(product));
    }
    if x < (1_u64 << 58) as f64 {
        let (log, inverse) = (ln(x), 1.0 / x);
        let rest = LARGE_CONSTANT + inverse * polynomial(inverse * inverse, &LARGE);
        return (x - 0.5) * (log - 1.0) + rest;
    }
    x * (ln(x) - 1.0)
}

/// Returns the sine of `x` times pi with the other sign.
fn sin_pi(x: f64) -> f64 {
    if x < 0.25 {
        return -sin(PI * x);
    }
    if x.fract() == 0.0 {
        return 0.0;
    }
    let x = x % 2.0;
    -match (x * 4.0) as i64 {
        0 => sin(PI * x),
        1 | 2 => cos(PI * (0.5 - x)),
        3 | 4 => sin(PI * (1.0 - x)),
        5 | 6 => -cos(PI * (x - 1.5)),
        _ => sin(PI * (x - 2.0)),
    }
}
