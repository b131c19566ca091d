//! Messages for machines: one JSON object on a line.

use fluxlet::runtime::terminal::printable_json;
use fluxlet::{Diagnostic, Error, Position, Source, Span};
use serde::Serialize;

use super::Severity;
use super::text::clipped;

/// Returns a message that is about no place in a script.
pub(crate) fn of_message(severity: Severity, message: &str, file: Option<&str>) -> String {
    write(&Message { file, ..Message::new(severity.as_str(), message) })
}

/// Returns a syntax or type error.
pub(crate) fn of_diagnostic(source: &Source, diagnostic: &Diagnostic) -> String {
    let labels = diagnostic.labels.iter().map(|label| {
        let (start, end) = range(source, label.span);
        Label { message: &label.message, start, end }
    });
    write(&Message {
        code: Some(diagnostic.code),
        stage: Some(diagnostic.stage.as_str()),
        labels: labels.collect(),
        notes: &diagnostic.notes,
        help: diagnostic.help.as_deref(),
        ..Message::new(diagnostic.severity.as_str(), &diagnostic.message).at(source, diagnostic.span)
    })
}

/// Returns a run-time error with the calls it went through, the innermost first.
pub(crate) fn of_run_error(error: &Error) -> String {
    let calls = error.trace().iter().filter(|frame| !frame.function.is_empty()).map(|frame| {
        let Position { line, column } = frame.source.position(frame.span.start);
        Call { function: clipped(&frame.function).into_owned(), file: frame.source.name(), line, column }
    });
    let message = Message::new(Severity::Error.as_str(), error.message());
    let message = match error.trace().first() {
        Some(frame) => message.at(&frame.source, frame.span),
        None => message,
    };
    write(&Message { code: Some(error.code().as_str()), stage: Some("run"), trace: Some(calls.collect()), ..message })
}

#[derive(Serialize)]
struct Message<'a> {
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'a str>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Place>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<Label<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<Vec<Call<'a>>>,
}

/// A place, from 1; columns count characters.
#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Label<'a> {
    message: &'a str,
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Call<'a> {
    function: String,
    file: &'a str,
    line: u32,
    column: u32,
}

impl<'a> Message<'a> {
    fn new(severity: &'static str, message: &'a str) -> Self {
        Self {
            severity,
            code: None,
            stage: None,
            message,
            file: None,
            start: None,
            end: None,
            labels: Vec::new(),
            notes: &[],
            help: None,
            trace: None,
        }
    }

    fn at(self, source: &'a Source, span: Span) -> Self {
        let (start, end) = range(source, span);
        Self { file: Some(source.name()), start: Some(start), end: Some(end), ..self }
    }
}

fn range(source: &Source, span: Span) -> (Place, Place) {
    let place = |offset| {
        let Position { line, column } = source.position(offset);
        Place { line, column }
    };
    (place(span.start), place(span.end))
}

fn write(message: &Message<'_>) -> String {
    // Texts and numbers can always be written.
    printable_json(&serde_json::to_string(message).unwrap_or_default()).into_owned()
}
