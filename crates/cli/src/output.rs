//! Values on the standard output, without the secrets of the runs; on a terminal, without what it would obey.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use fluxlet::runtime::display;
use fluxlet::runtime::terminal::{printable, printable_json};
use fluxlet::{Error, Redactor, Span, Value};

use crate::arguments::OutputFormat;
use crate::failure::Failure;

mod json;

/// Longest text of a value, in bytes: what is shared in a value stands in its text once for each way to it.
const LONGEST: u64 = 1 << 30;

/// Writes the values of a run, without the secrets that `redactor` knows.
///
/// # Errors
/// [`Failure::OutputClosed`] if nobody reads any more; [`Failure::Usage`] if the output cannot be written otherwise, or
/// a value has no text.
pub(crate) fn write(values: &[(Span, Value)], format: OutputFormat, redactor: &Redactor) -> Result<(), Failure> {
    let mut out = BufWriter::with_capacity(64 << 10, io::stdout().lock());
    let escape = format != OutputFormat::Raw && out.get_ref().is_terminal();
    let write = if !escape && (redactor.is_empty() || format == OutputFormat::Json) {
        write_all(&mut out, values, format, redactor)
    } else {
        // Where one write ends says nothing about where a secret does.
        let mut whole = Vec::new();
        let written = write_all(&mut whole, values, format, redactor);
        let shown = if format == OutputFormat::Json { whole.into() } else { redactor.redact_bytes(&whole) };
        out.write_all(&if escape { for_terminal(&shown, format).into() } else { shown }).and(written)
    };
    write.and_then(|()| out.flush()).map_err(|error| fail(&error))
}

fn write_all<W: Write>(
    out: &mut W,
    values: &[(Span, Value)],
    format: OutputFormat,
    redactor: &Redactor,
) -> io::Result<()> {
    values.iter().try_for_each(|(_, value)| match format {
        OutputFormat::Text => text(out, value).and_then(|()| out.write_all(b"\n")),
        OutputFormat::Raw => raw(out, value),
        OutputFormat::Json => json::write(out, value, redactor).and_then(|()| out.write_all(b"\n")),
    })
}

/// Writes an answer, without the secrets that `redactor` knows. On a terminal, what comes next begins a line.
///
/// # Errors
/// Those of [`write()`].
pub(crate) fn write_answer(bytes: &[u8], redactor: &Redactor) -> Result<(), Failure> {
    let out = io::stdout().lock();
    let mut shown = redactor.redact_bytes(bytes);
    if out.is_terminal() {
        shown = for_terminal(&shown, OutputFormat::Text).into();
        if shown.last().is_some_and(|&last| last != b'\n') {
            shown.to_mut().push(b'\n');
        }
    }
    put(out, &shown)
}

/// Writes a text as it is.
///
/// # Errors
/// Those of [`write()`].
pub(crate) fn write_text(text: &str) -> Result<(), Failure> {
    put(io::stdout().lock(), text.as_bytes())
}

/// Writes a text, without the colours in it unless `choice` has them.
///
/// # Errors
/// Those of [`write()`].
pub(crate) fn write_colored(text: &str, choice: ColorChoice) -> Result<(), Failure> {
    put(AutoStream::new(io::stdout().lock(), choice), text.as_bytes())
}

/// Returns what a terminal shows in place of `bytes`, which a stranger's server may have sent: nothing that moves its cursor
/// or turns its text around.
fn for_terminal(bytes: &[u8], format: OutputFormat) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let shown = match format {
        OutputFormat::Json => printable_json(&text).into_owned(),
        // As InfluxDB ends the lines of its tables.
        _ => text.split("\r\n").map(printable).collect::<Vec<_>>().join("\r\n"),
    };
    shown.into_bytes()
}

fn put(mut out: impl Write, bytes: &[u8]) -> Result<(), Failure> {
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| fail(&error))
}

fn fail(error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::BrokenPipe => Failure::OutputClosed,
        _ => Failure::usage(format!("cannot write to the standard output: {error}")),
    }
}

fn text(out: &mut impl Write, value: &Value) -> io::Result<()> {
    match value {
        Value::Bytes(bytes) if std::str::from_utf8(bytes).is_ok() => out.write_all(bytes),
        value => shown(out, value),
    }
}

fn raw(out: &mut impl Write, value: &Value) -> io::Result<()> {
    match value {
        Value::Bytes(bytes) => out.write_all(bytes),
        value => shown(out, value),
    }
}

fn shown(out: &mut impl Write, value: &Value) -> io::Result<()> {
    match value {
        Value::String(text) => out.write_all(text.as_bytes()),
        value => out.write_all(display(value, LONGEST).map_err(no_text)?.as_bytes()),
    }
}

fn no_text(error: Error) -> io::Error {
    io::Error::other(error.message().to_owned())
}
