//! The package `experimental/http`.

use ::http::Method;
use fluxlet_runtime::http::timeout;
use fluxlet_runtime::{Arguments, BoxFuture, Builtin, Package, Record, Result, Run, Value};

use crate::http::exchange::{self, Draft};

pub mod requests;

/// `experimental/http`: reading from anywhere.
pub const PACKAGE: Package = Package {
    path: "experimental/http",
    source: fluxlet_sources::EXPERIMENTAL_HTTP,
    builtins: &[("get", Builtin::Async(get))],
    unimplemented: &[],
};

fn get(run: Run, args: Arguments) -> BoxFuture<'static, Result<Value>> {
    Box::pin(async move {
        let draft = Draft {
            method: Method::GET,
            url: args.required("url")?,
            query: None,
            headers: exchange::header_record(&args)?,
            body: None,
            timeout: timeout::parse(args.optional("timeout")?)?,
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

#[cfg(test)]
mod tests;
