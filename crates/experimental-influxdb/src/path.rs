//! The arguments `path` and `query`, joined to a request target below a base path.
//!
//! The target is put together as text and never parsed as a URL again: whatever a script writes into a path, it stays
//! a path of the server that was chosen before.

use std::borrow::Cow;
use std::collections::BTreeSet;

use fluxlet_runtime::http::target;
use fluxlet_runtime::http::words::quote;
use fluxlet_runtime::{Error, Result};
use percent_encoding::percent_decode_str;

/// A checked argument `path`.
#[derive(Debug)]
pub(crate) struct Target<'a> {
    path: &'a str,
    query: Option<&'a str>,
}

/// A word in braces that stands for an id of the context.
pub(crate) struct Placeholder<'a> {
    /// The word with its braces.
    pub(crate) word: &'static str,
    /// The same with the braces percent-encoded.
    pub(crate) literal: &'static str,
    /// The id, if the context has one for the server.
    pub(crate) id: Option<&'a str>,
}

impl<'a> Target<'a> {
    /// Checks the argument `path`: `/…` with an optional query.
    ///
    /// # Errors
    /// `invalid` if it does not start with `/`, holds a backslash, a `#` or a control character, or a `%` that starts no
    /// escape; `resource exhausted` if it has more than 64 KiB. The message shows no part of the path.
    pub(crate) fn parse(text: &'a str) -> Result<Self> {
        if !text.starts_with('/') {
            return Err(Error::invalid("argument `path` must start with `/`"));
        }
        target::check_length(text.len())?;
        target::check("path", text, 0)?;
        let (path, query) = target::split_query(text);
        Ok(Self { path, query })
    }

    /// Joins base path, path and query. The argument `query` comes sorted by key.
    ///
    /// Of the path's own query, pairs stay as they are written, but those with a key that is also in `query`.
    ///
    /// # Errors
    /// `invalid` for a placeholder without an id, and for dot segments below a base path; `resource exhausted` if it has
    /// more than 64 KiB.
    pub(crate) fn join(&self, base_path: &str, ids: &[Placeholder<'_>], query: &[(&str, &str)]) -> Result<String> {
        let path = self.fill(ids)?;
        if !base_path.is_empty() && has_dot_segment(&path) {
            let base = quote(base_path);
            return Err(Error::invalid(format!(
                "argument `path` holds a `.` or `..` segment, which could leave the host's base path {base}"
            )));
        }
        let path = [base_path, &target::encode_text(&path)].concat();
        target::join(path, merge(self.query, query).as_deref())
    }

    /// Returns the path with the ids in the place of their placeholders.
    fn fill(&self, ids: &[Placeholder<'_>]) -> Result<Cow<'a, str>> {
        let mut path = Cow::Borrowed(self.path);
        if !path.contains('{') {
            return Ok(path);
        }
        for Placeholder { word, literal, id } in ids {
            if !self.path.contains(word) {
                continue;
            }
            let Some(id) = id else {
                return Err(Error::invalid(format!(
                    "argument `path` holds `{word}`, but the context has no such id for this host; write the id itself, \
                     or `{literal}` to send the word as it is"
                )));
            };
            path = path.replace(word, &target::encode_segment(id)).into();
        }
        Ok(path)
    }
}

fn merge(written: Option<&str>, pairs: &[(&str, &str)]) -> Option<String> {
    let written = written.map(|written| target::encode_text(written).into_owned());
    if pairs.is_empty() {
        return written;
    }
    let keys: BTreeSet<&[u8]> = pairs.iter().map(|(key, _)| key.as_bytes()).collect();
    let kept = written.iter().flat_map(|written| written.split('&'));
    let kept = kept.filter(|pair| !pair.is_empty() && !keys.contains(&*key_of(pair))).map(str::to_owned);
    let given = target::encode_query(pairs.iter().copied());
    Some(kept.chain(given).collect::<Vec<_>>().join("&"))
}

/// Returns the decoded key of a pair of a query.
fn key_of(pair: &str) -> Vec<u8> {
    let key = pair.split('=').next().unwrap_or_default();
    percent_decode_str(&key.replace('+', " ")).collect()
}

/// Tells whether a server or a proxy could read a segment as `.` or `..`: escapes count as what they stand for, encoded
/// slashes as slashes, and what follows a `;` not at all.
fn has_dot_segment(path: &str) -> bool {
    let decoded: Vec<u8> = percent_decode_str(path).collect();
    let mut segments = decoded.split(|byte| matches!(byte, b'/' | b'\\'));
    segments.any(|segment| {
        let name = segment.split(|&byte| byte == b';').next().unwrap_or_default();
        matches!(name, b"." | b"..")
    })
}
