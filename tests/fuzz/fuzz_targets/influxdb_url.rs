//! Calls of `influxdb.api` with a client that records: a request goes to the origin that the host names, whatever the
//! path, and shows the context's token to the context's own origin only; FUZ-06.
#![no_main]

use std::net::Ipv6Addr;
use std::pin::pin;
use std::sync::{Arc, LazyLock, Mutex};
use std::task::{Poll, Waker};

use bytes::Bytes;
use fluxlet::runtime::http::{HttpClient, Request, Response};
use fluxlet::runtime::{BoxFuture, Registry, Result, Scheme};
use fluxlet::{Context, Dict, Run, Value};
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;

const HOME: &str = "http://ctx.test:8086/base";
const TOKEN: &str = "tkn-CTX";

static REGISTRY: LazyLock<Registry> =
    LazyLock::new(|| Registry::new([fluxlet_experimental_influxdb::PACKAGE]).expect("the package is whole"));

static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    let context = Context::new().with_host(HOME).and_then(|context| context.with_token(TOKEN));
    context.expect("a host and a token").with_org_id("0a/../b").with_user_id("u?#")
});

#[derive(Arbitrary, Debug)]
struct Call<'a> {
    method: &'a str,
    path: &'a str,
    start: Start,
    host: &'a str,
    token: Option<&'a str>,
    query: Vec<(&'a str, &'a str)>,
    headers: Vec<(&'a str, &'a str)>,
    body: Option<&'a [u8]>,
}

/// What stands before the text of a host, so that many are accepted.
#[derive(Arbitrary, Debug)]
enum Start {
    NotGiven,
    Nothing,
    Http,
    Https,
    Home,
}

impl Call<'_> {
    fn host(&self) -> Option<String> {
        let start = match self.start {
            Start::NotGiven => return None,
            Start::Nothing => "",
            Start::Http => "http://",
            Start::Https => "https://",
            Start::Home => HOME,
        };
        Some(format!("{start}{}", self.host))
    }
}

/// Keeps what it is to send.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Vec<Request>>>);

impl HttpClient for Recorder {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        self.0.lock().expect("no other thread").push(request);
        let response = Response { status: 204, headers: http::HeaderMap::new(), body: Bytes::new() };
        Box::pin(std::future::ready(Ok(response)))
    }
}

fuzz_target!(|call: Call<'_>| {
    let recorder = Recorder::default();
    let run = Run::new(&CONTEXT.clone().with_http(recorder.clone()));
    let future = pin!(REGISTRY.call("experimental/influxdb", "api", &run, arguments(&call)));
    let Poll::Ready(result) = future.poll(&mut std::task::Context::from_waker(Waker::noop())) else {
        panic!("the recorder answers at once");
    };
    let requests = std::mem::take(&mut *recorder.0.lock().expect("no other thread"));
    match (result, &*requests) {
        (Ok(_), [request]) => check(&call, request),
        (Err(error), []) => assert!(!error.to_string().contains(TOKEN), "the token shows: {error}"),
        (result, requests) => panic!("{result:?} after {} requests", requests.len()),
    }
});

fn arguments(call: &Call<'_>) -> Vec<(&'static str, Value)> {
    let mut arguments: Vec<(&str, Value)> = vec![("method", call.method.into()), ("path", call.path.into())];
    arguments.extend(call.host().map(|host| ("host", host.into())));
    arguments.extend(call.token.map(|token| ("token", token.into())));
    arguments.push(("query", Dict::of_strings(call.query.iter().copied()).into()));
    arguments.push(("headers", Dict::of_strings(call.headers.iter().copied()).into()));
    arguments.extend(call.body.map(|body| ("body", Bytes::copy_from_slice(body).into())));
    arguments
}

fn check(call: &Call<'_>, request: &Request) {
    let host = call.host().filter(|host| !host.is_empty()).unwrap_or_else(|| HOME.to_owned());
    let (scheme, name, port, base) = parts(&host);
    let origin = &request.origin;
    assert_eq!((origin.scheme(), origin.port()), (scheme, port), "{host:?}");
    // What is not ASCII is mapped; the rest stays what it is.
    match &name {
        Some(name) => assert_eq!(origin.host(), name, "{host:?}"),
        None => assert!(origin.host().is_ascii(), "{host:?}"),
    }

    let target = &request.target;
    let below = target.strip_prefix(base).unwrap_or_else(|| panic!("{target:?} leaves {base:?}"));
    assert!(below.starts_with('/'), "{target:?}");
    assert!(target.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#'), "{target:?}");
    let uri = http::Uri::builder().scheme("http").authority("probe").path_and_query(&**target).build();
    assert_eq!(uri.expect("a URI").authority().expect("an authority"), "probe", "{target:?}");

    assert!(!["CONNECT", "TRACE", "TRACK"].contains(&request.method.as_str()), "{}", request.method);
    for (name, value) in &request.headers {
        let clean = value.as_bytes().iter().all(|byte| !matches!(byte, b'\r' | b'\n' | 0));
        assert!(clean, "{name} holds a line break");
    }
    let at_home = (scheme, name.as_deref(), port) == (Scheme::Http, Some("ctx.test"), 8086);
    let given = |text: &str| text.contains(TOKEN);
    let by_script = given(call.path)
        || call.token.is_some_and(given)
        || call.query.iter().chain(&call.headers).any(|(key, value)| given(key) || given(value));
    if !at_home && !by_script {
        let mut shown = request.headers.values().map(|value| value.as_bytes());
        let leaks = shown.any(|value| value.windows(TOKEN.len()).any(|part| part == TOKEN.as_bytes()));
        assert!(!leaks && !given(target), "the context's token goes to {origin}");
    }
}

/// Reads a host that was accepted, in the simplest way: scheme, name if it is ASCII, port, base path.
fn parts(host: &str) -> (Scheme, Option<String>, u16, &str) {
    let (scheme, rest) = host.split_once("://").expect("a scheme");
    let scheme = match &*scheme.to_ascii_lowercase() {
        "http" => Scheme::Http,
        "https" => Scheme::Https,
        other => panic!("the scheme {other:?} was accepted"),
    };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (name, port) = match authority.rfind(':').filter(|at| !authority[*at..].contains(']')) {
        Some(at) => (&authority[..at], &authority[at + 1..]),
        None => (authority, ""),
    };
    let port = match (port, scheme) {
        ("", Scheme::Http) => 80,
        ("", Scheme::Https) => 443,
        (digits, _) => digits.parse().expect("a port"),
    };
    let name = match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        Some(address) => Some(address.parse::<Ipv6Addr>().expect("an address").to_string()),
        None => name.is_ascii().then(|| name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase()),
    };
    (scheme, name, port, path.trim_end_matches('/'))
}
