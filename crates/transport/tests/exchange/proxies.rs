//! Proxies, PRX: what they see, what they may do, and what errors say of them.

use std::sync::Arc;
use std::time::Duration;

use fluxlet_runtime::Code::{DeadlineExceeded, Invalid, PermissionDenied, ResourceExhausted, Unavailable};
use fluxlet_runtime::NetworkPolicy;
use fluxlet_runtime::http::Request;
use fluxlet_transport::{Proxies, Proxy, Transport};
use http::HeaderValue;

use crate::net::Expect::{self, Answer, Error};
use crate::net::{CANARY, Net, Peer, Step, call, check, request, response, send};
use crate::trust::{acceptor, ca};

/// The proxy of these tests; its password must not show anywhere.
fn proxies() -> Proxies {
    Proxies::all(Proxy::parse(&format!("http://user:{CANARY}@p.test:3128")).unwrap())
}

fn through(net: &Net, proxies: Proxies) -> Transport {
    let builder = net.builder().only_these_roots(true).ca_certificates_pem(ca().as_bytes()).unwrap();
    builder.proxies(proxies).build()
}

/// A proxy that opens a tunnel to `h.test`, which answers so many requests.
fn tunnel(count: usize) -> Vec<Step> {
    let mut script = vec![
        Step::Read,
        send("HTTP/1.1 200 Connection established\r\n\r\n"),
        Step::Tls(acceptor(&["h.test"], &[], (2020, 2090))),
    ];
    script.extend((0..count).flat_map(|_| [Step::Read, response(200, "", "ok")]));
    script.push(Step::Drain);
    script
}

fn public(url: &str) -> Request {
    let mut request = request("GET", url);
    request.policy = Arc::new(NetworkPolicy::public_only());
    request
}

fn with_token(mut request: Request) -> Request {
    let mut token = HeaderValue::from_static("Token C4NARY");
    token.set_sensitive(true);
    request.headers.insert("authorization", token);
    request
}

#[tokio::test]
async fn prx_03_prx_06_a_tunnel_tells_host_and_port_only() {
    let net = Net::new();
    net.serve("p.test:3128", &[&tunnel(2)]);
    let transport = through(&net, proxies());
    for _ in 0..2 {
        let request = with_token(request("GET", "https://h.test/x"));
        check("PRX-03", &call(&transport, request).await, &Answer(200, "ok"));
    }
    let requests = net.requests();
    // user:C4NARY
    let expected =
        "CONNECT h.test:443 HTTP/1.1\r\nHost: h.test:443\r\nProxy-Authorization: Basic dXNlcjpDNE5BUlk=\r\n\r\n";
    assert_eq!((requests.len(), requests[0].as_str()), (3, expected));
    for inner in &requests[1..] {
        assert!(inner.starts_with("GET /x?q="), "{inner}");
        assert!(inner.contains("authorization: Token C4NARY"), "{inner}");
        assert!(!inner.to_lowercase().contains("proxy-"), "{inner}");
    }
    assert_eq!((net.lookups(), net.dialled().len()), (vec!["p.test:3128".to_owned()], 1));
}

/// PRX-03: HTTP/2 inside a tunnel.
#[tokio::test]
async fn prx_03_http2() {
    use crate::frames::{WHOLE, headers, settings};
    let net = Net::new();
    let script = [
        Step::Read,
        send("HTTP/1.0 200\r\nVia: x\r\n\r\n"),
        Step::Tls(acceptor(&["h.test"], &["h2"], (2020, 2090))),
        Step::Preface,
        send(settings(&[])),
        Step::Stream,
        send(headers(WHOLE, &[(":status", "204")])),
        Step::Drain,
    ];
    net.serve("p.test:3128", &[&script]);
    check("PRX-03", &call(&through(&net, proxies()), request("GET", "https://h.test/x")).await, &Answer(204, ""));
}

#[tokio::test]
async fn prx_04_plain_requests_are_sent_on() {
    let net = Net::new();
    net.serve("p.test:3128", &[&[Step::Read, response(200, "", "1"), Step::Read, response(200, "", "2"), Step::Drain]]);
    let transport = through(&net, proxies());
    for body in ["1", "2"] {
        check("PRX", &call(&transport, request("GET", "http://h.test:8086/x")).await, &Answer(200, body));
    }
    assert_eq!((net.lookups(), net.dialled().len()), (vec!["p.test:3128".to_owned()], 1));
    for sent in net.requests() {
        let sent = sent.to_lowercase();
        assert!(sent.starts_with("get http://h.test:8086/x?q=c4nary http/1.1\r\n"), "{sent}");
        assert!(sent.contains("\r\nhost: h.test:8086\r\n"), "{sent}");
        assert!(sent.contains("\r\nproxy-authorization: basic dxnlcjpdne5bulk=\r\n"), "{sent}");
    }
}

/// PRX-04: what a proxy would read is not sent, unless it may; a tunnel to a plain server is no secret either.
#[tokio::test]
async fn prx_04_credentials_are_not_shown() {
    let mut cookie = request("GET", "http://h.test/x");
    cookie.headers.insert("cookie", HeaderValue::from_static("a=b"));
    let token = || with_token(request("GET", "http://h.test/x"));
    for (case, refused) in [("token", token()), ("cookie", cookie), ("tunnel", with_token(public("http://h.test/x")))] {
        let net = Net::new();
        let result = call(&through(&net, proxies()), refused).await;
        check(case, &result, &Error(PermissionDenied, "the proxy `p.test:3128` would read the credentials"));
        assert_eq!(net.lookups().len(), 0, "{case}");
    }
    let net = Net::new();
    net.serve("p.test:3128", &[&[Step::Read, response(200, "", "ok")]]);
    check("trusted", &call(&through(&net, proxies().trusted(true)), token()).await, &Answer(200, "ok"));
    assert!(net.requests()[0].contains("authorization: Token C4NARY"));
}

#[tokio::test]
async fn prx_05_prx_07_answers_of_proxies() {
    let long = format!("HTTP/1.1 200 OK\r\nA: {}\r\n\r\n", "x".repeat(20_000));
    let interim = format!("{}HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 102 X\r\n\r\n".repeat(2000));
    let unavailable = |text| Error(Unavailable, text);
    let cases: Vec<(&str, &str, Expect)> = vec![
        ("PRX-05", "HTTP/1.1 407 X\r\nProxy-Authenticate: Basic\r\n\r\n", unavailable("asks for other credentials")),
        ("refused", "HTTP/1.1 502 C4NARY\r\n\r\nC4NARY", unavailable("the proxy refused with the status 502")),
        (
            "redirect",
            "HTTP/1.1 302 X\r\nLocation: /C4NARY\r\n\r\n",
            unavailable("the proxy refused with the status 302"),
        ),
        // Byte by byte, it is the server that seems to speak no TLS.
        ("body", "HTTP/1.1 200 OK\r\n\r\nhello", Error(Invalid, "the proxy sent more than its answer")),
        ("long", &long, Error(ResourceExhausted, "the proxy needs more than 16384 bytes")),
        ("interim", &interim, Error(ResourceExhausted, "the proxy needs more than 16384 bytes")),
        ("closed", "HTTP/1.1 200 OK\r\n", unavailable("the proxy closed the connection")),
        ("nothing", "", unavailable("the proxy closed the connection")),
        ("no HTTP", "SSH-2.0-C4NARY\r\n\r\n", Error(Invalid, "the answer of the proxy is no HTTP response")),
        ("version", "HTTP/2.0 200 OK\r\n\r\n", Error(Invalid, "is no HTTP response")),
        ("status", "HTTP/1.1 099 OK\r\n\r\n", Error(Invalid, "is no HTTP response")),
        ("status 4", "HTTP/1.1 2000 OK\r\n\r\n", Error(Invalid, "is no HTTP response")),
        ("PRX-14", "HTTP/1.1 102 X\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", unavailable("during the TLS handshake")),
    ];
    for (case, answer, expected) in cases {
        let sends: &[fn(Vec<u8>) -> Step] = if case == "body" { &[Step::Send] } else { &[Step::Send, Step::Drip] };
        for step in sends {
            let net = Net::new();
            net.serve("p.test:3128", &[&[Step::Read, step(answer.into())]]);
            let result = call(&through(&net, proxies()), request("GET", "https://h.test/x")).await;
            check(case, &result, &expected);
            let text = result.unwrap_err().to_string();
            assert!(
                text.starts_with("`GET https://h.test/x` through the proxy `p.test:3128` failed "),
                "{case}: {text}"
            );
        }
    }
    let net = Net::new();
    net.serve("p.test:3128", &[&[Step::Read, response(407, "", "")]]);
    let result = call(&through(&net, proxies()), request("GET", "http://h.test/x")).await;
    check("PRX-05 plain", &result, &Error(Unavailable, "the proxy asks for other credentials"));
}

/// TMO-13: a stall at each stage that a proxy adds; and a proxy that is not there.
#[tokio::test(start_paused = true)]
async fn tmo_13_stages_of_a_proxy() {
    let late = |text| Error(DeadlineExceeded, text);
    let cases = [
        (Peer::Refuses, Error(Unavailable, "failed while connecting to the proxy: connection refused")),
        (Peer::Silent, late("while connecting to the proxy: deadline exceeded after 30s")),
        (Peer::Plays(vec![vec![Step::Hold]]), late("while the proxy was connecting: deadline exceeded after 30s")),
        (
            Peer::Plays(vec![vec![Step::Read, send("HTTP/1.1 200 OK\r\n\r\n"), Step::Hold]]),
            late("during the TLS handshake: deadline exceeded after 30s"),
        ),
    ];
    for (peer, expected) in cases {
        let net = Net::new();
        net.peer("p.test:3128", peer);
        let result = call(&through(&net, proxies()), request("GET", "https://h.test/x")).await;
        check("TMO-13", &result, &expected);
        assert!(result.unwrap_err().to_string().contains("through the proxy `p.test:3128` failed"));
    }
    let result = call(&through(&Net::new(), proxies()), request("GET", "https://h.test/x")).await;
    check("no such proxy", &result, &Error(Unavailable, "while connecting to the proxy: no such host"));
}

/// PRX-08: the policy is that of the server, and is applied before the proxy is asked.
#[tokio::test]
async fn prx_08_policies_hold_behind_proxies() {
    for url in ["http://169.254.169.254/", "https://169.254.169.254/", "http://in.test/", "https://in.test/"] {
        let net = Net::new();
        net.name("in.test:80", &["10.0.0.1:80"]).name("in.test:443", &["10.0.0.1:443"]);
        let result = call(&through(&net, proxies()), public(url)).await;
        check(url, &result, &Error(PermissionDenied, "the network policy forbids"));
        assert_eq!(net.dialled().len(), 0, "{url}");
    }
    let net = Net::new();
    net.name("h.test:80", &["93.184.216.34:80"]);
    let redirect = response(302, "Location: http://169.254.169.254/y\r\n", "");
    net.serve("p.test:3128", &[&[Step::Read, send("HTTP/1.1 200 OK\r\n\r\n"), Step::Read, redirect]]);
    let result = call(&through(&net, proxies()), public("http://h.test/x")).await;
    check("PRX-08", &result, &Error(PermissionDenied, "redirected to `GET http://169.254.169.254/y`"));
    assert_eq!(net.requests().len(), 2);
}

/// PRX-09: who restricts addresses looks names up, and the proxy gets the address that was checked; PRX-13: it may stand
/// anywhere itself.
#[tokio::test]
async fn prx_09_prx_13_the_proxy_gets_the_checked_address() {
    let net = Net::new();
    net.name("h.test:443", &["10.0.0.1:443", "93.184.216.34:443"]).name("p.test:3128", &["10.9.9.9:3128"]);
    net.name("h.test:80", &["93.184.216.34:80"]);
    let plain = vec![Step::Read, send("HTTP/1.1 200 OK\r\n\r\n"), Step::Read, response(200, "", "ok")];
    net.address("10.9.9.9:3128", Peer::Plays(vec![tunnel(1), plain]));
    let transport = through(&net, proxies());
    check("PRX-09", &call(&transport, public("https://h.test/x")).await, &Answer(200, "ok"));
    check("PRX-09 plain", &call(&transport, public("http://h.test/x")).await, &Answer(200, "ok"));
    let requests = net.requests();
    assert!(requests[0].starts_with("CONNECT 93.184.216.34:443 HTTP/1.1\r\n"), "{requests:?}");
    assert!(requests[2].starts_with("CONNECT 93.184.216.34:80 HTTP/1.1\r\n"), "{requests:?}");
    assert!(requests[3].starts_with("GET /x") && requests[3].contains("host: h.test\r\n"), "{requests:?}");
    // A name that only the proxy knows is not asked for under such a policy.
    check("PRX-09 closed", &call(&transport, public("https://x.test/")).await, &Error(Unavailable, "no such host"));
    assert_eq!(net.dialled().len(), 2);
}

/// PRX-06, PRX-10: what goes past the proxy knows nothing of it; it stays so after a redirect.
#[tokio::test]
async fn prx_06_no_credentials_past_the_proxy() {
    let net = Net::new();
    let away = response(307, "Location: http://near.test/y\r\n", "");
    net.serve("p.test:3128", &[&[Step::Read, away]]);
    net.serve("near.test:80", &[&[Step::Read, response(200, "", "near")]]);
    let transport = through(&net, proxies().except("near.test"));
    check("PRX-06", &call(&transport, request("GET", "http://h.test/x")).await, &Answer(200, "near"));
    let requests = net.requests();
    assert!(requests[0].to_lowercase().contains("proxy-authorization"));
    assert!(requests[1].starts_with("GET /y") && !requests[1].to_lowercase().contains("proxy"), "{requests:?}");
}

/// PRX-12: no connection is shared between proxies, nor with what goes past them, while all of them are open.
#[tokio::test]
async fn prx_12_each_proxy_has_its_connections() {
    let net = Net::new();
    net.serve("p.test:3128", &[&tunnel(3)]).serve("q.test:1", &[&tunnel(3)]);
    net.peer("h.test:443", Peer::PlaysTls(acceptor(&["h.test"], &[], (2020, 2090)), vec![tunnel(3)[3..].to_vec()]));
    let other = Proxies::all(Proxy::parse("q.test:1").unwrap());
    let transports = [proxies(), other.clone(), Proxies::default(), other.except("h.test")];
    let transports = transports.map(|proxies| through(&net, proxies));
    let ways = ["p.test:3128", "q.test:1", "h.test:443", "h.test:443"];
    let mut opened = Vec::new();
    for round in 0..3 {
        for (transport, way) in transports.iter().zip(ways) {
            check("PRX-12", &call(transport, request("GET", "https://h.test/x")).await, &Answer(200, "ok"));
            if round == 0 {
                opened.push(way);
            }
            assert_eq!(net.lookups(), opened, "round {round}: one connection for each way, used again");
        }
    }
    // One transport with a proxy for each scheme.
    let net = Net::new();
    net.serve("p.test:80", &[&[Step::Read, response(200, "", "read"), Step::Drain]]).serve("q.test:80", &[&tunnel(1)]);
    let both = Proxies::from_variables(Some("p.test"), Some("q.test"), None, None).unwrap();
    let transport = through(&net, both);
    check("PRX-12 http", &call(&transport, request("GET", "http://h.test:443/x")).await, &Answer(200, "read"));
    check("PRX-12 https", &call(&transport, request("GET", "https://h.test/x")).await, &Answer(200, "ok"));
    assert_eq!(net.lookups(), ["p.test:80", "q.test:80"]);
}

/// An error names the proxy also where the connection was there already, and after a redirect.
#[tokio::test]
async fn errors_name_the_proxy_of_a_used_connection() {
    let cut = send("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nx");
    let away = |url: &str| response(302, &format!("Location: {url}\r\n"), "");
    let connections = |last: Step| [&tunnel(1)[..5], &[Step::Read, last]].concat();
    for (last, expected) in [
        (cut.clone(), "`GET https://h.test/x` through the proxy `p.test:3128` failed while reading the body"),
        (away("https://h.test/y"), "redirected to `GET https://h.test/y`, through the proxy `p.test:3128` failed"),
        (away("https://near.test/y"), "redirected to `GET https://near.test/y`, failed while looking up the host"),
    ] {
        let net = Net::new();
        net.serve("p.test:3128", &[&connections(last), &[]]);
        let transport = through(&net, proxies().except("near.test"));
        check("first", &call(&transport, request("GET", "https://h.test/x")).await, &Answer(200, "ok"));
        let error = call(&transport, request("GET", "https://h.test/x")).await.unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}

/// HDR-11, below the checks of `api()`; and a proxy does not stretch the time.
#[tokio::test(start_paused = true)]
async fn hdr_11_proxy_headers_are_not_the_scripts() {
    let net = Net::new();
    let mut request = request("GET", "http://h.test/x");
    request.headers.insert("proxy-authorization", HeaderValue::from_static("x"));
    request.timeout = Duration::from_secs(1);
    let result = call(&through(&net, proxies()), request).await;
    check("HDR-11", &result, &Error(Invalid, "the header `proxy-authorization` is set by the transport"));
}
