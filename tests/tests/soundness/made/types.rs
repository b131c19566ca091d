//! The types of made programs.

use fluxlet::Value;

use super::Random;

/// A type that the generator knows how to fill.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Type {
    Bool,
    Int,
    UInt,
    Float,
    String,
    Time,
    Duration,
    Regexp,
    Array(Box<Type>),
    /// Fields in the order of their labels.
    Record(Vec<(&'static str, Type)>),
    /// Key and value.
    Dict(Box<(Type, Type)>),
    Function(Box<Function>),
}

/// A function of one parameter, `x`, and perhaps another one, `y`, that has a default.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Function {
    pub(crate) shape: Shape,
    pub(crate) parameter: Type,
    pub(crate) result: Type,
}

/// How a function takes its arguments.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Shape {
    /// `(x) => …`
    Plain,
    /// `(x, y=…) => …`, both of one type.
    Optional,
    /// `(x=<-) => …`
    Pipe,
}

/// The types without parts.
pub(crate) const BASIC: [Type; 8] =
    [Type::Bool, Type::Int, Type::UInt, Type::Float, Type::String, Type::Time, Type::Duration, Type::Regexp];

/// The types of dictionary keys.
const KEYS: [Type; 5] = [Type::Int, Type::UInt, Type::Float, Type::String, Type::Time];

/// The labels of records.
pub(crate) const LABELS: [&str; 4] = ["a", "b", "c", "d"];

impl Type {
    /// Returns the place of the type in its declaration.
    pub(crate) fn index(&self) -> usize {
        match self {
            Type::Array(_) => 8,
            Type::Record(_) => 9,
            Type::Dict(_) => 10,
            Type::Function(_) => 11,
            basic => BASIC.iter().position(|known| known == basic).expect("it has no parts"),
        }
    }

    /// Tells whether values of the type can be compared with `==`.
    pub(crate) fn is_equatable(&self) -> bool {
        match self {
            Type::Regexp | Type::Dict(_) | Type::Function(_) => false,
            Type::Array(element) => element.is_equatable(),
            Type::Record(fields) => fields.iter().all(|(_, ty)| ty.is_equatable()),
            _ => true,
        }
    }
}

/// Chooses a type with parts up to `depth` levels below it.
pub(crate) fn random_type(random: &mut Random, depth: usize) -> Type {
    if depth == 0 || random.one_in(2) {
        return basic(random, &BASIC);
    }
    match random.below(6) {
        0 | 1 => Type::Array(Box::new(random_type(random, depth - 1))),
        2 | 3 => {
            let labels = LABELS.into_iter().filter(|_| random.one_in(2)).collect::<Vec<_>>();
            Type::Record(labels.into_iter().map(|label| (label, random_type(random, depth - 1))).collect())
        }
        4 => Type::Dict(Box::new((basic(random, &KEYS), random_type(random, depth - 1)))),
        _ => {
            let parameter = random_type(random, depth - 1);
            Type::Function(Box::new(Function {
                shape: Shape::Plain,
                parameter,
                result: random_type(random, depth - 1),
            }))
        }
    }
}

/// Chooses one of some types.
pub(crate) fn basic(random: &mut Random, from: &[Type]) -> Type {
    from[random.below(from.len())].clone()
}

/// Tells whether a value is one of the type, with all its parts.
pub(crate) fn fits(value: &Value, ty: &Type) -> bool {
    match (value, ty) {
        (Value::Bool(_), Type::Bool)
        | (Value::Int(_), Type::Int)
        | (Value::UInt(_), Type::UInt)
        | (Value::Float(_), Type::Float)
        | (Value::String(_), Type::String)
        | (Value::Time(_), Type::Time)
        | (Value::Duration(_), Type::Duration)
        | (Value::Regexp(_), Type::Regexp)
        | (Value::Function(_), Type::Function(_)) => true,
        (Value::Array(elements), Type::Array(ty)) => elements.iter().all(|element| fits(element, ty)),
        (Value::Dict(dict), Type::Dict(ty)) => dict.iter().all(|(key, value)| fits(key, &ty.0) && fits(value, &ty.1)),
        (Value::Record(record), Type::Record(fields)) => {
            let holds = |(label, ty): &(&str, Type)| record.get(label).is_some_and(|value| fits(value, ty));
            record.len() == fields.len() && fields.iter().all(holds)
        }
        _ => false,
    }
}
