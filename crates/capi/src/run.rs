//! Runs, and how they are ended from outside.

use std::ffi::c_char;
use std::ptr::{null, null_mut};

use fluxlet::{Error, runtime};
use tokio::sync::watch;

use crate::error::{guarded, misuse, of_run};
use crate::{FluxletCancel, FluxletContext, FluxletError, FluxletProgram, FluxletResults, FluxletValue, text};

/// Runs a program and waits for its end; null if it fails. Any number of threads may run programs at once. Free the
/// results with `fluxlet_results_free`.
///
/// # Safety
/// `program`, `context` and `cancel` are what their types say, `error` is a place for an error, or they are null; without
/// `cancel` the run cannot be ended from outside.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_run(
    program: *const FluxletProgram,
    context: *const FluxletContext,
    cancel: *const FluxletCancel,
    error: *mut *mut FluxletError,
) -> *mut FluxletResults {
    guarded(error, null_mut(), || {
        // SAFETY: the caller promises what is not freed yet, or null.
        let (program, context, cancel) = unsafe { (program.as_ref(), context.as_ref(), cancel.as_ref()) };
        let program = program.ok_or_else(|| misuse("`program` is null".to_owned()))?;
        let context = context.ok_or_else(|| misuse("`context` is null".to_owned()))?;
        let context = context.context.clone().with_http(program.engine.transport.clone());
        let run = async {
            let canceled = async {
                match cancel {
                    Some(cancel) => _ = cancel.canceled.subscribe().wait_for(|canceled| *canceled).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                biased;
                () = canceled => Err(Error::new(runtime::Code::Canceled, "the run was canceled")),
                ended = program.program.run(&context) => ended,
            }
        };
        let results = program.engine.runtime.block_on(run).map_err(of_run)?;
        Ok(Box::into_raw(Box::new(FluxletResults { results })))
    })
}

/// Makes something that ends runs. Free it with `fluxlet_cancel_free`, after the runs that use it.
#[unsafe(no_mangle)]
pub extern "C" fn fluxlet_cancel_new() -> *mut FluxletCancel {
    Box::into_raw(Box::new(FluxletCancel { canceled: watch::Sender::new(false) }))
}

/// Ends the runs that use `cancel`, and those that will: they fail with `canceled`. Any thread may call it, at any time.
///
/// # Safety
/// `cancel` is not freed yet, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_cancel(cancel: *const FluxletCancel) {
    // SAFETY: as promised.
    if let Some(cancel) = unsafe { cancel.as_ref() } {
        cancel.canceled.send_replace(true);
    }
}

/// Frees what ends runs. Null is fine.
///
/// # Safety
/// `cancel` is not used any more, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_cancel_free(cancel: *mut FluxletCancel) {
    crate::error::free(cancel);
}

/// Returns how many values a run gave: one for each expression that is a statement.
///
/// # Safety
/// `results` are results, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_results_length(results: *const FluxletResults) -> usize {
    // SAFETY: as promised.
    unsafe { results.as_ref() }.map_or(0, |results| results.results.values.len())
}

/// Returns the value of the expression statement `index`, from 0; null if there are not so many.
///
/// # Safety
/// `results` are results, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_results_value(results: *const FluxletResults, index: usize) -> *const FluxletValue {
    // SAFETY: as promised.
    let value = unsafe { results.as_ref() }.and_then(|results| results.results.values.get(index));
    value.map_or(null(), |(_, value)| crate::value::given(value))
}

/// Returns the value that the script has bound to `name` at its top level; null if there is none.
///
/// # Safety
/// `results` are results, `name` is a text, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_results_get(
    results: *const FluxletResults,
    name: *const c_char,
) -> *const FluxletValue {
    // SAFETY: as promised.
    let results = unsafe { results.as_ref() };
    let value = text::read(name, "name").ok().and_then(|name| results?.results.get(name));
    value.map_or(null(), crate::value::given)
}

/// Frees results, and with them their values. Null is fine.
///
/// # Safety
/// `results` are not used any more, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_results_free(results: *mut FluxletResults) {
    crate::error::free(results);
}
