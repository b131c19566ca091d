//! What the port is asked beside the arguments, and what becomes of its answers and errors.

use fluxlet_runtime::http::Redirects;
use fluxlet_runtime::{Code, Limits, NetworkPolicy, display};
use http::{HeaderName, HeaderValue};

use super::*;

#[test]
fn the_request_keeps_to_the_context() {
    let limits = Limits { response_body: 1000, ..Limits::default() };
    let context = home().with_limits(limits).with_policy(NetworkPolicy::open());
    let request = sent_in(&context, "context", &[]);
    assert_eq!(request.redirects, Redirects::Follow(10));
    assert_eq!(request.max_response_bytes, 1000);
    assert!(request.policy.private_addresses);
}

#[test]
fn any_status_is_a_value() {
    for status in [100, 204, 302, 404, 503, 999] {
        let body = Bytes::from_static(b"\xff\x00abc");
        let answer = Response { status, headers: HeaderMap::new(), body: body.clone() };
        let Value::Record(record) = call_answered(&home(), &[], Ok(answer)).result.unwrap() else {
            panic!("no record")
        };
        let labels: Vec<_> = record.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["statusCode", "headers", "body"]);
        assert!(matches!(record.get("statusCode"), Some(Value::Int(found)) if *found == i64::from(status)));
        let Some(Value::Bytes(found)) = record.get("body") else { panic!("no body") };
        assert_eq!((&***found, found.as_ptr()), (&*body, body.as_ptr()));
        assert_eq!(display(record.get("headers").unwrap(), 100).unwrap(), "[:]");
    }
}

#[test]
fn response_headers() {
    type Fields<'a> = &'a [(&'a str, &'a [u8])];
    let cases: [(&str, Fields<'_>, &str); 6] = [
        ("HDR-19", &[("set-cookie", b"b=2"), ("via", b"x"), ("set-cookie", b"a=1")], "[Set-Cookie: b=2, a=1, Via: x]"),
        ("HDR-20", &[("x-influxdb-build", b"OSS"), ("etag", b"e")], "[Etag: e, X-Influxdb-Build: OSS]"),
        ("HDR-21", &[("x-a", b"caf\xe9")], "[X-A: café]"),
        ("HDR-21 UTF-8", &[("x-a", "café".as_bytes()), ("x-a", b"\xe9")], "[X-A: café, é]"),
        ("HDR-27", &[("b", b"1"), ("a", b"2")], "[A: 2, B: 1]"),
        ("empty", &[("x-a", b"")], "[X-A: ]"),
    ];
    for (id, entries, expected) in cases {
        let mut headers = HeaderMap::new();
        for (name, value) in entries {
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            headers.append(name, HeaderValue::from_bytes(value).unwrap());
        }
        let answer = Response { status: 200, headers, body: Bytes::new() };
        let Value::Record(record) = call_answered(&home(), &[], Ok(answer)).result.unwrap() else {
            panic!("no record")
        };
        assert_eq!(display(record.get("headers").unwrap(), 1000).unwrap(), expected, "{id}");
    }
}

#[test]
fn errors_name_the_request_once() {
    let cases = [
        ("connection refused", "`PUT http://ctx.test:8086/a%20b` failed: connection refused"),
        (
            "`PUT http://ctx.test:8086/a%20b` failed while connecting: no",
            "`PUT http://ctx.test:8086/a%20b` failed while connecting: no",
        ),
        ("PUT http://ctx.test:80860/x", "`PUT http://ctx.test:8086/a%20b` failed: PUT http://ctx.test:80860/x"),
    ];
    let arguments = [("method", "put".into()), ("path", "/a b?q=HUSH".into()), ("query", dict(&[("r", "HUSH")]))];
    for (message, expected) in cases {
        let outcome = call_answered(&home(), &arguments, Err(Error::new(Code::Unavailable, message)));
        let error = outcome.result.unwrap_err();
        assert_eq!((error.code(), error.message()), (Code::Unavailable, expected));
    }
    let long = [("path", format!("/{}", "a".repeat(60_000)).into())];
    let error = call_answered(&home(), &long, Err(Error::internal("no"))).result.unwrap_err();
    assert!(error.message().len() < 300 && error.message().ends_with("aaa…` failed: no"), "{error:?}");
}

#[test]
fn without_a_client_there_is_no_network() {
    let run = Run::new(&home());
    let registry = Registry::new([PACKAGE]).unwrap();
    let arguments = [("method", Value::from("get")), ("path", "/x".into())];
    let future = pin!(registry.call("experimental/influxdb", "api", &run, arguments));
    let Poll::Ready(Err(error)) = future.poll(&mut std::task::Context::from_waker(Waker::noop())) else {
        panic!("it fails at once");
    };
    let expected = "`GET http://ctx.test:8086/x` failed: the context has no HTTP client";
    assert_eq!((error.code(), error.message()), (Code::FailedPrecondition, expected));
}

#[test]
fn the_declaration_is_the_one_of_flux() {
    let registry = Registry::new([PACKAGE]).unwrap();
    registry.verify().unwrap();
    let expected = "(?body: bytes, ?headers: [string: string], ?host: string, method: string, path: string, \
                    ?query: [string: string], ?timeout: duration, ?token: string) => \
                    {body: bytes, headers: [string: string], statusCode: int}";
    assert_eq!(registry.function("experimental/influxdb", "api").unwrap().scheme.to_string(), expected);
}
