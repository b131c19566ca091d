//! Where a context may go in the network, and what it may ask for there.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use http::Method;
use ipnet::IpNet;

use crate::{Code, Error, Origin, Result};

mod origin;
mod path;

pub use origin::OriginPattern;
pub use path::PathPrefix;

/// Most entries of a list that a message names.
const NAMED: usize = 4;

/// Which requests may be sent. An empty list of what is allowed allows everything.
///
/// Names do not count: an address is judged as it is dialled. The context's own InfluxDB may always be reached; methods
/// and paths count for it, too.
///
/// ```
/// use fluxlet_runtime::{Endpoint, NetworkPolicy};
/// use http::Method;
///
/// let policy = NetworkPolicy {
///     allowed_origins: vec!["https://*.example.com".parse()?],
///     allowed_methods: vec![Method::GET],
///     ..NetworkPolicy::public_only()
/// };
/// let inside = Endpoint::parse("https://eu.example.com")?.origin;
/// assert!(policy.check(&inside, &Method::GET, "/api", false).is_ok());
/// assert!(policy.check(&inside, &Method::POST, "/api", false).is_err());
/// assert!(!policy.allows_address("127.0.0.1".parse().expect("an address")));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct NetworkPolicy {
    /// Whether addresses that are not public may be dialled: private, loopback, link-local, shared, multicast,
    /// documentation, translated and reserved ones.
    pub private_addresses: bool,
    /// Origins that may be reached.
    pub allowed_origins: Vec<OriginPattern>,
    /// Ports that may be reached.
    pub allowed_ports: Vec<u16>,
    /// Methods that may be used.
    pub allowed_methods: Vec<Method>,
    /// Paths that may be asked for, each with all that is below it.
    pub allowed_paths: Vec<PathPrefix>,
    /// Ranges that may not be dialled, whatever else is allowed.
    pub denied_ranges: Vec<IpNet>,
}

impl NetworkPolicy {
    /// Returns the policy for scripts of strangers: public addresses only.
    pub fn public_only() -> Self {
        Self {
            private_addresses: false,
            allowed_origins: Vec::new(),
            allowed_ports: Vec::new(),
            allowed_methods: Vec::new(),
            allowed_paths: Vec::new(),
            denied_ranges: Vec::new(),
        }
    }

    /// Returns the policy for one's own scripts: every address.
    pub fn open() -> Self {
        Self { private_addresses: true, ..Self::public_only() }
    }

    /// Checks a request before it is sent, and each redirect before it is followed: everything but the addresses of
    /// names, which are not known yet. `target` is path and query as they are sent; `trusted` says that `origin` is the
    /// context's own.
    ///
    /// # Errors
    /// `permission denied`; the message names what is refused and the rule, and nothing of the target.
    pub fn check(&self, origin: &Origin, method: &Method, target: &str, trusted: bool) -> Result<()> {
        if !trusted {
            self.check_origin(origin)?;
        }
        if !self.allowed_methods.is_empty() && !self.allowed_methods.contains(method) {
            return Err(refused(format!("the method `{method}`"), "methods", &self.allowed_methods));
        }
        if self.allowed_paths.is_empty() {
            return Ok(());
        }
        let path = target.split(['?', '#']).next().unwrap_or_default();
        if path::is_ambiguous(path) {
            return Err(denied(
                "the network policy forbids a path with `.` or `..` segments, however they are written",
            ));
        }
        if !self.allowed_paths.iter().any(|prefix| prefix.contains(path)) {
            return Err(refused("the path".to_owned(), "paths below", &self.allowed_paths));
        }
        Ok(())
    }

    /// Tells whether a request to `origin` may be made, as far as its name tells.
    pub fn allows_origin(&self, origin: &Origin) -> bool {
        self.check_origin(origin).is_ok()
    }

    /// Tells whether `address` may be dialled.
    pub fn allows_address(&self, address: IpAddr) -> bool {
        let inner = embedded(address);
        !self.denied_ranges.iter().any(|range| range.contains(&address) || range.contains(&inner))
            && (self.private_addresses || (is_public(address) && is_public(inner)))
    }

    /// Tells whether there are addresses that may not be dialled.
    pub fn restricts_addresses(&self) -> bool {
        !self.private_addresses || !self.denied_ranges.is_empty()
    }

    fn check_origin(&self, origin: &Origin) -> Result<()> {
        if !self.allowed_origins.is_empty() && !self.allowed_origins.iter().any(|allowed| allowed.matches(origin)) {
            return Err(refused(format!("`{origin}`"), "origins", &self.allowed_origins));
        }
        if !self.allowed_ports.is_empty() && !self.allowed_ports.contains(&origin.port()) {
            return Err(refused(format!("`{origin}`: port {}", origin.port()), "ports", &self.allowed_ports));
        }
        match origin.address() {
            Some(address) if !self.allows_address(address) => Err(denied(format!(
                "the network policy forbids `{origin}`: addresses that are not public, or in a denied range, are not allowed"
            ))),
            _ => Ok(()),
        }
    }
}

impl Default for NetworkPolicy {
    fn default() -> Self {
        Self::public_only()
    }
}

fn denied(message: impl Into<String>) -> Error {
    Error::new(Code::PermissionDenied, message)
}

/// Says that something is on no list.
fn refused<T: ToString>(what: String, list: &str, allowed: &[T]) -> Error {
    let named: Vec<String> = allowed.iter().take(NAMED).map(|entry| format!("`{}`", entry.to_string())).collect();
    let more = match allowed.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    denied(format!("the network policy forbids {what}; it allows the {list} {}{more}", named.join(", ")))
}

/// Returns the IPv4 address inside a mapped, compatible or translated IPv6 address, or the address itself.
fn embedded(address: IpAddr) -> IpAddr {
    let IpAddr::V6(v6) = address else { return address };
    let segments = v6.segments();
    let low = |a: u16, b: u16| IpAddr::V4(Ipv4Addr::from((u32::from(a) << 16) | u32::from(b)));
    match segments {
        // IPv4-mapped, IPv4-translated (SIIT), NAT64 and IPv4-compatible.
        [0, 0, 0, 0, 0, 0xffff, a, b] | [0, 0, 0, 0, 0xffff, 0, a, b] | [0x64, 0xff9b, 0, 0, 0, 0, a, b] => low(a, b),
        [0, 0, 0, 0, 0, 0, a, b] if a != 0 => low(a, b),
        // 6to4.
        [0x2002, a, b, ..] => low(a, b),
        _ => address,
    }
}

fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

/// The special-purpose registry of IANA, multicast, and the address of Azure's wire server.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let octets = address.octets();
    let special = match octets {
        [0 | 10 | 127, ..] => true,
        [100, second, ..] => second & 0xc0 == 64,
        [168, 63, 129, 16] => true,
        [169, 254, ..] => true,
        [172, second, ..] => second & 0xf0 == 16,
        [192, 0, 0 | 2, _] => true,
        [192, 31, 196, _] | [192, 52, 193, _] | [192, 88, 99, _] | [192, 175, 48, _] => true,
        [192, 168, ..] => true,
        [198, 18 | 19, ..] | [198, 51, 100, _] | [203, 0, 113, _] => true,
        [first, ..] => first >= 224,
    };
    !special
}

/// Only global unicast, without its special-purpose ranges.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, rest @ ..] = address.segments();
    let special = match (first, second) {
        // Of NAT64, the well-known prefix alone leads to public addresses.
        (0x64, 0xff9b) => rest[..4] != [0; 4],
        (0x2001, second) if second < 0x200 => true,
        (0x2001, 0x0db8) | (0x2620, 0x004f) => true,
        (0x2002, _) => true,
        (0x3fff, second) if second < 0x1000 => true,
        _ => first & 0xe000 != 0x2000,
    };
    !special
}

#[cfg(test)]
mod tests;
