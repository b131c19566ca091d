//! TLS: trust, names, versions of HTTP.

use std::convert::Infallible;
use std::sync::{Arc, LazyLock};

use bytes::Bytes;
use fluxlet_runtime::Code::{DataLoss, PermissionDenied, Unavailable};
use fluxlet_transport::{BoxStream, Transport};
use http_body_util::Full;
use hyper_util::rt::{TokioExecutor, TokioIo};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::TlsAcceptor;

use crate::net::Expect::{Answer, Error};
use crate::net::{Net, Peer, Step, call, check, request, response, send};

static CA: LazyLock<CertifiedIssuer<'static, KeyPair>> = LazyLock::new(|| {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, "authority of the tests");
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
});

/// The certificate of the test's authority.
pub(crate) fn ca() -> String {
    CA.pem()
}

/// Makes a certificate of the test's authority for `names`.
pub(crate) fn signed(names: &[&str]) -> (CertificateDer<'static>, KeyPair) {
    let params = CertificateParams::new(names.iter().map(|name| name.to_string()).collect::<Vec<_>>()).unwrap();
    let key = KeyPair::generate().unwrap();
    (params.signed_by(&key, &CA).unwrap().der().clone(), key)
}

pub(crate) fn acceptor(names: &[&str], protocols: &[&str], years: (i32, i32)) -> TlsAcceptor {
    let mut params = CertificateParams::new(names.iter().map(|name| name.to_string()).collect::<Vec<_>>()).unwrap();
    params.not_before = rcgen::date_time_ymd(years.0, 1, 1);
    params.not_after = rcgen::date_time_ymd(years.1, 1, 1);
    let key = KeyPair::generate().unwrap();
    let certificate = params.signed_by(&key, &CA).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let mut config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.as_bytes().to_vec()).collect();
    TlsAcceptor::from(Arc::new(config))
}

fn tls(names: &[&str], script: &[Step]) -> Peer {
    Peer::PlaysTls(acceptor(names, &[], (2020, 2090)), vec![script.to_vec()])
}

pub(crate) fn trusting(net: &Net) -> Transport {
    net.builder().only_these_roots(true).ca_certificates_pem(ca().as_bytes()).unwrap().build()
}

fn ok() -> Vec<Step> {
    vec![Step::Read, response(200, "", "ok"), Step::Drain]
}

/// TLS-01 to TLS-04, TLS-10: whom a transport believes.
#[tokio::test]
async fn certificates() {
    let net = Net::new();
    net.peer("h.test:443", tls(&["h.test"], &ok()));
    net.peer("wild.test:443", tls(&["*.other.test", "b.test"], &ok()));
    net.peer("old.test:443", Peer::PlaysTls(acceptor(&["old.test"], &[], (2020, 2021)), vec![ok()]));
    net.peer("new.test:443", Peer::PlaysTls(acceptor(&["new.test"], &[], (2080, 2090)), vec![ok()]));
    net.peer("8.8.8.8:443", tls(&["8.8.8.8"], &ok())).peer("8.8.4.4:443", tls(&["h.test"], &ok()));
    let transport = trusting(&net);
    let cases = [
        ("TLS-04", "https://h.test/x", Answer(200, "ok")),
        ("TLS-02", "https://wild.test/x", Error(Unavailable, "not for this host, but for `*.other.test`, `b.test`")),
        ("TLS-01", "https://old.test/x", Error(Unavailable, "the certificate has expired on 2021-01-01")),
        ("TLS-01 early", "https://new.test/x", Error(Unavailable, "not valid before 2080-01-01")),
        ("TLS-10", "https://8.8.8.8/x", Answer(200, "ok")),
        ("TLS-10 name", "https://8.8.4.4/x", Error(Unavailable, "not for this host")),
    ];
    for (case, url, expected) in cases {
        check(case, &call(&transport, request("GET", url)).await, &expected);
    }
    let other = Net::new();
    other.peer("h.test:443", tls(&["h.test"], &ok()));
    let other_ca = rcgen::generate_simple_self_signed(vec!["x.test".to_string()]).unwrap().cert.pem();
    let strict = other.builder().only_these_roots(true).ca_certificates_pem(other_ca.as_bytes()).unwrap();
    let result = call(&strict.build(), request("GET", "https://h.test/x")).await;
    check(
        "TLS-03",
        &result,
        &Error(Unavailable, "during the TLS handshake: the certificate is not trusted: its issuer is"),
    );
    // TLS-22: no roots at all.
    let result = call(&other.builder().only_these_roots(true).build(), request("GET", "https://h.test/x")).await;
    check("TLS-22", &result, &Error(Unavailable, "no trusted roots"));
}

/// TLS-04: roots of one's own stand beside the platform's, and are checked when they are given.
#[tokio::test]
async fn extra_roots() {
    let net = Net::new();
    net.peer("h.test:443", tls(&["h.test"], &ok()));
    let transport = net.builder().ca_certificates_pem(ca().as_bytes()).unwrap().build();
    check("TLS-04", &call(&transport, request("GET", "https://h.test/x")).await, &Answer(200, "ok"));
    for pem in ["", "no PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        assert!(Transport::builder().ca_certificates_pem(pem.as_bytes()).is_err(), "{pem}");
    }
}

/// RED-03, RED-04, RED-06: never out of TLS, and into it without secrets.
#[tokio::test]
async fn redirects_between_schemes() {
    for (case, location) in [("RED-03", "http://h.test/y"), ("RED-06", "http://evil.h.test:8080/y")] {
        let net = Net::new();
        let leave = response(302, &format!("Location: {location}\r\n"), "");
        net.peer("h.test:443", tls(&["h.test"], &[Step::Read, leave]));
        let result = call(&trusting(&net), request("GET", "https://h.test/x")).await;
        check(case, &result, &Error(PermissionDenied, "a redirect from `https` to `http` is not followed"));
        assert_eq!(net.lookups(), ["h.test:443"], "{case}");
    }
    let net = Net::new();
    net.serve("h.test:80", &[&[Step::Read, response(302, "Location: https://h.test/y\r\n", "")]]);
    net.peer("h.test:443", tls(&["h.test"], &ok()));
    check("RED-04", &call(&trusting(&net), request("GET", "http://h.test/x")).await, &Answer(200, "ok"));
    assert!(!net.requests()[1].contains("x-secret"));
}

/// TLS-13, TLS-15: no TLS, and an end that TLS did not announce.
#[tokio::test]
async fn protocol_mistakes() {
    let net = Net::new();
    net.serve("plain.test:443", &[&[send("HTTP/1.1 400 Bad Request\r\n\r\n"), Step::Drain]]);
    net.serve("closing.test:443", &[&[]]);
    let transport = trusting(&net);
    let result = call(&transport, request("GET", "https://plain.test/x")).await;
    check("TLS-13", &result, &Error(Unavailable, "the server does not speak TLS; use `http://`"));
    let result = call(&transport, request("GET", "https://closing.test/x")).await;
    check("TLS", &result, &Error(Unavailable, "during the TLS handshake: the server closed the connection"));
    net.peer("cut.test:443", Peer::Runs(|stream| drop(tokio::spawn(cut_short(stream)))));
    let result = call(&transport, request("GET", "https://cut.test/x")).await;
    check("TLS-15", &result, &Error(DataLoss, "got 3 bytes of a body that did not end"));
}

/// Answers with a body that ends with the connection, which closes without TLS's own end.
async fn cut_short(stream: BoxStream) {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = acceptor(&["cut.test"], &[], (2020, 2090)).accept(stream).await.unwrap();
    let _ = stream.read_u8().await;
    let _ = stream.write_all(b"HTTP/1.1 200 X\r\n\r\nabc").await;
    let _ = stream.flush().await;
}

fn serve_http2(stream: BoxStream) {
    let service = hyper::service::service_fn(|request: http::Request<hyper::body::Incoming>| async move {
        let seen = format!("{:?} {} {:?}", request.version(), request.uri(), request.headers().get("host"));
        Ok::<_, Infallible>(http::Response::new(Full::new(Bytes::from(seen))))
    });
    tokio::spawn(async move {
        let stream = acceptor(&["h.test"], &["h2", "http/1.1"], (2020, 2090)).accept(stream).await.unwrap();
        let io = TokioIo::new(stream);
        let _ = hyper::server::conn::http2::Builder::new(TokioExecutor::new()).serve_connection(io, service).await;
    });
}

/// TLS-12: HTTP/2 by ALPN, on one connection for many requests; not where it is off.
#[tokio::test]
async fn http2() {
    let net = Net::new();
    net.peer("h.test:443", Peer::Runs(serve_http2));
    let transport = trusting(&net);
    let expected = format!("HTTP/2.0 https://h.test/x?q={} None", crate::net::CANARY);
    for _ in 0..3 {
        assert_eq!(call(&transport, request("GET", "https://h.test/x")).await.unwrap().body, expected);
    }
    let calls: Vec<_> = (0..50)
        .map(|_| {
            let transport = transport.clone();
            tokio::spawn(async move { call(&transport, request("POST", "https://h.test/x")).await.unwrap().body })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap(), expected);
    }
    assert_eq!(net.dialled().len(), 1);
    let plain = Net::new();
    plain.peer("h.test:443", Peer::PlaysTls(acceptor(&["h.test"], &["h2", "http/1.1"], (2020, 2090)), vec![ok()]));
    let builder = plain.builder().http2(false).only_these_roots(true).ca_certificates_pem(ca().as_bytes()).unwrap();
    check("TLS-12", &call(&builder.build(), request("GET", "https://h.test/x")).await, &Answer(200, "ok"));
}
