//! Objects of Python as values of Flux.

use ecow::EcoString;
use fluxlet::{Dict, Record, Value};
use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyByteArray, PyBytes, PyDateTime, PyDelta, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple,
};

use super::{DEEPEST, Duration, Time, duration, shape, time};

/// Makes a value.
///
/// # Errors
/// `TypeError` for what has no like in Flux, for elements of several types and for names that are no strings;
/// `OverflowError` for numbers, times and durations out of range; `ValueError` for times without a zone and for nesting
/// without end.
pub(crate) fn from_python(object: &Bound<'_, PyAny>) -> PyResult<Value> {
    let value = convert(object, 0)?;
    shape::of(&value)?;
    Ok(value)
}

/// Makes a dictionary, also of keys that are strings.
///
/// # Errors
/// Those of [`from_python`], and `ValueError` for what cannot be a key.
pub(super) fn dictionary(entries: &Bound<'_, PyMapping>) -> PyResult<Value> {
    let value = dict(entries, 0)?;
    shape::of(&value)?;
    Ok(value)
}

fn convert(object: &Bound<'_, PyAny>, depth: usize) -> PyResult<Value> {
    if depth > DEEPEST {
        return Err(PyValueError::new_err(format!("a value is nested deeper than {DEEPEST}")));
    }
    if object.is_none() {
        return Ok(Value::NULL);
    }
    if let Ok(value) = object.cast::<super::Value>() {
        return match &value.get().value {
            Value::Function(_) => Err(PyTypeError::new_err("a function cannot be given to a script")),
            value => Ok(value.clone()),
        };
    }
    if let Ok(time) = object.cast::<Time>() {
        return Ok(time.get().0.into());
    }
    if let Ok(duration) = object.cast::<Duration>() {
        return Ok(duration.get().0.into());
    }
    // A `bool` is an `int` in Python.
    if object.is_instance_of::<PyBool>() {
        return Ok(object.extract::<bool>()?.into());
    }
    if object.is_instance_of::<PyInt>() {
        let signed = object.extract::<i64>().map(Value::from);
        let number = signed.or_else(|_| object.extract::<u64>().map(Value::from));
        return number.map_err(|_| PyOverflowError::new_err("an integer has more than 64 bits"));
    }
    if object.is_instance_of::<PyFloat>() {
        return Ok(object.extract::<f64>()?.into());
    }
    if object.is_instance_of::<PyString>() {
        return Ok(object.extract::<String>()?.into());
    }
    if object.is_instance_of::<PyBytes>() || object.is_instance_of::<PyByteArray>() {
        return Ok(bytes::Bytes::from(object.extract::<Vec<u8>>()?).into());
    }
    if let Ok(moment) = object.cast::<PyDateTime>() {
        return time::of_datetime(moment)?
            .map(Value::from)
            .ok_or_else(|| PyOverflowError::new_err("a time lies between the years 1677 and 2262"));
    }
    if let Ok(delta) = object.cast::<PyDelta>() {
        let nanoseconds = i64::try_from(duration::of_timedelta(delta)?);
        let nanoseconds = nanoseconds.map_err(|_| PyOverflowError::new_err("a duration has at most 292 years"))?;
        return Ok(fluxlet::Duration::from_nanoseconds(nanoseconds).into());
    }
    if object.is_instance_of::<PyList>() || object.is_instance_of::<PyTuple>() {
        return object.try_iter()?.map(|element| convert(&element?, depth + 1)).collect();
    }
    if let Ok(entries) = object.cast::<PyMapping>() {
        return match entries.keys()?.iter().all(|key| key.is_instance_of::<PyString>()) {
            true => record(entries, depth),
            false => dict(entries, depth),
        };
    }
    let name = object.get_type().fully_qualified_name()?;
    Err(PyTypeError::new_err(format!("`{name}` has no like in Flux")))
}

fn record(entries: &Bound<'_, PyMapping>, depth: usize) -> PyResult<Value> {
    let fields = super::items(Some(entries))?;
    let fields = fields.iter().map(|(name, value)| Ok((EcoString::from(name.as_str()), convert(value, depth + 1)?)));
    Ok(fields.collect::<PyResult<Record>>()?.into())
}

fn dict(entries: &Bound<'_, PyMapping>, depth: usize) -> PyResult<Value> {
    let mut dict = Dict::default();
    for entry in entries.items()?.iter() {
        let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = entry.extract()?;
        let (key, value) = (convert(&key, depth + 1)?, convert(&value, depth + 1)?);
        dict.insert(key, value).map_err(|error| PyValueError::new_err(error.message().to_owned()))?;
    }
    Ok(dict.into())
}
