//! Counts the bytes that values hold.

use std::collections::HashSet;
use std::sync::Arc;

use fluxlet_runtime::{Function, ScriptFunction, Value};

/// Bytes of a value inside an array or on the stack.
const SLOT: u64 = 24;
/// Bytes of an allocation beside its contents.
const HEAD: u64 = 32;
/// Bytes of a field of a record beside a long label: label, value, and where the label stands.
const FIELD: u64 = 64;
/// Bytes of an entry of a dictionary.
const ENTRY: u64 = 56;
/// Longest text that needs no allocation.
const INLINE_TEXT: usize = 15;

/// Returns the bytes that an array of so many elements takes.
pub(crate) fn array_bytes(elements: usize) -> u64 {
    HEAD + SLOT * elements as u64
}

/// Returns the bytes that a record of so many fields takes.
pub(crate) fn record_bytes(fields: usize) -> u64 {
    2 * HEAD + FIELD * fields as u64
}

/// Returns the bytes that a dictionary of so many entries takes.
pub(crate) fn dict_bytes(entries: usize) -> u64 {
    HEAD + ENTRY * entries as u64
}

/// Returns the bytes that a text takes beside its slot.
pub(crate) fn text_bytes(length: usize) -> u64 {
    if length > INLINE_TEXT { HEAD + length as u64 } else { 0 }
}

/// Returns the bytes that a closure takes.
pub(crate) fn closure_bytes(captures: usize) -> u64 {
    2 * HEAD + SLOT * captures as u64
}

/// Returns the bytes that wrapping a value as dynamic takes.
pub(crate) fn dynamic_bytes() -> u64 {
    HEAD + SLOT
}

/// Tells whether a value holds an allocation that a census counts.
pub(crate) fn is_heavy(value: &Value) -> bool {
    match value {
        Value::Null(_) | Value::Bool(_) | Value::Int(_) | Value::UInt(_) | Value::Float(_) => false,
        Value::Time(_) | Value::Duration(_) => false,
        Value::String(text) => text.len() > INLINE_TEXT,
        Value::Function(Function::Builtin(_)) => false,
        _ => true,
    }
}

/// What a census found.
#[derive(Default)]
pub(crate) struct Census<'a> {
    /// Bytes, each allocation once.
    pub(crate) bytes: u64,
    /// Allocations.
    pub(crate) allocations: u64,
    /// Functions of scripts, each once.
    pub(crate) functions: Vec<&'a dyn ScriptFunction>,
    seen: HashSet<usize>,
    waiting: Vec<&'a Value>,
}

impl<'a> Census<'a> {
    /// Counts what `values` hold.
    pub(crate) fn count(&mut self, values: impl IntoIterator<Item = &'a Value>) {
        self.wait(values);
        while let Some(value) = self.waiting.pop() {
            self.value(value);
        }
    }

    fn wait(&mut self, values: impl IntoIterator<Item = &'a Value>) {
        self.waiting.extend(values.into_iter().filter(|value| is_heavy(value)));
    }

    fn value(&mut self, value: &'a Value) {
        match value {
            Value::String(text) if self.is_new(text.as_ptr().addr()) => self.bytes += text_bytes(text.len()),
            Value::Bytes(bytes) if self.is_new(bytes.as_ptr().addr()) => self.bytes += HEAD + bytes.len() as u64,
            Value::Regexp(regexp) if self.is_new(Arc::as_ptr(regexp).addr()) => {
                self.bytes += HEAD + regexp.pattern().len() as u64;
            }
            Value::Array(elements) if self.is_new(elements.as_ptr().addr()) => {
                self.bytes += array_bytes(elements.len());
                self.wait(elements.iter());
            }
            Value::Dict(dict) if self.is_new(dict.address()) => {
                self.bytes += dict_bytes(dict.len());
                self.wait(dict.iter().flat_map(|(key, value)| [key, value]));
            }
            Value::Record(record) if self.is_new(record.address()) => {
                self.bytes += record_bytes(record.len());
                for (label, value) in record.iter() {
                    if label.len() > INLINE_TEXT && self.is_new(label.as_ptr().addr()) {
                        self.bytes += text_bytes(label.len());
                    }
                    self.wait([value]);
                }
            }
            Value::Function(function @ Function::Script(script)) if self.is_new(function.address()) => {
                self.bytes += closure_bytes(script.captures().len());
                self.wait(script.captures());
                self.functions.push(&**script);
            }
            Value::Dynamic(inner) if self.is_new(Arc::as_ptr(inner).addr()) => {
                self.bytes += dynamic_bytes();
                self.wait([&**inner]);
            }
            _ => {}
        }
    }

    /// Tells whether an allocation is seen for the first time.
    fn is_new(&mut self, address: usize) -> bool {
        let new = self.seen.insert(address);
        self.allocations += u64::from(new);
        new
    }
}
