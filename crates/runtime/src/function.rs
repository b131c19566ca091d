//! A function as a value: a builtin, or a closure of the interpreter.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use ecow::EcoString;

use crate::builtin::Builtin;
use crate::types::Scheme;
use crate::{Signature, Value};

/// A function value.
#[derive(Clone)]
pub enum Function {
    /// A function of a package, written in Rust.
    Builtin(Arc<BuiltinFunction>),
    /// A function written in Flux.
    Script(Arc<dyn ScriptFunction>),
}

impl Function {
    /// Returns the function's type.
    pub fn scheme(&self) -> &Scheme {
        match self {
            Function::Builtin(builtin) => &builtin.scheme,
            Function::Script(script) => script.scheme(),
        }
    }

    /// Identifies the function: two are the same exactly if their addresses are.
    pub fn address(&self) -> usize {
        match self {
            Function::Builtin(builtin) => Arc::as_ptr(builtin).addr(),
            Function::Script(script) => Arc::as_ptr(script).cast::<()>().addr(),
        }
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Function({})", self.scheme())
    }
}

/// What an interpreter's closure tells about itself.
pub trait ScriptFunction: Any + Send + Sync {
    /// Returns the function's type.
    fn scheme(&self) -> &Scheme;

    /// Returns the values that the function holds.
    fn captures(&self) -> &[Value];
}

/// A declared builtin joined with the Rust function behind it.
pub struct BuiltinFunction {
    /// The import path of its package.
    pub package: EcoString,
    /// Its name.
    pub name: EcoString,
    /// Its declared type.
    pub scheme: Scheme,
    /// Its parameters.
    pub signature: Arc<Signature>,
    /// What a call runs; `None` if it is declared but not implemented.
    pub builtin: Option<Builtin>,
}
