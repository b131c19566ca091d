//! Reads the body of a response: all of it, or an error.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;
use fluxlet_runtime::Code;
use http_body::Body;
use hyper::body::Incoming;
use tokio::time::{Instant, timeout};

use crate::buffer::{Buffer, too_large};
use crate::fault::{self, Fault};
use crate::gzip::Gunzip;
use crate::pool::after;

/// Bodies up to this size are copied: they would keep a whole read buffer alive.
const SMALL: usize = 4 * 1024;

/// Encoded bytes that are decoded before the decoder looks at its output again.
const SLICE: usize = 4 * 1024;

/// Decoded bytes after which other tasks get their turn.
const TURN: u64 = 1024 * 1024;

/// How a body may come.
#[derive(Clone, Copy)]
pub(crate) struct Terms {
    /// Whether it comes over HTTP/2.
    pub(crate) http2: bool,
    /// Longest time between two bytes.
    pub(crate) silence: Duration,
    /// The end of the request's time.
    pub(crate) deadline: Instant,
}

/// Reads a body as it comes.
pub(crate) async fn read(body: &mut Incoming, limit: u64, terms: Terms) -> Result<Bytes, Fault> {
    let expected = body.size_hint().exact();
    if expected.is_some_and(|expected| expected > limit) {
        return Err(promised_too_much(expected, limit));
    }
    let mut got = 0;
    let mut first: Option<Bytes> = None;
    let mut buffer = Buffer::new(limit, expected);
    while !body.is_end_stream()
        && let Some(piece) = next(body, got, expected, terms).await?
    {
        got += piece.len() as u64;
        if got > limit {
            return Err(too_large(limit));
        }
        match first.take() {
            // A body that comes in one piece is not copied.
            None if buffer.len() == 0 => first = Some(piece),
            None => buffer.append(&piece)?,
            Some(first) => {
                buffer.append(&first)?;
                buffer.append(&piece)?;
            }
        }
    }
    match first {
        Some(piece) if piece.len() <= SMALL => Ok(Bytes::copy_from_slice(&piece)),
        Some(piece) => Ok(piece),
        None => Ok(buffer.finish()),
    }
}

/// Reads a body and decodes it on the way, so that it is held once. `limit` counts decoded bytes.
pub(crate) async fn read_gzip(body: &mut Incoming, limit: u64, terms: Terms) -> Result<Bytes, Fault> {
    let expected = body.size_hint().exact();
    // What cannot be compressed grows a little; what decodes to nothing must not go on for ever.
    let encoded_limit = limit.saturating_add(limit / 256).saturating_add(64 * 1024);
    if expected.is_some_and(|expected| expected > encoded_limit) {
        return Err(promised_too_much(expected, limit));
    }
    let mut got = 0;
    let mut gunzip = Gunzip::new(limit);
    let mut turn = TURN;
    while let Some(piece) = next(body, got, expected, terms).await? {
        got += piece.len() as u64;
        if got > encoded_limit {
            return Err(too_large(limit));
        }
        for slice in piece.chunks(SLICE) {
            gunzip.push(slice)?;
            if gunzip.decoded() >= turn {
                turn = gunzip.decoded() + TURN;
                tokio::task::yield_now().await;
            }
        }
    }
    gunzip.finish()
}

/// Reads at most `most` bytes and throws them away; tells whether the body ended there.
pub(crate) async fn discard(body: &mut Incoming, most: u64, terms: Terms) -> bool {
    if body.size_hint().lower() > most {
        return false;
    }
    let mut got = 0;
    while let Ok(piece) = next(body, got, None, terms).await {
        let Some(piece) = piece else { return true };
        got += piece.len() as u64;
        if got > most {
            return false;
        }
    }
    false
}

/// Returns the next piece of a body; `None` at its end. What brings no byte of the body counts as silence.
async fn next(body: &mut Incoming, got: u64, expected: Option<u64>, terms: Terms) -> Result<Option<Bytes>, Fault> {
    let mut piece = pin!(next_piece(body, got, expected, terms.http2));
    // What has come already needs no look at the clock.
    if let Poll::Ready(piece) = poll_fn(|cx| Poll::Ready(piece.as_mut().poll(cx))).await {
        return piece;
    }
    // An error tells of the deadline if that is what ends the wait.
    if after(Instant::now(), terms.silence) >= terms.deadline {
        return piece.await;
    }
    match timeout(terms.silence, piece).await {
        Ok(piece) => piece,
        Err(_) => {
            let silent = format!("no byte came for {:?}, after {got} bytes", terms.silence);
            Err(Fault::new(Code::DeadlineExceeded, silent))
        }
    }
}

/// Skips trailers.
async fn next_piece(body: &mut Incoming, got: u64, expected: Option<u64>, http2: bool) -> Result<Option<Bytes>, Fault> {
    loop {
        match poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)).await {
            // hyper takes a reset with the code NO_ERROR for an end, wherever it comes.
            None if http2 && !body.is_end_stream() && expected != Some(got) => {
                return Err(fault::of_reset(got, expected));
            }
            None => return Ok(None),
            Some(Err(error)) => return Err(fault::of_body(&error, got, expected)),
            Some(Ok(frame)) => {
                if let Ok(piece) = frame.into_data()
                    && !piece.is_empty()
                {
                    return Ok(Some(piece));
                }
            }
        }
    }
}

fn promised_too_much(expected: Option<u64>, limit: u64) -> Fault {
    let expected = expected.unwrap_or_default();
    Fault::exhausted(format!("the response body of {expected} bytes is larger than the limit of {limit} bytes"))
}
