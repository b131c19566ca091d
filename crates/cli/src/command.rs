//! From the command line to the exit code.

use std::path::PathBuf;
use std::process::ExitCode;

use fluxlet::{Engine, Folder, Redactor};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use crate::arguments::{Arguments, Command};
use crate::failure::Failure;
use crate::redaction;
use crate::refusal;
use crate::report::Report;

mod check;
mod doc;
mod explain;
mod fmt;
mod repl;
mod run;
mod test;

/// Bytes of stack for a thread: scripts nest, and debug builds have large frames.
const STACK: usize = 16 << 20;

/// The exit code after Ctrl-C, by the shells' convention.
const INTERRUPTED: u8 = 130;

/// Runs the command that the process was started with.
pub(crate) fn main() -> ExitCode {
    let arguments = match refusal::parse(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let messages = arguments.messages;
    let redactor = Redactor::new();
    redaction::tell_panics(&redactor);
    let runtime = match start() {
        Ok(runtime) => runtime,
        Err(error) => {
            let failure = Failure::usage(format!("cannot start threads: {error}"));
            Report::new(messages, &redactor).failure(&failure);
            return ExitCode::from(failure.exit_code());
        }
    };
    let handles_interrupts = matches!(arguments.command, Command::Repl(_)) && repl::is_interactive();
    let code = runtime.block_on(until_interrupted(perform(arguments, redactor.clone()), !handles_interrupts));
    // A builtin that computes is not waited for.
    runtime.shutdown_background();
    let code = code.unwrap_or_else(|| {
        Report::new(messages, &redactor).interrupted();
        INTERRUPTED
    });
    ExitCode::from(code)
}

fn start() -> std::io::Result<Runtime> {
    Builder::new_multi_thread().worker_threads(2).thread_stack_size(STACK).enable_all().build()
}

/// Runs `work` to its end; `None` if Ctrl-C comes first and `stops` it, and then the work is dropped.
async fn until_interrupted(work: impl Future<Output = u8> + Send + 'static, stops: bool) -> Option<u8> {
    let work = async {
        let mut tasks = JoinSet::new();
        // It computes for long stretches, during which this thread has to notice the signal.
        tasks.spawn(work);
        tasks.join_next().await
    };
    tokio::select! {
        biased;
        Ok(()) = tokio::signal::ctrl_c(), if stops => None,
        // A panic has been told already.
        code = work => Some(code.and_then(Result::ok).unwrap_or(1)),
    }
}

async fn perform(arguments: Arguments, redactor: Redactor) -> u8 {
    let mut report = Report::new(arguments.messages, &redactor);
    let result = match engine(arguments.command.package_path()) {
        Ok(engine) => match arguments.command {
            Command::Run(arguments) => run::run(&engine, *arguments, &mut report).await,
            Command::Check(arguments) => check::check(&engine, arguments, &mut report).await,
            Command::Repl(repl) => repl::repl(&engine, *repl, arguments.messages, &mut report).await,
            Command::Fmt(arguments) => fmt::fmt(&arguments, &mut report),
            Command::Doc(arguments) => doc::doc(&engine, &arguments),
            Command::Explain(arguments) => explain::explain(&arguments),
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
