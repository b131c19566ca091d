//! Takes whole turns off an angle.

use std::f64::consts::FRAC_PI_4;

/// From here on the multiples of pi need more digits than three floats hold.
const LARGE: f64 = (1_u64 << 29) as f64;

/// The bits of 4/pi; the first word is the whole part.
const FOUR_BY_PI: [u64; 20] = [
    0x0000_0000_0000_0001,
    0x45f3_06dc_9c88_2a53,
    0xf84e_afa3_ea69_bb81,
    0xb6c5_2b32_7887_2083,
    0xfca2_c757_bd77_8ac3,
    0x6e48_dc74_849b_a5c0,
    0x0c92_5dd4_13a3_2439,
    0xfc3b_d639_6253_4e7d,
    0xd104_6bea_5d76_8909,
    0xd338_e04d_68be_fc82,
    0x7323_ac73_06a6_73e9,
    0x3908_bf17_7bf2_5076,
    0x3ff1_2fff_bc0b_301f,
    0xde5e_2316_b414_da3e,
    0xda6c_fd9e_4f96_136e,
    0x9e8c_7ecd_3cbf_d45a,
    0xea4f_758f_d7cb_e2f6,
    0x7a0e_73ef_14a5_25d4,
    0xd7f6_bf62_3f1a_ba10,
    0xac06_608d_f8f6_d757,
];

/// Returns which eighth of a turn a positive angle lies in, odd ones rounded up, and the rest of the angle.
pub(super) fn octant(x: f64) -> (u64, f64) {
    /// A quarter of pi, in three pieces.
    const PIECES: [f64; 3] = [7.853_981_256_484_985e-1, 3.774_894_707_930_798e-8, 2.695_151_429_079_059_5e-15];
    if x >= LARGE {
        return large_octant(x);
    }
    let mut count = (x * (4.0 / std::f64::consts::PI)) as u64;
    count += count & 1;
    let quarters = count as f64;
    let [first, second, third] = PIECES;
    (count & 7, ((x - quarters * first) - quarters * second) - quarters * third)
}

/// The method of Payne and Hanek: multiplies with those bits of 4/pi that matter for so large an angle.
fn large_octant(x: f64) -> (u64, f64) {
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as usize - 1023 - 52;
    let whole = bits & ((1 << 52) - 1) | 1 << 52;
    let (word, shift) = ((exponent + 61) / 64, (exponent + 61) % 64);
    let digits = |index: usize| {
        let at = |index: usize| FOUR_BY_PI.get(index).copied().unwrap_or_default();
        if shift == 0 { at(index) } else { at(index) << shift | at(index + 1) >> (64 - shift) }
    };
    let wide = |index: usize| u128::from(digits(index)) * u128::from(whole);
    let low_word = wide(word + 2) >> 64;
    // Bits above these are whole turns.
    let product = (wide(word) << 64).wrapping_add(wide(word + 1)).wrapping_add(low_word);
    let octant = (product >> 125) as u64;
    let fraction = product << 3;
    let zeros = fraction.leading_zeros();
    let rest = fraction.checked_shl(zeros + 1).unwrap_or_default();
    let mut eighths = f64::from_bits((rest >> 76) as u64 | (1022 - u64::from(zeros)) << 52);
    let mut octant = octant;
    if octant & 1 == 1 {
        octant = (octant + 1) & 7;
        eighths -= 1.0;
    }
    (octant, eighths * FRAC_PI_4)
}
