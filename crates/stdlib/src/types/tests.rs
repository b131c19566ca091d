//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Nature, Value};

use super::PACKAGE;
use crate::testing::{array, check, duration};

#[test]
fn is_type() {
    for (value, name, expected) in [
        (1_i64.into(), "int", "true"),
        (1_i64.into(), "Int", "false"),
        (1_i64.into(), "integer", "false"),
        (1_u64.into(), "uint", "true"),
        (duration("1mo"), "duration", "true"),
        (array([1_i64]), "array", "false"),
        (Value::from(1_i64).into_dynamic(), "dynamic", "false"),
        (Value::Null(Some(Nature::Float)), "float", "true"),
        (Value::NULL, "float", "false"),
        (Value::NULL, "invalid", "false"),
    ] {
        check(&PACKAGE, "isType", &[("v", value), ("type", name.into())], expected);
    }
}
