//! The package `types`.

use fluxlet_runtime::{Arguments, Builtin, Nature, Package, Result, Run, Value};

/// `types`: the types of values, found when the script runs.
pub const PACKAGE: Package = Package {
    path: "types",
    source: fluxlet_sources::TYPES,
    builtins: &[("isType", Builtin::Pure(is_type))],
    unimplemented: &[],
};

fn is_type(_: &Run, args: &Arguments) -> Result<Value> {
    let name: &str = args.required("type")?;
    let nature = args.value("v")?.nature().filter(|nature| {
        !matches!(nature, Nature::Array | Nature::Dict | Nature::Record | Nature::Function | Nature::Dynamic)
    });
    Ok(nature.is_some_and(|nature| nature.as_str() == name).into())
}

#[cfg(test)]
mod tests;
