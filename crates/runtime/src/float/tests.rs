//! Values that other libraries give another last digit.

use super::{exp, ln, pow, scale, split};

#[test]
fn digits() {
    for (found, expected) in [
        (exp(1.0), std::f64::consts::E),
        (exp(-1.5), 0.22313016014842982),
        (ln(10.0), std::f64::consts::LN_10),
        (pow(2.0, 10.5), 1448.1546878700492),
        (pow(1.5, -7.25), 0.05288571397442164),
    ] {
        assert_eq!(found.to_bits(), f64::to_bits(expected), "{found} {expected}");
    }
}

#[test]
fn edges() {
    for (found, expected) in [
        (exp(f64::NEG_INFINITY), 0.0),
        (exp(709.8), f64::INFINITY),
        (ln(0.0), f64::NEG_INFINITY),
        (pow(-1.0, f64::INFINITY), 1.0),
        (pow(-0.0, -3.0), f64::NEG_INFINITY),
        (pow(f64::NEG_INFINITY, 3.0), f64::NEG_INFINITY),
        (pow(f64::NEG_INFINITY, -3.0), -0.0),
        (pow(0.5, 1e300), 0.0),
        (scale(0.75, -1074), 5e-324),
        (scale(1.0, 1024), f64::INFINITY),
        (scale(0.5, 1024), f64::from_bits(0x7fe0_0000_0000_0000)),
    ] {
        assert_eq!(found.to_bits(), f64::to_bits(expected), "{found} {expected}");
    }
    assert!(pow(-8.0, 1.0 / 3.0).is_nan());
    assert!(ln(-1.0).is_nan());
    assert_eq!(split(5e-324), (0.5, -1073));
}
