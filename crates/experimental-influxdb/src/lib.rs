//! The package `experimental/influxdb`: its one function, `api`, sends a request to InfluxDB's HTTP API.
//!
//! The package needs nothing but `fluxlet-runtime`: whoever has a registry, a context and an HTTP client can call it,
//! with or without an interpreter.
//!
//! A call is three steps: `request` turns arguments and context into a request, the context's HTTP client sends it,
//! `response` turns the answer into a record. Nothing is sent before every argument was checked.

use fluxlet_runtime::http::Request;
use fluxlet_runtime::http::words::Subject;
use fluxlet_runtime::{Arguments, BoxFuture, Builtin, Package, Result, Run, Value};

mod authority;
mod method;
mod path;
mod request;
mod response;

/// The package `experimental/influxdb`.
pub const PACKAGE: Package = Package {
    path: "experimental/influxdb",
    source: fluxlet_sources::EXPERIMENTAL_INFLUXDB,
    builtins: &[("api", Builtin::Async(api))],
    unimplemented: &[],
};

/// Sends one request and returns the record `{statusCode, headers, body}`; any status is a value.
fn api(run: Run, arguments: Arguments) -> BoxFuture<'static, Result<Value>> {
    Box::pin(async move {
        let (subject, request) = prepare(&run, arguments)?;
        let response = run.send(request).await.map_err(|error| subject.name(error))?;
        Ok(response::record(response).into())
    })
}

/// Builds the request, apart from the future: that would keep its place to the end.
fn prepare(run: &Run, arguments: Arguments) -> Result<(Subject, Request)> {
    let request = request::build(run.context(), &arguments)?;
    Ok((Subject::of(&request), request))
}

#[cfg(test)]
mod tests;
