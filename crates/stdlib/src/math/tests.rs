//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Nature, Value};

use super::PACKAGE;
use crate::testing::{call, check};

/// Checks a function of `x` to the last digits: libraries differ in them.
fn near(name: &str, named: &[(&str, Value)], expected: f64) {
    let Ok(Value::Float(found)) = call(&PACKAGE, name, named) else { panic!("{name} gives no float") };
    let difference = (found - expected).abs();
    assert!(difference <= 4.0 * f64::EPSILON * expected.abs(), "{name}{named:?} is {found}, not {expected}");
}

#[test]
fn constants() {
    for (name, expected) in [
        ("pi", "3.141592653589793"),
        ("e", "2.718281828459045"),
        ("phi", "1.618033988749895"),
        ("sqrt2", "1.4142135623730951"),
        ("sqrte", "1.6487212707001282"),
        ("sqrtpi", "1.772453850905516"),
        ("sqrtphi", "1.272019649514069"),
        ("ln2", "0.6931471805599453"),
        ("log2e", "1.4426950408889634"),
        ("ln10", "2.302585092994046"),
        ("log10e", "0.4342944819032518"),
        ("maxfloat", "1.7976931348623157e+308"),
        ("smallestNonzeroFloat", "5e-324"),
        ("maxint", "9223372036854775807"),
        ("minint", "-9223372036854775808"),
        ("maxuint", "18446744073709551615"),
    ] {
        check(&PACKAGE, name, &[], expected);
    }
}

#[test]
fn one_argument() {
    for (name, x, expected) in [
        ("acos", 0.5, 1.0471975511965976),
        ("acosh", 2.0, 1.3169578969248166),
        ("atan", 0.75, 0.6435011087932844),
        ("cos", 1.0, 0.5403023058681398),
        ("erf", 0.6, 0.6038560908479259),
        ("erfinv", 0.9, 1.1630871536766738),
        ("erfinv", -0.25, -0.22531205501217805),
        ("erfcinv", 0.4, 0.5951160814499948),
        ("erfcinv", 1.9, -1.1630871536766736),
        ("erfcinv", 0.0001, 2.75106390571208),
        ("exp2", 10.5, 1448.1546878700492),
        ("expm1", 1e-10, 1.00000000005e-10),
        ("gamma", 0.5, 1.7724538509055159),
        ("gamma", 10.0, 362880.0),
        ("log1p", 1e-11, 9.999999999949999e-12),
        ("sin", 0.5, 0.479425538604203),
        ("sinh", 1.25, 1.6019190803008256),
        ("tan", 1.0, 1.557407724654902),
        ("y0", 1.5, 0.3824489237977589),
        ("j0", 1.5, 0.5118276717359181),
    ] {
        near(name, &[("x", x.into())], expected);
    }
    for (name, x, expected) in [
        ("acos", 1.5, "NaN"),
        ("atanh", 1.0, "+Inf"),
        ("cosh", 1000.0, "+Inf"),
        ("erfinv", 1.0, "+Inf"),
        ("erfinv", -1.0, "-Inf"),
        ("erfinv", 1.5, "NaN"),
        ("erfcinv", 0.0, "+Inf"),
        ("erfcinv", 2.0, "-Inf"),
        ("erfcinv", -0.1, "NaN"),
        ("exp", 710.0, "+Inf"),
        ("floor", -1.2, "-2"),
        ("gamma", -2.0, "NaN"),
        ("log", -1.0, "NaN"),
        ("log10", 1000.0, "3"),
        ("log2", 8.0, "3"),
        ("logb", 1000.0, "9"),
        ("logb", 0.0, "-Inf"),
        ("logb", f64::NEG_INFINITY, "+Inf"),
        ("round", -2.5, "-3"),
        ("round", -0.5, "-1"),
        ("roundtoeven", 2.5, "2"),
        ("sqrt", 2.0, "1.4142135623730951"),
        ("tanh", 50.0, "1"),
        ("trunc", -0.9, "-0"),
        ("y0", 0.0, "-Inf"),
        ("ilogb", 1000.0, "9"),
        ("ilogb", 0.0, "-2147483648"),
        ("ilogb", f64::NAN, "2147483647"),
        ("signbit", -0.0, "true"),
        ("lgamma", -3.0, "{lgamma: +Inf, sign: 1}"),
        ("lgamma", f64::NEG_INFINITY, "{lgamma: -Inf, sign: 1}"),
        ("lgamma", -0.5, "{lgamma: 1.2655121234846454, sign: -1}"),
        ("sincos", 0.0, "{cos: 1, sin: 0}"),
    ] {
        check(&PACKAGE, name, &[("x", x.into())], expected);
    }
}

#[test]
fn parts_of_floats() {
    for (name, value, expected) in [
        ("frexp", -0.09375, "{exp: -3, frac: -0.75}"),
        ("frexp", 0.0, "{exp: 0, frac: 0}"),
        ("frexp", f64::INFINITY, "{exp: 0, frac: +Inf}"),
        ("modf", -3.75, "{frac: -0.75, int: -3}"),
        ("modf", -3.0, "{frac: -0, int: -3}"),
        ("modf", f64::INFINITY, "{frac: NaN, int: +Inf}"),
        ("float64bits", -0.0, "9223372036854775808"),
        ("isNaN", f64::NAN, "true"),
    ] {
        check(&PACKAGE, name, &[("f", value.into())], expected);
    }
    check(&PACKAGE, "float64frombits", &[("b", 9_218_868_437_227_405_312_u64.into())], "+Inf");
    let ldexp = |fraction: f64, exponent: i64, expected: &str| {
        check(&PACKAGE, "ldexp", &[("frac", fraction.into()), ("exp", exponent.into())], expected);
    };
    ldexp(0.75, 4, "12");
    ldexp(0.5, -1074, "0");
    ldexp(0.5, i64::MIN, "+Inf");
    ldexp(1.0, i64::MIN, "0");
    ldexp(-0.5, i64::MAX, "-Inf");
}

#[test]
fn two_arguments() {
    for (name, x, y, expected) in [
        ("copysign", 3.5, -0.1, "-3.5"),
        ("dim", f64::INFINITY, f64::INFINITY, "NaN"),
        ("dim", 1.0, f64::NAN, "NaN"),
        ("dim", 3.0, 5.0, "0"),
        ("mMax", 1.5, -9.0, "1.5"),
        ("mMax", f64::INFINITY, f64::NAN, "+Inf"),
        ("mMax", 1.0, f64::NAN, "NaN"),
        ("mMax", 0.0, -0.0, "0"),
        ("mMin", 1.5, -9.0, "-9"),
        ("mMin", 1.0, f64::NAN, "NaN"),
        ("mMin", f64::NEG_INFINITY, f64::NAN, "-Inf"),
        ("mMin", 0.0, -0.0, "-0"),
        ("mod", 1.0, 0.0, "NaN"),
        ("mod", 1.0, f64::INFINITY, "1"),
        ("mod", -7.5, 2.0, "-1.5"),
        ("nextafter", 3.0, 3.0, "3"),
        ("nextafter", 1.0, 2.0, "1.0000000000000002"),
        ("pow", 2.0, 0.5, "1.4142135623730951"),
        ("pow", -8.0, 0.3333333333, "NaN"),
        ("pow", 0.0, 0.0, "1"),
        ("remainder", 5.0, 0.0, "NaN"),
        ("remainder", 7.5, 2.0, "-0.5"),
        ("atan2", -1.0, 1.0, "2.356194490192345"),
    ] {
        check(&PACKAGE, name, &[("x", x.into()), ("y", y.into())], expected);
    }
    near("hypot", &[("p", 3e200.into()), ("q", 4e200.into())], 5e200);
}

#[test]
fn whole_numbers() {
    let pow10 = |n: i64, expected: &str| check(&PACKAGE, "pow10", &[("n", n.into())], expected);
    pow10(3, "1000");
    pow10(308, "1e+308");
    pow10(309, "+Inf");
    pow10(-323, "1e-323");
    pow10(-324, "0");
    pow10(i64::MIN, "0");
    let infinity = |sign: i64, expected: &str| check(&PACKAGE, "mInf", &[("sign", sign.into())], expected);
    infinity(0, "+Inf");
    infinity(-7, "-Inf");
    let is_inf = |value: f64, sign: i64, expected: &str| {
        check(&PACKAGE, "isInf", &[("f", value.into()), ("sign", sign.into())], expected);
    };
    is_inf(f64::INFINITY, -1, "false");
    is_inf(f64::INFINITY, 1, "true");
    is_inf(f64::NEG_INFINITY, 0, "true");
    is_inf(1.0, 0, "false");
    check(&PACKAGE, "NaN", &[], "NaN");
    let bessel = |n: i64| [("n", Value::from(n)), ("x", 1.5.into())];
    near("jn", &bessel(-3), -0.06096395114113963);
    near("yn", &bessel(2), -0.9321937597629739);
    near("yn", &bessel(-3), 2.0735413990606855);
    let error = "error: argument `n` must lie between -1000000 and 1000000, found 2000000000";
    check(&PACKAGE, "jn", &bessel(2_000_000_000), error);
}

#[test]
fn nulls() {
    let float = || Value::Null(Some(Nature::Float));
    let result = call(&PACKAGE, "signbit", &[("x", float())]).expect("a null");
    assert!(result.is_null());
    assert_eq!(result.nature_name(), "bool");
    check(&PACKAGE, "pow", &[("x", float()), ("y", 2.0.into())], "<null>");
    check(&PACKAGE, "jn", &[("n", Value::Null(Some(Nature::Int))), ("x", 2.0.into())], "<null>");
    check(&PACKAGE, "frexp", &[("f", float())], "error: frexp does not support null values");
    check(&PACKAGE, "abs", &[("x", 1_i64.into())], "error: argument `x` must be a float, found int");
}
