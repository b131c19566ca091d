//! A compiled program and its runs.

use std::fmt;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_interpreter::{Code, Output, Packages, Vm, drive_with};
use fluxlet_runtime::{BoxFuture, Context, Error, Result, Run, Value};
use fluxlet_syntax::{Diagnostic, Source, Span};
// Tokio also looks after sockets and timers then; a task that wakes itself would come back before that.
use tokio::task::yield_now;

use crate::Engine;

/// A program, compiled once; it runs as often as one likes, in several threads at once.
///
/// ```
/// use fluxlet::{Context, Engine, Value};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let program = Engine::new()?.compile("x = 20\nx + 1\nx + 2")?;
/// let results = program.run(&Context::new()).await?;
/// assert_eq!(results.last().map(Value::to_string).as_deref(), Some("22"));
/// assert!(program.warnings().is_empty());
///
/// let failing = Engine::new()?.compile("1\ndie(msg: \"the pump is off\")")?;
/// let failure = failing.attempt(&Context::new()).await.expect_err("it dies");
/// assert_eq!(failure.error.message(), "the pump is off");
/// assert_eq!(failure.results.values.len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Program {
    engine: Engine,
    source: Source,
    code: Arc<Code>,
    warnings: Arc<[Diagnostic]>,
}

impl Program {
    pub(crate) fn new(engine: Engine, source: Source, code: Arc<Code>, warnings: Vec<Diagnostic>) -> Self {
        Self { engine, source, code, warnings: warnings.into() }
    }

    /// Returns the source.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Returns what the checker has let pass although it cannot be meant, such as a comparison that always fails.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// Runs the program. Dropping the future stops it and cancels what it waits for.
    ///
    /// Inside a tokio runtime the deadline of the context also ends a wait; under another executor it is looked at
    /// between steps only.
    ///
    /// # Errors
    /// The error that the script did not catch, with the calls it went through.
    pub async fn run(&self, context: &Context) -> Result<Results> {
        Ok(self.attempt(context).await?)
    }

    /// Does what [`Program::run`] does; the failure also holds what the script has done before it.
    ///
    /// # Errors
    /// Those of [`Program::run`], with the results until then.
    pub async fn attempt(&self, context: &Context) -> Result<Results, Failure> {
        let run = Run::new(context);
        let (output, error) = drive_with(self.start(&run), |future| within(&run, future), yield_now, &mut None).await;
        ended(output, error)
    }

    /// Runs the program and waits for it, on any thread, inside a runtime or not.
    ///
    /// # Errors
    /// Those of [`Program::run`].
    pub fn run_blocking(&self, context: &Context) -> Result<Results> {
        Ok(self.attempt_blocking(context)?)
    }

    /// Does what [`Program::run_blocking`] does; the failure also holds what the script has done before it.
    ///
    /// # Errors
    /// Those of [`Program::run`], with the results until then.
    pub fn attempt_blocking(&self, context: &Context) -> Result<Results, Failure> {
        let run = Run::new(context);
        let end = self.engine.blocking.run(self.start(&run), &run);
        ended(end.output, end.error)
    }

    fn start(&self, run: &Run) -> Vm {
        let packages: Arc<dyn Packages> = Arc::clone(&self.engine.library) as _;
        Vm::new(Arc::clone(&self.code), packages, run.clone())
    }
}

/// What a run gave.
///
/// ```
/// use fluxlet::{Context, Engine, Value};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let results = Engine::new()?.compile("x = 20\nx + 1\nx + 2")?.run_blocking(&Context::new())?;
/// assert_eq!(results.values.len(), 2);
/// assert_eq!(results.last().map(Value::to_string).as_deref(), Some("22"));
/// assert_eq!(results.get("x").map(Value::to_string).as_deref(), Some("20"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// The value of each expression statement, in order, with its place.
    pub values: Vec<(Span, Value)>,
    /// The top-level names, in order.
    pub bindings: Vec<(EcoString, Value)>,
}

/// A run that has failed.
///
/// ```
/// use fluxlet::{Code, Context, Engine};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let program = Engine::new()?.compile("done = true\nx = 1 / 0")?;
/// let failure = program.attempt_blocking(&Context::new()).expect_err("nothing is divided by zero");
/// assert_eq!(failure.error.code(), Code::FailedPrecondition);
/// assert!(failure.results.get("done").is_some());
/// # Ok(())
/// # }
/// ```
pub struct Failure {
    /// The error that the script did not catch, with the calls it went through.
    pub error: Error,
    /// What the script has done before: the values of the statements that came to their end, the names that are bound.
    pub results: Results,
}

impl Results {
    /// Returns the value of the last expression statement.
    pub fn last(&self) -> Option<&Value> {
        self.values.last().map(|(_, value)| value)
    }

    /// Returns the value bound to `name` at the top level.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.bindings.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

impl From<Output> for Results {
    fn from(output: Output) -> Self {
        Self { values: output.results, bindings: output.globals }
    }
}

impl fmt::Debug for Failure {
    /// Shows no values: an error must not tell what a script has read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Failure({:?}, after {} values)", self.error, self.results.values.len())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        std::error::Error::source(&self.error)
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        failure.error
    }
}

/// Awaits the answer of a builtin, inside a tokio runtime until the deadline of the run.
pub(crate) async fn within(run: &Run, future: BoxFuture<'static, Result<Value>>) -> Result<Value> {
    match (run.remaining(), tokio::runtime::Handle::try_current()) {
        (Some(time), Ok(_)) => tokio::time::timeout(time, future).await.unwrap_or_else(|_| Err(run.deadline_error())),
        _ => future.await,
    }
}

/// Puts together what a run has left.
pub(crate) fn ended(output: Output, error: Option<Error>) -> Result<Results, Failure> {
    let results = Results::from(output);
    match error {
        None => Ok(results),
        Some(error) => Err(Failure { error, results }),
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Program({})", self.source.name())
    }
}
