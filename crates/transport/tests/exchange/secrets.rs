//! What calls tell to those who listen: spans, observers, and the logs of everything below; SEC.

use std::fmt::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fluxlet_runtime::Code::{Canceled, Unavailable};
use fluxlet_runtime::http::HttpClient;
use fluxlet_transport::{Exchanged, Proxies, Proxy, Retry};
use http::HeaderValue;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::frames::{END_HEADERS, END_STREAM, data, frame, ok, settings};
use crate::net::Expect::Error;
use crate::net::{CANARY, Net, Peer, Step, call, check, request, response, send};
use crate::trust::{acceptor, ca, trusting};

/// Writes down all spans and events of all crates.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

struct Fields<'a>(&'a mut String);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

impl Log {
    fn add(&self, what: &str, metadata: Option<&Metadata<'_>>, record: impl FnOnce(&mut Fields<'_>)) {
        let mut log = self.0.lock().unwrap();
        let target = metadata.map(|metadata| format!("{} {}", metadata.target(), metadata.name()));
        write!(log, "{what} {}", target.unwrap_or_default()).unwrap();
        record(&mut Fields(&mut log));
        log.push('\n');
    }

    fn text(&self) -> String {
        self.0.lock().unwrap().clone()
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.add("span", Some(span.metadata()), |fields| span.record(fields));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        self.add("record", None, |fields| values.record(fields));
    }

    fn event(&self, event: &Event<'_>) {
        self.add("event", Some(event.metadata()), |fields| event.record(fields));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// SEC-02, SEC-03: at the finest level, over both versions of HTTP and through a proxy.
#[tokio::test]
async fn sec_02_sec_03_logs_hold_no_secret() {
    let log = Log::default();
    let _guard = tracing::subscriber::set_default(log.clone());
    let net = Net::new();
    let h2 = [
        Step::Preface,
        send(settings(&[])),
        Step::Stream,
        send([ok(END_HEADERS, 1), data(END_STREAM, CANARY)].concat()),
    ];
    net.peer("h2.test:443", Peer::PlaysTls(acceptor(&["h2.test"], &["h2"], (2020, 2090)), vec![h2.to_vec()]));
    let echo = response(200, "X-Echo: C4NARY\r\n", CANARY);
    net.serve("h.test:80", &[&[Step::Read, echo.clone()]]);
    net.serve("p.test:80", &[&[Step::Read, echo]]);
    let proxies = Proxies::all(Proxy::parse("http://u:C4NARY@p.test").unwrap()).except("h.test,h2.test").trusted(true);
    let builder = net.builder().only_these_roots(true).ca_certificates_pem(ca().as_bytes()).unwrap();
    let transport = builder.proxies(proxies).build();
    for url in ["https://h2.test/x", "http://h.test/x", "http://other.test/x", "http://nx.test/x"] {
        let mut secret = crate::net::with_body(request("POST", url), CANARY);
        let mut token = HeaderValue::from_static(CANARY);
        token.set_sensitive(true);
        secret.headers.insert("x-secret", token.clone());
        secret.headers.insert("authorization", token);
        let _ = call(&transport, secret).await;
    }
    let text = log.text();
    for secret in [CANARY, "QzROQVJZ", "43344e415259"] {
        let leak = text.lines().find(|line| line.contains(secret));
        assert_eq!(leak, None);
    }
    // The test hears something, also from below.
    assert!(
        text.contains("span fluxlet::http http_request method=POST scheme=\"https\" host=\"h2.test\" port=443"),
        "{text}"
    );
    assert!(text.contains("h2::"), "{text}");
}

/// SEC-08: what a server says of itself is not repeated.
#[tokio::test]
async fn sec_08_servers_are_not_quoted() {
    let net = Net::new();
    let away = [&0u32.to_be_bytes()[..], &2u32.to_be_bytes(), CANARY.as_bytes()].concat();
    let script = vec![Step::Preface, send(settings(&[])), Step::Stream, send(frame(7, 0, 0, &away)), Step::Drain];
    net.peer("h.test:443", Peer::PlaysTls(acceptor(&["h.test"], &["h2"], (2020, 2090)), vec![script]));
    let result = call(&trusting(&net), request("GET", "https://h.test/x")).await;
    check("SEC-08", &result, &Error(Unavailable, "HTTP/2 connection error received"));
    net.serve("reason.test:80", &[&[Step::Read, send("HTTP/1.1 200 C4NARY\r\nContent-Length: 9\r\n\r\nC4NARY")]]);
    assert!(call(&net.transport(), request("GET", "http://reason.test/x")).await.is_err());
    let builder = net.builder().proxies(Proxies::all(Proxy::parse("http://u:C4NARY@p.test").unwrap()));
    let text = format!("{builder:?}");
    assert!(!format!("{text} {:?}", builder.build()).contains(CANARY));
}

/// SEC-11: tells each call once, also those that fail or are given up, and each attempt of [`Retry`]; of the path
/// without its query.
#[tokio::test(start_paused = true)]
async fn observers_are_told_of_each_attempt() {
    let net = Net::new();
    let busy = response(503, "Retry-After: 2\r\n", "busy");
    net.serve(
        "h.test:8086",
        &[&[Step::Read, busy, Step::Wait(Duration::from_secs(1)), Step::Read, response(200, "", "four")]],
    );
    net.serve("silent.test:80", &[&[Step::Hold]]);
    let seen: Arc<Mutex<Vec<Exchanged>>> = Arc::default();
    let log = Log::default();
    let _guard = tracing::subscriber::set_default(log.clone());
    let transport = net.builder().on_exchange({
        let seen = Arc::clone(&seen);
        move |exchanged| seen.lock().unwrap().push(exchanged.clone())
    });
    let client = Retry::new(transport.build(), 1);
    assert_eq!(client.send(request("GET", "http://h.test:8086/a/b")).await.unwrap().body, "four");
    assert!(client.send(request("POST", "http://nx.test/")).await.is_err());
    let silent = client.send(request("POST", "http://silent.test/"));
    assert!(tokio::time::timeout(Duration::from_secs(1), silent).await.is_err());
    let told: Vec<_> = seen
        .lock()
        .unwrap()
        .iter()
        .map(|told| {
            format!(
                "{} {}{} {:?} {} {:?} {} {:?}",
                told.method, told.origin, told.path, told.status, told.bytes, told.elapsed, told.attempt, told.error
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "GET http://h.test:8086/a/b Some(503) 4 0ns 1 None",
            "GET http://h.test:8086/a/b Some(200) 4 0ns 2 None",
            &format!("POST http://nx.test/ None 0 0ns 1 {:?}", Some(Unavailable)),
            &format!("POST http://silent.test/ None 0 1s 1 {:?}", Some(Canceled)),
        ]
    );
    let text = log.text();
    for line in [
        "span fluxlet::http http_request method=GET scheme=\"http\" host=\"h.test\" port=8086 path=\"/a/b\" attempt=2",
        "record  status=503",
        "record  bytes=4",
        "record  error=\"canceled\"",
    ] {
        assert!(text.lines().any(|found| found.starts_with(line)), "{line} is missing in {text}");
    }
}
