//! `fluxlet test`: runs the test cases of files.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use fluxlet::{CompileError, Engine, Error, TestCase, at_assertion};
use tokio::task::JoinHandle;

use crate::arguments::{MessageArguments, TestArguments};
use crate::context::Contexts;
use crate::failure::Failure;
use crate::report::Report;
use crate::variables::Variables;

mod collect;
mod module;
mod output;
mod select;

use output::Output;
use select::Selection;

/// What every test case runs with.
struct Shared {
    engine: Engine,
    variables: Variables,
    contexts: Contexts,
}

/// A test case and the task that runs it, if it is to run.
struct Started {
    case: TestCase,
    task: Option<JoinHandle<Result<Verdict, Failure>>>,
}

/// What became of a test case.
enum Verdict {
    Passed,
    /// Its program has errors.
    Wrong(CompileError),
    /// Its program failed.
    Failed(Error),
}

/// Runs test cases, and tells of each.
///
/// Each test case runs in a context of its own; with `--demo`, against a server of its own. Nothing runs if a file is
/// wrong.
///
/// # Errors
/// [`Failure::Reported`] with code 1 if a test case fails, with code 3 if a file has syntax errors; [`Failure::Usage`] for
/// bad arguments and files that cannot be read.
pub(crate) async fn test(
    engine: &Engine,
    arguments: TestArguments,
    messages: MessageArguments,
    report: &mut Report,
) -> Result<(), Failure> {
    let timeout = arguments.timeout.as_deref().map(super::run::parse_timeout).transpose()?;
    let mut paths: Vec<PathBuf> = arguments.paths.iter().chain(&arguments.more_paths).cloned().collect();
    if paths.is_empty() {
        paths.push(PathBuf::from("."));
    }
    let found = collect::find(&paths)?;
    let cases = collect::read(&found, report)?;
    let selection = Selection::new(&arguments, &found, &cases)?;

    let variables = Variables::evaluate(engine, &arguments.context.variables.var, timeout, report).await?;
    let contexts = Contexts::gather(&arguments.context, timeout, report)?;
    let shared = Arc::new(Shared { engine: engine.clone(), variables, contexts });
    let mut output = Output::new(messages, arguments.verbose, report.redactor());
    let mut running = VecDeque::new();
    for case in cases {
        if running.len() >= arguments.parallel.get() {
            finish(&mut running, &mut output).await?;
        }
        let start = || tokio::spawn(perform(Arc::clone(&shared), case.clone()));
        let task = selection.runs(&case).then(start);
        running.push_back(Started { case, task });
    }
    while !running.is_empty() {
        finish(&mut running, &mut output).await?;
    }
    match output.finish()? {
        0 => Ok(()),
        _ => Err(Failure::Reported(1)),
    }
}

/// Waits for the test case that was started first, and tells of it: they are told in their order.
async fn finish(running: &mut VecDeque<Started>, output: &mut Output) -> Result<(), Failure> {
    let Some(Started { case, task }) = running.pop_front() else { return Ok(()) };
    let Some(task) = task else { return output.skipped(&case) };
    let verdict = match task.await {
        Ok(verdict) => verdict?,
        Err(_) => Verdict::Failed(Error::internal("the thread that ran the test case panicked")),
    };
    output.ran(&case, verdict)
}

async fn perform(shared: Arc<Shared>, case: TestCase) -> Result<Verdict, Failure> {
    let program = match case.compile(shared.variables.compiler(&shared.engine)) {
        Ok(program) => program,
        Err(error) => return Ok(Verdict::Wrong(error)),
    };
    let (context, _demo) = shared.contexts.make().await?;
    let result = program.run(&shared.variables.give(context)).await;
    Ok(result.map_or_else(|error| Verdict::Failed(at_assertion(&error)), |_| Verdict::Passed))
}
