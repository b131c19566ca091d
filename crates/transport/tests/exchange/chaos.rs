//! Servers that do something different each time, by a seed: RSP-44, CON-06, CON-10.

use std::time::Duration;

use fluxlet_runtime::Code::{DataLoss, DeadlineExceeded, Invalid, ResourceExhausted, Unavailable};
use fluxlet_runtime::http::HttpClient;
use tokio::time::Instant;

use crate::net::{Net, Step, call, request, response, send, with_body};

/// A small generator of numbers, the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

const ANSWERS: [&[u8]; 6] = [
    b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nT: x\r\n\r\n",
    b"HTTP/1.1 302 X\r\nLocation: http://h.test/y?q=1\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 103 X\r\nLink: x\r\n\r\nHTTP/1.1 404 X\r\n\r\nto the end",
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 25\r\n\r\n\x1f\x8b\x08\0\0\0\0\0\0\xff\xcbH\xcd\xc9\xc9\x07\0\x86\xa6\x106\x05\0\0\0",
    b"HTTP/1.1 204 No Content\r\nSet-Cookie: a=b\r\nSet-Cookie: c=d\r\n\r\n",
];

/// Changes a few bytes: other ones, fewer, more, or some twice.
fn mutate(answer: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = answer.to_vec();
    for _ in 0..random.below(4) {
        let at = random.below(bytes.len().max(1));
        match random.below(5) {
            _ if bytes.is_empty() => {}
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes[at] = b"\r\n\0 :;,0f-\x7f\xff"[random.below(12)],
            2 => bytes.truncate(at.max(1)),
            3 => drop(bytes.remove(at)),
            _ => bytes.extend_from_within(at..),
        }
    }
    bytes
}

/// RSP-44, FUZ-09: any bytes give an answer or an error of a class, and the same answer whether they come at once or one
/// by one. Which of two things is wrong with bytes that are no answer depends on what is seen first.
#[tokio::test(start_paused = true)]
async fn rsp_44_any_bytes_from_the_server() {
    let mut random = Random(44);
    for round in 0..600 {
        let answer = mutate(ANSWERS[round % ANSWERS.len()], &mut random);
        let mut outcomes = Vec::new();
        for step in [Step::Send as fn(Vec<u8>) -> Step, Step::Drip] {
            let net = Net::new();
            net.serve("h.test:80", &[&[Step::Read, step(answer.clone())]]);
            let start = Instant::now();
            let outcome = match call(&net.transport(), request("GET", "http://h.test/x")).await {
                Ok(answer) => Ok((answer.status, answer.body, format!("{:?}", answer.headers))),
                Err(error) => {
                    let known = [DataLoss, DeadlineExceeded, Invalid, ResourceExhausted, Unavailable];
                    assert!(known.contains(&error.code()), "round {round}: {error:?}");
                    Err(())
                }
            };
            assert!(start.elapsed() <= Duration::from_millis(30_050), "round {round}");
            outcomes.push(outcome);
        }
        let text = String::from_utf8_lossy(&answer);
        assert_eq!(outcomes[0], outcomes[1], "round {round}: {text:?}");
    }
}

/// What a server does with a connection in one of many ways.
fn behaviour(random: &mut Random) -> Vec<Step> {
    let mut script = Vec::new();
    for _ in 0..=random.below(3) {
        script.push(Step::Wait(Duration::from_millis(random.below(900) as u64)));
        script.push(Step::Read);
        script.push(Step::Wait(Duration::from_millis(random.below(900) as u64)));
        match random.below(6) {
            0 => return script,
            1 => return [script, vec![send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx")]].concat(),
            2 => return [script, vec![Step::Hold]].concat(),
            3 => script.push(response(503, "", "busy")),
            _ => script.push(response(200, "", "ok")),
        }
    }
    script
}

/// CON-10, FUZ-13: whatever a server does, each call ends in its time, and none is delivered twice.
#[tokio::test(start_paused = true)]
async fn con_10_calls_end_and_are_delivered_once() {
    for seed in 0..300 {
        let mut random = Random(seed);
        let scripts: Vec<Vec<Step>> = (0..20).map(|_| behaviour(&mut random)).collect();
        let scripts: Vec<&[Step]> = scripts.iter().map(Vec::as_slice).collect();
        let net = Net::new();
        net.serve("h.test:80", &scripts);
        let transport = net.transport();
        for nth in 0..6 {
            let mut request = with_body(request("POST", &format!("http://h.test/{nth}")), "body");
            request.timeout = Duration::from_secs(3);
            let start = Instant::now();
            let _ = call(&transport, request).await;
            assert!(start.elapsed() <= Duration::from_millis(3050), "seed {seed}");
            let path = format!("POST /{nth}?");
            let delivered = net.requests().iter().filter(|request| request.starts_with(&path)).count();
            assert!(delivered <= 1, "seed {seed}: {delivered}");
        }
    }
}

/// FUZ-08: whatever stands in a query, in headers and in a body, the server reads that one request.
#[tokio::test]
async fn fuz_08_requests_stay_what_they_are() {
    const IN_QUERIES: &[u8] = b"aZ09-._~!$&'()*+,;=:@/?%";
    let mut random = Random(8);
    for round in 0..300 {
        let net = Net::new();
        net.serve("h.test:80", &[&[Step::Read, response(200, "", "ok"), Step::Read]]);
        let query: String =
            (0..random.below(40)).map(|_| char::from(IN_QUERIES[random.below(IN_QUERIES.len())])).collect();
        let target = format!("/x?{query}");
        let mut sent = with_body(request("POST", "http://h.test/x"), "GET / HTTP/1.1\r\nHost: evil\r\n\r\n");
        sent.target.clone_from(&target);
        let mut lines = Vec::new();
        for nth in 0..random.below(8) {
            let value: Vec<u8> = (0..random.below(30)).map(|_| 32 + random.below(95) as u8).collect();
            let name = http::HeaderName::try_from(format!("x-{nth}")).unwrap();
            lines.push(format!("{name}: {}", String::from_utf8_lossy(&value)));
            sent.headers.insert(name, http::HeaderValue::from_bytes(&value).unwrap());
        }
        call(&net.transport(), sent).await.unwrap();
        let requests = net.requests();
        let [request] = requests.as_slice() else { panic!("round {round}: {requests:?}") };
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        let mut head = head.split("\r\n");
        assert_eq!(head.next().unwrap(), format!("POST {target} HTTP/1.1"), "round {round}");
        let found: Vec<&str> = head.filter(|line| line.starts_with("x-") && !line.starts_with("x-secret")).collect();
        assert_eq!(found, lines, "round {round}");
        assert_eq!(body, "GET / HTTP/1.1\r\nHost: evil\r\n\r\n", "round {round}");
    }
}

/// FUZ-12: whatever way redirects go, the first origin alone is told the token, and not again once it was left.
#[tokio::test]
async fn fuz_12_tokens_stay_at_the_first_origin() {
    const HOSTS: [&str; 6] = ["a.test:80", "a.test:81", "b.test:80", "x.a.test:80", "a.test.b.test:80", "test:80"];
    let mut told = [0; 2];
    for seed in 0..400 {
        let mut random = Random(seed);
        let net = Net::new();
        for host in HOSTS {
            let mut script = Vec::new();
            for _ in 0..12 {
                let status = [200, 301, 302, 303, 307, 308, 302, 307][random.below(8)];
                let location = format!("Location: http://{}/y\r\n", HOSTS[random.below(HOSTS.len())]);
                script.extend([Step::Read, response(status, &location, "")]);
            }
            net.serve(host, &[&script]);
        }
        let mut first = with_body(request(["GET", "POST"][random.below(2)], "http://a.test/x"), "C4NARY");
        first.headers.insert("authorization", "Token T0KEN".parse().unwrap());
        let _ = call(&net.transport(), first).await;
        let mut left = false;
        for request in net.requests() {
            left |= !request.contains("host: a.test\r\n");
            let shows = ["T0KEN", "x-secret"].iter().any(|secret| request.contains(secret));
            assert!(!(left && shows), "seed {seed}: {request}");
            told[usize::from(left)] += 1;
        }
    }
    assert!(told.iter().all(|count| *count > 100), "{told:?}");
}

/// CON-06: calls that are given up at any moment give their slots back, and leave nothing that runs.
#[tokio::test(start_paused = true)]
async fn con_06_given_up_at_random() {
    let net = Net::new();
    let slow = [Step::Wait(Duration::from_millis(20)), Step::Read, Step::Wait(Duration::from_millis(20))];
    net.serve("h.test:80", &[&[&slow[..], &[response(200, "", "ok")]].concat()]);
    let transport = net.transport().bounded(8);
    let mut random = Random(6);
    let calls: Vec<_> = (0..1000)
        .map(|_| {
            let (transport, patience) = (transport.clone(), Duration::from_millis(random.below(8000) as u64));
            tokio::spawn(tokio::time::timeout(patience, async move {
                transport.send(request("GET", "http://h.test/x")).await.is_ok()
            }))
        })
        .collect();
    let mut answered = 0;
    for call in calls {
        answered += usize::from(call.await.unwrap() == Ok(true));
    }
    assert!((200..900).contains(&answered), "{answered}");
    // All eight slots are there: eight calls of 40 ms each take no longer than one.
    let start = Instant::now();
    let calls: Vec<_> = (0..8)
        .map(|_| {
            tokio::spawn({
                let transport = transport.clone();
                async move { call(&transport, request("GET", "http://h.test/x")).await.unwrap() }
            })
        })
        .collect();
    for call in calls {
        call.await.unwrap();
    }
    assert!(start.elapsed() < Duration::from_millis(60), "{:?}", start.elapsed());
}

/// CON-02: many at once, most of whose servers are silent; those that answer do so at once.
#[tokio::test(start_paused = true)]
async fn con_02_silent_servers_hold_nobody_up() {
    let net = Net::new();
    net.serve("silent.test:80", &[&[Step::Read, Step::Hold]]);
    net.serve("fast.test:80", &[&[Step::Read, response(200, "", "ok"), Step::Drain]]);
    let transport = net.builder().max_in_flight(4000).build().unwrap();
    let start = Instant::now();
    let at = |host: &str| {
        let (transport, url) = (transport.clone(), format!("http://{host}/x"));
        tokio::spawn(async move { (call(&transport, request("GET", &url)).await.is_ok(), Instant::now()) })
    };
    let silent: Vec<_> = (0..2000).map(|_| at("silent.test")).collect();
    let fast: Vec<_> = (0..100).map(|_| at("fast.test")).collect();
    for call in fast {
        let (answered, when) = call.await.unwrap();
        assert!(answered && when - start < Duration::from_millis(10));
    }
    for call in silent {
        let (answered, when) = call.await.unwrap();
        assert!(!answered && (when - start).as_secs() == 30);
    }
}
