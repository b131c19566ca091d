//! Sets a transport up.

use std::collections::HashMap;
use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use fluxlet_runtime::{Origin, Result, Scheme};

use crate::client::{Shared, Transport};
use crate::connect::Connector;
use crate::dial::{Dial, TcpDialer};
use crate::observe::{Exchanged, Observer};
use crate::pool::{Limits, Pool};
use crate::proxy::Proxies;
use crate::resolve::{Lookups, Pins, Resolve};
use crate::tls::{Tls, Trust};

/// Sets a [`Transport`] up.
pub struct Builder {
    trust: Trust,
    pins: Pins,
    resolver: Option<Arc<dyn Resolve>>,
    dialer: Option<Arc<dyn Dial>>,
    proxies: Proxies,
    sockets: HashMap<Origin, PathBuf>,
    observer: Option<Observer>,
    in_flight: usize,
    silence: Duration,
    idle_timeout: Duration,
    idle_per_host: usize,
    idle: usize,
    http2: bool,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            trust: Trust::default(),
            pins: Pins::new(),
            resolver: None,
            dialer: None,
            proxies: Proxies::default(),
            sockets: HashMap::new(),
            observer: None,
            in_flight: 1024,
            silence: Duration::from_secs(30),
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

    /// Sets the certificate chain and its private key, both PEM, for servers that ask for one: any that a script may reach.
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

    /// Sets the addresses of a host at a port, before anybody is asked. The policy counts for them, too.
    ///
    /// # Errors
    /// `invalid` for a host that is no name and no address; IPv6 stands in brackets.
    pub fn pin(mut self, host: &str, port: u16, addresses: &[IpAddr]) -> Result<Self> {
        let origin = Origin::parse(Scheme::Http, &format!("{host}:{port}"))?;
        self.pins.insert((origin.host().to_owned(), port), addresses.to_vec());
        Ok(self)
    }

    /// Lets the Unix socket at `path` stand for `origin`. Nothing is looked up for it, no proxy is asked, and the policy
    /// counts for the name alone.
    #[cfg(unix)]
    pub fn unix_socket(mut self, origin: Origin, path: impl Into<PathBuf>) -> Self {
        self.sockets.insert(origin, path.into());
        self
    }

    /// Sets the proxies; none unless set.
    pub fn proxies(mut self, proxies: Proxies) -> Self {
        self.proxies = proxies;
        self
    }

    /// Sets who is told of each call as it ends, for metrics. It is called on the task of the call: it should neither wait
    /// nor panic.
    pub fn on_exchange(mut self, observer: impl Fn(&Exchanged) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Sets how long a server may send no byte of a body that it has begun. 30 seconds unless set.
    pub fn max_silence(mut self, silence: Duration) -> Self {
        self.silence = silence;
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

    /// Makes the transport. Whether the machine has trusted roots shows at the first `https` request.
    pub fn build(self) -> Transport {
        let dialer = self.dialer.unwrap_or_else(|| Arc::new(TcpDialer));
        let tls = Tls::new(self.trust, self.http2);
        let limits = Limits { idle_timeout: self.idle_timeout, idle_per_host: self.idle_per_host, idle: self.idle };
        let connector = Connector { dialer, tls, proxies: self.proxies, sockets: self.sockets };
        let pool = Arc::new(Pool::new(limits));
        let shared = Shared { connector, pool, silence: self.silence, observer: self.observer };
        let lookups = Lookups::new(self.pins, self.resolver);
        Transport::from_shared(Arc::new(shared), lookups, self.in_flight)
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
