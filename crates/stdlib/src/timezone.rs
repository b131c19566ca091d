//! The package `timezone`.

use fluxlet_runtime::{Arguments, Builtin, Duration, Package, Record, Result, Run, Value};

use crate::calendar::zone;

/// `timezone`: places for the calendar functions.
pub const PACKAGE: Package = Package {
    path: "timezone",
    source: fluxlet_sources::TIMEZONE,
    builtins: &[("location", Builtin::Pure(location))],
    unimplemented: &[],
};

fn location(_: &Run, args: &Arguments) -> Result<Value> {
    let name: &str = args.required("name")?;
    zone(name)?;
    Ok(Record::from([("zone", name.into()), ("offset", Duration::ZERO.into())]).into())
}

#[cfg(test)]
mod tests;
