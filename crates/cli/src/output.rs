//! Values on the standard output, without the secrets of the runs.

use std::io::{self, BufWriter, ErrorKind, Write};

use anstream::{AutoStream, ColorChoice};
use fluxlet::runtime::display;
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
    let write = if redactor.is_empty() || format == OutputFormat::Json {
        write_all(&mut out, values, format, redactor)
    } else {
        // Where one write ends says nothing about where a secret does.
        let mut whole = Vec::new();
        let written = write_all(&mut whole, values, format, redactor);
        out.write_all(&redactor.redact_bytes(&whole)).and(written)
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

/// Writes bytes as they are, but for the secrets that `redactor` knows.
///
/// # Errors
/// Those of [`write()`].
pub(crate) fn write_bytes(bytes: &[u8], redactor: &Redactor) -> Result<(), Failure> {
    put(io::stdout().lock(), &redactor.redact_bytes(bytes))
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
