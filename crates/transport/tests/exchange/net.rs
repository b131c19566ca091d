//! A network in memory: names, addresses, and servers that play scripts byte by byte.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use fluxlet_runtime::http::{HttpClient, Redirects, Request, Response};
use fluxlet_runtime::{BoxFuture, Code, Error, NetworkPolicy, Origin, Result, Scheme};
use fluxlet_transport::{BoxStream, Builder, Dial, Resolve, Transport};
use http::{HeaderMap, Method};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsAcceptor;

/// What must never show in an error: stands in queries, header values and bodies of all requests.
pub(crate) const CANARY: &str = "C4NARY";

/// What a server does next with a connection.
#[derive(Clone)]
pub(crate) enum Step {
    /// Reads a request with its body.
    Read,
    /// Reads the head of a request only.
    ReadHead,
    /// Sends bytes at once.
    Send(Vec<u8>),
    /// Sends bytes one by one.
    Drip(Vec<u8>),
    /// Reads what opens HTTP/2.
    Preface,
    /// Reads frames of HTTP/2 up to the end of a request, which is recorded as the number of its stream.
    Stream,
    /// Reads frames of HTTP/2 up to the head of a request.
    StreamHead,
    /// Sends bytes so many times, while it throws away what comes.
    Flood(Vec<u8>, usize),
    /// Shakes hands; all that follows is inside TLS.
    Tls(TlsAcceptor),
    /// Lets the clock of the test go on.
    Wait(Duration),
    /// Does nothing until the other side closes, not even read.
    Hold,
    /// Reads on until the other side closes.
    Drain,
}

pub(crate) fn send(bytes: impl AsRef<[u8]>) -> Step {
    Step::Send(bytes.as_ref().to_vec())
}

/// A response with a length.
pub(crate) fn response(status: u16, headers: &str, body: &str) -> Step {
    send(format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\n\r\n{body}", body.len()))
}

/// What happens when an address is dialled.
#[derive(Clone)]
pub(crate) enum Peer {
    Refuses,
    Silent,
    /// The n-th connection plays the n-th script, and those beyond play the last.
    Plays(Vec<Vec<Step>>),
    PlaysTls(TlsAcceptor, Vec<Vec<Step>>),
    /// Serves by a function, for protocols that are no script.
    Runs(fn(BoxStream)),
}

/// The network; clones are the same.
#[derive(Clone, Default)]
pub(crate) struct Net(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    names: HashMap<String, Option<Vec<SocketAddr>>>,
    peers: HashMap<SocketAddr, Peer>,
    connections: HashMap<SocketAddr, usize>,
    lookups: Vec<String>,
    dialled: Vec<SocketAddr>,
    requests: Vec<String>,
}

impl Net {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Lets the host of an origin, such as `a.test:80`, play scripts at an address of its own.
    pub(crate) fn serve(&self, host: &str, scripts: &[&[Step]]) -> &Self {
        self.peer(host, Peer::Plays(scripts.iter().map(|script| script.to_vec()).collect()))
    }

    pub(crate) fn peer(&self, host: &str, peer: Peer) -> &Self {
        let number = self.0.lock().unwrap().peers.len() + 1;
        let address: SocketAddr = format!("93.184.216.{number}:80").parse().unwrap();
        self.name(host, &[&address.to_string()]).address(&address.to_string(), peer)
    }

    pub(crate) fn name(&self, host: &str, addresses: &[&str]) -> &Self {
        let addresses = addresses.iter().map(|address| address.parse().unwrap()).collect();
        self.0.lock().unwrap().names.insert(host.to_owned(), Some(addresses));
        self
    }

    /// A name whose look-up never ends.
    pub(crate) fn silent_name(&self, host: &str) -> &Self {
        self.0.lock().unwrap().names.insert(host.to_owned(), None);
        self
    }

    pub(crate) fn address(&self, address: &str, peer: Peer) -> &Self {
        self.0.lock().unwrap().peers.insert(address.parse().unwrap(), peer);
        self
    }

    pub(crate) fn builder(&self) -> Builder {
        Transport::builder().resolver(self.clone()).dialer(self.clone())
    }

    pub(crate) fn transport(&self) -> Transport {
        self.builder().build()
    }

    pub(crate) fn dialled(&self) -> Vec<String> {
        self.0.lock().unwrap().dialled.iter().map(SocketAddr::to_string).collect()
    }

    pub(crate) fn lookups(&self) -> Vec<String> {
        self.0.lock().unwrap().lookups.clone()
    }

    /// The requests that came in, in the order of their last byte.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.0.lock().unwrap().requests.clone()
    }

    fn record(&self, request: &[u8]) {
        self.0.lock().unwrap().requests.push(String::from_utf8_lossy(request).into_owned());
    }

    async fn play(self, mut stream: BoxStream, script: Vec<Step>) {
        for step in script {
            let played = match step {
                Step::Read => self.read(&mut stream, true).await,
                Step::ReadHead => self.read(&mut stream, false).await,
                Step::Send(bytes) => stream.write_all(&bytes).await,
                Step::Drip(bytes) => drip(&mut stream, &bytes).await,
                Step::Preface => stream.read_exact(&mut [0; 24]).await.map(|_| ()),
                Step::Stream => self.read_stream(&mut stream, true).await,
                Step::StreamHead => self.read_stream(&mut stream, false).await,
                Step::Flood(bytes, count) => flood(&mut stream, &bytes, count).await,
                Step::Tls(acceptor) => match acceptor.accept(stream).await {
                    Ok(inner) => {
                        stream = Box::new(inner);
                        Ok(())
                    }
                    Err(_) => return,
                },
                Step::Wait(time) => {
                    tokio::time::sleep(time).await;
                    Ok(())
                }
                Step::Hold => std::future::pending().await,
                Step::Drain => tokio::io::copy(&mut stream, &mut tokio::io::sink()).await.map(|_| ()),
            };
            if played.is_err() {
                return;
            }
            // TLS sends only what is flushed.
            let _ = stream.flush().await;
        }
        let _ = stream.shutdown().await;
    }

    async fn read(&self, stream: &mut BoxStream, body: bool) -> io::Result<()> {
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            request.push(stream.read_u8().await?);
        }
        let head = String::from_utf8_lossy(&request).to_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
        if let Some(length) = length.filter(|_| body) {
            let mut rest = vec![0; length];
            stream.read_exact(&mut rest).await?;
            request.extend(rest);
        }
        self.record(&request);
        Ok(())
    }
}

async fn flood(stream: &mut BoxStream, bytes: &[u8], count: usize) -> io::Result<()> {
    let (mut reader, mut writer) = tokio::io::split(stream);
    let mut sink = tokio::io::sink();
    let writing = async {
        for _ in 0..count {
            writer.write_all(bytes).await?;
        }
        writer.flush().await
    };
    tokio::select! {
        written = writing => written,
        _ = tokio::io::copy(&mut reader, &mut sink) => Err(io::ErrorKind::BrokenPipe.into()),
    }
}

async fn drip(stream: &mut BoxStream, bytes: &[u8]) -> io::Result<()> {
    for byte in bytes {
        stream.write_u8(*byte).await?;
        stream.flush().await?;
        tokio::task::yield_now().await;
    }
    Ok(())
}

impl Net {
    async fn read_stream(&self, stream: &mut BoxStream, whole: bool) -> io::Result<()> {
        const END_STREAM: u8 = 1;
        loop {
            let mut head = [0; 9];
            stream.read_exact(&mut head).await?;
            let length = usize::from(head[0]) << 16 | usize::from(head[1]) << 8 | usize::from(head[2]);
            stream.read_exact(&mut vec![0; length]).await?;
            // DATA and HEADERS.
            if head[3] <= 1 && (head[4] & END_STREAM != 0 || !whole) {
                self.record(head[8].to_string().as_bytes());
                return Ok(());
            }
        }
    }
}

impl Resolve for Net {
    fn resolve(&self, origin: &Origin) -> BoxFuture<'_, Result<Vec<SocketAddr>>> {
        let host = format!("{}:{}", origin.host(), origin.port());
        let mut state = self.0.lock().unwrap();
        state.lookups.push(host.clone());
        let found = match (state.names.get(&host), origin.address()) {
            (Some(Some(addresses)), _) => Ok(addresses.clone()),
            (Some(None), _) => return Box::pin(std::future::pending()),
            (None, Some(address)) => Ok(vec![SocketAddr::new(address, origin.port())]),
            (None, None) => Err(Error::new(Code::Unavailable, "no such host")),
        };
        Box::pin(async { found })
    }
}

impl Dial for Net {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>> {
        let mut state = self.0.lock().unwrap();
        state.dialled.push(address);
        let count = state.connections.entry(address).or_default();
        let nth = *count;
        *count += 1;
        let peer = state.peers.get(&address).cloned().unwrap_or(Peer::Refuses);
        let (near, far) = tokio::io::duplex(64 * 1024);
        let pick = |scripts: &[Vec<Step>]| scripts.get(nth).or(scripts.last()).cloned().unwrap_or_default();
        match peer {
            Peer::Refuses => return Box::pin(async { Err(io::ErrorKind::ConnectionRefused.into()) }),
            Peer::Silent => return Box::pin(std::future::pending()),
            Peer::Plays(scripts) => drop(tokio::spawn(self.clone().play(Box::new(far), pick(&scripts)))),
            Peer::PlaysTls(acceptor, scripts) => {
                let (net, script) = (self.clone(), pick(&scripts));
                tokio::spawn(async move {
                    if let Ok(stream) = acceptor.accept(far).await {
                        net.play(Box::new(stream), script).await;
                    }
                });
            }
            Peer::Runs(run) => run(Box::new(far)),
        }
        Box::pin(async { Ok(Box::new(near) as BoxStream) })
    }
}

/// A request with a canary in its query and in a header, under the open policy.
pub(crate) fn request(method: &str, url: &str) -> Request {
    let (scheme, rest) = url.split_once("://").unwrap();
    let scheme = if scheme == "https" { Scheme::Https } else { Scheme::Http };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let mut headers = HeaderMap::new();
    headers.insert("x-secret", CANARY.parse().unwrap());
    let mark = if path.contains('?') { '&' } else { '?' };
    Request {
        method: Method::from_bytes(method.as_bytes()).unwrap(),
        origin: Origin::parse(scheme, authority).unwrap(),
        target: format!("{}{mark}q={CANARY}", if path.is_empty() { "/" } else { path }),
        headers,
        body: None,
        timeout: Duration::from_secs(30),
        redirects: Redirects::Follow(10),
        decompress: true,
        max_response_bytes: 1024 * 1024,
        policy: Arc::new(NetworkPolicy::open()),
        trusted_origin: false,
    }
}

pub(crate) fn with_body(mut request: Request, body: &'static str) -> Request {
    request.body = Some(Bytes::from_static(body.as_bytes()));
    request
}

/// Sends a request and checks of every error what holds for all of them.
pub(crate) async fn call(transport: &Transport, request: Request) -> Result<Response> {
    let (method, origin) = (request.method.clone(), request.origin.to_string());
    let result = transport.send(request).await;
    if let Err(error) = &result {
        let text = format!("{error} {error:?}");
        assert!(!text.contains(CANARY), "a secret shows: {text}");
        assert!(error.message().len() <= 1024, "too long: {text}");
        assert!(!text.contains(char::is_control), "not escaped: {text:?}");
        assert!(text.contains(&format!("`{method} {origin}")), "does not name the request: {text}");
    }
    result
}

/// What a call is expected to give.
pub(crate) enum Expect {
    Answer(u16, &'static str),
    /// Class, and a part of the message.
    Error(Code, &'static str),
}

pub(crate) fn check(case: &str, result: &Result<Response>, expected: &Expect) {
    match (result, expected) {
        (Ok(response), Expect::Answer(status, body)) => {
            let found = (response.status, String::from_utf8_lossy(&response.body).into_owned());
            assert_eq!(found, (*status, (*body).to_owned()), "{case}");
        }
        (Err(error), Expect::Error(code, part)) => {
            assert_eq!(error.code(), *code, "{case}: {error}");
            assert!(error.message().contains(part), "{case}: expected `{part}` in `{error}`");
        }
        (Ok(response), Expect::Error(code, part)) => panic!("{case}: expected {code} `{part}`, found {response:?}"),
        (Err(error), Expect::Answer(status, _)) => panic!("{case}: expected {status}, found {error:?}"),
    }
}
