//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Duration, Nature, Record, Time, Value};

use super::PACKAGE;
use crate::testing::{array, bytes, call, check, check_exhausted, duration, run, shown, time};

fn convert(name: &str, value: impl Into<Value>, expected: &str) {
    check(&PACKAGE, name, &[("v", value.into())], expected);
}

#[test]
fn to_bool() {
    convert("bool", "true", "true");
    convert("bool", 0_i64, "false");
    convert("bool", 1_u64, "true");
    convert("bool", -0.0, "false");
    convert("bool", "True", "error: cannot convert string \"True\" to bool");
    convert("bool", -12_i64, "error: cannot convert int -12 to bool, must be 0 or 1");
    convert("bool", 2_u64, "error: cannot convert uint 2 to bool, must be 0 or 1");
    convert("bool", -2.75, "error: cannot convert float -2.750000 to bool, must be 0 or 1");
    convert("bool", f64::NAN, "error: cannot convert float NaN to bool, must be 0 or 1");
    convert("bool", f64::NEG_INFINITY, "error: cannot convert float -Inf to bool, must be 0 or 1");
    convert("bool", duration("1y2mo"), "error: cannot convert duration to bool");
    convert("bool", Record::from([("a", 1_i64.into())]), "error: cannot convert {a: int} to bool");
    convert("bool", Value::Null(Some(Nature::Int)), "<null>");
}

#[test]
fn to_int_and_uint() {
    for (text, expected) in [
        ("007", "7"),
        ("+5", "5"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("", "error: cannot convert string \"\" to int due to invalid syntax"),
        ("0x2A", "error: cannot convert string \"0x2A\" to int due to invalid syntax"),
        ("1_000", "error: cannot convert string \"1_000\" to int due to invalid syntax"),
        ("٣", "error: cannot convert string \"٣\" to int due to invalid syntax"),
        ("9223372036854775808", "error: cannot convert string \"9223372036854775808\" to int due to invalid syntax"),
    ] {
        convert("int", text, expected);
    }
    convert("int", -2.75, "-2");
    convert("int", u64::MAX, "-1");
    convert("int", 9_223_372_036_854_775_808.0, "-9223372036854775808");
    convert("int", f64::NAN, "-9223372036854775808");
    convert("int", true, "1");
    convert("int", duration("-36h"), "-129600000000000");
    convert("int", duration("1mo"), "2629800000000000");
    convert("int", time("1969-12-31T23:59:59Z"), "-1000000000");
    convert("int", bytes("12"), "error: cannot convert bytes to int");
    convert("int", array([1_i64]), "error: cannot convert [int] to int");
    convert("int", Value::NULL, "<null>");
    convert("uint", "42", "42");
    convert("uint", "-1", "error: cannot convert string \"-1\" to uint due to invalid syntax");
    convert("uint", "+1", "error: cannot convert string \"+1\" to uint due to invalid syntax");
    convert("uint", -12_i64, "18446744073709551604");
    for (float, expected) in [
        (3.99, "3"),
        (-1.5, "18446744073709551615"),
        (1.8e19, "18000000000000000000"),
        (f64::INFINITY, "9223372036854775808"),
        (f64::NEG_INFINITY, "9223372036854775808"),
        (f64::NAN, "9223372036854775808"),
        (1e300, "9223372036854775808"),
        (-1e18, "17446744073709551616"),
    ] {
        convert("uint", float, expected);
    }
}

#[test]
fn to_float() {
    for (text, expected) in [
        ("1e3", "1000"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+.5", "0.5"),
        ("-0", "-0"),
        ("Inf", "+Inf"),
        ("-inf", "-Inf"),
        ("+Infinity", "+Inf"),
        ("NAN", "NaN"),
        ("1_000.5", "1000.5"),
        ("0_1", "1"),
        ("1e1_0", "1e+10"),
        ("0x1p4", "16"),
        ("0X1p3", "8"),
        ("+0x1p1", "2"),
        ("0x_1p-2", "0.25"),
        ("0x1.8p1", "3"),
        ("0x1p-1_0", "0.0009765625"),
        ("0x1p-1074", "5e-324"),
        ("0x1p-1075", "0"),
        ("0x1.8p-1075", "5e-324"),
        ("0x3p-1075", "1e-323"),
        ("0x1.fffffffffffffp1023", "1.7976931348623157e+308"),
        ("0x1.00000000000008p0", "1"),
        ("0x1.000000000000080000000001p0", "1.0000000000000002"),
        ("0x1.00000000000018p0", "1.0000000000000004"),
        ("0x0.fffffffffffffp-1022", "2.225073858507201e-308"),
        ("0x0.fffffffffffff8p-1022", "2.2250738585072014e-308"),
        ("0x0p999999999999999999999", "0"),
        ("1e-400", "0"),
        ("1e-9999999999999", "0"),
        ("0e99999999999", "0"),
        ("0.1000000000000000055511151231257827", "0.1"),
    ] {
        convert("float", text, expected);
    }
    for text in [
        "",
        "-NaN",
        "+nan",
        "0x10",
        "1e400",
        "0x1p1024",
        "0x1.fffffffffffff8p1023",
        "_1",
        "1_",
        "1__0",
        "1._5",
        "1_e5",
        "0x1p_2",
        "0_x1p1",
        "0b1p1",
        "1e",
        "e5",
        ".",
        "0x.p1",
        "infi",
        "_",
        " 1",
        "1 ",
        "0x",
        "-",
        "1e+",
        "1f",
    ] {
        convert("float", text, &format!("error: cannot convert string {text:?} to float due to invalid syntax"));
    }
    convert("float", u64::MAX, "1.8446744073709552e+19");
    convert("float", true, "1");
    convert("float", duration("1h"), "error: cannot convert duration to float");
    convert("float", Value::from("1.5").into_dynamic(), "1.5");
    convert("float", array([1_i64]).into_dynamic(), "error: cannot convert [dynamic] to float");
}

#[test]
fn to_string() {
    convert("string", 1_000_000.0, "1000000");
    convert("string", 0.000000123, "0.000000123");
    convert("string", f64::INFINITY, "+Inf");
    convert("string", duration("2h30m"), "2h30m");
    convert("string", time("2022-09-01T10:11:12.013Z"), "2022-09-01T10:11:12.013000000Z");
    convert("string", bytes("naïve"), "naïve");
    let broken = Value::from(bytes::Bytes::from_static(b"\xff"));
    convert("string", broken, "error: bytes contained non utf8 bytes, cannot be converted into a string");
    convert("string", array([1_i64]), "error: cannot convert [int] to string");
    convert("string", Value::Null(Some(Nature::Time)), "<null>");
    convert("string", Value::NULL.into_dynamic(), "<null>");
    let long = "7x".repeat(1 << 20);
    let error = call(&PACKAGE, "int", &[("v", long.into())]).expect_err("no int");
    assert!(error.message().len() < 200, "{error}");
}

#[test]
fn to_time() {
    for (text, expected) in [
        ("2021-02-28", "2021-02-28T00:00:00.000000000Z"),
        ("2021-02-28T23:59:59.1234567891Z", "2021-02-28T23:59:59.123456789Z"),
        ("2021-02-28T23:59:59+05:30", "2021-02-28T18:29:59.000000000Z"),
        ("0001-01-01T00:00:00Z", "1754-08-30T22:43:41.128654848Z"),
        ("1677-09-21T00:12:43.145224192Z", "1677-09-21T00:12:43.145224192Z"),
        ("soon", "error: cannot convert string \"soon\" to time due to invalid syntax: cannot parse date"),
        ("2021-02-29", "error: cannot convert string \"2021-02-29\" to time due to invalid syntax: cannot parse date"),
    ] {
        convert("time", text, expected);
    }
    for text in [
        "2021-02-28T23:59:59z",
        "2021-02-28T23:59Z",
        "2021-02-28T24:00:00Z",
        "2021-02-28T23:59:60Z",
        "not a Time",
        "2021-02-28T23:59:59",
        "2021-02-28T23:59:59.Z",
        "2021-02-28T23:59:59+0530",
        "2021-02-28T23:59:59Z[UTC]",
        "2021-02-28T23:59:59,5Z",
        "2021-02-28T23:59:59+05",
        "T",
        "２021-02-28T23:59:59Z",
    ] {
        let error =
            format!("error: cannot convert string {text:?} to time due to invalid syntax: cannot parse date time");
        convert("time", text, &error);
    }
    convert("time", u64::MAX, "1969-12-31T23:59:59.999999999Z");
    convert("time", i64::MAX, "2262-04-11T23:47:16.854775807Z");
    convert("time", 1.0, "error: cannot convert float to time");
}

#[test]
fn to_duration_and_bytes() {
    convert("duration", "90m", "1h30m");
    convert("duration", "-1h30m", "-1h30m");
    convert("duration", "5µs", "5us");
    convert("duration", "10", "error: cannot convert string \"10\" to duration due to invalid syntax");
    convert("duration", "1.5h", "error: cannot convert string \"1.5h\" to duration due to invalid syntax");
    convert("duration", -1_500_000_000_i64, "-1s500ms");
    convert("duration", u64::MAX, "-1ns");
    convert("duration", 1.0, "error: cannot convert float to duration");
    convert("bytes", "é😀", "0xc3a9f09f9880");
    convert("bytes", bytes("12"), "error: cannot convert bytes to bytes");
    convert("bytes", Value::NULL, "error: cannot convert null to bytes");
    convert("bytes", Value::NULL.into_dynamic(), "error: cannot convert null to bytes");
}

#[test]
fn shows_anything() {
    convert("display", array([1_i64, 2]), "[1, 2]");
    convert("display", 1e6, "1e+06");
    convert("display", Value::NULL, "<null>");
}

#[test]
fn searches_arrays() {
    let contains = |value: Value, set: Value, expected: &str| {
        check(&PACKAGE, "contains", &[("value", value), ("set", set)], expected);
    };
    contains(2_i64.into(), array([1_i64, 2]), "true");
    contains(9_i64.into(), array([1_i64, 2]), "false");
    contains(duration("60m"), array([duration("1h")]), "true");
    contains(f64::NAN.into(), array([f64::NAN]), "false");
    contains(array([1_i64]), array([1_i64]), "error: argument `value` must be a value without parts, found array");
    contains(Value::NULL, array([1_i64]), "false");
    contains(Value::Null(Some(Nature::Int)), array([Value::Null(Some(Nature::Int))]), "false");
    check(&PACKAGE, "length", &[("arr", array([1_i64, 2]))], "2");
    check(&PACKAGE, "length", &[("arr", 1_i64.into())], "error: arr must be an array, got int");
}

#[test]
fn bins() {
    let linear = |start: f64, width: f64, count: i64, infinity: bool| {
        [("start", start.into()), ("width", width.into()), ("count", count.into()), ("infinity", Value::from(infinity))]
    };
    check(&PACKAGE, "linearBins", &linear(0.0, 2.5, 3, false), "[0, 2.5, 5]");
    check(&PACKAGE, "linearBins", &linear(0.0, 1.0, 0, true), "[+Inf]");
    check(
        &PACKAGE,
        "linearBins",
        &linear(0.0, 1.0, -2, true),
        "error: argument `count` must not be negative, found -2",
    );
    check_exhausted(&PACKAGE, "linearBins", &linear(0.0, 1.0, i64::MAX, true));
    let sums = call(&PACKAGE, "linearBins", &linear(0.0, 0.1, 9, false)).expect("bins");
    assert!(shown(&Ok(sums)).ends_with("    0.7999999999999999\n]"), "each bound is the one before and the width");
    let named = [("start", 8.0.into()), ("factor", 0.5.into()), ("count", Value::from(2_i64))];
    check(&PACKAGE, "logarithmicBins", &named, "[8, 4, +Inf]");
}

#[test]
fn dies() {
    check(&PACKAGE, "die", &[("msg", "line one\nline two".into())], "error: line one\nline two");
    check(&PACKAGE, "die", &[("msg", "".into())], "error: invalid");
    check(&PACKAGE, "die", &[("msg", Value::NULL)], "error: argument `msg` is null, it must be a string");
}

#[test]
fn time_is_fixed() {
    let run = run();
    let call = |name: &str, named: &[(&str, Value)]| {
        crate::testing::call_with(&PACKAGE, name, &run, named, |_| panic!("nothing is called"))
    };
    assert!(matches!(call("_now", &[]), Ok(Value::Time(now)) if now == run.now()));
    check(&PACKAGE, "inf", &[], "15250w1d23h47m16s854ms775us807ns");
    let place = Record::from([("zone", "UTC".into()), ("offset", Duration::ZERO.into())]);
    let named = [("t", Value::Time(Time(90_000_000_000_000))), ("unit", duration("1d")), ("location", place.into())];
    assert_eq!(shown(&call("_truncate", &named)), "1970-01-02T00:00:00.000000000Z");
}
