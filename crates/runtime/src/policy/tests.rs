//! SRF-01 to SRF-13, SRF-15, SRF-25 and FUZ-07: which addresses are public.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use http::Method;

use crate::{Code, Endpoint, NetworkPolicy};

/// The ranges that are not public, written down a second time: first address and bits.
const DENIED_V4: [(&str, u32); 20] = [
    ("0.0.0.0", 8),
    ("10.0.0.0", 8),
    ("100.64.0.0", 10),
    ("127.0.0.0", 8),
    ("168.63.129.16", 32),
    ("169.254.0.0", 16),
    ("172.16.0.0", 12),
    ("192.0.0.0", 24),
    ("192.0.2.0", 24),
    ("192.31.196.0", 24),
    ("192.52.193.0", 24),
    ("192.88.99.0", 24),
    ("192.168.0.0", 16),
    ("192.175.48.0", 24),
    ("198.18.0.0", 15),
    ("198.51.100.0", 24),
    ("203.0.113.0", 24),
    ("224.0.0.0", 4),
    ("240.0.0.0", 4),
    ("255.255.255.255", 32),
];

/// What lies inside global unicast, `2000::/3`, and is not public all the same. Outside, only `64:ff9b::/96` is.
const DENIED_V6: [(&str, u32); 5] =
    [("2001::", 23), ("2001:db8::", 32), ("2002::", 16), ("2620:4f::", 32), ("3fff::", 20)];

fn in_range(address: u128, first: u128, bits: u32, width: u32) -> bool {
    let shift = width - bits;
    address.checked_shr(shift) == first.checked_shr(shift)
}

fn v4(text: &str) -> u32 {
    text.parse::<Ipv4Addr>().unwrap().into()
}

fn v6(text: &str) -> u128 {
    text.parse::<Ipv6Addr>().unwrap().into()
}

fn expected_v4(address: u32) -> bool {
    !DENIED_V4.iter().any(|(first, bits)| in_range(address.into(), v4(first).into(), *bits, 32))
}

fn expected_v6(address: u128) -> bool {
    if in_range(address, v6("64:ff9b::"), 96, 128) {
        return expected_v4(address as u32);
    }
    in_range(address, v6("2000::"), 3, 128)
        && !DENIED_V6.iter().any(|(first, bits)| in_range(address, v6(first), *bits, 128))
}

#[track_caller]
fn agrees(address: IpAddr) {
    let expected = match address {
        IpAddr::V4(address) => expected_v4(address.into()),
        IpAddr::V6(address) => expected_v6(address.into()),
    };
    assert_eq!(NetworkPolicy::public_only().allows_address(address), expected, "{address}");
    assert!(NetworkPolicy::open().allows_address(address), "{address}");
}

#[test]
fn addresses_that_are_not_public() {
    let denied = [
        ("SRF-01", "127.0.0.1"),
        ("SRF-01", "127.1.2.3"),
        ("SRF-01", "::1"),
        ("SRF-02", "0.0.0.0"),
        ("SRF-02", "0.1.2.3"),
        ("SRF-02", "::"),
        ("SRF-03", "10.1.2.3"),
        ("SRF-03", "172.16.0.1"),
        ("SRF-03", "172.31.255.255"),
        ("SRF-03", "192.168.1.1"),
        ("SRF-03", "fc00::1"),
        ("SRF-03", "fdff::1"),
        ("SRF-04", "169.254.169.254"),
        ("SRF-04", "fe80::1"),
        ("SRF-04", "fd00:ec2::254"),
        ("SRF-04", "169.254.170.2"),
        ("SRF-05", "100.64.0.1"),
        ("SRF-05", "100.100.100.200"),
        ("SRF-06", "168.63.129.16"),
        ("SRF-07", "::ffff:127.0.0.1"),
        ("SRF-07", "::ffff:a9fe:a9fe"),
        ("SRF-08", "::127.0.0.1"),
        ("SRF-08", "::8.8.8.8"),
        ("SRF-09", "64:ff9b::7f00:1"),
        ("SRF-09", "64:ff9b::a9fe:a9fe"),
        ("SRF-09", "64:ff9b:1::1"),
        ("SRF-09", "64:ff9b:1::808:808"),
        ("SRF-09", "64:ff9b:0:1::808:808"),
        ("SRF-09", "64:ff9b::1:808:808"),
        ("SRF-10", "2002:7f00:1::"),
        ("SRF-10", "2002:808:808::"),
        ("SRF-10", "2001:0:808:808::1"),
        ("SRF-10", "::ffff:0:7f00:1"),
        ("SRF-10", "::ffff:0:808:808"),
        ("SRF-11", "fec0::1"),
        ("SRF-12", "224.0.0.1"),
        ("SRF-12", "239.1.1.1"),
        ("SRF-12", "ff02::1"),
        ("SRF-12", "ff0e::1"),
        ("SRF-12", "255.255.255.255"),
        ("SRF-13", "192.0.2.1"),
        ("SRF-13", "198.18.0.1"),
        ("SRF-13", "198.19.255.255"),
        ("SRF-13", "203.0.113.1"),
        ("SRF-13", "240.0.0.1"),
        ("SRF-13", "2001:db8::1"),
        ("SRF-13", "3fff::1"),
        ("SRF-13", "5f00::1"),
        ("SRF-13", "100::1"),
        ("SRF-13", "192.88.99.1"),
    ];
    for (id, address) in denied {
        let address: IpAddr = address.parse().unwrap();
        assert!(!NetworkPolicy::public_only().allows_address(address), "{id} {address}");
        assert!(!NetworkPolicy::default().allows_address(address), "{id} {address}");
        agrees(address);
    }
    for address in ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808", "168.63.129.15"] {
        assert!(NetworkPolicy::public_only().allows_address(address.parse().unwrap()), "{address}");
    }
}

/// SRF-25: the first and last address of each range, and their neighbours.
#[test]
fn boundaries_of_ranges() {
    let also = [
        ("2000::", 3),
        ("2620:4f:8000::", 48),
        ("64:ff9b::", 96),
        ("64:ff9b:1::", 48),
        ("100::", 64),
        ("5f00::", 16),
        ("fc00::", 7),
        ("fe80::", 10),
        ("fec0::", 10),
        ("ff00::", 8),
        ("::ffff:0:0", 96),
        ("::", 128),
        ("::1", 128),
    ];
    for (first, bits) in DENIED_V4 {
        let first = v4(first);
        let last = first | u32::MAX.checked_shr(bits).unwrap_or(0);
        for address in [first.wrapping_sub(1), first, last, last.wrapping_add(1)] {
            agrees(IpAddr::V4(address.into()));
            // The same address behind NAT64.
            agrees(IpAddr::V6((v6("64:ff9b::") | u128::from(address)).into()));
        }
    }
    for (first, bits) in DENIED_V6.into_iter().chain(also) {
        let first = v6(first);
        let last = first | u128::MAX.checked_shr(bits).unwrap_or(0);
        for address in [first.wrapping_sub(1), first, last, last.wrapping_add(1)] {
            agrees(IpAddr::V6(address.into()));
        }
    }
}

/// FUZ-07: no address is judged otherwise than by the list above.
#[test]
fn addresses_at_random() {
    let mut state = 7_u128;
    let mut next = move || {
        state = state.wrapping_mul(0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645).wrapping_add(0x5851_F42D_4C95_7F2D);
        state ^ (state >> 67)
    };
    let prefixes = DENIED_V6.map(|(first, _)| v6(first));
    for round in 0..50_000 {
        let random = next();
        agrees(IpAddr::V4((random as u32).into()));
        // Half of them start like a known range, or are mostly zero.
        let address = match round % 4 {
            0 => random,
            1 => random >> (next() % 128) as u32,
            2 => prefixes[random as usize % prefixes.len()] | (random >> 20 >> (next() % 100) as u32),
            _ => v6("2000::") | (random >> 3),
        };
        agrees(IpAddr::V6(address.into()));
    }
}

/// SRF-15: also in full-width digits.
#[test]
fn literal_hosts_are_judged_by_their_address() {
    for (host, expected) in [
        ("http://127.0.0.1", false),
        ("http://127。0。0。1", false),
        ("http://①②⑦.0.0.1", false),
        ("http://[::1]:8086", false),
        ("http://[::ffff:127.0.0.1]", false),
        ("http://8.8.8.8", true),
        ("http://[2606:4700::1111]", true),
        // Names are judged when their addresses are known.
        ("http://localhost", true),
        ("http://0177.0.0.1", true),
        ("http://ctx.test", true),
    ] {
        let origin = Endpoint::parse(host).unwrap().origin;
        assert_eq!(NetworkPolicy::public_only().allows_origin(&origin), expected, "{host}");
        assert!(NetworkPolicy::open().allows_origin(&origin), "{host}");
    }
}

/// SRF-21 and SRF-22: a list of origins is exact, and does not make addresses public.
#[test]
fn allowed_origins_are_exact() {
    let origin = |host: &str| Endpoint::parse(host).unwrap().origin;
    let allowed = ["http://10.1.2.3:8086", "https://influx.test", "http://127.0.0.1:8086"].map(origin).to_vec();
    let policy =
        NetworkPolicy { allowed_origins: allowed.into_iter().map(Into::into).collect(), ..NetworkPolicy::open() };
    let strict = NetworkPolicy { private_addresses: false, ..policy.clone() };
    for (host, open, public) in [
        ("http://10.1.2.3:8086", true, false),
        ("http://10.1.2.3:22", false, false),
        ("http://10.1.2.4:8086", false, false),
        ("https://10.1.2.3:8086", false, false),
        ("https://influx.test", true, true),
        ("https://INFLUX.test.:443/base", true, true),
        ("http://influx.test", false, false),
        ("https://influx.test.evil", false, false),
        ("https://xinflux.test", false, false),
        ("https://a.influx.test", false, false),
        ("http://[::ffff:127.0.0.1]:8086", false, false),
    ] {
        assert_eq!(policy.allows_origin(&origin(host)), open, "{host}");
        assert_eq!(strict.allows_origin(&origin(host)), public, "{host}");
    }
}

#[test]
fn denied_ranges_hold_in_every_spelling_of_an_address() {
    let denied_ranges = ["8.8.8.0/24", "2606:4700::/32", "10.0.0.0/8"].map(|range| range.parse().unwrap()).to_vec();
    let policy = NetworkPolicy { denied_ranges, ..NetworkPolicy::open() };
    for (address, expected) in [
        ("8.8.8.0", false),
        ("8.8.8.255", false),
        ("8.8.7.255", true),
        ("8.8.9.0", true),
        ("::ffff:8.8.8.8", false),
        ("::8.8.8.8", false),
        ("::ffff:0:808:808", false),
        ("64:ff9b::808:808", false),
        ("2002:808:808::1", false),
        ("2002:808:908::1", true),
        ("2606:4700::1111", false),
        ("2606:4701::", true),
        ("10.255.255.255", false),
        ("127.0.0.1", true),
    ] {
        assert_eq!(policy.allows_address(address.parse().unwrap()), expected, "{address}");
    }
}

fn narrow() -> NetworkPolicy {
    NetworkPolicy {
        allowed_origins: vec!["https://*.a.test:*".parse().unwrap(), "http://b.test".parse().unwrap()],
        allowed_ports: vec![80, 443],
        allowed_methods: vec![Method::GET, Method::HEAD],
        allowed_paths: vec!["/api/v2".parse().unwrap(), "/health".parse().unwrap()],
        ..NetworkPolicy::open()
    }
}

#[track_caller]
fn check_request(policy: &NetworkPolicy, method: &str, url: &str, target: &str, trusted: bool, expected: &str) {
    let origin = Endpoint::parse(url).unwrap().origin;
    let answer = policy.check(&origin, &method.parse().unwrap(), target, trusted);
    let message = answer.map_or_else(
        |error| {
            assert_eq!(error.code(), Code::PermissionDenied);
            error.message().to_owned()
        },
        |()| String::new(),
    );
    assert_eq!(message, expected, "{method} {url}{target}");
}

#[test]
fn requests_are_judged_by_every_rule() {
    let policy = narrow();
    let check = |method, url, target, expected| check_request(&policy, method, url, target, false, expected);
    let origins =
        "the network policy forbids `http://evil.test`; it allows the origins `https://*.a.test:*`, `http://b.test`";
    let paths = "the network policy forbids the path; it allows the paths below `/api/v2`, `/health`";
    let dots = "the network policy forbids a path with `.` or `..` segments, however they are written";
    check("GET", "https://x.a.test", "/api/v2/buckets?q=../..", "");
    check("HEAD", "http://b.test", "/health?", "");
    check("GET", "http://evil.test", "/health", origins);
    let ports = "the network policy forbids `https://x.a.test:8443`: port 8443; it allows the ports `80`, `443`";
    check("GET", "https://x.a.test:8443", "/health", ports);
    let methods = "the network policy forbids the method `DELETE`; it allows the methods `GET`, `HEAD`";
    check("DELETE", "http://b.test", "/health", methods);
    check("GET", "http://b.test", "/", paths);
    check("GET", "http://b.test", "/api%2Fv2", paths);
    check("GET", "http://b.test", "/api/v2/../x", dots);
    // The context's own InfluxDB may be anywhere, but methods and paths count there, too.
    let own = |method, target, expected| check_request(&policy, method, "http://own.test:1", target, true, expected);
    own("GET", "/health", "");
    own("DELETE", "/health", methods);
    own("GET", "/x", paths);
}

#[test]
fn addresses_are_judged_with_their_reason() {
    let policy = NetworkPolicy::public_only();
    let expected = "the network policy forbids `http://10.0.0.1`: addresses that are not public, or in a denied range, are \
                    not allowed";
    check_request(&policy, "GET", "http://10.0.0.1", "/", false, expected);
    check_request(&policy, "GET", "http://10.0.0.1", "/", true, "");
    check_request(&policy, "DELETE", "http://8.8.8.8", "/../x", false, "");
}

#[test]
fn long_lists_are_not_told_whole() {
    let allowed_ports = (1..=100).collect();
    let policy = NetworkPolicy { allowed_ports, ..NetworkPolicy::open() };
    let expected =
        "the network policy forbids `http://a.test:101`: port 101; it allows the ports `1`, `2`, `3`, `4` and 96 more";
    check_request(&policy, "GET", "http://a.test:101", "/", false, expected);
}
