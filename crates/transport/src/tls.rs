//! TLS: whom a transport trusts, who it is, and what an error in a handshake means.

use std::io;
use std::sync::Arc;

use fluxlet_runtime::{Code, Error, Origin, Result};
use rustls::client::danger::ServerCertVerifier;
use rustls::client::{ClientConfig, WebPkiServerVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::{AlertDescription, CertificateError, PeerMisbehaved, RootCertStore};
use rustls_platform_verifier::Verifier;
use tokio::sync::OnceCell;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::fault::{Fault, find};
use crate::wire::{Opening, Wire};

/// Most names of a certificate that an error lists.
const SHOWN_NAMES: usize = 5;

/// Whom a transport trusts and who it is.
#[derive(Default)]
pub(crate) struct Trust {
    roots: Vec<CertificateDer<'static>>,
    identity: Option<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>)>,
    /// Whether the platform's roots do not count.
    pub(crate) only_these: bool,
}

impl Trust {
    /// Adds the certificates in `pem` to the trusted roots.
    pub(crate) fn add_roots(&mut self, pem: &[u8]) -> Result<()> {
        let roots = certificates(pem, "the CA certificates")?;
        let mut store = RootCertStore::empty();
        for root in &roots {
            store.add(root.clone()).map_err(|_| Error::invalid("a CA certificate is malformed"))?;
        }
        self.roots.extend(roots);
        Ok(())
    }

    /// Sets the certificate chain and the key that servers may ask for.
    pub(crate) fn set_identity(&mut self, chain: &[u8], key: &[u8]) -> Result<()> {
        let chain = certificates(chain, "the client certificates")?;
        let key = PrivateKeyDer::from_pem_slice(key)
            .map_err(|_| Error::invalid("the client key is no PEM block with a private key"))?;
        self.identity = Some((chain, key));
        Ok(())
    }

    fn verifier(&self, provider: &Arc<CryptoProvider>) -> Result<Arc<dyn ServerCertVerifier>, Fault> {
        if self.only_these {
            let mut store = RootCertStore::empty();
            store.add_parsable_certificates(self.roots.iter().cloned());
            let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(store), Arc::clone(provider)).build();
            return Ok(verifier.map_err(|_| no_roots())?);
        }
        // It fails exactly if there are no roots, since those given were checked when they were added.
        let verifier = Verifier::new_with_extra_roots(self.roots.iter().cloned(), Arc::clone(provider));
        Ok(Arc::new(verifier.map_err(|_| no_roots())?))
    }

    fn config(&self, http2: bool) -> Result<ClientConfig, Fault> {
        // Never the provider of the process: with two compiled in, there is none, and rustls panics.
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier = self.verifier(&provider)?;
        let builder = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| Fault::new(Code::Internal, "the TLS versions do not fit the ciphers"))?
            .dangerous()
            .with_custom_certificate_verifier(verifier);
        let mut config = match &self.identity {
            Some((chain, key)) => builder
                .with_client_auth_cert(chain.clone(), key.clone_key())
                .map_err(|_| Fault::invalid("the client certificate and its key do not fit"))?,
            None => builder.with_no_client_auth(),
        };
        if http2 {
            config.alpn_protocols.push(b"h2".to_vec());
        }
        config.alpn_protocols.push(b"http/1.1".to_vec());
        Ok(config)
    }
}

fn no_roots() -> Fault {
    Fault::unavailable("no trusted roots were found on this machine; install CA certificates or give some")
}

fn certificates(pem: &[u8], what: &str) -> Result<Vec<CertificateDer<'static>>> {
    let found: std::result::Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    match found {
        Ok(found) if !found.is_empty() => Ok(found),
        Ok(_) => Err(Error::invalid(format!("{what} hold no PEM block `CERTIFICATE`"))),
        Err(_) => Err(Error::invalid(format!("{what} are no valid PEM"))),
    }
}

/// Makes handshakes. The roots are read at the first one, so that transports without `https` do not need any.
pub(crate) struct Tls {
    trust: Arc<Trust>,
    http2: bool,
    connector: OnceCell<TlsConnector>,
}

impl Tls {
    pub(crate) fn new(trust: Trust, http2: bool) -> Self {
        Self { trust: Arc::new(trust), http2, connector: OnceCell::new() }
    }

    /// Shakes hands with the server of `origin`, and tells whether HTTP/2 was agreed on.
    pub(crate) async fn handshake(
        &self,
        origin: &Origin,
        wire: Wire,
        opening: &Opening,
    ) -> Result<(TlsStream<Wire>, bool), Fault> {
        let connector = self.connector.get_or_try_init(|| self.make_connector()).await?;
        let name = ServerName::try_from(origin.host().to_owned())
            .map_err(|_| Fault::invalid("the host is no name that a certificate can hold"))?;
        let stream = connector.connect(name, wire).await.map_err(|error| of_handshake(&error, opening))?;
        let (_, session) = stream.get_ref();
        let http2 = session.alpn_protocol() == Some(b"h2");
        Ok((stream, http2))
    }

    async fn make_connector(&self) -> Result<TlsConnector, Fault> {
        let (trust, http2) = (Arc::clone(&self.trust), self.http2);
        // Reads some hundred files.
        let config = tokio::task::spawn_blocking(move || trust.config(http2)).await;
        let config = config.map_err(|_| Fault::new(Code::Internal, "the trusted roots could not be read"))??;
        Ok(TlsConnector::from(Arc::new(config)))
    }
}

fn of_handshake(error: &io::Error, opening: &Opening) -> Fault {
    // A record starts with its type; anything else is another protocol.
    let plain = opening.bytes().first().is_some_and(|first| !(0x14..=0x18).contains(first));
    let problem = match find::<rustls::Error>(error) {
        _ if plain => "the server does not speak TLS; use `http://`".to_owned(),
        Some(tls) => explain(tls),
        None if error.kind() == io::ErrorKind::UnexpectedEof => "the server closed the connection".to_owned(),
        None => error.kind().to_string(),
    };
    Fault::unavailable(problem)
}

/// Says what a TLS error means to the one who calls.
pub(crate) fn explain(error: &rustls::Error) -> String {
    use rustls::Error as Tls;
    match error {
        Tls::InvalidCertificate(problem) => explain_certificate(problem),
        Tls::AlertReceived(alert @ (AlertDescription::ProtocolVersion | AlertDescription::InsufficientSecurity)) => {
            format!("no common TLS version or cipher: the server refused with the TLS alert `{alert:?}`")
        }
        Tls::AlertReceived(alert) => format!("the server refused with the TLS alert `{alert:?}`"),
        Tls::PeerIncompatible(_) | Tls::PeerMisbehaved(PeerMisbehaved::SelectedUnofferedCipherSuite) => {
            "no common TLS version or cipher: TLS 1.2 and 1.3 are spoken".to_owned()
        }
        Tls::NoCertificatesPresented => "the server has no certificate".to_owned(),
        Tls::PeerMisbehaved(_) | Tls::InvalidMessage(_) | Tls::InappropriateMessage { .. } => {
            "the server breaks the TLS protocol".to_owned()
        }
        Tls::InappropriateHandshakeMessage { .. } | Tls::DecryptError => {
            "the server breaks the TLS protocol".to_owned()
        }
        _ => "TLS failed".to_owned(),
    }
}

fn explain_certificate(problem: &CertificateError) -> String {
    match problem {
        CertificateError::UnknownIssuer => "the certificate is not trusted: its issuer is unknown".to_owned(),
        CertificateError::Expired => "the certificate has expired".to_owned(),
        CertificateError::ExpiredContext { not_after, .. } => {
            format!("the certificate has expired on {}", day(*not_after))
        }
        CertificateError::NotValidYet => "the certificate is not valid yet".to_owned(),
        CertificateError::NotValidYetContext { not_before, .. } => {
            format!("the certificate is not valid before {}", day(*not_before))
        }
        CertificateError::NotValidForName => "the certificate is for another name".to_owned(),
        CertificateError::NotValidForNameContext { presented, .. } => {
            format!("the certificate is not for this host, but for {}", names(presented))
        }
        CertificateError::Revoked => "the certificate is revoked".to_owned(),
        CertificateError::BadEncoding => "the certificate is malformed".to_owned(),
        CertificateError::BadSignature => "the certificate is not trusted: its signature is wrong".to_owned(),
        CertificateError::InvalidPurpose | CertificateError::InvalidPurposeContext { .. } => {
            "the certificate is not one for servers".to_owned()
        }
        _ => "the certificate is not trusted".to_owned(),
    }
}

/// Lists the names of a certificate, which the server chose: escaped, and not too many.
fn names(presented: &[String]) -> String {
    if presented.is_empty() {
        return "no name".to_owned();
    }
    let shown = presented.iter().take(SHOWN_NAMES).map(|name| {
        let name = name.split_once("(\"").and_then(|(_, rest)| rest.strip_suffix("\")")).unwrap_or(name);
        let name: String = name.chars().take(64).flat_map(char::escape_default).collect();
        format!("`{name}`")
    });
    let list = shown.collect::<Vec<_>>().join(", ");
    match presented.len().saturating_sub(SHOWN_NAMES) {
        0 => list,
        more => format!("{list} and {more} more"),
    }
}

fn day(time: UnixTime) -> String {
    let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    match jiff::Timestamp::from_second(seconds) {
        Ok(time) => time.strftime("%Y-%m-%d").to_string(),
        Err(_) => "a day far away".to_owned(),
    }
}
