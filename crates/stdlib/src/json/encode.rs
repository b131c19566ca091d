//! Values to JSON text, byte for byte as Go writes it.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use fluxlet_runtime::{Dict, Error, Result, Run, Value, display};

use crate::message::type_name;
use crate::nesting::DEEPEST;

/// Elements between two looks at the clock.
const ROUND: usize = 4096;

/// What becomes of dynamic values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dynamics {
    /// They are an error.
    Refused,
    /// What is inside is written.
    Unwrapped,
}

/// Returns `value` as JSON, without white space, its bytes charged to `run`.
///
/// # Errors
/// `invalid` for a function, a float that is not finite, and a dynamic value where they are refused; `resource exhausted`
/// past the memory of the run or 128 levels.
pub(crate) fn encode(run: &Run, value: &Value, dynamics: Dynamics) -> Result<Bytes> {
    let mut encoder = Encoder { run, dynamics, text: String::new(), seen: 0 };
    encoder.value(value, 0)?;
    Ok(encoder.text.into())
}

/// Returns a float as JSON: shortest digits, an exponent below 1e-6 and from 1e21 on.
///
/// # Errors
/// `invalid` if it is not finite.
fn float(value: f64) -> Result<String> {
    if !value.is_finite() {
        let name = fluxlet_runtime::display_float(value);
        return Err(Error::invalid(format!("json: unsupported value: {name}")));
    }
    let magnitude = value.abs();
    if magnitude != 0.0 && magnitude < 1e-6 {
        return Ok(format!("{value:e}"));
    }
    if magnitude >= 1e21 {
        return Ok(format!("{value:e}").replace('e', "e+"));
    }
    Ok(value.to_string())
}

struct Encoder<'a> {
    run: &'a Run,
    dynamics: Dynamics,
    text: String,
    seen: usize,
}

impl Encoder<'_> {
    fn value(&mut self, value: &Value, depth: usize) -> Result<()> {
        if depth > DEEPEST {
            return Err(Error::exhausted(format!("the value is nested deeper than {DEEPEST} levels")));
        }
        self.seen += 1;
        if self.seen.is_multiple_of(ROUND) {
            self.run.check_deadline()?;
        }
        match value {
            Value::Null(_) => self.put("null"),
            Value::Bool(value) => self.put(if *value { "true" } else { "false" }),
            Value::Int(value) => self.put(&value.to_string()),
            Value::UInt(value) => self.put(&value.to_string()),
            Value::Float(value) => self.put(&float(*value)?),
            Value::String(value) => self.string(value),
            Value::Bytes(value) => self.bytes(value),
            Value::Regexp(value) => self.string(value.pattern()),
            Value::Time(value) => self.string(&value.rfc3339()),
            Value::Duration(value) => self.string(&value.to_string()),
            Value::Array(elements) => {
                self.list("[", elements.iter(), "]", |encoder, element| encoder.value(element, depth + 1))
            }
            Value::Record(record) => {
                let fields = record.sorted();
                self.list("{", fields.into_iter(), "}", |encoder, (label, value)| encoder.entry(label, value, depth))
            }
            Value::Dict(dict) => {
                let entries = self.entries(dict)?;
                self.list("{", entries.iter(), "}", |encoder, (key, value)| encoder.entry(key, value, depth))
            }
            Value::Dynamic(value) if self.dynamics == Dynamics::Unwrapped => self.value(value, depth + 1),
            Value::Dynamic(_) => Err(Error::invalid(
                "json.encode cannot encode a dynamic value; use `jsonEncode` of `experimental/dynamic`",
            )),
            Value::Function(_) => Err(Error::invalid("cannot encode a function value")),
            other => Err(Error::invalid(format!("cannot encode a value of type {}", type_name(other)))),
        }
    }

    /// Keys become texts first, and are sorted as such.
    fn entries<'a>(&self, dict: &'a Dict) -> Result<Vec<(String, &'a Value)>> {
        let mut entries = Vec::with_capacity(dict.len());
        for (key, value) in dict.iter() {
            let key = display(key, self.run.memory_left())?;
            self.run.charge(key.len() as u64)?;
            entries.push((key, value));
        }
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(entries)
    }

    fn entry(&mut self, key: &str, value: &Value, depth: usize) -> Result<()> {
        self.string(key)?;
        self.put(":")?;
        self.value(value, depth + 1)
    }

    fn list<T>(
        &mut self,
        open: &str,
        elements: impl Iterator<Item = T>,
        close: &str,
        mut write: impl FnMut(&mut Self, T) -> Result<()>,
    ) -> Result<()> {
        self.put(open)?;
        for (index, element) in elements.enumerate() {
            if index > 0 {
                self.put(",")?;
            }
            write(self, element)?;
        }
        self.put(close)
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        let size = base64::encoded_len(bytes.len(), true).unwrap_or(usize::MAX);
        self.run.charge((size as u64).saturating_add(2))?;
        self.text.push('"');
        STANDARD.encode_string(bytes, &mut self.text);
        self.text.push('"');
        Ok(())
    }

    fn string(&mut self, text: &str) -> Result<()> {
        self.put("\"")?;
        let mut start = 0;
        for (at, character) in text.char_indices() {
            let escape = match character {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\u{8}' => "\\b",
                '\u{c}' => "\\f",
                '\0'..='\u{1f}' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => "",
                _ => continue,
            };
            self.put(&text[start..at])?;
            if escape.is_empty() {
                self.run.charge(6)?;
                // Writing to a string cannot fail.
                let _ = write!(self.text, "\\u{:04x}", u32::from(character));
            } else {
                self.put(escape)?;
            }
            start = at + character.len_utf8();
        }
        self.put(&text[start..])?;
        self.put("\"")
    }

    fn put(&mut self, text: &str) -> Result<()> {
        self.run.charge(text.len() as u64)?;
        self.text.push_str(text);
        Ok(())
    }
}
