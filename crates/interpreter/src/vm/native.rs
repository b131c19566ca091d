//! Builtins: the kinds of them, and those that call functions of the script.

use std::any::Any;
use std::mem;
use std::sync::Arc;
use std::vec::Drain;

use ecow::EcoString;
use fluxlet_runtime::{Arguments, Builtin, BuiltinFunction, Code, Error, Function, Result, Step, Value};

use super::call::{Call, Called};
use super::wait::Stuck;
use super::{Machine, Next, State, broken};
use crate::census::is_heavy;
use crate::closure::Closure;
use crate::frame::{Body, Frame, NativeFrame, Place, ScriptFrame};
use crate::guard::{GuardedCalls, guard, guard_future};

/// Calls whose arguments a builtin is asked for at once.
const TOGETHER: usize = 64;

impl Machine {
    /// Lets the builtin of the innermost frame make its next step, and does what it wants.
    pub(super) fn step(&mut self, answer: Option<Result<Value>>) -> Next {
        let state = &mut self.state;
        match state.meter.step(&state.run) {
            Ok(false) => {}
            Ok(true) => return Next::Yield(Box::new(Next::Step(answer))),
            Err(error) => return Next::Raise(error),
        }
        let Some(Frame::Native(frame)) = self.frames.last_mut() else { return Next::Raise(broken()) };
        let floor = frame.floor.min(state.stack.len());
        match frame.step(state.stack.drain(floor..), answer) {
            Ok(Step::Call) if frame.fork.as_ref().is_some_and(|fork| !fork.lanes.is_empty()) => {
                // The call has begun already.
                frame.arguments.clear();
                self.hand_over()
            }
            Ok(Step::Call) => {
                frame.fork = None;
                state.stack.append(&mut frame.arguments);
                self.call_again(floor)
            }
            Ok(Step::Done(value)) => {
                self.pop_frame();
                Next::Answer(self.state.run.check_deadline().map(|()| value))
            }
            Err(error) => {
                self.pop_frame();
                Next::Answer(Err(error))
            }
        }
    }

    /// Calls the function of the builtin of the innermost frame; the arguments lie on the stack from `floor` on.
    fn call_again(&mut self, floor: usize) -> Next {
        let state = &mut self.state;
        let Some(Frame::Native(frame)) = self.frames.last() else { return Next::Raise(broken()) };
        let lenient = frame.lenient;
        let Some(closure) = &frame.direct else {
            let call = Call { frames: &self.frames, names: &frame.names, piped: false, from: floor, floor, lenient };
            let called = state.enter(frame.callee.clone(), call);
            return self.follow(called);
        };
        let (place, base) = (Place::default(), state.stack.len());
        for argument in floor..floor + frame.names.len() {
            let argument = state.stack.get_mut(argument).map(mem::take);
            state.stack.push(argument.unwrap_or_default());
        }
        state.make_room(closure.prototype());
        let frame = ScriptFrame { body: Body::Callee, place, base, floor, given: u64::MAX, lenient };
        self.open_call(Frame::Script(frame), Next::Run)
    }
}

impl State {
    /// Calls a builtin: the one place that knows the kinds.
    pub(super) fn builtin(&mut self, builtin: Arc<BuiltinFunction>, call: Call) -> Result<Called> {
        let piped = if call.piped { self.stack.pop() } else { None };
        let named = call.names.iter().zip(self.stack.drain(call.from..));
        let arguments = builtin.signature.bind(named, piped)?;
        self.stack.truncate(call.floor);
        self.census_if_due(call.frames, 0);
        let run = &self.run;
        Ok(match builtin.builtin {
            Some(Builtin::Missing(_)) | None => return Err(builtin.unimplemented()),
            Some(Builtin::Value(value)) => Called::Value(guard(&builtin, || Ok(value()))?),
            Some(Builtin::Pure(pure)) => {
                let value = guard(&builtin, || pure(run, &arguments))?;
                run.check_deadline()?;
                Called::Value(value)
            }
            Some(Builtin::Async(start)) => {
                // Other calls may work while this one waits, and a census must see what it was given.
                let several = run.context().limits().concurrent_calls > 1;
                let given = if several { heavy(&arguments) } else { Vec::new() };
                let future = guard(&builtin, || Ok(start(run.clone(), arguments)))?;
                Called::Waits(Box::new(Stuck::Waits(guard_future(builtin, future), given)))
            }
            Some(Builtin::Member(read)) => {
                let (path, name) = guard(&builtin, || read(&arguments))?;
                let value = self.modules.exported(&path, &name).cloned();
                let missing = || Error::new(Code::NotFound, format!("no imported package has the option `{name}`"));
                Called::Value(value.ok_or_else(missing)?)
            }
            Some(Builtin::Calls(start)) => {
                let kept = heavy(&arguments);
                let calls = GuardedCalls::new(guard(&builtin, || start(run, arguments))?);
                let (callee, names) = guard(&builtin, || calls.callee())?;
                let lenient = call.lenient || guard(&builtin, || calls.compiles())?;
                let names: Vec<EcoString> = names.iter().map(|&name| name.into()).collect();
                let direct = self.own(&callee).filter(|closure| closure.prototype().takes(&names));
                let tells = calls.answers().is_some();
                let (floor, arguments, fork) = (call.floor, Vec::new(), None);
                let frame =
                    NativeFrame { calls, builtin, callee, lenient, direct, names, arguments, floor, tells, kept, fork };
                Called::Native(Box::new(frame))
            }
        })
    }

    /// Returns the closure that a function is, unless it belongs to another run or is a builtin.
    fn own(&self, function: &Function) -> Option<Arc<Closure>> {
        let Function::Script(script) = function else { return None };
        let script: Arc<dyn Any + Send + Sync> = script.clone();
        script.downcast::<Closure>().ok().filter(|closure| Arc::ptr_eq(&closure.home, &self.modules.home))
    }
}

impl NativeFrame {
    /// Lets the builtin make its next step; `before` are the answers of calls in front of the one that gave `answer`.
    fn step(&mut self, before: Drain<'_, Value>, answer: Option<Result<Value>>) -> Result<Step> {
        self.take(before)?;
        self.keep(answer.iter().flatten());
        let Self { calls, arguments, names, .. } = self;
        let is_alone = self.direct.is_none() || self.fork.is_some();
        let step = guard(&self.builtin, || {
            let step = calls.step(answer, arguments)?;
            let fits = arguments.len() == names.len();
            if let Step::Call = step
                && fits
                && !is_alone
            {
                calls.ahead(1..TOGETHER, arguments)?;
            }
            Ok(step)
        })?;
        match step {
            Step::Call if arguments.is_empty() != names.is_empty() || !arguments.len().is_multiple_of(names.len()) => {
                Err(Error::internal("a builtin gives a function other arguments than it said"))
            }
            step => Ok(step),
        }
    }

    /// Gives the builtin the answers of calls it gave the arguments of together.
    pub(super) fn take(&mut self, answers: Drain<'_, Value>) -> Result<()> {
        if answers.as_slice().is_empty() {
            return Ok(());
        }
        self.keep(answers.as_slice());
        guard(&self.builtin, || self.calls.take(answers))
    }

    /// Lets a census see answers that the builtin may hold.
    fn keep<'a>(&mut self, answers: impl IntoIterator<Item = &'a Value>) {
        if !self.tells {
            self.kept.extend(answers.into_iter().filter(|value| is_heavy(value)).cloned());
        }
    }
}

/// Returns the arguments that a census counts.
fn heavy(arguments: &Arguments) -> Vec<Value> {
    arguments.values().filter(|value| is_heavy(value)).cloned().collect()
}
