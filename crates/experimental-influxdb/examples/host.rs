//! A host without an interpreter calls `influxdb.api()`: a registry, a context, and an HTTP client of its own.
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use bytes::Bytes;
use fluxlet_experimental_influxdb::PACKAGE;
use fluxlet_runtime::http::{HttpClient, Request, Response};
use fluxlet_runtime::{BoxFuture, Context, Dict, Error, Registry, Result, Run, Value, display};
use http::{HeaderMap, HeaderValue};

/// Answers every request with what it asked for; a real host has `fluxlet-transport` here, or its own client.
struct Mirror;

impl HttpClient for Mirror {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response>> {
        Box::pin(async move {
            let body = format!("{} {}{}", request.method, request.origin, request.target);
            let mut headers = HeaderMap::new();
            headers.insert("x-influxdb-build", HeaderValue::from_static("example"));
            Ok(Response { status: 200, headers, body: Bytes::from(body) })
        })
    }
}

fn main() -> Result<()> {
    let registry = Registry::new([PACKAGE])?;
    let context = Context::new().with_host("http://localhost:8086")?.with_token("my-token")?.with_http(Mirror);
    let run = Run::new(&context);

    let call = registry.call(
        "experimental/influxdb",
        "api",
        &run,
        [
            ("method", Value::from("get")),
            ("path", Value::from("/api/v2/buckets")),
            ("query", Value::from(Dict::of_strings([("limit", "5")]))),
        ],
    );
    let executor = tokio::runtime::Builder::new_current_thread().build();
    let executor = executor.map_err(|error| Error::internal("there is no executor").caused_by(error))?;
    let Value::Record(response) = executor.block_on(call)? else { return Err(Error::internal("no record came back")) };

    for label in ["statusCode", "headers"] {
        let value = response.get(label).unwrap_or(&Value::NULL);
        println!("{label}: {}", display(value, 1024)?);
    }
    if let Some(Value::Bytes(body)) = response.get("body") {
        println!("body: {}", String::from_utf8_lossy(body));
    }
    Ok(())
}
