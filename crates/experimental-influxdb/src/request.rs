//! Arguments and context to request.

use std::sync::Arc;

use bytes::Bytes;
use ecow::EcoString;
use fluxlet_runtime::http::words::quote;
use fluxlet_runtime::http::{Redirects, Request, headers, target, timeout};
use fluxlet_runtime::{Arguments, Context, Dict, Duration, Error, Result, Value};

use crate::path::{Placeholder, Target};
use crate::{authority, method};

/// Most redirects that are followed.
const REDIRECTS: u32 = 10;

/// Builds the request of a call.
///
/// Arguments are checked in the order they are declared, then what the context has to add; the first problem is
/// the error.
///
/// # Errors
/// `invalid` for an argument, a missing host or a missing token; `resource exhausted` for too much of something.
pub(crate) fn build(context: &Context, arguments: &Arguments) -> Result<Request> {
    let method = method::parse(arguments.required("method")?)?;
    let path = Target::parse(arguments.required("path")?)?;
    let body = arguments.optional::<&Bytes>("body")?.cloned();
    let mut headers = headers::parse(&texts(arguments, "headers")?)?;
    let host = authority::parse_host(arguments.optional("host")?)?;
    let query = texts(arguments, "query")?;
    target::check_query("query", query.iter().copied())?;
    let timeout = timeout::parse(arguments.optional::<Duration>("timeout")?)?;
    let token = authority::parse_token(arguments.optional("token")?)?;

    let authority = authority::resolve(context, host, token, headers::are_signed(&headers))?;
    let ids = ids(context, authority.at_home);
    let target = path.join(&authority.endpoint.base_path, &ids, &query)?;
    headers::complete(&mut headers, authority.authorization)?;
    Ok(Request {
        method,
        origin: authority.endpoint.origin,
        target,
        decompress: headers::may_decode(&headers),
        headers,
        body,
        timeout,
        redirects: Redirects::Follow(REDIRECTS),
        max_response_bytes: context.limits().response_body,
        policy: Arc::clone(context.policy()),
        trusted_origin: false,
    })
}

/// Returns what stands for the placeholders in paths: ids go where the context's token may go.
fn ids<'a>(context: &'a Context, at_home: bool) -> [Placeholder<'a>; 2] {
    let id = |id: Option<&'a EcoString>| id.map(EcoString::as_str).filter(|id| at_home && !id.is_empty());
    [
        Placeholder { word: "{orgID}", literal: "%7BorgID%7D", id: id(context.org_id()) },
        Placeholder { word: "{userID}", literal: "%7BuserID%7D", id: id(context.user_id()) },
    ]
}

/// Returns the entries of a dictionary of texts, sorted by key; none if it is not given.
fn texts<'a>(arguments: &'a Arguments, name: &str) -> Result<Vec<(&'a str, &'a str)>> {
    let Some(dict) = arguments.optional::<&Dict>(name)? else { return Ok(Vec::new()) };
    let text = |entry: (&'a Value, &'a Value)| match entry {
        (Value::String(key), Value::String(value)) => Ok((key.as_str(), value.as_str())),
        (Value::String(key), Value::Null(_)) => {
            Err(Error::invalid(format!("argument `{name}`: the value of {} is null, it must be a string", quote(key))))
        }
        _ => Err(Error::invalid(format!("argument `{name}` must be a dictionary of strings"))),
    };
    dict.iter().map(text).collect()
}
