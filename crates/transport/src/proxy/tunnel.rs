//! Asks a proxy for a tunnel to a server.

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::Proxy;
use crate::dial::BoxStream;
use crate::fault::{Fault, of_dial};

/// Most bytes that a proxy may answer with, interim responses included.
const LONGEST: usize = 16 * 1024;

const END: &[u8] = b"\r\n\r\n";

/// Asks `proxy`, which `stream` leads to, for a tunnel to `target`. Nothing else of a request is told.
pub(crate) async fn open(stream: &mut BoxStream, proxy: &Proxy, target: &str) -> Result<(), Fault> {
    let mut request = format!("CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n").into_bytes();
    if let Some(authorization) = proxy.authorization() {
        request.extend(b"Proxy-Authorization: ");
        request.extend(authorization.as_bytes());
        request.extend(b"\r\n");
    }
    request.extend(b"\r\n");
    let sent = async {
        stream.write_all(&request).await?;
        stream.flush().await
    };
    sent.await.map_err(|error| Fault::unavailable(of_dial(&error)))?;
    let mut answer = Vec::new();
    let mut start = 0;
    loop {
        let end = read_head(stream, &mut answer, start).await?;
        let head = answer.get(start..end).unwrap_or_default();
        match status(head) {
            Some(100..=199) => start = end,
            // What else came would be taken for the server's.
            Some(200..=299) if answer.len() > end => {
                return Err(Fault::invalid("the proxy sent more than its answer"));
            }
            Some(200..=299) => return Ok(()),
            Some(407) => return Err(needs_authentication()),
            Some(status) => return Err(Fault::unavailable(format!("the proxy refused with the status {status}"))),
            None => return Err(Fault::invalid("the answer of the proxy is no HTTP response")),
        }
    }
}

pub(crate) fn needs_authentication() -> Fault {
    Fault::unavailable("the proxy asks for other credentials than it got")
}

/// Reads until the head that begins at `start` is whole, and returns where it ends.
async fn read_head(stream: &mut BoxStream, answer: &mut Vec<u8>, start: usize) -> Result<usize, Fault> {
    let mut looked = start;
    loop {
        let rest = answer.get(looked..).unwrap_or_default();
        if let Some(at) = rest.windows(END.len()).position(|window| window == END) {
            return Ok(looked + at + END.len());
        }
        looked = answer.len().saturating_sub(END.len() - 1).max(start);
        if answer.len() >= LONGEST {
            return Err(Fault::exhausted(format!("the proxy needs more than {LONGEST} bytes for its answer")));
        }
        let mut piece = [0; 1024];
        let room = (LONGEST - answer.len()).min(piece.len());
        match stream.read(piece.get_mut(..room).unwrap_or_default()).await {
            Ok(0) => return Err(Fault::unavailable("the proxy closed the connection")),
            Ok(count) => answer.extend(piece.get(..count).unwrap_or_default()),
            Err(error) => return Err(Fault::unavailable(of_dial(&error))),
        }
    }
}

fn status(head: &[u8]) -> Option<u16> {
    let rest = head.strip_prefix(b"HTTP/1.1 ").or_else(|| head.strip_prefix(b"HTTP/1.0 "))?;
    let digits = rest.get(..3)?;
    let ended = matches!(rest.get(3), Some(b' ' | b'\r'));
    let digits = std::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    digits.parse().ok().filter(|status| ended && *status >= 100)
}
