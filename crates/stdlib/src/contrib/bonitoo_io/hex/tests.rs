//! Calls of the package's functions, with what they show.

use fluxlet_runtime::{Nature, Record, Value};

use super::PACKAGE;
use crate::testing::{bytes, check};

fn of(name: &str, value: impl Into<Value>, expected: &str) {
    check(&PACKAGE, name, &[("v", value.into())], expected);
}

#[test]
fn numbers() {
    of("int", "-0x7f", "-127");
    of("int", "0x-7f", "-127");
    of("int", "+ff", "255");
    of("int", "-8000000000000000", "-9223372036854775808");
    for text in ["1_0", "", "0x", "12g", "-0x-7f", "0XFF", "8000000000000000"] {
        of("int", text, &format!("error: cannot convert string {text:?} to int due to invalid syntax"));
    }
    of("uint", "0xffffffffffffffff", "18446744073709551615");
    of("uint", "-1", "error: cannot convert string \"-1\" to uint due to invalid syntax");
    of("uint", "+ff", "error: cannot convert string \"+ff\" to uint due to invalid syntax");
    of("uint", Value::Null(Some(Nature::String)), "<null>");
}

#[test]
fn texts() {
    of("string", -255_i64, "-ff");
    of("string", i64::MIN, "-8000000000000000");
    of("string", 255_u64, "ff");
    of("string", bytes("A\n"), "410a");
    of("string", 10.5, "10.5");
    of("string", "ff", "ff");
    of("string", Value::Null(Some(Nature::Int)), "<null>");
    of("string", Record::from([("a", 1_i64.into())]), "error: cannot convert {a: int} to string");
}

#[test]
fn byte_sequences() {
    of("bytes", "00fF10", "0x00ff10");
    of("bytes", "", "0x");
    let fault = "error: cannot convert string \"686\" to bytes due to hex decoding error: odd number of digits";
    of("bytes", "686", fault);
    let fault = "error: cannot convert string \"zz\" to bytes due to hex decoding error: 'z' is no hexadecimal digit";
    of("bytes", "zz", fault);
}
