//! The way to a new connection: look-up, policy, dial, proxy, TLS.

use std::collections::HashMap;
use std::future::{Future, poll_fn};
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use fluxlet_runtime::{NetworkPolicy, Origin, Scheme};
use tokio::time::{Instant, sleep_until};

use crate::dial::{BoxStream, Dial};
use crate::fault::{self, Fault};
use crate::flood::Guarded;
use crate::progress::{Progress, Stage};
use crate::proxy::{Proxies, Proxy, tunnel};
use crate::resolve::Lookups;
use crate::tls::Tls;
use crate::wire::{Opening, Wire};

/// Most addresses of a host that are dialled.
const MOST_ADDRESSES: usize = 16;

/// How long an address may be silent before the next one is dialled too.
const STAGGER: Duration = Duration::from_millis(250);

/// Makes connections that the policy allows.
pub(crate) struct Connector {
    pub(crate) dialer: Arc<dyn Dial>,
    pub(crate) tls: Tls,
    pub(crate) proxies: Proxies,
    /// Unix sockets that stand for origins.
    pub(crate) sockets: HashMap<Origin, PathBuf>,
}

/// How a connection gets to its origin.
#[derive(Clone)]
pub(crate) enum Route<'a> {
    Direct,
    Socket(&'a Path),
    /// The proxy reads the requests and sends them on.
    Forward(&'a Arc<Proxy>),
    /// The proxy passes bytes on.
    Tunnel(&'a Arc<Proxy>),
}

/// What the connections of one request have in common.
pub(crate) struct Journey<'a> {
    pub(crate) lookups: &'a Lookups,
    pub(crate) deadline: Instant,
    pub(crate) progress: &'a Arc<Progress>,
}

/// A new connection.
pub(crate) struct Connected {
    pub(crate) stream: BoxStream,
    pub(crate) http2: bool,
    pub(crate) opening: Arc<Opening>,
    /// The proxy that reads the requests.
    pub(crate) forward: Option<Arc<Proxy>>,
}

impl Connector {
    /// Returns how to get to `origin`; without a policy, any address is allowed.
    ///
    /// Whoever restricts addresses must know which one a proxy dials: so it gets one, which only a tunnel takes.
    pub(crate) fn route(&self, origin: &Origin, policy: Option<&NetworkPolicy>) -> Route<'_> {
        if let Some(path) = self.sockets.get(origin) {
            return Route::Socket(path);
        }
        match self.proxies.of(origin) {
            None => Route::Direct,
            Some(proxy)
                if origin.scheme() == Scheme::Http && !policy.is_some_and(NetworkPolicy::restricts_addresses) =>
            {
                Route::Forward(proxy)
            }
            Some(proxy) => Route::Tunnel(proxy),
        }
    }

    /// Connects to `origin`; without a policy, to any address.
    pub(crate) async fn connect(
        &self,
        origin: &Origin,
        policy: Option<&NetworkPolicy>,
        route: Route<'_>,
        journey: &Journey<'_>,
    ) -> Result<Connected, Fault> {
        let progress = journey.progress;
        let stream = match &route {
            Route::Direct => {
                let addresses = look_up(origin, policy, journey).await?;
                progress.enter(Stage::Connect);
                self.dial_first(&addresses, journey.deadline).await?
            }
            Route::Socket(path) => {
                progress.enter(Stage::Connect);
                dial_socket(path).await.map_err(|error| Fault::unavailable(fault::of_dial(&error)))?
            }
            Route::Forward(proxy) => self.dial_proxy(proxy, journey).await?,
            Route::Tunnel(proxy) => {
                let target = match policy.is_some_and(NetworkPolicy::restricts_addresses) {
                    true => {
                        let allowed = look_up(origin, policy, journey).await?;
                        allowed.first().ok_or_else(|| denied(origin))?.to_string()
                    }
                    false => origin.host_and_port(),
                };
                let mut stream = self.dial_proxy(proxy, journey).await?;
                progress.enter(Stage::Tunnel);
                tunnel::open(&mut stream, proxy, &target).await?;
                stream
            }
        };
        let opening = Arc::new(Opening::default());
        let wire = Wire::new(stream, Arc::clone(&opening));
        let forward = match route {
            Route::Forward(proxy) => Some(Arc::clone(proxy)),
            _ => None,
        };
        match origin.scheme() {
            Scheme::Http => Ok(Connected { stream: Box::new(wire), http2: false, opening, forward }),
            Scheme::Https => {
                progress.enter(Stage::Tls);
                let (stream, http2) = self.tls.handshake(origin, wire, &opening).await?;
                let stream: BoxStream = if http2 { Box::new(Guarded::new(stream)) } else { Box::new(stream) };
                // The opening was that of TLS, and tells nothing of what is inside.
                Ok(Connected { stream, http2, opening: Arc::default(), forward })
            }
        }
    }

    /// Connects to a proxy, which the embedder chose: no policy restricts where it is.
    async fn dial_proxy(&self, proxy: &Proxy, journey: &Journey<'_>) -> Result<BoxStream, Fault> {
        journey.progress.enter(Stage::Proxy);
        let found = find(proxy.origin(), journey).await?;
        let addresses = allowed(proxy.origin(), &found, None)?;
        self.dial_first(&addresses, journey.deadline).await
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

#[cfg(unix)]
async fn dial_socket(path: &Path) -> io::Result<BoxStream> {
    Ok(Box::new(tokio::net::UnixStream::connect(path).await?))
}

#[cfg(not(unix))]
async fn dial_socket(_: &Path) -> io::Result<BoxStream> {
    Err(io::ErrorKind::Unsupported.into())
}

async fn find(origin: &Origin, journey: &Journey<'_>) -> Result<Vec<SocketAddr>, Fault> {
    journey.lookups.find(origin).await.map_err(|error| Fault::new(error.code(), error.message()))
}

/// Returns the addresses of `origin` that `policy` allows.
async fn look_up(
    origin: &Origin,
    policy: Option<&NetworkPolicy>,
    journey: &Journey<'_>,
) -> Result<Vec<SocketAddr>, Fault> {
    journey.progress.enter(Stage::Lookup);
    allowed(origin, &find(origin, journey).await?, policy)
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

/// The policy forbids the addresses of `origin`; a script does not learn them.
fn denied(origin: &Origin) -> Fault {
    Fault::denied(format!("the network policy forbids `{origin}`"))
}
