//! A certificate authority in memory, and certificates for the names that clients ask for.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use rcgen::{BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer};
use rcgen::{KeyPair, KeyUsagePurpose, date_time_ymd};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::{CertifiedKey, SigningKey};

use crate::clock::{SECOND, Timestamp};

/// The names in the certificate of a client that asks for none.
const LOCAL_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// How many certificates are kept; beyond it, all are made anew.
const CACHE_SIZE: usize = 256;

const DAY: i64 = 86_400 * SECOND;

/// How long certificates are valid: long enough for any test, short enough for verifiers with a limit.
const VALID_DAYS: i64 = 90;

const TOKEN_BYTES: usize = 32;

/// An authority that lives as long as the server; its private key is in memory only.
pub(crate) struct Authority {
    provider: Arc<CryptoProvider>,
    issuer: Issuer<'static, KeyPair>,
    certificate: CertificateDer<'static>,
    pem: String,
    /// All certificates share one key: making keys is what takes time.
    server_key: KeyPair,
    signing_key: Arc<dyn SigningKey>,
    made: Mutex<BTreeMap<String, Arc<CertifiedKey>>>,
    /// Further addresses for the certificate of clients that ask for no name.
    addresses: Mutex<BTreeSet<String>>,
}

impl Authority {
    /// Makes an authority with keys of its own.
    pub(crate) fn new() -> io::Result<Authority> {
        let provider = Arc::new(ring::default_provider());
        let mut parameters = parameters(Vec::new(), "Fluxlet stand-in authority")?;
        parameters.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let certificate = parameters.self_signed(&key).map_err(io::Error::other)?;
        let server_key = KeyPair::generate().map_err(io::Error::other)?;
        let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(server_key.serialize_der()));
        let signing_key = provider.key_provider.load_private_key(private).map_err(io::Error::other)?;
        Ok(Authority {
            provider,
            certificate: certificate.der().clone(),
            pem: certificate.pem(),
            issuer: Issuer::new(parameters, key),
            server_key,
            signing_key,
            made: Mutex::default(),
            addresses: Mutex::default(),
        })
    }

    pub(crate) fn certificate_der(&self) -> &[u8] {
        &self.certificate
    }

    pub(crate) fn certificate_pem(&self) -> String {
        self.pem.clone()
    }

    /// Makes a token that cannot be guessed.
    pub(crate) fn random_token(&self) -> io::Result<String> {
        let bytes = self.random::<TOKEN_BYTES>()?;
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    pub(crate) fn random_seed(&self) -> io::Result<u64> {
        self.random().map(u64::from_ne_bytes)
    }

    fn random<const LENGTH: usize>(&self) -> io::Result<[u8; LENGTH]> {
        let mut bytes = [0; LENGTH];
        let filled = self.provider.secure_random.fill(&mut bytes);
        filled.map_err(|_| io::Error::other("the system has no random numbers"))?;
        Ok(bytes)
    }

    /// Puts `address` into the certificate of clients that ask for no name: those who dial an address.
    pub(crate) fn stand_for(&self, address: IpAddr) {
        let added = self.addresses.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_string());
        if added {
            self.made.lock().unwrap_or_else(PoisonError::into_inner).remove("");
        }
    }

    fn certified(&self, name: Option<&str>) -> Option<Arc<CertifiedKey>> {
        let key = name.unwrap_or_default().to_ascii_lowercase();
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = made.get(&key) {
            return Some(Arc::clone(found));
        }
        let names = match name {
            Some(_) => vec![key.clone()],
            None => {
                let addresses = self.addresses.lock().unwrap_or_else(PoisonError::into_inner);
                LOCAL_NAMES.map(str::to_owned).into_iter().chain(addresses.iter().cloned()).collect()
            }
        };
        let certified = Arc::new(self.make(names).ok()?);
        if made.len() >= CACHE_SIZE {
            made.clear();
        }
        made.insert(key, Arc::clone(&certified));
        Some(certified)
    }

    fn make(&self, names: Vec<String>) -> io::Result<CertifiedKey> {
        let mut parameters = parameters(names, "Fluxlet stand-in")?;
        parameters.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        parameters.use_authority_key_identifier_extension = true;
        let certificate = parameters.signed_by(&self.server_key, &self.issuer).map_err(io::Error::other)?;
        Ok(CertifiedKey::new(vec![certificate.der().clone()], Arc::clone(&self.signing_key)))
    }
}

impl ResolvesServerCert for Authority {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        self.certified(hello.server_name())
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Authority").finish_non_exhaustive()
    }
}

/// Makes what takes connections behind TLS, for HTTP/2 and HTTP/1.1.
pub(crate) fn acceptor(authority: &Arc<Authority>) -> io::Result<TlsAcceptor> {
    let builder = ServerConfig::builder_with_provider(Arc::clone(&authority.provider));
    let builder = builder.with_safe_default_protocol_versions().map_err(io::Error::other)?;
    let resolver: Arc<dyn ResolvesServerCert> = Arc::<Authority>::clone(authority);
    let mut config = builder.with_no_client_auth().with_cert_resolver(resolver);
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

fn parameters(names: Vec<String>, common_name: &str) -> io::Result<CertificateParams> {
    let mut parameters = CertificateParams::new(names).map_err(io::Error::other)?;
    let mut subject = DistinguishedName::new();
    subject.push(DnType::CommonName, common_name);
    parameters.distinguished_name = subject;
    let now = Timestamp::now().0;
    let date = |time: i64| {
        let (year, month, day) = Timestamp(time).date();
        date_time_ymd(i32::try_from(year).unwrap_or(i32::MAX), month, day)
    };
    // A day back, as clocks differ.
    parameters.not_before = date(now.saturating_sub(DAY));
    parameters.not_after = date(now.saturating_add(VALID_DAYS * DAY));
    Ok(parameters)
}
