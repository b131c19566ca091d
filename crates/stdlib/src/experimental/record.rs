//! The package `experimental/record`.

use fluxlet_runtime::{Arguments, Builtin, Package, Record, Result, Run, Value};

/// `experimental/record`: records whose labels are known only when the script runs.
pub const PACKAGE: Package = Package {
    path: "experimental/record",
    source: fluxlet_sources::EXPERIMENTAL_RECORD,
    builtins: &[("any", Builtin::Value(|| Record::default().into())), ("get", Builtin::Pure(get))],
    unimplemented: &[],
};

fn get(_: &Run, args: &Arguments) -> Result<Value> {
    let record: &Record = args.required("r")?;
    let found = record.get(args.required("key")?);
    Ok(found.unwrap_or(args.value("default")?).clone())
}

#[cfg(test)]
mod tests;
