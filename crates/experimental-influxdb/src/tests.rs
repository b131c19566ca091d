//! Calls of `api` against a recording HTTP client; the cases carry the ids of the list of faults.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod arguments;
mod bodies;
mod credentials;
mod exchange;
mod headers;
mod hosts;
mod paths;
mod queries;
mod secrets;

use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Poll, Waker};

use bytes::Bytes;
use fluxlet_runtime::http::{HttpClient, Request, Response};
use fluxlet_runtime::{BoxFuture, Code, Context, Dict, Error, Registry, Result, Run, Value};
use http::HeaderMap;

use crate::PACKAGE;

/// A named argument.
type Argument = (&'static str, Value);

/// What the client was asked, and what came out of the call.
struct Outcome {
    result: Result<Value>,
    requests: Vec<Request>,
}

/// Keeps requests and gives one answer to all.
#[derive(Clone)]
struct Recorder {
    requests: Arc<Mutex<Vec<Request>>>,
    answer: Result<Response>,
}

impl Recorder {
    fn new(answer: Result<Response>) -> Self {
        Self { requests: Arc::default(), answer }
    }
}

impl HttpClient for Recorder {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        self.requests.lock().unwrap().push(request);
        Box::pin(std::future::ready(self.answer.clone()))
    }
}

/// The context of most cases.
fn home() -> Context {
    Context::new().with_host("http://ctx.test:8086").unwrap().with_token("tkn-CTX").unwrap()
}

fn empty_answer() -> Response {
    Response { status: 204, headers: HeaderMap::new(), body: Bytes::new() }
}

fn dict(entries: &[(&str, &str)]) -> Value {
    Dict::of_strings(entries.iter().copied()).into()
}

/// Calls `api` with `arguments`; a method and a path are added if there are none.
fn call(context: &Context, arguments: &[Argument]) -> Outcome {
    call_answered(context, arguments, Ok(empty_answer()))
}

fn call_answered(context: &Context, arguments: &[Argument], answer: Result<Response>) -> Outcome {
    let mut arguments = arguments.to_vec();
    for (name, default) in [("method", "get"), ("path", "/x")] {
        if !arguments.iter().any(|(given, _)| *given == name) {
            arguments.push((name, default.into()));
        }
    }
    call_exactly(context, arguments, answer)
}

fn call_exactly(context: &Context, arguments: Vec<Argument>, answer: Result<Response>) -> Outcome {
    let recorder = Recorder::new(answer);
    let run = Run::new(&context.clone().with_http(recorder.clone()));
    let registry = Registry::new([PACKAGE]).unwrap();
    let future = pin!(registry.call("experimental/influxdb", "api", &run, arguments));
    let Poll::Ready(result) = future.poll(&mut std::task::Context::from_waker(Waker::noop())) else {
        panic!("the recorder answers at once");
    };
    let requests = std::mem::take(&mut *recorder.requests.lock().unwrap());
    Outcome { result, requests }
}

/// Returns the one request of a call that succeeds.
fn sent_in(context: &Context, id: &str, arguments: &[Argument]) -> Request {
    let Outcome { result, mut requests } = call(context, arguments);
    if let Err(error) = result {
        panic!("{id}: {error:?}");
    }
    assert_eq!(requests.len(), 1, "{id}");
    requests.remove(0)
}

fn sent(id: &str, arguments: &[Argument]) -> Request {
    sent_in(&home(), id, arguments)
}

/// Returns the error of a call that sends nothing.
fn refused_in(context: &Context, id: &str, arguments: &[Argument]) -> Error {
    let Outcome { result, requests } = call(context, arguments);
    assert!(requests.is_empty(), "{id}: something was sent");
    let error = result.err().unwrap_or_else(|| panic!("{id}: succeeded"));
    assert!(error.message().len() <= 1024, "{id}: {} bytes", error.message().len());
    assert!(!error.message().chars().any(char::is_control), "{id}: {:?}", error.message());
    error
}

/// Checks that a call is `invalid`, sends nothing, and says so in these words.
fn check_invalid(id: &str, arguments: &[Argument], words: &str) {
    let error = refused_in(&home(), id, arguments);
    assert_eq!((error.code(), error.message().contains(words)), (Code::Invalid, true), "{id}: {error:?}");
}

/// Checks that a call goes past a limit before it sends anything, and says so in these words.
fn check_exhausted(id: &str, arguments: &[Argument], words: &str) {
    let error = refused_in(&home(), id, arguments);
    assert_eq!((error.code(), error.message().contains(words)), (Code::ResourceExhausted, true), "{id}: {error:?}");
}

/// Returns a header of a request as text.
fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.headers.get(name).map(|value| std::str::from_utf8(value.as_bytes()).unwrap())
}
