//! Request bodies, BOD-01 to BOD-12.

use std::io;
use std::net::SocketAddr;

use bytes::Bytes;
use fluxlet_runtime::{BoxFuture, Origin, Result};
use fluxlet_transport::{Resolve, Transport};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::net::{Net, Step, call, request, response, with_body};

/// BOD-01, BOD-02, BOD-03, BOD-10: what is announced.
#[tokio::test]
async fn lengths() {
    let cases = [
        ("BOD-01", "POST", None, Some("0")),
        ("BOD-01 PUT", "PUT", None, Some("0")),
        ("BOD-01 PATCH", "PATCH", None, Some("0")),
        ("BOD-02", "GET", None, None),
        ("BOD-02 HEAD", "HEAD", None, None),
        ("BOD-02 DELETE", "DELETE", None, None),
        ("BOD-03", "GET", Some("abc"), Some("3")),
        ("BOD-03 DELETE", "DELETE", Some("abc"), Some("3")),
        ("BOD-10", "PUT", Some(""), Some("0")),
    ];
    for (case, method, body, length) in cases {
        let net = Net::new();
        net.serve("h.test:8086", &[&[Step::Read, response(200, "", "")]]);
        let mut request = request(method, "http://h.test:8086/x");
        request.body = body.map(|body| Bytes::from_static(body.as_bytes()));
        call(&net.transport(), request).await.unwrap();
        let sent = net.requests().concat();
        let (head, sent_body) = sent.split_once("\r\n\r\n").unwrap();
        let head = head.to_lowercase();
        assert_eq!(head.lines().find_map(|line| line.strip_prefix("content-length: ")), length, "{case}");
        assert_eq!(sent_body, body.unwrap_or_default(), "{case}");
        assert!(head.contains("host: h.test:8086"), "{case}: {head}");
        assert!(!head.contains("transfer-encoding"), "{case}: {head}");
        assert!(head.starts_with(&format!("{} /x?q=", method.to_lowercase())), "{case}: {head}");
    }
}

/// BOD-04: every byte value, and a body of many pieces.
#[tokio::test]
async fn bodies_arrive_as_they_are() {
    let body: Vec<u8> = (0..300_000).map(|at: u32| (at % 251) as u8 ^ (at >> 9) as u8).collect();
    let net = Net::new();
    net.serve("h.test:80", &[&[Step::Read, response(200, "", "")]]);
    let mut request = request("POST", "http://h.test/x");
    request.body = Some(Bytes::from(body.clone()));
    call(&net.transport(), request).await.unwrap();
    let sent = net.requests().concat();
    assert!(sent.ends_with(&*String::from_utf8_lossy(&body)));
}

struct Everywhere(SocketAddr);

impl Resolve for Everywhere {
    fn resolve(&self, _: &Origin) -> BoxFuture<'_, Result<Vec<SocketAddr>>> {
        Box::pin(async { Ok(vec![self.0]) })
    }
}

/// BOD-07: a server that refuses a body, answers, and closes with bytes unread, so that TCP resets the connection.
#[tokio::test]
async fn an_early_answer_is_returned() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = [0; 16];
            let _ = stream.read_exact(&mut head).await;
            let _ = stream.write_all(b"HTTP/1.1 413 X\r\nContent-Length: 5\r\n\r\nlarge").await;
        }
    });
    let transport = Transport::builder().resolver(Everywhere(address)).build();
    let body = Bytes::from(vec![b'x'; 4 * 1024 * 1024]);
    for run in 0..100 {
        let mut request = request("POST", "http://h.test/x");
        request.body = Some(body.clone());
        let answer = call(&transport, request).await.unwrap_or_else(|error| panic!("run {run}: {error}"));
        assert_eq!((answer.status, &answer.body[..]), (413, &b"large"[..]), "run {run}");
    }
    Ok(())
}

/// BOD-12: an answer before the body was sent, on a connection that stays open.
#[tokio::test]
async fn a_connection_with_half_a_request_is_not_reused() {
    let net = Net::new();
    let early = [Step::ReadHead, response(200, "", "early"), Step::Hold];
    net.serve("h.test:80", &[&early, &[Step::Read, response(200, "", "next")]]);
    let transport = net.transport();
    let mut large = request("POST", "http://h.test/x");
    large.body = Some(Bytes::from(vec![b'x'; 4 * 1024 * 1024]));
    assert_eq!(call(&transport, large).await.unwrap().body, "early");
    let next = call(&transport, with_body(request("POST", "http://h.test/y"), "b")).await.unwrap();
    assert_eq!(next.body, "next");
    assert_eq!(net.dialled().len(), 2);
}

/// HDR-07 to HDR-10, once more below the checks of `api()`: hyper would obey these headers.
#[tokio::test]
async fn framing_headers_are_refused() {
    for name in ["host", "content-length", "transfer-encoding", "connection", "te", "trailer", "upgrade", "expect"] {
        let net = Net::new();
        let mut request = request("GET", "http://h.test/x");
        request.headers.insert(name, "1".parse().unwrap());
        let error = call(&net.transport(), request).await.unwrap_err();
        assert!(error.message().contains(&format!("the header `{name}`")), "{error}");
        assert_eq!(net.lookups().len(), 0, "{name}");
    }
}
