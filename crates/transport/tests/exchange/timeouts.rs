//! One deadline for all of it, TMO, with the clock of the test.

use std::time::Duration;

use bytes::Bytes;
use fluxlet_runtime::Code::{self, DeadlineExceeded, ResourceExhausted};
use fluxlet_runtime::http::HttpClient;
use tokio::time::Instant;

use crate::net::Expect::{self, Answer, Error};
use crate::net::{Net, Peer, Step, call, check, request, response, send};

/// TMO-10, TMO-12, TMO-13, TLS-16, BOD-08: a stall at each stage, which the error names.
#[tokio::test(start_paused = true)]
async fn stages() {
    let net = Net::new();
    net.silent_name("dns.test:80")
        .peer("connect.test:80", Peer::Silent)
        .peer("tls.test:443", Peer::Plays(vec![vec![Step::Hold]]));
    net.serve("send.test:80", &[&[Step::ReadHead, Step::Hold]]);
    net.serve("wait.test:80", &[&[Step::Read, Step::Hold]]);
    net.serve("interim.test:80", &[&[Step::Read, send("HTTP/1.1 100 X\r\n\r\nHTTP/1.1 20"), Step::Hold]]);
    net.serve("body.test:80", &[&[Step::Read, send("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nx"), Step::Hold]]);
    let cases = [
        ("http://dns.test/x", "while looking up the host: deadline exceeded after 30s"),
        ("http://connect.test/x", "while connecting: deadline exceeded after 30s"),
        ("https://tls.test/x", "during the TLS handshake: deadline exceeded after 30s"),
        ("http://send.test/x", "while sending the request: deadline exceeded after 30s"),
        ("http://wait.test/x", "while waiting for the response: deadline exceeded after 30s"),
        ("http://interim.test/x", "while waiting for the response: deadline exceeded after 30s"),
        ("http://body.test/x", "while reading the body: deadline exceeded after 30s"),
    ];
    let transport = net.builder().only_these_roots(true).ca_certificates_pem(crate::trust::ca().as_bytes()).unwrap();
    let transport = transport.build();
    for (url, text) in cases {
        let mut request = request("POST", url);
        if url.contains("send") {
            request.body = Some(Bytes::from(vec![b'x'; 8 << 20]));
        }
        let start = Instant::now();
        let result = call(&transport, request).await;
        check(url, &result, &Error(DeadlineExceeded, text));
        assert_eq!(start.elapsed().as_secs(), 30, "{url}");
    }
}

/// TMO-02, TMO-04, TMO-07: no time, the shortest and the longest.
#[tokio::test(start_paused = true)]
async fn extremes() {
    let net = Net::new();
    net.serve("h.test:80", &[&[Step::Read, response(200, "", "ok")]]).peer("silent.test:80", Peer::Silent);
    let late = |text| Error(DeadlineExceeded, text);
    let cases = [
        ("http://h.test/x", Duration::ZERO, late("before anything was sent: deadline exceeded after 0ns")),
        ("http://silent.test/x", Duration::from_nanos(1), late("deadline exceeded after 1ns")),
        ("http://h.test/x", Duration::MAX, Answer(200, "ok")),
    ];
    for (url, timeout, expected) in cases {
        let mut request = request("GET", url);
        request.timeout = timeout;
        check(url, &call(&net.transport(), request).await, &expected);
    }
    assert_eq!(net.dialled().len(), 2);
}

/// RED-24: the time is that of the whole chain.
#[tokio::test(start_paused = true)]
async fn redirects_share_the_time() {
    let net = Net::new();
    net.serve("a.test:80", &[&[Step::Read, response(302, "Location: http://b.test/y\r\n", "")]]);
    net.peer("b.test:80", Peer::Silent);
    let start = Instant::now();
    let result = call(&net.transport(), request("GET", "http://a.test/x")).await;
    check("RED-24", &result, &Error(DeadlineExceeded, "redirected to `GET http://b.test/y`, failed while connecting"));
    assert_eq!(start.elapsed().as_secs(), 30);
}

/// CON-03: a request waits for its slot within its own time, and the slot comes back with the one that held it.
#[tokio::test(start_paused = true)]
async fn slots() {
    let net = Net::new();
    net.serve("hang.test:80", &[&[Step::Read, Step::Hold]]);
    net.serve("h.test:80", &[&[Step::Read, response(200, "", "ok")]]);
    let transport = net.transport();
    let tenant = transport.bounded(1);
    let hung = tokio::spawn({
        let tenant = tenant.clone();
        async move { tenant.send(request("GET", "http://hang.test/x")).await.is_err() }
    });
    tokio::task::yield_now().await;
    let mut second = request("GET", "http://h.test/x");
    second.timeout = Duration::from_secs(1);
    let result = call(&tenant, second).await;
    check(
        "CON-03",
        &result,
        &Error(ResourceExhausted, "while waiting for a free slot: 1 requests were in flight for 1s"),
    );
    // CON-04: another tenant does not notice.
    check("CON-04", &call(&transport.bounded(1), request("GET", "http://h.test/x")).await, &Answer(200, "ok"));
    // TMO-16: a dropped request gives its slot back.
    hung.abort();
    assert!(hung.await.is_err());
    check("TMO-16", &call(&tenant, request("GET", "http://h.test/x")).await, &Answer(200, "ok"));
}

/// TMO-16, POL-11: dropping a request in the middle of its body closes the connection.
#[tokio::test(start_paused = true)]
async fn dropping_closes() {
    let net = Net::new();
    let half = send("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nx");
    net.serve("h.test:80", &[&[Step::Read, half, Step::Drain, Step::Read]]);
    let transport = net.transport();
    let dropped = tokio::time::timeout(Duration::from_secs(1), transport.send(request("GET", "http://h.test/x"))).await;
    assert!(dropped.is_err());
    // `Drain` ends only when the other side has closed: then the server's task ends too.
    let mut turns = 0;
    while tokio::runtime::Handle::current().metrics().num_alive_tasks() > 0 {
        tokio::task::yield_now().await;
        turns += 1;
        assert!(turns < 100, "the connection is still open");
    }
}

/// Sends bytes one after the other, with a pause before each.
fn paced(bytes: &[u8], pause: Duration) -> Vec<Step> {
    bytes.iter().flat_map(|byte| [Step::Wait(pause), send([*byte])]).collect()
}

/// HDR-25, RSP-38, RSP-39: a server that goes on slowly, within the time, past it, and standing still.
#[tokio::test(start_paused = true)]
async fn hdr_25_rsp_38_rsp_39_slow_servers() {
    let (second, hour) = (Duration::from_secs(1), Duration::from_secs(3600));
    let head = send("HTTP/1.1 200 X\r\nContent-Length: 4\r\n\r\n");
    let gzip = send("HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\n\r\n");
    let chunk = send("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n");
    let late = |text| Error(DeadlineExceeded, text);
    let body = |head: &Step, bytes: &[u8], pause| [vec![head.clone()], paced(bytes, pause)].concat();
    let cases: Vec<(&str, Vec<Step>, Duration, Expect, u64)> = vec![
        ("HDR-25", paced(b"HTTP/1.1 200 X\r\n", second), 5 * second, late("waiting for the response"), 5000),
        ("RSP-38", body(&head, b"slow", 300 * second / 1000), second, late("while reading the body: deadline"), 1000),
        ("RSP-39 in time", body(&head, b"slow", 29 * second), hour, Answer(200, "slow"), 116_000),
        ("RSP-39", body(&head, b"slow", 31 * second), hour, late("no byte came for 30s, after 0 bytes"), 30_000),
        ("RSP-39 later", body(&head, b"s", second), hour, late("no byte came for 30s, after 1 bytes"), 31_000),
        ("RSP-39 gzip", body(&gzip, b"\x1f", second), hour, late("no byte came for 30s, after 1 bytes"), 31_000),
        // What is no byte of the body does not count.
        ("RSP-39 chunks", body(&chunk, b"1;aaaaaaaa", 9 * second), hour, late("after 0 bytes"), 30_000),
    ];
    for (case, steps, timeout, expected, took) in cases {
        let net = Net::new();
        net.serve("h.test:80", &[&[vec![Step::Read], steps, vec![Step::Hold]].concat()]);
        let mut request = request("GET", "http://h.test/x");
        request.timeout = timeout;
        let start = Instant::now();
        check(case, &call(&net.transport(), request).await, &expected);
        assert_eq!(start.elapsed().as_millis(), u128::from(took), "{case}");
    }
    let net = Net::new();
    net.serve("h.test:80", &[&[Step::Read, head, Step::Hold]]);
    let patient = net.builder().max_silence(100 * second).build();
    let mut request = request("GET", "http://h.test/x");
    request.timeout = hour;
    check("max_silence", &call(&patient, request).await, &late("no byte came for 100s"));
}

/// TMO-15, TMO-16: a request that is given up leaves nothing behind, whatever its stage.
#[tokio::test(start_paused = true)]
async fn tmo_15_giving_up_at_each_stage() {
    let scripts: [(&str, &[Step]); 5] = [
        ("connected", &[Step::Drain]),
        ("head", &[Step::ReadHead, Step::Drain]),
        ("wait", &[Step::Read, Step::Drain]),
        ("answer", &[Step::Read, send("HTTP/1.1 2"), Step::Drain]),
        ("body", &[Step::Read, send("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nx"), Step::Drain]),
    ];
    for (case, script) in scripts {
        for url in ["http://h.test/x", "https://h.test/x"] {
            let net = Net::new();
            net.serve("h.test:80", &[script]);
            net.peer(
                "h.test:443",
                Peer::PlaysTls(crate::trust::acceptor(&["h.test"], &[], (2020, 2090)), vec![script.to_vec()]),
            );
            let transport = crate::trust::trusting(&net).bounded(1);
            let mut large = request("POST", url);
            large.body = Some(Bytes::from(vec![b'x'; 1 << 20]));
            let given_up = tokio::time::timeout(Duration::from_secs(1), transport.send(large)).await;
            assert!(given_up.is_err(), "{case}");
            let mut turns = 0;
            while tokio::runtime::Handle::current().metrics().num_alive_tasks() > 0 {
                tokio::task::yield_now().await;
                turns += 1;
                assert!(turns < 200, "{case} {url}: something still runs");
            }
            // Its slot is free again.
            let next = tokio::time::timeout(Duration::from_secs(1), transport.send(request("GET", "http://nx.test/")));
            assert!(next.await.unwrap().is_err(), "{case}");
        }
    }
}

/// TMO-17: an answer in the very moment of the deadline, and just beside it.
#[tokio::test(start_paused = true)]
async fn tmo_17_an_answer_at_the_deadline() {
    for (wait, answered) in [(999, Some(true)), (1000, None), (1001, Some(false))] {
        let net = Net::new();
        net.serve("h.test:80", &[&[Step::Read, Step::Wait(Duration::from_millis(wait)), response(200, "", "ok")]]);
        let mut request = request("GET", "http://h.test/x");
        request.timeout = Duration::from_secs(1);
        let result = call(&net.transport(), request).await;
        assert!(answered.is_none_or(|answered| answered == result.is_ok()), "{wait}: {result:?}");
        assert!(result.is_ok() || result.is_err_and(|error| error.code() == DeadlineExceeded), "{wait}");
    }
}

/// POL-17: no runtime is an error, not a panic.
#[test]
fn without_a_runtime() {
    let transport = fluxlet_transport::Transport::new();
    let mut sending = transport.send(request("GET", "http://h.test/x"));
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = sending.as_mut().poll(&mut cx) else { panic!("expected an error") };
    assert_eq!(error.code(), Code::Internal);
}

/// HST-05: a runtime that ends takes the requests of every stage with it; their slots are free for the next one.
#[test]
fn hst_05_a_runtime_ends_with_requests_in_flight() {
    let net = Net::new();
    net.silent_name("dns.test:80")
        .peer("connect.test:80", Peer::Silent)
        .peer("tls.test:443", Peer::Plays(vec![vec![Step::Hold]]));
    net.serve("send.test:80", &[&[Step::ReadHead, Step::Hold]]);
    net.serve("wait.test:80", &[&[Step::Read, Step::Hold]]);
    net.serve("body.test:80", &[&[Step::Read, send("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nx"), Step::Hold]]);
    net.serve("h.test:80", &[&[Step::Read, response(200, "", "ok")]]);
    let urls = ["http://dns", "http://connect", "https://tls", "http://send", "http://wait", "http://body"];
    let transport = crate::trust::trusting(&net).bounded(100);
    let (ends, ended) = std::sync::mpsc::channel();
    for _ in 0..3 {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let before = net.dialled().len();
        for nth in 0..100 {
            let (transport, ends) = (transport.clone(), ends.clone());
            let mut large = request("POST", &format!("{}.test/x", urls[nth % urls.len()]));
            large.body = Some(Bytes::from(vec![b'x'; 1 << 20]));
            runtime.spawn(async move {
                let result = transport.send(large).await;
                ends.send(result.map(drop)).unwrap();
            });
        }
        // All but those whose names are silent.
        while net.dialled().len() < before + 83 {
            std::thread::yield_now();
        }
        runtime.shutdown_timeout(Duration::from_secs(10));
        // The servers are tasks of the same runtime: a request may still see its server go.
        assert!(ended.try_iter().all(|ended| ended.is_err()), "a request was answered");
        let next = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let results = next.block_on(async {
            let calls = (0..100).map(|_| {
                let transport = transport.clone();
                tokio::spawn(async move { call(&transport, request("GET", "http://h.test/x")).await })
            });
            let mut results = Vec::new();
            for call in calls.collect::<Vec<_>>() {
                results.push(call.await.unwrap());
            }
            results
        });
        results.iter().for_each(|result| check("HST-05", result, &Answer(200, "ok")));
    }
}

/// POL-17: a transport outlives a runtime, and does not wait for one that nobody drives.
#[test]
fn runtimes_come_and_go() {
    let net = Net::new();
    net.serve("h.test:80", &[&[Step::Read, response(200, "", "ok"), Step::Drain]]);
    let transport = net.transport();
    let mut kept = Vec::new();
    for keep in [false, true, true] {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let result = runtime.block_on(call(&transport, request("GET", "http://h.test/x")));
        check("POL-17", &result, &Answer(200, "ok"));
        kept.extend(keep.then_some(runtime));
    }
    assert_eq!(net.dialled().len(), 3);
}
