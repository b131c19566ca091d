//! A mapping that keeps its keys in order.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use ecow::EcoString;

use crate::{Error, Result, Value};

/// A dictionary; shared, copied when a shared one is changed. Keys are of one nature: int, uint, float, string or time.
///
/// ```
/// use fluxlet_runtime::{Dict, Value};
///
/// let mut headers = Dict::of_strings([("Accept", "text/csv")]);
/// headers.insert("Host".into(), "localhost".into())?;
/// assert_eq!(headers.get(&"Accept".into()).map(Value::to_string).as_deref(), Some("text/csv"));
/// headers.remove(&"Accept".into());
/// assert_eq!(headers.len(), 1);
/// assert!(headers.insert(Value::Bool(true), Value::NULL).is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Dict(Arc<BTreeMap<Key, Value>>);

/// A value that passed [`check_key`].
#[derive(Clone, Debug)]
struct Key(Value);

impl Dict {
    /// Returns the value of `key`; a null, or a key of another nature than those inside is not there.
    pub fn get(&self, key: &Value) -> Option<&Value> {
        check_key(key).ok()?;
        self.0.get(&Key(key.clone()))
    }

    /// Sets `key` to `value`; an equal key is replaced too, which shows for `-0.0` and `0.0`.
    ///
    /// # Errors
    /// `invalid` if `key` is null or of a nature that is no key.
    pub fn insert(&mut self, key: Value, value: Value) -> Result<()> {
        check_key(&key)?;
        let (key, entries) = (Key(key), Arc::make_mut(&mut self.0));
        // The map itself would keep the old key.
        entries.remove(&key);
        entries.insert(key, value);
        Ok(())
    }

    /// Removes `key`; nothing happens if it is not there.
    pub fn remove(&mut self, key: &Value) {
        if self.get(key).is_some() {
            Arc::make_mut(&mut self.0).remove(&Key(key.clone()));
        }
    }

    /// Returns the number of entries.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Walks over the entries in the order of the keys.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Value, &Value)> {
        self.0.iter().map(|(key, value)| (&key.0, value))
    }

    /// Identifies the shared storage, to count it once.
    pub fn address(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }

    /// Makes a dictionary of texts.
    pub fn of_strings<K: Into<EcoString>, V: Into<EcoString>>(entries: impl IntoIterator<Item = (K, V)>) -> Self {
        let text = |text: EcoString| Value::String(text);
        // Collecting would sort them in a list first.
        let mut dict = Self::default();
        Arc::make_mut(&mut dict.0)
            .extend(entries.into_iter().map(|(key, value)| (Key(text(key.into())), text(value.into()))));
        dict
    }
}

fn check_key(key: &Value) -> Result<()> {
    match key {
        Value::Int(_) | Value::UInt(_) | Value::Float(_) | Value::String(_) | Value::Time(_) => Ok(()),
        Value::Null(_) => Err(Error::invalid("null value cannot be used as a dictionary key")),
        other => Err(Error::invalid(format!(
            "a value of type {} cannot be used as a dictionary key; use int, uint, float, string or time",
            other.type_of()
        ))),
    }
}

/// Orders floats by value; the zeros are one key, and so are all that are no numbers, behind the rest.
fn floats(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

impl Ord for Key {
    /// Orders by value, and keys of different natures, which the types forbid, by nature.
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Value::Int(a), Value::Int(b)) => a.cmp(b),
            (Value::UInt(a), Value::UInt(b)) => a.cmp(b),
            (Value::Float(a), Value::Float(b)) => floats(*a, *b),
            (Value::String(a), Value::String(b)) => a.cmp(b),
            (Value::Time(a), Value::Time(b)) => a.cmp(b),
            (a, b) => a.nature().cmp(&b.nature()),
        }
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Key {}

#[cfg(test)]
mod tests;
