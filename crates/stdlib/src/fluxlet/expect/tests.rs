//! Which values are the same.

use fluxlet_runtime::{Nature, Record, Value};

use super::PACKAGE;
use crate::testing::{array, call, duration, function, shown};

#[track_caller]
fn check(a: Value, b: Value, expected: bool) {
    for (a, b) in [(a.clone(), b.clone()), (b, a)] {
        let found = shown(&call(&PACKAGE, "_same", &[("a", a.clone()), ("b", b.clone())]));
        assert_eq!(found, expected.to_string(), "{a} {b}");
    }
}

fn record<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Record::from(fields).into()
}

fn int(value: i64) -> Value {
    value.into()
}

#[test]
fn plain_values() {
    check(int(1), int(1), true);
    check(int(1), int(2), false);
    check("a".into(), "a ".into(), false);
    check(duration("1mo"), duration("1mo"), true);
    check(duration("1mo"), duration("30d"), false);
}

#[test]
fn what_equals_nothing_otherwise() {
    check(Value::NULL, Value::Null(Some(Nature::Int)), true);
    check(Value::NULL, int(0), false);
    check(f64::NAN.into(), f64::NAN.into(), true);
    check(f64::NAN.into(), 1.0.into(), false);
    check(array::<i64>([]), array::<i64>([]), true);
    check(function(), function(), false);
}

#[test]
fn inside_others() {
    check(array(["a, b"]), array(["a", "b"]), false);
    check(array([f64::NAN, 1.0]), array([f64::NAN, 1.0]), true);
    check(array([f64::NAN, 1.0]), array([f64::NAN, 2.0]), false);
    check(array([1i64, 2]), array([1i64]), false);
    let one = record([("a", Value::NULL), ("b", int(1))]);
    check(one.clone(), record([("b", int(1)), ("a", Value::NULL)]), true);
    check(one.clone(), record([("a", Value::NULL), ("c", int(1))]), false);
    check(one, record([("a", Value::NULL)]), false);
}

#[test]
fn values_that_are_shared_beyond_counting() {
    let deep = |start: Value| (0..64).fold(start, |value, _| array([value.clone(), value]));
    check(deep(int(1)), deep(int(1)), true);
    let nan = [("a", deep(f64::NAN.into())), ("b", deep(f64::NAN.into()))];
    assert!(shown(&call(&PACKAGE, "_same", &nan)).contains("parts to compare"));
}
