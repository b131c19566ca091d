//! URL-01 to URL-20: paths.

use super::*;

fn path(text: &str) -> [Argument; 1] {
    [("path", text.into())]
}

fn below_base(text: &str) -> [Argument; 2] {
    [("path", text.into()), ("host", "http://ctx.test:8086/base".into())]
}

#[test]
fn refused_paths() {
    let cases = [
        ("URL-01", "api/v2/x", "must start with `/`"),
        ("URL-02", "@evil.example/x", "must start with `/`"),
        ("URL-03", ".evil.example/x", "must start with `/`"),
        ("URL-04", ":99/x", "must start with `/`"),
        ("URL-04", "86/x", "must start with `/`"),
        ("URL-06", "/\\evil.example/x", "at offset 1, a backslash; write `%5C`"),
        ("URL-06", "\\\\evil.example/x", "must start with `/`"),
        ("URL-07", "\t//evil.example/x", "must start with `/`"),
        ("URL-07", " /x", "must start with `/`"),
        ("URL-08", "https://evil.example/x", "must start with `/`"),
        ("URL-09", "", "must start with `/`"),
        ("URL-10", "*", "must start with `/`"),
        ("URL-13", "/a\r\nX-Evil: 1", "at offset 2, a control character"),
        ("URL-16", "/a%zz", "at offset 2, a `%` without two hexadecimal digits"),
        ("URL-16", "/a%", "at offset 2, a `%`"),
        ("URL-16", "/a%4", "at offset 2, a `%`"),
        ("URL-16", "/a%é", "at offset 2, a `%`"),
        ("URL-18", "/a#frag", "at offset 2, a `#`; write `%23`"),
        ("URL-19 NUL", "/\0", "at offset 1, a control character"),
        ("URL-19 DEL", "/\u{7f}", "at offset 1, a control character"),
        ("URL-19 C1", "/\u{85}", "at offset 1, a control character"),
        ("QRY-06", "/x?a=%zz", "at offset 5, a `%`"),
        ("QRY-07", "?a=b", "must start with `/`"),
        ("query with a line break", "/x?a\n", "at offset 4, a control character"),
    ];
    for (id, text, words) in cases {
        check_invalid(id, &path(text), &format!("argument `path` {}", words.replacen("at ", "holds, at ", 1)));
    }
}

#[test]
fn paths_that_are_sent() {
    let cases = [
        ("URL-05", "//evil.example/x", "//evil.example/x"),
        ("URL-11", "/a/../../etc", "/a/../../etc"),
        ("URL-14", "/a%0d%0aX: 1", "/a%0d%0aX:%201"),
        ("URL-15", "/a b", "/a%20b"),
        ("URL-15", "/ünï/日", "/%C3%BCn%C3%AF/%E6%97%A5"),
        ("URL-17", "/a%2Fb%2f", "/a%2Fb%2f"),
        ("URL-19", "/\u{2028}", "/%E2%80%A8"),
        ("allowed", "/-._~!$&'()*+,;=:@[]", "/-._~!$&'()*+,;=:@[]"),
        ("others", "/\"<>^`{|}", "/%22%3C%3E%5E%60%7B%7C%7D"),
        ("a second question mark", "/x?a?b", "/x?a?b"),
        ("an empty query", "/x?", "/x?"),
    ];
    for (id, text, expected) in cases {
        assert_eq!(sent(id, &path(text)).target, expected, "{id}");
    }
}

/// URL-12
#[test]
fn no_path_leaves_the_base_path() {
    for text in [
        "/../admin",
        "/..",
        "/.",
        "/a/./b",
        "/%2e%2e/admin",
        "/%2E%2e",
        "/.%2E/x",
        "/a/..;v=1/x",
        "/a/%2e.%3bx/y",
        "/a%2f..%2fadmin",
        "/..%5cadmin",
        "/a/..?x=1",
    ] {
        check_invalid("URL-12", &below_base(text), "could leave the host's base path `/base`");
    }
    for (text, expected) in [
        ("/...", "/base/..."),
        ("/..a", "/base/..a"),
        ("/a..b/.c", "/base/a..b/.c"),
        ("/%252e%252e/x", "/base/%252e%252e/x"),
        ("/x?a=/../b", "/base/x?a=/../b"),
        ("//evil.example/x", "/base//evil.example/x"),
    ] {
        assert_eq!(sent("below", &below_base(text)).target, expected, "{text}");
    }
}

/// URL-20
#[test]
fn targets_are_limited() {
    let long = |bytes: usize| format!("/{}", "a".repeat(bytes - 1));
    assert_eq!(sent("64 KiB", &path(&long(65_536))).target.len(), 65_536);
    check_exhausted("URL-20", &path(&long(1 << 20)), "have 1048576 bytes, more than the 65536 of a request target");
    check_exhausted("one more", &path(&long(65_537)), "have 65537 bytes");
    check_exhausted("with the base path", &below_base(&long(65_532)), "have 65537 bytes");
    check_exhausted("once encoded", &path(&format!("/{}", "é".repeat(20_000))), "have 120001 bytes");
}
