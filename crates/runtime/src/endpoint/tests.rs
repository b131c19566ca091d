//! URL-21 to URL-43: what is a host, and which hosts are one origin.

use crate::{Code, Endpoint, Origin, Scheme};

/// Parses `host` and checks its normal form.
#[track_caller]
fn is(host: &str, expected: &str) {
    let endpoint = Endpoint::parse(host).unwrap_or_else(|error| panic!("{host}: {error}"));
    assert_eq!(endpoint.to_string(), expected, "{host}");
    assert_eq!(format!("{endpoint:?}"), expected, "{host}");
    assert_eq!(Endpoint::parse(expected).unwrap(), endpoint, "{host}");
}

/// Checks that `host` is refused with `message`.
#[track_caller]
fn fails(host: &str, message: &str) {
    let error = Endpoint::parse(host).expect_err(host);
    assert_eq!((error.code(), error.message()), (Code::Invalid, message), "{host:?}");
}

const SCHEME: &str = "a host starts with `http://` or `https://`";
const PORT: &str = "a port is a number from 1 to 65535";
const CREDENTIALS: &str = "the URL holds credentials; give a token instead";
const QUERY: &str = "a host holds no `?` and no `#`: path and query are given apart";
const NAME: &str = "the host is no valid name: labels have 1 to 63 characters, names at most 253";
const IDNA: &str = "the host is no valid internationalised name";
const IPV6: &str = "no IPv6 address stands in the brackets";

#[test]
fn hosts_are_normalised() {
    let long_label = "a".repeat(63);
    let long_name = format!("{}.{}", [long_label.as_str(); 3].join("."), "b".repeat(61));
    for (host, expected) in [
        ("http://h", "http://h"),
        ("https://h", "https://h"),
        ("HTTP://H:8086", "http://h:8086"),
        ("hTTpS://Ctx.Test", "https://ctx.test"),
        ("http://h:8086/", "http://h:8086"),
        ("http://h:8086/base/", "http://h:8086/base"),
        ("http://h:8086/base", "http://h:8086/base"),
        ("http://h/a/b//", "http://h/a/b"),
        ("http://h//a", "http://h//a"),
        ("http://h/@x:1/[y]", "http://h/@x:1/[y]"),
        ("http://h/Base%20X", "http://h/Base%20X"),
        ("http://h:", "http://h"),
        ("http://h:80", "http://h"),
        ("https://h:443/", "https://h"),
        ("http://h:443", "http://h:443"),
        ("https://h:80", "https://h:80"),
        ("http://h:1", "http://h:1"),
        ("http://h:65535", "http://h:65535"),
        ("http://h:0008086", "http://h:8086"),
        ("http://[::1]:8086", "http://[::1]:8086"),
        ("http://[::1]", "http://[::1]"),
        ("http://[0:0:0:0:0:0:0:1]:80", "http://[::1]"),
        ("http://[2001:DB8::A]", "http://[2001:db8::a]"),
        ("http://[::ffff:7f00:1]", "http://[::ffff:127.0.0.1]"),
        ("http://münchen.example", "http://xn--mnchen-3ya.example"),
        ("http://MÜNCHEN.example", "http://xn--mnchen-3ya.example"),
        ("http://faß.de", "http://xn--fa-hia.de"),
        ("http://ⓔxample.com", "http://example.com"),
        ("http://h.", "http://h"),
        ("http://ctx.test.:8086", "http://ctx.test:8086"),
        ("http://a_b.test", "http://a_b.test"),
        ("http://-a.test", "http://-a.test"),
        ("http://a-.test", "http://a-.test"),
        ("http://127。0。0。1", "http://127.0.0.1"),
        ("http://①②⑦.0.0.1", "http://127.0.0.1"),
        ("http://１２７.0.0.1", "http://127.0.0.1"),
    ] {
        is(host, expected);
    }
    is(&format!("http://{long_label}"), &format!("http://{long_label}"));
    assert_eq!(long_name.len(), 253);
    is(&format!("http://{long_name}."), &format!("http://{long_name}"));
}

#[test]
fn other_hosts_are_refused() {
    let long_label = format!("http://{}", "a".repeat(64));
    let long_name = format!("http://{}{}", "a.".repeat(126), "bb");
    let spaces = |offset: usize| {
        format!("a URL holds no white space, backslash or control character, found one at offset {offset}")
    };
    for (host, message) in [
        ("h:8086", SCHEME),
        ("localhost:8086", SCHEME),
        ("127.0.0.1:8086", SCHEME),
        ("", SCHEME),
        ("/", SCHEME),
        ("//h", SCHEME),
        ("ftp://h", SCHEME),
        ("file:///etc/passwd", SCHEME),
        ("unix:///run/x", SCHEME),
        ("javascript:1", SCHEME),
        ("http:h", SCHEME),
        ("http:/h", SCHEME),
        ("http", SCHEME),
        ("httpé://h", SCHEME),
        ("https:é//h", SCHEME),
        ("http:///h", "the host name is empty"),
        ("http://", "the host name is empty"),
        ("http://:8086", "the host name is empty"),
        ("http://.", "the host name is empty"),
        ("http://h:8086#", QUERY),
        ("http://h:8086?q=", QUERY),
        ("http://h/base?x", QUERY),
        ("http://evil#@h", QUERY),
        ("http://u:p@h:8086", CREDENTIALS),
        ("http://h%2f@evil", CREDENTIALS),
        ("http://h;@evil", CREDENTIALS),
        ("http://@h", CREDENTIALS),
        ("http://h:0", PORT),
        ("http://h:65536", PORT),
        ("http://h:99999999999", PORT),
        ("http://h:+80", PORT),
        ("http://h:-1", PORT),
        ("http://h:8o", PORT),
        ("http://h:８０", PORT),
        ("http://[::1]:0", PORT),
        ("http://[::1].evil", PORT),
        ("http://[::1]x", PORT),
        ("http://[::1]80", PORT),
        ("http://::1", "an IPv6 address stands in brackets: `http://[::1]:8086`"),
        ("http://h:80:80", "an IPv6 address stands in brackets: `http://[::1]:8086`"),
        ("http://[::1", "the IPv6 address lacks its closing bracket"),
        // SRF-16.
        ("http://[::1%25eth0]", "an IPv6 address with a zone is not supported"),
        ("http://[fe80::1%25eth0]", "an IPv6 address with a zone is not supported"),
        ("http://[::ffff:7f00:1%eth0]", "an IPv6 address with a zone is not supported"),
        ("http://[v1.x]", IPV6),
        ("http://[not-ip]", IPV6),
        ("http://[]", IPV6),
        ("http://[127.0.0.1]", IPV6),
        ("http://[[::1]]", IPV6),
        ("http://::1]", "an IPv6 address stands in brackets: `http://[::1]:8086`"),
        ("http://h]", "a host name holds no `]`"),
        ("http://ex%61mple.com", "a host name holds no `%`"),
        ("http://h;x", "a host name holds no `;`"),
        ("http://h,x", "a host name holds no `,`"),
        ("http://h&x", "a host name holds no `&`"),
        ("http://*.h", "a host name holds no `*`"),
        ("http://h'", "a host name holds no `\\'`"),
        ("http://h＃x", NAME),
        ("http://h／x", NAME),
        ("http://h＠x", NAME),
        ("http://h：80", NAME),
        ("http://a℀b", NAME),
        ("http://h．．x", NAME),
        ("http://h..", NAME),
        ("http://a..b", NAME),
        ("http://.h", NAME),
        ("http://h\u{ad}\u{200b}..", NAME),
        ("http://xn--", IDNA),
        ("http://xn--a", IDNA),
        ("http://xn--a.example", IDNA),
        ("http://\u{202e}h", IDNA),
        (&long_label, NAME),
        (&long_name, NAME),
        ("http://h/\"", "the path of a host holds ASCII characters only; percent-encode the rest"),
        ("http://h/ü", "the path of a host holds ASCII characters only; percent-encode the rest"),
        (" http://h", &spaces(0)),
        ("http://h ", &spaces(8)),
        ("http://h h", &spaces(8)),
        ("http://h\t", &spaces(8)),
        ("http://h\r\n", &spaces(8)),
        ("http://h\n", &spaces(8)),
        ("http://h\0", &spaces(8)),
        ("http://h\x7f", &spaces(8)),
        ("http://h\\@evil", &spaces(8)),
        ("http://h/a b", &spaces(10)),
    ] {
        fails(host, message);
    }
}

/// URL-30: not even a wrong URL shows what might be a password.
#[test]
fn credentials_are_not_shown() {
    for host in [
        "http://u:HUSH@h",
        "http://u:HUSH@h:0",
        "http://HUSH@[::1",
        "http://u:HUSH@h?x",
        "http://u:HUSH @h",
        "u:HUSH@h",
        "ftp://u:HUSH@h",
        "http://h:HUSH",
        "http://[HUSH]",
    ] {
        let error = Endpoint::parse(host).expect_err(host);
        assert!(!format!("{error} {error:?} {}", error.chain()).contains("HUSH"), "{host}");
    }
}

#[test]
fn origins_are_one_however_they_are_spelled() {
    let classes: [&[&str]; 9] = [
        &["http://h", "HTTP://H", "http://h.", "http://h:", "http://h:80", "http://h:0080", "http://h/base"],
        &["https://h", "https://H.:443"],
        &["http://h:443"],
        &["http://127.0.0.1", "http://127。0。0。1", "http://１２７.0.0.1:80", "http://127.0.0.1."],
        &["http://[::1]", "http://[0::1]", "http://[0:0:0:0:0:0:0.0.0.1]"],
        &["http://[::ffff:127.0.0.1]", "http://[::ffff:7f00:1]"],
        &["http://münchen.de", "http://MÜNCHEN.de", "http://xn--mnchen-3ya.de", "http://mu\u{308}nchen.de"],
        &["http://faß.de", "http://xn--fa-hia.de"],
        &["http://fass.de"],
    ];
    let parse = |host: &&str| Endpoint::parse(host).unwrap_or_else(|error| panic!("{host}: {error}")).origin;
    for (index, class) in classes.iter().enumerate() {
        for (other_index, other) in classes.iter().enumerate() {
            for (a, b) in class.iter().flat_map(|a| other.iter().map(move |b| (a, b))) {
                assert_eq!(parse(a) == parse(b), index == other_index, "{a} {b}");
            }
        }
    }
}

#[test]
fn origins_have_parts() {
    for (host, scheme, name, port, authority, address) in [
        ("http://h", Scheme::Http, "h", 80, "h", None),
        ("https://h:8086", Scheme::Https, "h", 8086, "h:8086", None),
        ("https://10.0.0.1", Scheme::Https, "10.0.0.1", 443, "10.0.0.1", Some("10.0.0.1")),
        ("http://[::1]:8086", Scheme::Http, "::1", 8086, "[::1]:8086", Some("::1")),
        ("http://[::1]:80", Scheme::Http, "::1", 80, "[::1]", Some("::1")),
        ("http://2130706433", Scheme::Http, "2130706433", 80, "2130706433", None),
        ("http://0177.0.0.1", Scheme::Http, "0177.0.0.1", 80, "0177.0.0.1", None),
    ] {
        let origin = Endpoint::parse(host).unwrap().origin;
        assert_eq!((origin.scheme(), origin.host(), origin.port()), (scheme, name, port), "{host}");
        assert_eq!(origin.authority(), authority, "{host}");
        assert_eq!(origin.address().map(|address| address.to_string()).as_deref(), address, "{host}");
        assert_eq!(Origin::parse(scheme, authority).unwrap(), origin, "{host}");
    }
}
