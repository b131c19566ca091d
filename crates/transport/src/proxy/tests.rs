//! Tests of proxies: their URLs, the variables, what goes past them.

use fluxlet_runtime::{Origin, Scheme};

use super::{Proxies, Proxy};

fn origin(url: &str) -> Origin {
    let (scheme, authority) = url.split_once("://").unwrap();
    Origin::parse(if scheme == "https" { Scheme::Https } else { Scheme::Http }, authority).unwrap()
}

#[test]
fn prx_06_prx_11_proxy_urls() {
    let cases = [
        ("http://p.test:3128", "p.test:3128", None),
        ("p.test:3128", "p.test:3128", None),
        ("HTTP://P.test/", "p.test:80", None),
        ("http://[::1]:8080", "[::1]:8080", None),
        // u:p
        ("http://u:p@p.test", "p.test:80", Some("Basic dTpw")),
        ("u@p.test:1", "p.test:1", Some("Basic dTo=")),
        // a@b:c:d
        ("http://a%40b:c%3Ad@p.test", "p.test:80", Some("Basic YUBiOmM6ZA==")),
        ("http://a@b:c:d@p.test", "p.test:80", Some("Basic YUBiOmM6ZA==")),
    ];
    for (url, shown, authorization) in cases {
        let proxy = Proxy::parse(url).unwrap();
        assert_eq!(format!("{proxy} {proxy:?}"), format!("{shown} {shown}"), "{url}");
        assert_eq!(proxy.authorization().map(|value| value.to_str().unwrap()), authorization, "{url}");
        assert!(proxy.authorization().is_none_or(http::HeaderValue::is_sensitive));
    }
    for url in ["socks5://p", "https://p", "", "http://", "http://p:0", "http://S3CRET@", "http://u:S3CRET@p:x", "p/x"]
    {
        let error = Proxy::parse(url).unwrap_err();
        assert!(!format!("{error:?}").contains("S3CRET"), "{error:?}");
    }
}

#[test]
fn prx_02_variables() {
    let via = |proxies: &Proxies, url: &str| proxies.of(&origin(url)).map(ToString::to_string);
    let some = |text: &str| Some(text.to_owned());
    let both = Proxies::from_variables(Some("h:1"), None, Some("a:2"), Some("")).unwrap();
    assert_eq!((via(&both, "http://x"), via(&both, "https://x")), (some("h:1"), some("a:2")));
    let none = Proxies::from_variables(Some(""), Some(""), None, None).unwrap();
    assert_eq!((via(&none, "http://x"), via(&none, "https://x")), (None, None));
    let error = Proxies::from_variables(None, Some("socks5://u:S3CRET@p"), None, None).unwrap_err();
    assert!(error.message().starts_with("`https_proxy` is wrong: ") && !error.message().contains("S3CRET"), "{error}");
}

#[test]
fn prx_10_exceptions() {
    let cases: [(&str, &str, bool); 39] = [
        ("a.test", "http://a.test", true),
        ("a.test", "http://A.TEST:8086", true),
        ("A.test.", "http://a.test", true),
        ("a.test", "http://x.a.test", true),
        ("a.test", "http://xa.test", false),
        ("a.test", "http://a.test.evil", false),
        (".a.test", "http://x.a.test", true),
        (".a.test", "http://a.test", true),
        ("*.a.test", "http://x.a.test", true),
        ("*.a.test", "http://a.test", false),
        ("*a.test", "http://a.test", false),
        ("a.test:8086", "http://a.test:8086", true),
        ("a.test:8086", "http://a.test", false),
        ("a.test:443", "https://a.test", true),
        ("a.test:x", "http://a.test", false),
        ("*", "http://anything.test", true),
        ("*", "http://10.0.0.1", true),
        ("*:81", "http://a.test:81", true),
        ("*:81", "http://a.test", false),
        ("", "http://a.test", false),
        (" , ,", "http://a.test", false),
        ("b.test, a.test", "http://a.test", true),
        ("b.test a.test", "http://a.test", true),
        ("10.0.0.1", "http://10.0.0.1", true),
        ("10.0.0.1:81", "http://10.0.0.1:81", true),
        ("10.0.0.1:81", "http://10.0.0.1", false),
        ("10.0.0.1", "http://110.0.0.1", false),
        ("0.0.1", "http://10.0.0.1", false),
        ("10.0.0.0/8", "http://10.9.8.7", true),
        ("10.0.0.0/8", "http://11.0.0.1", false),
        ("10.0.0.0/99", "http://10.0.0.1", false),
        ("::1", "http://[::1]:8086", true),
        ("[::1]", "http://[::1]", true),
        ("[::1]:81", "http://[::1]:81", true),
        ("[::1]:81", "http://[::1]", false),
        ("10.0.0.1", "http://[::ffff:10.0.0.1]", true),
        ("fd00::/8", "http://[fd12::1]", true),
        // A zone that ends like the name of a host.
        ("[::1%25.a.test]", "http://a.test", false),
        ("10.0.0.0/8", "http://a.test", false),
    ];
    let proxy = Proxy::parse("p.test").unwrap();
    for (list, url, past) in cases {
        let proxies = Proxies::all(proxy.clone()).except(list);
        assert_eq!(proxies.of(&origin(url)).is_none(), past, "{list} {url}");
    }
}
