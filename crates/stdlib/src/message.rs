//! How values are named in messages.

use fluxlet_runtime::{Error, Value};

/// Most characters of a text that a message repeats.
const LONGEST: usize = 100;

/// Returns a text in quotes, cut to 100 characters.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{:?}…", &text[..end]),
        None => format!("{text:?}"),
    }
}

/// Makes the error of a value that has no form in another type.
pub(crate) fn cannot_convert(value: &Value, to: &str) -> Error {
    Error::invalid(format!("cannot convert {} to {to}", value.type_of()))
}

/// Makes the error of a text that does not read as another type.
pub(crate) fn bad_syntax(text: &str, to: &str) -> Error {
    Error::invalid(format!("cannot convert string {} to {to} due to invalid syntax", quoted(text)))
}
