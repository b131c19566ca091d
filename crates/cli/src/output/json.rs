//! Values as JSON.
//!
//! Bytes become base64, times RFC 3339, durations, regular expressions and functions their text, and so do floats that
//! are not finite. Records and dictionaries become objects, dynamic values what is inside.

use std::borrow::Cow;
use std::io::{self, Write};

use base64::engine::general_purpose::STANDARD;
use base64::write::EncoderWriter;
use fluxlet::runtime::display;
use fluxlet::{Redactor, Value};

use super::no_text;

/// Most levels of values inside each other.
const DEEPEST: usize = 512;

/// Writes a value without white space.
///
/// # Errors
/// Those of `out`, and one for a value that is nested deeper than 512 levels.
pub(super) fn write<W: Write>(out: &mut W, value: &Value, redactor: &Redactor) -> io::Result<()> {
    Json { out, redactor }.value(value, 0)
}

struct Json<'a, W> {
    out: &'a mut W,
    /// Secrets are taken out of each text, so that the rest stays JSON.
    redactor: &'a Redactor,
}

impl<W: Write> Json<'_, W> {
    fn value(&mut self, value: &Value, depth: usize) -> io::Result<()> {
        if depth > DEEPEST {
            return Err(io::Error::other(format!("a value is nested deeper than {DEEPEST} levels")));
        }
        match value {
            Value::Null(_) => self.out.write_all(b"null"),
            Value::Bool(value) => write!(self.out, "{value}"),
            Value::Int(value) => self.number(&value.to_string()),
            Value::UInt(value) => self.number(&value.to_string()),
            Value::Float(value) if value.is_finite() => self.number(&serde_json::to_string(value)?),
            Value::String(value) => self.string(value),
            Value::Bytes(value) => self.bytes(value),
            Value::Time(value) => self.string(&value.rfc3339()),
            Value::Dynamic(value) => self.value(value, depth + 1),
            Value::Array(elements) => {
                self.list(*b"[]", elements.iter(), |json, element| json.value(element, depth + 1))
            }
            Value::Record(record) => self.list(*b"{}", record.sorted().into_iter(), |json, (label, value)| {
                json.string(label)?;
                json.out.write_all(b":")?;
                json.value(value, depth + 1)
            }),
            Value::Dict(dict) => self.list(*b"{}", dict.iter(), |json, (key, value)| {
                json.text(key)?;
                json.out.write_all(b":")?;
                json.value(value, depth + 1)
            }),
            other => self.text(other),
        }
    }

    fn list<T>(
        &mut self,
        [open, close]: [u8; 2],
        elements: impl Iterator<Item = T>,
        mut element: impl FnMut(&mut Self, T) -> io::Result<()>,
    ) -> io::Result<()> {
        self.out.write_all(&[open])?;
        for (index, value) in elements.enumerate() {
            if index > 0 {
                self.out.write_all(b",")?;
            }
            element(self, value)?;
        }
        self.out.write_all(&[close])
    }

    fn text(&mut self, value: &Value) -> io::Result<()> {
        self.string(&display(value, u64::MAX).map_err(no_text)?)
    }

    fn string(&mut self, text: &str) -> io::Result<()> {
        Ok(serde_json::to_writer(&mut *self.out, &self.redactor.redact(text))?)
    }

    fn number(&mut self, digits: &str) -> io::Result<()> {
        match self.redactor.redact(digits) {
            Cow::Borrowed(digits) => self.out.write_all(digits.as_bytes()),
            Cow::Owned(text) => self.string(&text),
        }
    }

    fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(b"\"")?;
        let mut encoder = EncoderWriter::new(&mut *self.out, &STANDARD);
        encoder.write_all(&self.redactor.redact_bytes(bytes))?;
        encoder.finish()?;
        drop(encoder);
        self.out.write_all(b"\"")
    }
}

#[cfg(test)]
mod tests;
