//! What a script computes with.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use ecow::EcoString;

use crate::types::{Basic, FunctionType, RecordType, Type};
use crate::{Dict, Duration, Function, Record, Regexp, Time};

/// A value: immutable, cheap to clone, 24 bytes.
///
/// ```
/// use fluxlet_runtime::{Nature, Value};
///
/// let list = Value::from(vec![Value::Int(1), Value::Int(2)]);
/// assert_eq!(list.to_string(), "[1, 2]");
/// assert_eq!(list.nature(), Some(Nature::Array));
/// assert_eq!(list.type_of().to_string(), "[int]");
/// assert_eq!(Value::from("high").to_string(), "high");
/// assert!(Value::NULL.is_null());
/// ```
#[non_exhaustive]
pub enum Value {
    /// No value, of a type or of none.
    Null(Option<Nature>),
    /// A truth value.
    Bool(bool),
    /// A signed integer.
    Int(i64),
    /// An unsigned integer.
    UInt(u64),
    /// A floating-point number.
    Float(f64),
    /// A text.
    String(EcoString),
    /// A sequence of bytes.
    Bytes(Arc<Bytes>),
    /// A regular expression.
    Regexp(Arc<Regexp>),
    /// An instant.
    Time(Time),
    /// A span of time.
    Duration(Duration),
    /// A sequence of values.
    Array(Arc<[Value]>),
    /// A mapping ordered by key.
    Dict(Dict),
    /// Named values.
    Record(Record),
    /// A function.
    Function(Function),
    /// A value whose type is looked at when the script runs.
    Dynamic(Arc<Value>),
}

const _: () = assert!(size_of::<Value>() <= 24);

/// What sort of value a value is, as messages name it.
///
/// ```
/// use fluxlet_runtime::{Nature, Value};
///
/// assert_eq!(Value::Float(1.5).nature().map(Nature::as_str), Some("float"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
#[repr(u8)]
pub enum Nature {
    /// `bool`
    Bool,
    /// `int`
    Int,
    /// `uint`
    UInt,
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
    /// `array`
    Array,
    /// `dictionary`
    Dict,
    /// `object`, the word of Flux's messages for a record.
    Record,
    /// `function`
    Function,
    /// `dynamic`
    Dynamic,
}

impl Nature {
    /// Returns the word that Flux's messages use.
    pub fn as_str(self) -> &'static str {
        match self {
            Nature::Bool => "bool",
            Nature::Int => "int",
            Nature::UInt => "uint",
            Nature::Float => "float",
            Nature::String => "string",
            Nature::Bytes => "bytes",
            Nature::Regexp => "regexp",
            Nature::Time => "time",
            Nature::Duration => "duration",
            Nature::Array => "array",
            Nature::Dict => "dictionary",
            Nature::Record => "object",
            Nature::Function => "function",
            Nature::Dynamic => "dynamic",
        }
    }
}

impl Value {
    /// The null of no type.
    pub const NULL: Value = Value::Null(None);

    /// Returns what sort of value it is; a null has the nature of its type, or none.
    pub fn nature(&self) -> Option<Nature> {
        Some(match self {
            Value::Null(nature) => return *nature,
            Value::Bool(_) => Nature::Bool,
            Value::Int(_) => Nature::Int,
            Value::UInt(_) => Nature::UInt,
            Value::Float(_) => Nature::Float,
            Value::String(_) => Nature::String,
            Value::Bytes(_) => Nature::Bytes,
            Value::Regexp(_) => Nature::Regexp,
            Value::Time(_) => Nature::Time,
            Value::Duration(_) => Nature::Duration,
            Value::Array(_) => Nature::Array,
            Value::Dict(_) => Nature::Dict,
            Value::Record(_) => Nature::Record,
            Value::Function(_) => Nature::Function,
            Value::Dynamic(_) => Nature::Dynamic,
        })
    }

    /// Returns the nature's word, `invalid` for a null of no type, as Flux's messages have it.
    pub fn nature_name(&self) -> &'static str {
        self.nature().map_or("invalid", Nature::as_str)
    }

    /// Tells whether the value is a null of any type.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null(_))
    }

    /// Wraps the value as dynamic, deeply: elements and fields are dynamic too. A dynamic value stays as it is.
    ///
    /// What is shared in the value is shared in the result.
    pub fn into_dynamic(self) -> Value {
        dynamic(&self, &mut HashMap::new())
    }

    /// Returns the type as far as the value tells it; used in messages.
    pub fn type_of(&self) -> Type {
        type_of(self, &mut HashMap::new())
    }

    /// Clones any value.
    fn share(&self) -> Self {
        match self {
            Value::Null(nature) => Value::Null(*nature),
            Value::Bool(value) => Value::Bool(*value),
            Value::Int(value) => Value::Int(*value),
            Value::UInt(value) => Value::UInt(*value),
            Value::Float(value) => Value::Float(*value),
            Value::String(text) => Value::String(text.clone()),
            Value::Bytes(bytes) => Value::Bytes(Arc::clone(bytes)),
            Value::Regexp(regexp) => Value::Regexp(Arc::clone(regexp)),
            Value::Time(time) => Value::Time(*time),
            Value::Duration(duration) => Value::Duration(*duration),
            Value::Array(elements) => Value::Array(Arc::clone(elements)),
            Value::Dict(dict) => Value::Dict(dict.clone()),
            Value::Record(record) => Value::Record(record.clone()),
            Value::Function(function) => Value::Function(function.clone()),
            Value::Dynamic(inner) => Value::Dynamic(Arc::clone(inner)),
        }
    }

    /// Returns the type of a value without parts.
    fn basic(&self) -> Option<Basic> {
        Some(match self.nature()? {
            Nature::Bool => Basic::Bool,
            Nature::Int => Basic::Int,
            Nature::UInt => Basic::UInt,
            Nature::Float => Basic::Float,
            Nature::String => Basic::String,
            Nature::Bytes => Basic::Bytes,
            Nature::Regexp => Basic::Regexp,
            Nature::Time => Basic::Time,
            Nature::Duration => Basic::Duration,
            Nature::Dynamic => Basic::Dynamic,
            Nature::Array | Nature::Dict | Nature::Record | Nature::Function => return None,
        })
    }
}

/// Returns the dynamic form of a value; that of a record or an array is made once, however often it occurs.
fn dynamic(value: &Value, done: &mut HashMap<usize, Value>) -> Value {
    let address = match value {
        Value::Dynamic(_) => return value.clone(),
        Value::Array(elements) if !elements.is_empty() => elements.as_ptr().addr(),
        Value::Record(record) => record.address(),
        scalar => return Value::Dynamic(Arc::new(scalar.clone())),
    };
    if let Some(done) = done.get(&address) {
        return done.clone();
    }
    let inner = match value {
        Value::Array(elements) => elements.iter().map(|element| dynamic(element, done)).collect(),
        Value::Record(record) => {
            let fields = record.iter().map(|(label, value)| (label.clone(), dynamic(value, done)));
            Value::Record(fields.collect())
        }
        other => other.clone(),
    };
    let made = Value::Dynamic(Arc::new(inner));
    done.insert(address, made.clone());
    made
}

/// Returns the type of a value; that of a record is made once, however often it occurs.
fn type_of(value: &Value, done: &mut HashMap<usize, Type>) -> Type {
    if let Some(basic) = value.basic() {
        return basic.into();
    }
    match value {
        Value::Array(elements) => Type::Array(Arc::new(first_type(elements.first(), done))),
        Value::Dict(dict) => {
            let entry = dict.iter().next();
            let key = first_type(entry.map(|(key, _)| key), done);
            Type::Dict(Arc::new((key, first_type(entry.map(|(_, value)| value), done))))
        }
        Value::Record(record) => {
            if let Some(done) = done.get(&record.address()) {
                return done.clone();
            }
            let fields = record.iter().map(|(label, value)| (label.clone(), type_of(value, done))).collect();
            let ty = Type::Record(Arc::new(RecordType { fields, row: None }));
            done.insert(record.address(), ty.clone());
            ty
        }
        Value::Function(function) => function.scheme().ty.clone(),
        // A null of no type, or of a type with parts that nothing tells.
        _ => Type::Null,
    }
}

/// The type of the elements of a sequence whose first element is given.
fn first_type(value: Option<&Value>, done: &mut HashMap<usize, Type>) -> Type {
    value.map_or(Type::Variable(crate::types::Variable(0)), |value| type_of(value, done))
}

impl fmt::Debug for Value {
    /// Prints nature and size, never the contents: values may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value({})", self.nature_name())
    }
}

impl Clone for Value {
    #[inline]
    fn clone(&self) -> Self {
        match self {
            Value::Int(value) => Value::Int(*value),
            Value::Float(value) => Value::Float(*value),
            other => other.share(),
        }
    }
}

impl Default for Value {
    /// Returns the null of no type.
    fn default() -> Self {
        Value::NULL
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Int(value)
    }
}

impl From<u64> for Value {
    fn from(value: u64) -> Self {
        Value::UInt(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Value::Float(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Value::String(value.into())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Value::String(value.into())
    }
}

impl From<EcoString> for Value {
    fn from(value: EcoString) -> Self {
        Value::String(value)
    }
}

impl From<Bytes> for Value {
    fn from(value: Bytes) -> Self {
        Value::Bytes(Arc::new(value))
    }
}

impl From<Time> for Value {
    fn from(value: Time) -> Self {
        Value::Time(value)
    }
}

impl From<Duration> for Value {
    fn from(value: Duration) -> Self {
        Value::Duration(value)
    }
}

impl From<Dict> for Value {
    fn from(value: Dict) -> Self {
        Value::Dict(value)
    }
}

impl From<Record> for Value {
    fn from(value: Record) -> Self {
        Value::Record(value)
    }
}

impl From<Function> for Value {
    fn from(value: Function) -> Self {
        Value::Function(value)
    }
}

impl From<Vec<Value>> for Value {
    fn from(value: Vec<Value>) -> Self {
        Value::Array(value.into())
    }
}

impl FromIterator<Value> for Value {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        Value::Array(values.into_iter().collect())
    }
}

/// Tells whether a value can stand where a declaration says `ty`; variables stand for anything.
pub(crate) fn fits(value: &Value, ty: &Type) -> bool {
    match (value, ty) {
        (_, Type::Variable(_)) | (Value::Null(None), _) => true,
        (Value::Null(Some(nature)), ty) => match ty {
            Type::Basic(basic) => value.basic() == Some(*basic),
            Type::Array(_) => *nature == Nature::Array,
            Type::Dict(_) => *nature == Nature::Dict,
            Type::Record(_) => *nature == Nature::Record,
            Type::Function(_) => *nature == Nature::Function,
            _ => false,
        },
        (Value::String(_), Type::Label(_)) => true,
        (Value::Array(elements), Type::Array(ty)) => elements.iter().all(|element| fits(element, ty)),
        (Value::Dict(dict), Type::Dict(ty)) => dict.iter().all(|(key, value)| fits(key, &ty.0) && fits(value, &ty.1)),
        (Value::Record(record), Type::Record(ty)) => {
            ty.fields.iter().all(|(label, ty)| record.get(label).is_some_and(|value| fits(value, ty)))
                && (ty.row.is_some() || record.len() == ty.fields.len())
        }
        (Value::Function(function), Type::Function(ty)) => function_fits(function, ty),
        (value, Type::Basic(basic)) => value.basic() == Some(*basic),
        _ => false,
    }
}

/// A function fits if a call with the declared parameters can reach it.
fn function_fits(function: &Function, ty: &FunctionType) -> bool {
    function.scheme().as_function().is_some_and(|actual| {
        ty.parameters.iter().all(|parameter| actual.parameters.iter().any(|p| p.name == parameter.name))
    })
}

#[cfg(test)]
mod tests;
