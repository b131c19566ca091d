//! What the line editor asks about an input: whether it is complete, and what may stand at the cursor.

use fluxlet::Session;
use rustyline::completion::Completer;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Context, Helper, Result};

use super::command::{Command, NAMES};

/// Answers for a session, which is here only while a line is edited.
#[derive(Default)]
pub(super) struct Assistant {
    pub(super) session: Option<Session>,
}

impl Completer for Assistant {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> Result<(usize, Vec<String>)> {
        let none = Ok((at, Vec::new()));
        let Some(session) = &self.session else { return none };
        let Some(before) = line.get(..at) else { return none };
        // What follows the name of a command is Flux.
        let mut skipped = 0;
        if Command::is_command(line) {
            let start = before.len() - before.trim_start().len();
            match before[start..].find(char::is_whitespace) {
                Some(length) => skipped = start + length,
                None => {
                    let names = NAMES.iter().filter(|name| name.starts_with(&before[start..]));
                    return Ok((start, names.map(|name| format!("{name} ")).collect()));
                }
            }
        }
        let found = session.complete(&line[skipped..], at - skipped);
        let start = found.first().map_or(at, |first| skipped + first.start);
        Ok((start, found.into_iter().map(|completion| completion.text).collect()))
    }
}

impl Validator for Assistant {
    fn validate(&self, context: &mut ValidationContext<'_>) -> Result<ValidationResult> {
        let text = context.input();
        let goes_on =
            !Command::is_command(text) && self.session.as_ref().is_some_and(|session| session.is_incomplete(text));
        Ok(if goes_on { ValidationResult::Incomplete } else { ValidationResult::Valid(None) })
    }
}

impl Hinter for Assistant {
    type Hint = String;
}

impl Highlighter for Assistant {}

impl Helper for Assistant {}
