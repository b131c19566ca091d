//! A network in memory for whole scripts: each server does what the path of a request says, mostly something bad.

use std::io::{self, Read};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use fluxlet::runtime::{BoxFuture, Error, Origin, Result};
use fluxlet::transport::{BoxStream, Builder, Dial, Resolve, Transport};
use fluxlet::{Clock, Code, Time};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, sleep};

/// What a call of a path comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// The whole body.
    Body,
    /// An error.
    Error,
}

/// Servers, the first part of the path that is asked of them, and what a call comes to. A server that stands for a fault
/// of the network itself has an empty one.
pub const FAULTS: [(&str, &str, End); 33] = [
    ("h.test", "whole", End::Body),
    ("h.test", "chunked", End::Body),
    ("h.test", "gzip", End::Body),
    ("h.test", "until-close", End::Body),
    ("h.test", "late", End::Body),
    ("h.test", "slow", End::Body),
    ("h.test", "interim", End::Body),
    ("h.test", "redirect", End::Body),
    ("h.test", "extra", End::Body),
    ("h.test", "early", End::Body),
    ("g.test", "whole", End::Body),
    ("g.test", "chunked", End::Body),
    ("h.test", "silent", End::Error),
    ("h.test", "close", End::Error),
    ("h.test", "cut-head", End::Error),
    ("h.test", "cut", End::Error),
    ("h.test", "cut-chunk", End::Error),
    ("h.test", "cut-gzip", End::Error),
    ("h.test", "no-gzip", End::Error),
    ("h.test", "stall", End::Error),
    ("h.test", "garbage", End::Error),
    ("h.test", "two-lengths", End::Error),
    ("h.test", "endless-interim", End::Error),
    ("h.test", "loop", End::Error),
    ("h.test", "inside", End::Error),
    ("h.test", "large", End::Error),
    ("h.test", "endless", End::Error),
    ("h.test", "bomb", End::Error),
    ("refused.test", "", End::Error),
    ("unknown.test", "", End::Error),
    ("silent-name.test", "", End::Error),
    ("silent-port.test", "", End::Error),
    ("10.0.0.1", "", End::Error),
];

/// The network; clones are the same.
#[derive(Clone, Default)]
pub struct Network(Arc<AtomicUsize>);

impl Network {
    /// Starts to set up a transport that knows nothing but this network.
    pub fn builder(&self) -> Builder {
        Transport::builder().resolver(self.clone()).dialer(self.clone())
    }

    /// Returns how many connections its servers hold.
    pub fn open(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// Returns the body that belongs to a number.
pub fn body(number: u64) -> Vec<u8> {
    (0..number.wrapping_mul(7919) % 5000).map(|at| number.wrapping_add(at).to_le_bytes()[0]).collect()
}

/// The clock of the tokio runtime it was made in, which a test can pause.
pub struct RuntimeClock(Instant);

impl Default for RuntimeClock {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Clock for RuntimeClock {
    fn now(&self) -> Time {
        Time(0)
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

impl Resolve for Network {
    fn resolve(&self, origin: &Origin) -> BoxFuture<'_, Result<Vec<SocketAddr>>> {
        let last = match origin.host() {
            "unknown.test" => return Box::pin(async { Err(Error::new(Code::Unavailable, "no such host")) }),
            "silent-name.test" => return Box::pin(std::future::pending()),
            "refused.test" => 1,
            "silent-port.test" => 2,
            "g.test" => 3,
            _ => 4,
        };
        let found = match origin.address() {
            Some(address) => SocketAddr::new(address, origin.port()),
            None => SocketAddr::from((Ipv4Addr::new(93, 184, 216, last), origin.port())),
        };
        Box::pin(async move { Ok(vec![found]) })
    }
}

impl Dial for Network {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, io::Result<BoxStream>> {
        match address.ip().to_string().as_str() {
            "93.184.216.1" => return Box::pin(async { Err(io::ErrorKind::ConnectionRefused.into()) }),
            "93.184.216.2" => return Box::pin(std::future::pending()),
            _ => {}
        }
        let (near, far) = tokio::io::duplex(16 * 1024);
        let open = Connection::of(self);
        tokio::spawn(async move {
            let _open = open;
            // However it ends, the connection is closed then.
            let _ = serve(far).await;
        });
        Box::pin(async { Ok(Box::new(near) as BoxStream) })
    }
}

/// Counts a connection as long as it lives.
struct Connection(Arc<AtomicUsize>);

impl Connection {
    fn of(network: &Network) -> Self {
        network.0.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(&network.0))
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

type Far = tokio::io::DuplexStream;

async fn serve(mut stream: Far) -> io::Result<()> {
    loop {
        let (head, length) = read_head(&mut stream).await?;
        let target = head.split(' ').nth(1).unwrap_or_default();
        let mut parts = target.split('/').skip(1);
        let fault = parts.next().unwrap_or_default();
        let number: u64 = parts.next().and_then(|number| number.parse().ok()).unwrap_or_default();
        if fault != "early" {
            stream.read_exact(&mut vec![0; length]).await?;
        }
        if !answer(&mut stream, fault, number).await? {
            return Ok(());
        }
    }
}

/// Reads the head of a request; returns it, and the length of the body.
async fn read_head(stream: &mut Far) -> io::Result<(String, usize)> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    Ok((head, length.unwrap_or_default()))
}

/// Answers a request; tells whether the connection can take another.
async fn answer(stream: &mut Far, fault: &str, number: u64) -> io::Result<bool> {
    let body = body(number);
    let half = &body[..body.len() / 2];
    let length = format!("Content-Length: {}\r\n", body.len());
    match fault {
        "whole" => respond(stream, "200 OK", &length, &body).await?,
        "chunked" => respond(stream, "200 OK", CHUNKED, &[&chunks(&body), &b"0\r\n\r\n"[..]].concat()).await?,
        "gzip" => {
            let coded = gzip(&*body);
            let head = format!("Content-Encoding: gzip\r\nContent-Length: {}\r\n", coded.len());
            respond(stream, "200 OK", &head, &coded).await?;
        }
        "late" => {
            sleep(Duration::from_secs(2)).await;
            respond(stream, "200 OK", &length, &body).await?;
        }
        "slow" => {
            respond(stream, "200 OK", &length, b"").await?;
            for piece in body.chunks(1000) {
                sleep(Duration::from_millis(100)).await;
                stream.write_all(piece).await?;
            }
        }
        "interim" => {
            stream.write_all(b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n").await?;
            respond(stream, "404 Not Found", &length, &body).await?;
        }
        "redirect" => redirect(stream, &format!("/whole/{number}")).await?,
        "loop" => redirect(stream, &format!("/loop/{number}")).await?,
        "inside" => redirect(stream, "http://10.0.0.1/").await?,
        "extra" => {
            respond(stream, "200 OK", &length, &body).await?;
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstray").await?;
        }
        _ => {
            spoil(stream, fault, &length, &body, half).await?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// Answers so that the connection ends with it.
async fn spoil(stream: &mut Far, fault: &str, length: &str, body: &[u8], half: &[u8]) -> io::Result<()> {
    let more = format!("Content-Length: {}\r\n", body.len() + 1);
    match fault {
        "until-close" => respond(stream, "200 OK", "", body).await,
        "early" => {
            respond(stream, "413 Too Large", &format!("Connection: close\r\n{length}"), body).await?;
            drain(stream).await
        }
        "silent" => drain(stream).await,
        "cut-head" => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Le").await,
        "cut" => respond(stream, "200 OK", &more, half).await,
        "cut-chunk" => respond(stream, "200 OK", CHUNKED, &chunks(body)).await,
        "cut-gzip" => {
            let coded = gzip(body);
            respond(stream, "200 OK", "Content-Encoding: gzip\r\n", &coded[..coded.len() - 4]).await
        }
        "no-gzip" => respond(stream, "200 OK", "Content-Encoding: gzip\r\nContent-Length: 5\r\n", b"plain").await,
        "stall" => {
            respond(stream, "200 OK", &more, half).await?;
            drain(stream).await
        }
        "garbage" => stream.write_all(b"SSH-2.0-OpenSSH_9.9\r\n").await,
        "two-lengths" => respond(stream, "200 OK", "Content-Length: 2\r\nContent-Length: 5\r\n", b"hello").await,
        "endless-interim" => loop {
            stream.write_all(b"HTTP/1.1 102 Processing\r\n\r\n").await?;
        },
        "large" => {
            respond(stream, "200 OK", "Content-Length: 1073741824\r\n", half).await?;
            drain(stream).await
        }
        "endless" => {
            respond(stream, "200 OK", CHUNKED, b"").await?;
            loop {
                stream.write_all(&chunks(&[b'x'; 4096])).await?;
            }
        }
        "bomb" => respond(stream, "200 OK", "Content-Encoding: gzip\r\n", &BOMB).await,
        _ => Ok(()),
    }
}

const CHUNKED: &str = "Transfer-Encoding: chunked\r\n";

/// 16 MiB of nothing.
static BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| gzip(io::repeat(0).take(16 << 20)));

async fn respond(stream: &mut Far, status: &str, headers: &str, body: &[u8]) -> io::Result<()> {
    stream.write_all(format!("HTTP/1.1 {status}\r\n{headers}\r\n").as_bytes()).await?;
    stream.write_all(body).await
}

async fn redirect(stream: &mut Far, location: &str) -> io::Result<()> {
    respond(stream, "307 Temporary Redirect", &format!("Location: {location}\r\nContent-Length: 0\r\n"), b"").await
}

/// Reads on until the other side closes.
async fn drain(stream: &mut Far) -> io::Result<()> {
    tokio::io::copy(stream, &mut tokio::io::sink()).await.map(drop)
}

fn chunks(body: &[u8]) -> Vec<u8> {
    let mut coded = Vec::new();
    for piece in body.chunks(1000) {
        coded.extend(format!("{:x}\r\n", piece.len()).bytes());
        coded.extend(piece);
        coded.extend(b"\r\n");
    }
    coded
}

fn gzip(mut body: impl Read) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let written = io::copy(&mut body, &mut encoder).and_then(|_| encoder.finish());
    written.expect("a vector takes all that is written")
}
