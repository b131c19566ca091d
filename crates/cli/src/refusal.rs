//! Command lines that make no sense: what is said about them, without values that may be secret.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::arguments::Arguments;

/// What stands for a word that is not shown.
const HIDDEN: &str = "…";

/// Reads the command line. Help, the version and mistakes are printed here; then the exit code is returned.
pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Arguments, ExitCode> {
    Arguments::try_parse_from(words).map_err(|mut error| {
        hide(&mut error);
        // Nothing can be done about a closed output.
        let _ = error.print();
        ExitCode::from(if error.use_stderr() { 2 } else { 0 })
    })
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
