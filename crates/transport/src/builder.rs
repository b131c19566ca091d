//! Sets a transport up.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use fluxlet_runtime::Result;

use crate::client::{Shared, Transport};
use crate::connect::Connector;
use crate::dial::{Dial, TcpDialer};
use crate::pool::{Limits, Pool};
use crate::resolve::{Resolve, SystemResolver};
use crate::tls::{Tls, Trust};

/// Sets a [`Transport`] up.
pub struct Builder {
    trust: Trust,
    resolver: Option<Arc<dyn Resolve>>,
    dialer: Option<Arc<dyn Dial>>,
    in_flight: usize,
    idle_timeout: Duration,
    idle_per_host: usize,
    idle: usize,
    http2: bool,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            trust: Trust::default(),
            resolver: None,
            dialer: None,
            in_flight: 1024,
            // Shorter than the keep-alive of common servers, so that they rarely close a connection that is about to be
            // used.
            idle_timeout: Duration::from_secs(30),
            idle_per_host: 128,
            idle: 512,
            http2: true,
        }
    }
}

impl Builder {
    /// Trusts the CA certificates in `pem`, beside those of the platform. Without `https` requests nothing is read.
    ///
    /// # Errors
    /// `invalid` if `pem` holds no certificate or a malformed one.
    pub fn ca_certificates_pem(mut self, pem: &[u8]) -> Result<Self> {
        self.trust.add_roots(pem)?;
        Ok(self)
    }

    /// Sets whether the platform's roots do not count, only those given to [`Builder::ca_certificates_pem`]. Off unless
    /// set.
    pub fn only_these_roots(mut self, only: bool) -> Self {
        self.trust.only_these = only;
        self
    }

    /// Sets the certificate chain and its private key, both PEM, for servers that ask for one.
    ///
    /// # Errors
    /// `invalid` if either is malformed. The message never holds the key.
    pub fn client_certificate_pem(mut self, chain: &[u8], key: &[u8]) -> Result<Self> {
        self.trust.set_identity(chain, key)?;
        Ok(self)
    }

    /// Sets who looks up addresses; the operating system unless set.
    pub fn resolver(mut self, resolver: impl Resolve) -> Self {
        self.resolver = Some(Arc::new(resolver));
        self
    }

    /// Sets who opens connections; TCP unless set.
    pub fn dialer(mut self, dialer: impl Dial) -> Self {
        self.dialer = Some(Arc::new(dialer));
        self
    }

    /// Sets how many requests are in flight at once, at least 1; the others wait within their timeouts. 1024 unless set.
    pub fn max_in_flight(mut self, requests: usize) -> Self {
        self.in_flight = requests;
        self
    }

    /// Sets how long a connection may be idle before it is closed. 30 seconds unless set.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = timeout;
        self
    }

    /// Sets how many idle connections are kept for one origin. 128 unless set; 0 keeps none.
    pub fn max_idle_per_host(mut self, connections: usize) -> Self {
        self.idle_per_host = connections;
        self
    }

    /// Sets how many idle connections are kept in all; past it, the one that was idle longest is closed. 512 unless set.
    pub fn max_idle(mut self, connections: usize) -> Self {
        self.idle = connections;
        self
    }

    /// Sets whether HTTP/2 is offered to `https` servers. On unless set.
    pub fn http2(mut self, offered: bool) -> Self {
        self.http2 = offered;
        self
    }

    /// Makes the transport.
    ///
    /// # Errors
    /// None at present; whether the machine has trusted roots shows at the first `https` request.
    pub fn build(self) -> Result<Transport> {
        let resolver = self.resolver.unwrap_or_else(|| Arc::new(SystemResolver::new()));
        let dialer = self.dialer.unwrap_or_else(|| Arc::new(TcpDialer));
        let tls = Tls::new(self.trust, self.http2);
        let limits = Limits { idle_timeout: self.idle_timeout, idle_per_host: self.idle_per_host, idle: self.idle };
        let shared = Shared { connector: Connector { resolver, dialer, tls }, pool: Arc::new(Pool::new(limits)) };
        Ok(Transport::from_shared(Arc::new(shared), self.in_flight))
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("in_flight", &self.in_flight)
            .field("http2", &self.http2)
            .finish_non_exhaustive()
    }
}
