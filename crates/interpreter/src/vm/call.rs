//! Calls: of functions of the script, and of the kinds of builtin.

use std::any::Any;
use std::mem;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::ParameterMode;
use fluxlet_runtime::{
    self as runtime, Arguments, Builtin, BuiltinFunction, Code, Error, Function, Result, Step, Value,
};

use super::execute::Here;
use super::wait::Stuck;
use super::{Machine, Next, State, broken};
use crate::census::{closure_bytes, is_heavy};
use crate::chunk::{CaptureFrom, Prototype};
use crate::closure::Closure;
use crate::frame::{Body, Frame, NativeFrame, ScriptFrame, Work};
use crate::guard::{GuardedCalls, guard, guard_future};

impl Machine {
    /// Makes the call of a call site of the innermost frame.
    pub(super) fn call(&mut self, site: u32) -> Next {
        let Some((frame, Work { code, .. })) = Work::innermost(&self.frames) else { return Next::Raise(broken()) };
        let Some(site) = code.sites.get(site as usize) else { return Next::Raise(broken()) };
        let count = site.arguments.len() + usize::from(site.piped);
        let Some(floor) = self.state.stack.len().checked_sub(count + 1) else { return Next::Raise(broken()) };
        let entry = match self.state.stack.get_mut(floor).map(mem::take) {
            Some(Value::Function(function)) => {
                self.state.enter(function, floor, floor + 1, &site.arguments, site.piped)
            }
            other => {
                let error = not_a_function(other.as_ref());
                let source = code.source.clone();
                let place = runtime::Frame { function: EcoString::new(), source, span: site.callee };
                return Next::Raise(error.leave(place));
            }
        };
        let lenient = frame.lenient;
        self.begin(entry, floor, lenient)
    }

    /// Lets the builtin of the innermost frame make its next step.
    pub(super) fn step(&mut self, answer: Option<Result<Value>>) -> Next {
        let state = &mut self.state;
        match state.meter.step(&state.run) {
            Ok(false) => {}
            Ok(true) => return Next::Yield(Box::new(Next::Step(answer))),
            Err(error) => return Next::Raise(error),
        }
        let Some(Frame::Native(frame)) = self.frames.last_mut() else { return Next::Raise(broken()) };
        let step = frame.step(answer);
        self.follow(step)
    }

    /// Ends the innermost frame, which a builtin opened, with the top as its result.
    ///
    /// If the builtin calls the same function again, the frame begins anew: walks over arrays come through here.
    pub(super) fn leave_to_builtin(&mut self) -> Next {
        let state = &mut self.state;
        let value = state.pop();
        let step = match &mut self.frames[..] {
            [.., Frame::Native(native), Frame::Script(frame)] if state.meter.step_freely() => {
                state.stack.truncate(frame.floor);
                let step = native.step(Some(Ok(value)));
                if let (Ok(Step::Call), Body::Callee, Some(closure)) = (&step, &frame.body, &native.direct)
                    && native.arguments.len() == native.names.len()
                {
                    state.stack.append(&mut native.arguments);
                    state.make_room(closure.prototype());
                    frame.next = 0;
                    return Next::Run;
                }
                step
            }
            _ => {
                self.pop_frame();
                return self.step(Some(Ok(value)));
            }
        };
        self.pop_frame();
        self.follow(step)
    }

    /// Does what the builtin of the innermost frame wants.
    fn follow(&mut self, step: Result<Step>) -> Next {
        let state = &mut self.state;
        let Some(Frame::Native(frame)) = self.frames.last_mut() else { return Next::Raise(broken()) };
        match step {
            Ok(Step::Call) if frame.fork.as_ref().is_some_and(|fork| !fork.lanes.is_empty()) => {
                // The call has begun already.
                frame.arguments.clear();
                self.hand_over()
            }
            Ok(Step::Call) => {
                frame.fork = None;
                let floor = state.stack.len();
                state.stack.append(&mut frame.arguments);
                let entry = match &frame.direct {
                    _ if state.stack.len() - floor != frame.names.len() => {
                        Err(Error::internal("a builtin gives a function other arguments than it said"))
                    }
                    Some(closure) => {
                        state.make_room(closure.prototype());
                        Ok(Entry::Script(Body::Callee, floor, u64::MAX))
                    }
                    None => state.enter(frame.callee.clone(), floor, floor, &frame.names, false),
                };
                let lenient = frame.lenient;
                self.begin(entry, floor, lenient)
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

    /// Goes into a call, or hands on why there is none.
    #[inline]
    pub(super) fn begin(&mut self, entry: Result<Entry>, floor: usize, lenient: bool) -> Next {
        let result = entry.and_then(|entry| match entry {
            Entry::Script(body, base, given) => {
                self.check_depth()?;
                self.open(Frame::Script(ScriptFrame { body, next: 0, base, floor, given, lenient }));
                Ok(Next::Run)
            }
            Entry::Builtin(builtin, arguments) => self.builtin(builtin, arguments, floor),
        });
        result.unwrap_or_else(|error| {
            self.state.stack.truncate(floor);
            Next::Answer(Err(error))
        })
    }

    /// Calls a builtin: the one place that knows the kinds.
    fn builtin(&mut self, builtin: Arc<BuiltinFunction>, arguments: Arguments, floor: usize) -> Result<Next> {
        self.state.census_if_due(&self.frames, 0);
        let run = &self.state.run;
        Ok(match builtin.builtin {
            Some(Builtin::Missing(_)) | None => return Err(builtin.unimplemented()),
            Some(Builtin::Value(value)) => {
                let value = guard(&builtin, || Ok(value()))?;
                self.answer(Ok(value))
            }
            Some(Builtin::Pure(pure)) => {
                let value = guard(&builtin, || pure(run, &arguments))?;
                run.check_deadline()?;
                self.answer(Ok(value))
            }
            Some(Builtin::Async(start)) => {
                // Other calls may work while this one waits, and a census must see what it was given.
                let several = run.context().limits().concurrent_calls > 1;
                let given = if several { heavy(&arguments) } else { Vec::new() };
                let future = guard(&builtin, || Ok(start(run.clone(), arguments)))?;
                Next::Wait(Stuck::Waits(guard_future(builtin, future), given))
            }
            Some(Builtin::Member(read)) => {
                let (path, name) = guard(&builtin, || read(&arguments))?;
                let value = self.state.modules.exported(&path, &name).cloned();
                let missing = || Error::new(Code::NotFound, format!("no imported package has the option `{name}`"));
                Next::Answer(Ok(value.ok_or_else(missing)?))
            }
            Some(Builtin::Calls(start)) => {
                self.check_depth()?;
                let kept = heavy(&arguments);
                let calls = GuardedCalls::new(guard(&builtin, || start(run, arguments))?);
                let (callee, names) = guard(&builtin, || calls.callee())?;
                let compiled = match self.frames.last() {
                    Some(Frame::Script(caller)) => caller.lenient,
                    Some(Frame::Native(caller)) => caller.lenient,
                    None => true,
                };
                let lenient = compiled || guard(&builtin, || calls.compiles())?;
                let names: Vec<EcoString> = names.iter().map(|&name| name.into()).collect();
                let direct = self.state.own(&callee).filter(|closure| closure.prototype().takes(&names));
                let tells = calls.answers().is_some();
                let arguments = Vec::new();
                let fork = None;
                let frame =
                    NativeFrame { calls, builtin, callee, lenient, direct, names, arguments, floor, tells, kept, fork };
                self.open(Frame::Native(Box::new(frame)));
                Next::Step(None)
            }
        })
    }

    fn check_depth(&self) -> Result<()> {
        if self.depth < self.most_depth {
            return Ok(());
        }
        let most = self.most_depth;
        Err(Error::limited("depth", format!("the calls are nested more than {most} deep")))
    }
}

impl NativeFrame {
    /// Lets the builtin make its next step.
    fn step(&mut self, answer: Option<Result<Value>>) -> Result<Step> {
        if let Some(Ok(value)) = &answer
            && !self.tells
            && is_heavy(value)
        {
            self.kept.push(value.clone());
        }
        let (calls, arguments) = (&mut self.calls, &mut self.arguments);
        guard(&self.builtin, || calls.step(answer, arguments))
    }
}

/// A call whose arguments are in order.
pub(super) enum Entry {
    /// What it runs, where its variables begin, and which optional parameters are given.
    Script(Body, usize, u64),
    /// The stack is as it was before the call.
    Builtin(Arc<BuiltinFunction>, Arguments),
}

impl State {
    /// Makes a closure of a function.
    pub(super) fn closure(&mut self, here: Here, function: u32) -> Result<()> {
        let Work { code, module, captures, .. } = here.work;
        let prototype = code.functions.get(function as usize).ok_or_else(broken)?;
        self.charge(here, closure_bytes(prototype.captures.len()))?;
        let captures = prototype.captures.iter().map(|from| match *from {
            CaptureFrom::Local(slot) => self.stack.get(here.base + slot as usize).cloned().ok_or_else(broken),
            CaptureFrom::Capture(index) => captures.get(index as usize).cloned().ok_or_else(broken),
        });
        let closure = Closure {
            captures: captures.collect::<Result<_>>()?,
            code: Arc::clone(code),
            function,
            module,
            home: Arc::clone(&self.modules.home),
        };
        self.push(Value::Function(Function::Script(Arc::new(closure))))
    }

    /// Returns the closure that a function is, unless it belongs to another run or is a builtin.
    fn own(&self, function: &Function) -> Option<Arc<Closure>> {
        let Function::Script(script) = function else { return None };
        let script: Arc<dyn Any + Send + Sync> = script.clone();
        script.downcast::<Closure>().ok().filter(|closure| Arc::ptr_eq(&closure.home, &self.modules.home))
    }

    /// Brings the arguments of a call into order; the named ones lie on the stack from `from` on, the piped value above
    /// these. The call ends with the stack as high as `floor`.
    #[inline]
    pub(super) fn enter(
        &mut self,
        function: Function,
        floor: usize,
        from: usize,
        names: &[EcoString],
        piped: bool,
    ) -> Result<Entry> {
        match function {
            Function::Builtin(builtin) => {
                let piped = if piped { self.stack.pop() } else { None };
                let named = names.iter().zip(self.stack.drain(from..));
                let arguments = builtin.signature.bind(named, piped);
                self.stack.truncate(floor);
                Ok(Entry::Builtin(builtin, arguments?))
            }
            Function::Script(script) => {
                let script: Arc<dyn Any + Send + Sync> = script;
                let closure =
                    script.downcast::<Closure>().map_err(|_| Error::internal("the function is not of this machine"))?;
                if !Arc::ptr_eq(&closure.home, &self.modules.home) {
                    return Err(Error::invalid("the function belongs to another run, whose variables are gone"));
                }
                let (base, given) = match !piped && closure.prototype().takes(names) {
                    true => (from, u64::MAX),
                    false => self.sort(closure.prototype(), from, names, piped)?,
                };
                self.make_room(closure.prototype());
                Ok(Entry::Script(Body::Function(closure), base, given))
            }
        }
    }

    /// Brings the arguments into the order of the parameters; tells where they begin and which optional ones are there.
    fn sort(&mut self, function: &Prototype, from: usize, names: &[EcoString], piped: bool) -> Result<(usize, u64)> {
        let parameters = &function.parameters[..];
        let base = self.stack.len();
        let (mut given, mut bit, mut used) = (0, 0, 0);
        for parameter in parameters {
            let named = names.iter().position(|name| *name == parameter.name);
            let piped = piped && parameter.mode == ParameterMode::Pipe;
            let at = match named {
                Some(_) if piped => return Err(given_twice(&parameter.name)),
                Some(index) => Some(from + index),
                None => piped.then_some(base - 1),
            };
            let value = match at {
                Some(at) => {
                    used += 1;
                    mem::take(self.stack.get_mut(at).ok_or_else(broken)?)
                }
                None if parameter.mode == ParameterMode::Optional => Value::NULL,
                None => return Err(Error::missing_argument(&parameter.name)),
            };
            self.stack.push(value);
            if parameter.mode == ParameterMode::Optional {
                given |= u64::from(at.is_some()) << bit;
                bit += 1;
            }
        }
        if used < names.len() + usize::from(piped) {
            return Err(surplus(function, names, piped));
        }
        Ok((base, given))
    }

    /// Makes room for the local variables of a call, whose parameters are on the stack.
    fn make_room(&mut self, function: &Prototype) {
        for _ in 0..function.locals {
            self.stack.push(Value::NULL);
        }
    }
}

/// Returns the arguments that a census counts.
fn heavy(arguments: &Arguments) -> Vec<Value> {
    arguments.values().filter(|value| is_heavy(value)).cloned().collect()
}

fn not_a_function(value: Option<&Value>) -> Error {
    match value {
        Some(value) if !value.is_null() => {
            Error::invalid(format!("cannot call a value of type {}", value.nature_name()))
        }
        _ => Error::invalid("cannot call a null value"),
    }
}

fn given_twice(name: &str) -> Error {
    Error::invalid(format!("argument `{name}` is given by name and by pipe"))
}

/// Returns the error of a call with an argument that no parameter receives.
fn surplus(function: &Prototype, names: &[EcoString], piped: bool) -> Error {
    let parameters = &function.parameters;
    let unknown = names.iter().find(|name| parameters.iter().all(|parameter| parameter.name != **name));
    let known: Vec<String> = parameters.iter().map(|parameter| format!("`{}`", parameter.name)).collect();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    match unknown {
        Some(name) => Error::invalid(format!("unknown argument `{}`; the function takes {known}", name.escape_debug())),
        None if piped && parameters.iter().all(|parameter| parameter.mode != ParameterMode::Pipe) => {
            Error::invalid("the function takes no piped value")
        }
        None => Error::invalid("an argument is given twice"),
    }
}
