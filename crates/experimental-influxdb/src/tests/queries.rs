//! QRY: queries in paths, queries beside paths, both.

use super::*;

fn target(id: &str, path: &str, query: &[(&str, &str)]) -> String {
    sent(id, &[("path", path.to_owned().into()), ("query", dict(query))]).target
}

#[test]
fn queries_are_sorted_and_merged() {
    type Pairs = &'static [(&'static str, &'static str)];
    let cases: [(&str, &str, Pairs, &str); 22] = [
        ("QRY-01", "/x", &[("b", "2"), ("a", "1")], "/x?a=1&b=2"),
        ("QRY-01 bytes", "/x", &[("a", "1"), ("B", "2"), ("é", "3")], "/x?B=2&a=1&%C3%A9=3"),
        ("QRY-02", "/x", &[("k y", "v&=+ü/#?")], "/x?k+y=v%26%3D%2B%C3%BC%2F%23%3F"),
        ("QRY-02 kept", "/x", &[("-_.~", "azAZ09")], "/x?-_.~=azAZ09"),
        ("QRY-02 not kept", "/x", &[("a", "!*'()%")], "/x?a=%21%2A%27%28%29%25"),
        ("QRY-03", "/x?a=1&b=2", &[("c", "3")], "/x?a=1&b=2&c=3"),
        ("QRY-04", "/x?b=1&a=2&a=3&c", &[], "/x?b=1&a=2&a=3&c"),
        ("QRY-05", "/x?a=1&b=2&a=3", &[("a", "4")], "/x?b=2&a=4"),
        ("QRY-05 encoded", "/x?%61=1&b=2", &[("a", "4")], "/x?b=2&a=4"),
        ("QRY-05 plus", "/x?k+y=1&k%20z=1", &[("k y", "2"), ("k z", "3")], "/x?k+y=2&k+z=3"),
        ("QRY-05 space", "/x?k y=1&l m=1", &[("k y", "2")], "/x?l%20m=1&k+y=2"),
        ("QRY-05 without a value", "/x?a&b", &[("a", "4")], "/x?b&a=4"),
        ("QRY-05 in letters beyond ASCII", "/x?é=1&b=1", &[("é", "2")], "/x?b=1&%C3%A9=2"),
        ("QRY-05 no text", "/x?%ff=1", &[("a", "1")], "/x?%ff=1&a=1"),
        ("QRY-06", "/x?a=1;b=2", &[("b", "3")], "/x?a=1;b=2&b=3"),
        ("as written", "/x?a=b=c&d=%2F%2f/?", &[("e", "")], "/x?a=b=c&d=%2F%2f/?&e="),
        ("encoded once", "/x?a=\"é<>`", &[], "/x?a=%22%C3%A9%3C%3E%60"),
        ("empty pairs", "/x?&a=1&&", &[("b", "2")], "/x?a=1&b=2"),
        ("an empty query", "/x?", &[("b", "2")], "/x?b=2"),
        ("QRY-08 key", "/x", &[("", "v")], "/x?=v"),
        ("QRY-08 value", "/x", &[("k", "")], "/x?k="),
        ("QRY-09", "/x", &[("a", "\r\n\0")], "/x?a=%0D%0A%00"),
    ];
    for (id, path, query, expected) in cases {
        assert_eq!(target(id, path, query), expected, "{id}");
    }
}

/// QRY-11: every character survives.
#[test]
fn encoding_is_undone_by_decoding() {
    let every: Vec<char> = ('\0'..='\u{10ffff}').filter(|c| *c < '\u{3000}' || *c as u32 % 4096 < 2).collect();
    for piece in every.chunks(997) {
        let text: String = piece.iter().collect();
        let target = target("QRY-11", "/x", &[(&text, &text)]);
        let query = target.strip_prefix("/x?").unwrap();
        let (key, value) = query.split_once('=').unwrap();
        for part in [key, value] {
            let spaced = part.replace('+', " ");
            assert_eq!(percent_encoding::percent_decode_str(&spaced).decode_utf8().unwrap(), text);
        }
    }
}

#[test]
fn sizes_are_limited() {
    check_exhausted("QRY-10", &[("query", dict(&[("a", &"v".repeat(1 << 20))]))], "have 1048577 bytes");
    check_exhausted("once encoded", &[("query", dict(&[("a", &"é".repeat(20_000))]))], "have 120005 bytes");
    let numbered = |count: usize| {
        let keys: Vec<_> = (0..count).map(|number| number.to_string()).collect();
        [("query", Value::from(Dict::of_strings(keys.iter().map(|key| (key, "")))))]
    };
    assert_eq!(sent("4096", &numbered(4096)).target.matches('&').count(), 4095);
    check_exhausted("ARG-15", &numbered(4097), "argument `query` has 4097 pairs, more than 4096");
}
