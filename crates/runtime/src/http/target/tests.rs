//! URLs as scripts write them, and what becomes of them.

use super::*;
use crate::Code;

/// Returns the origin, the encoded path and the encoded query of a URL, or the message of the error.
fn read(text: &str) -> String {
    match Url::parse("url", text) {
        Ok(url) => format!("{} {} {:?}", url.origin, encode_text(url.path), url.query.map(encode_text)),
        Err(error) => {
            assert_eq!(error.code(), Code::Invalid, "{text}");
            error.message().to_owned()
        }
    }
}

#[test]
fn urls() {
    for (text, expected) in [
        ("http://a.test", "http://a.test  None"),
        ("HTTP://A.test:80/x", "http://a.test /x None"),
        ("https://a.test:8443/a b/%2F?q=1 2&r=ü#part", "https://a.test:8443 /a%20b/%2F Some(\"q=1%202&r=%C3%BC\")"),
        ("https://a.test?", "https://a.test  Some(\"\")"),
        ("http://[::1]:8086/?a?b", "http://[::1]:8086 / Some(\"a?b\")"),
        ("http://a.test#/x@y", "http://a.test  None"),
        ("http://a.test/@b", "http://a.test /@b None"),
        ("", "argument `url` must start with `http://` or `https://`"),
        ("/only/path", "argument `url` must start with `http://` or `https://`"),
        ("127.0.0.1:1", "argument `url` must start with `http://` or `https://`"),
        ("gopher://a.test", "argument `url` must start with `http://` or `https://`"),
        ("http:/a.test", "argument `url` must start with `http://` or `https://`"),
        ("http://u:p@a.test", "argument `url` holds credentials; give them in a header `Authorization`"),
        ("http://", "argument `url`: the host name is empty"),
        ("http:///x", "argument `url`: the host name is empty"),
        ("http://a.test:port/", "argument `url`: a port is a number from 1 to 65535"),
        ("http://a\\b/", "argument `url` holds white space, a backslash or a control character in its host"),
        ("http://a b/", "argument `url` holds white space, a backslash or a control character in its host"),
        (
            "http://a.test/%zz",
            "argument `url` holds, at offset 14, a `%` without two hexadecimal digits; write `%25` for a `%`",
        ),
        ("http://a.test/\\", "argument `url` holds, at offset 14, a backslash; write `%5C` if the path has one"),
        ("http://a.test/?\n", "argument `url` holds, at offset 15, a control character"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn sizes_are_limited() {
    let long = format!("http://a.test/{}", "x".repeat(65_536));
    assert_eq!(Url::parse("url", &long).err().map(|error| error.code()), Some(Code::ResourceExhausted));
    let many = vec![("k", "v"); 4097];
    let error = check_query("params", many.iter().copied()).err();
    assert_eq!(
        error.map(|error| error.message().to_owned()).as_deref(),
        Some("argument `params` has 4097 pairs, more than 4096")
    );
}

#[test]
fn queries() {
    assert_eq!(encode_query([("a", "1 2"), ("ü", "&=~-_.*")]), ["a=1+2", "%C3%BC=%26%3D~-_.%2A"]);
    assert_eq!(join("/x".to_owned(), Some("a=b")).ok().as_deref(), Some("/x?a=b"));
}
