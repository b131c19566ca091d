//! Values of Flux as objects of Python.

use std::collections::HashMap;

use fluxlet::Value;
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList};

use super::{DEEPEST, Duration, Time};

/// Makes an object. What is shared in the value is one object: values may be small and have many parts.
///
/// # Errors
/// `ValueError` for a value that is nested deeper than 500, `MemoryError` as everywhere.
pub(crate) fn to_python<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    Maker { py, made: HashMap::new() }.make(value, 0)
}

struct Maker<'py> {
    py: Python<'py>,
    /// Lists and dictionaries, by the address of the storage that they were made of.
    made: HashMap<usize, Bound<'py, PyAny>>,
}

impl<'py> Maker<'py> {
    fn make(&mut self, value: &Value, depth: usize) -> PyResult<Bound<'py, PyAny>> {
        let py = self.py;
        if depth > DEEPEST {
            return Err(PyValueError::new_err(format!("the value is nested deeper than {DEEPEST}")));
        }
        match value {
            Value::Null(_) => Ok(py.None().into_bound(py)),
            Value::Bool(value) => value.into_bound_py_any(py),
            Value::Int(value) => value.into_bound_py_any(py),
            Value::UInt(value) => value.into_bound_py_any(py),
            Value::Float(value) => value.into_bound_py_any(py),
            Value::String(text) => text.as_str().into_bound_py_any(py),
            Value::Bytes(bytes) => Ok(PyBytes::new(py, bytes).into_any()),
            Value::Time(time) => Time(*time).into_bound_py_any(py),
            Value::Duration(duration) => Duration(*duration).into_bound_py_any(py),
            Value::Dynamic(inner) => self.make(inner, depth + 1),
            // All empty arrays may have one address.
            Value::Array(elements) if elements.is_empty() => Ok(PyList::empty(py).into_any()),
            Value::Array(elements) => self.once(elements.as_ptr().addr(), |maker| {
                let objects: PyResult<Vec<_>> = elements.iter().map(|element| maker.make(element, depth + 1)).collect();
                Ok(PyList::new(py, objects?)?.into_any())
            }),
            Value::Dict(dict) => self.once(dict.address(), |maker| {
                let object = PyDict::new(py);
                for (key, value) in dict.iter() {
                    object.set_item(maker.make(key, depth + 1)?, maker.make(value, depth + 1)?)?;
                }
                Ok(object.into_any())
            }),
            Value::Record(record) => self.once(record.address(), |maker| {
                let object = PyDict::new(py);
                for (label, value) in record.iter() {
                    object.set_item(label.as_str(), maker.make(value, depth + 1)?)?;
                }
                Ok(object.into_any())
            }),
            other => super::Value { value: other.clone() }.into_bound_py_any(py),
        }
    }

    fn once(
        &mut self,
        address: usize,
        make: impl FnOnce(&mut Self) -> PyResult<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        if let Some(made) = self.made.get(&address) {
            return Ok(made.clone());
        }
        let made = make(self)?;
        self.made.insert(address, made.clone());
        Ok(made)
    }
}
