//! What a run may use, from the arguments of Python.

use std::collections::BTreeMap;
use std::time::Duration;

use fluxlet::{Context, Policy};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// The arguments of `run` and `run_async` but for the variables.
pub(crate) struct Given {
    pub(crate) host: Option<String>,
    pub(crate) token: Option<String>,
    pub(crate) org: Option<String>,
    pub(crate) secrets: Option<BTreeMap<String, String>>,
    pub(crate) timeout: Option<f64>,
    pub(crate) policy: Option<String>,
}

impl Given {
    /// Makes the context.
    ///
    /// # Errors
    /// `ValueError` for what cannot be a host, a token, a time or a policy.
    pub(crate) fn context(self) -> PyResult<Context> {
        let mut context = Context::new();
        if let Some(text) = self.policy {
            let policy = Policy::trusting().changed_by(&text);
            let policy = policy.map_err(|error| PyValueError::new_err(format!("`policy`: {error}")))?;
            context = context.with_policy(policy.network).with_limits(policy.limits);
        }
        if let Some(seconds) = self.timeout {
            let time = Duration::try_from_secs_f64(seconds).ok().filter(|time| !time.is_zero());
            let expected = || PyValueError::new_err(format!("`timeout` must be longer than 0 s, found {seconds}"));
            let mut limits = context.limits().clone();
            limits.time = Some(time.ok_or_else(expected)?);
            context = context.with_limits(limits);
        }
        if let Some(host) = self.host {
            context = context.with_host(&host).map_err(|error| wrong("host", &error))?;
        }
        if let Some(token) = self.token {
            context = context.with_token(&token).map_err(|error| wrong("token", &error))?;
        }
        if let Some(org) = self.org {
            context = context.with_org(org);
        }
        if let Some(secrets) = self.secrets {
            context = context.with_secrets(secrets);
        }
        Ok(context)
    }
}

fn wrong(name: &str, error: &fluxlet::Error) -> PyErr {
    PyValueError::new_err(format!("`{name}`: {}", error.message()))
}
