//! What the machine knows of a call in progress.

use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::{BuiltinFunction, Function, Value};
use fluxlet_semantic::ir::PackageId;

use crate::chunk::{Code, Prototype, TOP_LEVEL};
use crate::closure::Closure;
use crate::guard::GuardedCalls;
use crate::lane::Fork;

/// The place of the first input of a session; those of further ones follow. Packages have lower places.
pub const FIRST_INPUT: PackageId = 1 << 31;

/// The module whose top-level names a function reads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ModuleId {
    /// A main program: the only one of a run, or one of the inputs of a session.
    Input(u32),
    Package(PackageId),
}

impl From<PackageId> for ModuleId {
    fn from(id: PackageId) -> Self {
        id.checked_sub(FIRST_INPUT).map_or(ModuleId::Package(id), ModuleId::Input)
    }
}

/// A call in progress.
pub(crate) enum Frame {
    Script(ScriptFrame),
    Native(Box<NativeFrame>),
}

/// A function of a script, or the top level of a module.
pub(crate) struct ScriptFrame {
    pub(crate) body: Body,
    pub(crate) place: Place,
    /// Where parameters and local variables begin on the stack.
    pub(crate) base: usize,
    /// The height of the stack before the call. The builtin around it may have given the arguments of several calls: they
    /// lie between here and the base, and the answers take their place.
    pub(crate) floor: usize,
    /// One bit for each optional parameter that was given.
    pub(crate) given: u64,
    /// Whether a builtin that compiles it called it, directly or not: nulls are treated as Flux's compiled functions do.
    pub(crate) lenient: bool,
}

/// How far a script frame has come.
#[derive(Clone, Copy, Default)]
pub(crate) struct Place {
    /// The next instruction.
    pub(crate) next: usize,
    /// How many calls it has done before this one, of those that the builtin around it gave the arguments of.
    pub(crate) turn: usize,
}

/// What a script frame runs.
pub(crate) enum Body {
    TopLevel(Arc<Code>, ModuleId),
    Function(Arc<Closure>),
    /// The function of the builtin around it.
    Callee,
}

/// A builtin that calls functions of the script.
pub(crate) struct NativeFrame {
    pub(crate) calls: GuardedCalls,
    pub(crate) builtin: Arc<BuiltinFunction>,
    /// What it calls.
    pub(crate) callee: Function,
    /// How the call treats nulls; see [`ScriptFrame::lenient`].
    pub(crate) lenient: bool,
    /// The same, if its parameters are exactly the names.
    pub(crate) direct: Option<Arc<Closure>>,
    /// The names of the arguments that it gives.
    pub(crate) names: Vec<EcoString>,
    /// Where it puts these arguments.
    pub(crate) arguments: Vec<Value>,
    /// The height of the stack before the call.
    pub(crate) floor: usize,
    /// Whether the builtin tells which answers it holds.
    pub(crate) tells: bool,
    /// The arguments, and the answers unless the builtin tells: it may hold them, and the census must see them.
    pub(crate) kept: Vec<Value>,
    /// The calls that it has begun, if several wait at once.
    pub(crate) fork: Option<Box<Fork>>,
}

/// A function or top level at work.
#[derive(Clone, Copy)]
pub(crate) struct Work<'a> {
    pub(crate) code: &'a Arc<Code>,
    pub(crate) prototype: &'a Prototype,
    pub(crate) module: ModuleId,
    /// The values that the function holds.
    pub(crate) captures: &'a [Value],
}

impl<'a> Work<'a> {
    /// Returns the frame and the work of the innermost call, if it is of the script.
    #[inline(always)]
    pub(crate) fn innermost(frames: &'a [Frame]) -> Option<(&'a ScriptFrame, Self)> {
        let (Frame::Script(frame), around) = frames.split_last()? else { return None };
        let work = match (&frame.body, around.last()) {
            (Body::TopLevel(code, module), _) => {
                Self { code, prototype: &code.functions[TOP_LEVEL as usize], module: *module, captures: &[] }
            }
            (Body::Function(closure), _) => Self::of(closure),
            (Body::Callee, Some(Frame::Native(native))) => Self::of(native.direct.as_ref()?),
            (Body::Callee, _) => return None,
        };
        Some((frame, work))
    }

    fn of(closure: &'a Closure) -> Self {
        Self {
            code: &closure.code,
            prototype: closure.prototype(),
            module: closure.module,
            captures: &closure.captures,
        }
    }
}

impl Frame {
    /// Returns where it begins on the stack.
    pub(crate) fn base(&self) -> usize {
        match self {
            Frame::Script(frame) => frame.base,
            Frame::Native(frame) => frame.floor,
        }
    }

    /// Returns the height of the stack when it is gone.
    pub(crate) fn floor(&self) -> usize {
        match self {
            Frame::Script(frame) => frame.floor + frame.place.turn,
            Frame::Native(frame) => frame.floor,
        }
    }

    /// Tells whether the frame counts as a call inside a call; the top level of a module does not.
    pub(crate) fn is_call(&self) -> bool {
        !matches!(self, Frame::Script(ScriptFrame { body: Body::TopLevel(..), .. }))
    }
}
