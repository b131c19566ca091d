//! Dictionaries: keys in order, and copies when they are changed.

use crate::{Code, Dict, Duration, Record, Time, Value};

fn dict(entries: Vec<(Value, i64)>) -> Dict {
    let mut dict = Dict::default();
    for (key, value) in entries {
        dict.insert(key, value.into()).unwrap();
    }
    dict
}

fn shown(dict: &Dict) -> String {
    dict.iter().map(|(key, value)| format!("{key}={value} ")).collect()
}

#[test]
fn keys_are_kept_in_order() {
    let nan = f64::NAN;
    let cases: [(Vec<Value>, &str); 6] = [
        (vec![2_i64.into(), (-1_i64).into(), i64::MIN.into()], "-9223372036854775808=2 -1=1 2=0 "),
        (vec![u64::MAX.into(), 0_u64.into()], "0=1 18446744073709551615=0 "),
        (vec!["b".into(), "a".into(), "B".into(), "ä".into(), "".into()], "=4 B=2 a=1 b=0 ä=3 "),
        (vec![Time(1).into(), Time(-1).into()], "1969-12-31T23:59:59.999999999Z=1 1970-01-01T00:00:00.000000001Z=0 "),
        (vec![f64::INFINITY.into(), (-f64::INFINITY).into(), 1.5.into()], "-Inf=1 1.5=2 +Inf=0 "),
        (vec![nan.into(), 1.0.into(), (-nan).into(), f64::INFINITY.into()], "1=1 +Inf=3 NaN=2 "),
    ];
    for (keys, expected) in cases {
        let entries = keys.into_iter().zip(0..).collect();
        assert_eq!(shown(&dict(entries)), expected);
    }
}

#[test]
fn the_zeros_are_one_key_and_the_last_is_kept() {
    let mut zeros = dict(vec![(0.0.into(), 1)]);
    assert!(zeros.get(&Value::Float(-0.0)).is_some());
    zeros.insert(Value::Float(-0.0), 2_i64.into()).unwrap();
    assert_eq!(shown(&zeros), "-0=2 ");
    zeros.remove(&Value::Float(0.0));
    assert!(zeros.is_empty());
}

#[test]
fn some_values_are_no_keys() {
    let of_type = |ty: &str| {
        format!("a value of type {ty} cannot be used as a dictionary key; use int, uint, float, string or time")
    };
    for (key, message) in [
        (Value::NULL, "null value cannot be used as a dictionary key".to_owned()),
        (Value::Bool(true), of_type("bool")),
        (Duration::ZERO.into(), of_type("duration")),
        (Record::default().into(), of_type("{}")),
        (Value::from(vec![1_i64.into()]), of_type("[int]")),
        (Value::Int(1).into_dynamic(), of_type("dynamic")),
    ] {
        let error = Dict::default().insert(key, 1_i64.into()).unwrap_err();
        assert_eq!((error.code(), error.message()), (Code::Invalid, message.as_str()));
    }
}

#[test]
fn a_key_of_another_nature_is_not_there() {
    let mut numbers = dict(vec![(1_i64.into(), 1)]);
    for key in [Value::UInt(1), Value::Float(1.0), "1".into(), Value::NULL, Value::Bool(true), Record::default().into()]
    {
        assert!(numbers.get(&key).is_none(), "{key}");
        numbers.remove(&key);
    }
    assert_eq!(numbers.len(), 1);
}

#[test]
fn a_shared_dictionary_is_copied_before_it_changes() {
    let first = dict(vec![(1_i64.into(), 1)]);
    let mut second = first.clone();
    second.remove(&Value::Int(7));
    assert_eq!(first.address(), second.address(), "nothing was removed");
    second.insert(Value::Int(2), 2_i64.into()).unwrap();
    second.remove(&Value::Int(1));
    assert_eq!((shown(&first).as_str(), shown(&second).as_str()), ("1=1 ", "2=2 "));
    assert_eq!(shown(&Dict::of_strings([("b", "2"), ("a", "1"), ("b", "3")])), "a=1 b=3 ");
}
