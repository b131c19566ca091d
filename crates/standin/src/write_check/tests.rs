//! Tests of which points a bucket takes and of what is said of the others.

use super::FieldTypes;
use crate::clock::{SECOND, Timestamp};
use crate::id::Id;
use crate::line_protocol::{Precision, parse};

/// Writes texts one after the other and checks the answer to the last.
#[track_caller]
fn check(texts: &[&str], retention_seconds: i64, written: u64, expected: &str) {
    let mut types = FieldTypes::default();
    let bucket = Id::parse("6ab75d0559da2ffd").expect("an id");
    let now = Timestamp(1_000_000 * SECOND);
    let mut found = (0, String::new());
    for text in texts {
        let points = parse(text.as_bytes(), Precision::Seconds, now).expect("points");
        let outcome = types.write(&points, bucket, retention_seconds, now);
        found.0 += outcome.written;
        found.1 = outcome.result.err().map(|error| error.into_message()).unwrap_or_default();
    }
    let prefix = "failure writing points to database: partial write: ";
    assert_eq!(found.0, written, "{texts:?}");
    assert_eq!(found.1.strip_prefix(prefix).unwrap_or(&found.1), expected, "{texts:?}");
}

#[test]
fn types() {
    check(&["cpu v=1", "cpu v=2,w=t"], 0, 2, "");
    check(
        &["cpu v=1", "cpu v=true"],
        0,
        1,
        "field type conflict: input field \"v\" on measurement \"cpu\" is type boolean, already exists as type float dropped=1",
    );
    check(
        &["cpu v=1\nok v=1", "cpu v=1i\ncpu v=2u\ncpu,a=b v=\"x\"\nok v=1i\nnew v=1"],
        0,
        3,
        "field type conflict: input field \"v\" on measurement \"cpu\" is type integer, already exists as type float dropped=4",
    );
    check(
        &["cpu z=1,z=2i"],
        0,
        0,
        "field type conflict: input field \"z\" on measurement \"cpu\" is type integer, already exists as type float dropped=1",
    );
    check(
        &["\"q a=1", "\"q a=1i"],
        0,
        1,
        "field type conflict: input field \"a\" on measurement \"\\\"q\" is type integer, already exists as type float dropped=1",
    );
    check(&["q a=1", "q b=1i,a=3i,c=1", "q c=1i"], 0, 2, "");
}

#[test]
fn time_fields() {
    check(&["m time=1"], 0, 0, "invalid field name: input field \"time\" on measurement \"m\" is invalid dropped=1");
    check(
        &["m time=1,v=1"],
        0,
        1,
        "invalid field name: input field \"time\" on measurement \"m\" is invalid. Field \"time\" has been stripped from \
         point. dropped=0 for database: 6ab75d0559da2ffd for retention policy: autogen",
    );
    check(
        &["m v=1", "m time=1,x=1,v=\"s\""],
        0,
        1,
        "field type conflict: input field \"v\" on measurement \"m\" is type string, already exists as type float dropped=1",
    );
    check(
        &["m time=1,x=1\nm time=2\nm x=\"s\""],
        0,
        1,
        "invalid field name: input field \"time\" on measurement \"m\" is invalid dropped=2",
    );
}

#[test]
fn retention() {
    check(&["m v=1 999999\nm v=1"], 3600, 2, "");
    check(
        &["a v=1 1\nb v=1 700000\nc v=1"],
        259_200,
        1,
        "dropped 2 points outside retention policy of duration 72h0m0s - oldest point a at 1970-01-01T00:00:01Z dropped \
         because it violates a Retention Policy Lower Bound at 1970-01-09T13:46:40Z, newest point b at \
         1970-01-09T02:26:40Z dropped because it violates a Retention Policy Lower Bound at 1970-01-09T13:46:40Z \
         dropped=2 for database: 6ab75d0559da2ffd for retention policy: autogen",
    );
}
