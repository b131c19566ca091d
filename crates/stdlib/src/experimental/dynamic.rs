//! The package `experimental/dynamic`.

use bytes::Bytes;
use fluxlet_runtime::{Arguments, Builtin, Error, FromValue, Package, Result, Run, Value};

use crate::charge;
use crate::json::{Dynamics, Elements, encode_value, parse};
use crate::message::type_name;
use crate::nesting;

/// What a dynamic part takes, in places of a value: its own, and an allocation for what is inside.
const PART: usize = 3;

/// `experimental/dynamic`: values whose types are looked at when the script runs.
pub const PACKAGE: Package = Package {
    path: "experimental/dynamic",
    source: fluxlet_sources::EXPERIMENTAL_DYNAMIC,
    builtins: &[
        ("dynamic", Builtin::Pure(dynamic)),
        ("asArray", Builtin::Pure(as_array)),
        ("jsonParse", Builtin::Pure(json_parse)),
        ("jsonEncode", Builtin::Pure(json_encode)),
        ("isType", Builtin::Pure(is_type)),
    ],
    unimplemented: &[],
};

/// What is inside a dynamic value.
struct Inside<'a>(&'a Value);

impl<'a> FromValue<'a> for Inside<'a> {
    const EXPECTED: &'static str = "a dynamic value";

    fn from_value(value: &'a Value) -> Option<Self> {
        match value {
            Value::Dynamic(value) => Some(Inside(value)),
            _ => None,
        }
    }
}

fn dynamic(run: &Run, args: &Arguments) -> Result<Value> {
    let value = args.value("v")?;
    // Parts that are shared are copied each time.
    let most = run.memory_left() / (PART * size_of::<Value>()) as u64;
    let parts = nesting::check(run, value, most)?;
    charge::elements(run, parts.saturating_mul(PART))?;
    Ok(value.clone().into_dynamic())
}

fn as_array(run: &Run, args: &Arguments) -> Result<Value> {
    let Inside(value) = args.required("v")?;
    match value {
        Value::Array(elements) => {
            charge::elements(run, elements.len().saturating_mul(PART))?;
            Ok(elements.iter().map(|element| element.clone().into_dynamic()).collect())
        }
        Value::Null(_) => Err(Error::invalid("unable to convert <null> to array")),
        other => Err(Error::invalid(format!("unable to convert {} to array", type_name(other)))),
    }
}

fn json_parse(run: &Run, args: &Arguments) -> Result<Value> {
    parse(run, args.required::<&Bytes>("data")?, Elements::Dynamic)
}

fn json_encode(run: &Run, args: &Arguments) -> Result<Value> {
    let Inside(value) = args.required("v")?;
    Ok(encode_value(run, value, Dynamics::Unwrapped)?.into())
}

fn is_type(_: &Run, args: &Arguments) -> Result<Value> {
    let Inside(value) = args.required("v")?;
    let name: &str = args.required("type")?;
    Ok((!value.is_null() && value.nature_name() == name).into())
}

#[cfg(test)]
mod tests;
