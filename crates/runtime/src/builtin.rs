//! What a library is: packages, and the three kinds of builtin in them.

use ecow::EcoString;

use crate::{Arguments, BoxFuture, Function, Result, Run, Value};

/// A package of the library: declarations in Flux, functions in Rust.
#[derive(Clone, Copy)]
pub struct Package {
    /// The import path, such as `experimental/influxdb`.
    pub path: &'static str,
    /// The Flux source: documentation, `builtin` statements, and what is written in Flux.
    pub source: &'static str,
    /// What stands behind the `builtin` statements.
    pub builtins: &'static [(&'static str, Builtin)],
    /// Builtins that are declared but not implemented yet; calling one is an error with code `unimplemented`.
    pub unimplemented: &'static [&'static str],
}

/// What stands behind a `builtin` statement.
#[derive(Clone, Copy)]
pub enum Builtin {
    /// A value that is no function.
    Value(fn() -> Value),
    /// A function that answers at once.
    Pure(fn(&Run, &Arguments) -> Result<Value>),
    /// A function that may wait; the script is suspended until its future is ready. Dropping the future cancels it.
    Async(fn(Run, Arguments) -> BoxFuture<'static, Result<Value>>),
    /// A function that calls functions of the script, one at a time.
    Calls(fn(&Run, Arguments) -> Result<Box<dyn Calls>>),
}

/// A builtin in the middle of its work, between two calls of script functions.
pub trait Calls: Send {
    /// Goes on to the next call or to the end. `answer` is what the last call gave, `None` at the start.
    ///
    /// # Errors
    /// Those of the builtin; an error of the script function that it does not handle is handed on.
    fn step(&mut self, answer: Option<Result<Value>>) -> Result<Step>;
}

/// What a [`Calls`] builtin wants next.
pub enum Step {
    /// Call a function with named arguments.
    Call(Function, Vec<(EcoString, Value)>),
    /// This is the result.
    Done(Value),
}
