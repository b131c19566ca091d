//! The package `internal/debug`.

use ecow::EcoString;
use fluxlet_runtime::{Arguments, Builtin, Error, Nature, Package, Result, Run, Value};

use crate::message::quoted;

/// `internal/debug`: nulls and options for tests.
pub const PACKAGE: Package = Package {
    path: "internal/debug",
    source: fluxlet_sources::INTERNAL_DEBUG,
    builtins: &[
        ("null", Builtin::Pure(null)),
        ("feature", Builtin::Pure(feature)),
        ("getOption", Builtin::Member(get_option)),
    ],
    unimplemented: &["pass", "opaque", "slurp", "sink"],
};

/// The natures of which `null` makes nulls.
const NULLABLE: [Nature; 9] = [
    Nature::String,
    Nature::Bytes,
    Nature::Int,
    Nature::UInt,
    Nature::Float,
    Nature::Bool,
    Nature::Time,
    Nature::Duration,
    Nature::Regexp,
];

fn null(_: &Run, args: &Arguments) -> Result<Value> {
    let Some(name) = args.optional::<&str>("type")? else { return Ok(Value::NULL) };
    match NULLABLE.into_iter().find(|nature| nature.as_str() == name) {
        Some(nature) => Ok(Value::Null(Some(nature))),
        None => {
            let known = NULLABLE.map(Nature::as_str).join(", ");
            Err(Error::invalid(format!("invalid null type {}, it must be one of {known}", quoted(name))))
        }
    }
}

fn get_option(args: &Arguments) -> Result<(EcoString, EcoString)> {
    Ok((args.required::<&str>("pkg")?.into(), args.required::<&str>("name")?.into()))
}

/// There are no feature flags.
fn feature(_: &Run, args: &Arguments) -> Result<Value> {
    args.required::<&str>("key")?;
    Ok(Value::NULL)
}

#[cfg(test)]
mod tests;
