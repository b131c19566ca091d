//! `fluxlet test`: runs the test cases of files.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use fluxlet::{CompileError, Engine, Error, TestCase, at_assertion};
use tokio::task::JoinHandle;

use crate::arguments::{MessageArguments, TestArguments};
use crate::context::Contexts;
use crate::failure::Failure;
use crate::recording::note_unused;
use crate::report::Report;
use crate::variables::Variables;

mod cassettes;
mod collect;
mod module;
mod output;
mod select;

use cassettes::{Cassettes, Recorded, Tapes};
use output::Output;
use select::Selection;

/// What every test case runs with.
struct Shared {
    engine: Engine,
    variables: Variables,
    contexts: Contexts,
    cassettes: Cassettes,
    /// Whether test cases are recorded.
    records: bool,
}

/// A test case and the task that runs it, if it is to run.
struct Started {
    case: TestCase,
    task: Option<JoinHandle<Result<Ended, Failure>>>,
}

/// What a test case leaves.
struct Ended {
    verdict: Verdict,
    recorded: Option<Recorded>,
    /// The exchanges of its cassette that it did not ask for.
    unused: Vec<String>,
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
    let timeout = arguments.timeout;
    let mut paths: Vec<PathBuf> = arguments.paths.iter().chain(&arguments.more_paths).cloned().collect();
    if paths.is_empty() {
        paths.push(PathBuf::from("."));
    }
    let found = collect::find(&paths)?;
    let cases = collect::read(&found, report)?;
    let selection = Selection::new(&arguments, &found, &cases)?;

    let variables = Variables::evaluate(engine, &arguments.script.variables.var, timeout, report).await?;
    // What is told of test cases stands on the line that would tell of calls.
    report.without_progress();
    let contexts = Contexts::gather(&arguments.context, timeout, report)?;
    let records = arguments.record;
    let contexts = if records { contexts.with_time_fixed() } else { contexts };
    let connection = &arguments.context.connection;
    let is_live =
        records || connection.demo || connection.host.is_some() || arguments.context.requests.replay.is_some();
    let cassettes = if is_live { Cassettes::default() } else { Cassettes::beside(&found)? };
    let tapes = records.then(|| Tapes::create(&found)).transpose()?;
    if records {
        report.unfinished().begin_tests();
    }
    let shared = Arc::new(Shared { engine: engine.clone(), variables, contexts, cassettes, records });
    let output = Output::new(messages, arguments.verbose, report.redactor());
    let mut telling = Telling { output, report, tapes };
    let mut running = VecDeque::new();
    for case in cases {
        if running.len() >= arguments.parallel.get() {
            telling.finish(&mut running).await?;
        }
        let start = || tokio::spawn(perform(Arc::clone(&shared), case.clone()));
        let task = selection.runs(&case).then(start);
        running.push_back(Started { case, task });
    }
    while !running.is_empty() {
        telling.finish(&mut running).await?;
    }
    telling.tapes.map_or(Ok(()), Tapes::save)?;
    match telling.output.finish()? {
        0 => Ok(()),
        _ => Err(Failure::Reported(1)),
    }
}

/// Where is told what became of test cases.
struct Telling<'a> {
    output: Output,
    report: &'a mut Report,
    tapes: Option<Tapes>,
}

impl Telling<'_> {
    /// Waits for the test case that was started first, and tells of it: they are told in their order.
    async fn finish(&mut self, running: &mut VecDeque<Started>) -> Result<(), Failure> {
        let Some(Started { case, task }) = running.pop_front() else { return Ok(()) };
        let Some(task) = task else { return self.output.skipped(&case) };
        let verdict = match task.await {
            Ok(ended) => {
                let Ended { verdict, recorded, unused } = ended?;
                if let (Some(tapes), Some(recorded)) = (&mut self.tapes, recorded) {
                    tapes.add(&case, recorded)?;
                }
                note_unused(&unused, &format!("{}: {}: ", case.file().name(), case.name()), self.report);
                verdict
            }
            Err(_) => Verdict::Failed(Error::internal("the thread that ran the test case panicked")),
        };
        self.output.ran(&case, verdict)
    }
}

async fn perform(shared: Arc<Shared>, case: TestCase) -> Result<Ended, Failure> {
    let program = match case.compile(shared.variables.compiler(&shared.engine)) {
        Ok(program) => program,
        Err(error) => return Ok(Ended { verdict: Verdict::Wrong(error), recorded: None, unused: Vec::new() }),
    };
    let made = shared.contexts.make_for(case.name(), shared.cassettes.of(&case)).await?;
    let (recorded, context) = match shared.records {
        true => Recorded::begin(&made).map(|(recorded, context)| (Some(recorded), context))?,
        false => (None, made.context.clone()),
    };
    let result = program.run(&shared.variables.give(context)).await;
    let verdict = result.map_or_else(|error| Verdict::Failed(at_assertion(&error)), |_| Verdict::Passed);
    let unused = made.replayer.map(|replayer| replayer.unused()).unwrap_or_default();
    Ok(Ended { verdict, recorded, unused })
}
