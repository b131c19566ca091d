//! What needs real sockets: resets, Unix sockets, large uploads.

use std::io;
use std::net::SocketAddr;
use std::ops::Range;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use fluxlet_runtime::Code::{DataLoss, PermissionDenied, Unavailable};
use fluxlet_runtime::{BoxFuture, NetworkPolicy, Origin, Scheme};
use fluxlet_transport::{BoxStream, Dial, Transport};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, mpsc};

use crate::net::Expect::{Answer, Error};
use crate::net::{call, check, request};

/// Reads the head of a request.
async fn read_head(stream: &mut (impl AsyncReadExt + Unpin)) -> io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    Ok(())
}

/// Dials, and tells the server once so many bytes of its answer were read: a reset throws away what was not.
struct Telling {
    bytes: usize,
    read: Arc<Notify>,
}

struct Told {
    stream: TcpStream,
    left: usize,
    read: Arc<Notify>,
}

impl Dial for Telling {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>> {
        Box::pin(async move {
            let stream = TcpStream::connect(address).await?;
            Ok(Box::new(Told { stream, left: self.bytes, read: Arc::clone(&self.read) }) as BoxStream)
        })
    }
}

impl AsyncRead for Told {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let result = Pin::new(&mut self.stream).poll_read(cx, buf);
        let read = buf.filled().len() - before;
        if read > 0 && read >= self.left {
            self.read.notify_one();
        }
        self.left = self.left.saturating_sub(read);
        result
    }
}

impl AsyncWrite for Told {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// Serves connections one after the other, and resets each once `answer` was read; at once if there is none. Returns a
/// transport to it, and what tells of each reset.
async fn resetting(answer: &'static [u8]) -> (Transport, SocketAddr, mpsc::Receiver<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let read = Arc::new(Notify::new());
    let (reset, resets) = mpsc::channel(9);
    let transport = Transport::builder().dialer(Telling { bytes: answer.len(), read: Arc::clone(&read) });
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            if !answer.is_empty() {
                read_head(&mut stream).await.unwrap();
                stream.write_all(answer).await.unwrap();
                read.notified().await;
            }
            stream.set_zero_linger().unwrap();
            drop(stream);
            let _ = reset.send(()).await;
        }
    });
    (transport.build(), address, resets)
}

/// RSP-25: resets after the accept, before and within the answer, and within a handshake.
#[tokio::test]
async fn rsp_25_resets() {
    let cases = [
        ("http", &b""[..], Error(Unavailable, "connection")),
        ("http", b"HTTP/1.1 200 X\r\n", Error(Unavailable, "connection reset; the server may have acted")),
        (
            "http",
            b"HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nx",
            Error(DataLoss, "got 1 of 9 bytes, then connection reset"),
        ),
        ("https", b"", Error(Unavailable, "during the TLS handshake: ")),
    ];
    for (scheme, part, expected) in cases {
        let (transport, address, _resets) = resetting(part).await;
        let result = call(&transport, request("GET", &format!("{scheme}://{address}/x"))).await;
        check(&String::from_utf8_lossy(part), &result, &expected);
    }
}

/// Counts what is written from the memory of a body, in which no other bytes are.
struct Counted {
    stream: TcpStream,
    body: Range<usize>,
    written: Arc<AtomicUsize>,
}

struct Counting {
    body: Range<usize>,
    written: Arc<AtomicUsize>,
}

impl Dial for Counting {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>> {
        Box::pin(async move {
            let stream = TcpStream::connect(address).await?;
            let (body, written) = (self.body.clone(), Arc::clone(&self.written));
            Ok(Box::new(Counted { stream, body, written }) as BoxStream)
        })
    }
}

impl AsyncRead for Counted {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Counted {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.poll_write_vectored(cx, &[io::IoSlice::new(buf)])
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write_vectored(cx, bufs))?;
        let mut left = written;
        for buf in bufs {
            let taken = left.min(buf.len());
            left -= taken;
            if self.body.contains(&buf.as_ptr().addr()) {
                self.written.fetch_add(taken, Ordering::Relaxed);
            }
        }
        Poll::Ready(Ok(written))
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// BOD-05: a body of 64 MiB, each byte of which goes to the socket from the memory that the caller gave.
#[tokio::test]
async fn bod_05_large_bodies() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let size = 64 << 20;
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        read_head(&mut stream).await.unwrap();
        let mut body = (&mut stream).take(size);
        let read = tokio::io::copy(&mut body, &mut tokio::io::sink()).await.unwrap();
        let answer = read.to_string();
        let head = format!("HTTP/1.1 200 X\r\nContent-Length: {}\r\n\r\n{answer}", answer.len());
        stream.write_all(head.as_bytes()).await.unwrap();
    });
    let mut request = request("PUT", &format!("http://{address}/x"));
    let body = Bytes::from(vec![b'x'; usize::try_from(size).unwrap()]);
    let start = body.as_ptr().addr();
    let written = Arc::<AtomicUsize>::default();
    let counting = Counting { body: start..start + body.len(), written: Arc::clone(&written) };
    let transport = Transport::builder().dialer(counting).build();
    request.body = Some(body);
    check("BOD-05", &call(&transport, request).await, &Answer(200, "67108864"));
    assert_eq!(written.load(Ordering::Relaxed) as u64, size);
}

/// SRF-19: a Unix socket stands for one origin, and only because the embedder says so.
#[cfg(unix)]
#[tokio::test]
async fn srf_19_unix_sockets() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{}.sock", std::process::id()));
    let listener = tokio::net::UnixListener::bind(&path).unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = read_head(&mut stream).await;
            let _ = stream.write_all(b"HTTP/1.1 200 X\r\nContent-Length: 4\r\n\r\nunix").await;
        }
    });
    let origin = Origin::parse(Scheme::Http, "h.test:8086").unwrap();
    let transport = Transport::builder().unix_socket(origin, &path).build();
    let mut public = request("GET", "http://h.test:8086/x");
    public.policy = NetworkPolicy::public_only().into();
    check("SRF-19", &call(&transport, public).await, &Answer(200, "unix"));
    let mut other = request("GET", "http://127.0.0.1:1/x");
    check("other", &call(&transport, other.clone()).await, &Error(Unavailable, "connection refused"));
    other.policy = NetworkPolicy::public_only().into();
    check("other", &call(&transport, other).await, &Error(PermissionDenied, "forbids"));
    std::fs::remove_file(&path).unwrap();
    let gone = call(&transport, request("GET", "http://h.test:8086/x")).await;
    check("gone", &gone, &Error(Unavailable, "failed while connecting: entity not found"));
}

/// POL-08: an idle connection that was reset is not used again.
#[tokio::test]
async fn pol_08_reset_while_idle() {
    let (transport, address, mut resets) = resetting(b"HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\nok").await;
    for _ in 0..3 {
        let result = call(&transport, request("POST", &format!("http://{address}/x"))).await;
        check("POL-08", &result, &Answer(200, "ok"));
        resets.recv().await.unwrap();
        // The connection's task ends when it sees the reset; the server's is left.
        while tokio::runtime::Handle::current().metrics().num_alive_tasks() > 1 {
            tokio::task::yield_now().await;
        }
    }
}
