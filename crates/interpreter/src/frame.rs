//! What the machine knows of a call in progress.

use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::{BuiltinFunction, Function, Value};
use fluxlet_semantic::ir::PackageId;

use crate::chunk::{Code, Prototype, TOP_LEVEL};
use crate::closure::Closure;
use crate::guard::GuardedCalls;

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
    Native(NativeFrame),
}

/// A function of a script, or the top level of a module.
pub(crate) struct ScriptFrame {
    pub(crate) body: Body,
    /// The next instruction.
    pub(crate) next: usize,
    /// Where parameters and local variables begin on the stack.
    pub(crate) base: usize,
    /// The height of the stack before the call.
    pub(crate) floor: usize,
    /// One bit for each optional parameter that was given.
    pub(crate) given: u64,
    /// Whether a builtin called it, directly or not: nulls are treated as Flux's compiled functions do.
    pub(crate) lenient: bool,
}

/// What a script frame runs.
#[derive(Clone)]
pub(crate) enum Body {
    TopLevel(Arc<Code>, ModuleId),
    Function(Arc<Closure>),
}

/// A builtin that calls functions of the script.
pub(crate) struct NativeFrame {
    pub(crate) calls: GuardedCalls,
    pub(crate) builtin: Arc<BuiltinFunction>,
    /// What it calls.
    pub(crate) callee: Function,
    /// The names of the arguments that it gives.
    pub(crate) names: Vec<EcoString>,
    /// Where it puts these arguments.
    pub(crate) arguments: Vec<Value>,
    /// The height of the stack before the call.
    pub(crate) floor: usize,
    /// The arguments, and what the functions answered: the builtin may hold them, and the census must see them.
    pub(crate) kept: Vec<Value>,
}

impl Body {
    pub(crate) fn code(&self) -> &Arc<Code> {
        match self {
            Body::TopLevel(code, _) => code,
            Body::Function(closure) => &closure.code,
        }
    }

    pub(crate) fn module(&self) -> ModuleId {
        match self {
            Body::TopLevel(_, module) => *module,
            Body::Function(closure) => closure.module,
        }
    }

    pub(crate) fn prototype(&self) -> &Prototype {
        match self {
            Body::TopLevel(code, _) => &code.functions[TOP_LEVEL as usize],
            Body::Function(closure) => closure.prototype(),
        }
    }

    /// Returns the values that the function holds.
    pub(crate) fn captures(&self) -> &[Value] {
        match self {
            Body::TopLevel(..) => &[],
            Body::Function(closure) => &closure.captures,
        }
    }
}

impl Frame {
    pub(crate) fn floor(&self) -> usize {
        match self {
            Frame::Script(frame) => frame.floor,
            Frame::Native(frame) => frame.floor,
        }
    }

    /// Tells whether the frame counts as a call inside a call; the top level of a module does not.
    pub(crate) fn is_call(&self) -> bool {
        !matches!(self, Frame::Script(ScriptFrame { body: Body::TopLevel(..), .. }))
    }
}
