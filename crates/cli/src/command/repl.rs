//! `fluxlet repl`: inputs one after the other, from a terminal or a pipe.

mod command;
mod completion;
mod editor;
mod lines;

use std::io::IsTerminal;
use std::path::Path;

use fluxlet::{CompileError, Context, Engine, Session};

use crate::arguments::{OutputFormat, ReplArguments};
use crate::context::Contexts;
use crate::failure::Failure;
use crate::input::STANDARD_INPUT;
use crate::output;
use crate::recording::Recording;
use crate::report::Report;
use crate::variables::Variables;
use command::Command;
use editor::Editor;

/// Tells whether somebody types the inputs.
pub(crate) fn is_interactive() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Reads inputs until there are no more, and prints their values. An input that fails does not end it.
///
/// # Errors
/// Bad arguments, and an input that cannot be read or an output that cannot be written. Without a terminal, also the first
/// input that failed.
pub(crate) async fn repl(engine: &Engine, arguments: ReplArguments, report: &mut Report) -> Result<(), Failure> {
    if arguments.context.connection.token_file.as_deref() == Some(Path::new(STANDARD_INPUT)) {
        return Err(Failure::usage("the token cannot come from the standard input, where the inputs come from"));
    }
    let timeout = arguments.timeout;
    let variables = Variables::evaluate(engine, &arguments.script.variables.var, timeout, report).await?;
    let contexts = Contexts::gather(&arguments.context, timeout, report)?;
    let made = contexts.make().await?;
    let (recording, context) = Recording::begin(&arguments.recording, &made, report)?;
    let interactive = is_interactive();
    let repl = Repl {
        session: variables.declare(engine.session()),
        context: variables.give(context),
        output: arguments.output,
        report: report.fresh(),
        interactive,
        inputs: 0,
    };
    let result = if interactive { repl.converse().await } else { repl.consume().await };
    match recording.end(report) {
        Err(failure) if result.is_err() => report.failure(&failure),
        ended => ended?,
    }
    result
}

/// A session and how to tell of it.
struct Repl {
    session: Session,
    context: Context,
    output: OutputFormat,
    /// What each input has a report like.
    report: Report,
    interactive: bool,
    /// How many inputs there were.
    inputs: u64,
}

/// What follows an input.
enum Next {
    Input,
    End,
}

impl Repl {
    /// Reads from the terminal.
    async fn converse(mut self) -> Result<(), Failure> {
        let mut editor = Editor::new()?;
        output::write_text(concat!("fluxlet ", env!("CARGO_PKG_VERSION"), ", `:help` tells more, Ctrl-D leaves\n"))?;
        loop {
            let text;
            (editor, self.session, text) = editor.read(self.session).await?;
            let Some(text) = text else { return Ok(()) };
            match self.perform(&text).await {
                Ok(Next::Input) => {}
                Ok(Next::End) => return Ok(()),
                Err(Failure::OutputClosed) => return Err(Failure::OutputClosed),
                Err(failure) => self.report.fresh().failure(&failure),
            }
        }
    }

    /// Reads from a pipe or file.
    async fn consume(mut self) -> Result<(), Failure> {
        let mut first = None;
        while let Some(text) = lines::read(&self.session)? {
            match self.perform(&text).await {
                Ok(Next::Input) => {}
                Ok(Next::End) => break,
                Err(Failure::OutputClosed) => return Err(Failure::OutputClosed),
                Err(failure) => {
                    self.report.fresh().failure(&failure);
                    first = first.or(Some(failure.exit_code()));
                }
            }
        }
        first.map_or(Ok(()), |code| Err(Failure::Reported(code)))
    }

    async fn perform(&mut self, text: &str) -> Result<Next, Failure> {
        match Command::of(text)? {
            None if text.trim().is_empty() => {}
            None => self.evaluate(text).await?,
            Some(Command::Quit) => return Ok(Next::End),
            Some(Command::Help) => output::write_text(command::HELP)?,
            Some(Command::Type(text)) => {
                let ty = self.session.type_of(text).map_err(|error| self.refuse(&error))?;
                output::write_text(&format!("{ty}\n"))?;
            }
            Some(Command::Doc(name)) => self.describe(name)?,
        }
        Ok(Next::Input)
    }

    async fn evaluate(&mut self, text: &str) -> Result<(), Failure> {
        self.inputs += 1;
        let name = format!("<input {}>", self.inputs);
        let input = self.session.compile(&name, text).map_err(|error| self.refuse(&error))?;
        let result = tokio::select! {
            biased;
            Ok(()) = tokio::signal::ctrl_c(), if self.interactive => {
                self.report.fresh().interrupted();
                return Ok(());
            }
            result = self.session.run(input, &self.context) => result,
        };
        match result {
            Ok(results) => output::write(&results.values, self.output, self.report.redactor()),
            Err(failure) => {
                output::write(&failure.results.values, self.output, self.report.redactor())?;
                Err(Failure::Run(failure.error))
            }
        }
    }

    fn describe(&self, name: &str) -> Result<(), Failure> {
        let text = match (self.session.type_of(name), self.session.doc(name)) {
            // The type of a package is the list of its members.
            (Ok(ty), Some(doc)) if !ty.starts_with('{') => format!("{name} : {ty}\n\n{doc}\n"),
            (_, Some(doc)) => format!("{doc}\n"),
            (Ok(ty), None) => format!("{name} : {ty}\n"),
            (Err(_), None) => {
                let message =
                    format!("nothing is known of `{name}`; `:doc` expects a name, PACKAGE.NAME or an import path");
                return Err(Failure::usage(message));
            }
        };
        output::write_text(&text)
    }

    /// Tells what is wrong with a text.
    fn refuse(&self, error: &CompileError) -> Failure {
        self.report.fresh().compile_error(error)
    }
}
