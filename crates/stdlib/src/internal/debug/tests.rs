//! Calls of the package's functions, with what they show.

use super::PACKAGE;
use crate::testing::{call, check};

#[test]
fn null() {
    for name in ["string", "bytes", "int", "uint", "float", "bool", "time", "duration", "regexp"] {
        let null = call(&PACKAGE, "null", &[("type", name.into())]).expect("a null");
        assert!(null.is_null());
        assert_eq!(null.nature_name(), name);
    }
    assert_eq!(call(&PACKAGE, "null", &[]).expect("a null").nature_name(), "invalid");
    let known = "string, bytes, int, uint, float, bool, time, duration, regexp";
    let expected = format!("error: invalid null type \"record\", it must be one of {known}");
    check(&PACKAGE, "null", &[("type", "record".into())], &expected);
}

#[test]
fn feature() {
    check(&PACKAGE, "feature", &[("key", "anything".into())], "<null>");
}
