//! How values are shown: the text of `display(v:)`.

use std::fmt::{self, Write};

use crate::{Error, Result, Value};

/// Most elements that are shown on one line.
const ON_ONE_LINE: usize = 3;

/// Deepest nesting that is shown. Types end at a few hundred; dynamic values have no such bound, the stack has.
const DEEPEST: usize = 500;

/// Returns the text of `display(v: value)`.
///
/// ```
/// use fluxlet_runtime::{Value, display};
///
/// let list: Value = (1..=3).map(Value::Int).collect();
/// assert_eq!(display(&list, 100)?, "[1, 2, 3]");
/// assert!(display(&list, 4).is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
///
/// # Errors
/// `resource exhausted` if the text needs more than `most_bytes` bytes, or the value is nested deeper than 500.
pub fn display(value: &Value, most_bytes: u64) -> Result<String> {
    display_while(value, most_bytes, &|| Ok(()))
}

/// Does what [`display`] does, as long as `goes_on` has no error; it is asked every 64 KiB.
///
/// ```
/// use fluxlet_runtime::{Context, Run, Value, display_while};
///
/// let run = Run::new(&Context::new());
/// let list: Value = (1..=3).map(Value::Int).collect();
/// assert_eq!(display_while(&list, run.memory_left(), &|| run.check_deadline())?, "[1, 2, 3]");
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
///
/// # Errors
/// Those of [`display`] and of `goes_on`.
pub fn display_while(value: &Value, most_bytes: u64, goes_on: &dyn Fn() -> Result<()>) -> Result<String> {
    let mut display = Display { text: String::new(), most_bytes, inside: 0, goes_on, asked_at: 0 };
    display.value(value, 0)?;
    Ok(display.text)
}

impl fmt::Display for Value {
    /// Prints the text of `display(v: self)`; a value whose text is longer than 64 MiB is an error.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&display(self, 64 << 20).map_err(|_| fmt::Error)?)
    }
}

/// Returns a float as `display` shows it: shortest digits, an exponent below 1e-4 and from 1e6 on.
///
/// ```
/// use fluxlet_runtime::display_float;
///
/// assert_eq!(display_float(2_500_000.0), "2.5e+06");
/// ```
pub fn display_float(value: f64) -> String {
    if !value.is_finite() {
        return special_float(value);
    }
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if value != 0.0 && !(-4..6).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        format!("{digits}e{sign}{:02}", exponent.abs())
    } else {
        value.to_string()
    }
}

/// Returns a float as `string(v:)` and interpolation give it: shortest digits, never an exponent.
///
/// ```
/// use fluxlet_runtime::plain_float;
///
/// assert_eq!(plain_float(2_500_000.0), "2500000");
/// ```
pub fn plain_float(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { special_float(value) }
}

fn special_float(value: f64) -> String {
    let text = if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "+Inf"
    } else {
        "-Inf"
    };
    text.to_owned()
}

/// Bytes of text between two questions whether to go on.
const ROUND: usize = 64 << 10;

struct Display<'a> {
    text: String,
    most_bytes: u64,
    /// How many values stand around the one at hand.
    inside: usize,
    goes_on: &'a dyn Fn() -> Result<()>,
    /// How long the text was when it was asked last.
    asked_at: usize,
}

impl Display<'_> {
    fn value(&mut self, value: &Value, depth: usize) -> Result<()> {
        if self.inside > DEEPEST {
            return Err(Error::exhausted(format!("the value is nested deeper than {DEEPEST}")));
        }
        self.inside += 1;
        self.contents(value, depth)?;
        self.inside -= 1;
        Ok(())
    }

    fn contents(&mut self, value: &Value, depth: usize) -> Result<()> {
        match value {
            Value::Null(_) => self.put("<null>"),
            Value::Bool(value) => self.put(if *value { "true" } else { "false" }),
            Value::Int(value) => self.put(&value.to_string()),
            Value::UInt(value) => self.put(&value.to_string()),
            Value::Float(value) => self.put(&display_float(*value)),
            Value::String(value) => self.put(value),
            Value::Bytes(value) => self.bytes(value),
            Value::Regexp(value) => self.put(value.pattern()),
            Value::Time(value) => self.put(&value.to_string()),
            Value::Duration(value) => self.put(&value.to_string()),
            Value::Function(value) => self.put(&value.scheme().to_string()),
            Value::Dynamic(value) => {
                self.put("dynamic(")?;
                self.value(value, depth)?;
                self.put(")")
            }
            Value::Array(elements) => {
                let separator = if elements.len() > ON_ONE_LINE { "," } else { ", " };
                self.sequence(("[", "]"), separator, elements.iter(), depth, |display, element, depth| {
                    display.value(element, depth)
                })
            }
            Value::Record(record) => {
                let separator = if record.len() > ON_ONE_LINE { "," } else { ", " };
                let fields = record.sorted().into_iter();
                self.sequence(("{", "}"), separator, fields, depth, |display, (label, value), depth| {
                    display.put(label)?;
                    display.put(": ")?;
                    display.value(value, depth)
                })
            }
            Value::Dict(dict) if dict.is_empty() => self.put("[:]"),
            // Flux leaves a space at the end of each line here.
            Value::Dict(dict) => self.sequence(("[", "]"), ", ", dict.iter(), depth, |display, (key, value), depth| {
                display.value(key, depth)?;
                display.put(": ")?;
                display.value(value, depth)
            }),
        }
    }

    fn sequence<T>(
        &mut self,
        (open, close): (&str, &str),
        separator: &str,
        elements: impl ExactSizeIterator<Item = T>,
        depth: usize,
        mut show: impl FnMut(&mut Self, T, usize) -> Result<()>,
    ) -> Result<()> {
        let lines = elements.len() > ON_ONE_LINE;
        self.put(open)?;
        for (index, element) in elements.enumerate() {
            if index > 0 {
                self.put(separator)?;
            }
            if lines {
                self.line(depth + 1)?;
            }
            show(self, element, depth + 1)?;
        }
        if lines {
            self.line(depth)?;
        }
        self.put(close)
    }

    fn line(&mut self, depth: usize) -> Result<()> {
        self.put("\n")?;
        self.put(&" ".repeat(4 * depth))
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.reserve(2 + 2 * bytes.len())?;
        self.text.push_str("0x");
        for byte in bytes {
            // Writing to a string cannot fail.
            let _ = write!(self.text, "{byte:02x}");
        }
        Ok(())
    }

    fn put(&mut self, text: &str) -> Result<()> {
        self.reserve(text.len())?;
        self.text.push_str(text);
        Ok(())
    }

    fn reserve(&mut self, bytes: usize) -> Result<()> {
        if self.text.len() - self.asked_at >= ROUND {
            self.asked_at = self.text.len();
            (self.goes_on)()?;
        }
        if (self.text.len() + bytes) as u64 > self.most_bytes {
            return Err(Error::exhausted(format!("the text of the value needs more than {} bytes", self.most_bytes)));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
