//! Values, and the JSON they are written as.

use std::sync::Arc;

use fluxlet::{Dict, Duration, Record, Time};

use super::*;

fn check(value: impl Into<Value>, expected: &str) {
    let mut out = Vec::new();
    write(&mut out, &value.into(), &Redactor::new()).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), expected);
}

#[test]
fn scalars() {
    check(Value::NULL, "null");
    check(true, "true");
    check(-7_i64, "-7");
    check(u64::MAX, "18446744073709551615");
    check(1.5, "1.5");
    check(f64::NAN, "\"NaN\"");
    check(f64::NEG_INFINITY, "\"-Inf\"");
    check("a \"b\"\n<é>", "\"a \\\"b\\\"\\n<é>\"");
    check(Value::Bytes(Arc::new(vec![0, 255, 1, 2].into())), "\"AP8BAg==\"");
    check(Time::parse("2024-02-29T12:00:00.5Z").unwrap(), "\"2024-02-29T12:00:00.5Z\"");
    check(Duration::parse("1h30m").unwrap(), "\"1h30m\"");
}

#[test]
fn collections() {
    check(vec![Value::Int(1), Value::NULL], "[1,null]");
    check(Vec::new(), "[]");
    check(Record::from([("b", Value::Int(1)), ("a", Value::from(vec![Value::Bool(true)]))]), "{\"a\":[true],\"b\":1}");
    check(Dict::of_strings([("k", "v"), ("j", "w")]), "{\"j\":\"w\",\"k\":\"v\"}");
    check(Value::from(vec![Value::Int(1)]).into_dynamic(), "[1]");
    let mut numbered = Dict::default();
    numbered.insert(Value::Int(10), Value::Bool(false)).unwrap();
    check(numbered, "{\"10\":false}");
}

#[test]
fn deep_values_are_an_error() {
    let deep = (0..100_000).fold(Value::NULL, |value, _| Value::from(vec![value]));
    assert!(write(&mut io::sink(), &deep, &Redactor::new()).is_err());
    // Its drop would recurse.
    std::mem::forget(deep);
}

/// SEC-01: what is left is JSON, whatever held the secret.
#[test]
fn secrets_are_taken_out_of_each_text() {
    let redactor = Redactor::new();
    redactor.add("tkn-\"C4NARY\"");
    redactor.add("1234567");
    let value = Record::from([
        ("bytes", Value::Bytes(Arc::new(b"\x00tkn-\"C4NARY\"".to_vec().into()))),
        ("float", Value::Float(1_234_567.5)),
        ("key 1234567", Value::Int(1_234_567)),
        ("text", Value::from("a tkn-\"C4NARY\" \"b\"")),
    ]);
    let mut out = Vec::new();
    write(&mut out, &value.into(), &redactor).unwrap();
    let expected =
        r#"{"bytes":"AFtzZWNyZXRd","float":"[secret].5","key [secret]":"[secret]","text":"a [secret] \"b\""}"#;
    assert_eq!(String::from_utf8(out).unwrap(), expected);
}
