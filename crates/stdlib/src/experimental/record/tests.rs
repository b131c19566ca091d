//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Code, Nature, Record, Value};

use super::PACKAGE;
use crate::testing::{call, check, check_exhausted};

#[test]
fn get() {
    let record = Record::from([("a b", 7_i64.into()), ("n", Value::Null(Some(Nature::Int)))]);
    let get = |key: &str, expected: &str| {
        check(
            &PACKAGE,
            "get",
            &[("r", record.clone().into()), ("key", key.into()), ("default", 0_i64.into())],
            expected,
        );
    };
    get("a b", "7");
    get("n", "<null>");
    get("zz", "0");
    check(&PACKAGE, "any", &[], "{}");
}

#[test]
fn depth_is_bounded() {
    let mut value = Value::from(1_i64);
    let mut levels = 0;
    let error = loop {
        let record = Record::from([("v", Value::from(vec![value.clone()]))]);
        let named = [("r", record.into()), ("key", "v".into()), ("default", 1_i64.into())];
        match call(&PACKAGE, "get", &named) {
            Ok(deeper) => value = deeper,
            Err(error) => break error,
        }
        levels += 1;
    };
    assert_eq!((error.code(), levels), (Code::ResourceExhausted, 128));
}

#[test]
fn shared_parts_are_bounded() {
    let twice = |value: Value| Value::from(vec![value.clone(), value]);
    let value = (0..60).fold(Value::from(1_i64), |value, _| twice(value));
    let named = [("r", Record::from([("v", value)]).into()), ("key", "v".into()), ("default", 1_i64.into())];
    check_exhausted(&PACKAGE, "get", &named);
}
