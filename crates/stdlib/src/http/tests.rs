//! Calls of the package's functions, with what they show and send.

use std::time::Duration;

use fluxlet_runtime::http::Redirects;
use fluxlet_runtime::{Code, Error, Record, Value};

use super::PACKAGE;
use crate::testing::recorder::{Outcome, call, check_refused, sent, written};
use crate::testing::{bytes, check};

#[test]
fn basic_auth() {
    let basic = |user: &str, password: &str, expected: &str| {
        check(&PACKAGE, "basicAuth", &[("u", user.into()), ("p", password.into())], expected);
    };
    basic("aladdin", "opensesame", "Basic YWxhZGRpbjpvcGVuc2VzYW1l");
    basic("a", "bc", "Basic YTpiYw==");
    basic("", "", "Basic Og==");
}

#[test]
fn path_escape() {
    let escape = |text: &str, expected: &str| check(&PACKAGE, "pathEscape", &[("inputString", text.into())], expected);
    escape("a b/c?d&é+~", "a%20b%2Fc%3Fd&%C3%A9+~");
    escape("100%,;\n", "100%25%2C%3B%0A");
    escape("", "");
}

#[test]
fn post_sends_what_it_is_given() {
    let headers = Record::from([("Content-Type", "text/plain".into()), ("Authorization", "Bearer b".into())]);
    let named = [("url", "http://a.test:81/x y?q=1#part".into()), ("headers", headers.into()), ("data", bytes("d"))];
    let (request, status) = sent("http", "post", &named);
    let expected = "POST http://a.test:81/x%20y?q=1\ncontent-type: text/plain\nauthorization: Bearer b\n\nd";
    assert_eq!(written(&request), expected);
    assert!(matches!(status, Value::Int(201)));
    assert!(request.headers["authorization"].is_sensitive());
    assert_eq!((request.redirects, request.decompress), (Redirects::Follow(10), true));
    assert!(request.timeout > Duration::from_secs(50) && request.timeout <= Duration::from_secs(60));
}

#[test]
fn the_token_of_the_context_stays_at_home() {
    for url in ["http://ctx.test:8086/api/v2/buckets", "http://a.test"] {
        let (request, _) = sent("http", "post", &[("url", url.into())]);
        let names: Vec<_> = request.headers.keys().map(|name| name.as_str()).collect();
        assert_eq!(names, ["user-agent"], "{url}");
        assert_eq!(request.trusted_origin, url.starts_with("http://ctx.test:8086/"));
    }
}

#[test]
fn what_cannot_be_sent_is_refused() {
    let scheme = "argument `url` must start with `http://` or `https://`";
    let credentials = "argument `url` holds credentials; give them in a header `Authorization`";
    for (url, expected) in [("", scheme), ("gopher://a.test", scheme), ("http://u:hush@a.test/", credentials)] {
        check_refused("http", "post", &[("url", url.into())], expected);
    }
    for (name, value, expected) in [
        ("x", Value::Int(5), "header value \"x\" must be a string"),
        ("x", Value::NULL, "argument `headers`: the value of `x` is null, it must be a string"),
        ("Host", "b".into(), "argument `headers`: `Host` is not a script's to set: it is the host of the request"),
        ("x", "a\r\nb".into(), "argument `headers`: `x` holds a control character at offset 1 of its value"),
    ] {
        let headers = Record::from([(name, value)]);
        check_refused("http", "post", &[("url", "http://a.test".into()), ("headers", headers.into())], expected);
    }
}

#[test]
fn errors_name_the_request_without_its_query() {
    let named = [("url", "http://a.test/x?key=hush".into()), ("data", bytes("hush"))];
    let refused = Error::new(Code::Unavailable, "connection refused");
    let Outcome { result, .. } = call("http", "post", &named, Err(refused));
    let error = result.err().map(|error| (error.code(), error.message().to_owned()));
    assert_eq!(error, Some((Code::Unavailable, "`POST http://a.test/x` failed: connection refused".to_owned())));
}
