//! Looks up the addresses of origins.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::Arc;

use fluxlet_runtime::{BoxFuture, Code, Error, Origin, Result};
use tokio::sync::{Semaphore, oneshot};

/// Most look-ups at once for one tenant. Each holds a thread, since the system's look-up can not be given up.
const LOOKUPS: usize = 32;

/// Looks up where the server of an origin listens.
pub trait Resolve: Send + Sync + 'static {
    /// Returns the addresses of `origin` in the order of preference, with the ports to dial.
    ///
    /// It is called for each new connection, also if the host is written as an address. The policy is applied to what
    /// it returns, and the very addresses that were checked are dialled.
    ///
    /// # Errors
    /// `unavailable` if the host has no address. The message is shown to scripts: it names no resolver.
    fn resolve(&self, origin: &Origin) -> BoxFuture<'_, Result<Vec<SocketAddr>>>;
}

/// Addresses that are known beforehand, by host and port.
pub(crate) type Pins = HashMap<(String, u16), Vec<IpAddr>>;

/// Who knows addresses: the pins, then whom the embedder gave, or else the system.
pub(crate) struct Lookups {
    pins: Arc<Pins>,
    asked: Asked,
}

enum Asked {
    System(SystemResolver),
    Given(Arc<dyn Resolve>),
}

impl Lookups {
    pub(crate) fn new(pins: Pins, given: Option<Arc<dyn Resolve>>) -> Self {
        let asked = given.map_or_else(|| Asked::System(SystemResolver::new(ask_system)), Asked::Given);
        Self { pins: Arc::new(pins), asked }
    }

    /// Returns the same for another tenant, whose look-ups do not wait for those of this one.
    pub(crate) fn apart(&self) -> Self {
        let asked = match &self.asked {
            Asked::System(system) => Asked::System(SystemResolver::new(system.ask)),
            Asked::Given(given) => Asked::Given(Arc::clone(given)),
        };
        Self { pins: Arc::clone(&self.pins), asked }
    }

    /// Returns the addresses of `origin`.
    pub(crate) async fn find(&self, origin: &Origin) -> Result<Vec<SocketAddr>> {
        let pinned = self.pins.get(&(origin.host().to_owned(), origin.port()));
        if let Some(pinned) = pinned {
            return Ok(pinned.iter().map(|&address| SocketAddr::new(address, origin.port())).collect());
        }
        match &self.asked {
            Asked::System(system) => system.resolve(origin).await,
            Asked::Given(given) => given.resolve(origin).await,
        }
    }
}

type Ask = fn(&str, u16) -> io::Result<Vec<SocketAddr>>;

fn ask_system(host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
    (host, port).to_socket_addrs().map(Vec::from_iter)
}

/// Asks the system, on threads of its own, so that slow look-ups hold up nothing but look-ups.
struct SystemResolver {
    slots: Arc<Semaphore>,
    ask: Ask,
}

impl SystemResolver {
    fn new(ask: Ask) -> Self {
        Self { slots: Arc::new(Semaphore::new(LOOKUPS)), ask }
    }

    async fn resolve(&self, origin: &Origin) -> Result<Vec<SocketAddr>> {
        let port = origin.port();
        if let Some(address) = origin.address() {
            return Ok(vec![SocketAddr::new(address, port)]);
        }
        let host = origin.host().to_owned();
        let gone = |_| Error::internal("the look-ups of this transport have ended");
        let slot = Arc::clone(&self.slots).acquire_owned().await.map_err(gone)?;
        let (send, receive) = oneshot::channel();
        let ask = self.ask;
        let look_up = move || {
            let found = ask(&host, port);
            drop(slot);
            // Nobody listens if the request was given up meanwhile.
            let _ = send.send(found);
        };
        std::thread::Builder::new()
            .name("fluxlet-lookup".to_owned())
            .spawn(look_up)
            .map_err(|error| Error::exhausted(format!("no thread for the look-up: {}", error.kind())))?;
        match receive.await {
            Ok(found) => found.map_err(|error| explain(&error)),
            Err(_) => Err(Error::internal("the look-up ended without an answer")),
        }
    }
}

/// The text of the system's error is not shown: it may name the resolver. It tells the passing failure from the lasting
/// one in words only.
fn explain(error: &io::Error) -> Error {
    let text = error.to_string();
    let passing = text.contains("emporary failure") || text.contains("ry again");
    Error::new(Code::Unavailable, if passing { "the host look-up failed for the moment" } else { "no such host" })
}

#[cfg(test)]
mod tests;
