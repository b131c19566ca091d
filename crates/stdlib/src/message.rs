//! How values are named in messages.

use fluxlet_runtime::{Error, Value};

/// Most characters of a text that a message repeats.
const LONGEST: usize = 100;

/// Most parts of a type that a message shows.
const MOST_PARTS: usize = 100;

/// Returns a text in quotes, cut to 100 characters.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{:?}…", &text[..end]),
        None => format!("{text:?}"),
    }
}

/// Returns the type of a value as text, or the word for its nature if the type is large.
///
/// Values can share parts so often that their types have no end in practice.
pub(crate) fn type_name(value: &Value) -> String {
    match value {
        value if is_small(value, &mut { MOST_PARTS }) => value.type_of().to_string(),
        value => value.nature_name().to_owned(),
    }
}

/// Tells whether a value of a wrong kind is null, or what its type is.
pub(crate) fn found(value: &Value) -> String {
    if value.is_null() { "null".to_owned() } else { type_name(value) }
}

fn is_small(value: &Value, parts_left: &mut usize) -> bool {
    if *parts_left == 0 {
        return false;
    }
    *parts_left -= 1;
    match value {
        Value::Array(elements) => elements.first().is_none_or(|element| is_small(element, parts_left)),
        Value::Dict(dict) => dict.iter().next().is_none_or(|(_, value)| is_small(value, parts_left)),
        Value::Record(record) => record.iter().all(|(_, value)| is_small(value, parts_left)),
        _ => true,
    }
}

/// Makes the error of a value that has no form in another type.
pub(crate) fn cannot_convert(value: &Value, to: &str) -> Error {
    Error::invalid(format!("cannot convert {} to {to}", type_name(value)))
}

/// Makes the error of a text that does not read as another type.
pub(crate) fn bad_syntax(text: &str, to: &str) -> Error {
    Error::invalid(format!("cannot convert string {} to {to} due to invalid syntax", quoted(text)))
}
