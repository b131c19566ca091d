//! Where requests may go, SRF and DNS.

use std::sync::Arc;

use fluxlet_runtime::Code::{PermissionDenied, Unavailable};
use fluxlet_runtime::{NetworkPolicy, Origin, Scheme};
use fluxlet_transport::{Proxies, Proxy};

use crate::net::Expect::{Answer, Error};
use crate::net::{Net, Peer, Step, call, check, request, response};

const ADDRESSES: [&str; 22] = [
    "127.0.0.1",
    "127.1.2.3",
    "[::1]",
    "0.0.0.0",
    "[::]",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "[fd00::1]",
    "169.254.169.254",
    "[fe80::1]",
    "100.100.100.200",
    "168.63.129.16",
    "[::ffff:127.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::a9fe:a9fe]",
    "[2002:7f00:1::]",
    "[2001::1]",
    "[::ffff:0:7f00:1]",
    "[fec0::1]",
    "224.0.0.1",
    "[ff02::1]",
];

/// SRF-01 to SRF-13, as literals and behind names: nothing is dialled.
#[tokio::test]
async fn private_addresses() {
    for address in ADDRESSES {
        for url in [format!("http://{address}:8086/x"), "http://in.test:8086/x".to_owned()] {
            let net = Net::new();
            net.name("in.test:8086", &[&format!("{address}:8086")]);
            let mut request = request("GET", &url);
            request.policy = Arc::new(NetworkPolicy::public_only());
            let result = call(&net.transport(), request).await;
            check(address, &result, &Error(PermissionDenied, "the network policy forbids `http://"));
            assert_eq!(net.dialled(), [""; 0], "{address}");
            if url.contains("in.test") {
                let text = result.unwrap_err().to_string();
                assert!(!text.contains(address.trim_matches(['[', ']'])), "the address shows: {text}");
            }
        }
    }
}

/// SRF-01 to SRF-13, the other two ways: by a redirect, and through a proxy.
#[tokio::test]
async fn srf_13_private_addresses_by_redirect_and_proxy() {
    for address in ADDRESSES {
        let net = Net::new();
        let leave = response(302, &format!("Location: http://{address}:8086/y\r\n"), "");
        net.serve("h.test:80", &[&[Step::Read, leave]]);
        let public = |url: &str| {
            let mut request = request("GET", url);
            request.policy = Arc::new(NetworkPolicy::public_only());
            request
        };
        let forbidden = || Error(PermissionDenied, "the network policy forbids `http://");
        check(address, &call(&net.transport(), public("http://h.test/x")).await, &forbidden());
        assert_eq!(net.dialled().len(), 1, "{address}");
        let proxies = Proxies::all(Proxy::parse("p.test").unwrap());
        let behind = net.builder().proxies(proxies).build();
        check(address, &call(&behind, public(&format!("http://{address}:8086/y"))).await, &forbidden());
        assert_eq!(net.dialled().len(), 1, "{address}");
    }
}

/// DNS-06, DNS-10, DNS-11, DNS-15: one look-up for each connection, and what it finds is what counts.
#[tokio::test]
async fn dns_06_names_that_change() {
    let net = Net::new();
    net.serve("h.test:80", &[&[Step::Read, response(200, "Connection: close\r\n", "ok")]]);
    let transport = net.transport();
    let public = || {
        let mut request = request("GET", "http://h.test/x");
        request.policy = Arc::new(NetworkPolicy::public_only());
        request
    };
    check("DNS-06", &call(&transport, public()).await, &Answer(200, "ok"));
    for address in ["127.0.0.1:80", "169.254.169.254:80", "[::ffff:169.254.169.254]:80"] {
        net.name("h.test:80", &[address]);
        check("DNS-06", &call(&transport, public()).await, &Error(PermissionDenied, "forbids"));
    }
    assert_eq!((net.lookups().len(), net.dialled().len()), (4, 1));
}

/// Pinned addresses: nobody is asked, and the policy counts.
#[tokio::test]
async fn pinned_addresses() {
    let net = Net::new();
    net.address("93.184.216.34:81", Peer::Plays(vec![vec![Step::Read, response(200, "", "ok")]]));
    let pin = |host, address: &str| net.builder().pin(host, 81, &[address.parse().unwrap()]);
    let transport = pin("H.test", "93.184.216.34").unwrap().build();
    check("pin", &call(&transport, request("GET", "http://h.test:81/x")).await, &Answer(200, "ok"));
    assert_eq!(net.lookups().len(), 0);
    check(
        "other port",
        &call(&transport, request("GET", "http://h.test/x")).await,
        &Error(Unavailable, "no such host"),
    );
    let mut public = request("GET", "http://h.test:81/x");
    public.policy = Arc::new(NetworkPolicy::public_only());
    let private = pin("h.test", "10.0.0.1").unwrap().build();
    check("policy", &call(&private, public).await, &Error(PermissionDenied, "forbids"));
    assert!(pin("h test", "10.0.0.1").is_err() && pin("::1", "::1").is_err() && pin("[::1]", "::1").is_ok());
}

/// SRF-14: spellings that only the resolver understands.
#[tokio::test]
async fn spellings() {
    for host in ["2130706433", "0177.0.0.1", "0x7f.1", "127.1", "0", "localhost"] {
        let net = Net::new();
        net.name(&format!("{host}:80"), &["127.0.0.1:80"]);
        let mut request = request("GET", &format!("http://{host}/x"));
        request.policy = Arc::new(NetworkPolicy::public_only());
        check(host, &call(&net.transport(), request).await, &Error(PermissionDenied, "forbids"));
        assert_eq!(net.dialled().len(), 0, "{host}");
    }
}

/// SRF-23: the context's own server is exempt, and it alone.
#[tokio::test]
async fn the_trusted_origin() {
    for (trusted, expected) in [(true, Answer(200, "ok")), (false, Error(PermissionDenied, "forbids"))] {
        let net = Net::new();
        net.address("127.0.0.1:8086", Peer::Plays(vec![vec![Step::Read, response(200, "", "ok")]]));
        let mut request = request("GET", "http://127.0.0.1:8086/x");
        request.policy = Arc::new(NetworkPolicy::public_only());
        request.trusted_origin = trusted;
        check("SRF-23", &call(&net.transport(), request).await, &expected);
    }
}

/// SRF-22: an origin that is not listed is not even looked up.
#[tokio::test]
async fn listed_origins() {
    let net = Net::new();
    net.serve("a.test:80", &[&[Step::Read, response(200, "", "ok")]]);
    let policy = NetworkPolicy {
        allowed_origins: vec![Origin::parse(Scheme::Http, "a.test").unwrap().into()],
        ..NetworkPolicy::public_only()
    };
    for (url, allowed) in [("http://a.test/", true), ("http://xa.test/", false), ("http://a.test:81/", false)] {
        let mut request = request("GET", url);
        request.policy = Arc::new(policy.clone());
        let result = call(&net.transport(), request).await;
        assert_eq!(result.is_ok(), allowed, "{url}");
    }
    assert_eq!(net.lookups(), ["a.test:80"]);
}

/// SRF-18: a port that is not listed is not even looked up.
#[tokio::test]
async fn srf_18_listed_ports() {
    let net = Net::new();
    let policy = NetworkPolicy { allowed_ports: vec![80, 443, 8086], ..NetworkPolicy::public_only() };
    for port in [22, 25, 53, 6379, 9200, 11211] {
        let mut request = request("GET", &format!("http://h.test:{port}/x"));
        request.policy = Arc::new(policy.clone());
        let result = call(&net.transport(), request).await;
        let error = result.unwrap_err();
        assert_eq!(error.code(), PermissionDenied);
        assert!(error.message().contains(&format!("port {port}")), "{error}");
    }
    assert!(net.lookups().is_empty() && net.dialled().is_empty());
}

/// DNS-01 to DNS-09: which addresses of a name are dialled, and in what order.
#[tokio::test(start_paused = true)]
async fn addresses_of_a_name() {
    let many: Vec<String> = (1..=100).map(|nth| format!("8.8.8.{nth}:80")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let cases: [(&str, &[&str], usize, bool); 6] = [
        ("DNS-04", &["93.184.216.34:80", "10.0.0.1:80"], 1, true),
        ("DNS-05", &["10.0.0.1:80", "93.184.216.34:80"], 1, true),
        ("DNS-07", &["[2606:4700::1]:80", "93.184.216.34:80"], 2, true),
        ("DNS-08", &["[fd00::1]:80", "93.184.216.34:80"], 1, true),
        ("DNS-03", &[], 0, false),
        ("DNS-09", &many, 16, false),
    ];
    for (case, addresses, dials, reached) in cases {
        let net = Net::new();
        net.name("h.test:80", addresses).address("[2606:4700::1]:80", Peer::Silent);
        net.address("93.184.216.34:80", Peer::Plays(vec![vec![Step::Read, response(200, "", "ok")]]));
        let mut request = request("GET", "http://h.test/x");
        request.policy = Arc::new(NetworkPolicy::public_only());
        let start = tokio::time::Instant::now();
        let result = call(&net.transport(), request).await;
        let expected = if reached { Answer(200, "ok") } else { Error(Unavailable, "") };
        check(case, &result, &expected);
        assert_eq!(net.dialled().len(), dials, "{case}");
        assert_eq!(net.lookups().len(), 1, "{case}");
        assert!(start.elapsed().as_millis() <= 300, "{case}: {:?}", start.elapsed());
    }
}

/// DNS-01, TMO-11: names without an address, and silent addresses before one that answers.
#[tokio::test(start_paused = true)]
async fn unreachable() {
    let net = Net::new();
    let result = call(&net.transport(), request("GET", "http://nx.test/x")).await;
    check("DNS-01", &result, &Error(Unavailable, "failed while looking up the host: no such host"));
    net.name("refused.test:80", &["8.8.8.8:80"]);
    let result = call(&net.transport(), request("GET", "http://refused.test/x")).await;
    check("RSP-25", &result, &Error(Unavailable, "failed while connecting: connection refused"));
    let addresses = ["8.8.8.1:80", "8.8.8.2:80", "8.8.8.3:80", "8.8.8.4:80", "93.184.216.34:80"];
    for silent in &addresses[..4] {
        net.address(silent, Peer::Silent);
    }
    net.name("slow.test:80", &addresses);
    net.address(addresses[4], Peer::Plays(vec![vec![Step::Read, response(200, "", "ok")]]));
    let mut request = request("GET", "http://slow.test/x");
    request.timeout = std::time::Duration::from_secs(1);
    check("TMO-11", &call(&net.transport(), request).await, &Answer(200, "ok"));
}

/// The system's own look-up and TCP: a literal, and a name that every machine knows.
#[tokio::test]
async fn the_system_resolver() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let transport = fluxlet_transport::Transport::new();
    for host in ["127.0.0.1", "localhost"] {
        let url = format!("http://{host}:{port}/x");
        let result = call(&transport, request("GET", &url)).await;
        check(host, &result, &Error(Unavailable, "failed while connecting: connection refused"));
        let mut public = request("GET", &url);
        public.policy = Arc::new(NetworkPolicy::public_only());
        check(host, &call(&transport, public).await, &Error(PermissionDenied, "forbids"));
    }
}
