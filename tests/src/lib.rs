//! The behaviour of Fluxlet as data, and its runners.
//!
//! - `suite/<package>/<function>.flux`: scripts that carry their own expectation; each is a test of its name.
//! - `conformance/*.jsonl`: what the real Flux answers to small scripts, one JSON object a line.
//! - `tables.jsonl` among them: scripts over streams of tables, which are checked and not run.
//! - `diagnostics/`: wrong scripts and what is told of them.
//! - `replayed/`: test cases with the answers of a server, recorded.
//! - `faults/register.md`: what must be survived, by number.
//! - `examples/`: the seeds of the fuzzer, and a soak.
//! - `fuzz/`: targets for a fuzzer that sees which branches an input takes; a crate of its own.
//! - `tests/`: the runners, and the tests of the house.

pub mod conformance;
pub mod network;
pub mod random;
pub mod soundness;

use fluxlet::{Code, Context, Engine, Error, Results, Stage};

/// How a script ended.
#[derive(Debug)]
pub enum Ending {
    /// It ran.
    Done(Results),
    /// It was refused: stage, line, column and message of the first problem.
    Refused(Stage, u32, u32, String),
    /// It ran and failed.
    Failed(Error),
}

/// Runs `script` in an empty context.
pub fn run(engine: &Engine, script: &str) -> Ending {
    match engine.compile(script) {
        Ok(program) => match program.run_blocking(&Context::new()) {
            Ok(results) => Ending::Done(results),
            Err(error) => Ending::Failed(error),
        },
        Err(error) => {
            let Some(first) = error.diagnostics().first() else {
                return Ending::Failed(Error::new(Code::Internal, "a compile error without a problem"));
            };
            let place = error.source_text().position(first.span.start);
            Ending::Refused(first.stage, place.line, place.column, first.message.clone())
        }
    }
}
