//! The package `influxdata/influxdb/secrets`.

use ecow::EcoString;
use fluxlet_runtime::{Arguments, BoxFuture, Builtin, Code, Error, Package, Result, Run, Value};

use crate::message::quoted;

/// `influxdata/influxdb/secrets`: the secrets of the context.
pub const PACKAGE: Package = Package {
    path: "influxdata/influxdb/secrets",
    source: fluxlet_sources::INFLUXDATA_INFLUXDB_SECRETS,
    builtins: &[("get", Builtin::Async(get))],
    unimplemented: &[],
};

fn get(run: Run, args: Arguments) -> BoxFuture<'static, Result<Value>> {
    Box::pin(async move {
        let key: &EcoString = args.required("key")?;
        let secret = run.secret(key).await?;
        let missing = || Error::new(Code::NotFound, format!("secret key {} not found", quoted(key)));
        let secret = secret.ok_or_else(missing)?;
        run.charge(secret.len() as u64)?;
        Ok(secret.into())
    })
}

#[cfg(test)]
mod tests;
