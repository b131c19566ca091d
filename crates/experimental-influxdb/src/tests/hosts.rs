//! URL-21 to URL-44: hosts, and the origin that a request goes to.

use fluxlet_runtime::{Endpoint, NetworkPolicy, Origin, Scheme};

use super::*;

fn at(host: &str, path: &str) -> Outcome {
    let context = home().with_policy(NetworkPolicy::open());
    call(&context, &[("host", host.into()), ("path", path.into()), ("token", "t".into())])
}

#[test]
fn usable_hosts() {
    let cases = [
        ("URL-25", "HTTP://H:8086", "http://h:8086", "/x"),
        ("URL-26", "http://h:8086/", "http://h:8086", "/x"),
        ("URL-27", "http://h:8086/base/", "http://h:8086", "/base/x"),
        ("URL-28", "http://h:8086/base", "http://h:8086", "/base/x"),
        ("slashes", "http://h:8086//", "http://h:8086", "/x"),
        ("URL-34", "http://h:", "http://h", "/x"),
        ("URL-35", "http://[::1]:8086", "http://[::1]:8086", "/x"),
        ("URL-39", "http://münchen.example", "http://xn--mnchen-3ya.example", "/x"),
        ("URL-40", "http://faß.de", "http://xn--fa-hia.de", "/x"),
        ("URL-40 mapped", "http://ⓔxample.com", "http://example.com", "/x"),
        ("URL-42", "http://h.", "http://h", "/x"),
        ("URL-43", "http://a_b.test", "http://a_b.test", "/x"),
        ("TLS", "https://h:443", "https://h", "/x"),
    ];
    for (id, host, origin, target) in cases {
        let Outcome { result, requests } = at(host, "/x");
        assert!(result.is_ok(), "{id}: {result:?}");
        let found: Vec<_> = requests.iter().map(|it| (it.origin.to_string(), it.target.as_str())).collect();
        assert_eq!(found, [(origin.to_owned(), target)], "{id}");
    }
}

#[test]
fn unusable_hosts() {
    let cases = [
        ("URL-21", "h:8086"),
        ("URL-21", "localhost:8086"),
        ("URL-22", "127.0.0.1:8086"),
        ("URL-24", "ftp://h"),
        ("URL-24", "file:///etc/passwd"),
        ("URL-24", "unix:///run/x"),
        ("URL-24", "javascript:1"),
        ("URL-29", "http://h:8086#"),
        ("URL-29", "http://h:8086?q="),
        ("URL-30", "http://u:HUSH@h:8086"),
        ("URL-31", "http://h\\@evil"),
        ("URL-31", "http://h%2f@evil"),
        ("URL-31", "http://evil#@h"),
        ("URL-31", "http://h;@evil"),
        ("URL-32", "http://h h"),
        ("URL-32", " http://h"),
        ("URL-32", "http://h "),
        ("URL-32", "http://h\t"),
        ("URL-32", "http://h\r\n"),
        ("URL-32", "http://h\0"),
        ("URL-33", "http:h"),
        ("URL-33", "http:///h"),
        ("URL-33", "http:/h"),
        ("only a scheme", "http://"),
        ("URL-34", "http://h:0"),
        ("URL-34", "http://h:65536"),
        ("URL-34", "http://h:99999999999"),
        ("URL-34", "http://h:+80"),
        ("URL-34", "http://h:8o"),
        ("URL-36", "http://::1"),
        ("URL-37", "http://[::1%25eth0]"),
        ("URL-38", "http://[::1].evil"),
        ("URL-38", "http://[::1]x"),
        ("URL-38", "http://[v1.x]"),
        ("URL-38", "http://[not-ip]"),
        ("URL-40", "http://ex%61mple.com"),
        ("URL-41", "http://xn--/"),
        ("URL-41", "http://xn--a"),
        ("a blank", " "),
    ];
    for (id, host) in cases {
        let error = refused_in(&home(), id, &[("host", host.into()), ("token", "t".into())]);
        assert!(error.message().starts_with("argument `host`: "), "{id} {host:?}: {error:?}");
        assert!(!error.message().contains("HUSH"), "{id}: {error:?}");
    }
    check_invalid("URL-41", &[("host", format!("http://{}", "a".repeat(64)).into())], "labels have 1 to 63 characters");
    check_invalid("URL-41", &[("host", format!("http://{}a", "a.".repeat(127)).into())], "names at most 253");
}

/// URL-02 to URL-08 and URL-44: whatever the path, a request goes to the origin that the host names.
#[test]
fn no_path_changes_the_origin() {
    let hosts = [
        "http://h",
        "http://h:80",
        "https://h.example/",
        "http://[::1]:8086",
        "http://127.0.0.1:8086/base",
        "https://münchen.example:8443/a/b/",
        "http://h/%2e%2e",
        "http://h/base@evil",
        "http://h//evil",
        "http://h:1/a;b=c",
        "http://2130706433/x",
        "http://h\\evil",
        "http://u@h",
        "",
    ];
    let paths = [
        "/",
        "/x",
        "@evil.example/x",
        ".evil.example/x",
        ":99/x",
        "86/x",
        "//evil.example/x",
        "///evil.example",
        "/\\evil.example/x",
        "\\\\evil.example/x",
        "\t//evil.example/x",
        " /x",
        "https://evil.example/x",
        "/@evil.example",
        "/x?@evil.example",
        "/x?http://evil.example/#",
        "/..;/x",
        "/%00",
        "/%0d%0aHost:%20evil",
        "/日/\u{202e}/\u{2028}",
        "/%2e%2e/%2e%2e/admin",
        "/..%2f..%5cadmin",
        "/a/./b",
        "/x?",
        "?x",
        "*",
        "",
    ];
    let mut accepted = 0;
    for (host, path) in hosts.iter().flat_map(|host| paths.map(|path| (*host, path))) {
        let endpoint = match host {
            "" => home().host().cloned(),
            host => Endpoint::parse(host).ok(),
        };
        let Outcome { result, requests } = at(host, path);
        assert_eq!(result.is_ok(), requests.len() == 1, "{host:?} {path:?}");
        let (Some(endpoint), Some(request)) = (&endpoint, requests.first()) else {
            assert!(requests.is_empty(), "{host:?} {path:?}");
            continue;
        };
        accepted += 1;
        assert_eq!(request.origin, endpoint.origin, "{host:?} {path:?}");
        let below = request.target.strip_prefix(endpoint.base_path.as_str());
        assert!(below.is_some_and(|below| below.starts_with('/')), "{host:?} {path:?}: {}", request.target);
        assert!(request.target.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#'), "{host:?} {path:?}");
        let uri = http::Uri::builder().scheme("http").authority("probe").path_and_query(&*request.target).build();
        assert_eq!(uri.unwrap().authority().unwrap(), "probe", "{host:?} {path:?}");
    }
    assert!(accepted > 100, "{accepted}");
}

/// URL-34 and URL-39 at the origin itself, which the port dials.
#[test]
fn the_origin_is_what_the_host_names() {
    let Outcome { requests, .. } = at("https://MÜNCHEN.example:8443/base", "/x");
    let expected = Origin::parse(Scheme::Https, "xn--mnchen-3ya.example:8443").unwrap();
    assert_eq!(requests.first().map(|request| &request.origin), Some(&expected));
}
