//! The type of a value that came from Python, where nothing has checked that elements are of one type.

use fluxlet::Value;
use fluxlet::runtime::types::{RecordType, Type};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

/// Returns the type that all parts of a value fit.
///
/// # Errors
/// `TypeError` if elements of a list, or keys or values of a dictionary, differ.
pub(crate) fn of(value: &Value) -> PyResult<Type> {
    Ok(match value {
        Value::Null(None) => Type::Null,
        Value::Array(elements) => {
            let ty = joined("an element of a list", elements.iter())?;
            Type::Array(ty.unwrap_or_else(|| element(value)).into())
        }
        Value::Dict(dict) if !dict.is_empty() => {
            let key = joined("a key of a dictionary", dict.iter().map(|(key, _)| key))?;
            let value = joined("a value of a dictionary", dict.iter().map(|(_, value)| value))?;
            Type::Dict((key.unwrap_or(Type::Null), value.unwrap_or(Type::Null)).into())
        }
        Value::Record(record) => {
            let fields = record.iter().map(|(label, value)| Ok((label.clone(), of(value)?)));
            Type::Record(RecordType { fields: fields.collect::<PyResult<_>>()?, row: None }.into())
        }
        value => value.type_of(),
    })
}

/// Returns what both types are, as far as they are known, with the fields in the order of the first; `None` if they
/// differ.
pub(crate) fn merged(left: &Type, right: &Type) -> Option<Type> {
    Some(match (left, right) {
        (Type::Null | Type::Variable(_), known) | (known, Type::Null | Type::Variable(_)) => known.clone(),
        (Type::Array(left), Type::Array(right)) => Type::Array(merged(left, right)?.into()),
        (Type::Dict(left), Type::Dict(right)) => {
            Type::Dict((merged(&left.0, &right.0)?, merged(&left.1, &right.1)?).into())
        }
        (Type::Record(left), Type::Record(right)) if left.fields.len() == right.fields.len() => {
            // Labels are compared by name: the order of a `dict` says nothing.
            let fields = left.fields.iter().map(|(label, ty)| {
                let (_, other) = right.fields.iter().find(|(other, _)| other == label)?;
                Some((label.clone(), merged(ty, other)?))
            });
            Type::Record(RecordType { fields: fields.collect::<Option<_>>()?, row: None }.into())
        }
        (left, right) => (left == right).then(|| left.clone())?,
    })
}

/// Tells whether a type has a part of which nothing is known.
pub(crate) fn has_null(ty: &Type) -> bool {
    match ty {
        Type::Null => true,
        Type::Array(element) => has_null(element),
        Type::Dict(ty) => has_null(&ty.0) || has_null(&ty.1),
        Type::Record(record) => record.fields.iter().any(|(_, ty)| has_null(ty)),
        _ => false,
    }
}

pub(crate) fn mismatch(what: &str, expected: &Type, found: &Type) -> PyErr {
    PyTypeError::new_err(format!("{what} must be `{expected}`, found `{found}`"))
}

fn joined<'a>(what: &str, values: impl Iterator<Item = &'a Value>) -> PyResult<Option<Type>> {
    let mut known: Option<Type> = None;
    for value in values {
        let found = of(value)?;
        known = Some(match known {
            None => found,
            Some(known) => merged(&known, &found).ok_or_else(|| mismatch(what, &known, &found))?,
        });
    }
    Ok(known)
}

/// The type of the elements of an empty list: anything.
fn element(list: &Value) -> Type {
    match list.type_of() {
        Type::Array(element) => (*element).clone(),
        other => other,
    }
}
