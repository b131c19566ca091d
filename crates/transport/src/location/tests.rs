//! Tests of reference resolution.

use fluxlet_runtime::{Origin, Scheme};

use super::resolve;

fn check(reference: impl AsRef<[u8]>, expected: Result<&str, &str>) {
    let origin = Origin::parse(Scheme::Http, "h.test:8086").unwrap_or_else(|error| panic!("{error}"));
    let found = resolve(&origin, "/a/b/c?x=1", reference.as_ref());
    let reference = String::from_utf8_lossy(reference.as_ref());
    match (found, expected) {
        (Ok(found), Ok(expected)) => assert_eq!(format!("{}{}", found.origin, found.target), expected, "{reference}"),
        (Err(fault), Err(part)) => {
            let fault = format!("{fault:?}");
            assert!(fault.contains(part), "{reference}: {fault}");
        }
        (found, expected) => panic!("{reference}: expected {expected:?}, found {found:?}"),
    }
}

/// RED-18.
#[test]
fn references() {
    let cases = [
        ("/y", Ok("http://h.test:8086/y")),
        ("y", Ok("http://h.test:8086/a/b/y")),
        ("./y", Ok("http://h.test:8086/a/b/y")),
        ("../y", Ok("http://h.test:8086/a/y")),
        ("../../../../y", Ok("http://h.test:8086/y")),
        ("..", Ok("http://h.test:8086/a/")),
        (".", Ok("http://h.test:8086/a/b/")),
        ("y/../z?q=1", Ok("http://h.test:8086/a/b/z?q=1")),
        ("/a/./b/../c/", Ok("http://h.test:8086/a/c/")),
        ("/%2e%2e/y", Ok("http://h.test:8086/%2e%2e/y")),
        ("?q", Ok("http://h.test:8086/a/b/c?q")),
        ("#f", Ok("http://h.test:8086/a/b/c?x=1")),
        ("/y?q#f", Ok("http://h.test:8086/y?q")),
        ("/y#f?q", Ok("http://h.test:8086/y")),
        ("/ünï", Ok("http://h.test:8086/%C3%BCn%C3%AF")),
        ("//other.test", Ok("http://other.test/")),
        ("//other.test?q", Ok("http://other.test/?q")),
        ("HTTPS://Other.Test:443/y", Ok("https://other.test/y")),
        ("http://other.test:99/../y", Ok("http://other.test:99/y")),
        ("http://[::1]:80/y", Ok("http://[::1]/y")),
        ("http://[::1", Err("invalid URL")),
        ("http:y", Err("without host")),
        ("http://", Err("invalid URL")),
        ("http://u:p@other.test/", Err("credentials")),
        ("//u@other.test/", Err("credentials")),
        ("http://other.test:99999/", Err("port")),
        ("file:///etc/passwd", Err("neither")),
        ("ftp://other.test/", Err("neither")),
        ("javascript:1", Err("neither")),
        ("data:,x", Err("neither")),
        ("/a b", Err("white space")),
        ("/a\\b", Err("backslash")),
        ("/\\other.test", Err("backslash")),
    ];
    for (reference, expected) in cases {
        check(reference, expected);
    }
    check(b"/caf\xe9", Err("not UTF-8"));
}

/// RED-19, RED-20: long references cost no more than their length, and a length no more than is allowed.
#[test]
fn long_references() {
    check("../".repeat(20_000), Ok("http://h.test:8086/"));
    check("../".repeat(400_000), Err("64 KiB"));
}
