//! Named values, in the order they were written.

use std::collections::HashMap;
use std::sync::Arc;

use ecow::EcoString;

use crate::Value;

/// A record; shared, copied when a shared one is changed.
///
/// ```
/// use fluxlet_runtime::{Record, Value};
///
/// let mut answer = Record::from([("statusCode", Value::Int(204))]);
/// answer.insert("body", "");
/// assert_eq!(answer.get("statusCode").map(Value::to_string).as_deref(), Some("204"));
/// assert_eq!(answer.iter().map(|(label, _)| label.as_str()).collect::<Vec<_>>(), ["statusCode", "body"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Record(Arc<Fields>);

/// As many values as labels.
#[derive(Clone, Debug, Default)]
struct Fields {
    labels: Labels,
    values: Vec<Value>,
}

/// The labels of a record in order, each once; shared by the records that one literal makes.
///
/// ```
/// use fluxlet_runtime::{Labels, Record, Value};
///
/// // Records that have their labels in common hold them once.
/// let labels: Labels = ["id", "name"].map(Into::into).into_iter().collect();
/// let pumps: Vec<Record> =
///     (1..=3).map(|id| Record::new(labels.clone(), vec![Value::Int(id), "pump".into()])).collect();
/// assert_eq!(labels.len(), 2);
/// assert_eq!(pumps[2].get("id").map(Value::to_string).as_deref(), Some("3"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Labels(Arc<Set>);

#[derive(Clone, Debug, Default)]
struct Set {
    labels: Vec<EcoString>,
    /// Where each label stands, if there are more than a few.
    #[expect(clippy::box_collection, reason = "most records have none, and would be twice as large")]
    places: Option<Box<HashMap<EcoString, usize>>>,
}

/// Most labels that are compared one after the other; to hash a label takes as long.
const FEW: usize = 8;

impl Set {
    fn with_capacity(count: usize) -> Self {
        Self { labels: Vec::with_capacity(count), places: None }
    }

    /// Returns the place of a label.
    fn find(&self, label: &str) -> Option<usize> {
        match &self.places {
            None => self.labels.iter().position(|known| known == label),
            Some(places) => places.get(label).copied(),
        }
    }

    /// Returns the place of a label, which comes to the end if it is new.
    fn insert(&mut self, label: EcoString) -> usize {
        if let Some(place) = self.find(&label) {
            return place;
        }
        let place = self.labels.len();
        if let Some(places) = &mut self.places {
            places.insert(label.clone(), place);
        }
        self.labels.push(label);
        if place == FEW {
            self.places = Some(Box::new(self.labels.iter().cloned().zip(0..).collect()));
        }
        place
    }
}

impl Labels {
    /// Returns the number of labels.
    pub fn len(&self) -> usize {
        self.0.labels.len()
    }

    /// Tells whether there are no labels.
    pub fn is_empty(&self) -> bool {
        self.0.labels.is_empty()
    }
}

impl FromIterator<EcoString> for Labels {
    /// Keeps the first of labels that are the same.
    fn from_iter<I: IntoIterator<Item = EcoString>>(labels: I) -> Self {
        let labels = labels.into_iter();
        let mut set = Set::with_capacity(labels.size_hint().0);
        for label in labels {
            set.insert(label);
        }
        Self(Arc::new(set))
    }
}

impl Record {
    /// Makes a record of labels and as many values; where one is missing, it is null.
    pub fn new(labels: Labels, mut values: Vec<Value>) -> Self {
        if values.len() != labels.len() {
            values.resize(labels.len(), Value::NULL);
        }
        Self(Arc::new(Fields { labels, values }))
    }

    /// Returns the value of `label`.
    pub fn get(&self, label: &str) -> Option<&Value> {
        self.0.values.get(self.0.labels.0.find(label)?)
    }

    /// Sets `label` to `value`: in its place if the record has it, else at the end.
    pub fn insert(&mut self, label: impl Into<EcoString>, value: impl Into<Value>) {
        let label = label.into();
        let Fields { labels, values } = Arc::make_mut(&mut self.0);
        match labels.0.find(&label).and_then(|place| values.get_mut(place)) {
            Some(place) => *place = value.into(),
            None => {
                Arc::make_mut(&mut labels.0).insert(label);
                values.push(value.into());
            }
        }
    }

    /// Returns the number of fields.
    pub fn len(&self) -> usize {
        self.0.values.len()
    }

    /// Tells whether there are no fields.
    pub fn is_empty(&self) -> bool {
        self.0.values.is_empty()
    }

    /// Walks over the fields in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&EcoString, &Value)> {
        self.0.labels.0.labels.iter().zip(&self.0.values)
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
        let fields = fields.into_iter();
        let count = fields.size_hint().0;
        let (mut labels, mut values) = (Set::with_capacity(count), Vec::with_capacity(count));
        for (label, value) in fields {
            let place = labels.insert(label);
            match values.get_mut(place) {
                Some(known) => *known = value,
                None => values.push(value),
            }
        }
        Self(Arc::new(Fields { labels: Labels(Arc::new(labels)), values }))
    }
}

impl<const N: usize> From<[(&str, Value); N]> for Record {
    fn from(fields: [(&str, Value); N]) -> Self {
        fields.into_iter().map(|(label, value)| (EcoString::from(label), value)).collect()
    }
}

#[cfg(test)]
mod tests;
