//! A run: its memory, its deadline, and the requests that it may send.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context as TaskContext, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method};

use crate::http::{HttpClient, Redirects, Request, Response};
use crate::{BoxFuture, Clock, Code, Context, Endpoint, Error, Limits, NetworkPolicy, Redactor, Result, Run, Time};

/// A clock that stands still until it is set, in seconds.
#[derive(Clone, Default)]
struct FakeClock(Arc<AtomicU64>);

impl FakeClock {
    fn set(&self, seconds: u64) {
        self.0.store(seconds, Ordering::Relaxed);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Time {
        Time(self.elapsed().as_nanos() as i64)
    }

    fn elapsed(&self) -> Duration {
        Duration::from_secs(self.0.load(Ordering::Relaxed))
    }
}

/// A client that keeps what it is asked and answers with a body of some bytes.
#[derive(Clone, Default)]
struct FakeClient {
    asked: Arc<Mutex<Vec<Request>>>,
    answer: usize,
}

impl HttpClient for FakeClient {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        self.asked.lock().unwrap().push(request);
        let body = Bytes::from(vec![0; self.answer]);
        Box::pin(std::future::ready(Ok(Response { status: 200, headers: HeaderMap::new(), body })))
    }
}

fn request(host: &str, body: Option<usize>) -> Request {
    Request {
        method: Method::GET,
        origin: Endpoint::parse(host).unwrap().origin,
        target: "/x".to_owned(),
        headers: HeaderMap::new(),
        body: body.map(|size| Bytes::from(vec![0; size])),
        timeout: Duration::from_secs(30),
        redirects: Redirects::Return,
        decompress: true,
        max_response_bytes: u64::MAX,
        policy: Arc::new(NetworkPolicy::open()),
        trusted_origin: true,
    }
}

fn send(run: &Run, request: Request) -> Result<Response> {
    match pin!(run.send(request)).poll(&mut TaskContext::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("nothing here waits"),
    }
}

#[track_caller]
fn fails<T>(result: Result<T>, code: Code, message: &str) {
    let Err(error) = result else { panic!("no error: {message}") };
    assert_eq!((error.code(), error.message()), (code, message));
}

fn limits() -> Limits {
    Limits { memory: 100, time: Some(Duration::from_secs(60)), requests: 2, request_body: 10, ..Limits::default() }
}

#[test]
fn memory_is_charged_and_settled() {
    let run = Run::new(&Context::new().with_limits(limits()));
    assert_eq!(run.memory_left(), 100);
    run.charge(60).unwrap();
    let full = "the run needs more than its 100 bytes of memory; raise `limits.memory` to allow more";
    fails(run.charge(41), Code::ResourceExhausted, full);
    assert_eq!(run.memory_left(), 40, "nothing was charged");
    run.clone().charge(40).unwrap();
    fails(run.charge(1), Code::ResourceExhausted, full);
    run.charge(0).unwrap();
    fails(run.charge(u64::MAX), Code::ResourceExhausted, full);
    run.settle(10);
    assert_eq!(run.memory_left(), 90);
    run.settle(500);
    assert_eq!(run.memory_left(), 0);
    fails(run.charge(0), Code::ResourceExhausted, full);
}

#[test]
fn deadlines_count_from_the_start() {
    let clock = FakeClock::default();
    clock.set(1000);
    let context = Context::new().with_clock(clock.clone()).with_limits(limits());
    let run = Run::new(&context);
    clock.set(1059);
    assert_eq!((run.now(), run.remaining()), (Time(1_000_000_000_000), Some(Duration::from_secs(1))));
    run.check_deadline().unwrap();
    for late in [1060, 5000] {
        clock.set(late);
        assert_eq!(run.remaining(), Some(Duration::ZERO));
        fails(
            run.check_deadline(),
            Code::DeadlineExceeded,
            "the run took longer than 60s; raise `limits.time` to allow more",
        );
    }
    let endless = Run::new(&context.clone().with_limits(Limits { time: None, ..limits() }));
    let longest = Run::new(&context.with_limits(Limits { time: Some(Duration::MAX), ..limits() }));
    clock.set(u64::MAX / 2);
    assert_eq!(endless.remaining(), None);
    endless.check_deadline().unwrap();
    longest.check_deadline().unwrap();
}

#[test]
fn requests_carry_what_the_context_says() {
    let (clock, client) = (FakeClock::default(), FakeClient::default());
    let policy = NetworkPolicy { allowed_methods: vec![Method::GET], ..NetworkPolicy::open() };
    let context = Context::new()
        .with_host("http://127.0.0.1:8086/base")
        .unwrap()
        .with_clock(clock.clone())
        .with_http(client.clone())
        .with_policy(policy.clone())
        .with_limits(Limits { requests: 100, response_body: 70, ..limits() });
    let run = Run::new(&context);
    for (at, charged, host, timeout, most, trusted) in [
        (0, 0, "http://127.0.0.1:8086", 30, 70, true),
        (30, 10, "http://127.0.0.1.:8086", 30, 70, true),
        (31, 50, "http://127.0.0.1:9090", 29, 50, false),
        (59, 99, "https://127.0.0.1:8086", 1, 1, false),
        (59, 100, "http://ctx.test", 1, 0, false),
    ] {
        clock.set(at);
        run.settle(charged);
        send(&run, request(host, None)).unwrap();
        let sent = client.asked.lock().unwrap().pop().unwrap();
        assert_eq!(sent.timeout, Duration::from_secs(timeout), "{host}");
        assert_eq!(sent.max_response_bytes, most, "{host}");
        assert_eq!(sent.trusted_origin, trusted, "{host}");
        assert_eq!(*sent.policy, policy, "the policy is the context's");
    }
    clock.set(60);
    fails(
        send(&run, request("http://h", None)),
        Code::DeadlineExceeded,
        "the run took longer than 60s; raise `limits.time` to allow more",
    );
    assert!(client.asked.lock().unwrap().is_empty());
    let short = Request { timeout: Duration::from_secs(3), max_response_bytes: 5, ..request("http://h", None) };
    send(&Run::new(&context), short).unwrap();
    let sent = client.asked.lock().unwrap().pop().unwrap();
    assert_eq!((sent.timeout, sent.max_response_bytes), (Duration::from_secs(3), 5), "smaller limits stay");
}

#[test]
fn requests_are_counted_and_bodies_weighed() {
    let client = FakeClient { answer: 60, ..FakeClient::default() };
    let run = Run::new(&Context::new().with_http(client.clone()).with_limits(limits()));
    let too_large = "the request body has 11 bytes, more than 10; raise `limits.request_body` to allow more";
    fails(send(&run, request("http://h", Some(11))), Code::ResourceExhausted, too_large);
    send(&run, request("http://h", Some(10))).unwrap();
    assert_eq!(run.memory_left(), 40, "the body of the response is charged");
    let full = "the run needs more than its 100 bytes of memory; raise `limits.memory` to allow more";
    fails(send(&run, request("http://h", Some(0))), Code::ResourceExhausted, full);
    for _ in 0..2 {
        fails(
            send(&run, request("http://h", None)),
            Code::ResourceExhausted,
            "the run has sent its 2 requests; raise `limits.requests` to allow more",
        );
    }
    assert_eq!(client.asked.lock().unwrap().len(), 2);
}

#[test]
fn what_the_policy_forbids_is_not_sent() {
    let client = FakeClient::default();
    let context = Context::new().with_http(client.clone()).with_host("http://ctx.test").unwrap();
    let policy = NetworkPolicy { allowed_paths: vec!["/api".parse().unwrap()], ..NetworkPolicy::public_only() };
    let run = Run::new(&context.with_policy(policy).with_limits(limits()));
    let forbidden = |host, target: &str| {
        let request = Request { target: target.to_owned(), ..request(host, None) };
        assert_eq!(send(&run, request).unwrap_err().code(), Code::PermissionDenied, "{host} {target}");
    };
    forbidden("http://127.0.0.1", "/api");
    for target in ["/x", "/api%2Fv2", "/api/../x", "/?/api"] {
        forbidden("http://ctx.test", target);
    }
    assert!(client.asked.lock().unwrap().is_empty());
    send(&run, Request { target: "/api/v2?q".to_owned(), ..request("http://ctx.test", None) }).unwrap();
}

/// LIM-34: bodies count, as long as they are kept and in all.
#[test]
fn bodies_are_counted_in_all() {
    let client = FakeClient { answer: 30, ..FakeClient::default() };
    let limits = Limits { traffic: 105, ..limits() };
    let run = Run::new(&Context::new().with_http(client.clone()).with_limits(Limits { requests: 100, ..limits }));
    let all = "the bodies of the run's requests need more than 105 bytes; raise `limits.traffic` to allow more";
    for left in [105, 70, 35] {
        run.settle(0);
        send(&run, request("http://h", Some(5))).unwrap();
        assert_eq!(client.asked.lock().unwrap().pop().unwrap().max_response_bytes, left - 5);
    }
    fails(send(&run, request("http://h", Some(1))), Code::ResourceExhausted, all);
    fails(send(&run, request("http://h", None)), Code::ResourceExhausted, all);
    assert_eq!(client.asked.lock().unwrap().pop().unwrap().max_response_bytes, 0);
}

/// A client that finds every body too large.
struct TooLarge;

impl HttpClient for TooLarge {
    fn send(&self, _: Request) -> BoxFuture<'_, Result<Response>> {
        Box::pin(std::future::ready(Err(Error::exhausted("the body is too large"))))
    }
}

#[test]
fn a_body_that_has_no_room_names_the_limit() {
    let with = |limits| Run::new(&Context::new().with_http(TooLarge).with_limits(limits));
    for (limits, expected) in [
        (limits(), "the body is too large, and 100 were left for it; raise `limits.memory` to allow more"),
        (
            Limits { traffic: 7, ..limits() },
            "the body is too large, and 7 were left for it; raise `limits.traffic` to allow more",
        ),
        (Limits { response_body: 7, ..limits() }, "the body is too large"),
    ] {
        fails(send(&with(limits), request("http://h", None)), Code::ResourceExhausted, expected);
    }
}

/// CON-03: a request waits for its place within its own time, and within that of the run.
#[test]
fn requests_wait_for_each_other() {
    let (clock, client) = (FakeClock::default(), FakeClient::default());
    let limits = Limits { in_flight: 1, requests: 100, memory: 1000, ..limits() };
    let context = Context::new().with_http(client.clone()).with_clock(clock.clone()).with_limits(limits.clone());
    // Contexts that are made from one another share the places.
    let run = Run::new(&context.clone().with_org("o"));
    let waited = |seconds| {
        let mut task = TaskContext::from_waker(Waker::noop());
        clock.set(0);
        let mut first = Box::pin(context.gate().enter());
        let place = first.as_mut().poll(&mut task);
        let mut sending = Box::pin(run.send(request("http://h", None)));
        assert!(sending.as_mut().poll(&mut task).is_pending());
        clock.set(seconds);
        drop(place);
        match sending.as_mut().poll(&mut task) {
            Poll::Ready(answer) => answer,
            Poll::Pending => panic!("there is a place"),
        }
    };
    waited(10).unwrap();
    assert_eq!(client.asked.lock().unwrap().pop().unwrap().timeout, Duration::from_secs(20));
    let full = "1 other requests were in flight for 30s; raise `limits.in_flight` to allow more";
    fails(waited(30), Code::ResourceExhausted, full);
    fails(waited(60), Code::DeadlineExceeded, "the run took longer than 60s; raise `limits.time` to allow more");
    assert!(client.asked.lock().unwrap().is_empty());
    clock.set(0);
    let place = Box::pin(context.gate().enter());
    send(&Run::new(&context.clone().with_limits(limits)), request("http://h", None)).unwrap();
    drop(place);
}

#[test]
fn without_a_client_there_is_no_network() {
    let run = Run::new(&Context::new());
    fails(send(&run, request("http://h", None)), Code::FailedPrecondition, "the context has no HTTP client");
}

#[test]
fn a_run_knows_its_secrets() {
    let secrets = BTreeMap::from([("key".to_owned(), "fetched".to_owned()), ("other".to_owned(), "unread".to_owned())]);
    let context = Context::new().with_token("tkn-CTX").unwrap().with_secrets(secrets);
    let shared = Redactor::new();
    let get = |run: &Run, key| match pin!(run.secret(key)).poll(&mut TaskContext::from_waker(Waker::noop())) {
        Poll::Ready(secret) => secret.unwrap(),
        Poll::Pending => panic!("nothing here waits"),
    };
    let text = "tkn-CTX fetched unread";
    let (own, other) = (Run::new(&context), Run::new(&context.clone().with_redactor(shared.clone())));
    assert_eq!(get(&own, "key").as_deref(), Some("fetched"));
    assert_eq!((get(&own, "nope"), get(&Run::new(&Context::new()), "key")), (None, None));
    assert_eq!(own.redactor().redact(text), "[secret] [secret] unread");
    assert_eq!(other.redactor().redact(text), "[secret] fetched unread", "runs share nothing by themselves");
    get(&other, "key");
    assert_eq!(shared.redact(text), "[secret] [secret] unread");
}

#[test]
fn a_request_carries_the_trace_parent() {
    const PARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    let client = FakeClient::default();
    let context = Context::new().with_http(client.clone()).with_trace_parent(PARENT).unwrap();
    let run = Run::new(&context);
    send(&run, request("http://a", None)).unwrap();
    let mut own = request("http://a", None);
    own.headers.insert("traceparent", "mine".parse().unwrap());
    send(&run, own).unwrap();
    send(&Run::new(&Context::new().with_http(client.clone())), request("http://a", None)).unwrap();
    let asked = client.asked.lock().unwrap();
    let sent: Vec<_> = asked.iter().map(|request| request.headers.get("traceparent").cloned()).collect();
    assert_eq!(sent, [Some(PARENT.parse().unwrap()), Some("mine".parse().unwrap()), None]);
}
