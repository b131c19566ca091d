//! Command lines that make no sense: what is said about them, without values that may be secret.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ColorChoice, CommandFactory, FromArgMatches, ValueEnum};

use super::{Arguments, Color, MessageFormat};
use crate::report::{Severity, json};

/// What stands for a word that is not shown.
const HIDDEN: &str = "…";

/// Reads the command line of the process. Help, the version and mistakes are printed here; then the exit code is returned.
pub(crate) fn parse() -> Result<Arguments, ExitCode> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let color = match said(&words, "--color") {
        None | Some(Color::Auto) => ColorChoice::Auto,
        Some(Color::Always) => ColorChoice::Always,
        Some(Color::Never) => ColorChoice::Never,
    };
    let format = said(&words, "--message-format");
    let parsed = Arguments::command()
        .color(color)
        .try_get_matches_from(words)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    parsed.map_err(|mut error| {
        hide(&mut error);
        // Nothing can be done about a closed output.
        let _ = match format {
            Some(MessageFormat::Json) if error.use_stderr() => {
                writeln!(io::stderr(), "{}", json::of_message(Severity::Error, &message(&error), None))
            }
            _ => error.print(),
        };
        ExitCode::from(if error.use_stderr() { 2 } else { 0 })
    })
}

/// Returns what a flag says, before it is known whether the rest of the words make sense.
fn said<T: ValueEnum>(words: &[OsString], flag: &str) -> Option<T> {
    let mut words = words.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    let mut said = None;
    while let Some(word) = words.next() {
        let value = match word.strip_prefix(flag) {
            Some("") => words.next(),
            rest => rest.and_then(|rest| rest.strip_prefix('=')),
        };
        said = value.and_then(|value| T::from_str(value, false).ok()).or(said);
    }
    said
}

/// Returns what is wrong with the words, without how they should be.
fn message(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let end = text.find("\n\nUsage:").or_else(|| text.find("\n\nFor more information"));
    text[..end.unwrap_or(text.len())].trim_end().to_owned()
}

/// Removes words that may be a secret which went astray, as in `--secret KEY VALUE`.
fn hide(error: &mut clap::Error) {
    let kind = match error.kind() {
        ErrorKind::UnknownArgument => ContextKind::InvalidArg,
        ErrorKind::TooManyValues => ContextKind::InvalidValue,
        _ => return,
    };
    let Some(ContextValue::String(word)) = error.get(kind) else { return };
    // A flag is shown up to its value.
    let shown = match word.split('=').next() {
        Some(flag) if word.starts_with("--") => flag.to_owned(),
        _ => HIDDEN.to_owned(),
    };
    if shown != *word {
        error.insert(kind, ContextValue::String(shown));
        // Tips repeat the word.
        error.remove(ContextKind::Suggested);
    }
}
