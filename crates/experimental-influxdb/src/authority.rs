//! Who answers a call, and on whose authority it is made: host, token, `Authorization`.

use fluxlet_runtime::{Context, Endpoint, Error, Result, Token};
use http::HeaderValue;

/// Where a request goes and what it shows there.
#[derive(Debug)]
pub(crate) struct Authority {
    /// The server and its base path.
    pub(crate) endpoint: Endpoint,
    /// The `Authorization` header to add; `None` if the script brought its own.
    pub(crate) authorization: Option<HeaderValue>,
    /// Whether what belongs to the context may go to the server: it is the context's own, or the context has none.
    pub(crate) at_home: bool,
}

/// Reads the argument `host`; an empty one is the context's.
///
/// # Errors
/// `invalid` for what is no URL of a server.
pub(crate) fn parse_host(text: Option<&str>) -> Result<Option<Endpoint>> {
    let given = text.filter(|text| !text.is_empty());
    given.map(Endpoint::parse).transpose().map_err(|error| of_argument("host", &error))
}

/// Reads the argument `token`; an empty one is the context's.
///
/// # Errors
/// `invalid` for what is no token; the message does not show it.
pub(crate) fn parse_token(text: Option<&str>) -> Result<Option<Token>> {
    let given = text.filter(|text| !text.is_empty());
    given.map(Token::new).transpose().map_err(|error| of_argument("token", &error))
}

/// Puts together what the call and the context give. `signed` tells whether the script gave an `Authorization` header.
///
/// The context's token goes to the context's own origin and nowhere else.
///
/// # Errors
/// `invalid` if there is no host, no token for the host, or a token beside an `Authorization` header.
pub(crate) fn resolve(
    context: &Context,
    host: Option<Endpoint>,
    token: Option<Token>,
    signed: bool,
) -> Result<Authority> {
    let Some(endpoint) = host.or_else(|| context.host().cloned()) else { return Err(missing("host")) };
    let own_origin = context.host().is_some_and(|own| own.origin == endpoint.origin);
    let authorization = match (token, context.token()) {
        (Some(_), _) if signed => {
            return Err(Error::invalid(
                "argument `token` and a header `Authorization` exclude each other; give one of them",
            ));
        }
        (Some(token), _) => Some(token.header()),
        (None, _) if signed => None,
        (None, Some(token)) if own_origin => Some(token.header()),
        (None, Some(_)) => {
            return Err(Error::invalid(format!(
                "argument `token` is required with host `{}`: the context's token goes to the context's own host only",
                endpoint.origin
            )));
        }
        (None, None) => return Err(missing("token")),
    };
    let at_home = own_origin || context.host().is_none();
    Ok(Authority { endpoint, authorization, at_home })
}

/// The words that Flux has for this.
fn missing(name: &str) -> Error {
    Error::invalid(format!("keyword argument \"{name}\" is required when executing outside InfluxDB"))
}

fn of_argument(name: &str, error: &Error) -> Error {
    Error::new(error.code(), format!("argument `{name}`: {}", error.message()))
}
