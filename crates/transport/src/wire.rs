//! A connection as HTTP and TLS see it: it remembers how the server opened, and keeps reading if writing fails.

use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::dial::BoxStream;

/// How many bytes of the server's opening are remembered.
const OPENING: usize = 8;

/// What is known of a connection beyond what hyper tells a request.
#[derive(Default)]
pub(crate) struct Opening {
    /// The first bytes that came: they tell who speaks.
    bytes: Mutex<Vec<u8>>,
    /// Why it ended, if it did with an error.
    end: OnceLock<String>,
}

impl Opening {
    /// Notes why the connection ended.
    pub(crate) fn ended(&self, problem: String) {
        // It ends once.
        let _ = self.end.set(problem);
    }

    pub(crate) fn end(&self) -> Option<&str> {
        self.end.get().map(String::as_str)
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, bytes: &[u8]) {
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
    }
}

/// A connection between the dialer and HTTP or TLS.
///
/// A server that refuses a large body answers, then closes, and what is still written fails. hyper gives up at a failed
/// write and would lose the answer. So writes into a closed connection vanish, and the read side tells how it ends: with
/// the answer, or with an end or a reset.
pub(crate) struct Wire {
    stream: BoxStream,
    opening: Arc<Opening>,
    /// How many bytes of the opening have come.
    opened: usize,
    deaf: bool,
}

impl Wire {
    pub(crate) fn new(stream: BoxStream, opening: Arc<Opening>) -> Self {
        Self { stream, opening, opened: 0, deaf: false }
    }

    fn written(&mut self, result: io::Result<usize>, whole: usize) -> io::Result<usize> {
        match result {
            Err(error) if is_closed(&error) => {
                self.deaf = true;
                Ok(whole)
            }
            other => other,
        }
    }

    fn flushed(&mut self, result: io::Result<()>) -> io::Result<()> {
        self.written(result.map(|()| 0), 0).map(|_| ())
    }
}

fn is_closed(error: &io::Error) -> bool {
    use ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, NotConnected};
    matches!(error.kind(), BrokenPipe | ConnectionAborted | ConnectionReset | NotConnected)
}

impl AsyncRead for Wire {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buf))?;
        if self.opened < OPENING {
            let new = buf.filled().get(before..).unwrap_or_default();
            let noted = new.get(..OPENING - self.opened).unwrap_or(new);
            self.opening.note(noted);
            self.opened += noted.len();
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        if self.deaf {
            return Poll::Ready(Ok(buf.len()));
        }
        let result = ready!(Pin::new(&mut self.stream).poll_write(cx, buf));
        Poll::Ready(self.written(result, buf.len()))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let whole = bufs.iter().map(|buf| buf.len()).sum();
        if self.deaf {
            return Poll::Ready(Ok(whole));
        }
        let result = ready!(Pin::new(&mut self.stream).poll_write_vectored(cx, bufs));
        Poll::Ready(self.written(result, whole))
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.deaf {
            return Poll::Ready(Ok(()));
        }
        let result = ready!(Pin::new(&mut self.stream).poll_flush(cx));
        Poll::Ready(self.flushed(result))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.deaf {
            return Poll::Ready(Ok(()));
        }
        let result = ready!(Pin::new(&mut self.stream).poll_shutdown(cx));
        Poll::Ready(self.flushed(result))
    }
}
