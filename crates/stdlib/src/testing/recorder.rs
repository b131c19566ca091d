//! Calls of builtins that send requests, against a client that keeps them.

use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Poll, Waker};

use ::http::HeaderMap;
use bytes::Bytes;
use fluxlet_runtime::http::{HttpClient, Request, Response};
use fluxlet_runtime::{BoxFuture, Context, Error, Registry, Result, Run, Value};

/// What the client was asked, and what came out of the call.
pub(crate) struct Outcome {
    pub(crate) result: Result<Value>,
    pub(crate) requests: Vec<Request>,
}

/// Keeps requests and gives one answer to all.
#[derive(Clone)]
struct Recorder {
    requests: Arc<Mutex<Vec<Request>>>,
    answer: Result<Response>,
}

impl HttpClient for Recorder {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        self.requests.lock().expect("no test panics with it").push(request);
        Box::pin(std::future::ready(self.answer.clone()))
    }
}

/// A response with two headers, one of them twice, and the body `ok`.
pub(crate) fn answer() -> Response {
    let mut headers = HeaderMap::new();
    for (name, value) in [("x-a", "1"), ("content-type", "text/plain"), ("x-a", "2")] {
        headers.append(name, value.parse().expect("a value"));
    }
    Response { status: 201, headers, body: Bytes::from_static(b"ok") }
}

/// Calls a builtin with the checks of its declaration; every request gets `answer`.
///
/// The context has a server and a token of its own.
pub(crate) fn call(path: &str, name: &str, named: &[(&'static str, Value)], answer: Result<Response>) -> Outcome {
    let recorder = Recorder { requests: Arc::default(), answer };
    let context = Context::new().with_host("http://ctx.test:8086").expect("a host");
    let context = context.with_token("tkn-CTX").expect("a token").with_http(recorder.clone());
    let run = Run::new(&context);
    let registry = Registry::new(crate::packages()).expect("no path twice");
    let future = pin!(registry.call(path, name, &run, named.to_vec()));
    let Poll::Ready(result) = future.poll(&mut std::task::Context::from_waker(Waker::noop())) else {
        panic!("the recorder answers at once");
    };
    let requests = std::mem::take(&mut *recorder.requests.lock().expect("no test panics with it"));
    Outcome { result, requests }
}

/// Returns the one request of a call that succeeds, and its result.
pub(crate) fn sent(path: &str, name: &str, named: &[(&'static str, Value)]) -> (Request, Value) {
    let Outcome { result, mut requests } = call(path, name, named, Ok(answer()));
    let value = result.unwrap_or_else(|error| panic!("{path}.{name}: {error:?}"));
    assert_eq!(requests.len(), 1, "{path}.{name}");
    (requests.remove(0), value)
}

/// Checks that a call sends nothing, and what its error says.
pub(crate) fn check_refused(path: &str, name: &str, named: &[(&'static str, Value)], expected: &str) -> Error {
    let Outcome { result, requests } = call(path, name, named, Ok(answer()));
    let error = result.err().unwrap_or_else(|| panic!("{path}.{name}: succeeded"));
    assert_eq!(error.message(), expected);
    assert!(requests.is_empty(), "{path}.{name}: something was sent");
    error
}

/// Returns method, URL and headers of a request, one a line, and its body.
pub(crate) fn written(request: &Request) -> String {
    let mut text = format!("{} {}{}", request.method, request.origin, request.target);
    for (name, value) in request.headers.iter().filter(|(name, _)| *name != "user-agent") {
        text.push_str(&format!("\n{name}: {}", String::from_utf8_lossy(value.as_bytes())));
    }
    match &request.body {
        Some(body) => format!("{text}\n\n{}", String::from_utf8_lossy(body)),
        None => text,
    }
}
