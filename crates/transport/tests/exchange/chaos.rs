//! Servers that do something different each time, by a seed: RSP-44, CON-06, CON-10.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use fluxlet_runtime::BoxFuture;
use fluxlet_runtime::Code::{DataLoss, DeadlineExceeded, Invalid, ResourceExhausted, Unavailable};
use fluxlet_runtime::http::HttpClient;
use fluxlet_transport::{BoxStream, Dial};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
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
            2 => return [script, vec![Step::Drain]].concat(),
            3 => script.push(response(503, "", "busy")),
            _ => script.push(response(200, "", "ok")),
        }
    }
    script
}

/// Stands between a transport and its network: by a seed, connections are refused, never made, or made late, and those that
/// are made may be reset or fall silent after some bytes. Clones are the same.
#[derive(Clone)]
struct Weather {
    net: Net,
    /// None once it is calm.
    random: Arc<Mutex<Option<Random>>>,
}

/// A connection that ends after some bytes in either direction.
struct Stormy {
    stream: BoxStream,
    bytes: usize,
    /// With a reset; without a word otherwise.
    resets: bool,
}

impl Dial for Weather {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>> {
        let mut random = self.random.lock().unwrap();
        let Some(random) = &mut *random else { return self.net.dial(address) };
        let late = Duration::from_millis(random.below(300) as u64);
        let bytes = [usize::MAX, usize::MAX, random.below(400)][random.below(3)];
        let resets = random.below(2) == 0;
        match random.below(10) {
            0 => return Box::pin(async { Err(io::ErrorKind::ConnectionRefused.into()) }),
            1 => return Box::pin(std::future::pending()),
            _ => {}
        }
        Box::pin(async move {
            tokio::time::sleep(late).await;
            let stream = self.net.dial(address).await?;
            Ok(Box::new(Stormy { stream, bytes, resets }) as BoxStream)
        })
    }
}

impl Weather {
    fn new(net: &Net, seed: u64) -> Self {
        Self { net: net.clone(), random: Arc::new(Mutex::new(Some(Random(seed)))) }
    }

    fn calm(&self) {
        *self.random.lock().unwrap() = None;
    }
}

impl Stormy {
    /// Counts bytes; what comes of the connection if there were too many.
    fn ended<T>(&mut self, bytes: usize) -> Option<Poll<io::Result<T>>> {
        self.bytes = self.bytes.saturating_sub(bytes);
        match (self.bytes, self.resets) {
            (0, true) => Some(Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()))),
            (0, false) => Some(Poll::Pending),
            _ => None,
        }
    }
}

impl AsyncRead for Stormy {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if let Some(end) = self.ended(0) {
            return end;
        }
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buf))?;
        let came = buf.filled().len() - before;
        self.ended::<()>(came);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Stormy {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        if let Some(end) = self.ended(0) {
            return end;
        }
        let written = ready!(Pin::new(&mut self.stream).poll_write(cx, buf))?;
        self.ended::<()>(written);
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// CON-10, FUZ-13: whatever server and network do, each of fifty calls ends in its time, none is delivered twice, and nothing
/// is left that runs.
#[tokio::test(start_paused = true)]
async fn con_10_calls_end_and_are_delivered_once() {
    let mut ends = [0; 2];
    for seed in 0..250 {
        let mut random = Random(seed);
        let scripts: Vec<Vec<Step>> = (0..60).map(|_| behaviour(&mut random)).collect();
        let scripts: Vec<&[Step]> = scripts.iter().map(Vec::as_slice).collect();
        let net = Net::new();
        net.serve("h.test:80", &scripts);
        let weather = Weather::new(&net, seed);
        let transport = net.builder().dialer(weather).max_in_flight(1 + random.below(20)).build();
        let calls: Vec<_> = (0..50)
            .map(|nth| {
                let (transport, begin) = (transport.clone(), Duration::from_millis(random.below(4000) as u64));
                let mut request = with_body(request("POST", &format!("http://h.test/{nth}")), "body");
                request.timeout = Duration::from_millis(500 + random.below(3000) as u64);
                tokio::spawn(async move {
                    tokio::time::sleep(begin).await;
                    let (start, timeout) = (Instant::now(), request.timeout);
                    let answered = call(&transport, request).await.is_ok();
                    assert!(start.elapsed() <= timeout + Duration::from_millis(50), "seed {seed}");
                    answered
                })
            })
            .collect();
        for call in calls {
            ends[usize::from(call.await.unwrap())] += 1;
        }
        let requests = net.requests();
        for nth in 0..50 {
            let path = format!("POST /{nth}?");
            let delivered = requests.iter().filter(|request| request.starts_with(&path)).count();
            assert!(delivered <= 1, "seed {seed}: {delivered}");
        }
        drop(transport);
        nothing_runs(Duration::ZERO).await;
    }
    assert!(ends.iter().all(|count| *count > 2000), "{ends:?}");
}

/// Waits until connections that were kept for later are closed, and the servers have seen it, then looks for tasks.
async fn nothing_runs(later: Duration) {
    // Servers of these tests wait for a second at most.
    tokio::time::sleep(later + Duration::from_secs(5)).await;
    let left = tokio::runtime::Handle::current().metrics().num_alive_tasks();
    assert_eq!(left, 0, "tasks are left");
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

/// CON-06: calls that are given up at any moment give their slots back, all of them and none twice, and leave nothing that
/// runs.
#[tokio::test(start_paused = true)]
async fn con_06_given_up_at_random() {
    const SLOTS: usize = 64;
    let net = Net::new();
    let slow = [Step::Wait(Duration::from_millis(20)), Step::Read, Step::Wait(Duration::from_millis(20))];
    let twice = [&slow[..], &[response(200, "", "ok")], &slow[..], &[response(200, "", "ok")]].concat();
    net.serve("h.test:80", &[&twice]);
    let weather = Weather::new(&net, 0);
    let transport = net.builder().dialer(weather.clone()).max_in_flight(SLOTS).build();
    let mut random = Random(6);
    let calls: Vec<_> = (0..10_000)
        .map(|nth: u64| {
            // One half begins when there is room, and is given up in the middle; the other half is given up in the queue, too.
            let begin = Duration::from_millis(if nth.is_multiple_of(2) { nth / 2 } else { 0 });
            let patience = [80, 8000][random.below(2)];
            let patience = Duration::from_millis(random.below(patience) as u64);
            let transport = transport.clone();
            tokio::spawn(async move {
                tokio::time::sleep(begin).await;
                let sent = transport.send(request("GET", "http://h.test/x"));
                matches!(tokio::time::timeout(patience, sent).await, Ok(Ok(_)))
            })
        })
        .collect();
    let mut answered = 0;
    for call in calls {
        answered += usize::from(call.await.unwrap());
    }
    assert!((1000..9000).contains(&answered), "{answered}");
    // Without requests there are no tasks but those of connections that wait, and these end when they have waited enough.
    nothing_runs(Duration::from_secs(30)).await;
    // As many slots are there as at first: so many calls take 40 ms, and one more takes as long again.
    weather.calm();
    for (count, time) in [(SLOTS, 40), (SLOTS + 1, 80)] {
        let start = Instant::now();
        let calls: Vec<_> = (0..count)
            .map(|_| {
                let transport = transport.clone();
                tokio::spawn(async move { call(&transport, request("GET", "http://h.test/x")).await.unwrap() })
            })
            .collect();
        for call in calls {
            call.await.unwrap();
        }
        let took = start.elapsed().as_millis();
        assert!((time..time + 10).contains(&took), "{count} calls took {took} ms");
    }
}

/// CON-02: many at once, most of whose servers are silent; those that answer do so at once.
#[tokio::test(start_paused = true)]
async fn con_02_silent_servers_hold_nobody_up() {
    let net = Net::new();
    net.serve("silent.test:80", &[&[Step::Read, Step::Hold]]);
    net.serve("fast.test:80", &[&[Step::Read, response(200, "", "ok"), Step::Drain]]);
    let transport = net.builder().max_in_flight(4000).build();
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
