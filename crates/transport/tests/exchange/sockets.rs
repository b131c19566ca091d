//! What needs real sockets: resets, Unix sockets, large uploads.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use fluxlet_runtime::Code::{DataLoss, PermissionDenied, Unavailable};
use fluxlet_runtime::{NetworkPolicy, Origin, Scheme};
use fluxlet_transport::Transport;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::net::Expect::{Answer, Error};
use crate::net::{call, check, request};

/// Reads the head of a request.
async fn read_head(stream: &mut (impl AsyncReadExt + Unpin)) -> io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    Ok(())
}

/// Serves connections one after the other, and resets each once `part` was sent.
async fn resetting(part: &'static [u8]) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            if !part.is_empty() {
                let _ = read_head(&mut stream).await;
                let _ = stream.write_all(part).await;
                let _ = stream.flush().await;
                // The other side has to have read it: a reset throws away what was not.
                let _ = tokio::time::timeout(Duration::from_millis(50), stream.read_u8()).await;
            }
            stream.set_zero_linger().unwrap();
        }
    });
    address
}

/// RSP-25, TLS-16: resets after the accept, before and within the answer, and within a handshake.
#[tokio::test]
async fn rsp_25_resets() {
    let cases = [
        ("http", &b""[..], Error(Unavailable, "connection")),
        ("http", b"HTTP/1.1 200 X\r\n", Error(Unavailable, "connection reset; the server may have acted")),
        (
            "http",
            b"HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nx",
            Error(DataLoss, "got 1 of 9 bytes, then connection reset"),
        ),
        ("https", b"", Error(Unavailable, "during the TLS handshake: ")),
    ];
    for (scheme, part, expected) in cases {
        let address = resetting(part).await;
        let result = call(&Transport::new().unwrap(), request("GET", &format!("{scheme}://{address}/x"))).await;
        check(&String::from_utf8_lossy(part), &result, &expected);
    }
}

/// BOD-05: a body of 64 MiB, whose memory is never copied.
#[tokio::test]
async fn bod_05_large_bodies() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let size = 64 << 20;
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        read_head(&mut stream).await.unwrap();
        let mut body = (&mut stream).take(size);
        let read = tokio::io::copy(&mut body, &mut tokio::io::sink()).await.unwrap();
        let answer = read.to_string();
        let head = format!("HTTP/1.1 200 X\r\nContent-Length: {}\r\n\r\n{answer}", answer.len());
        stream.write_all(head.as_bytes()).await.unwrap();
    });
    let mut request = request("PUT", &format!("http://{address}/x"));
    request.body = Some(Bytes::from(vec![b'x'; usize::try_from(size).unwrap()]));
    check("BOD-05", &call(&Transport::new().unwrap(), request).await, &Answer(200, "67108864"));
}

/// SRF-19: a Unix socket stands for one origin, and only because the embedder says so.
#[cfg(unix)]
#[tokio::test]
async fn srf_19_unix_sockets() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{}.sock", std::process::id()));
    let listener = tokio::net::UnixListener::bind(&path).unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = read_head(&mut stream).await;
            let _ = stream.write_all(b"HTTP/1.1 200 X\r\nContent-Length: 4\r\n\r\nunix").await;
        }
    });
    let origin = Origin::parse(Scheme::Http, "h.test:8086").unwrap();
    let transport = Transport::builder().unix_socket(origin, &path).build().unwrap();
    let mut public = request("GET", "http://h.test:8086/x");
    public.policy = NetworkPolicy::public_only().into();
    check("SRF-19", &call(&transport, public).await, &Answer(200, "unix"));
    let mut other = request("GET", "http://127.0.0.1:1/x");
    check("other", &call(&transport, other.clone()).await, &Error(Unavailable, "connection refused"));
    other.policy = NetworkPolicy::public_only().into();
    check("other", &call(&transport, other).await, &Error(PermissionDenied, "forbids"));
    std::fs::remove_file(&path).unwrap();
    let gone = call(&transport, request("GET", "http://h.test:8086/x")).await;
    check("gone", &gone, &Error(Unavailable, "failed while connecting: entity not found"));
}

/// POL-08: an idle connection that was reset is not used again.
#[tokio::test]
async fn pol_08_reset_while_idle() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (closed, mut wait) = tokio::sync::mpsc::channel::<()>(1);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            serve_once(&mut stream).await.unwrap();
            stream.set_zero_linger().unwrap();
            drop(stream);
            closed.send(()).await.unwrap();
        }
    });
    let transport = Transport::new().unwrap();
    for _ in 0..3 {
        let result = call(&transport, request("POST", &format!("http://{address}/x"))).await;
        check("POL-08", &result, &Answer(200, "ok"));
        wait.recv().await.unwrap();
    }
}

async fn serve_once(stream: &mut TcpStream) -> io::Result<()> {
    read_head(stream).await?;
    stream.write_all(b"HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\nok").await?;
    // Waits until it was read.
    let mut turns = 0;
    while stream.peer_addr().is_ok() && turns < 10 {
        tokio::task::yield_now().await;
        turns += 1;
    }
    Ok(())
}
