//! The framing of responses, RSP-01 to RSP-41.

use fluxlet_runtime::Code::{DataLoss, Invalid, ResourceExhausted, Unavailable};

use crate::net::Expect::{self, Answer, Error};
use crate::net::{Net, Step, call, check, request, response, send};

/// Plays `raw` after the request, whole and byte by byte, then closes.
async fn check_raw(case: &str, method: &str, raw: &[u8], expected: Expect) {
    let sends: &[fn(Vec<u8>) -> Step] = if raw.len() > 4096 { &[Step::Send] } else { &[Step::Send, Step::Drip] };
    for step in sends {
        let net = Net::new();
        net.serve("h.test:80", &[&[Step::Read, step(raw.to_vec())]]);
        let mut request = request(method, "http://h.test/x");
        request.max_response_bytes = 10;
        check(case, &call(&net.transport(), request).await, &expected);
    }
}

#[tokio::test]
async fn framing() {
    let ok = "HTTP/1.1 200 OK\r\n";
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let cases: Vec<(&str, String, Expect)> = vec![
        ("RSP-01", format!("{ok}Content-Length: 2\r\n\r\nok"), Answer(200, "ok")),
        ("RSP-02", format!("{ok}Content-Length: 10\r\n\r\nok"), Error(DataLoss, "got 2 of 10 bytes")),
        ("RSP-03", format!("{ok}Content-Length: 2\r\n\r\nokHTTP/1.1 200"), Answer(200, "ok")),
        ("RSP-04", format!("{chunked}5\r\nhel"), Error(DataLoss, "got 3 bytes of a body that did not end")),
        ("RSP-05", format!("{chunked}3\r\nhel\r\n"), Error(DataLoss, "got 3 bytes")),
        ("RSP-06 zz", format!("{chunked}zz\r\nhello\r\n0\r\n\r\n"), Error(Invalid, "malformed chunks")),
        ("RSP-06 -5", format!("{chunked}-5\r\nhello\r\n0\r\n\r\n"), Error(Invalid, "malformed chunks")),
        ("RSP-06 0x5", format!("{chunked}0x5\r\nhello\r\n0\r\n\r\n"), Error(Invalid, "malformed chunks")),
        ("RSP-06 5_0", format!("{chunked}5_0\r\nhello\r\n0\r\n\r\n"), Error(Invalid, "malformed chunks")),
        ("RSP-06 +5", format!("{chunked}+5\r\nhello\r\n0\r\n\r\n"), Error(Invalid, "malformed chunks")),
        ("RSP-06 empty", format!("{chunked}\r\nhello\r\n0\r\n\r\n"), Error(Invalid, "malformed chunks")),
        ("RSP-07", format!("{chunked}FFFFFFFFFFFFFFFFF\r\nhello"), Error(Invalid, "malformed chunks")),
        ("RSP-08", format!("{chunked}5;a=b\r\nhello\r\n0\r\n\r\n"), Answer(200, "hello")),
        ("RSP-09", format!("{chunked}5;{}\r\nhello\r\n0\r\n\r\n", "a".repeat(20_000)), Error(Invalid, "chunks")),
        ("RSP-10", format!("{chunked}5\nhello\n0\n\n"), Error(Invalid, "malformed chunks")),
        ("RSP-11", format!("{chunked}2\r\nok\r\n0\r\nContent-Length: 9\r\nX: y\r\n\r\n"), Answer(200, "ok")),
        ("RSP-12", format!("{chunked}2\r\nok\r\n0\r\nX: {}\r\n\r\n", "y".repeat(40_000)), Error(Invalid, "chunks")),
        (
            "RSP-13",
            format!("{ok}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"),
            Error(Invalid, "both a length and chunks"),
        ),
        (
            "RSP-14 gzip",
            format!("{ok}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
            Error(Invalid, "transfer encoding"),
        ),
        ("RSP-14 identity", format!("{ok}Transfer-Encoding: identity\r\n\r\nok"), Error(Invalid, "transfer encoding")),
        (
            "RSP-14 twice",
            format!("{ok}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            Error(Invalid, "transfer encoding"),
        ),
        (
            "RSP-15",
            "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".into(),
            Error(Invalid, "malformed"),
        ),
        ("RSP-16", format!("{ok}Content-Length: 2\r\nContent-Length: 5\r\n\r\nokokok"), Error(Invalid, "malformed")),
        ("RSP-17", format!("{ok}Content-Length: 2\r\nContent-Length: 2\r\n\r\nok"), Answer(200, "ok")),
        ("RSP-18 -1", format!("{ok}Content-Length: -1\r\n\r\nok"), Error(Invalid, "malformed")),
        ("RSP-18 +2", format!("{ok}Content-Length: +2\r\n\r\nok"), Error(Invalid, "malformed")),
        ("RSP-18 huge", format!("{ok}Content-Length: 99999999999999999999\r\n\r\nok"), Error(Invalid, "malformed")),
        ("RSP-18 letters", format!("{ok}Content-Length: 2abc\r\n\r\nok"), Error(Invalid, "malformed")),
        ("RSP-19", format!("{ok}\r\nto the end"), Answer(200, "to the end")),
        (
            "RSP-20",
            format!("{ok}Content-Length: 11\r\n\r\n"),
            Error(ResourceExhausted, "11 bytes is larger than the limit of 10"),
        ),
        ("RSP-21 close", format!("{ok}\r\n12345678901"), Error(ResourceExhausted, "limit of 10 bytes")),
        (
            "RSP-21 chunked",
            format!("{chunked}b\r\n12345678901\r\n0\r\n\r\n"),
            Error(ResourceExhausted, "limit of 10 bytes"),
        ),
        ("RSP-22", format!("{chunked}5\r\n12345\r\n5\r\n67890\r\n0\r\n\r\n"), Answer(200, "1234567890")),
        ("RSP-24", String::new(), Error(Unavailable, "closed the connection before it answered")),
        ("RSP-26 HTTP/0.9", "hello there".into(), Error(Invalid, "does not start with `HTTP/`")),
        ("RSP-26 ICY", "ICY 200 OK\r\n\r\n".into(), Error(Invalid, "does not start with `HTTP/`")),
        ("RSP-26 SSH", "SSH-2.0-x\r\n".into(), Error(Invalid, "SSH")),
        ("RSP-27 99", "HTTP/1.1 99 X\r\n\r\n".into(), Error(Invalid, "malformed")),
        ("RSP-27 2xx", "HTTP/1.1 2xx X\r\n\r\n".into(), Error(Invalid, "malformed")),
        ("RSP-27 1000", "HTTP/1.1 1000 X\r\n\r\n".into(), Error(Invalid, "malformed")),
        ("RSP-28 999", "HTTP/1.1 999 X\r\nContent-Length: 0\r\n\r\n".into(), Answer(999, "")),
        ("RSP-28 299", "HTTP/1.1 299 X\r\nContent-Length: 0\r\n\r\n".into(), Answer(299, "")),
        ("RSP-29", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n".into(), Answer(200, "")),
        ("RSP-30 1.2", "HTTP/1.2 200 OK\r\nContent-Length: 0\r\n\r\n".into(), Error(Invalid, "malformed")),
        ("RSP-30 2.0", "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n".into(), Error(Invalid, "malformed")),
        ("RSP-30 lower", "http/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".into(), Error(Invalid, "HTTP response")),
        ("RSP-31", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok".into(), Answer(200, "ok")),
        ("RSP-32", "HTTP/1.1 204 X\r\nContent-Length: 5\r\n\r\nhello".into(), Answer(204, "")),
        ("RSP-33", "HTTP/1.1 304 X\r\nContent-Length: 5\r\n\r\n".into(), Answer(304, "")),
        (
            "RSP-35",
            format!("HTTP/1.1 102 X\r\nA: b\r\n\r\nHTTP/1.1 103 X\r\n\r\n{ok}Content-Length: 0\r\n\r\n"),
            Answer(200, ""),
        ),
        ("RSP-36 16", format!("{}{ok}\r\nok", "HTTP/1.1 102 X\r\n\r\n".repeat(16)), Answer(200, "ok")),
        (
            "RSP-37",
            "HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n".into(),
            Error(Invalid, "switched protocols"),
        ),
        ("HDR-23 space", format!("{ok}X-A : b\r\n\r\n"), Error(Invalid, "malformed")),
        ("HDR-23 no colon", format!("{ok}XA\r\n\r\n"), Error(Invalid, "malformed")),
        ("HDR-23 NUL", format!("{ok}X-A: \0b\r\n\r\n"), Error(Invalid, "malformed")),
        ("HDR-24 fields", format!("{ok}{}\r\n", "A: b\r\n".repeat(257)), Error(ResourceExhausted, "256 fields")),
        ("HDR-24 256 fields", format!("{ok}{}\r\n", "A: b\r\n".repeat(256)), Answer(200, "")),
        ("HDR-24 bytes", format!("{ok}A: {}\r\n\r\n", "b".repeat(300_000)), Error(ResourceExhausted, "256 KiB")),
    ];
    for (case, raw, expected) in cases {
        check_raw(case, "GET", raw.as_bytes(), expected).await;
    }
}

/// HDR-22, ENC-15, RSP-14: more that a head may hold.
#[tokio::test]
async fn hdr_22_enc_15_heads() {
    let ok = "HTTP/1.1 200 OK\r\n";
    let gzip = "Content-Encoding: gzip\r\n\r\n";
    let cases: Vec<(&str, String, Expect)> = vec![
        ("HDR-22", format!("{ok}X-A: one\r\n two\r\nContent-Length: 0\r\n\r\n"), Error(Invalid, "malformed")),
        ("HDR-23 empty", format!("{ok}: b\r\n\r\n"), Error(Invalid, "malformed")),
        ("HDR-26", format!("{ok}X\x1b[31m: C4NARY\r\n\r\n"), Error(Invalid, "malformed")),
        ("ENC-15 204", format!("HTTP/1.1 204 X\r\n{gzip}"), Answer(204, "")),
        ("ENC-15 304", format!("HTTP/1.1 304 X\r\n{gzip}"), Answer(304, "")),
        (
            "RSP-14 chunked, chunked",
            format!("{ok}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
            Error(Invalid, "transfer encoding"),
        ),
        ("RSP-17 list", format!("{ok}Content-Length: 2, 2\r\n\r\nok"), Answer(200, "ok")),
        ("RSP-18 hex", format!("{ok}Content-Length: 0x2\r\n\r\nok"), Error(Invalid, "malformed")),
        (
            "RSP-18 most",
            format!("{ok}Content-Length: 18446744073709551615\r\n\r\nok"),
            Error(ResourceExhausted, "promises more than any body has"),
        ),
        ("RSP-16 cases", format!("{ok}Content-Length: 2\r\ncontent-length: 3\r\n\r\nokx"), Error(Invalid, "malformed")),
        ("RSP-14 x", format!("{ok}Transfer-Encoding: xchunked\r\n\r\nok"), Error(Invalid, "other than `chunked`")),
        (
            "RSP-14 quotes",
            format!("{ok}Transfer-Encoding: \"chunked\"\r\n\r\nok"),
            Error(Invalid, "other than `chunked`"),
        ),
        ("RSP-14 empty", format!("{ok}Transfer-Encoding:\r\n\r\nok"), Error(Invalid, "other than `chunked`")),
        (
            "RSP-06 no break after the data",
            format!("{ok}Transfer-Encoding: chunked\r\n\r\n2\r\nokXX0\r\n\r\n"),
            Error(Invalid, "malformed chunks"),
        ),
        (
            "RSP-10 line feeds in an extension",
            format!("{ok}Transfer-Encoding: chunked\r\n\r\n2;\n\nok\r\n0\r\n\r\n"),
            Error(Invalid, "malformed chunks"),
        ),
        ("RSP-18 blank", format!("{ok}Content-Length: 2 \r\n\r\nok"), Answer(200, "ok")),
        ("RSP-27 0200", "HTTP/1.1 0200 X\r\n\r\n".into(), Error(Invalid, "malformed")),
        ("RSP-28 600", "HTTP/1.1 600 X\r\nContent-Length: 0\r\n\r\n".into(), Answer(600, "")),
    ];
    for (case, raw, expected) in cases {
        check_raw(case, "GET", raw.as_bytes(), expected).await;
    }
    check_raw("ENC-15 HEAD", "HEAD", format!("{ok}{gzip}").as_bytes(), Answer(200, "")).await;
}

#[tokio::test]
async fn bytes_that_are_no_text() {
    let cases: [(&str, &[u8], Expect); 3] = [
        ("RSP-26 TLS", b"\x15\x03\x03\x00\x02\x02\x46", Error(Invalid, "use `https://`")),
        ("RSP-26 h2", b"\0\0\x06\x04\0\0\0\0\0\0\x04\0\0\0\x01", Error(Invalid, "HTTP/2 without TLS")),
        ("RSP-29", b"HTTP/1.1 200 caf\xe9\r\nContent-Length: 0\r\n\r\n", Answer(200, "")),
    ];
    for (case, raw, expected) in cases {
        check_raw(case, "GET", raw, expected).await;
    }
}

#[tokio::test]
async fn head_has_no_body() {
    let cases = [
        ("RSP-34", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n"),
        ("RSP-34 bytes", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"),
        ("RSP-34 gzip", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\n"),
    ];
    for (case, raw) in cases {
        check_raw(case, "HEAD", raw.as_bytes(), Answer(200, "")).await;
    }
    let net = Net::new();
    net.serve("h.test:80", &[&[Step::Read, send(cases[2].1)]]);
    let answer = call(&net.transport(), request("HEAD", "http://h.test/x")).await.unwrap();
    assert_eq!(answer.headers["content-length"], "5");
    assert_eq!(answer.headers["content-encoding"], "gzip");
}

/// RSP-36: interim responses without end, of which hyper would read any number.
#[tokio::test]
async fn interim_responses_are_counted() {
    let mut script = vec![Step::Read];
    script.extend(vec![send("HTTP/1.1 102 X\r\n\r\n".repeat(100)); 20]);
    script.push(Step::Hold);
    let net = Net::new();
    net.serve("h.test:80", &[&script]);
    let result = call(&net.transport(), request("GET", "http://h.test/x")).await;
    check("RSP-36", &result, &Error(Invalid, "more than 16 interim responses"));
}

/// RSP-03, RSP-32, RSP-41: what follows a response is not taken for the answer to the next request.
#[tokio::test]
async fn nothing_leaks_into_the_next_response() {
    let stray = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstray";
    let cases = [
        ("RSP-03", format!("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n{stray}")),
        ("RSP-32", format!("HTTP/1.1 204 X\r\nContent-Length: {}\r\n\r\n{stray}", stray.len())),
        ("RSP-41", format!("{stray}{stray}")),
    ];
    for (case, raw) in cases {
        let net = Net::new();
        let second = [Step::Read, response(200, "", "second"), Step::Drain];
        net.serve("h.test:80", &[&[Step::Read, send(raw), Step::Drain], &second]);
        let transport = net.transport();
        call(&transport, request("GET", "http://h.test/1")).await.unwrap();
        check(case, &call(&transport, request("GET", "http://h.test/2")).await, &Answer(200, "second"));
        assert_eq!(net.dialled().len(), 2, "{case}");
    }
}

/// RSP-40: a server that talks first.
#[tokio::test]
async fn a_server_that_talks_first_is_not_heard() {
    let net = Net::new();
    net.serve("h.test:80", &[&[send("SSH-2.0-x\r\n"), Step::Drain]]);
    let result = call(&net.transport(), request("GET", "http://h.test/x")).await;
    check("RSP-40", &result, &Error(Invalid, "SSH"));
}
