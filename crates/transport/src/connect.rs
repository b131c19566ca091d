//! The way to a new connection: look-up, policy, dial, TLS.

use std::future::{Future, poll_fn};
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use fluxlet_runtime::{NetworkPolicy, Origin, Scheme};
use tokio::time::{Instant, sleep_until};

use crate::dial::{BoxStream, Dial};
use crate::fault::{self, Fault};
use crate::progress::{Progress, Stage};
use crate::resolve::Resolve;
use crate::tls::Tls;
use crate::wire::{Opening, Wire};

/// Most addresses of a host that are dialled.
const MOST_ADDRESSES: usize = 16;

/// How long an address may be silent before the next one is dialled too.
const STAGGER: Duration = Duration::from_millis(250);

/// Makes connections that the policy allows.
pub(crate) struct Connector {
    pub(crate) resolver: Arc<dyn Resolve>,
    pub(crate) dialer: Arc<dyn Dial>,
    pub(crate) tls: Tls,
}

/// A new connection.
pub(crate) struct Connected {
    pub(crate) stream: BoxStream,
    pub(crate) http2: bool,
    pub(crate) opening: Arc<Opening>,
}

impl Connector {
    /// Connects to `origin`; without a policy, to any address.
    pub(crate) async fn connect(
        &self,
        origin: &Origin,
        policy: Option<&NetworkPolicy>,
        deadline: Instant,
        progress: &Progress,
    ) -> Result<Connected, Fault> {
        progress.enter(Stage::Lookup);
        let found = self.resolver.resolve(origin).await;
        let found = found.map_err(|error| Fault::new(error.code(), error.message()))?;
        let addresses = allowed(origin, &found, policy)?;
        progress.enter(Stage::Connect);
        let stream = self.dial_first(&addresses, deadline).await?;
        let opening = Arc::new(Opening::default());
        let wire = Wire::new(stream, Arc::clone(&opening));
        match origin.scheme() {
            Scheme::Http => Ok(Connected { stream: Box::new(wire), http2: false, opening }),
            Scheme::Https => {
                progress.enter(Stage::Tls);
                let (stream, http2) = self.tls.handshake(origin, wire, &opening).await?;
                Ok(Connected { stream: Box::new(stream), http2, opening })
            }
        }
    }

    /// Dials the addresses one after the other, the next one as soon as the last one has failed or has been silent for
    /// a while, and returns the first connection. Dropping it gives all attempts up.
    async fn dial_first(&self, addresses: &[SocketAddr], deadline: Instant) -> Result<BoxStream, Fault> {
        let count = u32::try_from(addresses.len()).unwrap_or(u32::MAX);
        // Each address gets its share, also of a short time.
        let share = deadline.saturating_duration_since(Instant::now()) / count.saturating_add(1);
        let stagger = share.min(STAGGER);
        let mut waiting = addresses.iter();
        let mut attempts = Vec::new();
        let mut timer = pin!(sleep_until(Instant::now()));
        let mut failed = true;
        let mut first_error = None;
        let connected = poll_fn(|cx| {
            loop {
                let silent = timer.as_mut().poll(cx).is_ready();
                if (std::mem::take(&mut failed) || silent)
                    && let Some(&address) = waiting.next()
                {
                    attempts.push(self.dialer.dial(address));
                    timer.as_mut().reset(Instant::now() + stagger);
                    // The timer wakes this task only if it was polled since.
                    continue;
                }
                let mut index = 0;
                while let Some(attempt) = attempts.get_mut(index) {
                    match attempt.as_mut().poll(cx) {
                        Poll::Ready(Ok(stream)) => return Poll::Ready(Some(stream)),
                        Poll::Ready(Err(error)) => {
                            first_error.get_or_insert(error);
                            failed = true;
                            drop(attempts.swap_remove(index));
                        }
                        Poll::Pending => index += 1,
                    }
                }
                let more = waiting.len() > 0;
                if attempts.is_empty() && !more {
                    return Poll::Ready(None);
                }
                if !(failed && more) {
                    return Poll::Pending;
                }
            }
        });
        match connected.await {
            Some(stream) => Ok(stream),
            None => Err(all_failed(first_error.as_ref(), addresses.len())),
        }
    }
}

fn all_failed(first: Option<&io::Error>, tried: usize) -> Fault {
    let problem = first.map_or_else(|| "no address".to_owned(), fault::of_dial);
    match tried {
        0 | 1 => Fault::unavailable(problem),
        _ => Fault::unavailable(format!("{problem} ({tried} addresses tried)")),
    }
}

/// Returns the addresses that may be dialled: families in turn, the first one's first.
fn allowed(origin: &Origin, found: &[SocketAddr], policy: Option<&NetworkPolicy>) -> Result<Vec<SocketAddr>, Fault> {
    if found.is_empty() {
        return Err(Fault::unavailable("no such host"));
    }
    let allowed: Vec<_> =
        found.iter().copied().filter(|found| policy.is_none_or(|policy| policy.allows_address(found.ip()))).collect();
    let Some(first) = allowed.first() else {
        // For the operator; a script does not learn what a name stands for inside the network.
        tracing::debug!(%origin, addresses = ?found, "the network policy forbids all addresses");
        return Err(denied(origin));
    };
    let (same, other): (Vec<_>, Vec<_>) =
        allowed.iter().copied().partition(|address| address.is_ipv4() == first.is_ipv4());
    let mut ordered = Vec::new();
    let (mut same, mut other) = (same.into_iter(), other.into_iter());
    while ordered.len() < MOST_ADDRESSES {
        let before = ordered.len();
        ordered.extend(same.next());
        ordered.extend(other.next());
        if ordered.len() == before {
            break;
        }
    }
    ordered.truncate(MOST_ADDRESSES);
    Ok(ordered)
}

/// The policy forbids `origin`, by its name or by its addresses: a script learns the same either way.
pub(crate) fn denied(origin: &Origin) -> Fault {
    Fault::denied(format!("the network policy forbids `{origin}`"))
}
