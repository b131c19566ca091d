//! The demonstration: a stand-in for every host that a script names.

use std::net::SocketAddr;
use std::sync::{Arc, Weak};

use fluxlet::Error;
use fluxlet::runtime::{BoxFuture, Origin, Scheme};
use fluxlet_standin::{Config, Standin};
use fluxlet_transport::{Builder, Resolve, Transport};

use crate::connection::{Connection, Place, Setting};
use crate::failure::Failure;
use crate::report::Report;
use crate::trace;

/// What the server counts its things by, in the order that [`Config::ids`] tells: the same in each run, and ascending, so
/// that lists come in the same order.
const IDS: [u64; 6] = [
    0x0b5c_1e8d_2f40_7001,
    0x0b5c_1e8d_2f40_7002,
    0x0b5c_1e8d_2f40_7003,
    0x0b5c_1e8d_2f40_7004,
    0x0b5c_1e8d_2f40_7005,
    0x0b5c_1e8d_2f40_7006,
];

/// The host that scripts see: the same in each run, so that recordings are.
const HOST: &str = "http://localhost:8086";

/// A server for one run; it stops when it is dropped.
pub(crate) struct Demo {
    server: Arc<Standin>,
}

impl Demo {
    /// Starts a server on free ports of the loopback.
    ///
    /// # Errors
    /// [`Failure::Usage`] if the machine has no port for it.
    pub(crate) async fn start() -> Result<Self, Failure> {
        let server = Standin::start(Config { ids: IDS.to_vec(), ..Config::default() }).await;
        let server =
            server.map_err(|error| Failure::usage(format!("cannot start the demonstration server: {error}")))?;
        Ok(Self { server: Arc::new(server) })
    }

    /// Returns the token that the server accepts.
    pub(crate) fn token(&self) -> &str {
        self.server.token()
    }

    /// Returns what a context is told of the server.
    pub(crate) fn connection(&self) -> Connection {
        let setting = |text: &str| Some(Setting { text: text.to_owned(), from: Place::Flag("--demo") });
        Connection {
            host: setting(HOST),
            token: setting(self.server.token()),
            org: Some(self.server.org().to_owned()),
            org_id: Some(self.server.org_id().to_owned()),
            user_id: Some(self.server.user_id().to_owned()),
        }
    }

    /// Returns a client whose every request goes to the server; it trusts the server's CA alone, and tells
    /// `trace` of each.
    ///
    /// # Errors
    /// [`Failure::Run`], which nothing should cause.
    pub(crate) fn transport(&self, trace: Option<&Report>) -> Result<Transport, Failure> {
        trace::observed(Transport::builder(), trace)
            .ca_certificates_pem(self.server.ca_pem().as_bytes())
            .map(|builder| builder.only_these_roots(true))
            .map(|builder| builder.resolver(self.resolver()))
            .map(Builder::build)
            .map_err(Failure::Run)
    }

    fn resolver(&self) -> ToServer {
        ToServer {
            server: Arc::downgrade(&self.server),
            plain: self.server.address(),
            secure: self.server.tls_address(),
        }
    }
}

/// Knows one server for every name.
struct ToServer {
    server: Weak<Standin>,
    plain: SocketAddr,
    secure: SocketAddr,
}

impl Resolve for ToServer {
    fn resolve(&self, origin: &Origin) -> BoxFuture<'_, Result<Vec<SocketAddr>, Error>> {
        let address = match origin.scheme() {
            Scheme::Http => self.plain,
            Scheme::Https => {
                // A client that dials an address asks for no name: the certificate has to hold the address.
                if let (Some(server), Some(address)) = (self.server.upgrade(), origin.address()) {
                    server.stand_for(address);
                }
                self.secure
            }
        };
        Box::pin(std::future::ready(Ok(vec![address])))
    }
}
