//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Nature, Record, Value};

use super::PACKAGE;
use crate::testing::check;

#[test]
fn get() {
    let record = Record::from([("a b", 7_i64.into()), ("n", Value::Null(Some(Nature::Int)))]);
    let get = |key: &str, expected: &str| {
        check(&PACKAGE, "get", &[("r", record.clone().into()), ("key", key.into()), ("default", 0_i64.into())], expected);
    };
    get("a b", "7");
    get("n", "<null>");
    get("zz", "0");
    check(&PACKAGE, "any", &[], "{}");
}
