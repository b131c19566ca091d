//! The body of a request, handed to hyper piece by piece.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use crate::progress::Progress;

/// Bytes handed over at once: the stage tells "sending" from "waiting" as exactly as this.
const PIECE: usize = 64 * 1024;

/// A request body. Pieces share the memory of the whole.
///
/// It is no more than a reference: a connection has room for many requests, bodies included, from the start.
pub(crate) struct Upload(Arc<UploadWatch>);

/// Tells how far the upload has come.
pub(crate) struct UploadWatch {
    progress: Arc<Progress>,
    rest: Mutex<Bytes>,
}

impl UploadWatch {
    /// Tells whether all of the body was handed over.
    pub(crate) fn is_done(&self) -> bool {
        self.rest().is_empty()
    }

    fn rest(&self) -> MutexGuard<'_, Bytes> {
        self.rest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Upload {
    pub(crate) fn new(body: Option<&Bytes>, progress: &Arc<Progress>) -> (Self, Arc<UploadWatch>) {
        let rest = Mutex::new(body.cloned().unwrap_or_default());
        let watch = Arc::new(UploadWatch { progress: Arc::clone(progress), rest });
        (Self(Arc::clone(&watch)), watch)
    }
}

impl Body for Upload {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let mut rest = self.0.rest();
        if rest.is_empty() {
            return Poll::Ready(None);
        }
        let length = rest.len().min(PIECE);
        let piece = rest.split_to(length);
        if rest.is_empty() {
            self.0.progress.sent();
        }
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_done()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.rest().len() as u64)
    }
}
