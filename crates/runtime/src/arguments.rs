//! The arguments of a call of a builtin, and the signature they are checked against.

use std::sync::Arc;

use bytes::Bytes;
use ecow::EcoString;

use crate::types::{FunctionType, Parameter, ParameterMode};
use crate::value::fits;
use crate::{Dict, Duration, Error, Function, Record, Regexp, Result, Time, Value};

/// The parameters of a builtin, in the order they are declared.
///
/// ```
/// use std::sync::Arc;
///
/// use fluxlet_runtime::types::declare_text;
/// use fluxlet_runtime::{Signature, Value};
///
/// let scheme = declare_text("(<-v: string, ?times: int) => string")?;
/// let signature = Arc::new(Signature::new(scheme.as_function().expect("it is a function")));
/// assert_eq!(signature.parameters().len(), 2);
///
/// let arguments = signature.bind([("times", Value::Int(2))], Some("ho".into()))?;
/// assert_eq!(arguments.required::<&str>("v")?, "ho");
/// assert!(signature.bind([("time", Value::Int(2))], Some("ho".into())).is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Signature {
    parameters: Vec<Parameter>,
}

impl Signature {
    /// Makes the signature of a function type.
    pub fn new(function: &FunctionType) -> Self {
        Self { parameters: function.parameters.clone() }
    }

    /// Returns the parameters.
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    /// Puts named values in the order of the parameters. `piped` goes to the pipe parameter.
    ///
    /// # Errors
    /// `invalid` for an unknown, a repeated or a missing argument, and for a piped value that nothing receives.
    pub fn bind(
        self: &Arc<Self>,
        named: impl IntoIterator<Item = (impl AsRef<str>, Value)>,
        piped: Option<Value>,
    ) -> Result<Arguments> {
        let mut values: Vec<Option<Value>> = Vec::with_capacity(self.parameters.len());
        for (turn, (name, value)) in named.into_iter().enumerate() {
            let name = name.as_ref();
            let is_it = |parameter: &Parameter| parameter.name == name;
            // Most calls keep to the order of the declaration.
            if turn == values.len() && self.parameters.get(turn).is_some_and(is_it) {
                values.push(Some(value));
                continue;
            }
            values.resize(self.parameters.len(), None);
            let index = self.parameters.iter().position(is_it);
            let Some(index) = index else { return Err(self.unknown(name)) };
            if values[index].replace(value).is_some() {
                return Err(Error::invalid(format!("argument `{name}` is given twice")));
            }
        }
        if values.len() < self.parameters.len() {
            values.resize(self.parameters.len(), None);
        }
        if let Some(value) = piped {
            let index = self.parameters.iter().position(|parameter| parameter.mode == ParameterMode::Pipe);
            let Some(index) = index else { return Err(Error::invalid("the function takes no piped value")) };
            if values[index].replace(value).is_some() {
                let name = &self.parameters[index].name;
                return Err(Error::invalid(format!("argument `{name}` is given by name and by pipe")));
            }
        }
        for (parameter, value) in self.parameters.iter().zip(&values) {
            if value.is_none() && parameter.mode != ParameterMode::Optional {
                return Err(Error::missing_argument(&parameter.name));
            }
        }
        Ok(Arguments { signature: Arc::clone(self), values })
    }

    fn unknown(&self, name: &str) -> Error {
        let known: Vec<String> = self.parameters.iter().map(|parameter| format!("`{}`", parameter.name)).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        Error::invalid(format!("unknown argument `{}`; the function takes {known}", name.escape_debug()))
    }
}

/// The arguments of one call, checked for presence.
///
/// ```
/// use fluxlet_runtime::{Arguments, Result, Run, Value};
///
/// /// What stands behind `builtin repeat : (v: string, ?times: int) => string`.
/// fn repeat(run: &Run, arguments: &Arguments) -> Result<Value> {
///     let text: &str = arguments.required("v")?;
///     let times = arguments.optional::<i64>("times")?.and_then(|times| usize::try_from(times).ok()).unwrap_or(1);
///     run.charge(text.len().saturating_mul(times) as u64)?;
///     Ok(text.repeat(times).into())
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Arguments {
    signature: Arc<Signature>,
    values: Vec<Option<Value>>,
}

impl Arguments {
    /// Returns the value of `name`; `None` if it is not given.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let index = self.signature.parameters.iter().position(|parameter| parameter.name == name)?;
        self.values.get(index)?.as_ref()
    }

    /// Returns the value of `name`, whatever it is.
    ///
    /// # Errors
    /// `invalid` if it is not given.
    pub fn value(&self, name: &str) -> Result<&Value> {
        self.get(name).ok_or_else(|| Error::missing_argument(name))
    }

    /// Returns the value of `name` as a `T`.
    ///
    /// # Errors
    /// `invalid` if it is not given, null, or of another type.
    pub fn required<'a, T: FromValue<'a>>(&'a self, name: &str) -> Result<T> {
        read(name, self.value(name)?)
    }

    /// Returns the value of `name` as a `T`; `None` if it is not given.
    ///
    /// # Errors
    /// `invalid` if it is null or of another type.
    pub fn optional<'a, T: FromValue<'a>>(&'a self, name: &str) -> Result<Option<T>> {
        self.get(name).map(|value| read(name, value)).transpose()
    }

    /// Checks each value against its declared type; a type checker in front makes this needless.
    ///
    /// # Errors
    /// `invalid` naming the first argument that does not fit.
    pub fn check_types(&self) -> Result<()> {
        for (parameter, value) in self.signature.parameters.iter().zip(&self.values) {
            if let Some(value) = value
                && !fits(value, &parameter.ty)
            {
                let what = format!("argument `{}`", parameter.name);
                return Err(Error::mismatch(what, &parameter.ty.to_string(), &value.type_of().to_string()));
            }
        }
        Ok(())
    }

    /// Walks over the values that are given.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.values.iter().flatten()
    }
}

fn read<'a, T: FromValue<'a>>(name: &str, value: &'a Value) -> Result<T> {
    T::from_value(value).ok_or_else(|| match value {
        Value::Null(_) => Error::invalid(format!("argument `{name}` is null, it must be {}", T::EXPECTED)),
        value => Error::mismatch(format!("argument `{name}`"), T::EXPECTED, &value.type_of().to_string()),
    })
}

/// Rust types that a builtin can read an argument as.
///
/// ```
/// use fluxlet_runtime::{FromValue, Value};
///
/// assert_eq!(i64::from_value(&Value::Int(42)), Some(42));
/// assert_eq!(<&str>::from_value(&Value::Int(42)), None);
/// ```
pub trait FromValue<'a>: Sized {
    /// What is expected, for messages: `a string`.
    const EXPECTED: &'static str;

    /// Reads the value; `None` if it is something else.
    fn from_value(value: &'a Value) -> Option<Self>;
}

macro_rules! from_value {
    ($($ty:ty, $expected:literal, $pattern:pat => $result:expr;)*) => {$(
        impl<'a> FromValue<'a> for $ty {
            const EXPECTED: &'static str = $expected;

            fn from_value(value: &'a Value) -> Option<Self> {
                match value {
                    $pattern => Some($result),
                    _ => None,
                }
            }
        }
    )*};
}

from_value! {
    bool, "a bool", Value::Bool(value) => *value;
    i64, "an int", Value::Int(value) => *value;
    u64, "a uint", Value::UInt(value) => *value;
    f64, "a float", Value::Float(value) => *value;
    &'a str, "a string", Value::String(value) => value;
    &'a EcoString, "a string", Value::String(value) => value;
    &'a Bytes, "bytes", Value::Bytes(value) => value;
    &'a Regexp, "a regexp", Value::Regexp(value) => value;
    Time, "a time", Value::Time(value) => *value;
    Duration, "a duration", Value::Duration(value) => *value;
    &'a [Value], "an array", Value::Array(value) => value;
    &'a Dict, "a dictionary", Value::Dict(value) => value;
    &'a Record, "a record", Value::Record(value) => value;
    &'a Function, "a function", Value::Function(value) => value;
}

#[cfg(test)]
mod tests;
