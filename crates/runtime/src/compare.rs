//! When two values are the same.

use std::sync::Arc;

use crate::{Dict, Record, Value};

/// Tells whether two values are of one nature and equal, deeply. A null equals nothing, not even a null.
///
/// Records are equal if their labels and values are, in any order. Functions and streams equal nothing.
///
/// Two empty arrays are not equal: nothing tells that they hold the same. Inside other values they are.
pub fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Array(a), Value::Array(b)) if a.is_empty() && b.is_empty() => false,
        _ => deeply_equal(left, right),
    }
}

fn deeply_equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::UInt(a), Value::UInt(b)) => a == b,
        (Value::Float(a), Value::Float(b)) => a == b,
        (Value::String(a), Value::String(b)) => a == b,
        (Value::Bytes(a), Value::Bytes(b)) => a == b,
        (Value::Regexp(a), Value::Regexp(b)) => a.pattern() == b.pattern(),
        (Value::Time(a), Value::Time(b)) => a == b,
        (Value::Duration(a), Value::Duration(b)) => a == b,
        (Value::Array(a), Value::Array(b)) => arrays(a, b),
        (Value::Dict(a), Value::Dict(b)) => dicts(a, b),
        (Value::Record(a), Value::Record(b)) => records(a, b),
        (Value::Dynamic(a), Value::Dynamic(b)) => deeply_equal(a, b),
        _ => false,
    }
}

fn arrays(a: &Arc<[Value]>, b: &Arc<[Value]>) -> bool {
    a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| deeply_equal(a, b))
}

fn dicts(a: &Dict, b: &Dict) -> bool {
    a.len() == b.len()
        && a.iter()
            .zip(b.iter())
            .all(|((a_key, a_value), (b_key, b_value))| deeply_equal(a_key, b_key) && deeply_equal(a_value, b_value))
}

fn records(a: &Record, b: &Record) -> bool {
    a.len() == b.len() && a.iter().all(|(label, value)| b.get(label).is_some_and(|other| deeply_equal(value, other)))
}
