//! The package `experimental/http`.

use std::time::Duration;

use ::http::Method;
use fluxlet_runtime::{Arguments, BoxFuture, Builtin, Error, Package, Record, Result, Run, Value};

use crate::http::exchange::{self, Draft};

pub mod requests;

/// `experimental/http`: reading from anywhere.
pub const PACKAGE: Package = Package {
    path: "experimental/http",
    source: fluxlet_sources::EXPERIMENTAL_HTTP,
    builtins: &[("get", Builtin::Async(get))],
    unimplemented: &[],
};

/// What holds without the argument `timeout`.
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);

fn get(run: Run, args: Arguments) -> BoxFuture<'static, Result<Value>> {
    Box::pin(async move {
        let draft = Draft {
            method: Method::GET,
            url: args.required("url")?,
            query: None,
            headers: exchange::header_record(&args)?,
            body: None,
            timeout: timeout(args.optional("timeout")?)?,
        };
        let request = draft.build(&run)?;
        drop(args);
        let response = exchange::send(&run, request).await?;
        Ok(Record::from([
            ("statusCode", Value::Int(response.status.into())),
            ("headers", exchange::record(&response).into()),
            ("body", response.body.into()),
        ])
        .into())
    })
}

fn timeout(timeout: Option<fluxlet_runtime::Duration>) -> Result<Duration> {
    let Some(timeout) = timeout else { return Ok(DEFAULT_TIMEOUT) };
    if timeout.months() != 0 {
        return Err(Error::invalid(format!(
            "argument `timeout` must be of fixed length, found {timeout}; months and years are not"
        )));
    }
    match u64::try_from(timeout.nanoseconds()) {
        Ok(nanoseconds @ 1..) => Ok(Duration::from_nanos(nanoseconds)),
        _ => Err(Error::invalid(format!("argument `timeout` must be longer than zero, found {timeout}"))),
    }
}

#[cfg(test)]
mod tests;
