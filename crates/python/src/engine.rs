//! Engines.

use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyMapping;

use crate::background::Threads;
use crate::error::{of_compilation, of_run};
use crate::program::Program;
use crate::value::{Variable, declare, items};

/// Knows the packages that scripts can import.
#[pyclass(frozen, module = "fluxlet")]
pub(crate) struct Engine {
    engine: fluxlet::Engine,
    threads: Arc<Threads>,
}

#[pymethods]
impl Engine {
    #[new]
    fn new(py: Python<'_>) -> PyResult<Self> {
        let builder = fluxlet::Engine::builder();
        #[cfg(feature = "panics")]
        let builder = builder.package(crate::panics::PACKAGE);
        let engine = py.detach(|| builder.build()).map_err(|error| of_run(py, &error))?;
        Ok(Self { engine, threads: Arc::default() })
    }

    /// Parses, checks and compiles a script.
    #[pyo3(signature = (source, *, name="main", variables=None))]
    fn compile(
        &self,
        py: Python<'_>,
        source: String,
        name: &str,
        variables: Option<Bound<'_, PyMapping>>,
    ) -> PyResult<Program> {
        let mut declared: BTreeMap<String, Variable> = BTreeMap::new();
        for (name, value) in items(variables.as_ref())? {
            let variable = declare(&name, &value)?;
            declared.insert(name, variable);
        }
        let mut compiler = self.engine.compiler();
        for (name, variable) in &declared {
            compiler = compiler.variable(name, &variable.value);
        }
        let program = py.detach(|| compiler.compile(name, &source)).map_err(|error| of_compilation(py, &error))?;
        Ok(Program::new(program, declared, Arc::clone(&self.threads)))
    }
}
