//! The argument `method`: any HTTP method but those that turn the connection or the token around.

use fluxlet_runtime::http::words::quote;
use fluxlet_runtime::{Error, Result};
use http::Method;

/// Longest method, in bytes.
const LONGEST: usize = 32;

/// Methods that are refused, and why.
const REFUSED: [(&str, &str); 3] = [
    ("CONNECT", "it opens a tunnel to wherever the server goes"),
    ("TRACE", "it sends the token back in the body"),
    ("TRACK", "it sends the token back in the body"),
];

/// Turns the argument into a method: ASCII letters in upper case, all else as it is.
///
/// # Errors
/// `invalid` if it is empty, longer than 32 bytes, no HTTP token, or one of CONNECT, TRACE and TRACK.
pub(crate) fn parse(text: &str) -> Result<Method> {
    if text.is_empty() {
        return Err(Error::invalid("argument `method` is empty; give a method such as `get`"));
    }
    if text.len() > LONGEST {
        let length = text.len();
        return Err(Error::invalid(format!("argument `method` has {length} bytes, more than {LONGEST}")));
    }
    let upper = text.to_ascii_uppercase();
    if let Some((name, reason)) = REFUSED.iter().find(|(name, _)| *name == upper) {
        return Err(Error::invalid(format!("argument `method`: `{name}` is not available: {reason}")));
    }
    Method::from_bytes(upper.as_bytes()).map_err(|_| {
        let found = quote(text);
        Error::invalid(format!("argument `method` must be one word of ASCII letters, found {found}"))
    })
}
