//! Tests of what is repeated, and when.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use fluxlet_runtime::http::{HttpClient, Redirects, Request, Response};
use fluxlet_runtime::{BoxFuture, Code, Error, NetworkPolicy, Origin, Result, Scheme};
use http::{HeaderMap, Method};
use tokio::time::Instant;

use super::{Retry, date, random};

/// An answer of the scripted client: a status with `Retry-After`, or an error.
#[derive(Clone, Copy)]
enum Reply {
    Status(u16, &'static str),
    Fails(Code),
}

use Reply::{Fails, Status};

/// Replies in turn, the last one for ever, and notes when it was asked for what.
struct Scripted(Vec<Reply>, Instant, Arc<Mutex<Vec<(u128, Duration, Bytes)>>>);

impl HttpClient for Scripted {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        let mut seen = self.2.lock().unwrap();
        seen.push((self.1.elapsed().as_millis(), request.timeout, request.body.unwrap_or_default()));
        let reply = *self.0.get(seen.len() - 1).or(self.0.last()).unwrap();
        let mut headers = HeaderMap::new();
        if let Status(_, after) = reply
            && !after.is_empty()
        {
            headers.insert("retry-after", after.parse().unwrap());
        }
        Box::pin(async move {
            match reply {
                Status(status, _) => Ok(Response { status, headers, body: Bytes::new() }),
                Fails(code) => Err(Error::new(code, "no")),
            }
        })
    }
}

fn request(method: &str) -> Request {
    Request {
        method: Method::from_bytes(method.as_bytes()).unwrap(),
        origin: Origin::parse(Scheme::Http, "h.test").unwrap(),
        target: "/".to_owned(),
        headers: HeaderMap::new(),
        body: Some(Bytes::from_static(b"body")),
        timeout: Duration::from_secs(60),
        redirects: Redirects::Return,
        decompress: false,
        max_response_bytes: 10,
        policy: Arc::new(NetworkPolicy::open()),
        trusted_origin: false,
    }
}

/// The date that the injected clock shows: Sun, 06 Nov 1994 08:49:37 GMT.
fn clock() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(784_111_777)
}

/// Sends a request with at most three repetitions and no jitter; returns when it was sent, and how it ended.
async fn run(method: &str, replies: &[Reply]) -> (Vec<u128>, Result<u16, Code>) {
    let seen = Arc::default();
    let client = Scripted(replies.to_vec(), Instant::now(), Arc::clone(&seen));
    let retry =
        Retry::new(client, 3).pauses(Duration::from_secs(1), Duration::from_secs(3)).random(|| 1.0).clock(clock);
    let start = Instant::now();
    let result = retry.send(request(method)).await;
    let seen = seen.lock().unwrap();
    for (at, timeout, body) in &*seen {
        assert_eq!((timeout.as_millis() + at, &body[..]), (60_000, &b"body"[..]));
    }
    assert_eq!(start.elapsed().as_millis(), seen.last().map(|last| last.0).unwrap(), "no pause after the last");
    (seen.iter().map(|seen| seen.0).collect(), result.map(|response| response.status).map_err(|error| error.code()))
}

#[tokio::test(start_paused = true)]
async fn what_is_repeated_and_when() {
    let ok = Status(200, "");
    type Case = (&'static str, &'static str, Vec<Reply>, &'static [u128], Result<u16, Code>);
    let cases: Vec<Case> = vec![
        ("success", "GET", vec![ok], &[0], Ok(200)),
        ("status", "GET", vec![Status(503, ""), ok], &[0, 1000], Ok(200)),
        ("doubling", "GET", vec![Status(429, "")], &[0, 1000, 3000, 6000], Ok(429)),
        ("connection", "GET", vec![Fails(Code::Unavailable), ok], &[0, 1000], Ok(200)),
        ("last error", "GET", vec![Fails(Code::Unavailable)], &[0, 1000, 3000, 6000], Err(Code::Unavailable)),
        ("other error", "GET", vec![Fails(Code::DataLoss)], &[0], Err(Code::DataLoss)),
        ("denied", "GET", vec![Fails(Code::PermissionDenied)], &[0], Err(Code::PermissionDenied)),
        ("other status", "GET", vec![Status(500, "1")], &[0], Ok(500)),
        ("POST", "POST", vec![Status(503, "1"), ok], &[0], Ok(503)),
        ("PATCH", "PATCH", vec![Fails(Code::Unavailable), ok], &[0], Err(Code::Unavailable)),
        ("PUT", "PUT", vec![Status(503, ""), ok], &[0, 1000], Ok(200)),
        ("DELETE", "DELETE", vec![Status(503, ""), ok], &[0, 1000], Ok(200)),
        ("HEAD", "HEAD", vec![Status(503, ""), ok], &[0, 1000], Ok(200)),
        ("seconds", "GET", vec![Status(503, "7"), ok], &[0, 7000], Ok(200)),
        ("no seconds", "GET", vec![Status(503, "0"), ok], &[0, 0], Ok(200)),
        ("date", "GET", vec![Status(429, "Sun, 06 Nov 1994 08:49:41 GMT"), ok], &[0, 4000], Ok(200)),
        ("past date", "GET", vec![Status(429, "Sun, 06 Nov 1994 08:00:00 GMT"), ok], &[0, 0], Ok(200)),
        ("nonsense", "GET", vec![Status(429, "soon"), ok], &[0, 1000], Ok(200)),
        ("negative", "GET", vec![Status(429, "-5"), ok], &[0, 1000], Ok(200)),
        ("fraction", "GET", vec![Status(429, "1.5"), ok], &[0, 1000], Ok(200)),
        ("past the timeout", "GET", vec![Status(429, "60"), ok], &[0], Ok(429)),
        ("just within it", "GET", vec![Status(429, "59"), ok], &[0, 59_000], Ok(200)),
        ("huge", "GET", vec![Status(429, "99999999999999999999999"), ok], &[0], Ok(429)),
        ("far date", "GET", vec![Status(429, "Tue, 31 Dec 2999 23:59:59 GMT"), ok], &[0], Ok(429)),
    ];
    for (case, method, replies, times, expected) in cases {
        let (sent, result) = run(method, &replies).await;
        assert_eq!((&sent[..], result), (times, expected), "{case}");
    }
}

#[tokio::test(start_paused = true)]
async fn budget_and_jitter() {
    let times = |random: f64, budget: u64| async move {
        let seen = Arc::default();
        let client = Scripted(vec![Fails(Code::Unavailable)], Instant::now(), Arc::clone(&seen));
        let retry = Retry::new(client, 5)
            .pauses(Duration::from_secs(1), Duration::from_secs(60))
            .budget(Duration::from_secs(budget))
            .random(move || random);
        assert!(retry.send(request("GET")).await.is_err());
        let seen = seen.lock().unwrap();
        seen.iter().map(|seen| seen.0).collect::<Vec<_>>()
    };
    assert_eq!(times(0.0, 5).await, [0, 500, 1500, 3500]);
    assert_eq!(times(0.5, 5).await, [0, 750, 2250]);
    assert_eq!(times(f64::NAN, 2).await, [0, 1000]);
    assert_eq!(times(9.0, 2).await, [0, 1000]);
    assert!((0..1000).map(|_| random()).all(|random| (0.0..1.0).contains(&random)));
    assert!((0..9).any(|_| random() != random()));
}

#[test]
fn dates_in_three_forms() {
    for text in ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"] {
        assert_eq!(date(text), Some(clock()), "{text}");
    }
    for text in ["", "Sun, 06 Nov 1994", "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "1994"] {
        assert_eq!(date(text), None, "{text}");
    }
}

/// A layer between, and a client that is no transport, need no runtime of tokio.
#[test]
fn without_a_runtime_nothing_is_repeated() {
    let seen = Arc::default();
    let client = |retry| Retry::new(Scripted(vec![Fails(Code::Unavailable)], Instant::now(), Arc::clone(&seen)), retry);
    let retry = client(3);
    let mut sending = retry.send(request("GET"));
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = sending.as_mut().poll(&mut cx) else { panic!("expected an error") };
    assert_eq!(error.code(), Code::Unavailable);
}
