//! The package `http/requests`.

use std::time::Duration;

use ::http::Method;
use bytes::Bytes;
use fluxlet_runtime::http::target;
use fluxlet_runtime::{Arguments, BoxFuture, Builtin, Code, Dict, Error, Package, Record, Result, Run, Value};

use super::exchange::{self, Draft, NO_TIMEOUT};
use crate::message::{found, quoted};

/// `http/requests`: requests to anywhere.
pub const PACKAGE: Package = Package {
    path: "http/requests",
    source: fluxlet_sources::HTTP_REQUESTS,
    builtins: &[("_do", Builtin::Async(request))],
    unimplemented: &[],
};

/// The methods that a script may use.
const METHODS: [Method; 6] = [Method::DELETE, Method::GET, Method::HEAD, Method::PATCH, Method::POST, Method::PUT];

fn request(run: Run, args: Arguments) -> BoxFuture<'static, Result<Value>> {
    Box::pin(async move {
        let draft = Draft {
            method: method(args.required("method")?)?,
            url: args.required("url")?,
            query: query(args.optional("params")?)?,
            headers: exchange::header_dict(&args)?,
            body: args.optional::<&Bytes>("body")?.cloned(),
            timeout: config(args.required("config")?)?,
        };
        let request = draft.build(&run)?;
        drop(args);
        let start = run.context().clock().elapsed();
        let response = exchange::send(&run, request).await?;
        let took = run.context().clock().elapsed().saturating_sub(start).as_nanos();
        let took = fluxlet_runtime::Duration::from_nanoseconds(i64::try_from(took).unwrap_or(i64::MAX));
        Ok(Record::from([
            ("statusCode", Value::Int(response.status.into())),
            ("headers", exchange::dict(&response).into()),
            ("body", response.body.into()),
            ("duration", took.into()),
        ])
        .into())
    })
}

fn method(text: &str) -> Result<Method> {
    METHODS.into_iter().find(|method| method.as_str() == text).ok_or_else(|| {
        Error::invalid(format!(
            "invalid HTTP method {}, it must be one of DELETE, GET, HEAD, PATCH, POST, PUT",
            quoted(text)
        ))
    })
}

/// Encodes the argument `params`, keys in order; an empty one is none.
fn query(params: Option<&Dict>) -> Result<Option<String>> {
    let Some(params) = params.filter(|params| !params.is_empty()) else { return Ok(None) };
    let wrong = |value: &Value| Error::mismatch("a value of argument `params`", "an array of strings", &found(value));
    let mut pairs = Vec::new();
    for (key, values) in params.iter() {
        let (Value::String(key), Value::Array(values)) = (key, values) else { return Err(wrong(values)) };
        for value in values.iter() {
            let Value::String(value) = value else { return Err(wrong(value)) };
            pairs.push((key.as_str(), value.as_str()));
        }
    }
    target::check_query("params", pairs.iter().copied())?;
    Ok(Some(target::encode_query(pairs).join("&")))
}

/// Reads the argument `config`: the timeout, and whether certificates are checked.
fn config(config: &Record) -> Result<Duration> {
    match config.get("insecureSkipVerify") {
        Some(Value::Bool(false)) => {}
        Some(Value::Bool(true)) => {
            let text = "`insecureSkipVerify` is not allowed here: certificates are always checked";
            return Err(Error::new(Code::PermissionDenied, text));
        }
        other => return Err(of_config("insecureSkipVerify", "a bool", other)),
    }
    let timeout = match config.get("timeout") {
        Some(Value::Duration(timeout)) => *timeout,
        other => return Err(of_config("timeout", "a duration", other)),
    };
    if timeout.months() != 0 {
        return Err(Error::invalid(format!(
            "config timeout must be of fixed length, found {timeout}; months and years are not"
        )));
    }
    match u64::try_from(timeout.nanoseconds()) {
        Ok(0) => Ok(NO_TIMEOUT),
        Ok(nanoseconds) => Ok(Duration::from_nanos(nanoseconds)),
        Err(_) => Err(Error::invalid(format!("config timeout must not be negative, found {timeout}"))),
    }
}

fn of_config(name: &str, expected: &str, value: Option<&Value>) -> Error {
    let found = value.map_or_else(|| "nothing".to_owned(), found);
    Error::mismatch(format_args!("field `{name}` of argument `config`"), expected, &found)
}

#[cfg(test)]
mod tests;
