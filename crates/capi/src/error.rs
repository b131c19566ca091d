//! Errors, and the border that no panic crosses.

use std::ffi::{CString, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::null;

use fluxlet::{CompileError, Style, render_error};

use crate::FluxletError;
use crate::text::made;

impl FluxletError {
    fn new(code: &str, message: String, text: String, place: Option<fluxlet::Position>) -> Self {
        let (line, column) = place.map_or((0, 0), |place| (place.line, place.column));
        Self { code: made(code), message: made(message), text: made(text), line, column }
    }
}

impl From<fluxlet::Error> for FluxletError {
    fn from(error: fluxlet::Error) -> Self {
        let place = error.trace().first().map(|frame| frame.source.position(frame.span.start));
        Self::new(error.code().as_str(), error.message().to_owned(), error.message().to_owned(), place)
    }
}

impl From<CompileError> for FluxletError {
    fn from(error: CompileError) -> Self {
        let text = error.to_string();
        match error.diagnostics().first() {
            Some(first) => {
                let place = error.source_text().position(first.span.start);
                Self::new(first.code, first.message.clone(), text, Some(place))
            }
            None => Self::new("internal", text.clone(), text, None),
        }
    }
}

/// Returns the error of a run, with an excerpt of the script.
pub(crate) fn of_run(error: fluxlet::Error) -> FluxletError {
    let text = render_error(&error, Style::Plain);
    FluxletError { text: made(text), ..error.into() }
}

/// Returns the error of a function that C has called in a wrong way.
pub(crate) fn misuse(message: String) -> FluxletError {
    FluxletError::new("invalid", message.clone(), message, None)
}

/// Runs the body of a C function that can fail: what it fails with, or that it panicked, is left at `out` unless that is
/// null.
pub(crate) fn guarded<T>(out: *mut *mut FluxletError, failed: T, body: impl FnOnce() -> Result<T, FluxletError>) -> T {
    let panicked = |_| {
        let message = "a part of this library panicked";
        Err(FluxletError::new("internal", message.to_owned(), message.to_owned(), None))
    };
    match catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(panicked) {
        Ok(value) => value,
        Err(error) => {
            if !out.is_null() {
                // SAFETY: the caller of the C function promises a place for a pointer.
                unsafe { *out = Box::into_raw(Box::new(error)) };
            }
            failed
        }
    }
}

fn text(error: *const FluxletError, part: impl FnOnce(&FluxletError) -> &CString) -> *const c_char {
    // SAFETY: the caller of the C function promises an error that is not freed yet, or null.
    unsafe { error.as_ref() }.map_or(null(), |error| part(error).as_ptr())
}

/// Returns the code of an error: a slug such as `type-mismatch` if the script was refused, else words such as
/// `permission denied`, `deadline exceeded` or `invalid`. It belongs to the error.
///
/// # Safety
/// `error` is an error of this library, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_error_code(error: *const FluxletError) -> *const c_char {
    text(error, |error| &error.code)
}

/// Returns what went wrong, in a sentence; of several mistakes in a script, the first. It belongs to the error.
///
/// # Safety
/// `error` is an error of this library, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_error_message(error: *const FluxletError) -> *const c_char {
    text(error, |error| &error.message)
}

/// Returns all that is known, for people: each mistake of a script with an excerpt, or the calls that a run failed in.
/// It belongs to the error.
///
/// # Safety
/// `error` is an error of this library, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_error_text(error: *const FluxletError) -> *const c_char {
    text(error, |error| &error.text)
}

/// Returns the line of the script that an error is about, from 1; 0 if it is about none.
///
/// # Safety
/// `error` is an error of this library, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_error_line(error: *const FluxletError) -> u32 {
    // SAFETY: as above.
    unsafe { error.as_ref() }.map_or(0, |error| error.line)
}

/// Returns the column in that line, in characters, from 1; 0 if there is no line.
///
/// # Safety
/// `error` is an error of this library, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_error_column(error: *const FluxletError) -> u32 {
    // SAFETY: as above.
    unsafe { error.as_ref() }.map_or(0, |error| error.column)
}

/// Frees an error. Null is fine.
///
/// # Safety
/// `error` is an error of this library that is not used any more, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_error_free(error: *mut FluxletError) {
    free(error);
}

/// Frees what a function of this library has given away.
pub(crate) fn free<T>(given: *mut T) {
    if !given.is_null() {
        // SAFETY: the caller of the C function promises a pointer from `Box::into_raw` that is not used any more.
        drop(unsafe { Box::from_raw(given) });
    }
}
