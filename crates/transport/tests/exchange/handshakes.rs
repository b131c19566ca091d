//! Handshakes: versions, names, identities, and certificates that are out of the ordinary; TLS.

use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

use fluxlet_runtime::Code::{Invalid, Unavailable};
use fluxlet_transport::{BoxStream, Transport};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::{ClientHello, ResolvesServerCert, WebPkiClientVerifier};
use rustls::sign::{CertifiedKey, SingleCertAndKey};
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

/// The hello of a server: version 3.`minor`, a cipher, and extensions.
fn hello(minor: u8, cipher: [u8; 2], extensions: &[u8]) -> Vec<u8> {
    let mut hello = [&[3, minor][..], &[7; 32], &[0], &cipher, &[0]].concat();
    if !extensions.is_empty() {
        hello.extend([0, u8::try_from(extensions.len()).unwrap()]);
        hello.extend(extensions);
    }
    let length = u8::try_from(hello.len()).unwrap();
    [&[22, 3, minor.max(1), 0, length + 4, 2, 0, 0, length][..], &hello].concat()
}

#[tokio::test]
async fn tls_08_tls_09_versions() {
    for version in BOTH {
        let net = serve(configured(&[version], None));
        check("TLS-08", &call(&trusting(&net), request("GET", "https://h.test/x")).await, &Answer(200, "ok"));
    }
    const NOTHING_COMMON: &str = "during the TLS handshake: no common TLS version or cipher";
    let alert = |number: u8| vec![21, 3, 1, 0, 2, 2, number];
    let mut cases = vec![
        ("TLS-09 protocol_version", alert(70), NOTHING_COMMON),
        ("TLS-09 insufficient_security", alert(71), NOTHING_COMMON),
        ("TLS-09 handshake_failure", alert(40), "the server refused with the TLS alert `HandshakeFailure`"),
        ("TLS-17 record", [&[22, 3, 3, 255, 255][..], &[0; 70_000]].concat(), "the server breaks the TLS protocol"),
    ];
    // Ciphers of SSL 3, TLS 1.0 and 1.1, each of which TLS 1.2 has, too: RC4, 3DES, one for export, NULL, CBC with plain RSA.
    for cipher in [[0, 5], [0, 10], [0, 8], [0, 2], [0, 47]] {
        for minor in 0..=3 {
            cases.push(("TLS-09 hello", hello(minor, cipher, &[]), NOTHING_COMMON));
        }
    }
    for (case, answer, text) in cases {
        let net = Net::new();
        net.serve("h.test:443", &[&[send(&answer), Step::Drain]]);
        let result = call(&trusting(&net), request("GET", "https://h.test/x")).await;
        check(&format!("{case} {answer:?}").chars().take(80).collect::<String>(), &result, &Error(Unavailable, text));
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
    let stranger = rcgen::generate_simple_self_signed(vec!["x.test".to_owned()]).unwrap();
    let with = |identity: Option<(&str, &str)>| {
        let builder = net.builder().only_these_roots(true).ca_certificates_pem(ca().as_bytes()).unwrap();
        let builder = match identity {
            Some((chain, key)) => builder.client_certificate_pem(chain.as_bytes(), key.as_bytes()).unwrap(),
            None => builder,
        };
        builder.build()
    };
    let (known, unknown) = (pem(&certificate), stranger.cert.pem());
    let (key, strange_key) = (key.serialize_pem(), stranger.signing_key.serialize_pem());
    let get = || request("GET", "https://h.test/x");
    check("TLS-06 given", &call(&with(Some((&known, &key))), get()).await, &Answer(200, "ok"));
    let none = || Error(Unavailable, "the server refused with the TLS alert `CertificateRequired`");
    let wrong = Error(Unavailable, "the server refused with the TLS alert `UnknownCA`");
    check("TLS-06 none", &call(&with(None), get()).await, &none());
    check("TLS-06 wrong", &call(&with(Some((&unknown, &strange_key))), get()).await, &wrong);
    // Two tenants never share an identity, one of which the server knows.
    check("TLS-05", &call(&with(Some((&known, &key))), get()).await, &Answer(200, "ok"));
    check("TLS-05", &call(&with(None), get()).await, &none());
    for (chain, key) in [("", key.as_str()), (&known, "C4NARY"), ("x", &known)] {
        let error = Transport::builder().client_certificate_pem(chain.as_bytes(), key.as_bytes()).unwrap_err();
        assert!(!error.to_string().contains("C4NARY"));
    }
    let mixed = with(Some((&known, &strange_key)));
    assert!(
        call(&mixed, get()).await.unwrap_err().to_string().contains("the client certificate and its key do not fit")
    );
}

/// Answers one request for each connection, so that each is a handshake, with what the server knows of the client: whether
/// its session is taken up again, and the end of its certificate.
async fn introduce(stream: BoxStream, acceptor: &TlsAcceptor) -> std::io::Result<()> {
    let mut stream = acceptor.accept(stream).await?;
    let session = &mut stream.get_mut().1;
    let again = session.handshake_kind() == Some(rustls::HandshakeKind::Resumed);
    let known = session.peer_certificates().and_then(|chain| chain.first()).map(|first| tail(first));
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let answer = format!("HTTP/1.1 200 X\r\nConnection: close\r\n\r\n{again} {}", known.unwrap_or_default());
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}

fn tail(certificate: &[u8]) -> String {
    format!("{:02x?}", &certificate[certificate.len() - 8..])
}

/// TLS-05: what one transport trusts, another does not, also when the first takes up its sessions again.
#[tokio::test]
async fn tls_05_trust_is_not_shared() {
    static ACCEPTOR: LazyLock<TlsAcceptor> = LazyLock::new(|| configured(&BOTH, None));
    let net = Net::new();
    net.peer("h.test:443", Peer::Runs(|stream| drop(tokio::spawn(introduce(stream, &ACCEPTOR)))));
    let strange = rcgen::generate_simple_self_signed(vec!["x.test".to_owned()]).unwrap().cert.pem();
    let other = net.builder().only_these_roots(true).ca_certificates_pem(strange.as_bytes()).unwrap().build();
    let trusting = trusting(&net);
    for expected in ["false ", "true ", "true "] {
        check("TLS-05", &call(&trusting, request("GET", "https://h.test/x")).await, &Answer(200, expected));
        let result = call(&other, request("GET", "https://h.test/x")).await;
        check("TLS-05", &result, &Error(Unavailable, "its issuer is unknown"));
    }
}

/// TLS-06: each transport shows its own identity, or none, in new sessions as in those taken up again.
#[tokio::test]
async fn tls_06_identities_are_not_shared() {
    static ACCEPTOR: LazyLock<TlsAcceptor> = LazyLock::new(|| {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(ca().as_bytes()).unwrap()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let asking = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
        configured(&BOTH, Some(asking.allow_unauthenticated().build().unwrap()))
    });
    let net = Net::new();
    net.peer("h.test:443", Peer::Runs(|stream| drop(tokio::spawn(introduce(stream, &ACCEPTOR)))));
    let tenants = ["a.test", "b.test"].map(|name| {
        let (certificate, key) = signed(&[name]);
        let builder = net.builder().only_these_roots(true).ca_certificates_pem(ca().as_bytes()).unwrap();
        let (chain, key) = (pem(&certificate), key.serialize_pem());
        (builder.client_certificate_pem(chain.as_bytes(), key.as_bytes()).unwrap().build(), tail(&certificate))
    });
    let [(a, of_a), (b, of_b)] = tenants;
    assert_ne!(of_a, of_b);
    let nobody = trusting(&net);
    for again in [false, true, true] {
        for (transport, identity) in [(&a, &of_a), (&nobody, &String::new()), (&b, &of_b)] {
            let answer = call(transport, request("GET", "https://h.test/x")).await.unwrap();
            assert_eq!(String::from_utf8_lossy(&answer.body), format!("{again} {identity}"));
        }
    }
}

fn pem(der: &CertificateDer<'_>) -> String {
    use base64::Engine;
    let text = base64::prelude::BASE64_STANDARD.encode(der);
    format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n")
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

/// TLS-12: a server that has other protocols only, and one that picks what nobody offered.
#[tokio::test]
async fn tls_12_another_protocol() {
    let net = serve(acceptor(&["h.test"], &["foo"], (2020, 2090)));
    let result = call(&trusting(&net), request("GET", "https://h.test/x")).await;
    check("TLS-12", &result, &Error(Unavailable, "the server refused with the TLS alert `NoApplicationProtocol`"));
    // ECDHE, RSA, AES 128, GCM, and the extension 16.
    let picks = |protocol: &[u8]| {
        let length = u8::try_from(protocol.len()).unwrap();
        hello(3, [0xc0, 0x2f], &[&[0, 16, 0, length + 3, 0, length + 1, length][..], protocol].concat())
    };
    for protocol in ["foo", "h3", "HTTP/1.1", "h2c"] {
        let net = Net::new();
        net.serve("h.test:443", &[&[send(picks(protocol.as_bytes())), Step::Drain]]);
        let result = call(&trusting(&net), request("GET", "https://h.test/x")).await;
        check(protocol, &result, &Error(Unavailable, "the server breaks the TLS protocol"));
    }
    // With one that was offered, the handshake goes on: the server is what then ends it.
    let net = Net::new();
    net.serve("h.test:443", &[&[send(picks(b"http/1.1"))]]);
    let result = call(&trusting(&net), request("GET", "https://h.test/x")).await;
    check("http/1.1", &result, &Error(Unavailable, "the server closed the connection"));
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

/// TLS-17: what is too large for a handshake, and a chain that may be put together in more ways than anybody can try.
#[tokio::test]
async fn tls_17_costly_certificates() {
    let names: Vec<String> = (0..10_000).map(|nth| format!("n{nth}.test")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (many, many_key) = signed(&[&["h.test"][..], &names].concat());
    let (leaf, key) = signed(&["h.test"]);
    let same = |issuers: &mut Vec<CertifiedIssuer<'static, KeyPair>>| {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, "one of many");
        let key = KeyPair::generate().unwrap();
        let issuer = CertifiedIssuer::self_signed(params.clone(), key).unwrap();
        issuers.push(issuer);
    };
    let mut issuers = Vec::new();
    (0..60).for_each(|_| same(&mut issuers));
    let params = CertificateParams::new(vec!["h.test".to_owned()]).unwrap();
    let bomb_key = KeyPair::generate().unwrap();
    // Signed by one that is not sent, so that each of the others is tried as its issuer, and as the issuer of each other.
    let absent = issuers.pop().unwrap();
    let bomb = params.signed_by(&bomb_key, &absent).unwrap();
    let chain: Vec<_> = [bomb.der()].into_iter().chain(issuers.iter().map(|issuer| issuer.der())).cloned().collect();
    let long: Vec<_> = std::iter::once(leaf).chain((0..250).map(|_| issuers[0].der().clone())).collect();
    for (case, acceptor, text) in [
        ("10,000 names", chained(vec![many], many_key), "during the TLS handshake: "),
        ("100 KiB", chained(long, key), "during the TLS handshake: "),
        ("many ways", chained(chain, bomb_key), "during the TLS handshake: the certificate is not trusted"),
    ] {
        let net = serve(acceptor);
        let start = Instant::now();
        let result = call(&trusting(&net), request("GET", "https://h.test/x")).await;
        check(case, &result, &Error(Unavailable, text));
        // Far more than it takes where others work too, and far less than to try all ways.
        assert!(start.elapsed() < Duration::from_secs(60), "{case}: {:?}", start.elapsed());
    }
}

/// A server that shows a chain of certificates, whatever they are.
fn chained(chain: Vec<CertificateDer<'static>>, key: KeyPair) -> TlsAcceptor {
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_protocol_versions(&BOTH)
        .unwrap()
        .with_no_client_auth();
    let key = config.crypto_provider().key_provider.load_private_key(key).unwrap();
    let shown = SingleCertAndKey::from(CertifiedKey::new(chain, key));
    TlsAcceptor::from(Arc::new(config.with_cert_resolver(Arc::new(shown))))
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
