//! Origins of an allow list: exact ones, and all that end alike.

use std::fmt;
use std::str::FromStr;

use ecow::EcoString;

use crate::{Error, Origin, Result, Scheme};

/// An origin, or all origins below a name.
///
/// Written as `SCHEME://HOST[:PORT]`. A host `*.example.com` stands for every name that ends with `.example.com`, but not
/// for `example.com` itself; the port `*` stands for every port. Without a port, it is that of the scheme.
///
/// ```
/// use fluxlet_runtime::{Endpoint, OriginPattern};
///
/// let pattern: OriginPattern = "https://*.example.com".parse()?;
/// assert!(pattern.matches(&Endpoint::parse("https://eu.example.com")?.origin));
/// assert!(!pattern.matches(&Endpoint::parse("https://example.com.evil.org")?.origin));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct OriginPattern {
    scheme: Scheme,
    /// Normalised, without `*.`.
    host: EcoString,
    below: bool,
    /// None for every port.
    port: Option<u16>,
}

impl OriginPattern {
    /// Tells whether `origin` is the one, or one of those, that the pattern stands for.
    pub fn matches(&self, origin: &Origin) -> bool {
        let host = match self.below {
            // An address has no names below it.
            true => {
                origin.address().is_none()
                    && origin.host().strip_suffix(self.host.as_str()).is_some_and(|rest| rest.ends_with('.'))
            }
            false => origin.host() == self.host,
        };
        host && origin.scheme() == self.scheme && self.port.is_none_or(|port| port == origin.port())
    }
}

impl FromStr for OriginPattern {
    type Err = Error;

    /// # Errors
    /// `invalid` for what is no origin, has a path or credentials, or a `*` elsewhere.
    fn from_str(text: &str) -> Result<Self> {
        let (scheme, rest) = match (text.strip_prefix("http://"), text.strip_prefix("https://")) {
            (Some(rest), _) => (Scheme::Http, rest),
            (_, Some(rest)) => (Scheme::Https, rest),
            _ => return Err(Error::invalid("an origin starts with `http://` or `https://`")),
        };
        if rest.contains(['/', '?', '#']) {
            return Err(Error::invalid("an origin ends with its host or port: paths are allowed apart from it"));
        }
        let (rest, any_port) = match rest.strip_suffix(":*") {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let (rest, below) = match rest.strip_prefix("*.") {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        if rest.contains('*') {
            return Err(Error::invalid("a `*` stands for the start of a host, as in `*.example.com`, or for a port"));
        }
        let origin = Origin::parse(scheme, rest)?;
        if below && origin.address().is_some() {
            return Err(Error::invalid("there are no names below an address"));
        }
        let port = (!any_port).then_some(origin.port());
        Ok(Self { scheme, host: origin.host().into(), below, port })
    }
}

impl From<Origin> for OriginPattern {
    /// Stands for this origin alone.
    fn from(origin: Origin) -> Self {
        let port = Some(origin.port());
        Self { scheme: origin.scheme(), host: origin.host().into(), below: false, port }
    }
}

impl fmt::Display for OriginPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scheme, host, below, port } = self;
        let below = if *below { "*." } else { "" };
        let (open, close) = if host.contains(':') { ("[", "]") } else { ("", "") };
        write!(f, "{}://{below}{open}{host}{close}", scheme.as_str())?;
        match port {
            None => f.write_str(":*"),
            Some(port) if *port == scheme.default_port() => Ok(()),
            Some(port) => write!(f, ":{port}"),
        }
    }
}

impl fmt::Debug for OriginPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests;
