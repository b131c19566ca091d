//! A small in-memory InfluxDB 2 API server on the loopback, for demonstrations and tests.
//!
//! It answers the way InfluxDB OSS 2 answers: status codes, headers, bodies and error texts. It holds organizations,
//! buckets and tasks in memory, checks the line protocol it is sent, and runs no queries. The same API is served
//! twice: as plain HTTP, and behind TLS with certificates for whatever name the client asks for.

mod clock;
mod error;
mod id;
mod json_body;
mod json_syntax;
mod line_protocol;
mod query_string;
mod reply;
mod request;
mod router;
mod routes;
mod server;
mod store;
mod task_option;
mod tls;
mod write_check;

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::task::AbortHandle;

use crate::id::IdSource;
use crate::router::Shared;
use crate::store::Store;
use crate::tls::Authority;

/// Says what a [`Standin`] holds when it starts.
///
/// Its `Debug` form leaves the token out.
#[derive(Clone)]
pub struct Config {
    /// The token of the only user; where it is empty, a random one is made at start.
    pub token: String,
    /// The name of the first organization; must not be blank.
    pub org: String,
    /// The name of the only user.
    pub user: String,
    /// The name of the first bucket; must not start with an underscore or hold quotation marks.
    pub bucket: String,
    /// The ids to give away first, none of them zero; random ones follow. The order is: user, organization, bucket
    /// `_tasks`, bucket `_monitoring`, the first bucket, the token's authorization, then what requests create. As
    /// buckets are listed by id, this makes lists predictable.
    pub ids: Vec<u64>,
}

/// A running stand-in server; dropping it stops the server with all its connections.
pub struct Standin {
    plain: SocketAddr,
    secure: SocketAddr,
    authority: Arc<Authority>,
    shared: Arc<Shared>,
    org_id: String,
    user_id: String,
    tasks: [AbortHandle; 2],
}

impl Standin {
    /// Starts a server on two free ports of 127.0.0.1 and returns once both accept connections.
    ///
    /// It must be called within a Tokio runtime with time and I/O enabled, on which the server then runs.
    ///
    /// # Errors
    ///
    /// Fails when no port can be bound, when no certificate can be made, or with [`io::ErrorKind::InvalidInput`] when
    /// a name in `config` is not one that the API would accept.
    pub async fn start(config: Config) -> io::Result<Standin> {
        let authority = Arc::new(Authority::new()?);
        let token = if config.token.is_empty() { authority.random_token()? } else { config.token };
        let ids = IdSource::new(config.ids, authority.random_seed()?);
        let store = Store::new(&config.org, &config.user, &config.bucket, ids)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error.into_message()))?;
        let (org_id, user_id) = (store.first_org().to_string(), store.user().id.to_string());
        let shared = Arc::new(Shared::new(token, store));

        let plain_listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let secure_listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let (plain, secure) = (plain_listener.local_addr()?, secure_listener.local_addr()?);
        let acceptor = tls::acceptor(&authority)?;
        let tasks = [
            tokio::spawn(server::serve(plain_listener, None, Arc::clone(&shared))).abort_handle(),
            tokio::spawn(server::serve(secure_listener, Some(acceptor), Arc::clone(&shared))).abort_handle(),
        ];
        Ok(Standin { plain, secure, authority, shared, org_id, user_id, tasks })
    }

    /// Returns the address of the plain HTTP server.
    pub fn address(&self) -> SocketAddr {
        self.plain
    }

    /// Returns the address of the HTTPS server.
    ///
    /// Its certificate is made for the name that the client asks for, whatever it is; a client that asks for none
    /// gets one for `localhost`, 127.0.0.1 and ::1. All are signed by [`Standin::ca_certificate`].
    pub fn tls_address(&self) -> SocketAddr {
        self.secure
    }

    /// Puts `address` into the certificate for clients that ask for no name, as those do who connect to an address.
    ///
    /// It holds for connections that are made from then on.
    pub fn stand_for(&self, address: IpAddr) {
        self.authority.stand_for(address);
    }

    /// Returns the certificate of the authority that signs the server's certificates, as DER.
    pub fn ca_certificate(&self) -> &[u8] {
        self.authority.certificate_der()
    }

    /// Returns the certificate of the authority that signs the server's certificates, as PEM.
    pub fn ca_pem(&self) -> String {
        self.authority.certificate_pem()
    }

    /// Returns the base URL of the plain HTTP server, without a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}", self.plain)
    }

    /// Returns the token that the server accepts.
    pub fn token(&self) -> &str {
        self.shared.token()
    }

    /// Returns the name that the first organization had at start.
    pub fn org(&self) -> &str {
        self.shared.first_org_name()
    }

    /// Returns the id of the first organization: 16 lower-case hexadecimal digits.
    pub fn org_id(&self) -> &str {
        &self.org_id
    }

    /// Returns the id of the user: 16 lower-case hexadecimal digits.
    pub fn user_id(&self) -> &str {
        &self.user_id
    }

    /// Returns how many points the server has accepted so far, over all buckets.
    pub fn points_written(&self) -> u64 {
        self.shared.store().points_written()
    }
}

impl Default for Config {
    fn default() -> Config {
        Config {
            token: String::new(),
            org: "my-org".to_owned(),
            user: "me".to_owned(),
            bucket: "first".to_owned(),
            ids: Vec::new(),
        }
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Config")
            .field("org", &self.org)
            .field("user", &self.user)
            .field("bucket", &self.bucket)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Standin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Standin")
            .field("address", &self.plain)
            .field("tls_address", &self.secure)
            .finish_non_exhaustive()
    }
}

impl Drop for Standin {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

#[cfg(test)]
mod tests;
