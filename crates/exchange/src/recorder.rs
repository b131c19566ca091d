//! The layer that keeps what is asked and answered.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use fluxlet_runtime::http::{HttpClient, Request, Response};
use fluxlet_runtime::{BoxFuture, Context, Error, Redactor, Result};

use crate::record::{Exchange, Outcome, RequestRecord};
use crate::{Cassette, FixedClock, redaction};

/// Most bytes of the bodies that a recorder keeps.
const MOST_BYTES: usize = 48 << 20;

/// Keeps the exchanges of the runs in a context, in the order in which they began.
///
/// A run that is recorded makes its calls one after the other, whatever its limits allow, and so does one that is replayed:
/// what is asked several times gets its answers in order. Runs at the same time in one context have no order between them.
///
/// A request that was given up is not kept. Clones share what they keep.
#[derive(Clone)]
pub struct Recorder {
    client: Arc<dyn HttpClient>,
    redactor: Redactor,
    kept: Arc<Mutex<Kept>>,
}

#[derive(Default)]
struct Kept {
    exchanges: Vec<Begun>,
    bytes: usize,
}

/// An exchange that has begun. What is kept has its secrets until it is asked for: some become known later.
type Begun = (Request, Option<Result<Response>>);

impl Recorder {
    /// Makes a recorder around the client of `context`, and the context that runs are recorded in. Its time stands still, so
    /// that a replay sees the same.
    ///
    /// # Errors
    /// `failed precondition` if `context` has no client.
    pub fn around(context: &Context) -> Result<(Self, Context)> {
        let client = redaction::client(context)?;
        let (redactor, context) = redaction::prepare(context);
        let recorder = Self { client, redactor, kept: Arc::default() };
        let now = context.clock().now();
        Ok((recorder.clone(), context.with_clock(FixedClock::new(now)).with_http(recorder)))
    }

    /// Returns the exchanges that have ended until now, without the secrets that are known by now.
    ///
    /// # Errors
    /// `resource exhausted` if their bodies have more than 48 MiB; a part of them would be no recording.
    pub fn exchanges(&self) -> Result<Vec<Exchange>> {
        let kept = self.kept();
        if kept.bytes > MOST_BYTES {
            let most = MOST_BYTES >> 20;
            return Err(Error::exhausted(format!("the bodies have more than {most} MiB, too much to record")));
        }
        let exchange = |(request, result): &Begun| {
            let outcome = Outcome::of(result.as_ref()?, &self.redactor);
            let request = RequestRecord::of(request, &self.redactor).for_cassette();
            Some(Exchange { testcase: None, request, outcome })
        };
        Ok(kept.exchanges.iter().filter_map(exchange).collect())
    }

    /// Returns a cassette of the runs in `context`, the one that came with the recorder.
    ///
    /// # Errors
    /// Those of [`Recorder::exchanges`].
    pub fn cassette(&self, context: &Context) -> Result<Cassette> {
        let mut cassette = Cassette::of(context);
        cassette.add(None, self.exchanges()?);
        Ok(cassette)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn begin(&mut self, request: Request) -> usize {
        self.count(request.body.as_ref().map_or(0, Bytes::len));
        self.exchanges.push((request, None));
        self.exchanges.len() - 1
    }

    fn end(&mut self, place: usize, result: &Result<Response>) {
        self.count(result.as_ref().map_or(0, |response| response.body.len()));
        if let Some((_, kept)) = self.exchanges.get_mut(place).filter(|_| self.bytes <= MOST_BYTES) {
            *kept = Some(result.clone());
        }
    }

    /// Past the limit nothing is kept any more, and what was kept is given up.
    fn count(&mut self, bytes: usize) {
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes > MOST_BYTES {
            self.exchanges.clear();
        }
    }
}

impl HttpClient for Recorder {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        redaction::learn(&request, &self.redactor);
        let place = self.kept().begin(request.clone());
        Box::pin(async move {
            let result = self.client.send(request).await;
            self.kept().end(place, &result);
            result
        })
    }
}
