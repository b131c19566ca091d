//! What a script computes with.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use ecow::EcoString;

use crate::types::{Basic, FunctionType, RecordType, Type};
use crate::{Dict, Duration, Function, Record, Regexp, Time};

/// A value: immutable, cheap to clone, 24 bytes.
#[derive(Clone)]
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
    pub fn into_dynamic(self) -> Value {
        let inner = match self {
            Value::Dynamic(_) => return self,
            Value::Array(elements) => {
                Value::Array(elements.iter().map(|element| element.clone().into_dynamic()).collect())
            }
            Value::Record(record) => Value::Record(
                record.iter().map(|(label, value)| (label.clone(), value.clone().into_dynamic())).collect(),
            ),
            scalar => scalar,
        };
        Value::Dynamic(Arc::new(inner))
    }

    /// Returns the type as far as the value tells it; used in messages.
    pub fn type_of(&self) -> Type {
        match self {
            Value::Null(None) => Type::Null,
            Value::Null(Some(nature)) => match nature {
                Nature::Bool => Basic::Bool.into(),
                Nature::Int => Basic::Int.into(),
                Nature::UInt => Basic::UInt.into(),
                Nature::Float => Basic::Float.into(),
                Nature::String => Basic::String.into(),
                Nature::Bytes => Basic::Bytes.into(),
                Nature::Regexp => Basic::Regexp.into(),
                Nature::Time => Basic::Time.into(),
                Nature::Duration => Basic::Duration.into(),
                Nature::Dynamic => Basic::Dynamic.into(),
                Nature::Array | Nature::Dict | Nature::Record | Nature::Function => Type::Null,
            },
            Value::Bool(_) => Basic::Bool.into(),
            Value::Int(_) => Basic::Int.into(),
            Value::UInt(_) => Basic::UInt.into(),
            Value::Float(_) => Basic::Float.into(),
            Value::String(_) => Basic::String.into(),
            Value::Bytes(_) => Basic::Bytes.into(),
            Value::Regexp(_) => Basic::Regexp.into(),
            Value::Time(_) => Basic::Time.into(),
            Value::Duration(_) => Basic::Duration.into(),
            Value::Dynamic(_) => Basic::Dynamic.into(),
            Value::Array(elements) => Type::Array(Arc::new(first_type(elements.first()))),
            Value::Dict(dict) => {
                let entry = dict.iter().next();
                Type::Dict(Arc::new((first_type(entry.map(|(key, _)| key)), first_type(entry.map(|(_, value)| value)))))
            }
            Value::Record(record) => {
                let fields = record.iter().map(|(label, value)| (label.clone(), value.type_of())).collect();
                Type::Record(Arc::new(RecordType { fields, row: None }))
            }
            Value::Function(function) => function.scheme().ty.clone(),
        }
    }
}

/// The type of the elements of a sequence whose first element is given.
fn first_type(value: Option<&Value>) -> Type {
    value.map_or(Type::Variable(crate::types::Variable(0)), Value::type_of)
}

impl fmt::Debug for Value {
    /// Prints nature and size, never the contents: values may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value({})", self.nature_name())
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
        (Value::Null(Some(_)), ty) => value.type_of() == *ty,
        (Value::String(_), Type::Label(_)) => true,
        (Value::Array(elements), Type::Array(ty)) => elements.iter().all(|element| fits(element, ty)),
        (Value::Dict(dict), Type::Dict(ty)) => dict.iter().all(|(key, value)| fits(key, &ty.0) && fits(value, &ty.1)),
        (Value::Record(record), Type::Record(ty)) => {
            ty.fields.iter().all(|(label, ty)| record.get(label).is_some_and(|value| fits(value, ty)))
                && (ty.row.is_some() || record.len() == ty.fields.len())
        }
        (Value::Function(function), Type::Function(ty)) => function_fits(function, ty),
        (value, Type::Basic(_)) => value.type_of() == *ty,
        _ => false,
    }
}

/// A function fits if a call with the declared parameters can reach it.
fn function_fits(function: &Function, ty: &FunctionType) -> bool {
    function.scheme().as_function().is_some_and(|actual| {
        ty.parameters.iter().all(|parameter| actual.parameters.iter().any(|p| p.name == parameter.name))
    })
}
