//! What is told on the standard error output: diagnostics, failures and notes, for people or as JSON.
//!
//! No message leaves with a secret of a run.
//!
//! What is said about scripts has a bound, whatever the scripts; only the message of a run-time error is shown whole.

use std::collections::BTreeSet;
use std::io::Write;

use anstream::{AutoStream, ColorChoice};
use anstyle::AnsiColor;
use fluxlet::{CompileError, Diagnostic, Error, Program, Redactor, Source, Style};

use crate::arguments::{MessageArguments, MessageFormat};
use crate::failure::{Failure, Problem};
use crate::progress::Progress;
use crate::recording::Unfinished;

pub(crate) mod json;
pub(crate) mod text;

/// Most bytes that are said about scripts, all in all.
const MOST: usize = 64 << 10;

/// What is kept of them for the last lines.
const RESERVE: usize = 1 << 10;

/// Writes messages and counts what was written.
#[derive(Clone)]
pub(crate) struct Report {
    format: MessageFormat,
    choice: ColorChoice,
    redactor: Redactor,
    progress: Progress,
    unfinished: Unfinished,
    told: Told,
}

/// What was told of scripts.
#[derive(Clone, Default)]
struct Told {
    /// Bytes of diagnostics.
    bytes: usize,
    problems: usize,
    /// Whether there are more problems than the diagnostics say.
    more: bool,
    hidden: usize,
    /// The scripts that have problems.
    sources: BTreeSet<String>,
}

/// How bad a message is that is no diagnostic.
#[derive(Clone, Copy)]
pub(crate) enum Severity {
    Error,
    Note,
}

impl Report {
    /// Makes a report that has said nothing yet, and takes out what `redactor` knows.
    pub(crate) fn new(messages: MessageArguments, redactor: &Redactor) -> Self {
        let progress = match messages.message_format {
            MessageFormat::Human => Progress::of_terminal(redactor),
            MessageFormat::Json => Progress::none(),
        };
        Self {
            format: messages.message_format,
            choice: messages.color.choice(&std::io::stderr()),
            redactor: redactor.clone(),
            progress,
            unfinished: Unfinished::default(),
            told: Told::default(),
        }
    }

    /// Returns what knows the secrets of the runs that are told of.
    pub(crate) fn redactor(&self) -> &Redactor {
        &self.redactor
    }

    /// Returns the recording that an interrupt would end.
    pub(crate) fn unfinished(&self) -> &Unfinished {
        &self.unfinished
    }

    /// Returns what tells of the call that is waited for.
    pub(crate) fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Tells of no call that is waited for.
    pub(crate) fn without_progress(&mut self) {
        self.progress = Progress::none();
    }

    /// Makes a report of the same form that has said nothing yet.
    pub(crate) fn fresh(&self) -> Self {
        Self {
            redactor: self.redactor.clone(),
            progress: self.progress.clone(),
            unfinished: self.unfinished.clone(),
            told: Told::default(),
            ..*self
        }
    }

    /// Tells what is wrong with a script, as far as there is room, and returns it as a failure.
    pub(crate) fn compile_error(&mut self, error: &CompileError) -> Failure {
        let source = error.source_text();
        for diagnostic in error.diagnostics() {
            // The parser ends a long list with how many more there are, which is no problem of its own.
            match diagnostic.code {
                "more-problems" => self.told.more = true,
                _ => self.told.problems += 1,
            }
            if self.told.hidden > 0 {
                self.told.hidden += 1;
                continue;
            }
            if !self.diagnostic(source, diagnostic) {
                self.told.hidden += 1;
            }
        }
        self.told.sources.insert(source.name().to_owned());
        // A script that is too long was not even looked at.
        let too_long = error.diagnostics().iter().all(|diagnostic| diagnostic.code == "text-too-large");
        Failure::Reported(if too_long { 2 } else { 3 })
    }

    /// Tells what a script does that cannot be meant, as far as there is room.
    pub(crate) fn warnings(&mut self, program: &Program) {
        for warning in program.warnings() {
            self.diagnostic(program.source(), warning);
        }
    }

    /// Tells a diagnostic, unless there is no room for it any more.
    fn diagnostic(&mut self, source: &Source, diagnostic: &Diagnostic) -> bool {
        let diagnostic = text::bounded(diagnostic);
        let message = match self.format {
            MessageFormat::Human => fluxlet::render_diagnostic(source, &diagnostic, self.style()) + "\n",
            MessageFormat::Json => json::of_diagnostic(source, &diagnostic),
        };
        let bytes = self.told.bytes + message.len() + 1;
        let fits = bytes <= MOST - RESERVE;
        if fits {
            self.told.bytes = bytes;
            self.line(&message);
        }
        fits
    }

    /// Tells why the script failed while it ran.
    pub(crate) fn run_error(&self, error: &Error) {
        let message = match self.format {
            MessageFormat::Human => text::of_run_error(error, self.style()),
            MessageFormat::Json => json::of_run_error(error),
        };
        self.line(&message);
    }

    /// Tells why the command stops, if it was not told before.
    pub(crate) fn failure(&self, failure: &Failure) {
        match failure {
            Failure::Reported(_) | Failure::OutputClosed => {}
            Failure::Run(error) => self.run_error(error),
            Failure::Usage(Problem { message, file }) | Failure::Unmet(Problem { message, file }) => {
                self.plain(Severity::Error, message, file.as_deref());
            }
        }
    }

    /// Tells something that is no failure.
    pub(crate) fn note(&self, message: &str) {
        self.plain(Severity::Note, message, None);
    }

    /// Tells that the user has stopped the command.
    pub(crate) fn interrupted(&self) {
        match self.format {
            MessageFormat::Human => self.line("interrupted"),
            MessageFormat::Json => self.plain(Severity::Error, "interrupted", None),
        }
    }

    /// Tells how many problems scripts have, and how many were not told.
    pub(crate) fn finish(&self) {
        let noun = |count: usize| if count == 1 { "problem" } else { "problems" };
        if self.told.hidden > 0 {
            let hidden = format!("{} more {} not shown", self.told.hidden, noun(self.told.hidden));
            match self.format {
                MessageFormat::Human => self.line(&format!("… {hidden}")),
                MessageFormat::Json => self.note(&hidden),
            }
        }
        if self.told.problems == 0 || self.format == MessageFormat::Json {
            return;
        }
        let place = match self.told.sources.first() {
            Some(name) if self.told.sources.len() == 1 => text::clipped(name).into_owned(),
            _ => format!("{} scripts", self.told.sources.len()),
        };
        let more = if self.told.more { "more than " } else { "" };
        let summary = format!("{more}{} {} in {place}", self.told.problems, noun(self.told.problems));
        self.plain(Severity::Error, &summary, None);
    }

    fn plain(&self, severity: Severity, message: &str, file: Option<&str>) {
        let message = match self.format {
            MessageFormat::Human => text::of_message(severity, message),
            MessageFormat::Json => json::of_message(severity, message, file),
        };
        self.line(&message);
    }

    fn style(&self) -> Style {
        if self.choice == ColorChoice::Never { Style::Plain } else { Style::Colored }
    }

    fn line(&self, text: &str) {
        self.progress.clear();
        // There is nowhere to tell that this output is closed.
        let mut stream = AutoStream::new(std::io::stderr().lock(), self.choice);
        let _ = writeln!(stream, "{}", self.redactor.redact(text)).and_then(|()| stream.flush());
    }
}

impl Severity {
    fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Note => "note",
        }
    }

    fn color(self) -> AnsiColor {
        match self {
            Severity::Error => AnsiColor::BrightRed,
            Severity::Note => AnsiColor::BrightGreen,
        }
    }
}
