//! HDR-01 to HDR-18, ARG-15 and ARG-16: what a script may put into a request.

use super::*;

fn with(entries: &[(&str, &str)]) -> [Argument; 1] {
    [("headers", dict(entries))]
}

#[test]
fn names_and_values_are_checked() {
    let invalid = [
        ("HDR-01", "X-A", "a\r\nX-B: b", "`X-A` holds a control character at offset 1"),
        ("HDR-02 line break", "X-A\r\nX-B", "v", r"`X-A\r\nX-B` has no valid name"),
        ("HDR-02 empty", "", "v", "`` has no valid name"),
        ("HDR-02 space", "a b", "v", "`a b` has no valid name"),
        ("HDR-02 colon", "a:b", "v", "`a:b` has no valid name"),
        ("HDR-02 pseudo-header", ":authority", "v", "`:authority` has no valid name"),
        ("HDR-02 accent", "é", "v", "`é` has no valid name"),
        ("HDR-03 NUL", "X-A", "a\0", "`X-A` holds a control character at offset 1"),
        ("HDR-03 DEL", "X-A", "\u{7f}", "`X-A` holds a control character at offset 0"),
        ("HDR-03 BEL", "X-A", "  a\u{7}", "`X-A` holds a control character at offset 1"),
        ("HDR-03 final line break", "X-A", "a\n", "`X-A` holds a control character at offset 1"),
        ("HDR-03 C1", "X-A", "\u{85}", "`X-A` holds a control character at offset 0"),
        ("HDR-07", "Host", "evil.test", "`Host` is not a script's to set: it is the host of the request"),
        ("HDR-08", "Content-Length", "999", "`Content-Length` is not a script's to set: it follows from the body"),
        ("HDR-09", "Transfer-Encoding", "chunked", "`Transfer-Encoding` is not a script's to set"),
        ("HDR-10", "connection", "close, X-Foo", "`connection` is not a script's to set: it belongs to the connection"),
        ("HDR-10", "Keep-Alive", "v", "`Keep-Alive` is not"),
        ("HDR-10", "TE", "trailers", "`TE` is not"),
        ("HDR-10", "Trailer", "v", "`Trailer` is not"),
        ("HDR-10", "Upgrade", "websocket", "`Upgrade` is not"),
        ("HDR-10", "HTTP2-Settings", "v", "`HTTP2-Settings` is not"),
        ("HDR-10", "Proxy-Connection", "v", "`Proxy-Connection` is not a script's to set: it belongs to proxies"),
        ("HDR-11", "PROXY-authorization", "v", "`PROXY-authorization` is not"),
        ("HDR-17", "Expect", "100-continue", "`Expect` is not"),
    ];
    for (id, name, value, words) in invalid {
        check_invalid(id, &with(&[(name, value)]), &format!("argument `headers`: {words}"));
    }
    let twice = "`x-a` is there twice; names that differ only in case are the same";
    check_invalid("HDR-06", &with(&[("X-A", "1"), ("x-a", "2")]), twice);
}

#[test]
fn the_rest_is_sent() {
    let given = [
        ("HDR-04", "X-A", "  v  ", "v"),
        ("HDR-04 tabs", "X-A", "\tv\tw\t", "v\tw"),
        ("HDR-05", "X-A", "日", "日"),
        ("empty", "X-A", " ", ""),
        ("HDR-14", "Accept-Encoding", "br", "br"),
        ("HDR-15", "user-agent", "x", "x"),
        ("HDR-16", "Cookie", "a=1", "a=1"),
        ("HDR-18", "Range", "bytes=0-9", "bytes=0-9"),
        ("type", "content-type", "text/plain", "text/plain"),
        ("compressed lines", "Content-Encoding", "gzip", "gzip"),
    ];
    for (id, name, value, expected) in given {
        let request = sent(id, &with(&[(name, value)]));
        assert_eq!(header(&request, name), Some(expected), "{id}");
        assert_eq!(request.headers.get_all(name).iter().count(), 1, "{id}");
    }
    let request = sent("HDR-15", &[]);
    assert_eq!(header(&request, "user-agent"), Some(concat!("fluxlet/", env!("CARGO_PKG_VERSION"))));
    let names: Vec<_> = request.headers.keys().map(|name| name.as_str()).collect();
    assert_eq!(names, ["authorization", "user-agent"]);
}

#[test]
fn contents_are_decoded_unless_the_script_asks_for_something_of_its_own() {
    let cases = [
        ("plain", "X-A", true),
        ("HDR-14", "accept-encoding", false),
        ("HDR-18", "Range", false),
        ("a condition", "If-Range", true),
    ];
    for (id, name, decompress) in cases {
        assert_eq!(sent(id, &with(&[(name, "v")])).decompress, decompress, "{id}");
    }
}

#[test]
fn secrets_are_marked() {
    for (name, sensitive) in [
        ("Authorization", true),
        ("Cookie", true),
        ("X-Api-Key", true),
        ("apikey", true),
        ("X-Vault-Token", true),
        ("X-Client-Secret", true),
        ("Content-Type", false),
        ("Zap-Trace-Span", false),
    ] {
        let request = sent(name, &with(&[(name, "v")]));
        assert_eq!(request.headers[name].is_sensitive(), sensitive, "{name}");
    }
}

#[test]
fn numbers_and_sizes_are_limited() {
    let numbered = |count: usize| {
        let names: Vec<_> = (0..count).map(|number| format!("x-{number}")).collect();
        [("headers", Value::from(Dict::of_strings(names.iter().map(|name| (name, "")))))]
    };
    assert_eq!(sent("128", &numbered(128)).headers.len(), 130);
    check_exhausted("ARG-15", &numbered(129), "argument `headers` has 129 entries, more than 128");
    check_exhausted("ARG-16", &numbered(40_000), "argument `headers` has 40000 entries, more than 128");
    let value = "v".repeat(65_535);
    assert_eq!(header(&sent("64 KiB", &with(&[("a", &value)])), "a").unwrap().len(), 65_535);
    check_exhausted("ARG-15 bytes", &with(&[("ab", &value)]), "argument `headers` has 65537 bytes, more than 65536");
    let name = "x".repeat(65_000);
    check_invalid("a long bad name is cut", &with(&[(&format!("{name} "), "v")]), "x…` has no valid name");
    check_invalid(
        "a name past the header map",
        &with(&[(&name[..40_000], "v"), (&name[..10], "\n")]),
        "argument `headers`",
    );
}
