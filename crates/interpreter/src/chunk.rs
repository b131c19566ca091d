//! The bytecode of a module: functions, constants, call sites and spans.

use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::{ParameterMode, Scheme};
use fluxlet_runtime::{Labels, Result, Value};
use fluxlet_semantic::ir::PackageId;
use fluxlet_syntax::{Source, Span};

use crate::opcode::Op;

/// The bytecode of one module; immutable, shared by all its runs.
pub struct Code {
    pub(crate) source: Source,
    /// The top level comes first.
    pub(crate) functions: Vec<Prototype>,
    pub(crate) constants: Vec<Value>,
    /// Names of members and variables.
    pub(crate) names: Vec<EcoString>,
    pub(crate) sites: Vec<Site>,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) imported: Vec<(PackageId, u32)>,
    /// The top-level names, by slot.
    pub(crate) globals: Vec<EcoString>,
    /// The builtins that stand in top-level slots before the first step.
    pub(crate) builtins: Vec<(u32, Value)>,
}

/// The place of the top level among the functions.
pub(crate) const TOP_LEVEL: u32 = 0;

/// A function before it holds any values.
pub(crate) struct Prototype {
    pub(crate) parameters: Vec<Parameter>,
    /// Slots of the frame beyond the parameters.
    pub(crate) locals: u32,
    /// Where the values come from that a closure of it holds.
    pub(crate) captures: Vec<CaptureFrom>,
    pub(crate) ops: Vec<Op>,
    /// What each instruction stands for in the source.
    pub(crate) spans: Vec<Span>,
    pub(crate) scheme: Scheme,
}

/// A parameter of a function.
pub(crate) struct Parameter {
    pub(crate) name: EcoString,
    pub(crate) mode: ParameterMode,
}

/// A place in the frame that makes a closure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CaptureFrom {
    Local(u32),
    Capture(u32),
}

/// What a call writes down.
pub(crate) struct Site {
    /// The names of the arguments, in the order they are written.
    pub(crate) arguments: Vec<EcoString>,
    pub(crate) piped: bool,
    /// Where the expression stands that is called.
    pub(crate) callee: Span,
    /// The name that traces show.
    pub(crate) name: EcoString,
}

/// The labels of a record literal.
pub(crate) struct Shape {
    /// As they are written.
    pub(crate) labels: Vec<EcoString>,
    /// Those of the records that it makes.
    pub(crate) shared: Labels,
    /// The first label that stands there twice.
    pub(crate) duplicate: Option<EcoString>,
}

/// Where the machine finds the packages that a program imports.
pub trait Packages: Send + Sync {
    /// Returns the code of a package.
    ///
    /// # Errors
    /// Whatever keeps the package from being compiled.
    fn code(&self, id: PackageId) -> Result<Arc<Code>>;
}

impl Prototype {
    /// Tells whether the parameters are exactly the names.
    pub(crate) fn takes(&self, names: &[EcoString]) -> bool {
        let parameters = &self.parameters;
        names.len() == parameters.len() && names.iter().zip(parameters).all(|(name, p)| *name == p.name)
    }
}

impl Code {
    /// Returns the bytecode as text, one instruction a line.
    pub fn disassemble(&self) -> String {
        crate::disassemble::disassemble(self)
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Code({}, {} functions)", self.source.name(), self.functions.len())
    }
}
