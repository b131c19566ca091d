//! From the command line to the exit code.

use std::future::{Future, poll_fn};
use std::io;
use std::path::PathBuf;
use std::pin::pin;
use std::process::ExitCode;
use std::task::Poll;
use std::thread;

use fluxlet::{Engine, Folder, Redactor};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

use crate::arguments::{self, Arguments, Command};
use crate::failure::Failure;
use crate::panics;
use crate::report::Report;

mod api;
mod check;
mod completions;
mod doc;
mod explain;
mod fmt;
mod lsp;
mod man;
mod repl;
mod run;
mod test;

/// Bytes of stack for a thread: scripts nest, and debug builds have large frames.
const STACK: usize = 16 << 20;

/// The exit code after Ctrl-C, by the shells' convention.
const INTERRUPTED: u8 = 130;

/// Runs the command that the process was started with.
pub(crate) fn main() -> ExitCode {
    let arguments = match arguments::parse() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let redactor = Redactor::new();
    panics::tell(&redactor);
    let report = Report::new(arguments.messages, &redactor);
    let handles_interrupts = matches!(arguments.command, Command::Repl(_)) && repl::is_interactive();
    let code = until_interrupted(arguments, report.fresh(), !handles_interrupts).unwrap_or_else(|error| {
        let failure = Failure::usage(format!("cannot start threads: {error}"));
        report.failure(&failure);
        Some(failure.exit_code())
    });
    let code = code.unwrap_or_else(|| {
        report.progress().close();
        report.interrupted();
        report.unfinished().interrupt(&report);
        INTERRUPTED
    });
    ExitCode::from(code)
}

/// Performs a command to its end; `None` if Ctrl-C comes first and `stops` it.
///
/// The command has a thread of its own: it computes for long stretches, during which this one has to notice the signal.
fn until_interrupted(arguments: Arguments, report: Report, stops: bool) -> io::Result<Option<u8>> {
    let signals = Builder::new_current_thread().enable_all().build()?;
    let runtime = runtime(&arguments.command)?;
    let (end, ended) = oneshot::channel();
    let work = move || {
        let code = runtime.block_on(perform(arguments, report));
        // Nobody listens after Ctrl-C.
        let _ = end.send(code);
        // A builtin that computes is not waited for.
        runtime.shutdown_background();
    };
    signals.block_on(async {
        let mut interrupt = pin!(tokio::signal::ctrl_c());
        // The first look at it takes the signal over, before the command can wait for anything.
        let stops = stops && poll_fn(|context| Poll::Ready(interrupt.as_mut().poll(context).is_pending())).await;
        thread::Builder::new().stack_size(STACK).spawn(work)?;
        tokio::select! {
            biased;
            Ok(()) = interrupt, if stops => Ok(None),
            // A panic has been told already.
            code = ended => Ok(Some(code.unwrap_or(1))),
        }
    })
}

/// Makes the runtime of a command: one thread serves a script best, test cases run beside each other.
fn runtime(command: &Command) -> io::Result<Runtime> {
    let mut builder = match command {
        Command::Test(_) => Builder::new_multi_thread(),
        _ => Builder::new_current_thread(),
    };
    builder.worker_threads(2).thread_stack_size(STACK).enable_all().build()
}

async fn perform(arguments: Arguments, mut report: Report) -> u8 {
    let result = match engine(arguments.command.package_path()) {
        Ok(engine) => match arguments.command {
            Command::Run(arguments) => run::run(&engine, *arguments, &mut report).await,
            Command::Api(arguments) => api::api(&engine, *arguments, &mut report).await,
            Command::Check(arguments) => check::check(&engine, arguments, &mut report).await,
            Command::Repl(repl) => repl::repl(&engine, *repl, &mut report).await,
            Command::Fmt(arguments) => fmt::fmt(&arguments, &mut report),
            Command::Doc(arguments) => doc::doc(&engine, &arguments),
            Command::Explain(arguments) => explain::explain(&arguments),
            Command::Lsp(arguments) => lsp::lsp(arguments),
            Command::Completions(arguments) => completions::completions(&engine, &arguments),
            Command::Man(arguments) => man::man(&arguments),
            Command::Test(test) => test::test(&engine, *test, arguments.messages, &mut report).await,
        },
        Err(failure) => Err(failure),
    };
    let code = match &result {
        Ok(()) => 0,
        Err(failure) => {
            report.failure(failure);
            failure.exit_code()
        }
    };
    report.finish();
    code
}

/// Makes an engine that also finds the packages below `folders`.
fn engine(folders: &[PathBuf]) -> Result<Engine, Failure> {
    if let Some(folder) = folders.iter().find(|folder| !folder.is_dir()) {
        return Err(Failure::file(folder, format!("`--package-path`: `{}` is not a directory", folder.display())));
    }
    let builder = folders.iter().fold(Engine::builder(), |builder, folder| builder.sources(Folder::new(folder)));
    builder.build().map_err(Failure::Run)
}
