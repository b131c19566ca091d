//! A hostile server answers with any bytes: a request ends, and a body that it gives is whole, decoded or not; FUZ-09,
//! FUZ-11.
#![no_main]

use std::io::{self, Read};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use fluxlet::runtime::http::{HttpClient, Redirects, Request, Response};
use fluxlet::runtime::{BoxFuture, NetworkPolicy, Origin, Result, Scheme};
use fluxlet::transport::{BoxStream, Dial, Resolve, Transport};
use http::{HeaderMap, Method};
use libfuzzer_sys::fuzz_target;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Most bytes of a body.
const LIMIT: u64 = 1 << 20;

/// A server at every address: it reads a request and sends its bytes, whatever it is asked.
#[derive(Clone)]
struct Server {
    bytes: Arc<[u8]>,
    /// How many bytes it sends at once.
    piece: usize,
    /// Whether it stays silent at the end instead of closing.
    holds: bool,
}

impl Resolve for Server {
    fn resolve(&self, origin: &Origin) -> BoxFuture<'_, Result<Vec<SocketAddr>>> {
        let address = SocketAddr::from((Ipv4Addr::new(93, 184, 216, 1), origin.port()));
        Box::pin(std::future::ready(Ok(vec![address])))
    }
}

impl Dial for Server {
    fn dial(&self, _: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>> {
        let (near, mut far) = tokio::io::duplex(64 * 1024);
        let Self { bytes, piece, holds } = self.clone();
        tokio::spawn(async move {
            // An answer that comes before the request is no answer.
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                let Ok(byte) = far.read_u8().await else { return };
                request.push(byte);
            }
            for piece in bytes.chunks(piece) {
                if far.write_all(piece).await.is_err() {
                    return;
                }
                tokio::task::yield_now().await;
            }
            if holds {
                std::future::pending::<()>().await;
            }
        });
        Box::pin(async { Ok(Box::new(near) as BoxStream) })
    }
}

// The first byte says how the server sends the rest, and what it is asked.
fuzz_target!(|data: &[u8]| {
    let Some((&plan, bytes)) = data.split_first() else { return };
    let piece = [usize::MAX, 1, 7, 100][usize::from(plan & 3)];
    let server = Server { bytes: bytes.into(), piece, holds: plan & 4 != 0 };
    let method = if plan & 8 == 0 { Method::GET } else { Method::HEAD };
    let follows = plan & 16 != 0;
    let transport = Transport::builder().resolver(server.clone()).dialer(server.clone()).only_these_roots(true).build();
    let request = Request {
        method: method.clone(),
        origin: Origin::parse(Scheme::Http, "h.test").expect("an origin"),
        target: "/x".to_owned(),
        headers: HeaderMap::new(),
        body: None,
        timeout: Duration::from_secs(30),
        redirects: if follows { Redirects::Follow(2) } else { Redirects::Return },
        decompress: plan & 32 == 0,
        max_response_bytes: LIMIT,
        policy: Arc::new(NetworkPolicy::public_only()),
        trusted_origin: false,
    };
    let decompress = request.decompress;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    let result = runtime.expect("a runtime").block_on(async {
        // Virtual time: a request that nobody wakes ends here, one that spins never does.
        tokio::time::timeout(Duration::from_secs(60), transport.send(request)).await
    });
    let Ok(result) = result else { panic!("the request outlives its timeout") };
    if let Ok(response) = result {
        assert!(response.body.len() as u64 <= LIMIT, "the body is longer than the limit");
        if method == Method::HEAD {
            assert!(response.body.is_empty(), "a body of HEAD");
        } else if let Some(body) = whole_body(bytes) {
            check(&response, &body, decompress);
        }
    }
});

fn check(response: &Response, body: &[u8], decompress: bool) {
    let coded = response.headers.contains_key("content-encoding");
    let received =
        response.headers.contains_key("content-length") || response.headers.contains_key("transfer-encoding");
    if !coded && *response.body == *body {
        return;
    }
    if coded || !decompress {
        assert_eq!(response.body, body, "the body is another");
        return;
    }
    let mut decoded = Vec::new();
    let whole = flate2::read::MultiGzDecoder::new(body).take(2 * LIMIT).read_to_end(&mut decoded);
    assert!(whole.is_ok() || (body.is_empty() && received), "a broken gzip body was accepted");
    assert_eq!(response.body, decoded, "the decoded body is another");
}

/// Reads a plain answer in the simplest way; `None` for what is not plain: other statuses, odd or repeated headers.
fn whole_body(bytes: &[u8]) -> Option<Vec<u8>> {
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let body = &bytes[end + 4..];
    let mut lines = head.split("\r\n");
    if head.split("\r\n").any(|line| line.contains(char::is_control)) || !lines.next()?.starts_with("HTTP/1.1 200 ") {
        return None;
    }
    let (mut length, mut chunked) = (None, false);
    for line in lines {
        let (name, value) = line.split_once(':')?;
        let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !plain {
            return None;
        }
        match &*name.to_ascii_lowercase() {
            "content-length" if length.is_none() => length = Some(value.trim().parse::<usize>().ok()?),
            "transfer-encoding" if !chunked && value.trim() == "chunked" => chunked = true,
            "content-length" | "transfer-encoding" | "upgrade" => return None,
            _ => {}
        }
    }
    match (length, chunked) {
        (Some(_), true) => None,
        (Some(length), false) => Some(body.get(..length).expect("a cut body was accepted").to_vec()),
        (None, true) => Some(unchunked(body).expect("broken chunks were accepted")),
        (None, false) => Some(body.to_vec()),
    }
}

fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let line = String::from_utf8_lossy(&rest[..end]);
        let size = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        rest = &rest[end + 1..];
        if size == 0 {
            return Some(body);
        }
        body.extend(rest.get(..size)?);
        rest = rest.get(size..)?.strip_prefix(b"\r\n")?;
    }
}
