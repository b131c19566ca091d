//! Response to record.

use std::borrow::Cow;

use fluxlet_runtime::http::Response;
use fluxlet_runtime::{Dict, Record, Value};
use http::{HeaderMap, HeaderValue};

/// Returns the record `{statusCode, headers, body}`; the body is moved, not copied.
pub(crate) fn record(response: Response) -> Record {
    Record::from([
        ("statusCode", Value::Int(response.status.into())),
        ("headers", dict(&response.headers).into()),
        ("body", response.body.into()),
    ])
}

/// Returns headers by canonical name; several values of one name are joined with `, ` in the order they came.
fn dict(headers: &HeaderMap) -> Dict {
    Dict::of_strings(headers.keys().map(|name| {
        let values: Vec<_> = headers.get_all(name).iter().map(text).collect();
        (canonical(name.as_str()), values.join(", "))
    }))
}

/// Returns a name as Go writes it: a capital at the start and after each hyphen, small letters elsewhere. A name with a
/// byte that no header name has stays as it is.
fn canonical(name: &str) -> String {
    if !name.bytes().all(is_token) {
        return name.to_owned();
    }
    let mut start = true;
    let cased = |character: char| {
        let cased = if start { character.to_ascii_uppercase() } else { character.to_ascii_lowercase() };
        start = character == '-';
        cased
    };
    name.chars().map(cased).collect()
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// Reads a value as UTF-8, or as ISO-8859-1 where it is none.
fn text(value: &HeaderValue) -> Cow<'_, str> {
    match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => text.into(),
        Err(_) => value.as_bytes().iter().copied().map(char::from).collect(),
    }
}
