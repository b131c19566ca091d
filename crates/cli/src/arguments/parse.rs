//! Command lines that make no sense: what is said about them, without values that may be secret.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ColorChoice, CommandFactory, FromArgMatches, ValueEnum};

use super::{Arguments, Color};

/// What stands for a word that is not shown.
const HIDDEN: &str = "…";

/// Reads the command line of the process. Help, the version and mistakes are printed here; then the exit code is returned.
pub(crate) fn parse() -> Result<Arguments, ExitCode> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let command = Arguments::command().color(color(&words));
    let parsed = command.try_get_matches_from(words).and_then(|matches| Arguments::from_arg_matches(&matches));
    parsed.map_err(|mut error| {
        hide(&mut error);
        // Nothing can be done about a closed output.
        let _ = error.print();
        ExitCode::from(if error.use_stderr() { 2 } else { 0 })
    })
}

/// Returns what `--color` says, before it is known whether the rest of the words make sense.
fn color(words: &[OsString]) -> ColorChoice {
    let mut words = words.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    let mut said = None;
    while let Some(word) = words.next() {
        let value = if word == "--color" { words.next() } else { word.strip_prefix("--color=") };
        said = value.and_then(|value| Color::from_str(value, false).ok()).or(said);
    }
    match said {
        None | Some(Color::Auto) => ColorChoice::Auto,
        Some(Color::Always) => ColorChoice::Always,
        Some(Color::Never) => ColorChoice::Never,
    }
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
