//! A compiled program and its runs.

use std::fmt;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_interpreter::{Code, Output, Packages, Vm, drive};
use fluxlet_runtime::{Context, Result, Run, Value};
use fluxlet_syntax::{Source, Span};

use crate::Engine;

/// A program, compiled once; it runs as often as one likes, in several threads at once.
#[derive(Clone)]
pub struct Program {
    engine: Engine,
    source: Source,
    code: Arc<Code>,
}

impl Program {
    pub(crate) fn new(engine: Engine, source: Source, code: Arc<Code>) -> Self {
        Self { engine, source, code }
    }

    /// Returns the source.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Runs the program. Dropping the future stops it and cancels what it waits for.
    ///
    /// Inside a tokio runtime the deadline of the context also ends a wait; under another executor it is looked at
    /// between steps only.
    ///
    /// # Errors
    /// The error that the script did not catch, with the calls it went through.
    pub async fn run(&self, context: &Context) -> Result<Results> {
        let run = Run::new(context);
        let running = drive(self.start(&run));
        let output = match (run.remaining(), tokio::runtime::Handle::try_current()) {
            (Some(time), Ok(_)) => {
                tokio::time::timeout(time, running).await.unwrap_or_else(|_| Err(run.deadline_error()))
            }
            _ => running.await,
        };
        output.map(Results::from)
    }

    /// Runs the program and waits for it, on any thread, inside a runtime or not.
    ///
    /// # Errors
    /// Those of [`Program::run`].
    pub fn run_blocking(&self, context: &Context) -> Result<Results> {
        let run = Run::new(context);
        self.engine.blocking.run(self.start(&run), &run).map(Results::from)
    }

    fn start(&self, run: &Run) -> Vm {
        let packages: Arc<dyn Packages> = Arc::clone(&self.engine.library) as _;
        Vm::new(Arc::clone(&self.code), packages, run.clone())
    }
}

/// What a run gave.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// The value of each expression statement, in order, with its place.
    pub values: Vec<(Span, Value)>,
    /// The top-level names, in order.
    pub bindings: Vec<(EcoString, Value)>,
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

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Program({})", self.source.name())
    }
}
