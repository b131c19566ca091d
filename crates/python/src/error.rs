//! The exceptions, which are classes of `python/fluxlet/_errors.py`.

use fluxlet::{CompileError, Position, Style, render_error};
use pyo3::prelude::*;

/// Makes a `CompileError` of the problems of a script; its code and place are those of the first.
pub(crate) fn of_compilation(py: Python<'_>, error: &CompileError) -> PyErr {
    let text = error.to_string();
    match error.diagnostics().first() {
        Some(first) => {
            let place = error.source_text().position(first.span.start);
            raised(py, "CompileError", &text, first.code, &first.message, Some(place))
        }
        None => raised(py, "CompileError", &text, "internal", &text, None),
    }
}

/// Makes a `RunError` with an excerpt of the script; its place is that of the innermost call.
pub(crate) fn of_run(py: Python<'_>, error: &fluxlet::Error) -> PyErr {
    let text = render_error(error, Style::Plain);
    let place = error.trace().first().map(|frame| frame.source.position(frame.span.start));
    raised(py, "RunError", &text, error.code().as_str(), error.message(), place)
}

fn raised(py: Python<'_>, class: &str, text: &str, code: &str, message: &str, place: Option<Position>) -> PyErr {
    let (line, column) = (place.map(|place| place.line), place.map(|place| place.column));
    let make = || py.import("fluxlet._errors")?.getattr(class)?.call1((text, code, message, line, column));
    make().map_or_else(|error| error, PyErr::from_value)
}
