//! The machine: fetches instructions and dispatches them.

mod access;
mod build;
mod call;
mod execute;
mod forget;
mod limit;
mod module;
mod native;
mod unwind;
mod wait;

use std::mem;
use std::ops::ControlFlow;
use std::sync::{Arc, Weak};

use ecow::EcoString;
use fluxlet_runtime::{BoxFuture, Error, Result, Run, Value};
use fluxlet_syntax::Span;

use crate::chunk::{Code, Packages};
use crate::frame::Frame;
use crate::lane::{Slot, Strand};
use execute::{Exit, Here};
use limit::Meter;
pub use module::Modules;
use wait::Stuck;

/// A program that is ready to go on.
pub struct Vm(Box<Machine>);

/// A program that waits for the answer of a builtin.
///
/// Dropping it and the future that came with it ends the run, and cancels what it waits for.
pub struct Paused(Box<Machine>);

/// Where a run of the machine ended.
pub enum Outcome {
    /// The program is done, or has failed.
    Done(Ended),
    /// The program goes on with [`Paused::resume`] once the future has an answer.
    Waiting(Paused, BoxFuture<'static, Result<Value>>),
    /// The program took a slice of steps and can go on at once; other tasks of the thread may want their turn.
    Yielded(Vm),
}

/// A program that has come to its end.
pub struct Ended {
    /// The error that it did not catch, if it failed.
    pub error: Option<Error>,
    /// What it has done until then.
    pub output: Output,
    /// What stays of it.
    pub modules: Modules,
}

/// What a program leaves behind.
#[derive(Debug, Default)]
pub struct Output {
    /// The values of the main program's expression statements, in order, and where they stand.
    pub results: Vec<(Span, Value)>,
    /// The main program's top-level names; those that are bound, if it failed.
    pub globals: Vec<(EcoString, Value)>,
}

impl Ended {
    /// Returns what the program leaves behind if it is done.
    ///
    /// # Errors
    /// That of a program that failed.
    pub fn into_result(self) -> Result<Output> {
        self.error.map_or(Ok(self.output), Err)
    }
}

impl Vm {
    /// Makes a machine that is about to begin with the first statement of `main`.
    pub fn new(main: Arc<Code>, packages: Arc<dyn Packages>, run: Run) -> Self {
        Self::next(Modules::new(packages), main, run)
    }

    /// Makes a machine that is about to begin with the first statement of the next input of a session.
    ///
    /// Functions of earlier inputs can be called. What these hold counts as memory of this run, too.
    pub fn next(modules: Modules, input: Arc<Code>, run: Run) -> Self {
        let (meter, most_depth) = (Meter::new(&run), run.context().limits().depth);
        let mut state = State { meter, run, modules, stack: Vec::new(), around: Vec::new(), results: Vec::new() };
        state.census(&[]);
        let id = state.modules.add_input(&input);
        let mut machine =
            Machine { state, frames: Vec::new(), depth: 0, most_depth, waiting: Vec::new(), next: Next::Run };
        machine.open_module(input, id);
        Self(Box::new(machine))
    }

    /// Runs until the program is done, waits, or has taken a slice of steps.
    pub fn run(self) -> Outcome {
        self.0.go_on()
    }

    /// Ends the run.
    pub fn into_modules(self) -> Modules {
        self.0.into_modules()
    }
}

impl Paused {
    /// Goes on with the answer of the builtin.
    pub fn resume(mut self, answer: Result<Value>) -> Outcome {
        self.0.state.meter.check_soon();
        self.0.next = match self.0.find_answered() {
            Ok(()) => Next::Answer(answer),
            Err(error) => Next::Raise(error),
        };
        self.0.go_on()
    }

    /// Ends the run.
    pub fn into_modules(self) -> Modules {
        self.0.into_modules()
    }
}

/// A run: the calls in progress, and what they work on.
struct Machine {
    state: State,
    /// The calls in progress, the innermost last.
    frames: Vec<Frame>,
    /// How many of the frames, and of those around, count as calls.
    depth: u32,
    most_depth: u32,
    /// What calls wait for that stand still.
    waiting: Vec<Weak<Slot>>,
    next: Next,
}

/// What instructions change; the frames stand still while one is at work.
struct State {
    run: Run,
    modules: Modules,
    stack: Vec<Value>,
    /// The calls around those at work, if these are some of several that a builtin has begun; the outermost first.
    around: Vec<Strand>,
    results: Vec<(Span, Value)>,
    meter: Meter,
}

/// What the machine does next.
enum Next {
    /// Runs the innermost frame, which is of a script.
    Run,
    /// Hands the result of a call to the innermost frame.
    Answer(Result<Value>),
    /// Lets the innermost frame, which is of a builtin, make its next step.
    Step(Option<Result<Value>>),
    /// Fails at the current instruction.
    Raise(Error),
    /// Waits for a builtin, or for calls that have begun.
    Wait(Box<Stuck>),
    /// Gives the thread back before it goes on.
    Yield(Box<Next>),
    /// Ends.
    End(Result<()>),
}

impl Machine {
    fn go_on(mut self: Box<Self>) -> Outcome {
        let mut next = mem::replace(&mut self.next, Next::Run);
        loop {
            next = match next {
                Next::Run => self.execute(),
                Next::Answer(answer) => self.answer(answer),
                Next::Step(answer) => self.step(answer),
                Next::Raise(error) => self.raise(error),
                Next::Wait(stuck) => match self.meanwhile(*stuck) {
                    ControlFlow::Continue(next) => next,
                    ControlFlow::Break(future) => return Outcome::Waiting(Paused(self), future),
                },
                Next::Yield(next) => {
                    self.next = *next;
                    return Outcome::Yielded(Vm(self));
                }
                Next::End(result) => return Outcome::Done(self.end(result)),
            }
        }
    }

    fn end(mut self: Box<Self>, result: Result<()>) -> Ended {
        let output = Output { results: mem::take(&mut self.state.results), globals: self.state.modules.bindings() };
        let error = result.err().map(|error| error.redacted(self.state.run.redactor()));
        Ended { error, output, modules: self.into_modules() }
    }

    fn into_modules(self: Box<Self>) -> Modules {
        let mut modules = self.state.modules;
        modules.forget_incomplete();
        modules
    }

    /// Runs the innermost frame and those that follow it, as long as they are of the script.
    #[inline(never)]
    fn execute(&mut self) -> Next {
        loop {
            let Some(here) = Here::innermost(&self.frames) else { return Next::Raise(broken()) };
            let mut place = here.frame.place;
            let exit = self.state.execute(&here, &mut place);
            if let Some(Frame::Script(frame)) = self.frames.last_mut() {
                frame.place = place;
            }
            // Calls and returns between functions of the script stay in here: the loop outside moves too much about.
            return match exit {
                Exit::Enter(entry) => match self.begin(entry) {
                    Next::Run => continue,
                    next => next,
                },
                Exit::Return if self.leave_to_script() => continue,
                Exit::Call(called) => self.follow(called),
                Exit::Return => self.leave(),
                Exit::Import(package) => match self.import(package) {
                    Ok(()) => continue,
                    Err(error) => Next::Raise(error),
                },
                Exit::End => self.end_module(),
                Exit::Yield => Next::Yield(Box::new(Next::Run)),
                Exit::Fail(error) => Next::Raise(error),
            };
        }
    }

    /// Ends the innermost frame with the top as its result, if a function of the script is around it.
    #[inline]
    fn leave_to_script(&mut self) -> bool {
        let [.., Frame::Script(_), Frame::Script(frame)] = &self.frames[..] else { return false };
        let (stack, floor) = (&mut self.state.stack, frame.floor);
        // The result takes the place of what was called.
        let Some(top) = stack.len().checked_sub(1).filter(|&top| top > floor) else { return false };
        stack.swap(floor, top);
        stack.truncate(floor + 1);
        self.depth -= 1;
        self.frames.truncate(self.frames.len() - 1);
        true
    }

    /// Ends the innermost frame with the top as its result.
    fn leave(&mut self) -> Next {
        let value = self.state.pop();
        self.pop_frame();
        self.answer(Ok(value))
    }

    #[inline]
    fn pop_frame(&mut self) {
        if let Some(frame) = self.frames.last() {
            self.depth -= u32::from(frame.is_call());
            self.state.stack.truncate(frame.floor());
            self.frames.truncate(self.frames.len() - 1);
        }
    }
}

/// Returns the error of bytecode that does not fit the machine: a fault of the compiler.
fn broken() -> Error {
    Error::internal("the bytecode is damaged")
}
