//! The error function and its complement, by the method of FDLIBM.

use fluxlet_runtime::float::{exp, polynomial};

/// Below 27/32.
const SMALL_UPPER: [f64; 5] = [
    0.128_379_167_095_512_56,
    -0.325_042_107_247_001_5,
    -0.028_481_749_575_598_51,
    -0.005_770_270_296_489_442,
    -2.376_301_665_665_016_3e-5,
];

const SMALL_LOWER: [f64; 6] = [
    1.0,
    0.397_917_223_959_155_35,
    0.065_022_249_988_767_3,
    0.005_081_306_281_875_766,
    0.000_132_494_738_004_321_64,
    -3.960_228_278_775_368e-6,
];

/// From there to 5/4.
const NEAR_1_UPPER: [f64; 7] = [
    -0.002_362_118_560_752_659_4,
    0.414_856_118_683_748_33,
    -0.372_207_876_035_701_3,
    0.318_346_619_901_161_75,
    -0.110_894_694_282_396_68,
    0.035_478_304_325_618_236,
    -0.002_166_375_594_868_791,
];

const NEAR_1_LOWER: [f64; 7] = [
    1.0,
    0.106_420_880_400_844_23,
    0.540_397_917_702_171,
    0.071_828_654_414_196_27,
    0.126_171_219_808_761_64,
    0.013_637_083_912_029_05,
    0.011_984_499_846_799_107,
];

/// From there to 1/0.35.
const MIDDLE_UPPER: [f64; 8] = [
    -0.009_864_944_034_847_148,
    -0.693_858_572_707_181_8,
    -10.558_626_225_323_291,
    -62.375_332_450_326_006,
    -162.396_669_462_573_47,
    -184.605_092_906_711_04,
    -81.287_435_506_306_6,
    -9.814_329_344_169_145,
];

const MIDDLE_LOWER: [f64; 9] = [
    1.0,
    19.651_271_667_439_257,
    137.657_754_143_519_04,
    434.565_877_475_229_23,
    645.387_271_733_267_9,
    429.008_140_027_567_83,
    108.635_005_541_779_44,
    6.570_249_770_319_282,
    -0.060_424_415_214_858_1,
];

/// Beyond.
const LARGE_UPPER: [f64; 7] = [
    -0.009_864_942_924_700_1,
    -0.799_283_237_680_523,
    -17.757_954_917_754_752,
    -160.636_384_855_821_92,
    -637.566_443_368_389_6,
    -1_025.095_131_611_077_2,
    -483.519_191_608_651_4,
];

const LARGE_LOWER: [f64; 8] = [
    1.0,
    30.338_060_743_482_46,
    325.792_512_996_573_9,
    1_536.729_586_084_437,
    3_199.858_219_508_595_5,
    2_553.050_406_433_164_4,
    474.528_541_206_955_37,
    -22.440_952_446_585_82,
];

/// The error function at 1, to the digits of half a float.
const AT_1: f64 = 0.845_062_911_510_467_5;

/// Returns the error function.
pub(super) fn erf(x: f64) -> f64 {
    /// What the slope at 0 is more than 1.
    const SLOPE: f64 = 0.128_379_167_095_512_6;
    let size = x.abs();
    let value = if size < 0.84375 {
        if size < 2.848_094_538_889_218e-306 {
            // Keeps the digits of small floats.
            0.125 * (8.0 * size + 8.0 * SLOPE * size)
        } else if size < 1.0 / (1_u64 << 28) as f64 {
            size + SLOPE * size
        } else {
            size + size * small(size)
        }
    } else if size < 1.25 {
        AT_1 + near_1(size)
    } else if size >= 6.0 {
        1.0
    } else {
        1.0 - tail(size)
    };
    value.copysign(x)
}

/// Returns 1 less the error function.
pub(super) fn erfc(x: f64) -> f64 {
    let (size, negative) = (x.abs(), x < 0.0);
    if size < 0.84375 {
        let value = if size < 1.0 / (1_u64 << 56) as f64 {
            size
        } else if size < 0.25 {
            size + size * small(size)
        } else {
            0.5 + (size * small(size) + (size - 0.5))
        };
        return if negative { 1.0 + value } else { 1.0 - value };
    }
    if size < 1.25 {
        let more = near_1(size);
        return if negative { 1.0 + AT_1 + more } else { 1.0 - AT_1 - more };
    }
    if size >= 28.0 || negative && size > 6.0 {
        return if negative { 2.0 } else { 0.0 };
    }
    if negative { 2.0 - tail(size) } else { tail(size) }
}

fn small(size: f64) -> f64 {
    let square = size * size;
    polynomial(square, &SMALL_UPPER) / polynomial(square, &SMALL_LOWER)
}

fn near_1(size: f64) -> f64 {
    polynomial(size - 1.0, &NEAR_1_UPPER) / polynomial(size - 1.0, &NEAR_1_LOWER)
}

/// Returns the complement from 5/4 on.
fn tail(size: f64) -> f64 {
    let s = 1.0 / (size * size);
    let quotient = if size < 1.0 / 0.35 {
        polynomial(s, &MIDDLE_UPPER) / polynomial(s, &MIDDLE_LOWER)
    } else {
        polynomial(s, &LARGE_UPPER) / polynomial(s, &LARGE_LOWER)
    };
    // The square of the upper half of the digits is exact.
    let upper = f64::from_bits(size.to_bits() & 0xffff_ffff_0000_0000);
    exp(-upper * upper - 0.5625) * exp((upper - size) * (upper + size) + quotient) / size
}
