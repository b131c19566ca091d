//! The server that all clients talk to: hyper, in a process of its own.

use std::convert::Infallible;
use std::io::Read;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response};
use http_body::{Body, Frame, SizeHint};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::role::Role;
use crate::{Result, machine};

/// The role of the child that serves.
pub const ROLE: &str = "serve";

/// Bytes of a frame of a large body.
const FRAME: usize = 256 * 1024;

/// A server on the loopback; it ends when this is dropped.
///
/// `/health` answers with a small document, `/large/N` with a body of N MiB, `/chunked/N` without a length, `/slow/N`
/// after N milliseconds; whatever has a body is read and answered with 201.
pub struct Server {
    /// The port of `http`.
    pub plain: u16,
    /// The port of `https`.
    pub tls: u16,
    /// The certificate to trust, PEM.
    pub certificate: String,
    _child: Role,
}

impl Server {
    /// Starts one.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn start() -> Result<Self> {
        let mut child = Role::start(ROLE)?;
        let plain = child.line()?.parse()?;
        let tls = child.line()?.parse()?;
        let mut certificate = String::new();
        loop {
            let line = child.line()?;
            if line.is_empty() {
                return Ok(Self { plain, tls, certificate, _child: child });
            }
            certificate.push_str(&line);
            certificate.push('\n');
        }
    }

    /// Returns the URL of the server over `http`.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.plain)
    }

    /// Returns the URL of the server over `https`.
    pub fn tls_url(&self) -> String {
        format!("https://127.0.0.1:{}", self.tls)
    }
}

/// Serves until the standard input ends.
///
/// # Errors
/// If the system refuses.
pub fn serve() -> Result {
    machine::raise_file_limit()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    std::thread::spawn(|| {
        let mut rest = Vec::new();
        // The parent is gone, one way or the other.
        let _ = std::io::stdin().read_to_end(&mut rest);
        std::process::exit(0);
    });
    runtime.block_on(async {
        let (plain, tls) = (listen()?, listen()?);
        let (acceptor, certificate) = certified()?;
        println!("{}\n{}\n{certificate}", plain.local_addr()?.port(), tls.local_addr()?.port());
        tokio::join!(accept(plain, None), accept(tls, Some(acceptor)));
        Ok(())
    })
}

fn listen() -> Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(([127, 0, 0, 1], 0).into())?;
    Ok(socket.listen(16_384)?)
}

fn certified() -> Result<(TlsAcceptor, String)> {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned(), "localhost".to_owned()])?;
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok((TlsAcceptor::from(Arc::new(config)), made.cert.pem()))
}

async fn accept(listener: TcpListener, tls: Option<TlsAcceptor>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        // Only delays small answers when it fails.
        let _ = stream.set_nodelay(true);
        match tls.clone() {
            None => drop(tokio::spawn(connection(stream))),
            Some(tls) => drop(tokio::spawn(async move {
                if let Ok(stream) = tls.accept(stream).await {
                    connection(stream).await;
                }
            })),
        }
    }
}

async fn connection(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static) {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new());
    builder.http2().timer(TokioTimer::new()).max_concurrent_streams(16_384);
    // The client notices what fails here.
    let _ = builder.serve_connection(TokioIo::new(stream), service_fn(answer)).await;
}

async fn answer(request: Request<Incoming>) -> std::result::Result<Response<Reply>, Infallible> {
    let path = request.uri().path().to_owned();
    let number = |prefix: &str| path.strip_prefix(prefix).and_then(|rest| rest.parse::<u64>().ok());
    let mebibytes = |count: u64| (count << 20) / FRAME as u64;
    if let Some(count) = number("/large/") {
        return Ok(Response::new(Reply { frame: Bytes::from(vec![b'x'; FRAME]), left: mebibytes(count), sized: true }));
    }
    if let Some(count) = number("/chunked/") {
        return Ok(Response::new(Reply {
            frame: Bytes::from(vec![b'x'; FRAME]),
            left: mebibytes(count),
            sized: false,
        }));
    }
    if let Some(milliseconds) = number("/slow/") {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
    let posted = request.method() == Method::POST;
    if posted {
        // A broken upload breaks the connection, too.
        let _ = request.into_body().collect().await;
    }
    let text =
        br#"{"name":"influxdb","message":"ready for queries and writes","status":"pass","checks":[],"version":"2.7"}"#;
    let mut response = Response::new(Reply { frame: Bytes::from_static(text), left: 1, sized: true });
    *response.status_mut() = if posted { http::StatusCode::CREATED } else { http::StatusCode::OK };
    for (name, value) in [
        ("content-type", "application/json; charset=utf-8"),
        ("x-influxdb-build", "OSS"),
        ("x-influxdb-version", "v2.7"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

/// The same frame, a number of times.
struct Reply {
    frame: Bytes,
    left: u64,
    sized: bool,
}

impl Body for Reply {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<std::result::Result<Frame<Bytes>, Infallible>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        self.left -= 1;
        Poll::Ready(Some(Ok(Frame::data(self.frame.clone()))))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        if self.sized { SizeHint::with_exact(self.left * self.frame.len() as u64) } else { SizeHint::default() }
    }
}
