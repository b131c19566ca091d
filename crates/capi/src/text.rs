//! Texts between C and Rust.

use std::ffi::{CStr, CString, c_char};

use crate::FluxletError;
use crate::error::misuse;

/// Returns a text of C, which must live as long as it is used.
///
/// # Errors
/// If it is null or no UTF-8; the error names it as `name`.
pub(crate) fn read<'a>(text: *const c_char, name: &str) -> Result<&'a str, FluxletError> {
    if text.is_null() {
        return Err(misuse(format!("`{name}` is null")));
    }
    // SAFETY: the caller of the C function promises a text that ends with a zero.
    unsafe { CStr::from_ptr(text) }.to_str().map_err(|_| misuse(format!("`{name}` is no UTF-8")))
}

/// Makes a text for C; it ends before the first zero.
pub(crate) fn made(text: impl Into<Vec<u8>>) -> CString {
    let mut bytes = text.into();
    bytes.truncate(bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len()));
    CString::new(bytes).unwrap_or_default()
}

/// Frees a text that a function gave to be freed. Null is fine.
///
/// # Safety
/// The text comes from this library and is not used any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_text_free(text: *mut c_char) {
    if !text.is_null() {
        // SAFETY: only texts that `CString::into_raw` gave are given to be freed.
        drop(unsafe { CString::from_raw(text) });
    }
}
