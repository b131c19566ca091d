//! Content encodings, ENC-01 to ENC-16.

use std::io::Write;

use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use fluxlet_runtime::Code::{DataLoss, Invalid, ResourceExhausted};

use crate::net::Expect::{self, Answer, Error};
use crate::net::{Net, Step, call, check, request};

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn changed(mut bytes: Vec<u8>, from_end: usize) -> Vec<u8> {
    let at = bytes.len() - from_end;
    bytes[at] ^= 1;
    bytes
}

fn long_header(comment: usize) -> Vec<u8> {
    let mut encoder = GzBuilder::new()
        .extra(vec![0; 300])
        .filename("a.txt")
        .comment(vec![b'c'; comment])
        .write(Vec::new(), Compression::default());
    encoder.write_all(b"hi").unwrap();
    encoder.finish().unwrap()
}

fn framed(label: &str, body: &[u8]) -> Vec<u8> {
    let mut raw = format!("HTTP/1.1 200 OK\r\n{label}Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    raw.extend(body);
    raw
}

#[tokio::test]
async fn codings() {
    let hi = gzip(b"hi");
    let cut = |by: usize| hi[..hi.len() - by].to_vec();
    let label = "Content-Encoding: gzip\r\n";
    let cases: Vec<(&str, &str, Vec<u8>, Expect)> = vec![
        ("ENC-01", label, hi.clone(), Answer(200, "hi")),
        ("ENC-02", label, cut(4), Error(DataLoss, "ends early, after 2 bytes")),
        ("ENC-02 data", label, cut(9), Error(DataLoss, "ends early")),
        ("ENC-02 header", label, hi[..5].to_vec(), Error(DataLoss, "ends early, after 0 bytes")),
        ("ENC-03 CRC", label, changed(hi.clone(), 8), Error(Invalid, "checksum")),
        ("ENC-03 ISIZE", label, changed(hi.clone(), 1), Error(Invalid, "length")),
        ("ENC-03 data", label, changed(hi.clone(), 10), Error(Invalid, "gzip")),
        ("ENC-04", label, [&hi[..], b"garbage"].concat(), Error(Invalid, "header was expected")),
        ("ENC-04 zeros", label, [&hi[..], &[0; 4]].concat(), Error(Invalid, "header was expected")),
        ("ENC-05", label, [gzip(b"a"), gzip(b""), gzip(b"b")].concat(), Answer(200, "ab")),
        ("ENC-06", label, b"plain".to_vec(), Error(Invalid, "header was expected")),
        ("ENC-07", label, Vec::new(), Answer(200, "")),
        ("ENC-08", label, gzip(&vec![b'x'; 64 << 20]), Error(ResourceExhausted, "limit of 1048576 bytes")),
        ("ENC-09", "Content-Encoding: gzip, gzip\r\n", gzip(&hi), Error(Invalid, "more than one")),
        (
            "ENC-09 lines",
            "Content-Encoding: br\r\nContent-Encoding: gzip\r\n",
            hi.clone(),
            Error(Invalid, "more than one"),
        ),
        ("ENC-10", "Content-Encoding: br\r\n", b"raw".to_vec(), Answer(200, "raw")),
        ("ENC-11 x-gzip", "Content-Encoding: x-gzip\r\n", hi.clone(), Answer(200, "hi")),
        ("ENC-11 case", "Content-Encoding:  GZIP \r\n", hi.clone(), Answer(200, "hi")),
        ("ENC-13 small", label, long_header(100), Answer(200, "hi")),
        ("ENC-13", label, long_header(70_000), Error(Invalid, "longer than 64 KiB")),
        ("ENC-16 identity", "Content-Encoding: identity\r\n", b"raw".to_vec(), Answer(200, "raw")),
        ("ENC-16 none", "Content-Encoding: none\r\n", b"raw".to_vec(), Answer(200, "raw")),
        ("ENC-16 empty", "Content-Encoding: \r\n", b"raw".to_vec(), Answer(200, "raw")),
    ];
    for (case, label, body, expected) in cases {
        let sends: &[fn(Vec<u8>) -> Step] = if body.len() > 4096 { &[Step::Send] } else { &[Step::Send, Step::Drip] };
        for step in sends {
            let net = Net::new();
            net.serve("h.test:80", &[&[Step::Read, step(framed(label, &body))]]);
            let answer = call(&net.transport(), request("GET", "http://h.test/x")).await;
            check(case, &answer, &expected);
            assert!(net.requests().concat().contains("accept-encoding: gzip\r\n"), "{case}");
        }
    }
}

/// ENC-01, ENC-10: headers go with the decoding, and only with it.
#[tokio::test]
async fn headers_of_the_coding() {
    let net = Net::new();
    net.serve("h.test:80", &[&[Step::Read, Step::Send(framed("Content-Encoding: gzip\r\n", &gzip(b"hi")))]]);
    let transport = net.transport();
    let decoded = call(&transport, request("GET", "http://h.test/x")).await.unwrap();
    assert!(!decoded.headers.contains_key("content-encoding") && !decoded.headers.contains_key("content-length"));
    let mut plain = request("GET", "http://h.test/x");
    plain.decompress = false;
    let raw = call(&transport, plain).await.unwrap();
    assert_eq!((&raw.body[..], &raw.headers["content-encoding"]), (&gzip(b"hi")[..], &"gzip".parse().unwrap()));
    assert!(!net.requests()[1].contains("accept-encoding"));
}

/// ENC-08: exactly the limit, and one byte more.
#[tokio::test]
async fn the_limit_counts_decoded_bytes() {
    for (size, fits) in [(1 << 20, true), ((1 << 20) + 1, false)] {
        let net = Net::new();
        let body = gzip(&vec![b'x'; size]);
        net.serve("h.test:80", &[&[Step::Read, Step::Send(framed("Content-Encoding: gzip\r\n", &body))]]);
        let answer = call(&net.transport(), request("GET", "http://h.test/x")).await;
        assert_eq!(answer.is_ok_and(|answer| answer.body.len() == size), fits, "{size}");
    }
}
