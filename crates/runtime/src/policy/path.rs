//! Paths of an allow list, compared segment by segment.

use std::fmt;
use std::str::FromStr;

use ecow::EcoString;
use percent_encoding::{percent_decode, percent_decode_str};

use crate::http::target;
use crate::{Error, Result};

/// Most times that a path is decoded to see what a chain of servers could make of it.
const DECODED: usize = 4;

/// A path and all that is below it: `/api/v2` contains `/api/v2/buckets`, but not `/api/v20`.
///
/// ```
/// use fluxlet_runtime::PathPrefix;
///
/// let prefix: PathPrefix = "/api/v2".parse()?;
/// assert!(prefix.contains("/api/v2/buckets"));
/// assert!(!prefix.contains("/api/v20"));
/// assert!(!prefix.contains("/api/v2/%2e%2e/private"));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PathPrefix(EcoString);

impl PathPrefix {
    /// Tells whether a path, percent-encoded as it is sent, is the one or below it.
    ///
    /// It has to be so for servers that take `%2F` for a slash and for those that do not. A path with `.` or `..`
    /// segments, however they are written, is below none.
    pub fn contains(&self, path: &str) -> bool {
        let split = path.split('/').map(|segment| percent_decode_str(segment).collect::<Vec<u8>>());
        let decoded: Vec<u8> = percent_decode_str(path).collect();
        let joined = decoded.split(|byte| matches!(byte, b'/' | b'\\')).map(<[u8]>::to_vec);
        !is_ambiguous(path) && self.starts(split) && self.starts(joined)
    }

    fn starts(&self, mut segments: impl Iterator<Item = Vec<u8>>) -> bool {
        let own = self.0.split('/').map(|segment| percent_decode_str(segment).collect::<Vec<u8>>());
        own.into_iter().all(|own| segments.next().is_some_and(|segment| segment == own))
    }
}

impl FromStr for PathPrefix {
    type Err = Error;

    /// # Errors
    /// `invalid` for what does not start with `/`, has a query, escapes that are none, or dot segments.
    fn from_str(text: &str) -> Result<Self> {
        if !text.starts_with('/') {
            return Err(Error::invalid("a path starts with `/`"));
        }
        target::check("path", text, 0)?;
        if text.contains('?') {
            return Err(Error::invalid("a path has no query"));
        }
        if is_ambiguous(text) {
            return Err(Error::invalid("a path has no `.` and `..` segments"));
        }
        Ok(Self(text.trim_end_matches('/').into()))
    }
}

impl fmt::Display for PathPrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "/" } else { &self.0 })
    }
}

impl fmt::Debug for PathPrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Tells whether a server or a proxy could read a segment as `.` or `..`, also if it decodes more than once, takes a
/// backslash for a slash, or cuts off what follows a `;`.
pub(super) fn is_ambiguous(path: &str) -> bool {
    let dots = |path: &[u8]| {
        path.split(|byte| matches!(byte, b'/' | b'\\')).any(|segment| {
            let name = segment.split(|&byte| byte == b';').next().unwrap_or_default();
            matches!(name, b"." | b"..")
        })
    };
    let mut path = path.as_bytes().to_vec();
    for _ in 0..DECODED {
        if dots(&path) {
            return true;
        }
        let decoded: Vec<u8> = percent_decode(&path).collect();
        if decoded == path {
            return false;
        }
        path = decoded;
    }
    // Nobody means what is still encoded.
    true
}

#[cfg(test)]
mod tests;
