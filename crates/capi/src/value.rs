//! A look at values.

use std::ffi::c_char;
use std::ptr::{null, null_mut};

use fluxlet::Value;
use fluxlet::runtime::display;

use crate::error::guarded;
use crate::{FluxletError, FluxletValue, text};

/// What a value is. A dynamic value is what it holds.
#[repr(C)]
pub enum FluxletKind {
    /// No value.
    Null,
    /// `bool`
    Bool,
    /// `int`
    Int,
    /// `uint`
    Uint,
    /// `float`
    Float,
    /// `string`
    String,
    /// `bytes`
    Bytes,
    /// `regexp`
    Regexp,
    /// `time`
    Time,
    /// `duration`
    Duration,
    /// An array.
    Array,
    /// A dictionary.
    Dict,
    /// A record.
    Record,
    /// A function, or a value of a kind that this header does not know.
    Function,
}

/// Hands a value out.
pub(crate) fn given(value: &Value) -> *const FluxletValue {
    std::ptr::from_ref(value).cast()
}

/// Returns the value behind a pointer, and what a dynamic one holds.
fn taken<'a>(value: *const FluxletValue) -> Option<&'a Value> {
    // SAFETY: the caller of the C function promises a pointer of `given` whose results are not freed yet, or null.
    let mut value = unsafe { value.cast::<Value>().as_ref() }?;
    while let Value::Dynamic(inner) = value {
        value = inner;
    }
    Some(value)
}

/// Leaves what a value is at `out`; returns whether it is of that kind.
fn leave<T>(out: *mut T, found: Option<T>) -> bool {
    match found {
        Some(found) if !out.is_null() => {
            // SAFETY: the caller of the C function promises a place for it.
            unsafe { *out = found };
            true
        }
        _ => false,
    }
}

/// Returns what a value is; that of a null pointer is `FLUXLET_KIND_NULL`.
///
/// # Safety
/// `value` is a value whose results are not freed yet, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_kind(value: *const FluxletValue) -> FluxletKind {
    match taken(value) {
        None | Some(Value::Null(_)) => FluxletKind::Null,
        Some(Value::Bool(_)) => FluxletKind::Bool,
        Some(Value::Int(_)) => FluxletKind::Int,
        Some(Value::UInt(_)) => FluxletKind::Uint,
        Some(Value::Float(_)) => FluxletKind::Float,
        Some(Value::String(_)) => FluxletKind::String,
        Some(Value::Bytes(_)) => FluxletKind::Bytes,
        Some(Value::Regexp(_)) => FluxletKind::Regexp,
        Some(Value::Time(_)) => FluxletKind::Time,
        Some(Value::Duration(_)) => FluxletKind::Duration,
        Some(Value::Array(_)) => FluxletKind::Array,
        Some(Value::Dict(_)) => FluxletKind::Dict,
        Some(Value::Record(_)) => FluxletKind::Record,
        Some(_) => FluxletKind::Function,
    }
}

/// Leaves a `bool` at `out`; returns whether the value is one.
///
/// # Safety
/// `value` is a value whose results are not freed yet, `out` is a place for the answer, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_bool(value: *const FluxletValue, out: *mut bool) -> bool {
    leave(out, taken(value).and_then(|value| if let Value::Bool(found) = value { Some(*found) } else { None }))
}

/// Leaves an `int` at `out`; returns whether the value is one.
///
/// # Safety
/// `value` is a value whose results are not freed yet, `out` is a place for the answer, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_int(value: *const FluxletValue, out: *mut i64) -> bool {
    leave(out, taken(value).and_then(|value| if let Value::Int(found) = value { Some(*found) } else { None }))
}

/// Leaves a `uint` at `out`; returns whether the value is one.
///
/// # Safety
/// `value` is a value whose results are not freed yet, `out` is a place for the answer, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_uint(value: *const FluxletValue, out: *mut u64) -> bool {
    leave(out, taken(value).and_then(|value| if let Value::UInt(found) = value { Some(*found) } else { None }))
}

/// Leaves a `float` at `out`; returns whether the value is one.
///
/// # Safety
/// `value` is a value whose results are not freed yet, `out` is a place for the answer, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_float(value: *const FluxletValue, out: *mut f64) -> bool {
    leave(out, taken(value).and_then(|value| if let Value::Float(found) = value { Some(*found) } else { None }))
}

/// Leaves a `time` at `out`, in nanoseconds since 1970; returns whether the value is one.
///
/// # Safety
/// `value` is a value whose results are not freed yet, `out` is a place for the answer, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_time(value: *const FluxletValue, out: *mut i64) -> bool {
    leave(out, taken(value).and_then(|value| if let Value::Time(found) = value { Some(found.0) } else { None }))
}

/// Leaves the months and the nanoseconds of a `duration`, which have one sign; returns whether the value is one.
///
/// # Safety
/// `value` is a value whose results are not freed yet, `months` and `nanoseconds` are places for the answer, or they are
/// null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_duration(
    value: *const FluxletValue,
    months: *mut i64,
    nanoseconds: *mut i64,
) -> bool {
    let Some(Value::Duration(found)) = taken(value) else { return false };
    leave(months, Some(found.months())) && leave(nanoseconds, Some(found.nanoseconds()))
}

/// Returns the bytes of a `string` (UTF-8) or of `bytes`, and leaves their number at `length`; null if the value is
/// neither. They belong to the value, and no zero follows them.
///
/// # Safety
/// `value` is a value whose results are not freed yet, `length` is a place for the answer, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_bytes(value: *const FluxletValue, length: *mut usize) -> *const c_char {
    let bytes = match taken(value) {
        Some(Value::String(text)) => text.as_bytes(),
        Some(Value::Bytes(bytes)) => bytes,
        _ => return null(),
    };
    leave(length, Some(bytes.len()));
    bytes.as_ptr().cast()
}

/// Returns the number of elements of an array, entries of a dictionary, or fields of a record; else 0.
///
/// # Safety
/// `value` is a value whose results are not freed yet, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_length(value: *const FluxletValue) -> usize {
    match taken(value) {
        Some(Value::Array(elements)) => elements.len(),
        Some(Value::Dict(dict)) => dict.len(),
        Some(Value::Record(record)) => record.len(),
        _ => 0,
    }
}

/// Returns element `index` of an array, or the value of that entry or field, from 0; null if there are not so many.
///
/// # Safety
/// `value` is a value whose results are not freed yet, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_at(value: *const FluxletValue, index: usize) -> *const FluxletValue {
    let found = match taken(value) {
        Some(Value::Array(elements)) => elements.get(index),
        Some(Value::Dict(dict)) => dict.iter().nth(index).map(|(_, value)| value),
        Some(Value::Record(record)) => record.iter().nth(index).map(|(_, value)| value),
        _ => None,
    };
    found.map_or(null(), given)
}

/// Returns the key of entry `index` of a dictionary, from 0; null if there are not so many.
///
/// # Safety
/// `value` is a value whose results are not freed yet, or null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_key(value: *const FluxletValue, index: usize) -> *const FluxletValue {
    let Some(Value::Dict(dict)) = taken(value) else { return null() };
    dict.iter().nth(index).map_or(null(), |(key, _)| given(key))
}

/// Returns the name of field `index` of a record, from 0, in UTF-8, and leaves its length at `length`; null if there are
/// not so many. It belongs to the value, and no zero follows it.
///
/// # Safety
/// `value` is a value whose results are not freed yet, `length` is a place for the answer, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_name(
    value: *const FluxletValue,
    index: usize,
    length: *mut usize,
) -> *const c_char {
    let Some(Value::Record(record)) = taken(value) else { return null() };
    let Some((name, _)) = record.iter().nth(index) else { return null() };
    leave(length, Some(name.len()));
    name.as_ptr().cast()
}

/// Returns the field `name` of a record, or what a dictionary has for that string; null if there is none.
///
/// # Safety
/// `value` is a value whose results are not freed yet, `name` is a text, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_get(value: *const FluxletValue, name: *const c_char) -> *const FluxletValue {
    let Ok(name) = text::read(name, "name") else { return null() };
    let found = match taken(value) {
        Some(Value::Record(record)) => record.get(name),
        Some(Value::Dict(dict)) => dict.get(&name.into()),
        _ => None,
    };
    found.map_or(null(), given)
}

/// Returns a value as Flux displays it, up to a mebibyte of text; null if it is longer. Free it with `fluxlet_text_free`.
///
/// # Safety
/// `value` is a value whose results are not freed yet, `error` is a place for an error, or they are null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fluxlet_value_display(
    value: *const FluxletValue,
    error: *mut *mut FluxletError,
) -> *mut c_char {
    guarded(error, null_mut(), || {
        let shown = display(taken(value).unwrap_or(&Value::NULL), 1 << 20)?;
        Ok(text::made(shown).into_raw())
    })
}
