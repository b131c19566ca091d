//! The HTTP port: send one request, get one response.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method};

use crate::{BoxFuture, NetworkPolicy, Origin, Result};

pub mod headers;
pub mod target;
pub mod timeout;
pub mod words;

/// Sends requests for a context.
///
/// An implementation sends one request and answers with the whole response, or fails. Any status is a response. It
/// follows redirects and decodes contents as the request says, keeps to the request's policy and limits, and does
/// nothing else: it adds no credentials, keeps no cookies and repeats nothing. It serves many callers at once.
/// Dropping the future cancels the request.
///
/// ```
/// use bytes::Bytes;
/// use fluxlet_runtime::http::{HttpClient, Request, Response};
/// use fluxlet_runtime::{BoxFuture, Context, Result};
///
/// /// Answers every request with its path.
/// struct Echo;
///
/// impl HttpClient for Echo {
///     fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
///         let body = Bytes::from(request.target);
///         Box::pin(async { Ok(Response { status: 200, headers: Default::default(), body }) })
///     }
/// }
///
/// let context = Context::new().with_http(Echo);
/// assert!(context.http().is_some());
/// ```
pub trait HttpClient: Send + Sync {
    /// Sends `request`.
    ///
    /// # Errors
    /// `permission denied` if the policy forbids a target, `unavailable` if no answer could be had, `deadline exceeded`
    /// past the timeout, `resource exhausted` past a limit, `invalid` and `data loss` for answers that are no whole HTTP
    /// response. No message holds a header value, a query, a body or credentials.
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>>;
}

/// A request, ready to be sent. Clones share the memory of the body.
///
/// ```
/// use std::time::Duration;
///
/// use fluxlet_runtime::http::{Redirects, Request};
/// use fluxlet_runtime::{Endpoint, NetworkPolicy};
/// use http::Method;
///
/// let request = Request {
///     method: Method::GET,
///     origin: Endpoint::parse("http://localhost:8086")?.origin,
///     target: "/ping?verbose=true".to_owned(),
///     headers: Default::default(),
///     body: None,
///     timeout: Duration::from_secs(30),
///     redirects: Redirects::Return,
///     decompress: true,
///     max_response_bytes: 1 << 20,
///     policy: NetworkPolicy::open().into(),
///     trusted_origin: true,
/// };
/// assert!(!format!("{request:?}").contains("verbose"));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone)]
pub struct Request {
    /// The method, checked.
    pub method: Method,
    /// Where it goes.
    pub origin: Origin,
    /// Path and query in origin form, percent-encoded, starting with `/`.
    pub target: String,
    /// The headers, but for `Host`, `Content-Length` and what the connection needs. Credentials are marked sensitive.
    pub headers: HeaderMap,
    /// The body; `None` announces none for GET, HEAD and DELETE, and an empty one for the rest.
    pub body: Option<Bytes>,
    /// How long all of it may take, from the first look-up to the last byte of the body.
    pub timeout: Duration,
    /// What happens to a redirect.
    pub redirects: Redirects,
    /// Whether gzip is asked for and decoded.
    pub decompress: bool,
    /// Most bytes of a response body, after decoding.
    pub max_response_bytes: u64,
    /// Where the request and its redirects may go.
    pub policy: Arc<NetworkPolicy>,
    /// Whether [`Request::origin`] is the context's own server, which the policy does not restrict. Redirects to other
    /// origins are restricted again.
    pub trusted_origin: bool,
}

/// What happens to a redirect.
///
/// ```
/// use fluxlet_runtime::http::Redirects;
///
/// assert_ne!(Redirects::Return, Redirects::Follow(0));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Redirects {
    /// The response is returned as it is.
    Return,
    /// It is followed, at most this many times; one more is an error.
    Follow(u32),
}

impl fmt::Debug for Request {
    /// Prints no header value, query or body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.target.split('?').next().unwrap_or_default();
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("origin", &self.origin)
            .field("path", &path)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

/// A whole response.
///
/// ```
/// use fluxlet_runtime::http::Response;
///
/// let response = Response { status: 200, headers: Default::default(), body: "the secret is …".into() };
/// assert!(!format!("{response:?}").contains("secret"));
/// ```
#[derive(Clone)]
pub struct Response {
    /// The status, 100 to 999.
    pub status: u16,
    /// The headers as they came; of a decoded body, without `Content-Encoding` and `Content-Length`.
    pub headers: HeaderMap,
    /// The whole body, decoded.
    pub body: Bytes,
}

impl fmt::Debug for Response {
    /// Prints no header value and no body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
