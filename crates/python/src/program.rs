//! Programs and their runs.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use fluxlet::Context;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyMapping;
use tokio::sync::watch;
use tokio::task::AbortHandle;
use tokio::time::timeout as within;

use crate::background::{Background, Threads, canceled, ended};
use crate::context::Given;
use crate::error::of_run;
use crate::results::Results;
use crate::value::{Variable, from_python, items};

/// How often a waiting thread asks Python for signals such as Ctrl-C.
const SIGNALS: Duration = Duration::from_millis(50);

/// A script that was compiled.
#[pyclass(frozen, module = "fluxlet")]
pub(crate) struct Program {
    program: fluxlet::Program,
    variables: BTreeMap<String, Variable>,
    threads: Arc<Threads>,
}

/// Ends runs from another thread.
#[pyclass(frozen, module = "fluxlet")]
pub(crate) struct Cancel {
    canceled: watch::Sender<bool>,
}

/// A run for asyncio, which `python/fluxlet/_asyncio.py` waits for.
#[pyclass(frozen, module = "fluxlet._fluxlet")]
pub(crate) struct Pending {
    program: fluxlet::Program,
    context: Context,
    background: Arc<Background>,
    begun: OnceLock<AbortHandle>,
}

/// Ends a run that nobody waits for any more.
struct Abandoned(AbortHandle);

impl Program {
    pub(crate) fn new(program: fluxlet::Program, variables: BTreeMap<String, Variable>, threads: Arc<Threads>) -> Self {
        Self { program, variables, threads }
    }

    /// Makes the context of a run: variables have the values of the compilation unless others are given.
    fn context(&self, given: Given, variables: Option<&Bound<'_, PyMapping>>) -> PyResult<Context> {
        let mut context = given.context()?;
        for (name, variable) in &self.variables {
            context = context.with_variable(name.as_str(), variable.value.clone());
        }
        for (name, value) in items(variables)? {
            let Some(variable) = self.variables.get(&name) else {
                let message =
                    format!("the script was compiled without a variable `{name}`; give `compile` a value of its type");
                return Err(PyValueError::new_err(message));
            };
            let value = from_python(&value)?;
            variable.check(&name, &value)?;
            context = context.with_variable(name, value);
        }
        Ok(context)
    }

    fn background(&self, py: Python<'_>) -> PyResult<Arc<Background>> {
        self.threads.get().map_err(|error| of_run(py, &error))
    }
}

#[pymethods]
#[expect(clippy::too_many_arguments, reason = "they are the keyword arguments of Python")]
impl Program {
    /// What messages call the script.
    #[getter]
    fn name(&self) -> &str {
        self.program.source().name()
    }

    /// Runs the program and waits for its end.
    #[pyo3(signature = (*, host=None, token=None, org=None, secrets=None, variables=None, timeout=None, policy=None, cancel=None))]
    fn run(
        &self,
        py: Python<'_>,
        host: Option<String>,
        token: Option<String>,
        org: Option<String>,
        secrets: Option<BTreeMap<String, String>>,
        variables: Option<Bound<'_, PyMapping>>,
        timeout: Option<f64>,
        policy: Option<String>,
        cancel: Option<Bound<'_, Cancel>>,
    ) -> PyResult<Results> {
        let given = Given { host, token, org, secrets, timeout, policy };
        let context = self.context(given, variables.as_ref())?;
        let background = self.background(py)?;
        let mut cancel = cancel.map(|cancel| cancel.get().canceled.subscribe());
        let mut task = background.begin(self.program.clone(), context);
        let _abandoned = Abandoned(task.abort_handle());
        let mut run = Box::pin(async {
            tokio::select! {
                biased;
                () = requested(cancel.as_mut()) => Err(canceled()),
                end = &mut task => ended(end),
            }
        });
        loop {
            let end = py.detach(|| background.runtime().block_on(async { within(SIGNALS, &mut run).await }));
            match end {
                Ok(end) => return end.map(Results::new).map_err(|error| of_run(py, &error)),
                Err(_) => py.check_signals()?,
            }
        }
    }

    /// Runs the program for asyncio.
    #[pyo3(signature = (*, host=None, token=None, org=None, secrets=None, variables=None, timeout=None, policy=None))]
    fn run_async<'py>(
        &self,
        py: Python<'py>,
        host: Option<String>,
        token: Option<String>,
        org: Option<String>,
        secrets: Option<BTreeMap<String, String>>,
        variables: Option<Bound<'py, PyMapping>>,
        timeout: Option<f64>,
        policy: Option<String>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let given = Given { host, token, org, secrets, timeout, policy };
        let context = self.context(given, variables.as_ref())?;
        let background = self.background(py)?;
        let pending = Pending { program: self.program.clone(), context, background, begun: OnceLock::new() };
        py.import("fluxlet._asyncio")?.getattr("finish")?.call1((pending,))
    }

    fn __repr__(&self) -> String {
        format!("<fluxlet.Program {:?}>", self.program.source().name())
    }
}

#[pymethods]
impl Cancel {
    #[new]
    fn new() -> Self {
        Self { canceled: watch::Sender::new(false) }
    }

    /// Ends the runs that were given this, and those that will be.
    fn cancel(&self) {
        self.canceled.send_replace(true);
    }
}

#[pymethods]
impl Pending {
    /// Begins the run; at its end a thread of the background calls `done` with results and `None`, or with `None` and an
    /// exception.
    fn begin(&self, done: Py<PyAny>) -> PyResult<()> {
        let task = self.background.begin(self.program.clone(), self.context.clone());
        if self.begun.set(task.abort_handle()).is_err() {
            return Err(PyRuntimeError::new_err("a run begins once"));
        }
        self.background.runtime().spawn(async move {
            let end = ended(task.await);
            // At the end of the interpreter there is nobody to tell.
            Python::try_attach(|py| {
                let told = match end {
                    Ok(results) => done.call1(py, (Results::new(results), py.None())),
                    Err(error) => done.call1(py, (py.None(), of_run(py, &error))),
                };
                if let Err(error) = told {
                    error.write_unraisable(py, None);
                }
            });
        });
        Ok(())
    }

    /// Ends the run, if it has not ended yet.
    fn abort(&self) {
        if let Some(begun) = self.begun.get() {
            begun.abort();
        }
    }
}

/// Waits until the run is to be ended.
async fn requested(cancel: Option<&mut watch::Receiver<bool>>) {
    if let Some(cancel) = cancel
        && cancel.wait_for(|canceled| *canceled).await.is_ok()
    {
        return;
    }
    std::future::pending().await
}

impl Drop for Abandoned {
    fn drop(&mut self) {
        self.0.abort();
    }
}
