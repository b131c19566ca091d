//! Calls of `get`, with what they send and return.

use std::time::Duration;

use fluxlet_runtime::{Record, Value, display};

use crate::testing::duration;
use crate::testing::recorder::{check_refused, sent, written};

const PATH: &str = "experimental/http";

#[test]
fn get() {
    let headers = Record::from([("Accept", "text/plain".into())]);
    let named = [("url", "https://a.test/x?y=1".into()), ("headers", headers.into())];
    let (request, value) = sent(PATH, "get", &named);
    assert_eq!(written(&request), "GET https://a.test/x?y=1\naccept: text/plain");
    assert_eq!(request.timeout, Duration::from_secs(30));
    let Value::Record(record) = value else { panic!("a record is expected") };
    let field = |label: &str| display(record.get(label).expect("the field"), 1000).expect("short");
    assert_eq!(field("statusCode"), "201");
    assert_eq!(field("headers"), "{Content-Type: text/plain, X-A: 1, 2}");
    assert_eq!(field("body"), "0x6f6b");
}

#[test]
fn timeouts() {
    let url = ("url", Value::from("http://a.test"));
    let (request, _) = sent(PATH, "get", &[url.clone(), ("timeout", duration("3s"))]);
    assert_eq!(request.timeout, Duration::from_secs(3));
    for (timeout, expected) in [
        ("0s", "argument `timeout` must be longer than zero, found 0ns"),
        ("-1s", "argument `timeout` must be longer than zero, found -1s"),
        ("1y", "argument `timeout` must be of fixed length, found 1y; months and years are not"),
    ] {
        check_refused(PATH, "get", &[url.clone(), ("timeout", duration(timeout))], expected);
    }
}
