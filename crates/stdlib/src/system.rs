//! The package `system`.

use fluxlet_runtime::{Arguments, Builtin, Package, Result, Run, Value};

/// `system`: the clock of the context.
pub const PACKAGE: Package = Package {
    path: "system",
    source: fluxlet_sources::SYSTEM,
    builtins: &[("time", Builtin::Pure(time))],
    unimplemented: &[],
};

fn time(run: &Run, _: &Arguments) -> Result<Value> {
    Ok(run.context().clock().now().into())
}
