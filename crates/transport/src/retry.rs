//! Sends a request again that a server was too busy for, or that no server could be found for: a layer over any client.

use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use fluxlet_runtime::http::{HttpClient, Request, Response};
use fluxlet_runtime::{BoxFuture, Code, Result};
use http::HeaderMap;
use http::header::RETRY_AFTER;
use jiff::Timestamp;
use jiff::fmt::strtime;
use tokio::runtime::Handle;
use tokio::time::{Instant, sleep};

use crate::observe::in_attempt;
use crate::pool::after;

/// A client that repeats requests with idempotent methods: GET, HEAD, OPTIONS, TRACE, PUT, DELETE.
///
/// A request is repeated after the statuses 429 and 503 and after an error `unavailable`, which says that there was no
/// answer. The same bytes are sent, after the time that the server names in `Retry-After`, or else after a pause that
/// doubles each time, of which the last half is random. All attempts share the timeout of the request: if the next one
/// would start after it, the last answer or error is returned as it came.
pub struct Retry<C> {
    client: C,
    most: u32,
    first_pause: Duration,
    longest_pause: Duration,
    budget: Duration,
    random: Arc<dyn Fn() -> f64 + Send + Sync>,
    clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
}

impl<C: HttpClient> Retry<C> {
    /// Wraps `client`; a request is repeated `most` times at the utmost. 0 repeats nothing.
    pub fn new(client: C, most: u32) -> Self {
        Self {
            client,
            most,
            first_pause: Duration::from_millis(500),
            longest_pause: Duration::from_secs(30),
            budget: Duration::MAX,
            random: Arc::new(random),
            clock: Arc::new(SystemTime::now),
        }
    }

    /// Sets the first pause and the longest. Half a second and 30 seconds unless set; `Retry-After` may be longer.
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        (self.first_pause, self.longest_pause) = (first, longest);
        self
    }

    /// Sets how long after the first attempt the last one may start, within the timeout of the request, which is the
    /// only bound unless set.
    pub fn budget(mut self, budget: Duration) -> Self {
        self.budget = budget;
        self
    }

    /// Sets the source of random numbers from 0 to 1.
    pub fn random(mut self, random: impl Fn() -> f64 + Send + Sync + 'static) -> Self {
        self.random = Arc::new(random);
        self
    }

    /// Sets the clock that dates in `Retry-After` are compared with; the machine's unless set.
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    async fn repeat(&self, request: Request) -> Result<Response> {
        let start = Instant::now();
        let end = after(start, request.timeout.min(self.budget));
        let mut attempt = 1;
        loop {
            let mut copy = request.clone();
            copy.timeout = request.timeout.saturating_sub(start.elapsed());
            let sending = async { self.client.send(copy).await };
            let result = in_attempt(attempt, sending).await;
            if attempt > self.most {
                return result;
            }
            let Some(pause) = self.pause(attempt, &result) else { return result };
            if after(Instant::now(), pause) >= end || Handle::try_current().is_err() {
                return result;
            }
            tracing::debug!(target: "fluxlet::http", attempt, pause_ms = pause.as_secs_f64() * 1000.0, "sent again");
            sleep(pause).await;
            attempt += 1;
        }
    }

    /// Returns how long to wait before the request is repeated; `None` if it is not worth it.
    fn pause(&self, attempt: u32, result: &Result<Response>) -> Option<Duration> {
        let named = match result {
            Ok(response) if matches!(response.status, 429 | 503) => self.retry_after(&response.headers),
            Err(error) if error.code() == Code::Unavailable => None,
            _ => return None,
        };
        Some(named.unwrap_or_else(|| {
            let doubled = 2u32.saturating_pow(attempt.saturating_sub(1));
            let whole = self.first_pause.saturating_mul(doubled).min(self.longest_pause);
            let random = (self.random)();
            // A number that is none would make `mul_f64` panic.
            let random = if random.is_finite() { random.clamp(0.0, 1.0) } else { 1.0 };
            whole.mul_f64(0.5 + random / 2.0)
        }))
    }

    /// Reads seconds or a date, of which one that has passed means now.
    fn retry_after(&self, headers: &HeaderMap) -> Option<Duration> {
        let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
        }
        let date = date(text)?;
        Some(date.duration_since((self.clock)()).unwrap_or_default())
    }
}

impl<C: HttpClient> HttpClient for Retry<C> {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        if self.most == 0 || !request.method.is_idempotent() {
            return self.client.send(request);
        }
        Box::pin(self.repeat(request))
    }
}

impl<C: fmt::Debug> fmt::Debug for Retry<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Retry").field("client", &self.client).field("most", &self.most).finish_non_exhaustive()
    }
}

/// Reads a date in the three forms that HTTP has had.
fn date(text: &str) -> Option<SystemTime> {
    let forms = ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
    let parsed = forms.iter().find_map(|form| strtime::parse(form, text).ok())?;
    let timestamp: Timestamp = parsed.to_datetime().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    Some(SystemTime::from(timestamp))
}

/// The standard library's keys are the one source of random numbers that needs no crate.
fn random() -> f64 {
    let bits = RandomState::new().build_hasher().finish();
    (bits >> 11) as f64 / (1u64 << 53) as f64
}

#[cfg(test)]
mod tests;
