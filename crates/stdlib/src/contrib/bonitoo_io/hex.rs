//! The package `contrib/bonitoo-io/hex`.

use std::fmt::Write;

use bytes::Bytes;
use fluxlet_runtime::{Arguments, Builtin, Error, Package, Result, Run, Value};

use crate::charge;
use crate::message::{bad_syntax, quoted};
use crate::universe::to_text;

/// `contrib/bonitoo-io/hex`: hexadecimal texts.
pub const PACKAGE: Package = Package {
    path: "contrib/bonitoo-io/hex",
    source: fluxlet_sources::CONTRIB_BONITOO_IO_HEX,
    builtins: &[
        ("int", Builtin::Pure(int)),
        ("uint", Builtin::Pure(uint)),
        ("string", Builtin::Pure(string)),
        ("bytes", Builtin::Pure(bytes)),
    ],
    unimplemented: &[],
};

fn int(_: &Run, args: &Arguments) -> Result<Value> {
    if args.value("v")?.is_null() {
        return Ok(Value::NULL);
    }
    let text: &str = args.required("v")?;
    // The sign may stand before or after the prefix.
    let number = match text.strip_prefix('-').and_then(|rest| rest.strip_prefix("0x")) {
        Some(digits) if digits.starts_with(['+', '-']) => None,
        Some(digits) => i64::from_str_radix(&format!("-{digits}"), 16).ok(),
        None => i64::from_str_radix(text.strip_prefix("0x").unwrap_or(text), 16).ok(),
    };
    number.map(Value::Int).ok_or_else(|| bad_syntax(text, "int"))
}

fn uint(_: &Run, args: &Arguments) -> Result<Value> {
    if args.value("v")?.is_null() {
        return Ok(Value::NULL);
    }
    let text: &str = args.required("v")?;
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let number = if digits.starts_with('+') { None } else { u64::from_str_radix(digits, 16).ok() };
    number.map(Value::UInt).ok_or_else(|| bad_syntax(text, "uint"))
}

fn string(run: &Run, args: &Arguments) -> Result<Value> {
    match args.value("v")? {
        Value::Int(number) => {
            let sign = if *number < 0 { "-" } else { "" };
            Ok(format!("{sign}{:x}", number.unsigned_abs()).into())
        }
        Value::UInt(number) => Ok(format!("{number:x}").into()),
        Value::Bytes(bytes) => {
            charge::product(run, bytes.len(), 2, 0)?;
            Ok(digits(bytes).into())
        }
        other => to_text(run, other),
    }
}

/// Returns two digits for each byte.
pub(crate) fn digits(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn bytes(run: &Run, args: &Arguments) -> Result<Value> {
    let text: &str = args.required("v")?;
    charge::bytes(run, text.len() / 2)?;
    let fail = |what: String| {
        Error::invalid(format!("cannot convert string {} to bytes due to hex decoding error: {what}", quoted(text)))
    };
    let mut bytes = Vec::with_capacity(text.len() / 2);
    for pair in text.as_bytes().chunks(2) {
        let digit = |byte: u8| {
            let digit = char::from(byte).to_digit(16);
            digit.ok_or_else(|| fail(format!("{:?} is no hexadecimal digit", char::from(byte))))
        };
        match pair {
            [high, low] => bytes.push((digit(*high)? << 4 | digit(*low)?) as u8),
            [odd, ..] => {
                digit(*odd)?;
                return Err(fail("odd number of digits".to_owned()));
            }
            [] => {}
        }
    }
    Ok(Bytes::from(bytes).into())
}

#[cfg(test)]
mod tests;
