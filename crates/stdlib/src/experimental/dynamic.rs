//! The package `experimental/dynamic`.

use bytes::Bytes;
use fluxlet_runtime::{Arguments, Builtin, Error, FromValue, Package, Result, Run, Value};

use crate::charge;
use crate::json::{Dynamics, Elements, encode_value, parse};

/// Most levels of arrays and records inside a dynamic value.
const DEEPEST: usize = 128;

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

/// Dynamic values can hold each other without the types telling how deep, so the depth is bounded here.
fn dynamic(run: &Run, args: &Arguments) -> Result<Value> {
    let value = args.value("v")?;
    let mut seen = 0;
    measure(run, value, 0, &mut seen)?;
    charge::elements(run, seen.saturating_mul(2))?;
    Ok(value.clone().into_dynamic())
}

/// Counts the values inside.
fn measure(run: &Run, value: &Value, depth: usize, seen: &mut usize) -> Result<()> {
    if depth > DEEPEST {
        return Err(Error::exhausted(format!("the dynamic value is nested deeper than {DEEPEST} levels")));
    }
    *seen += 1;
    if seen.is_multiple_of(4096) {
        run.check_deadline()?;
    }
    match value {
        Value::Dynamic(inner) => measure(run, inner, depth, seen),
        Value::Array(elements) => elements.iter().try_for_each(|element| measure(run, element, depth + 1, seen)),
        Value::Record(record) => record.iter().try_for_each(|(_, field)| measure(run, field, depth + 1, seen)),
        Value::Dict(dict) => dict.iter().try_for_each(|(_, entry)| measure(run, entry, depth + 1, seen)),
        _ => Ok(()),
    }
}

fn as_array(run: &Run, args: &Arguments) -> Result<Value> {
    let Inside(value) = args.required("v")?;
    match value {
        Value::Array(elements) => {
            charge::elements(run, elements.len().saturating_mul(2))?;
            Ok(elements.iter().map(|element| element.clone().into_dynamic()).collect())
        }
        Value::Null(_) => Err(Error::invalid("unable to convert <null> to array")),
        other => Err(Error::invalid(format!("unable to convert {} to array", other.type_of()))),
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
