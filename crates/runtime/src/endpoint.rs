//! Where a server is: scheme, host, port and base path, parsed once and by parts.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;

use ecow::EcoString;

use crate::{Error, Result};

/// The schemes that requests may use.
///
/// ```
/// use fluxlet_runtime::Scheme;
///
/// assert_eq!(Scheme::Https.as_str(), "https");
/// assert_eq!(Scheme::Https.default_port(), 443);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Scheme {
    /// Plain HTTP.
    Http,
    /// HTTP over TLS.
    Https,
}

impl Scheme {
    /// Returns the scheme as it is written: `http` or `https`.
    pub fn as_str(self) -> &'static str {
        match self {
            Scheme::Http => "http",
            Scheme::Https => "https",
        }
    }

    /// Returns the port that is meant if none is given: 80 or 443.
    pub fn default_port(self) -> u16 {
        match self {
            Scheme::Http => 80,
            Scheme::Https => 443,
        }
    }
}

/// Scheme, host and port: what a credential belongs to.
///
/// The host is normalised: lower case, IDNA A-labels, no trailing dot, IPv6 without brackets. Two origins are the same
/// exactly if they are equal.
///
/// ```
/// use fluxlet_runtime::{Origin, Scheme};
///
/// let origin = Origin::parse(Scheme::Http, "[::1]:8086")?;
/// assert_eq!(origin.port(), 8086);
/// assert_eq!(origin.to_string(), "http://[::1]:8086");
/// assert!(origin.address().is_some_and(|address| address.is_loopback()));
/// assert!(Origin::parse(Scheme::Http, "name@evil.example.com").is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Origin(Arc<Parts>);

#[derive(PartialEq, Eq, Hash)]
struct Parts {
    scheme: Scheme,
    host: EcoString,
    port: u16,
    /// What follows from the rest.
    authority: String,
}

impl Origin {
    /// Parses the authority `HOST[:PORT]` of a URL with the given scheme.
    ///
    /// # Errors
    /// `invalid`, without the text if it might hold credentials.
    pub fn parse(scheme: Scheme, authority: &str) -> Result<Self> {
        if authority.contains('@') {
            return Err(Error::invalid("the URL holds credentials; give a token instead"));
        }
        let (host, port) = match authority.strip_prefix('[') {
            Some(rest) => {
                let (address, port) =
                    rest.split_once(']').ok_or_else(|| Error::invalid("the IPv6 address lacks its closing bracket"))?;
                (parse_ipv6(address)?, port)
            }
            None => {
                let (name, port) = match authority.find(':') {
                    Some(at) => authority.split_at(at),
                    None => (authority, ""),
                };
                if port.get(1..).is_some_and(|rest| rest.contains(':')) {
                    return Err(Error::invalid("an IPv6 address stands in brackets: `http://[::1]:8086`"));
                }
                (parse_name(name)?, port)
            }
        };
        let port = parse_port(scheme, port)?;
        let mut authority = bracketed(&host);
        if port != scheme.default_port() {
            authority = format!("{authority}:{port}");
        }
        Ok(Self(Arc::new(Parts { scheme, host, port, authority })))
    }

    /// Returns the scheme.
    pub fn scheme(&self) -> Scheme {
        self.0.scheme
    }

    /// Returns the normalised host: a name, or an address without brackets.
    pub fn host(&self) -> &str {
        &self.0.host
    }

    /// Returns the port, 1 to 65535.
    pub fn port(&self) -> u16 {
        self.0.port
    }

    /// Returns the host as an address, if it is written as one.
    pub fn address(&self) -> Option<IpAddr> {
        self.0.host.parse().ok()
    }

    /// Returns `HOST` or `HOST:PORT` as a `Host` header carries it: no default port, IPv6 in brackets.
    pub fn authority(&self) -> &str {
        &self.0.authority
    }

    /// Returns `HOST:PORT`, IPv6 in brackets.
    pub fn host_and_port(&self) -> String {
        format!("{}:{}", bracketed(self.host()), self.port())
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme().as_str(), self.authority())
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A server and the path below which its API stands.
///
/// ```
/// use fluxlet_runtime::Endpoint;
///
/// let endpoint = Endpoint::parse("https://example.com/influx")?;
/// assert_eq!(endpoint.origin.host(), "example.com");
/// assert_eq!(endpoint.base_path, "/influx");
/// assert!(Endpoint::parse("example.com").is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Endpoint {
    /// Scheme, host and port.
    pub origin: Origin,
    /// The base path: empty, or `/` and more without a slash at its end.
    pub base_path: EcoString,
}

impl Endpoint {
    /// Parses `SCHEME://HOST[:PORT][/BASE]`.
    ///
    /// # Errors
    /// `invalid` for a missing or other scheme, credentials, a query, a fragment, control characters, a bad host or
    /// port. The message does not repeat credentials.
    pub fn parse(text: &str) -> Result<Self> {
        if let Some(offset) = text.bytes().position(|byte| byte <= b' ' || byte == 0x7f || byte == b'\\') {
            return Err(Error::invalid(format!(
                "a URL holds no white space, backslash or control character, found one at offset {offset}"
            )));
        }
        let (scheme, rest) = split_scheme(text)?;
        if rest.contains(['?', '#']) {
            return Err(Error::invalid("a host holds no `?` and no `#`: path and query are given apart"));
        }
        let (authority, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        let origin = Origin::parse(scheme, authority)?;
        let base_path = path.trim_end_matches('/');
        if !base_path.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'`')) {
            return Err(Error::invalid("the path of a host holds ASCII characters only; percent-encode the rest"));
        }
        Ok(Self { origin, base_path: base_path.into() })
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.base_path)
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn split_scheme(text: &str) -> Result<(Scheme, &str)> {
    for scheme in [Scheme::Http, Scheme::Https] {
        let name = scheme.as_str();
        if let (Some(start), Some(rest)) = (text.get(..name.len()), text.get(name.len()..))
            && start.eq_ignore_ascii_case(name)
            && let Some(rest) = rest.strip_prefix("://")
        {
            return Ok((scheme, rest));
        }
    }
    Err(Error::invalid("a host starts with `http://` or `https://`"))
}

/// Returns a host as it stands before a port.
fn bracketed(host: &str) -> String {
    if host.contains(':') { format!("[{host}]") } else { host.to_owned() }
}

fn parse_ipv6(text: &str) -> Result<EcoString> {
    if text.contains('%') {
        return Err(Error::invalid("an IPv6 address with a zone is not supported"));
    }
    let address: Ipv6Addr = text.parse().map_err(|_| Error::invalid("no IPv6 address stands in the brackets"))?;
    Ok(address.to_string().into())
}

fn parse_name(name: &str) -> Result<EcoString> {
    if name.is_empty() || name == "." {
        return Err(Error::invalid("the host name is empty"));
    }
    if let Some(bad) =
        name.chars().find(|c| c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | '_'))
    {
        return Err(Error::invalid(format!("a host name holds no `{}`", bad.escape_default())));
    }
    let ascii = idna::domain_to_ascii_cow(name.as_bytes(), idna::AsciiDenyList::EMPTY)
        .map_err(|_| Error::invalid("the host is no valid internationalised name"))?;
    let ascii = ascii.strip_suffix('.').unwrap_or(&ascii);
    let usable = !ascii.is_empty()
        && ascii.len() <= 253
        && ascii.split('.').all(|label| (1..=63).contains(&label.len()))
        && ascii.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    if !usable {
        return Err(Error::invalid("the host is no valid name: labels have 1 to 63 characters, names at most 253"));
    }
    Ok(ascii.into())
}

fn parse_port(scheme: Scheme, text: &str) -> Result<u16> {
    if text.is_empty() || text == ":" {
        return Ok(scheme.default_port());
    }
    text.strip_prefix(':')
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|digits| digits.parse().ok())
        .filter(|&port| port != 0)
        .ok_or_else(|| Error::invalid("a port is a number from 1 to 65535"))
}

#[cfg(test)]
mod tests;
