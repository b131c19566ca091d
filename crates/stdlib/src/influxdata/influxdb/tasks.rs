//! The package `influxdata/influxdb/tasks`.

use fluxlet_runtime::{Arguments, Builtin, Nature, Package, Result, Run, Time, Value};

use crate::calendar::instant;

/// `influxdata/influxdb/tasks`: when a task last succeeded.
pub const PACKAGE: Package = Package {
    path: "influxdata/influxdb/tasks",
    source: fluxlet_sources::INFLUXDATA_INFLUXDB_TASKS,
    builtins: &[
        ("_zeroTime", Builtin::Value(|| Value::Null(Some(Nature::Time)))),
        ("_lastSuccess", Builtin::Pure(last_success)),
    ],
    unimplemented: &[],
};

fn last_success(run: &Run, args: &Arguments) -> Result<Value> {
    if args.value("lastSuccessTime")?.is_null() {
        return Ok(instant(run, args, "orTime")?.into());
    }
    Ok(args.required::<Time>("lastSuccessTime")?.into())
}

#[cfg(test)]
mod tests;
