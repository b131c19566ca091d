//! What a library is: packages, and the kinds of builtin in them.

use std::ops::Range;
use std::vec::Drain;

use ecow::EcoString;

use crate::{Arguments, BoxFuture, Function, Result, Run, Value};

/// A package of the library: declarations in Flux, functions in Rust.
///
/// ```
/// use fluxlet_runtime::{Arguments, Builtin, Package, Result, Run, Value};
///
/// /// Reads a gauge; a run that is stopped stops waiting for it.
/// async fn read(name: String) -> Result<Value> {
///     Ok(Value::Float(name.len() as f64))
/// }
///
/// const PUMP: Package = Package {
///     path: "acme/pump",
///     source: "\
/// // Package pump tells how full the pumps are.
/// package pump
///
/// // level returns the level of a pump, from 0 to 1.
/// builtin level : (name: string) => float
///
/// builtin refill : (name: string) => bool
/// ",
///     builtins: &[("level", Builtin::Async(|_, arguments| {
///         Box::pin(async move { read(arguments.required::<&str>("name")?.to_owned()).await })
///     }))],
///     unimplemented: &["refill"],
/// };
/// assert!(PUMP.implements("level"));
/// assert!(!PUMP.implements("refill"));
/// ```
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

impl Package {
    /// Tells whether a call of the member `name` does anything but fail with code `unimplemented`.
    pub fn implements(&self, name: &str) -> bool {
        let missing = |row: &(&str, Builtin)| row.0 == name && matches!(row.1, Builtin::Missing(_));
        !self.unimplemented.contains(&name) && !self.builtins.iter().any(missing)
    }
}

/// What stands behind a `builtin` statement.
///
/// ```
/// use fluxlet_runtime::{Builtin, Value};
///
/// const ROWS: [(&str, Builtin); 3] = [
///     ("version", Builtin::Value(|| "1.2".into())),
///     ("increase", Builtin::Pure(|_, arguments| Ok(Value::Int(arguments.required::<i64>("v")?.wrapping_add(1))))),
///     ("print", Builtin::Missing("there is no printer")),
/// ];
/// ```
#[derive(Clone, Copy)]
pub enum Builtin {
    /// A value that is no function.
    Value(fn() -> Value),
    /// A function that answers at once.
    Pure(fn(&Run, &Arguments) -> Result<Value>),
    /// A function that may wait; the script is suspended until its future is ready. Dropping the future cancels it.
    Async(fn(Run, Arguments) -> BoxFuture<'static, Result<Value>>),
    /// A function that calls a function of the script, as often as it likes.
    Calls(fn(&Run, Arguments) -> Result<Box<dyn Calls>>),
    /// A function whose answer is a top-level value of a package that the run has imported: path and name.
    Member(fn(&Arguments) -> Result<(EcoString, EcoString)>),
    /// A function that there are no means for; calling it is an error with code `unimplemented` that tells this reason.
    Missing(&'static str),
}

/// A builtin in the middle of its work, between two calls of a script function.
///
/// ```
/// use fluxlet_runtime::{Calls, Function, Result, Step, Value};
///
/// /// Calls a function `(v) => T` for the numbers from 1 to `last`, and returns the last answer.
/// struct Count {
///     fun: Function,
///     next: i64,
///     last: i64,
/// }
///
/// impl Calls for Count {
///     fn callee(&self) -> (Function, &'static [&'static str]) {
///         (self.fun.clone(), &["v"])
///     }
///
///     fn step(&mut self, answer: Option<Result<Value>>, arguments: &mut Vec<Value>) -> Result<Step> {
///         let answer = answer.transpose()?;
///         if self.next > self.last {
///             return Ok(Step::Done(answer.unwrap_or_default()));
///         }
///         arguments.push(Value::Int(self.next));
///         self.next += 1;
///         Ok(Step::Call)
///     }
/// }
/// ```
pub trait Calls: Send {
    /// Returns the function that it calls, and the names of the arguments that it gives each time; asked once.
    fn callee(&self) -> (Function, &'static [&'static str]);

    /// Tells whether Flux compiles the function that it calls, so that operators of it take nulls without a type.
    fn compiles(&self) -> bool {
        true
    }

    /// Goes on to the next call or to the end. `answer` is what the last call gave, `None` at the start; for a call, the
    /// values of the arguments go into `arguments`, which is empty, in the order of the names.
    ///
    /// # Errors
    /// Those of the builtin; an error of the script function that it does not handle is handed on.
    fn step(&mut self, answer: Option<Result<Value>>, arguments: &mut Vec<Value>) -> Result<Step>;

    /// Returns the answers that it still holds, for what it holds counts as memory of the run. For a builtin that does not
    /// tell, all answers count until it is done.
    fn answers(&self) -> Option<&[Value]> {
        None
    }

    /// Adds the arguments of further calls to `arguments`, call by call. `calls` are their places, counted from the call
    /// whose answer is awaited; those are left out that there may not be, or not so, once answers before them are known.
    ///
    /// Such calls may begin early, if they have arguments. Their answers are given in order all the same, and an error of the
    /// builtin ends those that have begun.
    fn ahead(&self, _calls: Range<usize>, _arguments: &mut Vec<Value>) {}

    /// Takes answers, in order, that further calls whose arguments came from [`Calls::ahead`] follow: does what so many
    /// steps would, but for the arguments.
    ///
    /// # Errors
    /// Those of [`Calls::step`].
    fn take(&mut self, answers: Drain<'_, Value>) -> Result<()> {
        for answer in answers {
            self.step(Some(Ok(answer)), &mut Vec::new())?;
        }
        Ok(())
    }
}

/// What a [`Calls`] builtin wants next.
///
/// ```
/// use fluxlet_runtime::{Step, Value};
///
/// let done = Step::Done(Value::Bool(true));
/// assert!(matches!(done, Step::Done(Value::Bool(true))));
/// ```
pub enum Step {
    /// Call the function.
    Call,
    /// This is the result.
    Done(Value),
}
