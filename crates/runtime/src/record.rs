//! Named values, in the order they were written.

use std::sync::Arc;

use ecow::EcoString;
use indexmap::IndexMap;

use crate::Value;

/// A record; shared, copied when a shared one is changed.
#[derive(Clone, Debug, Default)]
pub struct Record(Arc<IndexMap<EcoString, Value>>);

impl Record {
    /// Returns the value of `label`.
    pub fn get(&self, label: &str) -> Option<&Value> {
        self.0.get(label)
    }

    /// Sets `label` to `value`: in its place if the record has it, else at the end.
    pub fn insert(&mut self, label: impl Into<EcoString>, value: impl Into<Value>) {
        Arc::make_mut(&mut self.0).insert(label.into(), value.into());
    }

    /// Returns the number of fields.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether there are no fields.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Walks over the fields in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&EcoString, &Value)> {
        self.0.iter()
    }

    /// Returns the fields sorted by label, as they are shown and encoded.
    pub fn sorted(&self) -> Vec<(&EcoString, &Value)> {
        let mut fields: Vec<_> = self.iter().collect();
        fields.sort_unstable_by(|a, b| a.0.cmp(b.0));
        fields
    }

    /// Identifies the shared storage, to count it once.
    pub fn address(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }
}

impl FromIterator<(EcoString, Value)> for Record {
    fn from_iter<I: IntoIterator<Item = (EcoString, Value)>>(fields: I) -> Self {
        Self(Arc::new(fields.into_iter().collect()))
    }
}

impl<const N: usize> From<[(&str, Value); N]> for Record {
    fn from(fields: [(&str, Value); N]) -> Self {
        fields.into_iter().map(|(label, value)| (EcoString::from(label), value)).collect()
    }
}

#[cfg(test)]
mod tests;
