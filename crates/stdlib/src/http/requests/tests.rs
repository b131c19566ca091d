//! Calls of `_do`, with what they send.

use std::time::Duration;

use fluxlet_runtime::{Code, Dict, Record, Value};

use crate::testing::recorder::{check_refused, sent, written};
use crate::testing::{array, bytes, duration};

const PATH: &str = "http/requests";

fn config(timeout: &str, insecure: bool) -> (&'static str, Value) {
    let timeout = ("timeout", duration(timeout));
    ("config", Record::from([timeout, ("insecureSkipVerify", insecure.into())]).into())
}

fn params(entries: &[(&str, &[&str])]) -> (&'static str, Value) {
    let mut dict = Dict::default();
    for (key, values) in entries {
        dict.insert((*key).into(), array(values.iter().copied())).expect("a text can be a key");
    }
    ("params", dict.into())
}

#[test]
fn requests_are_what_the_arguments_say() {
    let url = |text: &str| ("url", Value::from(text));
    let method = |text: &str| ("method", Value::from(text));
    let headers = ("headers", Value::from(Dict::of_strings([("X-B", "b"), ("x-a", " a ")])));
    let body = |text: &str| ("body", bytes(text));
    for (named, expected) in [
        (vec![method("GET"), url("http://a.test")], "GET http://a.test/"),
        (vec![method("GET"), url("http://a.test?"), body("")], "GET http://a.test/?"),
        (vec![method("HEAD"), url("http://a.test/?x=1 2"), params(&[])], "HEAD http://a.test/?x=1%202"),
        (
            vec![
                method("PUT"),
                url("http://a.test/x?q=1"),
                params(&[("k", &["v 1", "v2"]), ("b", &["&"]), ("c", &[])]),
            ],
            "PUT http://a.test/x?b=%26&k=v+1&k=v2",
        ),
        (
            vec![method("PATCH"), url("https://a.test"), headers, body("text")],
            "PATCH https://a.test/\nx-b: b\nx-a: a\n\ntext",
        ),
    ] {
        let named: Vec<_> = named.into_iter().chain([config("0s", false)]).collect();
        assert_eq!(written(&sent(PATH, "_do", &named).0), expected);
    }
}

#[test]
fn responses_are_records() {
    let named = [("method", "GET".into()), ("url", "http://a.test".into()), config("2s", false)];
    let (request, value) = sent(PATH, "_do", &named);
    assert_eq!(request.timeout, Duration::from_secs(2));
    let Value::Record(record) = value else { panic!("a record is expected") };
    let field = |label: &str| fluxlet_runtime::display(record.get(label).expect("the field"), 1000).expect("short");
    assert_eq!(field("statusCode"), "201");
    assert_eq!(field("headers"), "[Content-Type: text/plain, X-A: 1, 2]");
    assert_eq!(field("body"), "0x6f6b");
    assert!(matches!(record.get("duration"), Some(Value::Duration(took)) if took.months() == 0));
}

#[test]
fn what_cannot_be_sent_is_refused() {
    for method in ["get", "", "FETCH", "CONNECT"] {
        let expected = format!("invalid HTTP method {method:?}, it must be one of DELETE, GET, HEAD, PATCH, POST, PUT");
        let named = [("method", method.into()), ("url", "http://a.test".into()), config("0s", false)];
        check_refused(PATH, "_do", &named, &expected);
    }
    for (config, code, expected) in [
        (
            config("0s", true),
            Code::PermissionDenied,
            "`insecureSkipVerify` is not allowed here: certificates are always checked",
        ),
        (
            config("1mo", false),
            Code::Invalid,
            "config timeout must be of fixed length, found 1mo; months and years are not",
        ),
        (config("-1s", false), Code::Invalid, "config timeout must not be negative, found -1s"),
    ] {
        let named = [("method", "GET".into()), ("url", "http://a.test".into()), config];
        assert_eq!(check_refused(PATH, "_do", &named, expected).code(), code);
    }
}
