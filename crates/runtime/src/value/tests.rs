//! What values tell of themselves, and what can stand for a declared type.

use std::sync::Arc;

use super::fits;
use crate::types::{Basic, declare_text};
use crate::{BuiltinFunction, Dict, Function, Nature, Record, Signature, Time, Value};

fn function(ty: &str) -> Value {
    let scheme = declare_text(ty).unwrap();
    let signature = Arc::new(Signature::default());
    let function = BuiltinFunction { package: "p".into(), name: "f".into(), scheme, signature, builtin: None };
    Value::Function(Function::Builtin(Arc::new(function)))
}

fn null(nature: Nature) -> Value {
    Value::Null(Some(nature))
}

#[test]
fn values_fit_types() {
    let record = || Value::from(Record::from([("a", 1_i64.into()), ("b", "x".into())]));
    let dict = || Value::from(Dict::of_strings([("k", "v")]));
    let ints = || Value::from(vec![1_i64.into(), 2_i64.into()]);
    let cases = [
        (Value::Int(1), "int", true),
        (Value::Int(1), "uint", false),
        (Value::Int(1), "float", false),
        (Value::Int(1), "A", true),
        (Value::Int(1), "dynamic", false),
        (Value::Int(1).into_dynamic(), "dynamic", true),
        (Value::Int(1).into_dynamic(), "int", false),
        (Time(1).into(), "time", true),
        ("x".into(), "string", true),
        (Value::NULL, "int", true),
        (Value::NULL, "[int]", true),
        (null(Nature::Int), "int", true),
        (null(Nature::Int), "string", false),
        (null(Nature::Int), "[int]", false),
        (null(Nature::Array), "[int]", true),
        (null(Nature::Record), "{a: int}", true),
        (null(Nature::Dict), "[int]", false),
        (null(Nature::Function), "() => int", true),
        (ints(), "[int]", true),
        (ints(), "[A]", true),
        (ints(), "[string]", false),
        (ints(), "int", false),
        (ints(), "stream[int]", false),
        (Value::from(vec![1_i64.into(), "x".into()]), "[int]", false),
        (Value::from(vec![]), "[string]", true),
        (vec![ints()].into(), "[[int]]", true),
        (dict(), "[string: string]", true),
        (dict(), "[string: A]", true),
        (dict(), "[int: string]", false),
        (dict(), "[string: int]", false),
        (dict(), "[string]", false),
        (Dict::default().into(), "[int: int]", true),
        (record(), "{a: int, b: string}", true),
        (record(), "{b: string, a: int}", true),
        (record(), "{a: int}", false),
        (record(), "{A with a: int}", true),
        (record(), "{A with c: int}", false),
        (record(), "{A with a: string}", false),
        (record(), "{a: int, b: string, c: int}", false),
        (record(), "A", true),
        (record(), "int", false),
        (function("(x: int) => int"), "(x: A) => B", true),
        (function("(x: int, y: int) => int"), "(x: A) => B", true),
        (function("(y: int) => int"), "(x: A) => B", false),
        (function("(x: int) => int"), "int", false),
        (Value::Int(1), "(x: A) => B", false),
    ];
    for (value, ty, expected) in cases {
        let scheme = declare_text(ty).unwrap();
        assert_eq!(fits(&value, &scheme.ty), expected, "{value} {ty}");
    }
}

#[test]
fn values_tell_their_types() {
    for (value, ty, nature) in [
        (Value::NULL, "null", "invalid"),
        (null(Nature::Time), "time", "time"),
        (null(Nature::Array), "null", "array"),
        (true.into(), "bool", "bool"),
        (vec![1_i64.into(), 2_i64.into()].into(), "[int]", "array"),
        (vec![].into(), "[A]", "array"),
        (Dict::of_strings([("k", "v")]).into(), "[string: string]", "dictionary"),
        (Dict::default().into(), "[A: A]", "dictionary"),
        (Record::from([("b", 1_i64.into()), ("a", vec!["x".into()].into())]).into(), "{a: [string], b: int}", "object"),
        (function("(x: A) => [A]"), "(x: A) => [A]", "function"),
        (Value::Int(1).into_dynamic(), "dynamic", "dynamic"),
    ] {
        assert_eq!((value.type_of().to_string().as_str(), value.nature_name()), (ty, nature));
    }
}

/// Each level holds the one below twice: what is made of them is shared as they are.
#[test]
fn shared_values_stay_shared() {
    let mut array = Value::from(vec![1_i64.into()]);
    let mut record = Value::from(Record::from([("a", 1_i64.into())]));
    for _ in 0..60 {
        array = vec![array.clone(), array].into();
        record = Record::from([("a", record.clone()), ("b", record)]).into();
    }
    for value in [array, record] {
        assert!(value.type_of().to_string().len() < 5000);
        assert!(!fits(&value, &Basic::Int.into()));
        let Value::Dynamic(mut inner) = value.into_dynamic() else { panic!("no dynamic value") };
        for level in 0..60 {
            let (a, b) = match &*inner {
                Value::Array(elements) => (elements[0].clone(), elements[1].clone()),
                Value::Record(record) => (record.get("a").unwrap().clone(), record.get("b").unwrap().clone()),
                other => panic!("{other:?}"),
            };
            let (Value::Dynamic(a), Value::Dynamic(b)) = (a, b) else { panic!("level {level}") };
            assert!(Arc::ptr_eq(&a, &b), "level {level}");
            inner = a;
        }
    }
}
