//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Code, Dict, Nature, Record, Value};

use super::PACKAGE;
use crate::testing::{array, bytes, call, check, duration, function, shown};

fn dynamic(value: impl Into<Value>) -> Value {
    value.into().into_dynamic()
}

#[test]
fn wraps() {
    let wrap = |value: Value, expected: &str| check(&PACKAGE, "dynamic", &[("v", value)], expected);
    wrap(5_i64.into(), "dynamic(5)");
    wrap(dynamic(5_i64), "dynamic(5)");
    wrap(Value::NULL, "dynamic(<null>)");
    wrap(duration("36h"), "dynamic(1d12h)");
    let record = Record::from([("a", 1_i64.into()), ("b", array([1_i64, 2]))]);
    wrap(record.into(), "dynamic({a: dynamic(1), b: dynamic([dynamic(1), dynamic(2)])})");
}

#[test]
fn depth_is_bounded() {
    let mut value = dynamic(1_i64);
    let mut levels = 0;
    let error = loop {
        match call(&PACKAGE, "dynamic", &[("v", array([value.clone()]))]) {
            Ok(deeper) => value = deeper,
            Err(error) => break error,
        }
        levels += 1;
    };
    assert_eq!((error.code(), levels), (Code::ResourceExhausted, 128));
}

#[test]
fn as_array() {
    let unwrap = |value: Value, expected: &str| check(&PACKAGE, "asArray", &[("v", value)], expected);
    unwrap(dynamic(array([1_i64, 2])), "[dynamic(1), dynamic(2)]");
    unwrap(dynamic(Value::NULL), "error: unable to convert <null> to array");
    unwrap(dynamic("x"), "error: unable to convert string to array");
    unwrap(1_i64.into(), "error: argument `v` must be a dynamic value, found int");
}

#[test]
fn json() {
    let parse = |text: &str, expected: &str| check(&PACKAGE, "jsonParse", &[("data", bytes(text))], expected);
    parse(
        r#"{"a": {"b": [true, {"c": "deep"}]}}"#,
        "dynamic({a: dynamic({b: dynamic([dynamic(true), dynamic({c: dynamic(deep)})])})})",
    );
    parse(r#"[1, "x", null]"#, "dynamic([dynamic(1), dynamic(x), dynamic(<null>)])");
    parse("{}", "dynamic({})");
    parse("", "error: unexpected end of JSON input");
    let encode = |value: Value, expected: &str| {
        let text = match call(&PACKAGE, "jsonEncode", &[("v", value)]) {
            Ok(Value::Bytes(text)) => String::from_utf8(text.to_vec()).expect("UTF-8"),
            other => shown(&other),
        };
        assert_eq!(text, expected);
    };
    encode(
        dynamic(Record::from([("b", 1_i64.into()), ("a", array([Value::NULL, "<".into()]))])),
        r#"{"a":[null,"\u003c"],"b":1}"#,
    );
    encode(dynamic(f64::NAN), "error: json: unsupported value: NaN");
    encode(dynamic(function()), "error: cannot encode a function value");
}

#[test]
fn is_type() {
    for (value, name, expected) in [
        (dynamic(1_i64), "int", "true"),
        (dynamic(1.0), "int", "false"),
        (dynamic(array([1_i64])), "array", "true"),
        (dynamic(Record::default()), "object", "true"),
        (dynamic(Record::default()), "record", "false"),
        (dynamic(Dict::default()), "dictionary", "true"),
        (dynamic(function()), "function", "true"),
        (dynamic(Value::NULL), "invalid", "false"),
        (dynamic(Value::Null(Some(Nature::Int))), "int", "false"),
        (dynamic(1_i64), "dynamic", "false"),
        (dynamic(1_i64), "banana", "false"),
    ] {
        check(&PACKAGE, "isType", &[("v", value), ("type", name.into())], expected);
    }
}
