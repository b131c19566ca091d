//! Values as text, as Flux shows them.

use std::sync::Arc;

use bytes::Bytes;

use crate::types::{Basic, Scheme};
use crate::{
    BuiltinFunction, Code, Dict, Duration, Function, Nature, Record, Regexp, Signature, Time, Value, display,
    display_float, plain_float,
};

fn ints(values: &[i64]) -> Value {
    values.iter().map(|&value| Value::Int(value)).collect()
}

fn dict(entries: &[(i64, Value)]) -> Value {
    let mut dict = Dict::default();
    for (key, value) in entries {
        dict.insert((*key).into(), value.clone()).unwrap();
    }
    dict.into()
}

fn function() -> Value {
    let function = BuiltinFunction {
        package: "p".into(),
        name: "f".into(),
        scheme: crate::types::declare_text("(x: A, ?y: B, <-z: C) => [A: int]").unwrap(),
        signature: Arc::new(Signature::default()),
        builtin: None,
    };
    Value::Function(Function::Builtin(Arc::new(function)))
}

#[test]
fn values_are_shown_as_flux_shows_them() {
    let long = || ints(&[1, 2, 3, 4]);
    let cases: Vec<(Value, &str)> = vec![
        (Value::NULL, "<null>"),
        (Value::Null(Some(Nature::Int)), "<null>"),
        (true.into(), "true"),
        (i64::MIN.into(), "-9223372036854775808"),
        (u64::MAX.into(), "18446744073709551615"),
        ("x\n\"".into(), "x\n\""),
        (Bytes::from_static(b"\x00ab\xff").into(), "0x006162ff"),
        (Bytes::new().into(), "0x"),
        (Value::Regexp(Arc::new(Regexp::new("a/b").unwrap())), "a/b"),
        (Time(0).into(), "1970-01-01T00:00:00.000000000Z"),
        (Duration::parse("-1h1m").unwrap().into(), "-1h1m"),
        (function(), "(x: A, ?y: B, <-z: C) => [A: int]"),
        (Value::Int(1).into_dynamic(), "dynamic(1)"),
        (Value::Int(1).into_dynamic().into_dynamic(), "dynamic(1)"),
        (Value::NULL.into_dynamic(), "dynamic(<null>)"),
        (ints(&[]), "[]"),
        (ints(&[1, 2, 3]), "[1, 2, 3]"),
        (long(), "[\n    1,\n    2,\n    3,\n    4\n]"),
        (vec![ints(&[]), ints(&[1])].into(), "[[], [1]]"),
        (vec![long(), ints(&[1])].into(), "[[\n        1,\n        2,\n        3,\n        4\n    ], [1]]"),
        (Record::default().into(), "{}"),
        (Record::from([("b", 1_i64.into()), ("a", "x".into())]).into(), "{a: x, b: 1}"),
        (Record::from([("a b", 1_i64.into()), ("", 2_i64.into())]).into(), "{: 2, a b: 1}"),
        (
            Record::from([("d", 1_i64.into()), ("c", 2_i64.into()), ("b", 3_i64.into()), ("a", 4_i64.into())]).into(),
            "{\n    a: 4,\n    b: 3,\n    c: 2,\n    d: 1\n}",
        ),
        (
            Record::from([("a", Record::from([("b", long())]).into())]).into(),
            "{a: {b: [\n            1,\n            2,\n            3,\n            4\n        ]}}",
        ),
        (dict(&[]), "[:]"),
        (dict(&[(2, "b".into()), (1, "a".into())]), "[1: a, 2: b]"),
        (
            dict(&[(1, 1.into_value()), (2, 2.into_value()), (3, 3.into_value()), (4, 4.into_value())]),
            "[\n    1: 1, \n    2: 2, \n    3: 3, \n    4: 4\n]",
        ),
        (dict(&[(1, long())]), "[1: [\n        1,\n        2,\n        3,\n        4\n    ]]"),
        (long().into_dynamic(), "dynamic([\n    dynamic(1),\n    dynamic(2),\n    dynamic(3),\n    dynamic(4)\n])"),
    ];
    for (value, expected) in cases {
        assert_eq!(value.to_string(), expected);
        assert_eq!(display(&value, expected.len() as u64).unwrap(), expected, "the limit is exact");
        let error = display(&value, expected.len() as u64 - 1).expect_err(expected);
        assert_eq!(error.code(), Code::ResourceExhausted);
        assert_eq!(error.message(), format!("the text of the value needs more than {} bytes", expected.len() - 1));
    }
}

trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for i64 {
    fn into_value(self) -> Value {
        self.into()
    }
}

#[test]
fn floats_have_two_forms() {
    for (value, shown, plain) in [
        (0.0, "0", "0"),
        (-0.0, "-0", "-0"),
        (1.0, "1", "1"),
        (100.0, "100", "100"),
        (-2.5, "-2.5", "-2.5"),
        (999_999.0, "999999", "999999"),
        (999_999.5, "999999.5", "999999.5"),
        (1_000_000.0, "1e+06", "1000000"),
        (-1_000_000.0, "-1e+06", "-1000000"),
        (1_234_567.5, "1.2345675e+06", "1234567.5"),
        (123_456_789.0, "1.23456789e+08", "123456789"),
        (0.0001, "0.0001", "0.0001"),
        (0.00001, "1e-05", "0.00001"),
        (0.00009999, "9.999e-05", "0.00009999"),
        (0.1 + 0.2, "0.30000000000000004", "0.30000000000000004"),
        (1.0 / 3.0, "0.3333333333333333", "0.3333333333333333"),
        (1e21, "1e+21", "1000000000000000000000"),
        (1e100, "1e+100", &format!("1{}", "0".repeat(100))),
        (5e-324, "5e-324", &format!("0.{}5", "0".repeat(323))),
        (f64::MAX, "1.7976931348623157e+308", &f64::MAX.to_string()),
        (f64::NAN, "NaN", "NaN"),
        (-f64::NAN, "NaN", "NaN"),
        (f64::INFINITY, "+Inf", "+Inf"),
        (f64::NEG_INFINITY, "-Inf", "-Inf"),
    ] {
        assert_eq!(display_float(value), shown);
        assert_eq!(plain_float(value), plain);
        assert_eq!(Value::Float(value).to_string(), shown);
    }
}

/// Each level holds the one below twice: the text would have 2^60 bytes, and ends at its limit.
#[test]
fn shared_values_end_at_the_limit() {
    let mut value = ints(&[]);
    let mut record = Value::from(Record::default());
    for _ in 0..60 {
        value = vec![value.clone(), value].into();
        record = Record::from([("a", record.clone()), ("b", record)]).into();
    }
    for value in [value, record] {
        assert_eq!(display(&value, 10_000).unwrap_err().code(), Code::ResourceExhausted);
    }
}

#[test]
fn depth_ends_before_the_stack_does() {
    let mut value = Value::Int(1);
    for level in 0..2000 {
        value = Record::from([("a", value)]).into();
        value = value.into_dynamic();
        let shown = display(&value, u64::MAX);
        match shown {
            Ok(_) => assert!(level < 250, "{level}"),
            Err(error) => {
                assert!(level >= 249, "{level}");
                assert_eq!(error.message(), "the value is nested deeper than 500");
            }
        }
    }
}

#[test]
fn debug_shows_no_contents() {
    for (value, expected) in [
        (Value::from("HUSH"), "Value(string)"),
        (Bytes::from_static(b"HUSH").into(), "Value(bytes)"),
        (Record::from([("HUSH", "HUSH".into())]).into(), "Value(object)"),
        (vec!["HUSH".into()].into(), "Value(array)"),
        (Dict::of_strings([("HUSH", "HUSH")]).into(), "Value(dictionary)"),
        (Value::from("HUSH").into_dynamic(), "Value(dynamic)"),
        (Value::NULL, "Value(invalid)"),
        (Value::Null(Some(Nature::Time)), "Value(time)"),
    ] {
        assert_eq!(format!("{value:?}"), expected);
        assert_eq!(format!("{value:#?}"), expected);
    }
    assert_eq!(Scheme::of(Basic::Int.into()).to_string(), "int");
}
