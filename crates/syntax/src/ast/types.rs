//! Types as they are written: what stands behind the colon of a `builtin` statement.

use ecow::EcoString;

use super::{Ident, PropertyKey};
use crate::Span;

/// A type expression with its constraints.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeExpr {
    /// Where.
    pub span: Span,
    /// The type.
    pub ty: MonoType,
    /// What stands after `where`.
    pub constraints: Vec<Constraint>,
}

/// `VARIABLE: KIND + KIND`
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    /// The variable.
    pub variable: Ident,
    /// The kinds it must have.
    pub kinds: Vec<Ident>,
}

/// A type as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct MonoType {
    /// Where.
    pub span: Span,
    /// Which kind.
    pub kind: MonoTypeKind,
}

/// The kinds of written type.
#[derive(Clone, Debug, PartialEq)]
pub enum MonoTypeKind {
    /// A name of more than one byte: `int`, `string`, `dynamic`, …
    Named(EcoString),
    /// A name of one byte.
    Variable(EcoString),
    /// `[T]`
    Array(Box<MonoType>),
    /// `stream[T]`
    Stream(Box<MonoType>),
    /// `vector[T]`
    Vector(Box<MonoType>),
    /// `[K: V]`
    Dict(Box<(MonoType, MonoType)>),
    /// `{BASE with a: T}`
    Record(RecordType),
    /// `(a: T) => R`
    Function(Box<FunctionType>),
    /// `.name`
    Label(EcoString),
    /// Text that is no type; a diagnostic tells why.
    Bad,
}

/// `{BASE with a: T}`
#[derive(Clone, Debug, PartialEq)]
pub struct RecordType {
    /// The row variable.
    pub base: Option<Ident>,
    /// The properties, in order.
    pub properties: Vec<(PropertyKey, MonoType)>,
}

/// `(a: T, ?b: T, <-c: T) => R`
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionType {
    /// The parameters, in order.
    pub parameters: Vec<ParameterType>,
    /// The type of the result.
    pub result: MonoType,
}

/// A parameter of a function type.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterType {
    /// Where.
    pub span: Span,
    /// Whether it must be given, may be given, or is piped.
    pub mode: ParameterMode,
    /// The name; a pipe parameter may have none.
    pub name: Option<Ident>,
    /// Its type.
    pub ty: MonoType,
    /// The label that stands for a missing optional label argument: `?column: L = .name`.
    pub default: Option<EcoString>,
}

/// How a parameter is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterMode {
    /// By name, always.
    Required,
    /// By name, or not at all.
    Optional,
    /// By `|>` or by name.
    Pipe,
}
