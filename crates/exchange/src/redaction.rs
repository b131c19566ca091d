//! What is replaced before anything of an exchange is kept or shown.

use std::borrow::Cow;
use std::sync::Arc;

use bytes::Bytes;
use fluxlet_runtime::http::{HttpClient, Request, headers, target};
use fluxlet_runtime::{Code, Context, Endpoint, Error, Limits, Origin, Redactor, Result};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::body::Body;

/// Returns the client of a context that is to get a layer.
///
/// # Errors
/// `failed precondition` if the context has none.
pub(crate) fn client(context: &Context) -> Result<Arc<dyn HttpClient>> {
    let missing = || Error::new(Code::FailedPrecondition, "the context has no HTTP client");
    context.http().cloned().ok_or_else(missing)
}

/// Returns a redactor, and a context whose runs tell it their secrets and make their calls one after the other: how long
/// answers take must not decide what is kept or shown first.
pub(crate) fn prepare(context: &Context) -> (Redactor, Context) {
    let redactor = context.redactor().cloned().unwrap_or_default();
    let limits = Limits { concurrent_calls: 1, ..context.limits().clone() };
    let context = context.clone().with_limits(limits).with_redactor(redactor.clone());
    (redactor, context)
}

/// Makes the credentials of a request known: a server may repeat them.
pub(crate) fn learn(request: &Request, redactor: &Redactor) {
    for (_, value) in request.headers.iter().filter(|(name, value)| is_credential(name, value)) {
        let text = headers::text(value);
        // What stands behind the scheme of `Authorization` is the credential.
        redactor.add(text.split_once(' ').map_or(&text, |(_, credential)| credential));
    }
}

/// Returns the origin, or one that does not exist if it holds a secret.
pub(crate) fn origin(origin: &Origin, redactor: &Redactor) -> Origin {
    let text = origin.to_string();
    let hidden = || Endpoint::parse("https://secret.invalid").map(|endpoint| endpoint.origin);
    match redactor.redact(&text) == text {
        true => origin.clone(),
        false => hidden().unwrap_or_else(|_| origin.clone()),
    }
}

/// Returns path and query.
pub(crate) fn target(target: &str, redactor: &Redactor) -> String {
    target::encode_text(&redactor.redact(target)).into_owned()
}

/// Returns the headers in their order, with a mark in the place of credentials.
pub(crate) fn headers(headers: &HeaderMap, redactor: &Redactor) -> Vec<(HeaderName, String)> {
    let shown = |(name, value): (&HeaderName, &HeaderValue)| {
        let credential = is_credential(name, value);
        let text = headers::text(value);
        let text = if credential { Redactor::MARK.to_owned() } else { redactor.redact(&text).into_owned() };
        (name.clone(), text)
    };
    headers.iter().map(shown).collect()
}

/// Returns a body.
pub(crate) fn body(body: &Bytes, redactor: &Redactor) -> Body {
    match redactor.redact_bytes(body) {
        Cow::Borrowed(_) => Body(body.clone()),
        Cow::Owned(redacted) => Body(redacted.into()),
    }
}

fn is_credential(name: &HeaderName, value: &HeaderValue) -> bool {
    // A server that asks for credentials shows none.
    let asks = name == http::header::WWW_AUTHENTICATE || name == http::header::PROXY_AUTHENTICATE;
    !asks && (value.is_sensitive() || headers::is_secret(name))
}
