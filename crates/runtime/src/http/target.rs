//! Request targets: paths and queries as scripts write them, checked and percent-encoded.
//!
//! A target is put together as text and never parsed as a URL again: whatever stands in a path, it stays a path of the
//! server that was chosen before.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{Error, Origin, Result, Scheme};

/// Longest target, in bytes.
const LONGEST: usize = 64 * 1024;

/// Most pairs of a query that is given apart.
const MOST_PAIRS: usize = 4096;

/// What cannot stand in a path or a query as it is; `%` was checked before.
const TEXT: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// What Go's `url.QueryEscape` escapes, but for the space, which becomes `+`.
const QUERY: &AsciiSet = &SEGMENT.remove(b' ');

/// What a segment of a path escapes.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// An absolute URL: where a request goes, and what it asks for there.
///
/// ```
/// use fluxlet_runtime::http::target::Url;
///
/// let url = Url::parse("url", "https://example.com:8086/api?limit=1#top")?;
/// assert_eq!(url.origin.authority(), "example.com:8086");
/// assert_eq!((url.path, url.query), ("/api", Some("limit=1")));
/// assert!(Url::parse("url", "https://example.com\\@evil.example.com/").is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Debug)]
pub struct Url<'a> {
    /// Scheme, host and port.
    pub origin: Origin,
    /// The path as it is written: empty, or `/` and more.
    pub path: &'a str,
    /// What is written behind the first `?`.
    pub query: Option<&'a str>,
}

impl<'a> Url<'a> {
    /// Parses `SCHEME://HOST[:PORT][/PATH][?QUERY]`, the argument `name`. A fragment is cut off: no server sees one.
    ///
    /// # Errors
    /// `invalid` for another scheme, credentials, a bad host or port, and what [`check`] refuses; `resource exhausted`
    /// if it has more than 64 KiB. The message shows no part of path and query.
    pub fn parse(name: &str, text: &'a str) -> Result<Self> {
        check_length(text.len())?;
        let Some((scheme, start)) = scheme_of(text) else {
            return Err(Error::invalid(format!("argument `{name}` must start with `http://` or `https://`")));
        };
        let text = text.split('#').next().unwrap_or_default();
        let (before, rest) = text.split_at(start);
        let (authority, target) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        if authority.contains('@') {
            return Err(Error::invalid(format!(
                "argument `{name}` holds credentials; give them in a header `Authorization`"
            )));
        }
        if authority.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
            return Err(Error::invalid(format!(
                "argument `{name}` holds white space, a backslash or a control character in its host"
            )));
        }
        let origin = Origin::parse(scheme, authority)
            .map_err(|error| Error::new(error.code(), format!("argument `{name}`: {}", error.message())))?;
        check(name, target, before.len() + authority.len())?;
        let (path, query) = split_query(target);
        Ok(Self { origin, path, query })
    }
}

/// Checks a path, with or without a query, that stands at `start` of the argument `name`.
///
/// ```
/// use fluxlet_runtime::http::target;
///
/// assert!(target::check("path", "/api/v2/buckets?limit=1", 0).is_ok());
/// assert!(target::check("path", "/api\r\nX-Evil: 1", 0).is_err());
/// ```
///
/// # Errors
/// `invalid` if it holds a backslash, a `#` or a control character, or a `%` that starts no escape. The message shows no
/// part of the path.
pub fn check(name: &str, text: &str, start: usize) -> Result<()> {
    for (offset, character) in text.char_indices() {
        let problem = match character {
            '\\' => "a backslash; write `%5C` if the path has one",
            '#' => "a `#`; write `%23` if the path has one",
            '%' if !starts_escape(text, offset) => "a `%` without two hexadecimal digits; write `%25` for a `%`",
            _ if character.is_control() => "a control character",
            _ => continue,
        };
        let offset = start + offset;
        return Err(Error::invalid(format!("argument `{name}` holds, at offset {offset}, {problem}")));
    }
    Ok(())
}

/// Splits a checked text at its first `?`.
///
/// ```
/// use fluxlet_runtime::http::target;
///
/// assert_eq!(target::split_query("/api?a=1?b"), ("/api", Some("a=1?b")));
/// assert_eq!(target::split_query("/api"), ("/api", None));
/// ```
pub fn split_query(text: &str) -> (&str, Option<&str>) {
    match text.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (text, None),
    }
}

/// Checks the size of a query that is given apart, the argument `name`, before anything is made of it.
///
/// ```
/// use fluxlet_runtime::http::target;
///
/// assert!(target::check_query("query", [("limit", "1")].into_iter()).is_ok());
/// assert!(target::check_query("query", vec![("limit", "1"); 5_000].into_iter()).is_err());
/// ```
///
/// # Errors
/// `resource exhausted` for more than 4096 pairs, or texts that cannot fit into a target.
pub fn check_query<'a>(name: &str, pairs: impl ExactSizeIterator<Item = (&'a str, &'a str)>) -> Result<()> {
    let count = pairs.len();
    if count > MOST_PAIRS {
        return Err(Error::exhausted(format!("argument `{name}` has {count} pairs, more than {MOST_PAIRS}")));
    }
    check_length(pairs.map(|(key, value)| key.len() + value.len()).sum())
}

/// Writes each pair of a query as `KEY=VALUE`, both encoded as Go's `url.QueryEscape` does: letters, digits and `-_.~` stay, a
/// space becomes `+`.
///
/// ```
/// use fluxlet_runtime::http::target;
///
/// assert_eq!(target::encode_query([("name", "a b"), ("x", "1&2")]), ["name=a+b", "x=1%262"]);
/// ```
pub fn encode_query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let pairs = pairs.into_iter();
    pairs.map(|(key, value)| format!("{}={}", query_escape(key), query_escape(value))).collect()
}

/// Encodes what cannot stand in a path or a query as it is; escapes stay as they are.
///
/// ```
/// use fluxlet_runtime::http::target;
///
/// assert_eq!(target::encode_text("/a b/%41"), "/a%20b/%41");
/// ```
pub fn encode_text(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, TEXT).into()
}

/// Encodes a text so that it can stand as one segment of a path.
///
/// ```
/// use fluxlet_runtime::http::target;
///
/// assert_eq!(target::encode_segment("a/b?"), "a%2Fb%3F");
/// ```
pub fn encode_segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

/// Joins an encoded path and an encoded query.
///
/// ```
/// use fluxlet_runtime::http::target;
///
/// assert_eq!(target::join("/api".to_owned(), Some("limit=1"))?, "/api?limit=1");
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
///
/// # Errors
/// `resource exhausted` if the target has more than 64 KiB.
pub fn join(mut path: String, query: Option<&str>) -> Result<String> {
    if let Some(query) = query {
        path.push('?');
        path.push_str(query);
    }
    check_length(path.len())?;
    Ok(path)
}

/// Checks the length of a path with its query.
///
/// ```
/// use fluxlet_runtime::http::target;
///
/// assert!(target::check_length(64 << 10).is_ok());
/// assert!(target::check_length(65 << 10).is_err());
/// ```
///
/// # Errors
/// `resource exhausted` if it is more than 64 KiB.
pub fn check_length(length: usize) -> Result<()> {
    if length > LONGEST {
        return Err(Error::exhausted(format!(
            "path and query have {length} bytes, more than the {LONGEST} of a request target"
        )));
    }
    Ok(())
}

fn query_escape(text: &str) -> String {
    utf8_percent_encode(text, QUERY).to_string().replace(' ', "+")
}

/// Returns the scheme of a URL and where the host starts.
fn scheme_of(text: &str) -> Option<(Scheme, usize)> {
    let known = |scheme: Scheme| {
        let start = format!("{}://", scheme.as_str());
        let found = text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(&start));
        found.then_some((scheme, start.len()))
    };
    known(Scheme::Http).or_else(|| known(Scheme::Https))
}

fn starts_escape(text: &str, offset: usize) -> bool {
    let digits = text.as_bytes().get(offset + 1..offset + 3);
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests;
