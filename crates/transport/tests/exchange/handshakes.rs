//! Handshakes: versions, names, identities, and certificates that are out of the ordinary; TLS.

use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

use fluxlet_runtime::Code::{Invalid, Unavailable};
use fluxlet_transport::Transport;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::{ClientHello, ResolvesServerCert, WebPkiClientVerifier};
use rustls::sign::CertifiedKey;
use rustls::{RootCertStore, ServerConfig, SupportedProtocolVersion};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsAcceptor;

use crate::net::Expect::{Answer, Error};
use crate::net::{Net, Peer, Step, call, check, request, response, send};
use crate::trust::{acceptor, ca, signed, trusting};

fn ok() -> Vec<Step> {
    vec![Step::Read, response(200, "", "ok"), Step::Read, response(200, "", "ok"), Step::Drain]
}

fn serve(acceptor: TlsAcceptor) -> Net {
    let net = Net::new();
    net.peer("h.test:443", Peer::PlaysTls(acceptor, vec![ok()]));
    net
}

/// A server for `h.test` that speaks `versions` and asks for certificates if there is a `verifier`.
fn configured(
    versions: &[&'static SupportedProtocolVersion],
    verifier: Option<Arc<dyn rustls::server::danger::ClientCertVerifier>>,
) -> TlsAcceptor {
    let (certificate, key) = signed(&["h.test"]);
    let builder = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_protocol_versions(versions)
        .unwrap();
    let builder = match verifier {
        Some(verifier) => builder.with_client_cert_verifier(verifier),
        None => builder.with_no_client_auth(),
    };
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    TlsAcceptor::from(Arc::new(builder.with_single_cert(vec![certificate], key).unwrap()))
}

const BOTH: [&SupportedProtocolVersion; 2] = [&rustls::version::TLS12, &rustls::version::TLS13];

/// TLS-20: a session that is taken up again sends nothing early, though the server would take it.
#[tokio::test]
async fn tls_20_nothing_is_sent_early() {
    static SEEN: Mutex<Vec<(bool, bool)>> = Mutex::new(Vec::new());
    static ACCEPTOR: LazyLock<TlsAcceptor> = LazyLock::new(|| {
        let acceptor = configured(&[&rustls::version::TLS13], None);
        let mut config = (**acceptor.config()).clone();
        config.max_early_data_size = 1 << 14;
        TlsAcceptor::from(Arc::new(config))
    });
    let net = Net::new();
    net.peer(
        "h.test:443",
        Peer::Runs(|stream| {
            tokio::spawn(async move {
                let mut stream = ACCEPTOR.accept(stream).await.unwrap();
                let session = &mut stream.get_mut().1;
                let again = session.handshake_kind() == Some(rustls::HandshakeKind::Resumed);
                let early = session.early_data().is_some();
                SEEN.lock().unwrap().push((again, early));
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    head.push(stream.read_u8().await.unwrap());
                }
                stream.write_all(b"HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok").await.unwrap();
                stream.shutdown().await.unwrap();
            });
        }),
    );
    let transport = trusting(&net);
    for _ in 0..3 {
        check("TLS-20", &call(&transport, request("GET", "https://h.test/x")).await, &Answer(200, "ok"));
    }
    assert_eq!(*SEEN.lock().unwrap(), [(false, false), (true, false), (true, false)]);
}

#[tokio::test]
async fn tls_08_tls_09_versions() {
    for version in BOTH {
        let net = serve(configured(&[version], None));
        check("TLS-08", &call(&trusting(&net), request("GET", "https://h.test/x")).await, &Answer(200, "ok"));
    }
    // What servers of older versions say: the alert `protocol_version`, and a hello of TLS 1.1.
    let hello = [&[22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2][..], &[7; 32], &[0, 0, 5, 0]].concat();
    for (case, answer, text) in [
        ("TLS-09 alert", b"\x15\x03\x01\0\x02\x02\x46".to_vec(), "the server refused with the TLS alert"),
        ("TLS-09 hello", hello, "during the TLS handshake: "),
        ("TLS-17 record", [&[22, 3, 3, 255, 255][..], &[0; 70_000]].concat(), "the server breaks the TLS protocol"),
    ] {
        let net = Net::new();
        net.serve("h.test:443", &[&[send(answer), Step::Drain]]);
        check(case, &call(&trusting(&net), request("GET", "https://h.test/x")).await, &Error(Unavailable, text));
    }
}

/// TLS-06: a server that asks who is there: nobody, the right one, one that it does not know.
#[tokio::test]
async fn tls_06_client_certificates() {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(ca().as_bytes()).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let asking = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build().unwrap();
    let net = serve(configured(&BOTH, Some(asking)));
    let (certificate, key) = signed(&["client.test"]);
    let pem = |der: &CertificateDer<'_>| {
        use base64::Engine;
        let text = base64::prelude::BASE64_STANDARD.encode(der);
        format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n")
    };
    let stranger = rcgen::generate_simple_self_signed(vec!["x.test".to_owned()]).unwrap();
    let with = |identity: Option<(&str, &str)>| {
        let builder = net.builder().only_these_roots(true).ca_certificates_pem(ca().as_bytes()).unwrap();
        let builder = match identity {
            Some((chain, key)) => builder.client_certificate_pem(chain.as_bytes(), key.as_bytes()).unwrap(),
            None => builder,
        };
        builder.build().unwrap()
    };
    let (known, unknown) = (pem(&certificate), stranger.cert.pem());
    let (key, strange_key) = (key.serialize_pem(), stranger.signing_key.serialize_pem());
    let get = || request("GET", "https://h.test/x");
    check("TLS-06 given", &call(&with(Some((&known, &key))), get()).await, &Answer(200, "ok"));
    let refused = || Error(Unavailable, "the server refused with the TLS alert");
    check("TLS-06 none", &call(&with(None), get()).await, &refused());
    check("TLS-06 wrong", &call(&with(Some((&unknown, &strange_key))), get()).await, &refused());
    // Two tenants never share an identity, one of which the server knows.
    check("TLS-05", &call(&with(Some((&known, &key))), get()).await, &Answer(200, "ok"));
    check("TLS-05", &call(&with(None), get()).await, &refused());
    for (chain, key) in [("", key.as_str()), (&known, "C4NARY"), ("x", &known)] {
        let error = Transport::builder().client_certificate_pem(chain.as_bytes(), key.as_bytes()).unwrap_err();
        assert!(!error.to_string().contains("C4NARY"));
    }
    let mixed = with(Some((&known, &strange_key)));
    assert!(
        call(&mixed, get()).await.unwrap_err().to_string().contains("the client certificate and its key do not fit")
    );
}

/// TLS-05: what one transport trusts, another does not, also right after it.
#[tokio::test]
async fn tls_05_trust_is_not_shared() {
    let net = serve(acceptor(&["h.test"], &[], (2020, 2090)));
    let strange = rcgen::generate_simple_self_signed(vec!["x.test".to_owned()]).unwrap().cert.pem();
    let other = net.builder().only_these_roots(true).ca_certificates_pem(strange.as_bytes()).unwrap().build().unwrap();
    let trusting = trusting(&net);
    for _ in 0..2 {
        check("TLS-05", &call(&trusting, request("GET", "https://h.test/x")).await, &Answer(200, "ok"));
        let result = call(&other, request("GET", "https://h.test/x")).await;
        check("TLS-05", &result, &Error(Unavailable, "its issuer is unknown"));
    }
}

/// Remembers the names that clients ask for.
#[derive(Debug)]
struct Names(Arc<CertifiedKey>, Arc<Mutex<Vec<Option<String>>>>);

impl ResolvesServerCert for Names {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        self.1.lock().unwrap().push(hello.server_name().map(str::to_owned));
        Some(Arc::clone(&self.0))
    }
}

/// TLS-10, TLS-11: the name that is asked for, and none for an address.
#[tokio::test]
async fn tls_10_tls_11_names() {
    let (certificate, key) = signed(&["h.test", "xn--mnchen-3ya.test", "8.8.8.8", "2606:4700::1"]);
    let provider = rustls::crypto::ring::default_provider();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let certified = CertifiedKey::new(vec![certificate], provider.key_provider.load_private_key(key).unwrap());
    let names = Arc::default();
    let config = ServerConfig::builder_with_provider(Arc::new(provider))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(Names(Arc::new(certified), Arc::clone(&names))));
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let net = Net::new();
    for host in ["h.test:443", "xn--mnchen-3ya.test:443"] {
        net.peer(host, Peer::PlaysTls(acceptor.clone(), vec![ok()]));
    }
    for address in ["8.8.8.8:443", "[2606:4700::1]:443"] {
        net.address(address, Peer::PlaysTls(acceptor.clone(), vec![ok()]));
    }
    for url in ["https://H.test./x", "https://MÜNCHEN.test/x", "https://8.8.8.8/x", "https://[2606:4700::1]/x"] {
        check(url, &call(&trusting(&net), request("GET", url)).await, &Answer(200, "ok"));
    }
    let some = |name: &str| Some(name.to_owned());
    assert_eq!(*names.lock().unwrap(), [some("h.test"), some("xn--mnchen-3ya.test"), None, None]);
}

/// TLS-12: a protocol that nobody offered.
#[tokio::test]
async fn tls_12_another_protocol() {
    let net = serve(acceptor(&["h.test"], &["foo"], (2020, 2090)));
    let result = call(&trusting(&net), request("GET", "https://h.test/x")).await;
    check("TLS-12", &result, &Error(Unavailable, "the server refused with the TLS alert `NoApplicationProtocol`"));
}

/// TLS-02, TLS-17, HDR-26: a certificate with thousands of names, of which an error lists five, escaped and cut.
#[tokio::test]
async fn tls_17_many_names() {
    let names: Vec<String> = (0..2000).map(|nth| format!("n{nth}.test")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let net = serve(acceptor(&names, &[], (2020, 2090)));
    let start = Instant::now();
    let result = call(&trusting(&net), request("GET", "https://h.test/x")).await;
    check("TLS-17", &result, &Error(Unavailable, "and 1995 more"));
    assert!(start.elapsed() < Duration::from_secs(5));
}

/// TLS-02: wildcards stand for one label, at the start.
#[tokio::test]
async fn tls_02_wildcards() {
    for (name, matches) in [("*.a.test", true), ("*.test", false), ("*", false), ("b.*.test", false)] {
        let net = Net::new();
        net.peer("b.a.test:443", Peer::PlaysTls(acceptor(&[name], &[], (2020, 2090)), vec![ok()]));
        let result = call(&trusting(&net), request("GET", "https://b.a.test/x")).await;
        assert_eq!(result.is_ok(), matches, "{name}: {result:?}");
    }
}

/// TLS-23: the error names the server that a redirect led to.
#[tokio::test]
async fn tls_23_a_bad_certificate_behind_a_redirect() {
    let net = Net::new();
    let leave = vec![Step::Read, response(302, "Location: https://b.test/y\r\n", "")];
    net.peer("h.test:443", Peer::PlaysTls(acceptor(&["h.test"], &[], (2020, 2090)), vec![leave]));
    net.peer("b.test:443", Peer::PlaysTls(acceptor(&["c.test"], &[], (2020, 2090)), vec![ok()]));
    let result = call(&trusting(&net), request("GET", "https://h.test/x")).await;
    check(
        "TLS-23",
        &result,
        &Error(Unavailable, "redirected to `GET https://b.test/y`, failed during the TLS handshake"),
    );
    check("TLS-23", &result, &Error(Unavailable, "but for `c.test`"));
}

/// TLS-14: plain HTTP at a port of TLS, whose server sends an alert, or says so in HTTP.
#[tokio::test]
async fn tls_14_plain_http_at_a_tls_port() {
    let net = Net::new();
    net.peer("h.test:443", Peer::PlaysTls(acceptor(&["h.test"], &[], (2020, 2090)), vec![ok()]));
    let result = call(&trusting(&net), request("GET", "http://h.test:443/x")).await;
    check("TLS-14", &result, &Error(Invalid, "the server speaks TLS; use `https://`"));
}
