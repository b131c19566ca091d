//! Takes connections and serves them, each in a task of its own.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;

use crate::request::Call;
use crate::router::{self, Shared};

/// How many connections are served at once; more wait in the listener's queue.
const MAX_CONNECTIONS: usize = 256;

const MAX_STREAMS: u32 = 100;

const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);

/// How long to wait when no connection can be taken, which is when the process has no file descriptors left.
const ACCEPT_PAUSE: Duration = Duration::from_millis(20);

/// Serves until the future is dropped, which ends its connections too.
pub(crate) async fn serve(listener: TcpListener, tls: Option<TlsAcceptor>, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        while connections.len() >= MAX_CONNECTIONS {
            connections.join_next().await;
        }
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve_stream(stream, tls.clone(), Arc::clone(&shared)));
                }
                Err(_) => sleep(ACCEPT_PAUSE).await,
            },
            // Without this, ended connections would pile up while none comes.
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Serves one connection; errors are the client's to notice.
async fn serve_stream(stream: TcpStream, tls: Option<TlsAcceptor>, shared: Arc<Shared>) {
    // Only delays small answers when it fails.
    let _ = stream.set_nodelay(true);
    match tls {
        None => serve_connection(stream, shared).await,
        Some(acceptor) => {
            let handshake = timeout(HANDSHAKE_TIMEOUT, acceptor.accept(stream)).await;
            if let Ok(stream) = handshake.unwrap_or_else(|elapsed| Err(io::Error::other(elapsed))) {
                serve_connection(stream, shared).await;
            }
        }
    }
}

async fn serve_connection(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, shared: Arc<Shared>) {
    let service = service_fn(move |request| {
        let shared = Arc::clone(&shared);
        async move {
            let call = Call::read(request).await;
            Ok::<_, Infallible>(router::answer(&shared, &call).into_response())
        }
    });
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().title_case_headers(true).timer(TokioTimer::new());
    builder.http2().max_concurrent_streams(MAX_STREAMS).timer(TokioTimer::new());
    // The client notices what fails here.
    let _ = builder.serve_connection(TokioIo::new(stream), service).await;
}
