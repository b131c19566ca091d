//! One exchange: a request over a connection, up to the head of its response.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use fluxlet_runtime::{NetworkPolicy, Origin, Scheme};
use http::header::{
    AUTHORIZATION, CONTENT_LENGTH, COOKIE, HOST, HeaderMap, HeaderName, HeaderValue, PROXY_AUTHORIZATION,
    TRANSFER_ENCODING,
};
use http::uri::{Authority, PathAndQuery, Uri};
use http::{Method, StatusCode, Version};
use hyper::body::Incoming;
use hyper::client::conn::TrySendError;
use tokio::runtime::Handle;
use tokio::sync::Notify;

use crate::connect::{Connector, Journey, Route};
use crate::fault::{self, Fault};
use crate::pool::{HEAD_BYTES, HEAD_FIELDS, Key, Lease, Pool, Single};
use crate::progress::Stage;
use crate::proxy::{Proxy, tunnel};
use crate::upload::{Upload, UploadWatch};

/// Most interim responses (1xx) before the real one.
const INTERIM: u32 = 16;

/// Headers that a connection adds to those of a request: `Host`, `Content-Length`, `Proxy-Authorization`.
const ADDED: usize = 3;

/// One request of a chain of redirects.
pub(crate) struct Hop {
    pub(crate) method: Method,
    pub(crate) origin: Origin,
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
    /// Whether the policy does not restrict the origin.
    pub(crate) trusted: bool,
}

/// What all hops of a request share.
pub(crate) struct Exchange<'a> {
    pub(crate) connector: &'a Connector,
    pub(crate) pool: &'a Arc<Pool>,
    pub(crate) policy: &'a Arc<NetworkPolicy>,
    pub(crate) journey: Journey<'a>,
}

/// A response whose body is still to be read.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Incoming,
    pub(crate) http2: bool,
    /// Whether such a response has a body at all.
    pub(crate) has_body: bool,
    pub(crate) link: Link,
}

/// The connection that an answer comes over. Dropping it closes the connection, unless other requests share it.
pub(crate) struct Link {
    key: Key,
    lease: Lease,
    upload: Arc<UploadWatch>,
    reusable: bool,
}

impl Link {
    /// Returns the connection to its pool. The body was read to its end.
    pub(crate) async fn release(self, pool: &Arc<Pool>) {
        // An answer may come before all of the request was sent: what comes next on such a connection is not known.
        if self.reusable && self.upload.is_done() {
            pool.give_back(self.key, self.lease).await;
        }
    }
}

impl Exchange<'_> {
    /// Sends the request of `hop` and waits for the head of the response.
    ///
    /// A request is sent again, over a new connection, in two cases only. Either hyper hands it back, which it does if no
    /// byte of it was written: a connection from the pool may have been closed by the server. Or, once, a server of
    /// HTTP/2 goes away before it, or says that it has not looked at it.
    pub(crate) async fn run(&self, hop: &Hop) -> Result<Box<Answer>, Fault> {
        let allowed = self.policy.check(&hop.origin, &hop.method, &hop.target, hop.trusted);
        allowed.map_err(|error| Fault::denied(error.message()))?;
        let policy = (!hop.trusted).then_some(self.policy.as_ref());
        let route = self.connector.route(&hop.origin, policy);
        self.keep_from_proxy(hop, &route)?;
        if let Route::Forward(proxy) | Route::Tunnel(proxy) = &route {
            self.journey.progress.through(proxy);
        }
        let key = Key {
            runtime: Handle::current().id(),
            origin: hop.origin.clone(),
            policy: Arc::clone(self.policy),
            trusted: hop.trusted,
        };
        let mut pooled = self.pool.take(&key);
        let mut refused = false;
        loop {
            let used = pooled.is_some();
            let lease = match pooled.take() {
                Some(lease) => lease,
                None => {
                    // Boxed, since it is large and rare: most requests find a connection in the pool.
                    let connect = self.connector.connect(&hop.origin, policy, route.clone(), &self.journey);
                    let connected = Box::pin(connect).await?;
                    Box::pin(self.pool.open(&key, connected)).await?
                }
            };
            match self.send(hop, &key, lease, used).await? {
                Sent::Answered(answer) => return Ok(answer),
                Sent::Unwritten => {}
                Sent::Refused(fault) if refused => return Err(fault),
                Sent::Refused(_) => refused = true,
            }
        }
    }

    /// Refuses a request with credentials that a proxy would read.
    fn keep_from_proxy(&self, hop: &Hop, route: &Route<'_>) -> Result<(), Fault> {
        let (Route::Forward(proxy) | Route::Tunnel(proxy)) = route else { return Ok(()) };
        let secret =
            |(name, value): (&HeaderName, &HeaderValue)| value.is_sensitive() || [AUTHORIZATION, COOKIE].contains(name);
        let plain = hop.origin.scheme() == Scheme::Http;
        if plain && !self.connector.proxies.trusted && hop.headers.iter().any(secret) {
            return Err(Fault::denied(format!(
                "the proxy `{proxy}` would read the credentials of the request; use `https`"
            )));
        }
        Ok(())
    }

    /// Sends the request over a connection, which was `used` before or not.
    async fn send(&self, hop: &Hop, key: &Key, mut lease: Lease, used: bool) -> Result<Sent, Fault> {
        let (body, upload) = Upload::new(hop.body.as_ref(), self.journey.progress);
        let interim = Arc::new(Interim::default());
        self.journey.progress.enter(if upload.is_done() { Stage::Wait } else { Stage::Send });
        // The request is not kept beside the future that sends it.
        let sent = match &mut lease {
            Lease::Single(single) => {
                let request = over_http1(hop, body, single, &interim)?;
                // A connection from the pool was ready, one that is new will be.
                if poll_fn(|cx| single.sender.poll_ready(cx)).await.is_err() && used {
                    return Ok(Sent::Unwritten);
                }
                interim.watch(pin!(single.sender.try_send_request(request))).await
            }
            Lease::Multi(multi) => {
                let request = request(hop, absolute_form(hop)?, body)?;
                interim.watch(pin!(multi.sender.clone().try_send_request(request))).await
            }
        };
        let response = match sent {
            Some(Ok(response)) => response,
            Some(Err(mut error)) => {
                let unwritten = error.take_message().is_some();
                if used && unwritten {
                    return Ok(Sent::Unwritten);
                }
                let fault = fault::of_head(error.error(), lease.opening());
                let shared = matches!(lease, Lease::Multi(_));
                if shared && (unwritten || fault::is_unprocessed(error.error())) {
                    self.pool.forget(key, &lease);
                    return Ok(Sent::Refused(fault));
                }
                return Err(fault);
            }
            None => return Err(Fault::invalid(format!("more than {INTERIM} interim responses came"))),
        };
        let (head, body) = response.into_parts();
        if head.status == StatusCode::PROXY_AUTHENTICATION_REQUIRED
            && matches!(&lease, Lease::Single(single) if single.forward.is_some())
        {
            return Err(tunnel::needs_authentication());
        }
        let bodiless = hop.method == Method::HEAD || matches!(head.status.as_u16(), 204 | 304);
        check_head(head.status, &head.headers, bodiless)?;
        // A 204 that promises a body may send one, too.
        let reusable = head.status != StatusCode::NO_CONTENT || promises_nothing(&head.headers);
        let link = Link { key: key.clone(), lease, upload, reusable };
        let (status, headers, http2) = (head.status, head.headers, head.version == Version::HTTP_2);
        let answer = Answer { status, headers, body, http2, has_body: !bodiless, link };
        Ok(Sent::Answered(Box::new(answer)))
    }
}

/// What became of a request.
enum Sent {
    Answered(Box<Answer>),
    /// Not a byte of it was written, since the connection, which was used before, had ended.
    Unwritten,
    /// The server says that it did nothing with it.
    Refused(Fault),
}

/// Counts interim responses, which hyper skips without a bound.
#[derive(Default)]
struct Interim {
    seen: AtomicU32,
    too_many: Notify,
}

impl Interim {
    fn count(&self) {
        if self.seen.fetch_add(1, Ordering::Relaxed) == INTERIM {
            self.too_many.notify_one();
        }
    }

    /// Waits for an answer; `None` if too many interim responses come before it.
    async fn watch<R>(
        &self,
        sending: Pin<&mut impl Future<Output = Result<http::Response<R>, TrySendError<http::Request<Upload>>>>>,
    ) -> Option<Result<http::Response<R>, TrySendError<http::Request<Upload>>>> {
        tokio::select! {
            biased;
            () = self.too_many.notified() => None,
            sent = sending => Some(sent),
        }
    }
}

/// Returns the request of `hop` for a connection of HTTP/1, to its server or to a proxy that reads it.
fn over_http1(
    hop: &Hop,
    body: Upload,
    connection: &Single,
    interim: &Arc<Interim>,
) -> Result<http::Request<Upload>, Fault> {
    let proxy = connection.forward.as_deref();
    let target = if proxy.is_some() { absolute_form(hop)? } else { origin_form(hop)? };
    let mut request = request(hop, target, body)?;
    if let Some(authorization) = proxy.and_then(Proxy::authorization) {
        try_insert(request.headers_mut(), PROXY_AUTHORIZATION, authorization.clone())?;
    }
    try_insert(request.headers_mut(), HOST, connection.host.clone())?;
    let counted = Arc::clone(interim);
    hyper::ext::on_informational(&mut request, move |_| counted.count());
    Ok(request)
}

fn request(hop: &Hop, target: Uri, body: Upload) -> Result<http::Request<Upload>, Fault> {
    let mut request = http::Request::new(body);
    *request.method_mut() = hop.method.clone();
    *request.uri_mut() = target;
    *request.headers_mut() = with_room(&hop.headers)?;
    set_length(hop, request.headers_mut())?;
    Ok(request)
}

/// Copies headers; the copy has room for those that are added.
fn with_room(headers: &HeaderMap) -> Result<HeaderMap, Fault> {
    let mut copy = HeaderMap::try_with_capacity(headers.len() + ADDED).map_err(|_| too_many())?;
    for (name, value) in headers {
        copy.try_append(name.clone(), value.clone()).map_err(|_| too_many())?;
    }
    Ok(copy)
}

/// Announces the body: exactly, and an empty one where a method is expected to have one.
fn set_length(hop: &Hop, headers: &mut HeaderMap) -> Result<(), Fault> {
    let silent = matches!(hop.method, Method::GET | Method::HEAD | Method::DELETE);
    let length = match &hop.body {
        None if silent => return Ok(()),
        None => 0,
        Some(body) => body.len(),
    };
    try_insert(headers, CONTENT_LENGTH, HeaderValue::from(length))
}

/// Sets a header; the map panics at some ten thousand, which the callers' limits prevent only if they have any.
pub(crate) fn try_insert(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) -> Result<(), Fault> {
    match headers.try_insert(name, value) {
        Ok(_) => Ok(()),
        Err(_) => Err(too_many()),
    }
}

fn too_many() -> Fault {
    Fault::exhausted("the request has too many headers")
}

fn path_and_query(hop: &Hop) -> Result<PathAndQuery, Fault> {
    let target = Bytes::copy_from_slice(hop.target.as_bytes());
    let parsed = PathAndQuery::from_maybe_shared(target);
    // A fragment would be cut off silently.
    parsed
        .ok()
        .filter(|parsed| parsed.as_str() == hop.target && hop.target.starts_with('/'))
        .ok_or_else(|| Fault::invalid("the path and query are no valid target of a request, or are too long"))
}

fn origin_form(hop: &Hop) -> Result<Uri, Fault> {
    Ok(Uri::from(path_and_query(hop)?))
}

fn absolute_form(hop: &Hop) -> Result<Uri, Fault> {
    let mut parts = http::uri::Parts::default();
    parts.scheme = Some(match hop.origin.scheme() {
        Scheme::Http => http::uri::Scheme::HTTP,
        Scheme::Https => http::uri::Scheme::HTTPS,
    });
    let authority = Authority::try_from(hop.origin.authority());
    parts.authority = Some(authority.map_err(|_| Fault::invalid("the host is no authority of a URL"))?);
    parts.path_and_query = Some(path_and_query(hop)?);
    Uri::from_parts(parts).map_err(|_| Fault::invalid("the URL is invalid"))
}

/// Refuses what hyper lets through.
fn check_head(status: StatusCode, headers: &HeaderMap, bodiless: bool) -> Result<(), Fault> {
    if status == StatusCode::SWITCHING_PROTOCOLS {
        return Err(Fault::invalid("the server switched protocols, which nothing had asked for"));
    }
    let bytes: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    if headers.len() > HEAD_FIELDS || bytes > HEAD_BYTES {
        return Err(fault::head_too_large());
    }
    if bodiless {
        return Ok(());
    }
    let mut codings = headers.get_all(TRANSFER_ENCODING).iter();
    // hyper undoes `chunked` alone, and hands the rest over as it came.
    let chunked = match (codings.next(), codings.next()) {
        (None, _) => false,
        (Some(only), None) if only.as_bytes().eq_ignore_ascii_case(b"chunked") => true,
        _ => return Err(Fault::invalid("the response has a transfer encoding other than `chunked`")),
    };
    if chunked && headers.contains_key(CONTENT_LENGTH) {
        return Err(Fault::invalid("the response has both a length and chunks"));
    }
    Ok(())
}

fn promises_nothing(headers: &HeaderMap) -> bool {
    !headers.contains_key(TRANSFER_ENCODING)
        && headers.get_all(CONTENT_LENGTH).iter().all(|length| length.as_bytes() == b"0")
}
