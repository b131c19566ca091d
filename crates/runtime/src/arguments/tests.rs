//! Arguments: bound to parameters, checked, and read.

use std::sync::Arc;

use bytes::Bytes;
use ecow::EcoString;

use crate::types::declare_text;
use crate::{Arguments, Code, Dict, Duration, Record, Result, Signature, Time, Value};

/// Binds arguments to the parameters of a function type.
fn bind(ty: &str, named: &[(&str, Value)], piped: Option<Value>) -> Result<Arguments> {
    let scheme = declare_text(ty).unwrap();
    let signature = Arc::new(Signature::new(scheme.as_function().unwrap()));
    signature.bind(named.iter().map(|(name, value)| (EcoString::from(*name), value.clone())), piped)
}

#[track_caller]
fn fails<T>(result: Result<T>, message: &str) {
    let Err(error) = result else { panic!("no error: {message}") };
    assert_eq!((error.code(), error.message()), (Code::Invalid, message));
}

const TYPE: &str = "(<-tables: A, n: int, ?columns: [string]) => A";

#[test]
fn arguments_are_put_in_order() {
    let int = Value::Int;
    for (named, piped, expected) in [
        (vec![("n", int(1))], Some(int(2)), "2 1"),
        (vec![("n", int(1)), ("tables", int(2))], None, "2 1"),
        (vec![("columns", int(3)), ("n", int(1))], Some(int(2)), "2 1 3"),
    ] {
        let arguments = bind(TYPE, &named, piped).unwrap();
        let shown: Vec<String> = arguments.values().map(Value::to_string).collect();
        assert_eq!(shown.join(" "), expected);
        assert!(arguments.get("nope").is_none());
    }
    assert_eq!(bind("(<-: int) => int", &[], Some(int(1))).unwrap().values().count(), 1);
}

#[test]
fn wrong_calls_are_told() {
    let one = || Value::Int(1);
    let known = "the function takes `tables`, `n`, `columns`";
    fails(bind(TYPE, &[("N", one())], None), &format!("unknown argument `N`; {known}"));
    fails(bind(TYPE, &[("a\n\u{1b}", one())], None), &format!("unknown argument `a\\n\\u{{1b}}`; {known}"));
    fails(bind("() => int", &[("n", one())], None), "unknown argument `n`; the function takes none");
    fails(bind(TYPE, &[("n", one()), ("n", one())], Some(one())), "argument `n` is given twice");
    fails(bind(TYPE, &[("n", one())], None), "missing required argument `tables`");
    fails(bind(TYPE, &[], Some(one())), "missing required argument `n`");
    fails(
        bind(TYPE, &[("tables", one()), ("n", one())], Some(one())),
        "argument `tables` is given by name and by pipe",
    );
    fails(bind("(n: int) => int", &[("n", one())], Some(one())), "the function takes no piped value");
    fails(bind("(?n: int) => int", &[], Some(one())), "the function takes no piped value");
}

#[test]
fn values_are_checked_against_their_types() {
    let list = |value: Value| Value::from(vec![value]);
    for (columns, problem) in [
        (list("a".into()), None),
        (Value::from(vec![]), None),
        (Value::NULL, None),
        (list(Value::Int(1)), Some("argument `columns` must be [string], found [int]")),
        ("a".into(), Some("argument `columns` must be [string], found string")),
    ] {
        let arguments = bind(TYPE, &[("n", Value::Int(1)), ("columns", columns)], Some(Value::NULL)).unwrap();
        assert_eq!(arguments.check_types().err().map(|error| error.message().to_owned()).as_deref(), problem);
    }
}

#[test]
fn values_are_read_as_rust_types() {
    let ty = "(a: A, ?b: B) => A";
    let with = |value: Value| bind(ty, &[("a", value)], None).unwrap();
    assert!(with(true.into()).required::<bool>("a").unwrap());
    assert_eq!(with((-1_i64).into()).required::<i64>("a").unwrap(), -1);
    assert_eq!(with(1_u64.into()).required::<u64>("a").unwrap(), 1);
    assert_eq!(with("x".into()).required::<&str>("a").unwrap(), "x");
    assert_eq!(with("x".into()).required::<&EcoString>("a").unwrap(), "x");
    assert_eq!(with(Bytes::from_static(b"x").into()).required::<&Bytes>("a").unwrap(), "x");
    assert_eq!(with(Time(1).into()).required::<Time>("a").unwrap(), Time(1));
    assert!(with(Duration::ZERO.into()).required::<Duration>("a").unwrap().is_zero());
    assert_eq!(with(vec![Value::NULL].into()).required::<&[Value]>("a").unwrap().len(), 1);
    assert!(with(Dict::default().into()).required::<&Dict>("a").unwrap().is_empty());
    assert!(with(Record::default().into()).required::<&Record>("a").unwrap().is_empty());
    assert_eq!(with(Value::NULL).optional::<i64>("b").unwrap(), None);

    fails(with("x".into()).required::<i64>("a"), "argument `a` must be an int, found string");
    fails(with(1_i64.into()).required::<u64>("a"), "argument `a` must be a uint, found int");
    fails(with(1_i64.into()).required::<f64>("a"), "argument `a` must be a float, found int");
    fails(with(Value::Int(1).into_dynamic()).required::<i64>("a"), "argument `a` must be an int, found dynamic");
    fails(with(Value::NULL).required::<i64>("a"), "argument `a` is null, it must be an int");
    fails(with(Value::NULL).optional::<i64>("a"), "argument `a` is null, it must be an int");
    fails(with(Value::NULL).required::<i64>("b"), "missing required argument `b`");
    fails(with(Value::NULL).value("c"), "missing required argument `c`");
    assert!(with(Value::NULL).value("a").unwrap().is_null());
}
