//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Nature, Value};

use super::PACKAGE;
use crate::testing::check;

#[test]
fn uints() {
    let two = |name: &str, a: u64, b: u64, expected: &str| {
        check(&PACKAGE, name, &[("a", a.into()), ("b", b.into())], expected);
    };
    two("uand", 12, 10, "8");
    two("uor", 12, 10, "14");
    two("uxor", 12, 10, "6");
    two("uclear", 14, 4, "10");
    two("ulshift", 3, 5, "96");
    two("ulshift", 3, 64, "0");
    two("ulshift", 3, u64::MAX, "0");
    two("urshift", 96, 5, "3");
    two("urshift", u64::MAX, 64, "0");
    check(&PACKAGE, "unot", &[("a", 0_u64.into())], "18446744073709551615");
    let null = [("a", Value::Null(Some(Nature::UInt))), ("b", 1_u64.into())];
    check(&PACKAGE, "uand", &null, "error: argument `a` is null, it must be a uint");
}

#[test]
fn ints() {
    let two = |name: &str, a: i64, b: i64, expected: &str| {
        check(&PACKAGE, name, &[("a", a.into()), ("b", b.into())], expected);
    };
    two("sand", -6, 3, "2");
    two("sor", -6, 3, "-5");
    two("sxor", -6, 3, "-7");
    two("sclear", -6, 3, "-8");
    two("slshift", -6, 3, "-48");
    two("slshift", 1, 63, "-9223372036854775808");
    two("slshift", 1, 64, "0");
    two("slshift", 1, i64::MAX, "0");
    two("srshift", -6, 3, "-1");
    two("srshift", -6, 64, "-1");
    two("srshift", 6, i64::MAX, "0");
    two("srshift", 1, -1, "error: argument `b` must not be negative, found -1");
    two("slshift", 1, -1, "error: argument `b` must not be negative, found -1");
    check(&PACKAGE, "snot", &[("a", (-1_i64).into())], "0");
}
