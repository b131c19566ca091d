//! The conversions between types: `bool`, `int`, `uint`, `float`, `string`, `time`, `duration`, `bytes`.
//!
//! Numbers that do not fit wrap around as they do in Flux, which is what Go's conversions give on x86-64.

use std::sync::Arc;

use bytes::Bytes;
use fluxlet_runtime::{Duration, Error, Result, Run, Time, Value, plain_float};

use super::{float as float_text, instant_text};
use crate::charge;
use crate::message::{bad_syntax, cannot_convert, quoted};

/// 2^63, the first float that no `i64` holds.
const TWO_TO_63: f64 = 9_223_372_036_854_775_808.0;

pub(super) fn bool(value: &Value) -> Result<Value> {
    let refuse = |shown: String| Error::invalid(format!("cannot convert {shown} to bool, must be 0 or 1"));
    Ok(Value::Bool(match value {
        Value::Null(_) => return Ok(Value::NULL),
        Value::Bool(value) => *value,
        Value::String(text) if text == "true" => true,
        Value::String(text) if text == "false" => false,
        Value::String(text) => return Err(Error::invalid(format!("cannot convert string {} to bool", quoted(text)))),
        Value::Int(number @ (0 | 1)) => *number == 1,
        Value::Int(number) => return Err(refuse(format!("int {number}"))),
        Value::UInt(number @ (0 | 1)) => *number == 1,
        Value::UInt(number) => return Err(refuse(format!("uint {number}"))),
        Value::Float(number) if *number == 0.0 || *number == 1.0 => *number == 1.0,
        Value::Float(number) if number.is_finite() => return Err(refuse(format!("float {number:.6}"))),
        Value::Float(number) => return Err(refuse(format!("float {}", plain_float(*number)))),
        other => return Err(cannot_convert(other, "bool")),
    }))
}

pub(super) fn int(value: &Value) -> Result<Value> {
    Ok(Value::Int(match value {
        Value::Null(_) => return Ok(Value::NULL),
        Value::String(text) => text.parse().map_err(|_| bad_syntax(text, "int"))?,
        Value::Int(number) => *number,
        Value::UInt(number) => number.cast_signed(),
        Value::Float(number) => truncate(*number),
        Value::Bool(value) => i64::from(*value),
        Value::Time(time) => time.0,
        Value::Duration(duration) => duration.approximate_nanoseconds(),
        other => return Err(cannot_convert(other, "int")),
    }))
}

pub(super) fn uint(value: &Value) -> Result<Value> {
    Ok(Value::UInt(match value {
        Value::Null(_) => return Ok(Value::NULL),
        Value::String(text) => {
            let number = if text.starts_with('+') { None } else { text.parse().ok() };
            number.ok_or_else(|| bad_syntax(text, "uint"))?
        }
        Value::Int(number) => number.cast_unsigned(),
        Value::UInt(number) => *number,
        Value::Float(number) if (TWO_TO_63..2.0 * TWO_TO_63).contains(number) => *number as u64,
        Value::Float(number) => truncate(*number).cast_unsigned(),
        Value::Bool(value) => u64::from(*value),
        Value::Time(time) => time.0.cast_unsigned(),
        Value::Duration(duration) => duration.approximate_nanoseconds().cast_unsigned(),
        other => return Err(cannot_convert(other, "uint")),
    }))
}

/// Cuts the fraction off; what does not fit becomes the smallest int.
fn truncate(number: f64) -> i64 {
    if (-TWO_TO_63..TWO_TO_63).contains(&number) { number as i64 } else { i64::MIN }
}

pub(super) fn float(value: &Value) -> Result<Value> {
    Ok(Value::Float(match value {
        Value::Null(_) => return Ok(Value::NULL),
        Value::String(text) => float_text::parse(text).ok_or_else(|| bad_syntax(text, "float"))?,
        Value::Int(number) => *number as f64,
        Value::UInt(number) => *number as f64,
        Value::Float(number) => *number,
        Value::Bool(value) => f64::from(u8::from(*value)),
        other => return Err(cannot_convert(other, "float")),
    }))
}

/// `string`, whose name is taken by the type.
pub(crate) fn text(run: &Run, value: &Value) -> Result<Value> {
    let text = match value {
        Value::Null(_) => return Ok(Value::NULL),
        Value::String(text) => return Ok(text.clone().into()),
        Value::Bytes(bytes) => {
            let text = std::str::from_utf8(bytes)
                .map_err(|_| Error::invalid("bytes contained non utf8 bytes, cannot be converted into a string"))?;
            charge::bytes(run, text.len())?;
            return Ok(text.into());
        }
        Value::Bool(value) => value.to_string(),
        Value::Int(number) => number.to_string(),
        Value::UInt(number) => number.to_string(),
        Value::Float(number) => plain_float(*number),
        Value::Time(time) => time.to_string(),
        Value::Duration(duration) => duration.to_string(),
        other => return Err(cannot_convert(other, "string")),
    };
    charge::bytes(run, text.len())?;
    Ok(text.into())
}

pub(super) fn time(value: &Value) -> Result<Value> {
    Ok(Value::Time(match value {
        Value::Null(_) => return Ok(Value::NULL),
        Value::String(text) => instant_text::parse(text)?,
        Value::Int(number) => Time(*number),
        Value::UInt(number) => Time(number.cast_signed()),
        Value::Time(time) => *time,
        other => return Err(cannot_convert(other, "time")),
    }))
}

pub(super) fn duration(value: &Value) -> Result<Value> {
    Ok(Value::Duration(match value {
        Value::Null(_) => return Ok(Value::NULL),
        Value::String(text) => Duration::parse(text).map_err(|_| bad_syntax(text, "duration"))?,
        Value::Int(number) => Duration::from_nanoseconds(*number),
        Value::UInt(number) => Duration::from_nanoseconds(number.cast_signed()),
        Value::Duration(duration) => *duration,
        other => return Err(cannot_convert(other, "duration")),
    }))
}

pub(super) fn bytes(run: &Run, value: &Value) -> Result<Value> {
    match value {
        Value::String(text) => {
            charge::bytes(run, text.len())?;
            Ok(Value::Bytes(Arc::new(Bytes::copy_from_slice(text.as_bytes()))))
        }
        Value::Null(_) => Err(Error::invalid("cannot convert null to bytes")),
        other => Err(cannot_convert(other, "bytes")),
    }
}
