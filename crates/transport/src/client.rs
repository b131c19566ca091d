//! The client: a slot, a deadline, a chain of hops, a whole response.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use fluxlet_runtime::http::{HttpClient, Redirects, Request, Response};
use fluxlet_runtime::{BoxFuture, Code, Error, NetworkPolicy, Result};
use http::Method;
use http::header::{
    ACCEPT_ENCODING, CONNECTION, CONTENT_ENCODING, CONTENT_LENGTH, EXPECT, HOST, HeaderMap, HeaderName, HeaderValue,
    PROXY_AUTHORIZATION, RANGE, TE, TRAILER, TRANSFER_ENCODING, UPGRADE,
};
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout_at};

use crate::body::{self, Terms};
use crate::builder::Builder;
use crate::connect::{Connector, Journey};
use crate::exchange::{Answer, Exchange, Hop, try_insert};
use crate::fault::Fault;
use crate::observe::{Observer, Watched};
use crate::pool::{Pool, after};
use crate::progress::{Progress, Stage};
use crate::redirect;
use crate::resolve::Lookups;

/// Most bytes of a redirect's body that are read to keep its connection.
const REDIRECT_BODY: u64 = 2 * 1024;

/// The headers that the transport sets itself; hyper would obey a caller's, and frame the request accordingly.
const OWN_HEADERS: [HeaderName; 9] =
    [HOST, CONTENT_LENGTH, TRANSFER_ENCODING, CONNECTION, TE, TRAILER, UPGRADE, EXPECT, PROXY_AUTHORIZATION];

/// The HTTP client. Clones share their connections and their bound on requests in flight.
///
/// Its futures run on any tokio runtime that has its I/O and its clock enabled. Connections stay with the runtime that
/// they were made on.
#[derive(Clone)]
pub struct Transport {
    shared: Arc<Shared>,
    lookups: Arc<Lookups>,
    slots: Arc<Semaphore>,
    in_flight: usize,
}

pub(crate) struct Shared {
    pub(crate) connector: Connector,
    pub(crate) pool: Arc<Pool>,
    /// Longest time between two bytes of a body.
    pub(crate) silence: Duration,
    pub(crate) observer: Option<Observer>,
}

impl Transport {
    /// Makes a transport with the defaults of [`Builder`].
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// Returns a builder with the defaults.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Returns a transport that shares the connections of this one, but counts its requests in flight, at least 1, and its
    /// look-ups apart. One for each tenant keeps a busy tenant from holding up the others.
    pub fn bounded(&self, in_flight: usize) -> Self {
        Self::from_shared(Arc::clone(&self.shared), self.lookups.apart(), in_flight)
    }

    pub(crate) fn from_shared(shared: Arc<Shared>, lookups: Lookups, in_flight: usize) -> Self {
        let in_flight = in_flight.clamp(1, Semaphore::MAX_PERMITS);
        Self { shared, lookups: Arc::new(lookups), slots: Arc::new(Semaphore::new(in_flight)), in_flight }
    }

    async fn send_within_time(&self, plan: &Plan, hop: &mut Hop, timeout: Duration) -> Result<Response> {
        let progress = Arc::new(Progress::new());
        let deadline = after(Instant::now(), timeout);
        let sent = match Handle::try_current() {
            // The timer alone would let a fast answer win.
            Ok(_) if timeout.is_zero() => return Err(self.late(timeout, &progress, hop)),
            Ok(_) => timeout_at(deadline, self.follow(plan, hop, deadline, &progress)).await,
            Err(_) => Ok(Err(Fault::new(Code::Internal, "no tokio runtime runs here"))),
        };
        match sent {
            Ok(result) => result.map_err(|fault| fault.of(&progress, hop)),
            Err(_) => Err(self.late(timeout, &progress, hop)),
        }
    }

    fn late(&self, timeout: Duration, progress: &Progress, hop: &Hop) -> Error {
        match progress.stage() {
            Stage::Slot => {
                let waited = format!("{} requests were in flight for {timeout:?}", self.in_flight);
                Fault::exhausted(waited).of(progress, hop)
            }
            _ => Fault::new(Code::DeadlineExceeded, format!("deadline exceeded after {timeout:?}")).of(progress, hop),
        }
    }

    /// Sends a request and those it is redirected to.
    async fn follow(
        &self,
        plan: &Plan,
        hop: &mut Hop,
        deadline: Instant,
        progress: &Arc<Progress>,
    ) -> Result<Response, Fault> {
        check(hop)?;
        if plan.decompress {
            ask_for_gzip(&mut hop.headers)?;
        }
        let first_origin = hop.origin.clone();
        let trusted = hop.trusted;
        progress.enter(Stage::Slot);
        let closed = |_| Fault::new(Code::Internal, "the transport is closed");
        let _slot = self.slots.acquire().await.map_err(closed)?;
        progress.enter(Stage::Check);
        let Shared { connector, pool, silence, .. } = &*self.shared;
        let journey = Journey { lookups: &self.lookups, deadline, progress };
        let exchange = Exchange { connector, pool, policy: &plan.policy, journey };
        let mut redirects = 0;
        loop {
            let mut answer = exchange.run(hop).await?;
            let terms = Terms { http2: answer.http2, silence: *silence, deadline };
            let next = match plan.redirects {
                Redirects::Return => None,
                Redirects::Follow(most) => {
                    progress.enter(Stage::Redirect);
                    let next = redirect::next(hop, answer.status, &answer.headers)?;
                    if next.is_some() && redirects >= most {
                        return Err(Fault::exhausted(format!("stopped after {most} redirects")));
                    }
                    next
                }
            };
            progress.enter(Stage::Body);
            let Some(mut next) = next else {
                let body = read(&mut answer, plan, terms).await?;
                answer.link.release(pool).await;
                return Ok(Response { status: answer.status.as_u16(), headers: answer.headers, body });
            };
            redirects += 1;
            if body::discard(&mut answer.body, REDIRECT_BODY, terms).await {
                answer.link.release(pool).await;
            } else {
                drop(answer);
            }
            next.trusted = trusted && next.origin == first_origin;
            if plan.decompress {
                ask_for_gzip(&mut next.headers)?;
            }
            progress.redirect(hop);
            *hop = *next;
        }
    }
}

impl HttpClient for Transport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        let watched = Watched::new(&request, self.shared.observer.as_ref());
        let timeout = request.timeout;
        let (plan, mut hop) = Plan::of(request);
        // What it hands on are references: a future holds twice what it gets by value.
        let sending = Box::pin(async move { self.send_within_time(&plan, &mut hop, timeout).await });
        match watched {
            Some(watched) => Box::pin(watched.watch(sending)),
            None => sending,
        }
    }
}

impl Default for Transport {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transport").field("in_flight", &self.in_flight).finish_non_exhaustive()
    }
}

/// What holds for all hops of a request.
struct Plan {
    redirects: Redirects,
    decompress: bool,
    limit: u64,
    policy: Arc<NetworkPolicy>,
}

impl Plan {
    /// Parts what holds for all hops from the first one.
    fn of(request: Request) -> (Self, Hop) {
        let Request { method, origin, target, headers, body, trusted_origin, .. } = request;
        // Whoever asks for an encoding or a part of the body wants it as it comes.
        let raw = headers.contains_key(ACCEPT_ENCODING) || headers.contains_key(RANGE);
        let plan = Self {
            redirects: request.redirects,
            decompress: request.decompress && !raw,
            limit: request.max_response_bytes,
            policy: request.policy,
        };
        (plan, Hop { method, origin, target, headers, body, trusted: trusted_origin })
    }
}

/// Refuses what a caller may not ask for.
fn check(hop: &Hop) -> Result<(), Fault> {
    if hop.method == Method::CONNECT {
        return Err(Fault::invalid("the method `CONNECT` is not supported"));
    }
    match hop.headers.keys().find(|name| OWN_HEADERS.contains(name)) {
        Some(name) => Err(Fault::invalid(format!("the header `{name}` is set by the transport"))),
        None => Ok(()),
    }
}

/// Reads the body of an answer, and takes the headers away that tell of its encoding if that is undone.
async fn read(answer: &mut Answer, plan: &Plan, terms: Terms) -> Result<Bytes, Fault> {
    if !answer.has_body {
        return Ok(Bytes::new());
    }
    if !(plan.decompress && is_gzip(&answer.headers)?) {
        return body::read(&mut answer.body, plan.limit, terms).await;
    }
    let body = Box::pin(body::read_gzip(&mut answer.body, plan.limit, terms)).await?;
    answer.headers.remove(CONTENT_ENCODING);
    answer.headers.remove(CONTENT_LENGTH);
    Ok(body)
}

fn ask_for_gzip(headers: &mut HeaderMap) -> Result<(), Fault> {
    try_insert(headers, ACCEPT_ENCODING, HeaderValue::from_static("gzip"))
}

/// Tells whether a body is gzip. An encoding that nobody asked for is left as it is; gzip below or above another one can
/// not be undone alone.
fn is_gzip(headers: &HeaderMap) -> Result<bool, Fault> {
    let mut gzip = false;
    let mut others = 0;
    for value in headers.get_all(CONTENT_ENCODING) {
        for coding in value.as_bytes().split(|byte| *byte == b',').map(<[u8]>::trim_ascii) {
            let is = |name: &str| coding.eq_ignore_ascii_case(name.as_bytes());
            if coding.is_empty() || is("identity") || is("none") {
                continue;
            }
            if !gzip && (is("gzip") || is("x-gzip")) {
                gzip = true;
            } else {
                others += 1;
            }
        }
    }
    match (gzip, others) {
        (true, 0) => Ok(true),
        (true, _) => Err(Fault::invalid("the body has more than one content encoding")),
        (false, _) => Ok(false),
    }
}
