//! What a call tells: a `tracing` span, and the observer of the embedder.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use fluxlet_runtime::http::{Request, Response};
use fluxlet_runtime::{BoxFuture, Code, Origin, Result};
use http::Method;
use tokio::time::Instant;
use tracing::{Instrument, Level, Span, field};

use crate::progress::shown_path;

/// Where spans say they come from.
const TARGET: &str = "fluxlet::http";

/// One call of a transport, as it ended. Holds no query, no header and no body.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Exchanged {
    /// The method of the request.
    pub method: Method,
    /// Scheme, host and port that the script named, before redirects.
    pub origin: Origin,
    /// The path that the script named, without its query; escaped, and cut to some 160 bytes.
    pub path: String,
    /// The status of the response; `None` if there was none.
    pub status: Option<u16>,
    /// The length of the response's body, decoded.
    pub bytes: u64,
    /// How long all of it took.
    pub elapsed: Duration,
    /// 1, or more if [`Retry`](crate::Retry) repeats the request.
    pub attempt: u32,
    /// The class of the error, `canceled` if the call was given up; `None` if there is a response.
    pub error: Option<Code>,
}

pub(crate) type Observer = Arc<dyn Fn(&Exchanged) + Send + Sync>;

tokio::task_local! {
    /// Tells the attempt through all layers between, which need not know that requests are repeated.
    static ATTEMPT: u32;
}

/// Runs `sending` as the n-th attempt.
pub(crate) fn in_attempt<F: Future>(attempt: u32, sending: F) -> impl Future<Output = F::Output> {
    ATTEMPT.scope(attempt, sending)
}

/// Watches one call. The observer is told when it is dropped, also if the call was given up.
pub(crate) struct Watched {
    span: Span,
    observer: Option<Observer>,
    start: Instant,
    exchanged: Exchanged,
}

impl Watched {
    /// Starts to watch `request`; `None` if nobody listens.
    pub(crate) fn new(request: &Request, observer: Option<&Observer>) -> Option<Self> {
        if observer.is_none() && !tracing::span_enabled!(target: TARGET, Level::INFO) {
            return None;
        }
        let exchanged = Exchanged {
            method: request.method.clone(),
            origin: request.origin.clone(),
            path: shown_path(&request.target),
            status: None,
            bytes: 0,
            elapsed: Duration::ZERO,
            attempt: ATTEMPT.try_with(|attempt| *attempt).unwrap_or(1),
            error: Some(Code::Canceled),
        };
        let span = tracing::info_span!(
            target: TARGET,
            "http_request",
            method = %exchanged.method,
            scheme = exchanged.origin.scheme().as_str(),
            host = exchanged.origin.host(),
            port = exchanged.origin.port(),
            path = exchanged.path,
            attempt = exchanged.attempt,
            status = field::Empty,
            bytes = field::Empty,
            elapsed_ms = field::Empty,
            error = field::Empty,
        );
        Some(Self { span, observer: observer.cloned(), start: Instant::now(), exchanged })
    }

    /// Watches `sending` to its end.
    pub(crate) fn watch(self, sending: BoxFuture<'_, Result<Response>>) -> impl Future<Output = Result<Response>> {
        let span = self.span.clone();
        let watching = async move {
            let result = sending.await;
            self.end(&result);
            result
        };
        watching.instrument(span)
    }

    fn end(mut self, result: &Result<Response>) {
        match result {
            Ok(response) => {
                self.exchanged.status = Some(response.status);
                self.exchanged.bytes = response.body.len() as u64;
                self.exchanged.error = None;
            }
            Err(error) => self.exchanged.error = Some(error.code()),
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.exchanged.elapsed = self.start.elapsed();
        let Exchanged { status, bytes, elapsed, error, .. } = &self.exchanged;
        self.span.record("elapsed_ms", elapsed.as_secs_f64() * 1000.0);
        if let Some(status) = status {
            self.span.record("status", status);
            self.span.record("bytes", bytes);
        }
        if let Some(error) = error {
            self.span.record("error", error.as_str());
        }
        // A second panic would end the process.
        if let Some(observer) = &self.observer
            && !std::thread::panicking()
        {
            observer(&self.exchanged);
        }
    }
}
