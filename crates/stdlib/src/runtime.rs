//! The package `runtime`.

use fluxlet_runtime::{Arguments, Builtin, Package, Result, Run, Value};

/// `runtime`: what runs the script.
pub const PACKAGE: Package = Package {
    path: "runtime",
    source: fluxlet_sources::RUNTIME,
    builtins: &[("version", Builtin::Pure(version))],
    unimplemented: &[],
};

fn version(_: &Run, _: &Arguments) -> Result<Value> {
    Ok(env!("CARGO_PKG_VERSION").into())
}
