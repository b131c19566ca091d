//! Looks up the addresses of origins.

use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::Arc;

use fluxlet_runtime::{BoxFuture, Code, Error, Origin, Result};
use tokio::sync::{Semaphore, oneshot};

/// Most look-ups at once. Each holds a thread, since the system's look-up can not be given up.
const LOOKUPS: usize = 64;

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

/// Asks the system, on threads of its own, so that slow look-ups hold up nothing but look-ups.
pub(crate) struct SystemResolver {
    slots: Arc<Semaphore>,
}

impl SystemResolver {
    pub(crate) fn new() -> Self {
        Self { slots: Arc::new(Semaphore::new(LOOKUPS)) }
    }
}

impl Resolve for SystemResolver {
    fn resolve(&self, origin: &Origin) -> BoxFuture<'_, Result<Vec<SocketAddr>>> {
        let port = origin.port();
        if let Some(address) = origin.address() {
            return Box::pin(std::future::ready(Ok(vec![SocketAddr::new(address, port)])));
        }
        let host = origin.host().to_owned();
        Box::pin(async move {
            let gone = |_| Error::internal("the look-ups of this transport have ended");
            let slot = Arc::clone(&self.slots).acquire_owned().await.map_err(gone)?;
            let (send, receive) = oneshot::channel();
            let look_up = move || {
                let found = (host.as_str(), port).to_socket_addrs().map(Vec::from_iter);
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
        })
    }
}

/// The text of the system's error is not shown: it may name the resolver. It tells the passing failure from the lasting
/// one in words only.
fn explain(error: &io::Error) -> Error {
    let text = error.to_string();
    let passing = text.contains("emporary failure") || text.contains("ry again");
    Error::new(Code::Unavailable, if passing { "the host look-up failed for the moment" } else { "no such host" })
}
