//! The package `json`, and the reading and writing of JSON that other packages share.

use fluxlet_runtime::{Arguments, Builtin, Package, Result, Run, Value};

mod encode;
mod parse;
mod text;

pub(crate) use encode::{Dynamics, encode as encode_value};
pub(crate) use parse::{Elements, parse};

/// `json`: values as JSON.
pub const PACKAGE: Package = Package {
    path: "json",
    source: fluxlet_sources::JSON,
    builtins: &[("encode", Builtin::Pure(encode))],
    unimplemented: &[],
};

fn encode(run: &Run, args: &Arguments) -> Result<Value> {
    Ok(encode_value(run, args.value("v")?, Dynamics::Refused)?.into())
}

#[cfg(test)]
mod tests;
