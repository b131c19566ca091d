//! What went wrong, before it is known to which request: made from the errors of the layers below.

use std::error::Error as StdError;
use std::io;

use fluxlet_runtime::{Code, Error};

use crate::exchange::Hop;
use crate::flood::FLOODED;
use crate::pool::{HEAD_BYTES, HEAD_FIELDS};
use crate::progress::Progress;
use crate::tls;
use crate::wire::Opening;

/// Longest message, in bytes.
const LONGEST: usize = 1024;

/// A failure: its class and what an error says of it. Holds nothing that a server or a script wrote.
#[derive(Debug)]
pub(crate) struct Fault {
    code: Code,
    problem: String,
}

impl Fault {
    pub(crate) fn new(code: Code, problem: impl Into<String>) -> Self {
        Self { code, problem: problem.into() }
    }

    /// A request or an answer that makes no sense.
    pub(crate) fn invalid(problem: impl Into<String>) -> Self {
        Self::new(Code::Invalid, problem)
    }

    /// No answer could be had.
    pub(crate) fn unavailable(problem: impl Into<String>) -> Self {
        Self::new(Code::Unavailable, problem)
    }

    /// The policy, or the rules for redirects, forbid it.
    pub(crate) fn denied(problem: impl Into<String>) -> Self {
        Self::new(Code::PermissionDenied, problem)
    }

    /// A limit was reached.
    pub(crate) fn exhausted(problem: impl Into<String>) -> Self {
        Self::new(Code::ResourceExhausted, problem)
    }

    /// A part of the answer is missing.
    pub(crate) fn data_loss(problem: impl Into<String>) -> Self {
        Self::new(Code::DataLoss, problem)
    }

    /// Makes the error of a request out of it; `last` is the request at hand.
    pub(crate) fn of(self, progress: &Progress, last: &Hop) -> Error {
        let message = format!("{} failed {}: {}", progress.request(last), progress.stage(), self.problem);
        Error::new(self.code, cut(message))
    }
}

fn cut(mut message: String) -> String {
    if message.len() > LONGEST {
        let mut end = LONGEST - '…'.len_utf8();
        while !message.is_char_boundary(end) {
            end -= 1;
        }
        message.truncate(end);
        message.push('…');
    }
    message
}

/// Says why a dial failed. Only the kind is told: the text of an error may hold addresses.
pub(crate) fn of_dial(error: &io::Error) -> String {
    error.kind().to_string()
}

/// Says that hyper, or what looks at a head after it, finds it too large; hyper says the same of a length near 2⁶⁴.
pub(crate) fn head_too_large() -> Fault {
    let kilobytes = HEAD_BYTES / 1024;
    Fault::exhausted(format!(
        "the head of the response has more than {kilobytes} KiB or {HEAD_FIELDS} fields, or promises more than any body has"
    ))
}

/// Says why there was no answer to a request that may have been sent.
pub(crate) fn of_head(error: &(dyn StdError + 'static), opening: &Opening) -> Fault {
    let Some(hyper) = find::<hyper::Error>(error) else {
        return Fault::unavailable("the connection failed");
    };
    if let Some(problem) = find::<rustls::Error>(error).map(tls::explain) {
        return Fault::unavailable(problem);
    }
    // Servers have a method for it, clients have not.
    if hyper.is_parse() && hyper.to_string().contains("too large") {
        return head_too_large();
    }
    if let Some(speaker) = speaker(opening)
        && (hyper.is_parse() || hyper.is_canceled())
    {
        return Fault::invalid(format!("the answer is no HTTP response: {speaker}"));
    }
    if hyper.is_parse() {
        return Fault::invalid("the answer is no HTTP response: its head is malformed");
    }
    if hyper.is_canceled()
        && let Some(problem) = opening.end()
    {
        return Fault::unavailable(problem);
    }
    if hyper.is_canceled() {
        return Fault::unavailable(if opening.bytes().is_empty() {
            "the connection closed before the request was sent"
        } else {
            "the server sent bytes that nothing had asked for"
        });
    }
    if hyper.is_incomplete_message() {
        return Fault::unavailable("the server closed the connection before it answered; it may have acted");
    }
    if hyper.is_timeout() {
        return Fault::unavailable("the server no longer answers to pings; it may have acted");
    }
    let http2_io = find::<h2::Error>(error).and_then(h2::Error::get_io);
    match (http2_io.or_else(|| find(error)), http2(error)) {
        (Some(io), _) if io.kind() == FLOODED => {
            Fault::invalid("the server sends frames without end that bring nothing")
        }
        (Some(io), _) if matches!(io.kind(), io::ErrorKind::BrokenPipe | io::ErrorKind::UnexpectedEof) => {
            Fault::unavailable("the server closed the connection before it answered; it may have acted")
        }
        (Some(io), _) => Fault::unavailable(format!("{}; the server may have acted", io.kind())),
        (None, Some(text)) => Fault::unavailable(format!("{text}; the server may have acted")),
        (None, None) => Fault::unavailable("the connection failed; the server may have acted"),
    }
}

/// Says why a connection ended that no request used, if that is more than that it is closed.
pub(crate) fn of_end(error: &(dyn StdError + 'static)) -> Option<String> {
    find::<rustls::Error>(error).map(tls::explain).or_else(|| http2(error))
}

/// Tells whether an HTTP/2 server says that it did nothing with a request: it refused the stream, or went away before it.
pub(crate) fn is_unprocessed(error: &(dyn StdError + 'static)) -> bool {
    find::<h2::Error>(error).is_some_and(|error| {
        let refused = error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM);
        error.is_remote() && (refused || error.is_go_away())
    })
}

/// Says that a stream of HTTP/2 ended early, of whose body `got` bytes came.
pub(crate) fn of_reset(got: u64, expected: Option<u64>) -> Fault {
    Fault::data_loss(format!("{}, then the server gave the stream up", counted(got, expected)))
}

fn counted(got: u64, expected: Option<u64>) -> String {
    match expected {
        Some(expected) => format!("got {got} of {expected} bytes"),
        None => format!("got {got} bytes of a body that did not end"),
    }
}

/// Says why a body is not whole, of which `got` bytes came.
pub(crate) fn of_body(error: &(dyn StdError + 'static), got: u64, expected: Option<u64>) -> Fault {
    let counted = counted(got, expected);
    let http2_io = find::<h2::Error>(error).and_then(h2::Error::get_io);
    let reason = match http2_io.or_else(|| find(error)) {
        Some(io) if io.kind() == FLOODED => {
            return Fault::invalid(format!("{counted}, then frames without end that bring nothing"));
        }
        Some(io)
            if matches!(io.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData) && http2_io.is_none() =>
        {
            if let Some(problem) = find::<rustls::Error>(error).map(tls::explain) {
                return Fault::data_loss(format!("{counted}, then {problem}"));
            }
            return Fault::invalid(format!("{counted}, then malformed chunks"));
        }
        Some(io) if matches!(io.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::BrokenPipe) => {
            "the connection closed".to_owned()
        }
        Some(io) => io.kind().to_string(),
        None => http2(error).unwrap_or_else(|| "the connection failed".to_owned()),
    };
    Fault::data_loss(format!("{counted}, then {reason}"))
}

/// Says who speaks at the other end, if that is not an HTTP/1 server. An answer may be refused before all of its opening
/// has come.
fn speaker(opening: &Opening) -> Option<&'static str> {
    let opening = opening.bytes();
    match &opening[..] {
        [] => None,
        _ if b"HTTP/1.".starts_with(&opening) || opening.starts_with(b"HTTP/") => None,
        // A TLS record that holds an alert or a handshake message.
        [0x15 | 0x16] | [0x15 | 0x16, 3, ..] => Some("the server speaks TLS; use `https://`"),
        // The SETTINGS frame that opens HTTP/2.
        [0] | [0, _] | [0, _, _] | [0, _, _, 4, ..] => {
            Some("the server speaks HTTP/2 without TLS, which is not supported")
        }
        _ if b"SSH-".starts_with(&opening) || opening.starts_with(b"SSH-") => {
            Some("an SSH server answers at this port")
        }
        _ => Some("it does not start with `HTTP/`"),
    }
}

/// Finds an error of a type among `error` and its causes, also inside I/O errors, which hide their cause.
pub(crate) fn find<'a, T: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a T> {
    let mut next = Some(error);
    // A bound, for chains that an embedder's dialer may have made.
    for _ in 0..16 {
        let error = next?;
        if let Some(found) = error.downcast_ref::<T>() {
            return Some(found);
        }
        let inner = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        next = match inner {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    None
}

/// Returns what HTTP/2 says of an error, without the text that a server may have added in parentheses.
fn http2(error: &(dyn StdError + 'static)) -> Option<String> {
    let hyper = find::<hyper::Error>(error)?;
    let source = hyper.source()?;
    let text = source.to_string();
    let text = text.split(" (").next().unwrap_or_default();
    let known = ["stream error", "connection error", "protocol error"].iter().any(|start| text.starts_with(start));
    known.then(|| format!("HTTP/2 {text}"))
}
