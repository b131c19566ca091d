//! A hostile server of HTTP/2 sends any frames inside TLS: a request ends, takes no more memory than its limits, and a body
//! that it gives is whole; FUZ-10.
#![no_main]

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use bytes::Bytes;
use fluxlet::runtime::http::{HttpClient, Redirects, Request};
use fluxlet::runtime::{BoxFuture, NetworkPolicy, Origin, Result, Scheme};
use fluxlet::transport::{BoxStream, Dial, Resolve, Transport};
use http::{HeaderMap, Method};
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// Most bytes of a body.
const LIMIT: u64 = 1 << 16;

/// Most times that a frame is repeated.
const MOST: u16 = 2000;

/// What the server does with its connections, one after the other.
#[derive(Arbitrary, Debug)]
struct Plan<'a> {
    connections: Vec<Vec<Act<'a>>>,
    upload: bool,
    /// How many requests are made at once.
    requests: u8,
}

#[derive(Arbitrary, Debug)]
enum Act<'a> {
    /// A frame as it should be, but for what is in it.
    Frame {
        kind: u8,
        flags: u8,
        stream: u8,
        payload: &'a [u8],
        times: u16,
    },
    /// The head of an answer.
    Head {
        stream: u8,
        ends: bool,
        fields: Vec<(&'a str, &'a str)>,
    },
    /// Any bytes.
    Bytes(&'a [u8]),
    Wait(u16),
}

impl Act<'_> {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Frame { kind, flags, stream, payload, times } => {
                frame(*kind, *flags, *stream, payload).repeat(usize::from(times % MOST).max(1))
            }
            Self::Head { stream, ends, fields } => {
                // The status 200 of the static table, and fields that are in no table.
                let mut block = vec![0x88];
                for (name, value) in fields {
                    for text in [name, value] {
                        let text = &text.as_bytes()[..text.len().min(100)];
                        if std::ptr::eq(text.as_ptr(), name.as_ptr()) {
                            block.push(0);
                        }
                        block.push(text.len() as u8);
                        block.extend(text);
                    }
                }
                frame(1, 4 | u8::from(*ends), *stream, &block)
            }
            Self::Bytes(bytes) => bytes.to_vec(),
            Self::Wait(_) => Vec::new(),
        }
    }
}

fn frame(kind: u8, flags: u8, stream: u8, payload: &[u8]) -> Vec<u8> {
    let length = payload.len() as u32;
    // Streams of ours are odd: most frames are to be about them.
    let stream = u32::from(stream % 8);
    [&length.to_be_bytes()[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

static TLS: LazyLock<(TlsAcceptor, String)> = LazyLock::new(|| {
    let made = rcgen::generate_simple_self_signed(vec!["h.test".to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config =
        ServerConfig::builder_with_provider(Arc::new(default_provider())).with_safe_default_protocol_versions();
    let config = config.expect("the versions fit").with_no_client_auth();
    let mut config = config.with_single_cert(vec![made.cert.der().clone()], key).expect("the key fits");
    config.alpn_protocols.push(b"h2".to_vec());
    (TlsAcceptor::from(Arc::new(config)), made.cert.pem())
});

/// What is sent, and the waits between.
type Script = Vec<(Vec<u8>, Duration)>;

#[derive(Clone)]
struct Server(Arc<tokio::sync::Mutex<UnboundedReceiver<Script>>>);

impl Resolve for Server {
    fn resolve(&self, origin: &Origin) -> BoxFuture<'_, Result<Vec<SocketAddr>>> {
        let address = SocketAddr::from((Ipv4Addr::new(93, 184, 216, 1), origin.port()));
        Box::pin(std::future::ready(Ok(vec![address])))
    }
}

impl Dial for Server {
    fn dial(&self, _: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>> {
        let (near, far) = tokio::io::duplex(64 * 1024);
        let scripts = Arc::clone(&self.0);
        tokio::spawn(async move {
            let Ok(stream) = TLS.0.accept(far).await else { return };
            let script = scripts.lock().await.try_recv().unwrap_or_default();
            let (mut reader, mut writer) = tokio::io::split(stream);
            let sending = async {
                for (bytes, wait) in script {
                    if writer.write_all(&bytes).await.is_err() || writer.flush().await.is_err() {
                        return;
                    }
                    tokio::time::sleep(wait).await;
                }
            };
            let reading = async {
                let mut piece = [0; 4096];
                while reader.read(&mut piece).await.is_ok_and(|count| count > 0) {}
            };
            tokio::join!(sending, reading);
        });
        Box::pin(async { Ok(Box::new(near) as BoxStream) })
    }
}

fuzz_target!(|plan: Plan<'_>| {
    let (scripts, receiver) = unbounded_channel();
    for acts in plan.connections.iter().take(4) {
        let wait = |act: &Act<'_>| if let Act::Wait(wait) = act { u64::from(*wait) } else { 0 };
        let script = acts.iter().map(|act| (act.bytes(), Duration::from_millis(wait(act)))).collect();
        scripts.send(script).expect("nobody has closed it");
    }
    let server = Server(Arc::new(tokio::sync::Mutex::new(receiver)));
    let builder = Transport::builder().resolver(server.clone()).dialer(server).only_these_roots(true);
    let transport = builder.ca_certificates_pem(TLS.1.as_bytes()).expect("it is a certificate").build();
    let request = || Request {
        method: Method::POST,
        origin: Origin::parse(Scheme::Https, "h.test").expect("an origin"),
        target: "/x".to_owned(),
        headers: HeaderMap::new(),
        body: plan.upload.then(|| Bytes::from_static(&[0; 100_000])),
        timeout: Duration::from_secs(30),
        redirects: Redirects::Follow(2),
        decompress: true,
        max_response_bytes: LIMIT,
        policy: Arc::new(NetworkPolicy::public_only()),
        trusted_origin: false,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    runtime.expect("a runtime").block_on(async {
        let calls = (0..1 + plan.requests % 3).map(|_| {
            let (transport, request) = (transport.clone(), request());
            // Virtual time: a request that nobody wakes ends here, one that spins never does.
            tokio::spawn(async move { tokio::time::timeout(Duration::from_secs(60), transport.send(request)).await })
        });
        for call in calls.collect::<Vec<_>>() {
            let result = call.await.expect("no panic").expect("no request outlives its timeout");
            if let Ok(response) = result {
                assert!(response.body.len() as u64 <= LIMIT, "the body is longer than the limit");
                let promised =
                    response.headers.get("content-length").and_then(|length| length.to_str().ok()?.parse().ok());
                let coded = response.headers.contains_key("content-encoding");
                let whole = coded || promised.is_none_or(|length: usize| length == response.body.len());
                assert!(whole || matches!(response.status, 204 | 304), "a cut body was accepted");
            }
        }
    });
});
