//! Connections that are used again, POL.

use std::sync::Arc;
use std::time::Duration;

use fluxlet_runtime::Code::{PermissionDenied, Unavailable};
use fluxlet_runtime::NetworkPolicy;

use crate::net::Expect::{Answer, Error};
use crate::net::{Net, Peer, Step, call, check, request, response};

fn answers(count: usize) -> Vec<Step> {
    (0..count).flat_map(|_| [Step::Read, response(200, "", "ok")]).chain([Step::Drain]).collect()
}

/// One connection serves many requests, one after the other, with a body of any kind.
#[tokio::test]
async fn connections_are_reused() {
    let bodies = [
        "HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 204 X\r\n\r\n",
        "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
        "HTTP/1.1 302 X\r\nLocation: /y\r\nContent-Length: 2\r\n\r\nhi",
        "HTTP/1.1 304 X\r\nContent-Length: 2\r\n\r\n",
    ];
    let mut script: Vec<Step> = bodies.iter().flat_map(|body| [Step::Read, crate::net::send(body)]).collect();
    script.push(Step::Drain);
    let net = Net::new();
    net.serve("h.test:80", &[&script]);
    let transport = net.transport();
    for _ in 0..5 {
        call(&transport, request("POST", "http://h.test/x")).await.unwrap();
    }
    assert_eq!((net.dialled().len(), net.lookups().len(), net.requests().len()), (1, 1, 6));
}

/// POL-02: a request that may have been acted on is not repeated, on a used connection as on a new one (POL-06), and not
/// for a header of the script's either (POL-04).
#[tokio::test]
async fn nothing_is_repeated() {
    for (case, method, before) in [
        ("POL-02", "POST", 1),
        ("POL-02 DELETE", "DELETE", 1),
        ("POL-04", "POST", 1),
        ("POL-01", "GET", 1),
        ("POL-06", "GET", 0),
    ] {
        let net = Net::new();
        let mut first: Vec<Step> = (0..before).flat_map(|_| [Step::Read, response(200, "", "ok")]).collect();
        // Reads the request, and closes without an answer.
        first.push(Step::Read);
        net.serve("h.test:80", &[&first, &answers(1)]);
        let transport = net.transport();
        for _ in 0..before {
            call(&transport, request(method, "http://h.test/x")).await.unwrap();
        }
        let mut last = request(method, "http://h.test/x");
        if case == "POL-04" {
            last.headers.insert("idempotency-key", "1".parse().unwrap());
        }
        let result = call(&transport, last).await;
        check(case, &result, &Error(Unavailable, "closed the connection before it answered; it may have acted"));
        assert_eq!(net.requests().len(), before + 1, "{case}");
        assert_eq!(net.dialled().len(), 1, "{case}");
    }
}

/// POL-05: once a byte of the answer has come, nothing is sent again.
#[tokio::test]
async fn pol_05_half_an_answer() {
    for part in ["H", "HTTP/1.1 200 X\r\n", "HTTP/1.1 200 X\r\nContent-Length: 5\r\n\r\nhe"] {
        let net = Net::new();
        let first = [Step::Read, response(200, "", "ok"), Step::Read, crate::net::send(part)];
        net.serve("h.test:80", &[&first, &answers(1)]);
        let transport = net.transport();
        call(&transport, request("GET", "http://h.test/x")).await.unwrap();
        assert!(call(&transport, request("GET", "http://h.test/x")).await.is_err(), "{part}");
        assert_eq!((net.dialled().len(), net.requests().len()), (1, 2), "{part}");
    }
}

/// POL-10: transports share no connections; those that are bounded apart do, under one policy.
#[tokio::test]
async fn pol_10_who_shares_connections() {
    let net = Net::new();
    net.serve("h.test:80", &[&answers(9)]);
    let transport = net.transport();
    for (transport, dials) in [(transport.clone(), 1), (transport.bounded(4), 1), (net.transport(), 2)] {
        call(&transport, request("GET", "http://h.test/x")).await.unwrap();
        assert_eq!(net.dialled().len(), dials);
    }
}

/// POL-03, POL-08, POL-09: a connection that died or spoke while it was idle is not used, whatever the method.
#[tokio::test]
async fn dead_connections_are_replaced() {
    let stray = crate::net::send("HTTP/1.1 200 X\r\nContent-Length: 5\r\n\r\nstray");
    for (case, then) in [("POL-03", vec![]), ("POL-09", vec![stray, Step::Drain])] {
        let net = Net::new();
        let mut first = vec![Step::Read, response(200, "", "ok")];
        first.extend(then);
        net.serve("h.test:80", &[&first, &answers(1)]);
        let transport = net.transport();
        call(&transport, request("POST", "http://h.test/x")).await.unwrap();
        check(case, &call(&transport, request("POST", "http://h.test/y")).await, &Answer(200, "ok"));
        assert_eq!((net.dialled().len(), net.requests().len()), (2, 2), "{case}");
    }
}

/// SRF-24: a connection belongs to the policy that allowed it, and to the trust it was made with.
#[tokio::test]
async fn policies_do_not_share_connections() {
    let net = Net::new();
    net.address("10.0.0.1:80", Peer::Plays(vec![answers(9)])).name("in.test:80", &["10.0.0.1:80"]);
    let transport = net.transport();
    let with = |policy: NetworkPolicy, trusted| {
        let mut request = request("GET", "http://in.test/x");
        request.policy = Arc::new(policy);
        request.trusted_origin = trusted;
        request
    };
    let public = NetworkPolicy::public_only;
    call(&transport, with(NetworkPolicy::open(), false)).await.unwrap();
    call(&transport, with(NetworkPolicy::open(), false)).await.unwrap();
    assert_eq!(net.dialled().len(), 1);
    check("SRF-24", &call(&transport, with(public(), false)).await, &Error(PermissionDenied, "forbids"));
    call(&transport, with(public(), true)).await.unwrap();
    assert_eq!(net.dialled().len(), 2);
    check("SRF-24 trust", &call(&transport, with(public(), false)).await, &Error(PermissionDenied, "forbids"));
    call(&transport, with(public(), true)).await.unwrap();
    assert_eq!(net.dialled().len(), 2);
}

async fn alive() -> usize {
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
    tokio::runtime::Handle::current().metrics().num_alive_tasks()
}

/// POL-07: idle connections are bounded in all and for each host, and close when their time is over.
#[tokio::test(start_paused = true)]
async fn idle_connections_are_bounded() {
    let net = Net::new();
    let hosts: Vec<String> = (0..40).map(|nth| format!("h{nth}.test:80")).collect();
    for host in &hosts {
        net.serve(host, &[&answers(3)]);
    }
    let transport = net.builder().max_idle(5).build();
    for host in &hosts {
        call(&transport, request("GET", &format!("http://{host}/x"))).await.unwrap();
    }
    // A connection has a task at either end.
    assert_eq!(alive().await, 10);
    // The last five are those that were kept.
    call(&transport, request("GET", "http://h39.test/x")).await.unwrap();
    assert_eq!(net.dialled().len(), 40);
    // What is used stays; the rest goes when its time is over, and later that, too.
    tokio::time::advance(Duration::from_secs(20)).await;
    assert_eq!(alive().await, 10);
    call(&transport, request("GET", "http://h39.test/x")).await.unwrap();
    tokio::time::advance(Duration::from_secs(11)).await;
    assert_eq!(alive().await, 2);
    tokio::time::advance(Duration::from_secs(20)).await;
    assert_eq!(alive().await, 0);
}

/// POL-07: of many connections to one host only so many stay.
#[tokio::test(start_paused = true)]
async fn idle_connections_of_a_host_are_bounded() {
    let net = Net::new();
    net.serve("h.test:80", &[&answers(1)]);
    let transport = net.builder().max_idle_per_host(2).build();
    let calls: Vec<_> = (0..8)
        .map(|_| {
            let transport = transport.clone();
            tokio::spawn(async move { call(&transport, request("GET", "http://h.test/x")).await.unwrap() })
        })
        .collect();
    for call in calls {
        call.await.unwrap();
    }
    assert_eq!((net.dialled().len(), alive().await), (8, 4));
    drop(transport);
    assert_eq!(alive().await, 0);
}
