//! The HTTP client of runs, from arguments and the environment.

use std::net::IpAddr;

use fluxlet_transport::{Builder, Proxies, Retry, Transport};

use crate::arguments::HttpArguments;
use crate::connection::Setting;
use crate::environment::Environment;
use crate::failure::Failure;
use crate::report::Report;
use crate::{input, trace};

/// Makes the client; `host` is that of the InfluxDB, `trace` is told of each call.
///
/// # Errors
/// [`Failure::Usage`] for files that cannot be read and bad values. No message shows a key or the credentials of a proxy.
pub(crate) fn make(
    arguments: &HttpArguments,
    host: Option<&Setting>,
    environment: &Environment,
    trace: Option<&Report>,
) -> Result<Retry<Transport>, Failure> {
    let mut builder = trace::observed(Transport::builder(), trace).proxies(proxies(environment)?);
    for path in &arguments.ca_cert {
        let bad = |error: fluxlet::Error| Failure::file(path, format!("`{}`: {}", path.display(), error.message()));
        builder = builder.ca_certificates_pem(&input::read(path)?).map_err(bad)?;
    }
    if let Some(path) = &arguments.cert {
        let chain = input::read(path)?;
        let (key, flags) = match &arguments.key {
            Some(path) => (input::read(path)?, "`--cert` or `--key`"),
            None => (chain.clone(), "`--cert`"),
        };
        let bad = |error: fluxlet::Error| Failure::usage(format!("{flags} is wrong: {}", error.message()));
        builder = builder.client_certificate_pem(&chain, &key).map_err(bad)?;
    }
    for pin in &arguments.resolve {
        builder = resolve(builder, pin)?;
    }
    let transport = unix_socket(builder, arguments, host)?.build();
    Ok(Retry::new(transport, arguments.retries))
}

/// Reads the variables as curl does: `HTTP_PROXY` does not count, since a server that runs programs for requests sets it
/// to what the client says.
fn proxies(environment: &Environment) -> Result<Proxies, Failure> {
    let either = |lower: &str, upper: &str| match environment.get(lower)? {
        Some(value) => Ok(Some(value)),
        None => environment.get(upper),
    };
    let (http, https) = (environment.get("http_proxy")?, either("https_proxy", "HTTPS_PROXY")?);
    let (all, no) = (either("all_proxy", "ALL_PROXY")?, either("no_proxy", "NO_PROXY")?);
    let proxies = Proxies::from_variables(http.as_deref(), https.as_deref(), all.as_deref(), no.as_deref());
    // Who sets the variables means the proxy to be used, as with every other program.
    proxies.map(|proxies| proxies.trusted(true)).map_err(|error| Failure::usage(error.message()))
}

fn resolve(builder: Builder, pin: &str) -> Result<Builder, Failure> {
    let wrong = || {
        let form = "HOST:PORT:ADDRESS[,ADDRESS]";
        Failure::usage(format!("`--resolve` is wrong: it has the form `{form}`, and IPv6 hosts stand in brackets"))
    };
    let after_host = if pin.starts_with('[') { pin.find(']').ok_or_else(wrong)? + 1 } else { 0 };
    let colon = pin.get(after_host..).and_then(|rest| rest.find(':')).ok_or_else(wrong)? + after_host;
    let (host, rest) = pin.split_at(colon);
    let (port, addresses) = rest.get(1..).and_then(|rest| rest.split_once(':')).ok_or_else(wrong)?;
    let port = port.parse().map_err(|_| wrong())?;
    let bare = |text: &str| text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text).parse();
    let addresses: Vec<IpAddr> = addresses.split(',').map(bare).collect::<Result<_, _>>().map_err(|_| wrong())?;
    builder
        .pin(host, port, &addresses)
        .map_err(|error| Failure::usage(format!("`--resolve` is wrong: {}", error.message())))
}

#[cfg(unix)]
fn unix_socket(builder: Builder, arguments: &HttpArguments, host: Option<&Setting>) -> Result<Builder, Failure> {
    let Some(path) = &arguments.unix_socket else { return Ok(builder) };
    let host =
        host.ok_or_else(|| Failure::usage("`--unix-socket` leads to the host of InfluxDB: name it with `--host`"))?;
    // A host that cannot be parsed becomes an error elsewhere.
    Ok(match fluxlet::Endpoint::parse(&host.text) {
        Ok(endpoint) => builder.unix_socket(endpoint.origin, path),
        Err(_) => builder,
    })
}

#[cfg(not(unix))]
fn unix_socket(builder: Builder, _: &HttpArguments, _: Option<&Setting>) -> Result<Builder, Failure> {
    Ok(builder)
}
