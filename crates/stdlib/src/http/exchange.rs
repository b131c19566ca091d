//! From arguments to a request, and from a response to values, for all packages that send requests anywhere.
//!
//! These requests go wherever the policy of the context allows, and carry what the script gives: nothing of the
//! context's own credentials, not even to the context's own server.

use std::time::Duration;

use ::http::{HeaderMap, Method};
use bytes::Bytes;
use fluxlet_runtime::http::target::Url;
use fluxlet_runtime::http::words::{Subject, quote};
use fluxlet_runtime::http::{Redirects, Request, Response, headers, target};
use fluxlet_runtime::{Arguments, Dict, Error, Record, Result, Run, Value};

use crate::message::quoted;

/// What stands for a request without a timeout of its own; the run's deadline bounds it.
pub(crate) const NO_TIMEOUT: Duration = Duration::MAX;

/// Most redirects that are followed.
const REDIRECTS: u32 = 10;

/// What a script asks for, checked but for its URL.
pub(crate) struct Draft<'a> {
    pub(crate) method: Method,
    pub(crate) url: &'a str,
    /// An encoded query that takes the place of the URL's own.
    pub(crate) query: Option<String>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
    pub(crate) timeout: Duration,
}

impl Draft<'_> {
    /// Makes the request.
    ///
    /// # Errors
    /// Those of [`Url::parse`], and `resource exhausted` for too long a target.
    pub(crate) fn build(self, run: &Run) -> Result<Request> {
        let url = Url::parse("url", self.url)?;
        let path = if url.path.is_empty() { "/".to_owned() } else { target::encode_text(url.path).into_owned() };
        let query = self.query.or_else(|| url.query.map(|query| target::encode_text(query).into_owned()));
        let target = target::join(path, query.as_deref())?;
        let mut headers = self.headers;
        headers::complete(&mut headers, None)?;
        Ok(Request {
            method: self.method,
            origin: url.origin,
            target,
            decompress: headers::may_decode(&headers),
            headers,
            body: self.body.filter(|body| !body.is_empty()),
            timeout: self.timeout,
            redirects: Redirects::Follow(REDIRECTS),
            max_response_bytes: run.context().limits().response_body,
            policy: run.context().policy().clone(),
            trusted_origin: false,
        })
    }
}

/// Sends a request; its errors name it.
///
/// # Errors
/// Those of [`Run::send`].
pub(crate) async fn send(run: &Run, request: Request) -> Result<Response> {
    let subject = Subject::of(&request);
    run.send(request).await.map_err(|error| subject.name(error))
}

/// Reads the argument `headers`, a record of texts; without it there are none.
///
/// # Errors
/// `invalid` for a field that is no text, and those of [`headers::parse`].
pub(crate) fn header_record(args: &Arguments) -> Result<HeaderMap> {
    let Some(record) = args.optional::<&Record>("headers")? else { return Ok(HeaderMap::new()) };
    let pairs: Result<Vec<_>> = record.iter().map(|(name, value)| Ok((name.as_str(), text(name, value)?))).collect();
    headers::parse(&pairs?)
}

/// Reads the argument `headers`, a dictionary of texts; without it there are none.
///
/// # Errors
/// `invalid` for a value that is no text, and those of [`headers::parse`].
pub(crate) fn header_dict(args: &Arguments) -> Result<HeaderMap> {
    let Some(dict) = args.optional::<&Dict>("headers")? else { return Ok(HeaderMap::new()) };
    let mut pairs = Vec::new();
    for (name, value) in dict.iter() {
        let Value::String(name) = name else {
            return Err(Error::invalid("argument `headers` must be a dictionary of strings"));
        };
        pairs.push((name.as_str(), text(name, value)?));
    }
    headers::parse(&pairs)
}

/// Returns the headers of a response as a dictionary.
pub(crate) fn dict(response: &Response) -> Dict {
    Dict::of_strings(headers::shown(&response.headers))
}

/// Returns the headers of a response as a record.
pub(crate) fn record(response: &Response) -> Record {
    headers::shown(&response.headers).map(|(name, value)| (name, Value::from(&*value))).collect()
}

/// Reads the value of a header.
fn text<'a>(name: &str, value: &'a Value) -> Result<&'a str> {
    match value {
        Value::String(text) => Ok(text),
        Value::Null(_) => Err(Error::invalid(format!(
            "argument `headers`: the value of {} is null, it must be a string",
            quote(name)
        ))),
        _ => Err(Error::invalid(format!("header value {} must be a string", quoted(name)))),
    }
}
