//! Equality, as Flux has it.

use std::sync::Arc;

use bytes::Bytes;

use crate::{Dict, Duration, Record, Regexp, Time, Value, equal};

fn array(values: Vec<Value>) -> Value {
    values.into()
}

fn record(fields: &[(&str, i64)]) -> Value {
    Value::Record(fields.iter().map(|(label, value)| ((*label).into(), Value::Int(*value))).collect())
}

fn regexp(pattern: &str) -> Value {
    Value::Regexp(Arc::new(Regexp::new(pattern).unwrap()))
}

#[test]
fn values_are_equal_by_what_they_hold() {
    let one = || Value::Int(1);
    let strings = |entries: [(&str, &str); 2]| Value::from(Dict::of_strings(entries));
    let cases = [
        (Value::NULL, Value::NULL, false),
        (one(), one(), true),
        (one(), 2_i64.into(), false),
        (one(), 1_u64.into(), false),
        (one(), 1.0.into(), false),
        (one(), one().into_dynamic(), false),
        (one(), Value::NULL, false),
        (true.into(), true.into(), true),
        (0.0.into(), (-0.0).into(), true),
        (f64::NAN.into(), f64::NAN.into(), false),
        ("a".into(), "a".into(), true),
        ("a".into(), "A".into(), false),
        (Bytes::from_static(b"a").into(), Bytes::from_static(b"a").into(), true),
        (Bytes::from_static(b"a").into(), "a".into(), false),
        (regexp("a"), regexp("a"), true),
        (regexp("a"), regexp("b"), false),
        (Time(1).into(), Time(1).into(), true),
        (Time(1).into(), one(), false),
        (Duration::parse("1mo").unwrap().into(), Duration::parse("1mo").unwrap().into(), true),
        (Duration::parse("1mo").unwrap().into(), Duration::parse("30d").unwrap().into(), false),
        (array(vec![]), array(vec![]), false),
        (array(vec![one()]), array(vec![one()]), true),
        (array(vec![one()]), array(vec![]), false),
        (array(vec![one(), one()]), array(vec![one()]), false),
        (array(vec![array(vec![one()]), array(vec![])]), array(vec![array(vec![one()]), array(vec![])]), true),
        (array(vec![Value::NULL]), array(vec![Value::NULL]), false),
        (array(vec![f64::NAN.into()]), array(vec![f64::NAN.into()]), false),
        (record(&[]), record(&[]), true),
        (record(&[("a", 1), ("b", 2)]), record(&[("b", 2), ("a", 1)]), true),
        (record(&[("a", 1)]), record(&[("a", 2)]), false),
        (record(&[("a", 1)]), record(&[("b", 1)]), false),
        (record(&[("a", 1)]), record(&[("a", 1), ("b", 2)]), false),
        (strings([("a", "1"), ("b", "2")]), strings([("b", "2"), ("a", "1")]), true),
        (strings([("a", "1"), ("b", "2")]), strings([("a", "1"), ("c", "2")]), false),
        (strings([("a", "1"), ("b", "2")]), strings([("a", "1"), ("b", "3")]), false),
        (Dict::default().into(), Dict::default().into(), true),
        (one().into_dynamic(), one().into_dynamic(), true),
        (record(&[("a", 1)]).into_dynamic(), record(&[("a", 1)]).into_dynamic(), true),
        (record(&[("a", 1)]).into_dynamic(), record(&[("a", 2)]).into_dynamic(), false),
    ];
    for (left, right, expected) in cases {
        assert_eq!(equal(&left, &right), expected, "{left} {right}");
        assert_eq!(equal(&right, &left), expected, "{right} {left}");
    }
}

/// A value that holds something unequal to itself is not equal to itself either.
#[test]
fn one_allocation_is_not_always_equal_to_itself() {
    for inner in [f64::NAN.into(), Value::NULL] {
        for value in [array(vec![inner.clone()]), Record::from([("a", inner.clone())]).into(), inner.into_dynamic()] {
            assert!(!equal(&value, &value.clone()), "{value}");
        }
    }
}

/// Builds 60 levels, each of which holds the one below twice.
fn doubled(bottom: Value) -> [Value; 3] {
    let mut dict = Dict::default();
    let (mut array, mut record) = (bottom.clone(), bottom.clone());
    dict.insert("a".into(), bottom).unwrap();
    for _ in 0..60 {
        array = vec![array.clone(), array].into();
        record = Record::from([("a", record.clone()), ("b", record)]).into();
        let mut outer = Dict::default();
        outer.insert("a".into(), dict.clone().into()).unwrap();
        outer.insert("b".into(), dict.into()).unwrap();
        dict = outer;
    }
    [array, record, dict.into()]
}

/// Compared once for each way that leads to them, the values at the bottom would take 2^60 comparisons.
#[test]
fn shared_values_are_compared_once() {
    let ones = doubled(Value::Int(1));
    for (value, (same, other)) in ones.iter().zip(doubled(Value::Int(1)).iter().zip(&doubled(Value::Int(2)))) {
        assert!(equal(value, value));
        assert!(equal(value, same));
        assert!(!equal(value, other));
    }
    for value in doubled(f64::NAN.into()) {
        assert!(!equal(&value, &value));
    }
}

#[test]
fn long_and_deep_values_are_compared() {
    let long = |last: i64| -> Value { (0..100_000).chain([last]).map(Value::Int).collect() };
    assert!(equal(&long(1), &long(1)));
    assert!(!equal(&long(1), &long(2)));
    let wide = |last: i64| -> Value { (0..5000).chain([last]).map(|n| record(&[("a", n)])).collect() };
    assert!(equal(&wide(1), &wide(1)));
    assert!(!equal(&wide(1), &wide(2)));
    let deep = |bottom: i64| {
        let mut value = Value::Int(bottom).into_dynamic();
        for _ in 0..2000 {
            value = Value::from(Record::from([("a", value)])).into_dynamic();
        }
        value
    };
    assert!(equal(&deep(1), &deep(1)));
    assert!(!equal(&deep(1), &deep(2)));
}
