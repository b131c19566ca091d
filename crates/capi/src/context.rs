//! What runs may use.

use std::ffi::c_char;
use std::time::Duration;

use fluxlet::{Context, Policy};

use crate::error::{guarded, misuse};
use crate::{FluxletContext, FluxletError, text};

/// Makes a context for scripts of strangers: they reach public addresses only, and their steps, memory, time and requests
/// are limited. Free it with `fluxlet_context_free`.
#[unsafe(no_mangle)]
pub extern "C" fn fluxlet_context_new() -> *mut FluxletContext {
    Box::into_raw(Box::new(FluxletContext { context: Context::new(), secrets: Default::default() }))
}

/// Frees a context. Null is fine.
///
/// # Safety
/// `context` is a context that is not used any more, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_context_free(context: *mut FluxletContext) {
    crate::error::free(context);
}

/// Says which InfluxDB the context belongs to: a URL such as `http://localhost:8086`. It may be reached wherever it is.
/// Returns whether that worked, as all functions that set something.
///
/// # Safety
/// `context` is a context that no other thread uses, `host` a text, `error` a place for an error, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_context_set_host(
    context: *mut FluxletContext,
    host: *const c_char,
    error: *mut *mut FluxletError,
) -> bool {
    set(context, error, |context| change(context, |known| Ok(known.with_host(text::read(host, "host")?)?)))
}

/// Gives the token for that InfluxDB. It is sent there alone.
///
/// # Safety
/// `context` is a context that no other thread uses, `token` a text, `error` a place for an error, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_context_set_token(
    context: *mut FluxletContext,
    token: *const c_char,
    error: *mut *mut FluxletError,
) -> bool {
    set(context, error, |context| change(context, |known| Ok(known.with_token(text::read(token, "token")?)?)))
}

/// Gives the name of the organization.
///
/// # Safety
/// `context` is a context that no other thread uses, `org` a text, `error` a place for an error, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_context_set_org(
    context: *mut FluxletContext,
    org: *const c_char,
    error: *mut *mut FluxletError,
) -> bool {
    set(context, error, |context| change(context, |known| Ok(known.with_org(text::read(org, "org")?))))
}

/// Gives a secret, which scripts get with `secrets.get(key: …)`.
///
/// # Safety
/// `context` is a context that no other thread uses, `key` and `secret` are texts, `error` is a place for an error, or
/// they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_context_set_secret(
    context: *mut FluxletContext,
    key: *const c_char,
    secret: *const c_char,
    error: *mut *mut FluxletError,
) -> bool {
    set(context, error, |context| {
        context.secrets.insert(text::read(key, "key")?.to_owned(), text::read(secret, "secret")?.to_owned());
        let secrets = context.secrets.clone();
        change(context, |known| Ok(known.with_secrets(secrets)))
    })
}

/// Limits the wall time of a run, in milliseconds; 0 is without end.
///
/// # Safety
/// `context` is a context that no other thread uses, `error` a place for an error, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_context_set_timeout(
    context: *mut FluxletContext,
    milliseconds: u64,
    error: *mut *mut FluxletError,
) -> bool {
    set(context, error, |context| {
        change(context, |known| {
            let mut limits = known.limits().clone();
            limits.time = (milliseconds > 0).then(|| Duration::from_millis(milliseconds));
            Ok(known.with_limits(limits))
        })
    })
}

/// Sets network policy and limits: those of one's own scripts, which are practically none, changed by a text in TOML as
/// `docs/policy.toml` explains it. An empty text changes nothing of them.
///
/// # Safety
/// `context` is a context that no other thread uses, `policy` a text, `error` a place for an error, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_context_set_policy(
    context: *mut FluxletContext,
    policy: *const c_char,
    error: *mut *mut FluxletError,
) -> bool {
    set(context, error, |context| {
        let policy = Policy::trusting().changed_by(text::read(policy, "policy")?);
        let policy = policy.map_err(|error| misuse(error.to_string()))?;
        change(context, |known| Ok(known.with_policy(policy.network).with_limits(policy.limits)))
    })
}

fn set(
    context: *mut FluxletContext,
    error: *mut *mut FluxletError,
    body: impl FnOnce(&mut FluxletContext) -> Result<(), FluxletError>,
) -> bool {
    guarded(error, false, || {
        // SAFETY: the caller of the C function promises a context that is not freed yet and that nobody else uses, or null.
        let context = unsafe { context.as_mut() }.ok_or_else(|| misuse("`context` is null".to_owned()))?;
        body(context).map(|()| true)
    })
}

/// Changes a context; one that cannot be changed stays as it is.
fn change(
    context: &mut FluxletContext,
    change: impl FnOnce(Context) -> Result<Context, FluxletError>,
) -> Result<(), FluxletError> {
    context.context = change(context.context.clone())?;
    Ok(())
}
