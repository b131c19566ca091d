//! Messages for people.

use std::borrow::Cow;

use fluxlet::runtime::terminal::printable;
use fluxlet::{Diagnostic, Error, Style};

use super::{MOST, Severity};

/// Most bytes of one message, note or name in what is said about a script.
const LONGEST: usize = 1 << 10;

/// Most labels and notes of a diagnostic.
const MOST_PARTS: usize = 8;

/// Returns a message under its severity.
pub(super) fn of_message(severity: Severity, message: &str) -> String {
    let label = severity.color().on_default().bold();
    let bold = anstyle::Style::new().bold();
    format!("{label}{}{label:#}{bold}:{bold:#} {}", severity.as_str(), printable(message))
}

/// Returns a run-time error with its place and its calls. The message is shown whole, the rest has a bound.
pub(crate) fn of_run_error(error: &Error, style: Style) -> String {
    let mut text = fluxlet::render_error(error, style);
    // Without a trace there is the message alone, escaped.
    let message = fluxlet::render_error(&Error::new(error.code(), error.message()), style);
    let most = message.len() + MOST;
    if text.len() > most {
        text.truncate(start(&text, most).len());
        text.push('…');
    }
    text
}

/// Returns a diagnostic whose texts have a bound.
pub(crate) fn bounded(diagnostic: &Diagnostic) -> Diagnostic {
    let shown = |text: &String| clipped(text).into_owned();
    let mut bounded = diagnostic.clone();
    bounded.message = shown(&diagnostic.message);
    bounded.help = diagnostic.help.as_ref().map(shown);
    bounded.notes = diagnostic.notes.iter().take(MOST_PARTS).map(shown).collect();
    bounded.labels.truncate(MOST_PARTS);
    for label in &mut bounded.labels {
        label.message = shown(&label.message);
    }
    bounded
}

/// Returns a text of at most [`LONGEST`] bytes and an ellipsis.
pub(crate) fn clipped(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST {
        return text.into();
    }
    format!("{}…", start(text, LONGEST)).into()
}

/// Returns the longest start of `text` that has at most `most` bytes.
fn start(text: &str, most: usize) -> &str {
    (0..=most).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
