//! A function as a value: a builtin, or a closure of the interpreter.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use ecow::EcoString;

use crate::builtin::Builtin;
use crate::types::Scheme;
use crate::{Signature, Value};

/// A function value.
///
/// ```
/// use fluxlet_runtime::{Function, Package, Registry};
///
/// let registry = Registry::new([Package {
///     path: "acme/pump",
///     source: "package pump\n\nbuiltin level : (name: string) => float",
///     builtins: &[],
///     unimplemented: &["level"],
/// }])?;
/// let function = Function::Builtin(registry.function("acme/pump", "level")?);
/// assert_eq!(function.scheme().to_string(), "(name: string) => float");
/// assert_eq!(function.address(), function.clone().address());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
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
///
/// ```
/// use fluxlet_runtime::types::{Scheme, declare_text};
/// use fluxlet_runtime::{ScriptFunction, Value};
///
/// /// A closure of an interpreter that walks over trees.
/// struct Closure {
///     scheme: Scheme,
///     captures: Vec<Value>,
/// }
///
/// impl ScriptFunction for Closure {
///     fn scheme(&self) -> &Scheme {
///         &self.scheme
///     }
///
///     fn captures(&self) -> &[Value] {
///         &self.captures
///     }
/// }
///
/// let closure = Closure { scheme: declare_text("(x: int) => int")?, captures: vec![Value::Int(3)] };
/// assert_eq!(closure.captures().len(), 1);
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
pub trait ScriptFunction: Any + Send + Sync {
    /// Returns the function's type.
    fn scheme(&self) -> &Scheme;

    /// Returns the values that the function holds.
    fn captures(&self) -> &[Value];
}

/// A declared builtin joined with the Rust function behind it.
///
/// ```
/// use fluxlet_runtime::{Code, Package, Registry};
///
/// let registry = Registry::new([Package {
///     path: "acme/pump",
///     source: "package pump\n\nbuiltin level : (name: string) => float",
///     builtins: &[],
///     unimplemented: &["level"],
/// }])?;
/// let level = registry.function("acme/pump", "level")?;
/// assert_eq!(level.signature.parameters()[0].name, "name");
/// assert_eq!(level.unimplemented().code(), Code::Unimplemented);
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
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
