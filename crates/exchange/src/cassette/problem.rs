//! What is wrong with a cassette, in words, without what stands in it.

use std::io::{self, ErrorKind};
use std::path::Path;

use fluxlet_runtime::{Code, Error};
use serde_json::error::Category;

/// How messages start that repeat what was found.
const REPEATING: [&str; 5] =
    ["invalid type: ", "invalid value: ", "invalid length ", "unknown field ", "unknown variant "];

/// Returns the error of a text that is no cassette.
pub(super) fn told(error: &serde_json::Error) -> Error {
    let place = format!(" at line {} column {}", error.line(), error.column());
    let text = error.to_string();
    let problem = text.strip_suffix(place.as_str()).unwrap_or(&text);
    let problem = match error.classify() {
        Category::Eof => "it ends too early".to_owned(),
        Category::Data if REPEATING.iter().any(|start| problem.starts_with(start)) => {
            let expected = problem.rsplit_once("expected ").map_or("something else", |(_, expected)| expected);
            format!("expected {expected}")
        }
        _ => problem.to_owned(),
    };
    Error::invalid(format!("line {}, column {} of the cassette: {problem}", error.line(), error.column()))
}

/// Returns the error of a file that cannot be read.
pub(super) fn of_file(path: &Path, error: &io::Error) -> Error {
    let code = if error.kind() == ErrorKind::NotFound { Code::NotFound } else { Code::Unavailable };
    let reason = match error.kind() {
        ErrorKind::NotFound => "it does not exist".to_owned(),
        ErrorKind::PermissionDenied => "permission is denied".to_owned(),
        _ => error.to_string(),
    };
    Error::new(code, format!("cannot read `{}`: {reason}", path.display()))
}
