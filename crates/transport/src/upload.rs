//! The body of a request, handed to hyper piece by piece.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use crate::progress::Progress;

/// Bytes handed over at once: the stage tells "sending" from "waiting" as exactly as this.
const PIECE: usize = 64 * 1024;

/// A request body. Pieces share the memory of the whole.
pub(crate) struct Upload {
    rest: Bytes,
    watch: Arc<UploadWatch>,
}

/// Tells how far the upload has come.
pub(crate) struct UploadWatch {
    progress: Arc<Progress>,
    done: AtomicBool,
}

impl UploadWatch {
    /// Tells whether all of the body was handed over.
    pub(crate) fn is_done(&self) -> bool {
        self.done.load(Ordering::Acquire)
    }
}

impl Upload {
    pub(crate) fn new(body: Option<&Bytes>, progress: &Arc<Progress>) -> (Self, Arc<UploadWatch>) {
        let rest = body.cloned().unwrap_or_default();
        let watch = UploadWatch { progress: Arc::clone(progress), done: AtomicBool::new(rest.is_empty()) };
        let watch = Arc::new(watch);
        (Self { rest, watch: Arc::clone(&watch) }, watch)
    }
}

impl Body for Upload {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let length = self.rest.len().min(PIECE);
        let piece = self.rest.split_to(length);
        if self.rest.is_empty() {
            self.watch.done.store(true, Ordering::Release);
            self.watch.progress.sent();
        }
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
