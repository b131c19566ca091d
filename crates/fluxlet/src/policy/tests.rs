//! Texts of policies: what is read, and what is said about mistakes.

use std::time::Duration;

use super::*;

#[track_caller]
fn check_problems(text: &str, expected: &str) {
    let found = Policy::default().changed_by(text).map_or_else(|error| error.to_string(), |_| String::new());
    assert_eq!(found, expected);
}

#[test]
fn every_key_is_read() {
    let text = r#"
        [network]
        private_addresses = true
        allowed_origins = ["https://*.a.test:*", "http://127.0.0.1:8086"]
        allowed_ports = [443, 8086]
        allowed_methods = ["GET", "HEAD"]
        allowed_paths = ["/api/v2", "/health"]
        denied_ranges = ["10.0.0.0/8", "fd00::/8"]

        [limits]
        steps = 1_000
        depth = 10
        memory = "64MiB"
        time = "30s"
        requests = 5
        in_flight = 2
        concurrent_calls = 3
        traffic = "1GiB"
        request_body = 1000
        response_body = "1MB"
    "#;
    let policy = Policy::default().changed_by(text).unwrap();
    let network = NetworkPolicy {
        private_addresses: true,
        allowed_origins: vec!["https://*.a.test:*".parse().unwrap(), "http://127.0.0.1:8086".parse().unwrap()],
        allowed_ports: vec![443, 8086],
        allowed_methods: vec!["GET".parse().unwrap(), "HEAD".parse().unwrap()],
        allowed_paths: vec!["/api/v2".parse().unwrap(), "/health".parse().unwrap()],
        denied_ranges: vec!["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()],
    };
    let limits = Limits {
        steps: 1000,
        depth: 10,
        memory: 64 << 20,
        time: Some(Duration::from_secs(30)),
        requests: 5,
        in_flight: 2,
        concurrent_calls: 3,
        traffic: 1 << 30,
        request_body: 1000,
        response_body: 1_000_000,
    };
    assert_eq!(policy, Policy { network, limits });
}

#[test]
fn what_is_not_set_stays() {
    assert_eq!(Policy::default().changed_by(""), Ok(Policy::default()));
    assert_eq!(Policy::trusting().changed_by("# nothing\n[network]\n[limits]\n"), Ok(Policy::trusting()));
    let policy = Policy::trusting().changed_by("limits.steps = 7\nnetwork.denied_ranges = []").unwrap();
    assert_eq!(policy.limits, Limits { steps: 7, ..Limits::trusting() });
    assert_eq!(policy.network, NetworkPolicy::open());
}

#[test]
fn problems_have_places_and_say_what_is_expected() {
    check_problems(
        "[network]\nallowed_origin = []\n",
        "2:1: there is no `allowed_origin`; did you mean `allowed_origins`?",
    );
    check_problems("[limit]\nsteps = 1", "1:2: there is no `limit`; did you mean `limits`?");
    check_problems("xyz = 1", "1:1: there is no `xyz`; expected one of `network`, `limits`");
    check_problems("limits = 1", "1:10: `limits` expects a section");
    check_problems(
        "[limits]\n  time = 30",
        "2:10: `time` expects a duration such as `\"30s\"` or `\"5m\"`, longer than nothing and without months and years",
    );
    check_problems(
        "[limits]\nmemory = \"64MB!\"",
        "2:10: `memory` expects a size such as `\"64MiB\"` or `\"500kB\"`, or a number of bytes",
    );
    let number = "expects a whole number from 1 on, which is not too large";
    check_problems(
        "[limits]\nsteps = 0\ndepth = 4294967296\nrequests = -1\nin_flight = 1.5",
        &format!("2:9: `steps` {number}\n3:9: `depth` {number}\n4:12: `requests` {number}\n5:13: `in_flight` {number}"),
    );
    check_problems("[network]\nprivate_addresses = \"no\"", "2:21: `private_addresses` expects `true` or `false`");
    check_problems("[network]\nallowed_ports = 80", "2:17: `allowed_ports` expects a list in brackets");
    check_problems(
        "[network]\nallowed_ports = [80, 0, 65536, \"x\"]",
        &[22, 25, 32].map(|column| format!("2:{column}: `allowed_ports` expects a port from 1 to 65535")).join("\n"),
    );
    check_problems(
        "[network]\nallowed_methods = [\"get\"]",
        "2:20: `allowed_methods` expects a method in capital letters such as `GET`",
    );
    check_problems(
        "[network]\nallowed_paths = [\n  \"/a/../b\",\n]",
        "3:3: `allowed_paths` expects a path such as `/api/v2`: a path has no `.` and `..` segments",
    );
    check_problems(
        "[network]\nallowed_paths = []",
        "2:17: `allowed_paths` is empty, which would allow everything; leave it out then",
    );
    check_problems(
        "[network]\ndenied_ranges = [\"10.0.0.0/33\"]",
        "2:18: `denied_ranges` expects a range of addresses such as `10.0.0.0/8`",
    );
    let origin = "`allowed_origins` expects an origin such as `https://*.example.com` or `http://localhost:8086`";
    check_problems(
        "[network]\nallowed_origins = [\"a.test\"]",
        &format!("2:20: {origin}: an origin starts with `http://` or `https://`"),
    );
    let credentials =
        Policy::default().changed_by("[network]\nallowed_origins = [\"http://me:S3CRET@a.test\"]").unwrap_err();
    assert!(!format!("{credentials} {credentials:?}").contains("S3CRET"), "{credentials}");
}

#[test]
fn texts_that_are_no_toml() {
    for text in ["[limits", "= 1", "[limits]\nsteps = 1\nsteps = 2", "a = \"", "\u{0}", "[limits]\nmemory = 64MiB"] {
        let error = Policy::default().changed_by(text).unwrap_err();
        assert_eq!(error.problems().len(), 1, "{text}: {error}");
    }
    let many = "[limits]\n".to_owned() + &(0..1000).map(|key| format!("k{key} = 1\n")).collect::<String>();
    assert_eq!(Policy::default().changed_by(&many).unwrap_err().problems().len(), MOST);
    assert!(Policy::default().changed_by(&"#".repeat(LONGEST + 1)).is_err());
    // Nesting has a bound of its own.
    assert!(Policy::default().changed_by(&format!("a = {}", "[".repeat(100_000))).is_err());
    assert!(Policy::default().changed_by(&format!("{}= 1", "a.".repeat(100_000))).is_err());
}
