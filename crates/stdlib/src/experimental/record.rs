//! The package `experimental/record`.

use fluxlet_runtime::{Arguments, Builtin, Package, Record, Result, Run, Value};

use crate::nesting;

/// `experimental/record`: records whose labels are known only when the script runs.
pub const PACKAGE: Package = Package {
    path: "experimental/record",
    source: fluxlet_sources::EXPERIMENTAL_RECORD,
    builtins: &[("any", Builtin::Value(|| Record::default().into())), ("get", Builtin::Pure(get))],
    unimplemented: &[],
};

/// The field may have another type than the default, which is the type of the result to the checker.
fn get(run: &Run, args: &Arguments) -> Result<Value> {
    let record: &Record = args.required("r")?;
    match record.get(args.required("key")?) {
        Some(field) => {
            nesting::check_forgotten(run, field)?;
            Ok(field.clone())
        }
        None => args.value("default").cloned(),
    }
}

#[cfg(test)]
mod tests;
