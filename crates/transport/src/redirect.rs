//! What follows a redirect, and what of a request goes with it.

use fluxlet_runtime::Scheme;
use http::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderMap, HeaderName, LOCATION, USER_AGENT};
use http::{Method, StatusCode};

use crate::exchange::{Hop, try_insert};
use crate::fault::Fault;
use crate::location;

/// The headers that another origin may see. Everything else might be a secret.
const HARMLESS: [HeaderName; 4] = [ACCEPT, ACCEPT_LANGUAGE, USER_AGENT, CONTENT_TYPE];

/// Returns the request that a response to `hop` redirects to; `None` if it is an answer.
///
/// Nothing that is dropped on the way to another origin ever comes back, since each hop is made from the one before. No
/// `Referer` is sent.
pub(crate) fn next(hop: &Hop, status: StatusCode, headers: &HeaderMap) -> Result<Option<Box<Hop>>, Fault> {
    let repeats = match status.as_u16() {
        301..=303 => false,
        307 | 308 => true,
        _ => return Ok(None),
    };
    let mut locations = headers.get_all(LOCATION).iter();
    let reference = match locations.next() {
        Some(reference) if !reference.is_empty() => reference,
        _ => return Ok(None),
    };
    if locations.any(|other| other != reference) {
        return Err(Fault::invalid("the server redirects to several places at once"));
    }
    let destination = location::resolve(&hop.origin, &hop.target, reference.as_bytes())?;
    if hop.origin.scheme() == Scheme::Https && destination.origin.scheme() == Scheme::Http {
        return Err(Fault::denied(format!(
            "a redirect from `https` to `http` is not followed: {}",
            destination.origin
        )));
    }
    let same_origin = destination.origin == hop.origin;
    let body = if repeats { hop.body.clone() } else { None };
    if !same_origin && body.as_ref().is_some_and(|body| !body.is_empty()) {
        let to = destination.origin;
        return Err(Fault::denied(format!("a redirect does not carry the body of a request to another origin: {to}")));
    }
    let method = if repeats || hop.method == Method::HEAD { hop.method.clone() } else { Method::GET };
    let mut sent = if same_origin { hop.headers.clone() } else { harmless(&hop.headers)? };
    if body.is_none() {
        drop_content(&mut sent);
    }
    Ok(Some(Box::new(Hop {
        method,
        origin: destination.origin,
        target: destination.target,
        headers: sent,
        body,
        trusted: false,
    })))
}

fn harmless(headers: &HeaderMap) -> Result<HeaderMap, Fault> {
    let mut kept = HeaderMap::new();
    for name in HARMLESS {
        if let Some(value) = headers.get(&name) {
            try_insert(&mut kept, name, value.clone())?;
        }
    }
    Ok(kept)
}

/// Removes the headers that describe a body.
fn drop_content(headers: &mut HeaderMap) {
    let describing: Vec<_> = headers.keys().filter(|name| name.as_str().starts_with("content-")).cloned().collect();
    for name in describing {
        headers.remove(name);
    }
}
