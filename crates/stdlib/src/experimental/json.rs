//! The package `experimental/json`.

use bytes::Bytes;
use fluxlet_runtime::{Arguments, Builtin, Package, Result, Run, Value};

use crate::json::{Elements, parse as parse_text};

/// `experimental/json`: JSON to values.
pub const PACKAGE: Package = Package {
    path: "experimental/json",
    source: fluxlet_sources::EXPERIMENTAL_JSON,
    builtins: &[("parse", Builtin::Pure(parse))],
    unimplemented: &[],
};

fn parse(run: &Run, args: &Arguments) -> Result<Value> {
    parse_text(run, args.required::<&Bytes>("data")?, Elements::OfOneType)
}

#[cfg(test)]
mod tests;
