//! Calls of the package's functions, with what they show.

use fluxlet_runtime::Value;

use super::PACKAGE;
use crate::testing::{bytes, check};

#[test]
fn parse() {
    check(&PACKAGE, "parse", &[("data", bytes(r#"{"n": 7.9, "on": true}"#))], "{n: 7.9, on: true}");
    check(&PACKAGE, "parse", &[("data", bytes(""))], "error: unexpected end of JSON input");
    check(&PACKAGE, "parse", &[("data", Value::NULL)], "error: argument `data` is null, it must be bytes");
}
