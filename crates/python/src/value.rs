//! Values of Flux as objects of Python, and back.

mod duration;
mod from_python;
mod shape;
mod time;
mod to_python;

use fluxlet::runtime::types::Type;
use fluxlet::runtime::{Regexp, display};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyMapping;

pub(crate) use duration::Duration;
pub(crate) use from_python::from_python;
pub(crate) use time::Time;
pub(crate) use to_python::to_python;

/// Deepest nesting of a value that is handed over.
const DEEPEST: usize = 500;

/// Longest text that shows a value, in bytes.
const LONGEST: u64 = 1 << 20;

/// A value that Python has no like of.
#[pyclass(frozen, module = "fluxlet")]
pub(crate) struct Value {
    value: fluxlet::Value,
}

/// A variable that a script was compiled with.
pub(crate) struct Variable {
    pub(crate) value: fluxlet::Value,
    ty: Type,
}

/// Declares a variable with the type of a value.
///
/// # Errors
/// `TypeError` for what has no like in Flux, `ValueError` for a value that does not tell its type.
pub(crate) fn declare(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Variable> {
    let value = from_python(value)?;
    let ty = shape::of(&value)?;
    if ty != value.type_of() || shape::has_null(&ty) {
        let message = format!(
            "variable `{name}`: `None` or an empty list does not tell the type that a script sees; give a value that does"
        );
        return Err(PyValueError::new_err(message));
    }
    Ok(Variable { value, ty })
}

impl Variable {
    /// Checks that a value may stand for the one that the script was compiled with.
    ///
    /// # Errors
    /// `TypeError` if it is of another type.
    pub(crate) fn check(&self, name: &str, value: &fluxlet::Value) -> PyResult<()> {
        let found = shape::of(value)?;
        match shape::merged(&self.ty, &found) {
            Some(ty) if ty == self.ty => Ok(()),
            _ => Err(shape::mismatch(&format!("variable `{name}`"), &self.ty, &found)),
        }
    }
}

/// Returns the entries of a mapping whose keys are names, none if it is not given.
///
/// # Errors
/// `TypeError` if a key is no string.
pub(crate) fn items<'py>(mapping: Option<&Bound<'py, PyMapping>>) -> PyResult<Vec<(String, Bound<'py, PyAny>)>> {
    let Some(mapping) = mapping else { return Ok(Vec::new()) };
    mapping.items()?.iter().map(|item| item.extract()).collect()
}

#[pymethods]
impl Value {
    /// Makes a `uint`; an `int` of Python is an `int` of Flux if it has 64 bits.
    #[staticmethod]
    fn uint(value: u64) -> Self {
        Self { value: value.into() }
    }

    /// Makes a dictionary; a `dict` whose keys are strings is a record otherwise.
    #[staticmethod]
    fn dictionary(entries: &Bound<'_, PyMapping>) -> PyResult<Self> {
        from_python::dictionary(entries).map(|value| Self { value })
    }

    /// Makes a regular expression.
    #[staticmethod]
    fn regexp(pattern: &str) -> PyResult<Self> {
        let regexp = Regexp::new(pattern).map_err(|error| PyValueError::new_err(error.message().to_owned()))?;
        Ok(Self { value: fluxlet::Value::Regexp(regexp.into()) })
    }

    /// What sort of value it is, in the words of Flux's messages.
    #[getter]
    fn kind(&self) -> &'static str {
        self.value.nature_name()
    }

    fn __str__(&self) -> PyResult<String> {
        display(&self.value, LONGEST).map_err(|error| PyValueError::new_err(error.message().to_owned()))
    }

    /// Shows no contents: they may hold secrets.
    fn __repr__(&self) -> String {
        format!("<fluxlet.Value: {}>", self.value.nature_name())
    }
}
