//! Calls: of functions of the script, and of the kinds of builtin.

use std::any::Any;
use std::mem;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::ParameterMode;
use fluxlet_runtime::{
    self as runtime, Builtin, BuiltinFunction, Error, Function, Result, ScriptFunction, Step, Value,
};

use super::{Machine, Next, broken};
use crate::census::{closure_bytes, is_heavy};
use crate::chunk::{CaptureFrom, Code, Prototype};
use crate::closure::Closure;
use crate::frame::{Body, Frame, NativeFrame, ScriptFrame};
use crate::guard::{guard, guard_future};

impl Machine {
    /// Makes the call of a call site.
    pub(super) fn call(&mut self, code: &Code, site: u32, lenient: bool) -> Next {
        let Some(site) = code.sites.get(site as usize) else { return Next::Raise(broken()) };
        let count = site.arguments.len() + usize::from(site.piped);
        let Some(floor) = self.stack.len().checked_sub(count + 1) else { return Next::Raise(broken()) };
        if let Some(Value::Function(_)) = self.stack.get(floor) {
            return self.invoke(floor, &site.arguments, site.piped, lenient);
        }
        let error = not_a_function(self.stack.get(floor));
        let place = runtime::Frame { function: EcoString::new(), source: code.source.clone(), span: site.callee };
        Next::Raise(error.leave(place))
    }

    /// Lets the builtin of the innermost frame make its next step.
    pub(super) fn step(&mut self, answer: Option<Result<Value>>) -> Next {
        match self.meter.step(&self.run) {
            Ok(false) => {}
            Ok(true) => return Next::Yield(Box::new(Next::Step(answer))),
            Err(error) => return Next::Raise(error),
        }
        let Some(Frame::Native(frame)) = self.frames.last_mut() else { return Next::Raise(broken()) };
        self.stack.truncate(frame.floor);
        if let Some(Ok(value)) = &answer
            && is_heavy(value)
        {
            frame.kept.push(value.clone());
        }
        let calls = &mut frame.calls;
        match guard(&frame.builtin, || calls.step(answer)) {
            Ok(Step::Done(value)) => {
                self.pop_frame();
                Next::Answer(self.run.check_deadline().map(|()| value))
            }
            Ok(Step::Call(function, arguments)) => {
                let floor = self.stack.len();
                self.stack.push(Value::Function(function));
                let mut names = Vec::with_capacity(arguments.len());
                for (name, value) in arguments {
                    names.push(name);
                    self.stack.push(value);
                }
                self.invoke(floor, &names, false, true)
            }
            Err(error) => {
                self.pop_frame();
                Next::Answer(Err(error))
            }
        }
    }

    /// Makes a closure of a function; what it takes comes from the frame that begins at `base`.
    pub(super) fn closure(&mut self, body: &Body, function: u32, base: usize) -> Result<()> {
        let prototype = body.code().functions.get(function as usize).ok_or_else(broken)?;
        self.charge(closure_bytes(prototype.captures.len()))?;
        let captures = prototype.captures.iter().map(|from| match *from {
            CaptureFrom::Local(slot) => self.stack.get(base + slot as usize).cloned().ok_or_else(broken),
            CaptureFrom::Capture(index) => body.captures().get(index as usize).cloned().ok_or_else(broken),
        });
        let closure = Closure {
            captures: captures.collect::<Result<_>>()?,
            code: Arc::clone(body.code()),
            function,
            module: body.module(),
            home: Arc::clone(&self.modules.home),
        };
        self.push(Value::Function(Function::Script(Arc::new(closure))))
    }

    /// Calls the function at `floor`; its named arguments lie above it, the piped value above these.
    fn invoke(&mut self, floor: usize, names: &[EcoString], piped: bool, lenient: bool) -> Next {
        let result = match self.stack.get(floor) {
            Some(Value::Function(Function::Builtin(builtin))) => {
                let builtin = Arc::clone(builtin);
                return self.builtin(builtin, floor, names, piped);
            }
            Some(Value::Function(Function::Script(script))) => {
                let script = Arc::clone(script);
                self.script(script, floor, names, piped, lenient)
            }
            other => Err(not_a_function(other)),
        };
        match result {
            Ok(()) => Next::Run,
            Err(error) => {
                self.stack.truncate(floor);
                Next::Answer(Err(error))
            }
        }
    }

    /// Opens the frame of a function of the script.
    fn script(
        &mut self,
        script: Arc<dyn ScriptFunction>,
        floor: usize,
        names: &[EcoString],
        piped: bool,
        lenient: bool,
    ) -> Result<()> {
        let script: Arc<dyn Any + Send + Sync> = script;
        let closure =
            script.downcast::<Closure>().map_err(|_| Error::internal("the function is not of this machine"))?;
        if !Arc::ptr_eq(&closure.home, &self.modules.home) {
            return Err(Error::invalid("the function belongs to another run, whose variables are gone"));
        }
        self.check_depth()?;
        let prototype = closure.prototype();
        let (base, given) = self.bind(prototype, floor, names, piped)?;
        let height = base + prototype.parameters.len() + prototype.locals as usize;
        self.stack.resize(height, Value::NULL);
        let body = Body::Function(closure);
        self.open(Frame::Script(ScriptFrame { body, next: 0, base, floor, given, lenient }));
        Ok(())
    }

    /// Brings the arguments into the order of the parameters; tells where they begin and which optional ones are there.
    fn bind(&mut self, function: &Prototype, floor: usize, names: &[EcoString], piped: bool) -> Result<(usize, u64)> {
        let parameters = &function.parameters[..];
        let in_place = !piped
            && names.len() == parameters.len()
            && names.iter().zip(parameters).all(|(name, parameter)| *name == parameter.name);
        if in_place {
            return Ok((floor + 1, u64::MAX));
        }
        let base = self.stack.len();
        let (mut given, mut bit, mut used) = (0, 0, 0);
        for parameter in parameters {
            let named = names.iter().position(|name| *name == parameter.name);
            let piped = piped && parameter.mode == ParameterMode::Pipe;
            let at = match named {
                Some(_) if piped => return Err(given_twice(&parameter.name)),
                Some(index) => Some(floor + 1 + index),
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

    /// Calls a builtin: the one place that knows the kinds.
    fn builtin(&mut self, builtin: Arc<BuiltinFunction>, floor: usize, names: &[EcoString], piped: bool) -> Next {
        self.census_if_due(0);
        let piped = if piped { self.stack.pop() } else { None };
        let named = names.iter().cloned().zip(self.stack.drain(floor + 1..));
        let arguments = builtin.signature.bind(named, piped);
        self.stack.truncate(floor);
        let arguments = match arguments {
            Ok(arguments) => arguments,
            Err(error) => return Next::Answer(Err(error)),
        };
        let run = &self.run;
        match builtin.builtin {
            None => Next::Answer(Err(builtin.unimplemented())),
            Some(Builtin::Value(value)) => Next::Answer(guard(&builtin, || Ok(value()))),
            Some(Builtin::Pure(pure)) => {
                let answer = guard(&builtin, || pure(run, &arguments));
                Next::Answer(answer.and_then(|value| run.check_deadline().map(|()| value)))
            }
            Some(Builtin::Async(start)) => match guard(&builtin, || Ok(start(run.clone(), arguments))) {
                Ok(future) => Next::Wait(guard_future(builtin, future)),
                Err(error) => Next::Answer(Err(error)),
            },
            Some(Builtin::Calls(start)) => {
                if let Err(error) = self.check_depth() {
                    return Next::Answer(Err(error));
                }
                let kept = arguments.values().filter(|value| is_heavy(value)).cloned().collect();
                match guard(&builtin, || start(run, arguments)) {
                    Ok(calls) => {
                        self.open(Frame::Native(NativeFrame { calls, builtin, floor, kept }));
                        Next::Step(None)
                    }
                    Err(error) => Next::Answer(Err(error)),
                }
            }
        }
    }

    fn check_depth(&self) -> Result<()> {
        let most = self.run.context().limits().depth;
        if self.depth < most {
            return Ok(());
        }
        Err(Error::exhausted(format!("the calls are nested more than {most} deep")))
    }

    /// Makes a frame the innermost one.
    pub(super) fn open(&mut self, frame: Frame) {
        self.depth += u32::from(frame.is_call());
        self.frames.push(frame);
    }
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
