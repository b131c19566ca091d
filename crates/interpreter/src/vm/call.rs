//! Calls: what is called, and the order of its arguments.

use std::any::Any;
use std::mem;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::ParameterMode;
use fluxlet_runtime::{self as runtime, Error, Function, Result, ScriptFunction, Value};

use super::execute::Here;
use super::wait::Stuck;
use super::{Machine, Next, State, broken};
use crate::census::closure_bytes;
use crate::chunk::{CaptureFrom, Prototype};
use crate::closure::Closure;
use crate::frame::{Body, Frame, NativeFrame, Place, ScriptFrame, Work};

/// What a call writes down, and where.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    /// All calls in progress, without this one.
    pub(super) frames: &'a [Frame],
    /// The names of the arguments that lie on the stack from `from` on.
    pub(super) names: &'a [EcoString],
    /// Whether a piped value lies above them.
    pub(super) piped: bool,
    pub(super) from: usize,
    /// The height of the stack before the call.
    pub(super) floor: usize,
    /// How the caller treats nulls; see [`ScriptFrame::lenient`].
    pub(super) lenient: bool,
}

/// What has come of a call; the stack is as it was before, but for what a function of the script has there.
pub(super) enum Called {
    /// It answered at once.
    Value(Value),
    /// It goes on as a function of the script.
    Script(Entry),
    /// It goes on as a builtin that calls functions.
    Native(Box<NativeFrame>),
    /// It waits.
    Waits(Box<Stuck>),
}

/// What the frame of a function of the script is made of, see [`ScriptFrame`].
pub(super) struct Entry {
    closure: Arc<Closure>,
    base: usize,
    floor: usize,
    given: u64,
    lenient: bool,
}

impl Machine {
    /// Goes into a call, or hands on why there is none.
    pub(super) fn follow(&mut self, called: Result<Called>) -> Next {
        match called {
            Ok(Called::Value(value)) => Next::Answer(Ok(value)),
            Ok(Called::Script(entry)) => self.begin(entry),
            Ok(Called::Native(frame)) => self.open_call(Frame::Native(frame), Next::Step(None)),
            Ok(Called::Waits(stuck)) => Next::Wait(stuck),
            Err(error) => Next::Answer(Err(error)),
        }
    }

    /// Begins with a function of the script.
    #[inline]
    pub(super) fn begin(&mut self, entry: Entry) -> Next {
        let Entry { closure, base, floor, given, lenient } = entry;
        let (body, place) = (Body::Function(closure), Place::default());
        self.open_call(Frame::Script(ScriptFrame { body, place, base, floor, given, lenient }), Next::Run)
    }

    /// Makes the frame of a call the innermost one, unless there are too many.
    #[inline]
    pub(super) fn open_call(&mut self, frame: Frame, next: Next) -> Next {
        if self.depth >= self.most_depth {
            self.state.stack.truncate(frame.floor());
            let message = format!("the calls are nested more than {} deep", self.most_depth);
            return Next::Answer(Err(Error::limited("depth", message)));
        }
        self.depth += 1;
        self.frames.push(frame);
        next
    }
}

impl State {
    /// Makes the call of a call site.
    ///
    /// # Errors
    /// What stands in the way of calling anything; the inner result has those of the call.
    #[inline]
    pub(super) fn call(&mut self, here: &Here, site: u32) -> Result<Result<Called>> {
        let code = here.work.code;
        let site = code.sites.get(site as usize).ok_or_else(broken)?;
        let count = site.arguments.len() + usize::from(site.piped);
        let floor = self.stack.len().checked_sub(count + 1).ok_or_else(broken)?;
        match self.stack.get_mut(floor).map(mem::take) {
            Some(Value::Function(function)) => {
                let (names, piped, lenient) = (&site.arguments[..], site.piped, here.frame.lenient);
                let call = Call { frames: here.frames, names, piped, from: floor + 1, floor, lenient };
                Ok(self.enter(function, call))
            }
            other => {
                let error = not_a_function(other.as_ref());
                let source = code.source.clone();
                Err(error.leave(runtime::Frame { function: EcoString::new(), source, span: site.callee }))
            }
        }
    }

    /// Calls a function.
    #[inline(always)]
    pub(super) fn enter(&mut self, function: Function, call: Call) -> Result<Called> {
        let called = match function {
            Function::Script(script) => self.script(script, call).map(Called::Script),
            Function::Builtin(builtin) => self.builtin(builtin, call),
        };
        if called.is_err() {
            self.stack.truncate(call.floor);
        }
        called
    }

    /// Calls a function of the script.
    #[inline(always)]
    fn script(&mut self, script: Arc<dyn ScriptFunction>, call: Call) -> Result<Entry> {
        let Call { names, piped, from, floor, lenient, .. } = call;
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
        Ok(Entry { closure, base, floor, given, lenient })
    }

    /// Begins the next of the calls that the builtin around gave the arguments of, if there is one.
    #[inline]
    pub(super) fn next_turn(&mut self, here: &Here, turn: &mut usize) -> bool {
        let ScriptFrame { body: Body::Callee, base, floor, .. } = *here.frame else { return false };
        let count = here.work.prototype.parameters.len();
        let arguments = floor + (*turn + 1) * count;
        // A null may be an answer that the builtin refuses: it must see that before the next call.
        if arguments >= base || self.stack.last().is_none_or(Value::is_null) || !self.meter.step_freely() {
            return false;
        }
        let answer = self.pop();
        if let Some(place) = self.stack.get_mut(floor + *turn) {
            *place = answer;
        }
        // Local variables are set before they are read: they may keep what they have.
        for slot in 0..count {
            self.stack.swap(base + slot, arguments + slot);
        }
        *turn += 1;
        true
    }

    /// Makes a closure of a function.
    pub(super) fn closure(&mut self, here: &Here, function: u32) -> Result<()> {
        let Work { code, module, captures, .. } = here.work;
        let prototype = code.functions.get(function as usize).ok_or_else(broken)?;
        self.charge(here, closure_bytes(prototype.captures.len()))?;
        let captures = prototype.captures.iter().map(|from| match *from {
            CaptureFrom::Local(slot) => self.stack.get(here.frame.base + slot as usize).cloned().ok_or_else(broken),
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
    pub(super) fn make_room(&mut self, function: &Prototype) {
        for _ in 0..function.locals {
            self.stack.push(Value::NULL);
        }
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
