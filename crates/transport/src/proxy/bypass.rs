//! What goes past the proxies: the rules of `no_proxy`.

use std::net::IpAddr;

use fluxlet_runtime::Origin;
use ipnet::IpNet;

/// A list of rules.
#[derive(Clone, Default, Debug)]
pub(super) struct Bypass(Vec<Rule>);

#[derive(Clone, Debug)]
struct Rule {
    hosts: Hosts,
    /// Any, if there is none.
    port: Option<u16>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Hosts {
    All,
    /// The name and all below it.
    Name(String),
    /// What is below the name, not itself.
    Below(String),
    Range(IpNet),
}

impl Bypass {
    /// Reads rules apart by commas or white space. What is no rule is none: a typing mistake sends a request through
    /// the proxy and not past it.
    pub(super) fn parse(list: &str) -> Self {
        let parts = list.split(|c: char| c == ',' || c.is_ascii_whitespace());
        Self(parts.filter_map(Rule::parse).collect())
    }

    pub(super) fn covers(&self, origin: &Origin) -> bool {
        self.0.iter().any(|rule| rule.covers(origin))
    }
}

impl Rule {
    fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        if let Some(hosts) = range(text) {
            return Some(Self { hosts, port: None });
        }
        let (host, port) = match text.rsplit_once(':') {
            Some((host, port)) => (host, Some(port.parse().ok()?)),
            None => (text, None),
        };
        let hosts = if host == "*" { Hosts::All } else { range(host).or_else(|| name(host))? };
        Some(Self { hosts, port })
    }

    fn covers(&self, origin: &Origin) -> bool {
        self.port.is_none_or(|port| port == origin.port())
            && match (&self.hosts, origin.address()) {
                (Hosts::All, _) => true,
                (Hosts::Range(range), Some(address)) => range.contains(&address.to_canonical()),
                (Hosts::Name(name), None) => origin.host() == name || is_below(origin.host(), name),
                (Hosts::Below(name), None) => is_below(origin.host(), name),
                (Hosts::Range(_), None) | (Hosts::Name(_) | Hosts::Below(_), Some(_)) => false,
            }
    }
}

/// Reads an address, in brackets or not, or a range.
fn range(text: &str) -> Option<Hosts> {
    let address = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let range = match address.parse::<IpAddr>() {
        Ok(address) => IpNet::from(address.to_canonical()),
        Err(_) => text.parse().ok()?,
    };
    Some(Hosts::Range(range))
}

fn name(text: &str) -> Option<Hosts> {
    let text = text.strip_suffix('.').unwrap_or(text).to_ascii_lowercase();
    let (below, name) = match text.strip_prefix("*.") {
        Some(name) => (true, name),
        None => (false, text.strip_prefix('.').unwrap_or(&text)),
    };
    let valid = !name.is_empty() && !name.contains(['*', '[', ']', '%', '/', ':']);
    valid.then(|| if below { Hosts::Below(name.to_owned()) } else { Hosts::Name(name.to_owned()) })
}

fn is_below(host: &str, name: &str) -> bool {
    host.strip_suffix(name).is_some_and(|rest| rest.ends_with('.'))
}
