//! Connections that wait for their next request, and HTTP/2 connections that many requests share.
//!
//! A pool of our own and not hyper-util's, for four reasons: connections that were made under one policy are never
//! reused under another; a dropped request ends its connect, its upload and its connection at once, with nothing left
//! to run in the background; idle connections are bounded in all, not only for each host; and a connection belongs to
//! the tokio runtime that drives it.

use std::collections::HashMap;
use std::future::Future;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use fluxlet_runtime::{NetworkPolicy, Origin};
use http::HeaderValue;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::runtime;
use tokio::task::AbortHandle;
use tokio::time::{Instant, sleep_until, timeout};

use crate::connect::Connected;
use crate::fault::{self, Fault};
use crate::proxy::Proxy;
use crate::upload::Upload;
use crate::wire::Opening;

/// Largest head of a response, in bytes.
pub(crate) const HEAD_BYTES: usize = 256 * 1024;

/// Most fields in the head of a response.
pub(crate) const HEAD_FIELDS: usize = 256;

/// How often a busy HTTP/2 connection is pinged, and how long the answer may take.
const PING: Duration = Duration::from_secs(15);

/// How long a connection may take to become idle after its response was read.
const SETTLE: Duration = Duration::from_secs(1);

/// What two requests must have in common to use one connection.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) runtime: runtime::Id,
    pub(crate) origin: Origin,
    pub(crate) policy: Arc<NetworkPolicy>,
    pub(crate) trusted: bool,
}

impl Hash for Key {
    /// Leaves out what rarely tells two keys apart.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.origin.host().hash(state);
        self.origin.port().hash(state);
    }
}

/// How many connections may be idle, and how long.
pub(crate) struct Limits {
    pub(crate) idle_timeout: Duration,
    pub(crate) idle_per_host: usize,
    pub(crate) idle: usize,
}

/// Ends a connection when it is dropped.
struct Driver(AbortHandle);

impl Drop for Driver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// An HTTP/1 connection, which serves one request at a time.
pub(crate) struct Single {
    pub(crate) sender: http1::SendRequest<Upload>,
    pub(crate) opening: Arc<Opening>,
    /// The value of the header `Host`.
    pub(crate) host: HeaderValue,
    /// The proxy that reads the requests.
    pub(crate) forward: Option<Arc<Proxy>>,
    id: u64,
    _driver: Driver,
}

/// An HTTP/2 connection, which serves many requests at once.
pub(crate) struct Multi {
    pub(crate) sender: http2::SendRequest<Upload>,
    pub(crate) opening: Arc<Opening>,
    id: u64,
    used: Mutex<Instant>,
    _driver: Driver,
}

/// A connection for one request. Dropping it closes it, unless other requests share it.
pub(crate) enum Lease {
    Single(Single),
    Multi(Arc<Multi>),
}

/// The connections of a transport.
pub(crate) struct Pool {
    limits: Limits,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    next_id: u64,
    /// Those that are empty stay for a while: what was asked for once is asked for again.
    slots: HashMap<Key, Slot>,
    /// Entries in all slots.
    count: usize,
}

/// The connections for one key.
#[derive(Default)]
struct Slot {
    /// Oldest first.
    idle: Vec<Idle>,
    shared: Option<Arc<Multi>>,
}

struct Idle {
    since: Instant,
    connection: Single,
}

/// A connection that left the pool and is dropped once the pool is unlocked again.
type Removed = Vec<Lease>;

impl Pool {
    pub(crate) fn new(limits: Limits) -> Self {
        Self { limits, state: Mutex::default() }
    }

    /// Takes a connection that was used before, if there is one.
    pub(crate) fn take(&self, key: &Key) -> Option<Lease> {
        let mut removed = Removed::new();
        let mut state = self.state();
        let slot = state.slots.get_mut(key)?;
        let mut found = None;
        let mut left = 0;
        while let Some(idle) = slot.idle.pop() {
            left += 1;
            let lease = Lease::Single(idle.connection);
            if lease.is_open() {
                found = Some(lease);
                break;
            }
            removed.push(lease);
        }
        if found.is_none()
            && let Some(shared) = slot.shared.take()
        {
            if shared.sender.is_closed() {
                left += 1;
                removed.push(Lease::Multi(shared));
            } else {
                found = Some(Lease::Multi(Arc::clone(&shared)));
                slot.shared = Some(shared);
            }
        }
        state.count = state.count.saturating_sub(left);
        drop(state);
        found
    }

    /// Makes a connection speak HTTP. One that many requests can share is in the pool from now on.
    pub(crate) async fn open(self: &Arc<Self>, key: &Key, connected: Connected) -> Result<Lease, Fault> {
        let Connected { stream, http2, opening, forward } = connected;
        let io = TokioIo::new(stream);
        let id = self.new_id();
        let watch = Watch { pool: Arc::downgrade(self), key: key.clone(), id, idle_timeout: self.limits.idle_timeout };
        let failed = |error: hyper::Error, opening: &Opening| fault::of_head(&error, opening);
        if http2 {
            let handshake = http2_builder().handshake(io).await;
            let (sender, connection) = handshake.map_err(|error| failed(error, &opening))?;
            let driver = Driver(tokio::spawn(drive(connection, watch, Arc::clone(&opening))).abort_handle());
            let multi = Multi { sender, opening, id, used: Mutex::new(Instant::now()), _driver: driver };
            let multi = Arc::new(multi);
            self.share(key, Arc::clone(&multi));
            Ok(Lease::Multi(multi))
        } else {
            let host = HeaderValue::from_str(key.origin.authority());
            let host = host.map_err(|_| Fault::invalid("the host is no header value"))?;
            let mut builder = http1::Builder::new();
            builder.max_headers(HEAD_FIELDS).max_buf_size(HEAD_BYTES);
            let handshake = builder.handshake(io).await;
            let (sender, connection) = handshake.map_err(|error| failed(error, &opening))?;
            let driver = Driver(tokio::spawn(drive(connection, watch, Arc::clone(&opening))).abort_handle());
            Ok(Lease::Single(Single { sender, opening, host, forward, id, _driver: driver }))
        }
    }

    /// Takes a connection back whose response was read to its end.
    pub(crate) async fn give_back(self: &Arc<Self>, key: Key, lease: Lease) {
        let mut single = match lease {
            Lease::Multi(multi) => return multi.touch(),
            Lease::Single(single) => single,
        };
        if !single.sender.is_ready() {
            // The end of the response has come, but its driver may not have noted it yet.
            tokio::task::yield_now().await;
        }
        if single.sender.is_ready() {
            return self.put(&key, single);
        }
        if single.sender.is_closed() {
            return;
        }
        let pool = Arc::downgrade(self);
        tokio::spawn(async move {
            if let Ok(Ok(())) = timeout(SETTLE, single.sender.ready()).await
                && let Some(pool) = pool.upgrade()
            {
                pool.put(&key, single);
            }
        });
    }

    /// Gives a connection to nobody else; those that use it go on.
    pub(crate) fn forget(&self, key: &Key, lease: &Lease) {
        match lease {
            Lease::Single(single) => self.remove(key, single.id),
            Lease::Multi(multi) => self.remove(key, multi.id),
        }
    }

    fn put(&self, key: &Key, connection: Single) {
        let mut removed = Removed::new();
        let mut state = self.state();
        if self.limits.idle_per_host == 0 || self.limits.idle == 0 {
            removed.push(Lease::Single(connection));
            return;
        }
        if state.count >= self.limits.idle {
            removed.extend(state.evict_oldest());
        }
        let slot = state.slot(key, self.limits.idle);
        slot.idle.push(Idle { since: Instant::now(), connection });
        if slot.idle.len() > self.limits.idle_per_host {
            removed.push(Lease::Single(slot.idle.remove(0).connection));
        } else {
            state.count += 1;
        }
        drop(state);
    }

    fn share(&self, key: &Key, connection: Arc<Multi>) {
        let mut removed = Removed::new();
        let mut state = self.state();
        if state.count >= self.limits.idle {
            removed.extend(state.evict_oldest());
        }
        // If several requests connected at the same time, the last one's connection serves those to come.
        let before = state.slot(key, self.limits.idle).shared.replace(connection);
        match before {
            Some(before) => removed.push(Lease::Multi(before)),
            None => state.count += 1,
        }
        drop(state);
    }

    fn new_id(&self) -> u64 {
        let mut state = self.state();
        state.next_id += 1;
        state.next_id
    }

    /// Removes a connection that was idle for too long, or else tells when to ask again.
    fn expire(&self, key: &Key, id: u64) -> Option<Instant> {
        let now = Instant::now();
        let mut state = self.state();
        let idle_since = state.slots.get(key).and_then(|slot| slot.idle_since(id));
        let end = after(idle_since.unwrap_or(now), self.limits.idle_timeout);
        if end > now {
            return Some(end);
        }
        let removed = state.remove(key, id);
        drop(state);
        drop(removed);
        None
    }

    fn remove(&self, key: &Key, id: u64) {
        let removed = self.state().remove(key, id);
        drop(removed);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Returns the slot of `key`. If it is new, and most slots may be empty, those go first; `idle` entries fit in all.
    fn slot(&mut self, key: &Key, idle: usize) -> &mut Slot {
        if self.slots.len() > idle.saturating_mul(2) && !self.slots.contains_key(key) {
            self.slots.retain(|_, slot| !slot.idle.is_empty() || slot.shared.is_some());
        }
        self.slots.entry(key.clone()).or_default()
    }

    fn remove(&mut self, key: &Key, id: u64) -> Removed {
        let mut removed = Removed::new();
        let Some(slot) = self.slots.get_mut(key) else { return removed };
        if let Some(at) = slot.idle.iter().position(|idle| idle.connection.id == id) {
            removed.push(Lease::Single(slot.idle.remove(at).connection));
        }
        if let Some(shared) = slot.shared.take_if(|shared| shared.id == id) {
            removed.push(Lease::Multi(shared));
        }
        self.count = self.count.saturating_sub(removed.len());
        removed
    }

    /// Removes the connection that was idle for the longest time.
    fn evict_oldest(&mut self) -> Option<Lease> {
        let oldest = self.slots.iter().filter_map(|(key, slot)| Some((slot.oldest()?, key)));
        let key = oldest.min_by_key(|(since, _)| *since)?.1.clone();
        let slot = self.slots.get_mut(&key)?;
        let lease = if slot.idle.is_empty() {
            Lease::Multi(slot.shared.take()?)
        } else {
            Lease::Single(slot.idle.remove(0).connection)
        };
        self.count = self.count.saturating_sub(1);
        Some(lease)
    }
}

impl Slot {
    fn oldest(&self) -> Option<Instant> {
        match self.idle.first() {
            Some(idle) => Some(idle.since),
            None => self.shared.as_ref().and_then(Multi::idle_since),
        }
    }

    fn idle_since(&self, id: u64) -> Option<Instant> {
        if let Some(idle) = self.idle.iter().find(|idle| idle.connection.id == id) {
            return Some(idle.since);
        }
        self.shared.as_ref().filter(|shared| shared.id == id).and_then(Multi::idle_since)
    }
}

impl Multi {
    fn touch(&self) {
        *self.used.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// Tells since when no request uses the connection.
    fn idle_since(self: &Arc<Self>) -> Option<Instant> {
        let unused = Arc::strong_count(self) == 1;
        unused.then(|| *self.used.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Lease {
    fn is_open(&self) -> bool {
        match self {
            Lease::Single(single) => !single.sender.is_closed(),
            Lease::Multi(multi) => !multi.sender.is_closed(),
        }
    }

    /// Returns how the server opened the connection.
    pub(crate) fn opening(&self) -> &Opening {
        match self {
            Lease::Single(single) => &single.opening,
            Lease::Multi(multi) => &multi.opening,
        }
    }
}

/// Finds a connection in its pool; takes it out when the connection ends, in whatever way.
struct Watch {
    pool: Weak<Pool>,
    key: Key,
    id: u64,
    idle_timeout: Duration,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(pool) = self.pool.upgrade() {
            pool.remove(&self.key, self.id);
        }
    }
}

/// Drives a connection until it ends, was idle for too long, or is dropped.
#[expect(clippy::manual_async_fn, reason = "an async function would hold the connection twice")]
fn drive<C>(mut connection: C, watch: Watch, opening: Arc<Opening>) -> impl Future<Output = ()>
where
    C: Future<Output = hyper::Result<()>> + Unpin,
{
    async move {
        let mut check = after(Instant::now(), watch.idle_timeout);
        loop {
            tokio::select! {
                // Its errors reach the requests that use it, but not those that come just after.
                ended = &mut connection => {
                    if let Some(problem) = ended.err().and_then(|error| fault::of_end(&error)) {
                        opening.ended(problem);
                    }
                    return;
                }
                () = sleep_until(check) => {
                    let next = watch.pool.upgrade().and_then(|pool| pool.expire(&watch.key, watch.id));
                    match next {
                        Some(next) => check = next,
                        None => return,
                    }
                }
            }
        }
    }
}

fn http2_builder() -> http2::Builder<TokioExecutor> {
    let mut builder = http2::Builder::new(TokioExecutor::new());
    builder
        .timer(TokioTimer::new())
        .adaptive_window(true)
        .max_header_list_size(HEAD_BYTES as u32)
        .keep_alive_interval(PING)
        .keep_alive_timeout(PING);
    builder
}

/// Returns `start + duration`, or a moment decades ahead where that is no moment.
pub(crate) fn after(start: Instant, duration: Duration) -> Instant {
    const DECADES: Duration = Duration::from_secs(30 * 365 * 86_400);
    start + duration.min(DECADES)
}
