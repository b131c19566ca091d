//! The layers around a client that answers from a list, and the text of cassettes.

mod cassettes;
mod dry_runs;
mod recordings;
mod replays;

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context as TaskContext, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use fluxlet_runtime::http::{HttpClient, Redirects, Request, Response};
use fluxlet_runtime::{BoxFuture, Context, Endpoint, NetworkPolicy, Result, Run, Time};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::FixedClock;

/// A time that tests see.
const NOW: Time = Time(1_900_000_000_000_000_000);

/// A client that keeps what it is asked, and answers from a list.
#[derive(Clone, Default)]
struct Fake {
    asked: Arc<Mutex<Vec<Request>>>,
    answers: Arc<Mutex<VecDeque<Result<Response>>>>,
}

impl Fake {
    fn new(answers: impl IntoIterator<Item = Result<Response>>) -> Self {
        Self { asked: Arc::default(), answers: Arc::new(Mutex::new(answers.into_iter().collect())) }
    }

    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

impl HttpClient for Fake {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        self.asked.lock().unwrap().push(request);
        let answer = self.answers.lock().unwrap().pop_front().expect("there is an answer left");
        Box::pin(std::future::ready(answer))
    }
}

fn context(client: &Fake) -> Context {
    let context = Context::new().with_host("http://localhost:8086").unwrap().with_token("tkn-C4NARY").unwrap();
    context.with_clock(FixedClock::new(NOW)).with_http(client.clone())
}

fn response(status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Result<Response> {
    Ok(Response { status, headers: header_map(headers), body: body.into() })
}

/// Returns a request of `METHOD URL`.
fn request(line: &str, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Request {
    let (method, url) = line.split_once(' ').unwrap();
    let path = url.match_indices('/').nth(2).map_or(url.len(), |(at, _)| at);
    let body = Some(body.into()).filter(|body: &Bytes| !body.is_empty());
    Request {
        method: method.parse().unwrap(),
        origin: Endpoint::parse(&url[..path]).unwrap().origin,
        target: url[path..].to_owned(),
        headers: header_map(headers),
        body,
        timeout: Duration::from_secs(30),
        redirects: Redirects::Return,
        decompress: true,
        max_response_bytes: u64::MAX,
        policy: Arc::new(NetworkPolicy::open()),
        trusted_origin: false,
    }
}

fn header_map(headers: &[(&str, &str)]) -> HeaderMap {
    let parse = |(name, value): &(&str, &str)| {
        (name.parse::<HeaderName>().unwrap(), HeaderValue::from_bytes(value.as_bytes()).unwrap())
    };
    let mut map = HeaderMap::new();
    for (name, value) in headers.iter().map(parse) {
        map.append(name, value);
    }
    map
}

/// Sends a request in a run of `context`.
fn send(context: &Context, request: Request) -> Result<Response> {
    let run = Run::new(context);
    match pin!(run.send(request)).poll(&mut TaskContext::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("nothing here waits"),
    }
}
