//! One run of a program: its context, its clock, and what it has used.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, AtomicU64, Ordering};
use std::time::Duration;

use ecow::EcoString;

use crate::context::Place;
use crate::http::{Request, Response};
use crate::{Code, Context, Error, Redactor, Result, Time};

/// The header that carries the context's trace parent.
const TRACE_PARENT: &str = "traceparent";

/// The state of a run that builtins may see; cheap to clone.
///
/// ```
/// use fluxlet_runtime::{Context, Limits, Run};
///
/// let run = Run::new(&Context::new().with_limits(Limits { memory: 1_000, ..Limits::default() }));
/// run.charge(600)?;
/// assert_eq!(run.memory_left(), 400);
/// let error = run.charge(600).expect_err("it is too much");
/// assert_eq!(error.message(), "the run needs more than its 1000 bytes of memory; raise `limits.memory` to allow more");
/// run.check_deadline()?;
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone)]
pub struct Run(Arc<Inner>);

struct Inner {
    context: Context,
    redactor: Redactor,
    /// Nanoseconds since the epoch.
    now: AtomicI64,
    /// On the scale of the clock's `elapsed`.
    deadline: Option<Duration>,
    requests: AtomicU32,
    /// Bytes of the bodies that were sent and received.
    traffic: AtomicU64,
    /// Bytes found by the last census, plus those charged since.
    held: AtomicU64,
}

impl Run {
    /// Starts a run: its time is fixed now, its deadline counts from now.
    pub fn new(context: &Context) -> Self {
        let clock = context.clock();
        let deadline = context.limits().time.map(|time| clock.elapsed().saturating_add(time));
        let redactor = context.redactor().cloned().unwrap_or_default();
        if let Some(token) = context.token() {
            redactor.add_token(token);
        }
        Self(Arc::new(Inner {
            context: context.clone(),
            redactor,
            now: AtomicI64::new(clock.now().0),
            deadline,
            requests: AtomicU32::new(0),
            traffic: AtomicU64::new(0),
            held: AtomicU64::new(0),
        }))
    }

    /// Returns the context.
    pub fn context(&self) -> &Context {
        &self.0.context
    }

    /// Returns what takes the run's secrets out of texts: the context's token, and what [`Run::secret`] has returned.
    pub fn redactor(&self) -> &Redactor {
        &self.0.redactor
    }

    /// Returns the secret of `key`, which the redactor knows from then on; `None` if there is none.
    ///
    /// # Errors
    /// Those of the context's [`Secrets`](crate::Secrets).
    pub async fn secret(&self, key: &str) -> Result<Option<EcoString>> {
        let Some(secrets) = self.context().secrets() else { return Ok(None) };
        let secret = secrets.get(key).await?;
        if let Some(secret) = &secret {
            self.redactor().add(secret);
        }
        Ok(secret)
    }

    /// Returns the instant that stands for now: the start of the run, unless the script set the option `now`.
    pub fn now(&self) -> Time {
        Time(self.0.now.load(Ordering::Relaxed))
    }

    /// Sets the instant that stands for now.
    pub fn set_now(&self, now: Time) {
        self.0.now.store(now.0, Ordering::Relaxed);
    }

    /// Returns how long the run may go on; `None` is without end.
    pub fn remaining(&self) -> Option<Duration> {
        self.0.deadline.map(|deadline| deadline.saturating_sub(self.0.context.clock().elapsed()))
    }

    /// Checks the deadline; builtins that loop call it now and then.
    ///
    /// # Errors
    /// `deadline exceeded`.
    pub fn check_deadline(&self) -> Result<()> {
        match self.remaining() {
            Some(Duration::ZERO) => Err(self.deadline_error()),
            _ => Ok(()),
        }
    }

    /// Returns the error of a run that went past its deadline.
    pub fn deadline_error(&self) -> Error {
        let time = self.0.context.limits().time.unwrap_or_default();
        Error::new(
            Code::DeadlineExceeded,
            format!("the run took longer than {time:?}; raise `limits.time` to allow more"),
        )
    }

    /// Charges `bytes` that a value is about to take.
    ///
    /// # Errors
    /// `resource exhausted` if the run would hold more than its limit; nothing is charged then.
    pub fn charge(&self, bytes: u64) -> Result<()> {
        let limit = self.0.context.limits().memory;
        let fits = |held: u64| held.checked_add(bytes).filter(|&held| held <= limit);
        match self.0.held.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits) {
            Ok(_) => Ok(()),
            Err(_) => Err(Error::limited("memory", format!("the run needs more than its {limit} bytes of memory"))),
        }
    }

    /// Returns how many bytes may still be charged.
    pub fn memory_left(&self) -> u64 {
        self.0.context.limits().memory.saturating_sub(self.0.held.load(Ordering::Relaxed))
    }

    /// Replaces what was charged by what a census found the run to hold.
    pub fn settle(&self, held: u64) {
        self.0.held.store(held, Ordering::Relaxed);
    }

    /// Sends a request through the context's HTTP client, within the limits and the policy of the context.
    ///
    /// The timeout never goes beyond the run's deadline, and covers the wait for a place among the requests in flight; the
    /// policy is the context's, and its own InfluxDB is trusted. The request carries the context's trace parent if it has
    /// none.
    ///
    /// # Errors
    /// `permission denied` for what the policy forbids, `failed precondition` without a client, `resource exhausted` past
    /// the number of requests or the size of bodies, and those of [`HttpClient::send`](crate::http::HttpClient::send).
    #[expect(clippy::manual_async_fn, reason = "an async function would hold the request twice")]
    pub fn send(&self, mut request: Request) -> impl Future<Output = Result<Response>> + Send + '_ {
        async move {
            let context = self.context();
            let Some(client) = context.http() else {
                return Err(Error::new(Code::FailedPrecondition, "the context has no HTTP client"));
            };
            request.policy = Arc::clone(context.policy());
            request.trusted_origin = context.host().is_some_and(|host| host.origin == request.origin);
            request.policy.check(&request.origin, &request.method, &request.target, request.trusted_origin)?;
            self.count(&request)?;
            let (_place, waited) = self.wait().await;
            if let Some(remaining) = self.remaining() {
                if remaining.is_zero() {
                    return Err(self.deadline_error());
                }
                request.timeout = request.timeout.min(remaining.saturating_add(waited));
            }
            if let Some(parent) = context.trace_parent()
                && !request.headers.contains_key(TRACE_PARENT)
            {
                let inserted = request.headers.try_insert(TRACE_PARENT, parent.clone());
                inserted.map_err(|_| Error::exhausted("the request has too many headers"))?;
            }
            let timeout = request.timeout;
            request.timeout = timeout.saturating_sub(waited);
            if request.timeout.is_zero() && !waited.is_zero() {
                let most = context.limits().in_flight;
                return Err(Error::limited(
                    "in_flight",
                    format!("{most} other requests were in flight for {timeout:?}"),
                ));
            }
            let (most, limit) = self.room();
            let short = most < request.max_response_bytes;
            request.max_response_bytes = request.max_response_bytes.min(most);
            let response = client.send(request).await.map_err(|error| match (error.code(), limit) {
                (Code::DeadlineExceeded, _) => self.blame(error),
                (Code::ResourceExhausted, Some(limit)) if short => {
                    Error::limited(limit, format!("{error}, and {most} were left for it"))
                }
                _ => error,
            })?;
            let received = response.body.len() as u64;
            self.charge(received)?;
            self.carry(received)?;
            Ok(response)
        }
    }

    /// Waits for a place among the requests in flight; returns it, and how long that took.
    async fn wait(&self) -> (Place<'_>, Duration) {
        let context = self.context();
        if let Some(place) = context.gate().try_enter() {
            return (place, Duration::ZERO);
        }
        let before = context.clock().elapsed();
        let place = context.gate().enter().await;
        (place, context.clock().elapsed().saturating_sub(before))
    }

    /// Counts a request and its body.
    fn count(&self, request: &Request) -> Result<()> {
        let limits = self.context().limits();
        let size = request.body.as_ref().map_or(0, |body| body.len() as u64);
        if size > limits.request_body {
            let most = limits.request_body;
            return Err(Error::limited("request_body", format!("the request body has {size} bytes, more than {most}")));
        }
        let counted = |sent: u32| sent.checked_add(1).filter(|&sent| sent <= limits.requests);
        if self.0.requests.fetch_update(Ordering::Relaxed, Ordering::Relaxed, counted).is_err() {
            return Err(Error::limited("requests", format!("the run has sent its {} requests", limits.requests)));
        }
        self.carry(size)
    }

    /// Counts the bytes of a body.
    fn carry(&self, bytes: u64) -> Result<()> {
        let most = self.context().limits().traffic;
        let counted = |carried: u64| carried.checked_add(bytes).filter(|&carried| carried <= most);
        match self.0.traffic.fetch_update(Ordering::Relaxed, Ordering::Relaxed, counted) {
            Ok(_) => Ok(()),
            Err(_) => {
                Err(Error::limited("traffic", format!("the bodies of the run's requests need more than {most} bytes")))
            }
        }
    }

    /// Returns how large a response may be, and the limit of the run that says so, if it is not the one of each response.
    fn room(&self) -> (u64, Option<&'static str>) {
        let limits = self.context().limits();
        let traffic = limits.traffic.saturating_sub(self.0.traffic.load(Ordering::Relaxed));
        let all = [(limits.response_body, None), (self.memory_left(), Some("memory")), (traffic, Some("traffic"))];
        all.into_iter().min_by_key(|(bytes, _)| *bytes).unwrap_or_default()
    }

    /// Says so if a request was late because the run was.
    fn blame(&self, error: Error) -> Error {
        match self.check_deadline() {
            Err(late) => error.prefixed(format_args!("{late}: ")),
            Ok(()) => error,
        }
    }
}

#[cfg(test)]
mod tests;
