//! Instants: Python's have microseconds, Flux's nanoseconds.

use pyo3::basic::CompareOp;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyDelta, PyTzInfo};

use super::duration;

/// Nanoseconds in a microsecond.
const MICROSECOND: i64 = 1000;

/// An instant, in nanoseconds since 1970.
#[pyclass(frozen, module = "fluxlet")]
pub(crate) struct Time(pub(crate) fluxlet::Time);

#[pymethods]
impl Time {
    #[new]
    fn new(nanoseconds: i64) -> Self {
        Self(fluxlet::Time(nanoseconds))
    }

    /// Reads a date, or a date and time of RFC 3339.
    #[staticmethod]
    fn parse(text: &str) -> PyResult<Self> {
        fluxlet::Time::parse(text).map(Self).map_err(|error| PyValueError::new_err(error.message().to_owned()))
    }

    /// Nanoseconds since 1970.
    #[getter]
    fn nanoseconds(&self) -> i64 {
        self.0.0
    }

    /// Returns the instant in UTC, cut to the microsecond.
    fn to_datetime<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let microseconds = self.0.0.div_euclid(MICROSECOND);
        epoch(py)?.add(duration::timedelta(py, microseconds)?)
    }

    /// Compares with instants and with `datetime`, exactly.
    fn __richcmp__(&self, other: &Bound<'_, PyAny>, operator: CompareOp) -> PyResult<Py<PyAny>> {
        let py = other.py();
        let ordering = if let Ok(other) = other.cast::<Time>() {
            Some(self.0.0.cmp(&other.get().0.0))
        } else if let Ok(other) = other.cast::<PyDateTime>() {
            since_epoch(other)?.map(|other| i128::from(self.0.0).cmp(&other))
        } else {
            None
        };
        match ordering {
            Some(ordering) => Ok(operator.matches(ordering).into_pyobject(py)?.to_owned().into_any().unbind()),
            None => Ok(py.NotImplemented()),
        }
    }

    /// Agrees with that of an equal `datetime`.
    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        match self.0.0 % MICROSECOND {
            0 => self.to_datetime(py)?.hash(),
            _ => self.0.0.into_pyobject(py)?.hash(),
        }
    }

    fn __str__(&self) -> String {
        self.0.rfc3339()
    }

    fn __repr__(&self) -> String {
        format!("fluxlet.Time.parse('{}')", self.0.rfc3339())
    }

    fn __getnewargs__(&self) -> (i64,) {
        (self.0.0,)
    }
}

/// Returns the instant of a `datetime`; `None` if it is out of range.
///
/// # Errors
/// `ValueError` if it has no time zone.
pub(super) fn of_datetime(moment: &Bound<'_, PyDateTime>) -> PyResult<Option<fluxlet::Time>> {
    let without_zone = || PyValueError::new_err("a `datetime` needs a time zone, such as `datetime.timezone.utc`");
    let nanoseconds = since_epoch(moment)?.ok_or_else(without_zone)?;
    Ok(i64::try_from(nanoseconds).ok().map(fluxlet::Time))
}

/// Returns the nanoseconds since 1970; `None` without a time zone.
fn since_epoch(moment: &Bound<'_, PyDateTime>) -> PyResult<Option<i128>> {
    let py = moment.py();
    if moment.call_method0("utcoffset")?.is_none() {
        return Ok(None);
    }
    let since = moment.sub(epoch(py)?)?;
    duration::of_timedelta(since.cast::<PyDelta>()?).map(Some)
}

fn epoch(py: Python<'_>) -> PyResult<Bound<'_, PyDateTime>> {
    let utc = PyTzInfo::utc(py)?.to_owned();
    PyDateTime::new(py, 1970, 1, 1, 0, 0, 0, 0, Some(&utc))
}
