//! What a run gave.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::value::to_python;

/// The values and the names of a run; objects of Python are made when they are asked for.
#[pyclass(frozen, module = "fluxlet")]
pub(crate) struct Results {
    results: fluxlet::Results,
}

impl Results {
    pub(crate) fn new(results: fluxlet::Results) -> Self {
        Self { results }
    }
}

#[pymethods]
impl Results {
    /// The value of each expression statement, in order.
    #[getter]
    fn values<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let values: PyResult<Vec<_>> = self.results.values.iter().map(|(_, value)| to_python(py, value)).collect();
        PyList::new(py, values?)
    }

    /// The value of the last expression statement.
    #[getter]
    fn last<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.results.last().map(|value| to_python(py, value)).transpose()
    }

    /// What the script has bound at its top level, by name.
    #[getter]
    fn bindings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let bindings = PyDict::new(py);
        for (name, value) in &self.results.bindings {
            bindings.set_item(name.as_str(), to_python(py, value)?)?;
        }
        Ok(bindings)
    }

    fn __getitem__<'py>(&self, py: Python<'py>, name: String) -> PyResult<Bound<'py, PyAny>> {
        match self.results.get(&name) {
            Some(value) => to_python(py, value),
            None => Err(PyKeyError::new_err(name)),
        }
    }

    fn __contains__(&self, name: &Bound<'_, PyAny>) -> bool {
        name.extract::<String>().is_ok_and(|name| self.results.get(&name).is_some())
    }

    /// Shows no values: they may hold secrets.
    fn __repr__(&self) -> String {
        let Self { results } = self;
        format!("<fluxlet.Results: {} values, {} bindings>", results.values.len(), results.bindings.len())
    }
}
