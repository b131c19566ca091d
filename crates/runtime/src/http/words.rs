//! A script's own words and a request in messages: escaped, on one line, cut, and without anything that could be secret.

use std::fmt;

use http::Method;

use super::Request;
use crate::{Error, Origin};

/// Most characters of a script's word that a message shows, before escaping.
const MOST: usize = 64;

/// Longest path in a message, in bytes; the target is ASCII.
const LONGEST_PATH: usize = 160;

/// Method, origin and path of a request, for its errors.
///
/// ```
/// use std::time::Duration;
///
/// use fluxlet_runtime::http::words::Subject;
/// use fluxlet_runtime::http::{Redirects, Request};
/// use fluxlet_runtime::{Endpoint, NetworkPolicy};
///
/// let request = Request {
///     method: http::Method::GET,
///     origin: Endpoint::parse("http://localhost:8086")?.origin,
///     target: "/ping?token=s3cret".to_owned(),
///     headers: Default::default(),
///     body: None,
///     timeout: Duration::from_secs(30),
///     redirects: Redirects::Return,
///     decompress: true,
///     max_response_bytes: 1 << 20,
///     policy: NetworkPolicy::open().into(),
///     trusted_origin: true,
/// };
/// assert_eq!(Subject::of(&request).to_string(), "GET http://localhost:8086/ping");
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
pub struct Subject {
    method: Method,
    origin: Origin,
    /// Without the query, and cut off if it is long.
    path: String,
}

impl Subject {
    /// Keeps what may be told about `request`.
    pub fn of(request: &Request) -> Self {
        let path = request.target.split('?').next().unwrap_or_default();
        let path = match path.get(..LONGEST_PATH) {
            Some(start) if path.len() > LONGEST_PATH => format!("{start}…"),
            _ => path.to_owned(),
        };
        Self { method: request.method.clone(), origin: request.origin.clone(), path }
    }

    /// Puts the request before the message, if the message does not name it already.
    pub fn name(&self, error: Error) -> Error {
        if error.message().contains(&format!("{} {}/", self.method, self.origin)) {
            return error;
        }
        error.prefixed(format_args!("`{self}` failed: "))
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, origin, path } = self;
        write!(f, "{method} {origin}{path}")
    }
}

/// Returns `word` in backquotes, with control characters escaped and the end cut off if it is long.
///
/// ```
/// use fluxlet_runtime::http::words;
///
/// assert_eq!(words::quote("get\u{1b}[31m"), "`get\\u{1b}[31m`");
/// ```
pub fn quote(word: &str) -> String {
    let mut characters = word.chars();
    let start: String = characters.by_ref().take(MOST).collect();
    let rest = if characters.next().is_some() { "…" } else { "" };
    format!("`{}{rest}`", start.escape_debug())
}
