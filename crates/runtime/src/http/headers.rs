//! The headers of requests and responses: what a script may add, and what it gets to see.
//!
//! A client obeys some headers in ways that let a script rewrite the framing of a request or its destination; those are
//! refused by name. No message shows a value.

use std::borrow::Cow;

use ecow::EcoString;
use http::header::{ACCEPT_ENCODING, AUTHORIZATION, RANGE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::words::quote;
use crate::{Error, Result};

/// Most headers of a script.
const MOST: usize = 128;

/// Most bytes of a script's headers, names and values together.
const MOST_BYTES: usize = 64 * 1024;

/// Headers that are added to a script's, here and on the way: `Authorization`, `User-Agent`, `Accept-Encoding`, `Host`,
/// `Content-Length`, and `traceparent`.
const OURS: usize = 6;

/// Headers that are not the script's, and where they come from.
const REFUSED: [(&str, &str); 10] = [
    ("host", "it is the host of the request"),
    ("content-length", "it follows from the body"),
    ("transfer-encoding", "it follows from the body"),
    ("expect", "a request waits for no interim answer"),
    ("connection", CONNECTION),
    ("keep-alive", CONNECTION),
    ("te", CONNECTION),
    ("trailer", CONNECTION),
    ("upgrade", CONNECTION),
    ("http2-settings", CONNECTION),
];

const CONNECTION: &str = "it belongs to the connection";

/// Headers with this start belong to proxies.
const PROXY: &str = "proxy-";

/// Parts of names of headers whose values are secrets.
const SECRET: [&str; 9] =
    ["auth", "cookie", "token", "secret", "password", "api-key", "apikey", "credential", "signature"];

/// What is sent if the script names no `User-Agent`.
const AGENT: HeaderValue = HeaderValue::from_static(concat!("fluxlet/", env!("CARGO_PKG_VERSION")));

/// Turns pairs of the argument `headers` into headers. Spaces and tabs around values are cut off; secrets are marked.
///
/// ```
/// use fluxlet_runtime::http::headers;
///
/// let parsed = headers::parse(&[("Accept", " text/csv "), ("X-Api-Key", "k3y")])?;
/// assert_eq!(parsed["accept"], "text/csv");
/// assert!(parsed["x-api-key"].is_sensitive());
/// assert!(headers::parse(&[("Host", "evil.example.com")]).is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
///
/// # Errors
/// `invalid` for a name that is no token, is refused, or is there twice in different cases, and for a value with a
/// control character; `resource exhausted` for more than 128 headers or 64 KiB.
pub fn parse(pairs: &[(&str, &str)]) -> Result<HeaderMap> {
    if pairs.len() > MOST {
        return Err(Error::exhausted(format!("argument `headers` has {} entries, more than {MOST}", pairs.len())));
    }
    let bytes: usize = pairs.iter().map(|(name, value)| name.len() + value.len()).sum();
    if bytes > MOST_BYTES {
        return Err(Error::exhausted(format!("argument `headers` has {bytes} bytes, more than {MOST_BYTES}")));
    }
    let mut headers = HeaderMap::with_capacity(pairs.len() + OURS);
    for (name, value) in pairs {
        let parsed = parse_name(name)?;
        let value = parse_value(name, &parsed, value)?;
        if insert(&mut headers, parsed, value)? {
            return Err(of_header(name, "is there twice; names that differ only in case are the same"));
        }
    }
    Ok(headers)
}

/// Tells whether the script brought its own credentials.
///
/// ```
/// use fluxlet_runtime::http::headers;
///
/// assert!(headers::are_signed(&headers::parse(&[("authorization", "Token s3cret")])?));
/// assert!(!headers::are_signed(&headers::parse(&[("accept", "text/csv")])?));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
pub fn are_signed(headers: &HeaderMap) -> bool {
    headers.contains_key(AUTHORIZATION)
}

/// Tells by its name whether the value of a header is a secret: `Authorization`, `Cookie`, `X-Api-Key` and the like.
///
/// ```
/// use fluxlet_runtime::http::headers;
/// use http::HeaderName;
///
/// assert!(headers::is_secret(&HeaderName::from_static("cookie")));
/// assert!(!headers::is_secret(&HeaderName::from_static("accept")));
/// ```
pub fn is_secret(name: &HeaderName) -> bool {
    SECRET.iter().any(|part| name.as_str().contains(part))
}

/// Tells whether the response may be decoded: the script asked for no coding and no range of bytes of its own.
///
/// ```
/// use fluxlet_runtime::http::headers;
///
/// assert!(headers::may_decode(&headers::parse(&[("accept", "text/csv")])?));
/// assert!(!headers::may_decode(&headers::parse(&[("range", "bytes=0-9")])?));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
pub fn may_decode(headers: &HeaderMap) -> bool {
    !headers.contains_key(ACCEPT_ENCODING) && !headers.contains_key(RANGE)
}

/// Adds what every request has: `Authorization`, if it is not the script's, and `User-Agent`.
///
/// ```
/// use fluxlet_runtime::Token;
/// use fluxlet_runtime::http::headers;
///
/// let mut sent = headers::parse(&[("accept", "text/csv")])?;
/// headers::complete(&mut sent, Some(Token::new("s3cret")?.header()))?;
/// assert_eq!(sent["authorization"], "Token s3cret");
/// assert!(sent.contains_key("user-agent"));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
///
/// # Errors
/// `resource exhausted`, which the limits of [`parse`] rule out.
pub fn complete(headers: &mut HeaderMap, authorization: Option<HeaderValue>) -> Result<()> {
    if let Some(authorization) = authorization {
        insert(headers, AUTHORIZATION, authorization)?;
    }
    if !headers.contains_key(USER_AGENT) {
        insert(headers, USER_AGENT, AGENT)?;
    }
    Ok(())
}

/// Walks over headers by canonical name; several values of one name are joined with `, ` in the order they came.
///
/// ```
/// use fluxlet_runtime::http::headers;
///
/// let parsed = headers::parse(&[("x-request-id", "7")])?;
/// assert_eq!(headers::shown(&parsed).next(), Some(("X-Request-Id".into(), "7".into())));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
pub fn shown(headers: &HeaderMap) -> impl Iterator<Item = (EcoString, Cow<'_, str>)> {
    // The values of one name come one after the other.
    let mut entries = headers.iter().peekable();
    std::iter::from_fn(move || {
        let (name, value) = entries.next()?;
        let mut joined = text(value);
        while let Some((_, value)) = entries.next_if(|(next, _)| *next == name) {
            joined = joined + ", " + text(value);
        }
        Some((canonical(name), joined))
    })
}

/// Reads a value as UTF-8, or as ISO-8859-1 where it is none.
///
/// ```
/// use fluxlet_runtime::http::headers;
/// use http::HeaderValue;
///
/// assert_eq!(HeaderValue::from_bytes(b"caf\xe9").ok().as_ref().map(headers::text).as_deref(), Some("café"));
/// ```
pub fn text(value: &HeaderValue) -> Cow<'_, str> {
    match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => text.into(),
        Err(_) => value.as_bytes().iter().copied().map(char::from).collect(),
    }
}

fn parse_name(name: &str) -> Result<HeaderName> {
    let parsed = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| of_header(name, "has no valid name; names are letters, digits and a few signs such as `-`"))?;
    let refused = REFUSED.iter().find(|(refused, _)| *refused == parsed.as_str()).map(|(_, reason)| *reason);
    let reason = refused.or_else(|| parsed.as_str().starts_with(PROXY).then_some("it belongs to proxies"));
    match reason {
        Some(reason) => Err(of_header(name, &format!("is not a script's to set: {reason}"))),
        None => Ok(parsed),
    }
}

fn parse_value(name: &str, parsed: &HeaderName, value: &str) -> Result<HeaderValue> {
    let value = value.trim_matches([' ', '\t']);
    if let Some((offset, _)) = value.char_indices().find(|(_, c)| c.is_control() && *c != '\t') {
        return Err(of_header(name, &format!("holds a control character at offset {offset} of its value")));
    }
    let mut value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| of_header(name, "has no valid value"))?;
    value.set_sensitive(is_secret(parsed));
    Ok(value)
}

/// Returns whether the name was there before.
fn insert(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) -> Result<bool> {
    let before = headers.try_insert(name, value).map_err(|_| Error::exhausted("the request has too many headers"))?;
    Ok(before.is_some())
}

fn of_header(name: &str, problem: &str) -> Error {
    Error::invalid(format!("argument `headers`: {} {problem}", quote(name)))
}

/// Returns a name, which is in small letters, as Go writes it: a capital at the start and after each hyphen. A name with
/// a byte that no header name has stays as it is.
fn canonical(name: &HeaderName) -> EcoString {
    let name = name.as_str();
    let mut cased = EcoString::from(name);
    // The only such byte that gets here, over HTTP/2.
    if name.contains('"') {
        return cased;
    }
    let letters = cased.make_mut();
    let mut start = 0;
    for part in name.as_bytes().split(|byte| *byte == b'-') {
        if let Some(first) = letters.get_mut(start..=start) {
            first.make_ascii_uppercase();
        }
        start += part.len() + 1;
    }
    cased
}
