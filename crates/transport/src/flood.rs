//! Ends connections of HTTP/2 whose server sends frames without end that bring nothing.
//!
//! Each such frame costs work and some an answer, and neither hyper nor h2 count them: SETTINGS, PING, PRIORITY, unknown
//! ones, and interim responses.

use std::collections::HashSet;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// Most frames in a row without progress.
const MOST: u32 = 1000;

/// Most streams that are remembered.
const MOST_BEGUN: usize = 1 << 16;

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const WINDOW_UPDATE: u8 = 8;
const END_STREAM: u8 = 1;

/// The kind of the error that reading ends with; no other layer has it.
pub(crate) const FLOODED: io::ErrorKind = io::ErrorKind::QuotaExceeded;

/// A connection that speaks HTTP/2.
pub(crate) struct Guarded<S> {
    stream: S,
    frames: Frames,
}

impl<S> Guarded<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self { stream, frames: Frames::default() }
    }
}

/// What was read of the frames so far.
#[derive(Default)]
struct Frames {
    head: [u8; 9],
    /// Bytes of the head that have come.
    filled: usize,
    /// Bytes of the payload that are still to come.
    payload: usize,
    idle: u32,
    /// The streams whose answers have begun and not ended.
    begun: HashSet<[u8; 4]>,
}

impl Frames {
    /// Looks at the next bytes; tells whether there is an end to it.
    fn note(&mut self, mut bytes: &[u8]) -> bool {
        while !bytes.is_empty() {
            let skipped = self.payload.min(bytes.len());
            self.payload -= skipped;
            bytes = bytes.get(skipped..).unwrap_or_default();
            let Some((&byte, rest)) = bytes.split_first() else { break };
            if let Some(place) = self.head.get_mut(self.filled) {
                *place = byte;
                self.filled += 1;
                bytes = rest;
            }
            if self.filled == self.head.len() {
                self.filled = 0;
                self.count();
            }
        }
        self.idle <= MOST
    }

    fn count(&mut self) {
        let [high, middle, low, kind, flags, stream @ ..] = self.head;
        self.payload = usize::from(high) << 16 | usize::from(middle) << 8 | usize::from(low);
        match kind {
            DATA if self.payload > 0 => self.idle = 0,
            // A stream ends once, and we open the streams.
            DATA | HEADERS if flags & END_STREAM != 0 => {
                self.begun.remove(&stream);
                self.idle = 0;
            }
            RST_STREAM => {
                self.begun.remove(&stream);
                self.idle = self.idle.saturating_add(1);
            }
            // Answers to many requests begin before the body of one has room to come.
            HEADERS if self.begin(stream) => {}
            // A large upload gets any number of them.
            WINDOW_UPDATE => {}
            _ => self.idle = self.idle.saturating_add(1),
        }
    }

    /// Tells whether a stream has no answer yet.
    fn begin(&mut self, stream: [u8; 4]) -> bool {
        // Nobody tells of the streams that we gave up.
        if self.begun.len() >= MOST_BEGUN {
            self.begun.clear();
        }
        self.begun.insert(stream)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Guarded<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buf))?;
        let new = buf.filled().get(before..).unwrap_or_default();
        Poll::Ready(if self.frames.note(new) { Ok(()) } else { Err(FLOODED.into()) })
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Guarded<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bufs)
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

#[cfg(test)]
mod tests;
