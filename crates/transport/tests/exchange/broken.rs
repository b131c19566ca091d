//! Connections that break at a moment that a server can not choose: the stream itself is made to fail there.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use fluxlet_runtime::BoxFuture;
use fluxlet_transport::{BoxStream, Dial};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::net::Expect::Answer;
use crate::net::{Net, Step, call, check, request, response, with_body};

/// Takes some bytes, then fails to write, and only then has an answer.
struct Refusing {
    room: usize,
    answer: &'static [u8],
    reader: Option<Waker>,
}

impl AsyncRead for Refusing {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if self.room > 0 {
            self.reader = Some(cx.waker().clone());
            return Poll::Pending;
        }
        buf.put_slice(std::mem::take(&mut self.answer));
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Refusing {
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let taken = buf.len().min(self.room);
        self.room -= taken;
        if taken > 0 {
            return Poll::Ready(Ok(taken));
        }
        self.reader.take().iter().for_each(Waker::wake_by_ref);
        Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

struct Refuser;

impl Dial for Refuser {
    fn dial(&self, _: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>> {
        let answer = b"HTTP/1.1 413 X\r\nContent-Length: 5\r\n\r\nlarge";
        Box::pin(async { Ok(Box::new(Refusing { room: 100_000, answer, reader: None }) as BoxStream) })
    }
}

/// BOD-07: the write fails before the answer was read.
#[tokio::test]
async fn an_answer_survives_a_failed_write() {
    let net = Net::new();
    net.name("h.test:80", &["8.8.8.8:80"]);
    let transport = net.builder().dialer(Refuser).build();
    let mut request = request("POST", "http://h.test/x");
    request.body = Some(Bytes::from(vec![b'x'; 4 << 20]));
    check("BOD-07", &call(&transport, request).await, &Answer(413, "large"));
}

/// A stream that has ended once it is marked, though nobody was woken to see it.
struct Dying {
    inner: BoxStream,
    dead: Arc<AtomicBool>,
}

impl AsyncRead for Dying {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if self.dead.load(Ordering::Relaxed) {
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.inner).poll_read(cx, buf)
    }
}

impl AsyncWrite for Dying {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}

/// Marks connections through `kill`, which is put back for the next one.
struct DyingDialer(Net, Arc<AtomicBool>);

impl Dial for DyingDialer {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>> {
        Box::pin(async move {
            self.1.store(false, Ordering::Relaxed);
            let inner = self.0.dial(address).await?;
            Ok(Box::new(Dying { inner, dead: Arc::clone(&self.1) }) as BoxStream)
        })
    }
}

/// POL-03: a connection that turns out dead when it is used again: nothing was written, so the request goes out anew.
#[tokio::test]
async fn an_unwritten_request_goes_out_anew() {
    let net = Net::new();
    net.serve("h.test:80", &[&[Step::Read, response(200, "", "ok"), Step::Drain]]);
    let kill = Arc::new(AtomicBool::new(false));
    let transport = net.builder().dialer(DyingDialer(net.clone(), Arc::clone(&kill))).build();
    for _ in 0..3 {
        let result = call(&transport, with_body(request("POST", "http://h.test/x"), "body")).await;
        check("POL-03", &result, &Answer(200, "ok"));
        kill.store(true, Ordering::Relaxed);
    }
    assert_eq!((net.dialled().len(), net.requests().len()), (3, 3));
}
