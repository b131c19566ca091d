//! The machine: fetches instructions and dispatches them.

mod access;
mod build;
mod call;
mod limit;
mod module;
mod unwind;

use std::mem;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::{BoxFuture, Error, Result, Run, Value};
use fluxlet_syntax::Span;

use crate::chunk::{Code, Packages};
use crate::frame::Frame;
use crate::opcode::Op;
use crate::operator;
use limit::Meter;
pub use module::Modules;

/// A program that is ready to go on.
pub struct Vm(Box<Machine>);

/// A program that waits for the answer of a builtin.
///
/// Dropping it ends the run; dropping the future that came with it cancels what it waits for.
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
        let mut machine = Machine {
            meter: Meter::new(&run),
            run,
            modules,
            stack: Vec::new(),
            frames: Vec::new(),
            depth: 0,
            results: Vec::new(),
            next: Next::Run,
        };
        machine.census();
        let id = machine.modules.add_input(&input);
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
        self.0.meter.check_soon();
        self.0.next = Next::Answer(answer);
        self.0.go_on()
    }

    /// Ends the run.
    pub fn into_modules(self) -> Modules {
        self.0.into_modules()
    }
}

/// The state of a run.
struct Machine {
    run: Run,
    modules: Modules,
    stack: Vec<Value>,
    /// The calls in progress, the innermost last.
    frames: Vec<Frame>,
    /// How many of the frames count as calls.
    depth: u32,
    results: Vec<(Span, Value)>,
    meter: Meter,
    next: Next,
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
    /// Waits for a builtin.
    Wait(BoxFuture<'static, Result<Value>>),
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
                Next::Wait(future) => return Outcome::Waiting(Paused(self), future),
                Next::Yield(next) => {
                    self.next = *next;
                    return Outcome::Yielded(Vm(self));
                }
                Next::End(result) => return Outcome::Done(self.end(result)),
            }
        }
    }

    fn end(mut self: Box<Self>, result: Result<()>) -> Ended {
        let output = Output { results: mem::take(&mut self.results), globals: self.modules.bindings() };
        let error = result.err().map(|error| error.redacted(self.run.redactor()));
        Ended { error, output, modules: self.into_modules() }
    }

    fn into_modules(self: Box<Self>) -> Modules {
        let mut modules = self.modules;
        modules.forget_incomplete();
        modules
    }

    /// Runs the innermost frame to its end, to its next call, or to an error.
    fn execute(&mut self) -> Next {
        let Some(Frame::Script(frame)) = self.frames.last() else { return Next::Raise(broken()) };
        let body = frame.body.clone();
        let (base, given, lenient) = (frame.base, frame.given, frame.lenient);
        let mut at = frame.next;
        let code = &**body.code();
        let ops = &body.prototype().ops[..];
        loop {
            match self.meter.step(&self.run) {
                Ok(false) => {}
                Ok(true) => {
                    self.save(at);
                    return Next::Yield(Box::new(Next::Run));
                }
                Err(error) => {
                    // The instruction was not run, but it is where the limit was met.
                    self.save(at + 1);
                    return Next::Raise(error);
                }
            }
            let Some(&op) = ops.get(at) else { return Next::Raise(broken()) };
            at += 1;
            let done = match op {
                Op::Constant(index) => self.push_from(code.constants.get(index as usize)),
                Op::Local(slot) => match self.stack.get(base + slot as usize).cloned() {
                    Some(value) => self.push(value),
                    None => Err(broken()),
                },
                Op::SetLocal(slot) => self.set_local(base + slot as usize),
                Op::Capture(index) => self.push_from(body.captures().get(index as usize)),
                Op::Global(slot) => self.push_global(body.module(), slot),
                Op::SetGlobal(slot) => self.set_global(body.module(), slot),
                Op::Imported(index) => self.push_imported(code, index),
                Op::SetImported(index) => self.set_imported(code, index),
                Op::SetNow => self.set_now(),
                Op::Package(package) => self.package(package),
                Op::Variable(index) => self.variable(code, index),
                Op::Import(package) => {
                    self.save(at);
                    match self.import(package) {
                        Ok(true) => return Next::Run,
                        Ok(false) => Ok(()),
                        Err(error) => Err(error),
                    }
                }
                Op::Text => self.text(),
                Op::Concat(count) => self.concat(count as usize),
                Op::Array(count) => self.array(count as usize),
                Op::Dict(count) => self.dict(count as usize),
                Op::Record(shape) => self.record(code, shape, lenient),
                Op::Extend(shape) => self.extend(code, shape, lenient),
                Op::Closure(index) => self.closure(&body, index, base),
                Op::Call(site) => {
                    self.save(at);
                    return self.call(code, site, lenient);
                }
                Op::Member(index) => self.member(code, index),
                Op::Index => self.index(),
                Op::Unary(op) => {
                    let operand = self.pop();
                    operator::unary(op, operand, lenient).and_then(|value| self.push(value))
                }
                Op::Binary(op) => self.binary(op, lenient),
                Op::Short(op, target) => {
                    self.top().and_then(|left| operator::decides(op, left, lenient)).map(|decides| {
                        if decides {
                            self.decide(op);
                            at = target as usize;
                        } else {
                            self.stack.pop();
                        }
                    })
                }
                Op::Truth(_) => self.top().and_then(|right| operator::check_right(right, lenient)),
                Op::Unless(target) => {
                    let test = self.pop();
                    operator::holds(&test, lenient).map(|holds| {
                        if !holds {
                            at = target as usize;
                        }
                    })
                }
                Op::Jump(target) => {
                    at = target as usize;
                    Ok(())
                }
                Op::Given(bit, target) => {
                    if given & 1 << bit != 0 {
                        at = target as usize;
                    }
                    Ok(())
                }
                Op::Pop => {
                    self.stack.pop();
                    Ok(())
                }
                Op::Result => self.result(&body, at - 1),
                Op::Return => {
                    let value = self.pop();
                    self.pop_frame();
                    return Next::Answer(Ok(value));
                }
                Op::End => return self.end_module(),
            };
            if let Err(error) = done {
                self.save(at);
                return Next::Raise(error);
            }
        }
    }

    fn save(&mut self, next: usize) {
        if let Some(Frame::Script(frame)) = self.frames.last_mut() {
            frame.next = next;
        }
    }

    fn push(&mut self, value: Value) -> Result<()> {
        self.stack.push(value);
        Ok(())
    }

    fn push_from(&mut self, value: Option<&Value>) -> Result<()> {
        self.stack.push(value.ok_or_else(broken)?.clone());
        Ok(())
    }

    /// Takes the topmost value; the compiler never pops more than it pushed.
    fn pop(&mut self) -> Value {
        self.stack.pop().unwrap_or_default()
    }

    fn top(&self) -> Result<&Value> {
        self.stack.last().ok_or_else(broken)
    }

    fn set_local(&mut self, at: usize) -> Result<()> {
        let value = self.pop();
        *self.stack.get_mut(at).ok_or_else(broken)? = value;
        Ok(())
    }

    fn pop_frame(&mut self) {
        if let Some(frame) = self.frames.pop() {
            self.depth -= u32::from(frame.is_call());
            self.stack.truncate(frame.floor());
        }
    }
}

/// Returns the error of bytecode that does not fit the machine: a fault of the compiler.
fn broken() -> Error {
    Error::internal("the bytecode is damaged")
}
