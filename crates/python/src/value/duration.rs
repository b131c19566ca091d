//! Spans of time: Flux's also have months.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDelta, PyTuple};

/// Nanoseconds in a microsecond.
const MICROSECOND: i64 = 1000;

/// Microseconds in a day.
const DAY: i64 = 86_400_000_000;

/// A span of months and nanoseconds.
#[pyclass(frozen, module = "fluxlet")]
pub(crate) struct Duration(pub(crate) fluxlet::Duration);

#[pymethods]
impl Duration {
    #[new]
    #[pyo3(signature = (months=0, nanoseconds=0))]
    fn new(months: i64, nanoseconds: i64) -> PyResult<Self> {
        let duration = fluxlet::Duration::new(months, nanoseconds);
        duration.map(Self).ok_or_else(|| PyValueError::new_err("months and nanoseconds of a duration have one sign"))
    }

    /// Reads a literal such as `1mo2h30m`.
    #[staticmethod]
    fn parse(text: &str) -> PyResult<Self> {
        fluxlet::Duration::parse(text).map(Self).map_err(|error| PyValueError::new_err(error.message().to_owned()))
    }

    /// Months, of the sign of the span.
    #[getter]
    fn months(&self) -> i64 {
        self.0.months()
    }

    /// Nanoseconds beside the months, of the sign of the span.
    #[getter]
    fn nanoseconds(&self) -> i64 {
        self.0.nanoseconds()
    }

    /// Returns the span, cut to the microsecond.
    fn to_timedelta<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDelta>> {
        if self.0.months() != 0 {
            let message = format!("{} has months, whose length depends on the calendar", self.0);
            return Err(PyValueError::new_err(message));
        }
        timedelta(py, self.0.nanoseconds() / MICROSECOND)
    }

    /// Compares with spans and with `timedelta`, exactly.
    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        if let Ok(other) = other.cast::<Duration>() {
            return Ok(self.0 == other.get().0);
        }
        match other.cast::<PyDelta>() {
            Ok(other) => Ok(self.0.months() == 0 && i128::from(self.0.nanoseconds()) == of_timedelta(other)?),
            Err(_) => Ok(false),
        }
    }

    /// Agrees with that of an equal `timedelta`.
    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        match (self.0.months(), self.0.nanoseconds() % MICROSECOND) {
            (0, 0) => self.to_timedelta(py)?.hash(),
            _ => PyTuple::new(py, [self.0.months(), self.0.nanoseconds()])?.hash(),
        }
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("fluxlet.Duration.parse('{}')", self.0)
    }

    fn __getnewargs__(&self) -> (i64, i64) {
        (self.0.months(), self.0.nanoseconds())
    }
}

/// Returns the nanoseconds of a `timedelta`.
///
/// # Errors
/// If it is no real `timedelta`.
pub(super) fn of_timedelta(delta: &Bound<'_, PyDelta>) -> PyResult<i128> {
    let part = |name: &str| delta.getattr(name)?.extract::<i64>().map(i128::from);
    let seconds = part("days")? * 86_400 + part("seconds")?;
    Ok((seconds * 1_000_000 + part("microseconds")?) * i128::from(MICROSECOND))
}

/// Makes a `timedelta`.
///
/// # Errors
/// `OverflowError` never happens: 64 bits of nanoseconds are 292 years.
pub(super) fn timedelta(py: Python<'_>, microseconds: i64) -> PyResult<Bound<'_, PyDelta>> {
    let (days, rest) = (microseconds.div_euclid(DAY), microseconds.rem_euclid(DAY));
    PyDelta::new(py, days as i32, (rest / 1_000_000) as i32, (rest % 1_000_000) as i32, false)
}
