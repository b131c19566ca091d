//! When two values are the same.

use std::collections::HashSet;

use crate::{Record, Value};

/// Comparisons of compound values from which on pairs are remembered: shared values would else be compared once for
/// each way that leads to them.
const REMEMBERED_FROM: u32 = 1000;

/// Tells whether two values are of one nature and equal, deeply. A null equals nothing, not even a null.
///
/// Records are equal if their labels and values are, in any order. Functions and streams equal nothing.
///
/// Two empty arrays are not equal: nothing tells that they hold the same. Inside other values they are.
///
/// ```
/// use fluxlet_runtime::{Value, equal};
///
/// assert!(equal(&Value::Int(1), &Value::Int(1)));
/// assert!(!equal(&Value::Int(1), &Value::Float(1.0)));
/// assert!(!equal(&Value::NULL, &Value::NULL));
/// ```
pub fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Array(a), Value::Array(b)) if a.is_empty() && b.is_empty() => false,
        _ => deeply_equal(left, right),
    }
}

fn deeply_equal(left: &Value, right: &Value) -> bool {
    let mut comparison = Comparison { open: Vec::new(), compared: 0, seen: HashSet::new() };
    let mut equal = comparison.compare(left, right);
    while equal && let Some((left, right)) = comparison.open.pop() {
        equal = comparison.inside(left, right);
    }
    equal
}

/// A comparison under way. It keeps a list instead of calling itself, for dynamic values may be nested without bound.
struct Comparison<'a> {
    /// Compound values that are still to be compared; the whole is equal if all of them are.
    open: Vec<(&'a Value, &'a Value)>,
    compared: u32,
    /// Addresses of compound values that need not be compared a second time.
    seen: HashSet<(usize, usize)>,
}

impl<'a> Comparison<'a> {
    /// Compares two values; what is inside compound ones is left open.
    fn compare(&mut self, left: &'a Value, right: &'a Value) -> bool {
        let alike = match (left, right) {
            (Value::Bool(a), Value::Bool(b)) => return a == b,
            (Value::Int(a), Value::Int(b)) => return a == b,
            (Value::UInt(a), Value::UInt(b)) => return a == b,
            (Value::Float(a), Value::Float(b)) => return a == b,
            (Value::String(a), Value::String(b)) => return a == b,
            (Value::Bytes(a), Value::Bytes(b)) => return a == b,
            (Value::Regexp(a), Value::Regexp(b)) => return a.pattern() == b.pattern(),
            (Value::Time(a), Value::Time(b)) => return a == b,
            (Value::Duration(a), Value::Duration(b)) => return a == b,
            (Value::Array(a), Value::Array(b)) => a.len() == b.len(),
            (Value::Dict(a), Value::Dict(b)) => a.len() == b.len(),
            (Value::Record(a), Value::Record(b)) => a.len() == b.len(),
            (Value::Dynamic(_), Value::Dynamic(_)) => true,
            _ => false,
        };
        if alike {
            self.open.push((left, right));
        }
        alike
    }

    /// Compares what is inside two compound values of one size.
    fn inside(&mut self, left: &'a Value, right: &'a Value) -> bool {
        match (left, right) {
            (Value::Array(a), Value::Array(b)) => {
                self.known(a.as_ptr().addr(), b.as_ptr().addr())
                    || a.iter().zip(b.iter()).all(|(a, b)| self.compare(a, b))
            }
            (Value::Dict(a), Value::Dict(b)) => {
                self.known(a.address(), b.address())
                    || a.iter().zip(b.iter()).all(|(a, b)| self.compare(a.0, b.0) && self.compare(a.1, b.1))
            }
            (Value::Record(a), Value::Record(b)) => self.known(a.address(), b.address()) || self.fields(a, b),
            (Value::Dynamic(a), Value::Dynamic(b)) => self.compare(a, b),
            _ => false,
        }
    }

    fn fields(&mut self, a: &'a Record, b: &'a Record) -> bool {
        a.iter().all(|(label, value)| b.get(label).is_some_and(|other| self.compare(value, other)))
    }

    /// Tells whether the pair was met before: then it was compared, or what is inside is still open.
    fn known(&mut self, left: usize, right: usize) -> bool {
        self.compared = self.compared.saturating_add(1);
        self.compared > REMEMBERED_FROM && !self.seen.insert((left, right))
    }
}

#[cfg(test)]
mod tests;
