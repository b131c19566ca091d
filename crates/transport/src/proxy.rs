//! Proxies: which requests go through one, and who it is.

use std::fmt;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use fluxlet_runtime::{Error, Origin, Result, Scheme};
use http::HeaderValue;
use percent_encoding::percent_decode_str;

mod bypass;
pub(crate) mod tunnel;

use bypass::Bypass;

/// An HTTP proxy, with the credentials that it asks for. `Debug` prints host and port only.
#[derive(Clone)]
pub struct Proxy {
    origin: Origin,
    authorization: Option<HeaderValue>,
}

impl Proxy {
    /// Parses `[http://][USER[:PASSWORD]@]HOST[:PORT]`; the port is 80 unless given. User and password are
    /// percent-decoded.
    ///
    /// # Errors
    /// `invalid` for another scheme and a bad host or port. The message shows neither user nor password.
    pub fn parse(url: &str) -> Result<Self> {
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        if !scheme.eq_ignore_ascii_case("http") {
            return Err(Error::invalid("a proxy is `http://[USER:PASSWORD@]HOST[:PORT]`; others are not supported"));
        }
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        // The last one: a password may hold others.
        let (userinfo, authority) = match rest.rsplit_once('@') {
            Some((userinfo, authority)) => (Some(userinfo), authority),
            None => (None, rest),
        };
        let origin = Origin::parse(Scheme::Http, authority)?;
        Ok(Self { origin, authorization: userinfo.map(basic).transpose()? })
    }

    /// Returns where the proxy is.
    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Returns the value of `Proxy-Authorization`, marked sensitive.
    pub(crate) fn authorization(&self) -> Option<&HeaderValue> {
        self.authorization.as_ref()
    }
}

fn basic(userinfo: &str) -> Result<HeaderValue> {
    let (user, password) = userinfo.split_once(':').unwrap_or((userinfo, ""));
    let mut credentials: Vec<u8> = percent_decode_str(user).collect();
    credentials.push(b':');
    credentials.extend(percent_decode_str(password));
    let mut value = HeaderValue::from_str(&format!("Basic {}", BASE64_STANDARD.encode(credentials)))
        .map_err(|_| Error::invalid("the credentials of the proxy are no header value"))?;
    value.set_sensitive(true);
    Ok(value)
}

impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin.host_and_port())
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Which requests go through which proxy.
///
/// Requests to `https` servers go through a tunnel, of which the proxy sees host and port. Those to `http` servers it
/// reads, and those with credentials are refused unless [`Proxies::trusted`] is set. The network policy is that of the
/// server that is asked, and does not restrict where the proxy is. A policy that forbids addresses makes the transport
/// look the name up itself, and the proxy gets the address that was checked, in a tunnel; otherwise the proxy looks up.
#[derive(Clone, Default, Debug)]
pub struct Proxies {
    http: Option<Arc<Proxy>>,
    https: Option<Arc<Proxy>>,
    bypass: Bypass,
    pub(crate) trusted: bool,
}

impl Proxies {
    /// Sends all requests through `proxy`.
    pub fn all(proxy: Proxy) -> Self {
        let proxy = Arc::new(proxy);
        Self { http: Some(Arc::clone(&proxy)), https: Some(proxy), ..Self::default() }
    }

    /// Makes of the values of `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` what they commonly mean. Empty
    /// ones count as none.
    ///
    /// # Errors
    /// `invalid` for what [`Proxy::parse`] refuses. The message shows no value.
    pub fn from_variables(
        http: Option<&str>,
        https: Option<&str>,
        all: Option<&str>,
        no: Option<&str>,
    ) -> Result<Self> {
        let parse = |name: &str, value: Option<&str>| {
            let url = value.filter(|url| !url.is_empty());
            let proxy = url.map(Proxy::parse).transpose();
            proxy
                .map(|proxy| proxy.map(Arc::new))
                .map_err(|error| Error::new(error.code(), format!("`{name}` is wrong: {}", error.message())))
        };
        let all = parse("all_proxy", all)?;
        let (http, https) = (parse("http_proxy", http)?, parse("https_proxy", https)?);
        let bypass = Bypass::parse(no.unwrap_or_default());
        Ok(Self { http: http.or_else(|| all.clone()), https: https.or(all), bypass, trusted: false })
    }

    /// Sets what goes past the proxies, as `no_proxy` has it: names, which stand for their subdomains too, addresses,
    /// ranges such as `10.0.0.0/8`, all with or without a port; apart by commas. `*` is everything.
    pub fn except(mut self, list: &str) -> Self {
        self.bypass = Bypass::parse(list);
        self
    }

    /// Sets whether the proxies may read credentials in requests to `http` servers. Off unless set.
    pub fn trusted(mut self, trusted: bool) -> Self {
        self.trusted = trusted;
        self
    }

    /// Returns the proxy for requests to `origin`.
    pub(crate) fn of(&self, origin: &Origin) -> Option<&Arc<Proxy>> {
        let proxy = match origin.scheme() {
            Scheme::Http => self.http.as_ref(),
            Scheme::Https => self.https.as_ref(),
        };
        proxy.filter(|_| !self.bypass.covers(origin))
    }
}

#[cfg(test)]
mod tests;
