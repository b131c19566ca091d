//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Dict, Record, Value};

use super::PACKAGE;
use crate::testing::{array, check, time};

fn pair(key: impl Into<Value>, value: i64) -> Value {
    Record::from([("key", key.into()), ("value", value.into())]).into()
}

fn dict(entries: &[(&str, i64)]) -> Value {
    let mut dict = Dict::default();
    for (key, value) in entries {
        dict.insert((*key).into(), (*value).into()).expect("a key");
    }
    dict.into()
}

#[test]
fn from_list() {
    let list = |pairs: Value, expected: &str| check(&PACKAGE, "fromList", &[("pairs", pairs)], expected);
    list(array([pair("b", 1), pair("a", 2), pair("b", 3)]), "[a: 2, b: 3]");
    list(array([pair(1.5, 1)]), "[1.5: 1]");
    list(array([pair(time("2020-02-02T00:00:00Z"), 1)]), "[2020-02-02T00:00:00.000000000Z: 1]");
    list(array::<Value>([]), "[:]");
    list(array([pair(Value::NULL, 1)]), "error: null value cannot be used as a dictionary key");
    list(array([Value::from(1_i64)]), "error: element 0 of argument `pairs` must be a record, found int");
    let keyless = array([Record::from([("value", 1_i64.into())])]);
    list(keyless, "error: element 0 of argument `pairs` has no field `key`");
}

#[test]
fn get() {
    let get = |dict: Value, key: Value, expected: &str| {
        check(&PACKAGE, "get", &[("dict", dict), ("key", key), ("default", "none".into())], expected);
    };
    get(dict(&[("a", 10)]), "a".into(), "10");
    get(dict(&[("a", 10)]), "zz".into(), "none");
    get(dict(&[("a", 10)]), Value::NULL, "none");
    get(dict(&[]), "a".into(), "none");
}

#[test]
fn insert_and_remove() {
    let original = dict(&[("a", 1)]);
    let insert = |key: Value, expected: &str| {
        check(&PACKAGE, "insert", &[("dict", original.clone()), ("key", key), ("value", 2_i64.into())], expected);
    };
    insert("b".into(), "[a: 1, b: 2]");
    insert("a".into(), "[a: 2]");
    insert(Value::NULL, "error: null value cannot be used as a dictionary key");
    let remove = |key: &str, expected: &str| {
        check(&PACKAGE, "remove", &[("dict", original.clone()), ("key", key.into())], expected);
    };
    remove("a", "[:]");
    remove("zz", "[a: 1]");
}
