//! A script's own words and a request in messages: escaped, on one line, cut, and without anything that could be secret.

use std::fmt;

use super::Request;
use crate::Error;

/// Most characters of a script's word that a message shows, before escaping.
const MOST: usize = 64;

/// Longest path in a message, in bytes; the target is ASCII.
const LONGEST_PATH: usize = 160;

/// Method, origin and path of a request, for its errors.
pub struct Subject {
    /// `GET http://localhost:8086/`: what a message that names the request contains.
    known_by: String,
    shown: String,
}

impl Subject {
    /// Keeps what may be told about `request`.
    pub fn of(request: &Request) -> Self {
        let server = format!("{} {}", request.method, request.origin);
        let path = request.target.split('?').next().unwrap_or_default();
        let shown = match path.get(..LONGEST_PATH) {
            Some(start) if path.len() > LONGEST_PATH => format!("{server}{start}…"),
            _ => format!("{server}{path}"),
        };
        Self { known_by: format!("{server}/"), shown }
    }

    /// Puts the request before the message, if the message does not name it already.
    pub fn name(&self, error: Error) -> Error {
        if error.message().contains(&self.known_by) {
            return error;
        }
        error.prefixed(format_args!("`{self}` failed: "))
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Returns `word` in backquotes, with control characters escaped and the end cut off if it is long.
pub fn quote(word: &str) -> String {
    let mut characters = word.chars();
    let start: String = characters.by_ref().take(MOST).collect();
    let rest = if characters.next().is_some() { "…" } else { "" };
    format!("`{}{rest}`", start.escape_debug())
}
