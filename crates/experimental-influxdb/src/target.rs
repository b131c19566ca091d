//! The arguments `path` and `query`, joined to a request target below a base path.
//!
//! The target is put together as text and never parsed as a URL again: whatever a script writes into a path, it stays
//! a path of the server that was chosen before.

use std::collections::BTreeSet;

use fluxlet_runtime::{Error, Result};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::quote::quote;

/// Longest target, in bytes.
const LONGEST: usize = 64 * 1024;

/// Most pairs of the argument `query`.
const MOST_PAIRS: usize = 4096;

/// What cannot stand in a path or a query as it is; `%` was checked before.
const TEXT: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// What Go's `url.QueryEscape` escapes, but for the space, which becomes `+`.
const QUERY: &AsciiSet = &SEGMENT.remove(b' ');

/// What an id in a path escapes.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

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
        check_length(text.len())?;
        for (offset, character) in text.char_indices() {
            let problem = match character {
                '\\' => "a backslash; write `%5C` if the path has one",
                '#' => "a `#`; write `%23` if the path has one",
                '%' if !starts_escape(text, offset) => "a `%` without two hexadecimal digits; write `%25` for a `%`",
                _ if character.is_control() => "a control character",
                _ => continue,
            };
            return Err(Error::invalid(format!("argument `path` holds, at offset {offset}, {problem}")));
        }
        let (path, query) = match text.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (text, None),
        };
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
        let mut target = String::from(base_path);
        target.extend(utf8_percent_encode(&path, TEXT));
        if let Some(query) = merge(self.query, query) {
            target.push('?');
            target.push_str(&query);
        }
        check_length(target.len())?;
        Ok(target)
    }

    /// Returns the path with the ids in the place of their placeholders.
    fn fill(&self, ids: &[Placeholder<'_>]) -> Result<String> {
        let mut path = self.path.to_owned();
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
            path = path.replace(word, &utf8_percent_encode(id, SEGMENT).to_string());
        }
        Ok(path)
    }
}

/// Checks the size of the argument `query` before anything is made of it.
///
/// # Errors
/// `resource exhausted` for more than 4096 pairs, or texts that cannot fit into a target.
pub(crate) fn check_query(pairs: &[(&str, &str)]) -> Result<()> {
    if pairs.len() > MOST_PAIRS {
        let count = pairs.len();
        return Err(Error::exhausted(format!("argument `query` has {count} pairs, more than {MOST_PAIRS}")));
    }
    check_length(pairs.iter().map(|(key, value)| key.len() + value.len()).sum())
}

/// Encodes as Go's `url.QueryEscape` does: letters, digits and `-_.~` stay, a space becomes `+`.
fn query_escape(text: &str) -> String {
    utf8_percent_encode(text, QUERY).to_string().replace(' ', "+")
}

fn merge(written: Option<&str>, pairs: &[(&str, &str)]) -> Option<String> {
    let written = written.map(|written| utf8_percent_encode(written, TEXT).to_string());
    if pairs.is_empty() {
        return written;
    }
    let keys: BTreeSet<&[u8]> = pairs.iter().map(|(key, _)| key.as_bytes()).collect();
    let kept = written.iter().flat_map(|written| written.split('&'));
    let kept = kept.filter(|pair| !pair.is_empty() && !keys.contains(&*key_of(pair))).map(str::to_owned);
    let given = pairs.iter().map(|(key, value)| format!("{}={}", query_escape(key), query_escape(value)));
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

fn starts_escape(text: &str, offset: usize) -> bool {
    let digits = text.as_bytes().get(offset + 1..offset + 3);
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

fn check_length(length: usize) -> Result<()> {
    if length > LONGEST {
        return Err(Error::exhausted(format!(
            "path and query have {length} bytes, more than the {LONGEST} of a request target"
        )));
    }
    Ok(())
}
