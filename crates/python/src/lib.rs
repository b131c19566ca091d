//! The native half of the Python package: engine, programs, values; `python/fluxlet` is the other.
//!
//! What users read stands in `python/fluxlet/__init__.pyi`.

mod background;
mod context;
mod engine;
mod error;
#[cfg(feature = "panics")]
mod panics;
mod program;
mod results;
mod value;

/// The native half of the package `fluxlet`.
#[pyo3::pymodule]
mod _fluxlet {
    #[pymodule_export]
    use crate::{
        engine::Engine,
        program::{Cancel, Pending, Program},
        results::Results,
        value::{Duration, Time, Value},
    };
}
