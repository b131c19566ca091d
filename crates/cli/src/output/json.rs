//! Values as JSON.
//!
//! Bytes become base64, times RFC 3339, durations, regular expressions and functions their text, and so do floats that
//! are not finite. Records and dictionaries become objects, dynamic values what is inside.

use std::io::{self, Write};

use base64::engine::general_purpose::STANDARD;
use base64::write::EncoderWriter;
use fluxlet::Value;
use fluxlet::runtime::display;

use super::no_text;

/// Most levels of values inside each other.
const DEEPEST: usize = 512;

/// Writes a value without white space.
///
/// # Errors
/// Those of `out`, and one for a value that is nested deeper than 512 levels.
pub(super) fn write(out: &mut impl Write, value: &Value) -> io::Result<()> {
    nested(out, value, 0)
}

fn nested(out: &mut impl Write, value: &Value, depth: usize) -> io::Result<()> {
    if depth > DEEPEST {
        return Err(io::Error::other(format!("a value is nested deeper than {DEEPEST} levels")));
    }
    match value {
        Value::Null(_) => out.write_all(b"null"),
        Value::Bool(value) => write!(out, "{value}"),
        Value::Int(value) => write!(out, "{value}"),
        Value::UInt(value) => write!(out, "{value}"),
        Value::Float(value) if value.is_finite() => Ok(serde_json::to_writer(out, value)?),
        Value::String(value) => string(out, value),
        Value::Bytes(value) => bytes(out, value),
        Value::Time(value) => string(out, &value.rfc3339()),
        Value::Dynamic(value) => nested(out, value, depth + 1),
        Value::Array(elements) => list(out, *b"[]", elements.iter(), |out, element| nested(out, element, depth + 1)),
        Value::Record(record) => list(out, *b"{}", record.sorted().into_iter(), |out, (label, value)| {
            string(out, label)?;
            out.write_all(b":")?;
            nested(out, value, depth + 1)
        }),
        Value::Dict(dict) => list(out, *b"{}", dict.iter(), |out, (key, value)| {
            text(out, key)?;
            out.write_all(b":")?;
            nested(out, value, depth + 1)
        }),
        other => text(out, other),
    }
}

fn list<W: Write, T>(
    out: &mut W,
    [open, close]: [u8; 2],
    elements: impl Iterator<Item = T>,
    mut element: impl FnMut(&mut W, T) -> io::Result<()>,
) -> io::Result<()> {
    out.write_all(&[open])?;
    for (index, value) in elements.enumerate() {
        if index > 0 {
            out.write_all(b",")?;
        }
        element(out, value)?;
    }
    out.write_all(&[close])
}

fn text(out: &mut impl Write, value: &Value) -> io::Result<()> {
    string(out, &display(value, u64::MAX).map_err(no_text)?)
}

fn string(out: &mut impl Write, text: &str) -> io::Result<()> {
    Ok(serde_json::to_writer(out, text)?)
}

fn bytes(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    out.write_all(b"\"")?;
    let mut encoder = EncoderWriter::new(&mut *out, &STANDARD);
    encoder.write_all(bytes)?;
    encoder.finish()?;
    drop(encoder);
    out.write_all(b"\"")
}

#[cfg(test)]
mod tests;
