//! Origins, and the patterns that match them.

use super::*;
use crate::Endpoint;

#[track_caller]
fn check(pattern: &str, matching: &[&str], others: &[&str]) {
    let parsed: OriginPattern = pattern.parse().unwrap();
    assert_eq!(parsed.to_string().parse::<OriginPattern>().unwrap(), parsed);
    let matches = |url: &&str| parsed.matches(&Endpoint::parse(url).unwrap().origin);
    assert_eq!(matching.iter().find(|url| !matches(url)), None, "{pattern}");
    assert_eq!(others.iter().find(|url| matches(url)), None, "{pattern}");
}

/// SRF-22
#[test]
fn origins() {
    check(
        "https://a.test",
        &["https://a.test", "https://A.test.:443"],
        &["http://a.test", "https://a.test:8443", "https://xa.test", "https://x.a.test", "https://a.test.x"],
    );
    check(
        "https://*.a.test:8443",
        &["https://b.a.test:8443", "https://c.b.a.test:8443"],
        &["https://a.test:8443", "https://xa.test:8443", "https://b.a.test", "https://b.a.test.x:8443"],
    );
    check(
        "http://*.bücher.test:*",
        &["http://a.xn--bcher-kva.test:1", "http://a.BÜCHER.test"],
        &["http://bücher.test"],
    );
    check("http://127.0.0.1:8086", &["http://127.0.0.1:8086"], &["http://127.0.0.1", "http://[::1]:8086"]);
    check("http://[::1]:*", &["http://[0:0::1]:9"], &["https://[::1]:9"]);
    // An address is no name below another.
    check("http://*.1:*", &["http://a.1"], &["http://127.0.0.1"]);
}

#[test]
fn what_is_no_origin() {
    for (text, expected) in [
        ("", "starts with `http://`"),
        ("a.test", "starts with `http://`"),
        ("ftp://a.test", "starts with `http://`"),
        ("http://a.test/", "ends with its host or port"),
        ("http://a.test/api", "ends with its host or port"),
        ("http://*", "a `*` stands for"),
        ("http://*.", "the host name is empty"),
        ("http://a.*.test", "a `*` stands for"),
        ("http://*.*.test", "a `*` stands for"),
        ("http://*.127.0.0.1", "below an address"),
        ("http://me:S3CRET@a.test", "credentials"),
        ("http://a.test:0", "1 to 65535"),
    ] {
        let error = text.parse::<OriginPattern>().unwrap_err();
        assert!(error.message().contains(expected), "{text}: {error}");
    }
}
