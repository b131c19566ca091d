//! Tests of the line protocol: the errors are those of the real server.

use super::{FieldType, Point, Precision, parse};
use crate::clock::Timestamp;

const NOW: Timestamp = Timestamp(42);

/// Measurement, fields and nanoseconds.
type Expected<'a> = (&'a str, &'a [(&'a str, FieldType)], i64);

#[track_caller]
fn accepts(text: &str, expected: &[Expected<'_>]) {
    let expected: Vec<Point> = expected
        .iter()
        .map(|(measurement, fields, time)| Point {
            measurement: (*measurement).to_owned(),
            fields: fields.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect(),
            time: Timestamp(*time),
        })
        .collect();
    assert_eq!(parse(text.as_bytes(), Precision::Nanoseconds, NOW), Ok(expected), "{text}");
}

/// Checks the error of a single line, without the quotation of the line.
#[track_caller]
fn rejects(line: &str, expected: &str) {
    let found = parse(line.as_bytes(), Precision::Nanoseconds, NOW);
    assert_eq!(found, Err(format!("unable to parse '{line}': {expected}")), "{line}");
}

#[track_caller]
fn rejects_all(text: &str, expected: &str) {
    assert_eq!(parse(text.as_bytes(), Precision::Nanoseconds, NOW), Err(expected.to_owned()), "{text}");
}

#[track_caller]
fn field(value: &str, expected: FieldType) {
    accepts(&format!("m v={value}"), &[("m", &[("v", expected)], 42)]);
}

use FieldType::{Boolean, Float, Integer, String as Text, Unsigned};

#[test]
fn nothing() {
    for text in ["", "\n\n", "# c", "   ", "\t\n", "  # c=1", " \n \n"] {
        accepts(text, &[]);
    }
}

#[test]
fn points() {
    accepts("cpu,host=a usage=1.5 1700000000\n", &[("cpu", &[("usage", Float)], 1_700_000_000)]);
    accepts("# c\n \tcpu v=1 1\n\n  b x=t", &[("cpu", &[("v", Float)], 1), ("b", &[("x", Boolean)], 42)]);
    accepts("cpu  v=1,w=2i  -5 ", &[("cpu", &[("v", Float), ("w", Integer)], -5)]);
    accepts("cpu \tv=1 \t5", &[("cpu", &[("v", Float)], 5)]);
    accepts("cpu\tv=1 v=1", &[("cpu\tv=1", &[("v", Float)], 42)]);
    accepts("c\\ pu,a\\,b=c\\=d v\\ x=1", &[("c pu", &[("v x", Float)], 42)]);
    accepts("ä,ö=ü é=1", &[("ä", &[("é", Float)], 42)]);
    accepts("cpu,a==b v=1", &[("cpu", &[("v", Float)], 42)]);
    accepts("cpu,a=b\\  v=1", &[("cpu", &[("v", Float)], 42)]);
    accepts("cpu,a=b\\\nc v=1", &[("cpu", &[("v", Float)], 42)]);
    accepts("c=pu,t=\"x v=1", &[("c=pu", &[("v", Float)], 42)]);
    accepts("m\"a v=1\nm v=2", &[("m\"a", &[("v", Float)], 42), ("m", &[("v", Float)], 42)]);
    accepts("cpu \"a\"=1,a\"b=2,a\\,b=3", &[("cpu", &[("\"a\"", Float), ("a\"b", Float), ("a,b", Float)], 42)]);
    accepts("cpu v=1,v=2", &[("cpu", &[("v", Float), ("v", Float)], 42)]);
    accepts("cpu s=\"a,b=c d\" 7", &[("cpu", &[("s", Text)], 7)]);
    accepts("cpu s=\"a\nb\",t=t 7\nx y=1", &[("cpu", &[("s", Text), ("t", Boolean)], 7), ("x", &[("y", Float)], 42)]);
    accepts("cpu v=1 9223372036854775806", &[("cpu", &[("v", Float)], i64::MAX - 1)]);
}

#[test]
fn precisions() {
    let time = |text: &str, precision| parse(text.as_bytes(), precision, NOW).map(|points| points[0].time.0);
    assert_eq!(time("m v=1 2", Precision::Microseconds), Ok(2_000));
    assert_eq!(time("m v=1 2", Precision::Milliseconds), Ok(2_000_000));
    assert_eq!(time("m v=1 -2", Precision::Seconds), Ok(-2_000_000_000));
    let range = "time outside range -9223372036854775806 - 9223372036854775806";
    assert_eq!(
        time("m v=1 9223372037", Precision::Seconds),
        Err(format!("unable to parse 'm v=1 9223372037': {range}"))
    );
    rejects("cpu v=1 9223372036854775807", range);
    rejects("cpu v=1 -9223372036854775808", range);
}

#[test]
fn values() {
    for number in ["1", "-1", ".5", "1.", "-.5", "01", "1e5", "1e+5", "1E-5", "0.001e-400"] {
        field(number, Float);
    }
    for number in ["1i", "-0i", "01i", "9223372036854775807i", "-9223372036854775808i"] {
        field(number, Integer);
    }
    field("18446744073709551615u", Unsigned);
    for boolean in ["t", "T", "true", "True", "TRUE", "f", "F", "false", "False", "FALSE"] {
        field(boolean, Boolean);
    }
    for text in ["\"\"", "\"x\\\"y\"", "\"\\\\\"", "\"a\"\"b\"", "\"a\"b\"c\"", "\"x\"y"] {
        field(text, Text);
    }
}

#[test]
fn wrong_values() {
    let numbers = [
        "NaN", "nan", "N", "n", "ni", "1.5i", "1e5i", "1.i", "-i", "1ii", "1iu", "1i5", "-1u", "1.5u", "-u", "1..2",
        "0x1", "1_0", "--1", "-", ".", "-.", "1d", "1t", "1=2", "1+5", "1-5", "1.2.3e5", "-t", "1\"b\"", "1\\", "1\t5",
        "1\r",
    ];
    for number in numbers {
        rejects(&format!("cpu v={number}"), "invalid number");
    }
    for float in ["1e", "1e-", "1e+", "1e400", "1e5.5", "1e5e5", "-e5", ".e5"] {
        rejects(&format!("cpu v={float}"), "invalid float");
    }
    for boolean in ["i", "u", "tRue", "tru", "true1", "t1", "yes", "inf", "+1", "e5", "'x'", "a\"b\"", "=1", "true\\ "]
    {
        rejects(&format!("cpu v={boolean}"), "invalid boolean");
    }
    let range = |kind: &str, function: &str, digits: &str| {
        format!("unable to parse {kind} {digits}: strconv.{function}: parsing \"{digits}\": value out of range")
    };
    rejects("cpu v=9223372036854775808i", &range("integer", "ParseInt", "9223372036854775808"));
    rejects("cpu v=18446744073709551616u", &range("unsigned", "ParseUint", "18446744073709551616"));
}

#[test]
fn wrong_keys() {
    for line in ["cpu", "cpu,a=b", "cpu\tv=1", "cpu\\ v=1", "cpu\\", "\\", "\"", "=", "cpu,a=1,a=2", "cpu,time=1", "\r"]
    {
        rejects(line, "missing fields");
    }
    rejects(",a=b v=1", "missing measurement");
    for line in ["cpu, v=1", "cpu,=b v=1", "cpu,,a=b v=1", "cpu,a=b, v=1", "cpu,a=b,, v=1", "z,"] {
        rejects(line, "missing tag key");
    }
    for line in
        ["cpu,a v=1", "cpu,a= v=1", "cpu,a=,b=c v=1", "cpu,a\\=b v=1", "cpu,a,b=c v=1", "cpu,\\=b v=1", "z,a", "z,a= "]
    {
        rejects(line, "missing tag value");
    }
    for line in ["cpu,a=b=c v=1", "cpu,a=b\\ v=1", "cpu,a=b\\\\,c=d v=1"] {
        rejects(line, "invalid tag format");
    }
    rejects("cpu,a=b,a=c v=1", "duplicate tags");
    rejects("cpu,b=1,a=2,a=3 v=", "duplicate tags");
    for name in ["time", "_measurement", "_field"] {
        rejects(&format!("cpu,{name}=x,{name}=y v="), &format!("cannot use reserved tag key \"{name}\""));
    }
}

#[test]
fn wrong_fields() {
    let formats = [
        "cpu ",
        "cpu  ",
        "cpu v",
        "cpu,a=b ",
        "cpu v=1,",
        "cpu v=1,,v2=2",
        "cpu v=1, v2=2",
        "cpu a b=1",
        "cpu a,b=1",
        "cpu a=1,b",
        "cpu a=1,b 5",
        "cpu \"a b\"=1",
        "cpu \\=1",
        "cpu v=\"1\"=\"2\"",
        "cpu v=\"a\"x=1",
        "cpu v=\"a\",\"b\"",
        "cpu v=\"a\"\\,b=1",
        "cpu ,v=1",
        "m ,",
        "cpu,a=\"b c\" v=1",
    ];
    for line in formats {
        rejects(line, "invalid field format");
    }
    for line in ["cpu v=", "cpu v= 1", "cpu a=1,b= 5", "cpu v=,x=1"] {
        rejects(line, "missing field value");
    }
    for line in ["cpu =1", "cpu a=1,=2", "m =", "m =,", "m ,="] {
        rejects(line, "missing field key");
    }
    for line in ["cpu v=\"x", "cpu v=\"a\\", "cpu v=\"\\\"", "cpu v=\"a\",b=\"c", "cpu v=\"a\nbad"] {
        rejects(line, "unbalanced quotes");
    }
    rejects("m v=1,\\,=  x=f", "missing field value");
    rejects("cpu v=\"a\"b=c", "invalid boolean");
    rejects("cpu a\\\\=1", "invalid value: field-key=a\\\\=1");
}

#[test]
fn wrong_times() {
    for time in ["x", "1.5", "1-", "--1", "+1", "\"\"", "5\t", "5\r", "5,6", ",v2=2", "99999999999999999999x"] {
        rejects(&format!("cpu v=1 {time}"), "bad timestamp");
    }
    rejects("cpu v=1 1 1", "point is invalid");
    rejects("cpu v=1 1 # c", "point is invalid");
    rejects("cpu v=1 99999999999999999999 1", "strconv.ParseInt: parsing \"99999999999999999999\": value out of range");
    rejects("cpu v=1 - ", "strconv.ParseInt: parsing \"-\": invalid syntax");
    rejects("cpu v=1 99999999999999999999", "strconv.ParseInt: parsing \"99999999999999999999\": value out of range");
}

#[test]
fn long_keys() {
    let long = "m".repeat(70_000);
    rejects(&format!("{long} v=1"), "max key length exceeded: 70000 > 65535");
    rejects(&format!("cpu,t={long} v=1"), "max key length exceeded: 70006 > 65535");
    rejects(&format!("cpu {long}=1"), "max key length exceeded: 70007 > 65535");
}

#[test]
fn several_lines() {
    rejects_all(
        "cpu v=1\n  z\nz,a= \nok v=1\nz v=",
        "unable to parse 'z': missing fields\nunable to parse 'z,a= ': missing tag value\nunable to parse 'z v=': missing field value",
    );
    // The line break at the very end belongs to no text value.
    rejects_all("cpu v=\"a\n b\n", "unable to parse 'cpu v=\"a\n b': unbalanced quotes");
    rejects_all("cpu v\n=1", "unable to parse 'cpu v': invalid field format\nunable to parse '=1': missing fields");
}

#[test]
fn any_bytes() {
    let alphabet = b"ab1 ,=\"\\\n\t.-eiu#t\xff";
    let mut state = 1_u64;
    for _ in 0..50_000 {
        let mut text = Vec::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push(alphabet[(state >> 33) as usize % alphabet.len()]);
        }
        // Whatever comes, each line is either a point or an error that quotes it.
        if let Err(error) = parse(&text, Precision::Nanoseconds, NOW) {
            assert!(error.starts_with("unable to parse '"), "{error}");
        }
    }
}
