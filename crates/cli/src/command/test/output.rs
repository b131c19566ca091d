//! What is told of test cases on the standard output: for people as the `flux` command does it, or as JSON.

use std::io;

use anstream::ColorChoice;
use fluxlet::runtime::terminal::{printable, printable_json, printable_line};
use fluxlet::{CompileError, Redactor, Style, TestCase};
use serde::Serialize;

use super::Verdict;
use crate::arguments::{MessageArguments, MessageFormat};
use crate::failure::Failure;
use crate::output;
use crate::report::{json, text};

/// Tells of test cases, and counts them.
pub(super) struct Output {
    json: bool,
    verbose: u8,
    choice: ColorChoice,
    redactor: Redactor,
    passed: usize,
    skipped: usize,
    /// What is told of each failed test case in the end.
    failures: Vec<String>,
    failed: usize,
}

/// A test case as JSON.
#[derive(Serialize)]
struct Object<'a> {
    package: &'a str,
    name: &'a str,
    file: &'a str,
    line: u32,
    column: u32,
    tags: &'a [String],
    verdict: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<serde_json::Value>,
}

impl Output {
    pub(super) fn new(messages: MessageArguments, verbose: u8, redactor: &Redactor) -> Self {
        let choice = messages.color.choice(&io::stdout());
        let json = messages.message_format == MessageFormat::Json;
        let redactor = redactor.clone();
        Self { json, verbose, choice, redactor, passed: 0, skipped: 0, failures: Vec::new(), failed: 0 }
    }

    /// Tells that a test case was not asked for.
    ///
    /// # Errors
    /// Those of the output.
    pub(super) fn skipped(&mut self, case: &TestCase) -> Result<(), Failure> {
        self.skipped += 1;
        if self.json { self.object(case, "skipped", Vec::new()) } else { Ok(()) }
    }

    /// Tells what became of a test case.
    ///
    /// # Errors
    /// Those of the output.
    pub(super) fn ran(&mut self, case: &TestCase, verdict: Verdict) -> Result<(), Failure> {
        let passed = matches!(verdict, Verdict::Passed);
        self.passed += usize::from(passed);
        self.failed += usize::from(!passed);
        if self.json {
            return self.object(case, if passed { "passed" } else { "failed" }, problems(&verdict));
        }
        let title = format!("{}: {}", printable_line(case.file().name()), case.name());
        let mut line = String::new();
        if self.verbose > 1 {
            let file = printable_line(case.file().name());
            line.push_str(&format!("Full source for test case \"{title}\"\n// File: {file}\n"));
            line.push_str(&printable(&case.text()));
            line.push('\n');
        }
        let reason = reason(&verdict);
        match (&reason, self.verbose) {
            (None, 0) => line.push('.'),
            (Some(_), 0) => line.push('x'),
            (None, _) => line.push_str(&format!("{title} ... success\n")),
            (Some(reason), _) => line.push_str(&format!("{title} ... fail: {reason}\n")),
        }
        if let Some(reason) = reason {
            let details = details(&verdict, self.style());
            self.failures.push(format!("\t{title} ... fail: {reason}\n\n{details}\n\n"));
        }
        self.write(&line)
    }

    /// Tells of the failures and the numbers, and returns how many have failed.
    ///
    /// # Errors
    /// Those of the output.
    pub(super) fn finish(self) -> Result<usize, Failure> {
        let Self { passed, failed, skipped, .. } = self;
        if self.json {
            return Ok(failed);
        }
        let mut text = String::new();
        if self.verbose == 0 && passed + failed > 0 {
            text.push('\n');
        }
        if failed > 0 {
            text.push_str("\nfailures:\n\n");
            text.push_str(&self.failures.concat());
        }
        let found = passed + failed + skipped;
        text.push_str(&format!("\n---\nFound {found} tests: passed {passed}, failed {failed}, skipped {skipped}\n"));
        self.write(&text)?;
        Ok(failed)
    }

    fn object(&self, case: &TestCase, verdict: &'static str, problems: Vec<serde_json::Value>) -> Result<(), Failure> {
        let file = case.file();
        let place = file.position(case.place().start);
        let object = Object {
            package: case.package(),
            name: case.name(),
            file: file.name(),
            line: place.line,
            column: place.column,
            tags: case.tags(),
            verdict,
            problems,
        };
        // Texts and numbers can always be written.
        let object = serde_json::to_string(&object).unwrap_or_default();
        self.write(&(printable_json(&object).into_owned() + "\n"))
    }

    fn style(&self) -> Style {
        if self.choice == ColorChoice::Never { Style::Plain } else { Style::Colored }
    }

    fn write(&self, text: &str) -> Result<(), Failure> {
        output::write_colored(&self.redactor.redact(text), self.choice)
    }
}

/// Returns in one line why a test case has failed; nothing if it has passed.
fn reason(verdict: &Verdict) -> Option<String> {
    let line = |text: &str| printable(&text::clipped(text)).replace('\n', " ");
    match verdict {
        Verdict::Passed => None,
        Verdict::Wrong(error) => {
            let first = error.diagnostics().first().map_or("", |problem| problem.message.as_str());
            Some(format!("failed to compile: {}", line(first)))
        }
        Verdict::Failed(error) => Some(format!("error while executing program: {}", line(error.message()))),
    }
}

/// Returns at length why a test case has failed, with places.
fn details(verdict: &Verdict, style: Style) -> String {
    match verdict {
        Verdict::Passed => String::new(),
        Verdict::Wrong(error) => {
            let told = bounded(error).map(|problem| fluxlet::render_diagnostic(error.source_text(), &problem, style));
            told.collect::<Vec<_>>().join("\n\n")
        }
        Verdict::Failed(error) => text::of_run_error(error, style),
    }
}

fn problems(verdict: &Verdict) -> Vec<serde_json::Value> {
    let parsed = |text: String| serde_json::from_str(&text).ok();
    match verdict {
        Verdict::Passed => Vec::new(),
        Verdict::Wrong(error) => {
            bounded(error).filter_map(|problem| parsed(json::of_diagnostic(error.source_text(), &problem))).collect()
        }
        Verdict::Failed(error) => parsed(json::of_run_error(error)).into_iter().collect(),
    }
}

/// Walks over the problems that are told.
fn bounded(error: &CompileError) -> impl Iterator<Item = fluxlet::Diagnostic> {
    error.diagnostics().iter().take(MOST_PROBLEMS).map(text::bounded)
}

/// Most problems that are told of one test case.
const MOST_PROBLEMS: usize = 10;
