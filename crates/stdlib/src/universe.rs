//! The package `universe`, which is in every script.

use fluxlet_runtime::{
    Arguments, Builtin, Duration, Error, Package, Record, Result, Run, Time, Value, display_while, equal,
};

use crate::array;
use crate::calendar::{Place, instant};
use crate::charge;

mod convert;
mod float;
mod instant_text;
mod tables;

pub(crate) use convert::text as to_text;

/// `universe`: conversions, and what else needs no import; the functions for tables are declared only.
pub const PACKAGE: Package = Package {
    path: "universe",
    source: fluxlet_sources::UNIVERSE,
    builtins: &[
        ("bool", Builtin::Pure(|_, args| convert::bool(inner(args)?))),
        ("int", Builtin::Pure(|_, args| convert::int(inner(args)?))),
        ("uint", Builtin::Pure(|_, args| convert::uint(inner(args)?))),
        ("float", Builtin::Pure(|_, args| convert::float(inner(args)?))),
        ("string", Builtin::Pure(|run, args| convert::text(run, inner(args)?))),
        ("time", Builtin::Pure(|_, args| convert::time(inner(args)?))),
        ("duration", Builtin::Pure(|_, args| convert::duration(inner(args)?))),
        ("bytes", Builtin::Pure(|run, args| convert::bytes(run, inner(args)?))),
        ("display", Builtin::Pure(show)),
        ("contains", Builtin::Pure(contains)),
        ("length", Builtin::Pure(length)),
        ("die", Builtin::Pure(die)),
        ("inf", Builtin::Value(|| Duration::from_nanoseconds(i64::MAX).into())),
        ("linearBins", Builtin::Pure(linear_bins)),
        ("logarithmicBins", Builtin::Pure(logarithmic_bins)),
        ("_now", Builtin::Pure(now)),
        ("_truncate", Builtin::Pure(truncate)),
    ],
    unimplemented: tables::UNIMPLEMENTED,
};

/// Returns the value to convert, without the dynamic around it.
fn inner(args: &Arguments) -> Result<&Value> {
    let mut value = args.value("v")?;
    while let Value::Dynamic(inside) = value {
        value = inside;
    }
    Ok(value)
}

fn show(run: &Run, args: &Arguments) -> Result<Value> {
    let text = display_while(args.value("v")?, run.memory_left(), &|| run.check_deadline())?;
    charge::bytes(run, text.len())?;
    Ok(text.into())
}

fn contains(run: &Run, args: &Arguments) -> Result<Value> {
    let value = args.value("value")?;
    if let Value::Array(_) | Value::Dict(_) | Value::Record(_) | Value::Dynamic(_) | Value::Function(_) = value {
        // Comparing what has parts can take without end; the declared type excludes it.
        return Err(Error::mismatch("argument `value`", "a value without parts", value.nature_name()));
    }
    let set: &[Value] = args.required("set")?;
    let (wanted, held) = (value.nature(), array::nature(set));
    if !set.is_empty() && wanted.is_some() && wanted != held {
        return Err(Error::mismatch("argument `set`", &array::kind(wanted), &array::kind(held)));
    }
    for (index, element) in set.iter().enumerate() {
        if index % 4096 == 4095 {
            run.check_deadline()?;
        }
        if equal(value, element) {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

fn length(_: &Run, args: &Arguments) -> Result<Value> {
    match args.value("arr")? {
        Value::Array(elements) => Ok((elements.len() as i64).into()),
        other => Err(Error::invalid(format!("arr must be an array, got {}", other.nature_name()))),
    }
}

fn die(_: &Run, args: &Arguments) -> Result<Value> {
    let text: &str = args.required("msg")?;
    Err(Error::invalid(if text.is_empty() { "invalid" } else { text }))
}

fn linear_bins(run: &Run, args: &Arguments) -> Result<Value> {
    let (start, width): (f64, f64) = (args.required("start")?, args.required("width")?);
    bins(run, args, start, |bound| bound + width)
}

fn logarithmic_bins(run: &Run, args: &Arguments) -> Result<Value> {
    let (start, factor): (f64, f64) = (args.required("start")?, args.required("factor")?);
    bins(run, args, start, |bound| bound * factor)
}

fn bins(run: &Run, args: &Arguments, start: f64, next: impl Fn(f64) -> f64) -> Result<Value> {
    let count = charge::count("count", args.required("count")?)?;
    let infinity = args.optional("infinity")?.unwrap_or(true);
    charge::elements(run, count.saturating_add(1))?;
    let bounds = std::iter::successors(Some(start), |&bound| Some(next(bound))).take(count);
    Ok(bounds.chain(infinity.then_some(f64::INFINITY)).map(Value::Float).collect())
}

fn now(run: &Run, _: &Arguments) -> Result<Value> {
    Ok(run.now().into())
}

fn truncate(run: &Run, args: &Arguments) -> Result<Value> {
    let time: Time = instant(run, args, "t")?;
    let place = Place::read(args.required::<&Record>("location")?)?;
    Ok(place.truncate(time, args.required("unit")?)?.into())
}

#[cfg(test)]
mod tests;
