//! Redirects, RED-01 to RED-27.

use fluxlet_runtime::Code::{DeadlineExceeded, Invalid, PermissionDenied, ResourceExhausted};
use fluxlet_runtime::NetworkPolicy;
use fluxlet_runtime::http::{Redirects, Request};
use std::sync::Arc;

use crate::net::Expect::{self, Answer, Error};
use crate::net::{Net, Step, call, check, request, response, send, with_body};

fn redirect(status: u16, location: &str) -> Step {
    response(status, &format!("Location: {location}\r\n"), "")
}

fn lower(requests: &[String]) -> Vec<String> {
    requests.iter().map(|request| request.to_lowercase()).collect()
}

fn with_secrets(mut request: Request) -> Request {
    for (name, value) in [
        ("authorization", "Token t"),
        ("cookie", "a=b"),
        ("x-api-key", "k"),
        ("accept", "text/csv"),
        ("accept-language", "de"),
        ("user-agent", "u"),
        ("content-type", "text/plain"),
    ] {
        request.headers.insert(name, value.parse().unwrap());
    }
    request
}

/// BOD-11, RED-12 to RED-17: what becomes of method and body.
#[tokio::test]
async fn methods() {
    let cases = [
        ("RED-13", "POST", 301, "get /y"),
        ("RED-13 302", "POST", 302, "get /y"),
        ("RED-14 PUT", "PUT", 301, "get /y"),
        ("RED-14 DELETE", "DELETE", 302, "get /y"),
        ("RED-15", "PATCH", 303, "get /y"),
        ("RED-15 HEAD", "HEAD", 303, "head /y"),
        ("RED-15 HEAD 301", "HEAD", 301, "head /y"),
        ("RED-12", "POST", 307, "post /y"),
        ("RED-12 308", "PUT", 308, "put /y"),
    ];
    for (case, method, status, expected) in cases {
        let net = Net::new();
        net.serve("h.test:80", &[&[Step::Read, redirect(status, "/y"), Step::Read, response(200, "", "")]]);
        let request = with_body(with_secrets(request(method, "http://h.test/x")), "body");
        call(&net.transport(), request).await.unwrap();
        let second = &lower(&net.requests())[1];
        assert!(second.starts_with(expected), "{case}: {second}");
        let repeated = expected.starts_with('p');
        assert_eq!(second.ends_with("\r\n\r\nbody"), repeated, "{case}: {second}");
        assert_eq!(second.contains("content-type"), repeated, "{case}: {second}");
        assert!(repeated || !second.contains("content-length"), "{case}: {second}");
        // RED-01, RED-25: the same origin sees what it saw before, and where from is not told.
        assert!(second.contains("authorization: token t") && !second.contains("referer"), "{case}: {second}");
        assert_eq!(net.dialled().len(), 1, "{case}");
    }
}

/// RED-16, RED-17, RED-26: these are answers.
#[tokio::test]
async fn not_followed() {
    for status in [300, 304, 305, 306, 309] {
        let net = Net::new();
        net.serve(
            "h.test:80",
            &[&[Step::Read, send(format!("HTTP/1.1 {status} X\r\nLocation: /y\r\nContent-Length: 0\r\n\r\n"))]],
        );
        check("RED-16", &call(&net.transport(), request("GET", "http://h.test/x")).await, &Answer(status, ""));
    }
    for headers in ["", "Location: \r\n"] {
        let net = Net::new();
        net.serve("h.test:80", &[&[Step::Read, response(302, headers, "here")]]);
        check("RED-17", &call(&net.transport(), request("GET", "http://h.test/x")).await, &Answer(302, "here"));
    }
    let net = Net::new();
    net.serve("h.test:80", &[&[Step::Read, redirect(302, "/y")]]);
    let mut request = request("GET", "http://h.test/x");
    request.redirects = Redirects::Return;
    check("RED-26", &call(&net.transport(), request).await, &Answer(302, ""));
}

/// RED-02 to RED-10: what another origin sees, and never gets back.
#[tokio::test]
async fn other_origins_see_no_secrets() {
    let cases = [
        ("RED-02", "http://a.test:81/y", "a.test:81"),
        ("RED-05", "http://sub.a.test/y", "sub.a.test:80"),
        ("RED-07", "//b.test/y", "b.test:80"),
    ];
    for (case, location, host) in cases {
        let net = Net::new();
        net.serve("a.test:80", &[&[Step::Read, redirect(302, location), Step::Read, response(200, "", "back")]]);
        // RED-08: and back.
        net.serve(host, &[&[Step::Read, redirect(307, "http://a.test/z")]]);
        let sent = with_secrets(request("GET", "http://a.test/x"));
        check(case, &call(&net.transport(), sent).await, &Answer(200, "back"));
        let requests = lower(&net.requests());
        assert_eq!(requests.len(), 3, "{case}");
        for request in &requests[1..] {
            for secret in ["authorization", "cookie", "x-api-key", "x-secret", "referer", "content-type"] {
                assert!(!request.contains(secret), "{case}: {request}");
            }
            for kept in ["accept: text/csv", "accept-language: de", "user-agent: u", "accept-encoding: gzip"] {
                assert!(request.contains(kept), "{case}: {request}");
            }
        }
    }
}

/// RED-09: what was dropped stays dropped within the other origin.
#[tokio::test]
async fn red_09_secrets_stay_dropped() {
    let net = Net::new();
    net.serve("a.test:80", &[&[Step::Read, redirect(302, "http://b.test/1")]]);
    net.serve(
        "b.test:80",
        &[&[Step::Read, redirect(302, "/2"), Step::Read, redirect(302, "/3"), Step::Read, response(200, "", "end")]],
    );
    let sent = with_secrets(request("GET", "http://a.test/x"));
    check("RED-09", &call(&net.transport(), sent).await, &Answer(200, "end"));
    for request in &lower(&net.requests())[1..] {
        for secret in ["authorization", "cookie", "x-api-key", "x-secret"] {
            assert!(!request.contains(secret), "{request}");
        }
    }
}

#[tokio::test]
async fn refused() {
    let cases: [(&str, &str, u16, &str, Expect); 11] = [
        ("RED-11", "POST", 307, "http://b.test/y", Error(PermissionDenied, "does not carry the body")),
        ("RED-11 308", "PUT", 308, "http://h.test:81/y", Error(PermissionDenied, "does not carry the body")),
        ("RED-19 bracket", "GET", 302, "http://[::1", Error(Invalid, "invalid URL")),
        ("RED-19 space", "GET", 302, "/a b", Error(Invalid, "white space")),
        ("RED-20 file", "GET", 302, "file:///etc/passwd", Error(Invalid, "neither `http` nor `https`")),
        ("RED-20 unix", "GET", 302, "unix:/run/x", Error(Invalid, "neither `http` nor `https`")),
        ("RED-21", "GET", 302, "http://u:C4NARY@h.test/", Error(Invalid, "credentials")),
        ("RED-21 no host", "GET", 302, "//C4NARY@/", Error(Invalid, "credentials")),
        ("RED-22 loop", "GET", 302, "/x", Error(ResourceExhausted, "stopped after 10 redirects")),
        ("SEC-01", "GET", 302, "/y?q=C4NARY", Error(ResourceExhausted, "redirected to `GET http://h.test/y`")),
        ("RED-19 port", "GET", 302, "http://h.test:99999/", Error(Invalid, "port")),
    ];
    for (case, method, status, location, expected) in cases {
        let net = Net::new();
        let script: Vec<Step> = (0..11).flat_map(|_| [Step::Read, redirect(status, location)]).collect();
        net.serve("h.test:80", &[&script]);
        let sent = with_body(request(method, "http://h.test/x"), "C4NARY");
        check(case, &call(&net.transport(), sent).await, &expected);
        assert_eq!(net.lookups(), ["h.test:80"], "{case}");
    }
}

/// RED-22: the tenth is followed, the eleventh is not.
#[tokio::test]
async fn ten_redirects() {
    for (count, expected) in [(10, Answer(200, "end")), (11, Error(ResourceExhausted, "stopped after 10 redirects"))] {
        let net = Net::new();
        let mut script: Vec<Step> =
            (0..count).flat_map(|nth| [Step::Read, redirect(302, &format!("/{nth}"))]).collect();
        script.extend([Step::Read, response(200, "", "end")]);
        net.serve("h.test:80", &[&script]);
        check("RED-22", &call(&net.transport(), request("GET", "http://h.test/x")).await, &expected);
    }
}

/// RED-23: each hop passes the policy, and the exemption of the first origin is its own.
#[tokio::test]
async fn hops_pass_the_policy() {
    for (case, location) in [("RED-23 literal", "http://169.254.169.254/y"), ("RED-23 name", "http://in.test/y")] {
        let net = Net::new();
        net.serve("h.test:80", &[&[Step::Read, redirect(302, location)]]).name("in.test:80", &["10.0.0.1:80"]);
        let mut request = request("GET", "http://h.test/x");
        request.policy = Arc::new(NetworkPolicy::public_only());
        request.trusted_origin = true;
        let result = call(&net.transport(), request).await;
        check(case, &result, &Error(PermissionDenied, "the network policy forbids `http://"));
        assert_eq!(net.dialled().len(), 1, "{case}");
    }
}

/// RED-27, ENC-14: of a redirect's body at most 2 KiB are read, and never decoded.
#[tokio::test(start_paused = true)]
async fn bodies_of_redirects() {
    let cases = [
        ("RED-27 short", "Content-Length: 4\r\n\r\nhere".to_owned(), 1),
        ("RED-27 long", format!("Content-Length: 3000\r\n\r\n{}", "x".repeat(3000)), 2),
        ("RED-27 promised", "Content-Length: 10000000000\r\n\r\nx".to_owned(), 2),
        ("RED-27 endless", format!("\r\n{}", "x".repeat(60_000)), 2),
        ("ENC-14", "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nhere".to_owned(), 1),
    ];
    for (case, rest, dials) in cases {
        let net = Net::new();
        let first = send(format!("HTTP/1.1 302 X\r\nLocation: /y\r\n{rest}"));
        let end = [Step::Read, response(200, "", "end")];
        net.serve("h.test:80", &[&[Step::Read, first, end[0].clone(), end[1].clone()], &end]);
        check(case, &call(&net.transport(), request("GET", "http://h.test/x")).await, &Answer(200, "end"));
        assert_eq!(net.dialled().len(), dials, "{case}");
    }
    let net = Net::new();
    net.serve(
        "h.test:80",
        &[&[Step::Read, send("HTTP/1.1 302 X\r\nLocation: /y\r\nContent-Length: 4\r\n\r\nx"), Step::Hold]],
    );
    let result = call(&net.transport(), request("GET", "http://h.test/x")).await;
    check("TMO-13 redirect", &result, &Error(DeadlineExceeded, "while reading the body"));
}
