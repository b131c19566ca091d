//! Types as plain data: what a value can be, and what a declaration says.

mod declare;
mod print;

use std::sync::Arc;

use ecow::EcoString;

pub use declare::{declare, declare_text};

/// A type.
///
/// ```
/// use fluxlet_runtime::types::{Basic, Type};
///
/// let ty = Type::Array(Type::from(Basic::Int).into());
/// assert_eq!(ty.to_string(), "[int]");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Type {
    /// A type without parts.
    Basic(Basic),
    /// A variable of the [`Scheme`] around it.
    Variable(Variable),
    /// `[T]`
    Array(Arc<Type>),
    /// `stream[T]`: tables.
    Stream(Arc<Type>),
    /// `vector[T]`: a column, used only inside the library.
    Vector(Arc<Type>),
    /// `[K: V]`
    Dict(Arc<(Type, Type)>),
    /// `{a: T}` and `{R with a: T}`
    Record(Arc<RecordType>),
    /// `(a: T) => R`
    Function(Arc<FunctionType>),
    /// `.name`
    Label(EcoString),
    /// The type of a null that carries none; unknown to the checker.
    Null,
}

/// Types without parts.
///
/// ```
/// use fluxlet_runtime::types::{Basic, Kind};
///
/// assert_eq!(Basic::UInt.as_str(), "uint");
/// assert!(Basic::UInt.has(Kind::Addable));
/// assert!(!Basic::UInt.has(Kind::Record));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Basic {
    /// `bool`
    Bool,
    /// `int`: 64 bits, signed.
    Int,
    /// `uint`: 64 bits, unsigned.
    UInt,
    /// `float`: 64 bits, IEEE 754.
    Float,
    /// `string`: UTF-8.
    String,
    /// `duration`: months and nanoseconds.
    Duration,
    /// `time`: nanoseconds since the Unix epoch.
    Time,
    /// `regexp`
    Regexp,
    /// `bytes`
    Bytes,
    /// `dynamic`: a value whose type is looked at when the script runs.
    Dynamic,
}

impl Basic {
    /// All of them.
    pub const ALL: [Basic; 10] = [
        Basic::Bool,
        Basic::Int,
        Basic::UInt,
        Basic::Float,
        Basic::String,
        Basic::Duration,
        Basic::Time,
        Basic::Regexp,
        Basic::Bytes,
        Basic::Dynamic,
    ];

    /// Returns the type's name in Flux.
    pub fn as_str(self) -> &'static str {
        match self {
            Basic::Bool => "bool",
            Basic::Int => "int",
            Basic::UInt => "uint",
            Basic::Float => "float",
            Basic::String => "string",
            Basic::Duration => "duration",
            Basic::Time => "time",
            Basic::Regexp => "regexp",
            Basic::Bytes => "bytes",
            Basic::Dynamic => "dynamic",
        }
    }
}

/// A type variable: an index into [`Scheme::kinds`].
///
/// ```
/// use fluxlet_runtime::types::{Type, Variable, declare_text};
///
/// let scheme = declare_text("(v: A) => A")?;
/// assert_eq!(scheme.as_function().map(|function| function.result.clone()), Some(Type::Variable(Variable(0))));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Variable(pub u32);

/// The fields of a record, and the row variable that stands for further ones.
///
/// ```
/// use fluxlet_runtime::types::{Basic, RecordType, Type};
///
/// let record = RecordType { fields: vec![("id".into(), Basic::Int.into())], row: None };
/// assert_eq!(Type::Record(record.into()).to_string(), "{id: int}");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct RecordType {
    /// Labels and their types, in order; of two equal labels the first counts.
    pub fields: Vec<(EcoString, Type)>,
    /// Stands for further fields; without it there are none.
    pub row: Option<Variable>,
}

/// The parameters and the result of a function.
///
/// ```
/// use fluxlet_runtime::types::declare_text;
///
/// let scheme = declare_text("(v: string, ?times: int) => string")?;
/// let function = scheme.as_function().expect("it is a function");
/// assert_eq!(function.parameters.len(), 2);
/// assert_eq!(function.result.to_string(), "string");
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FunctionType {
    /// The parameters, in the order they are declared.
    pub parameters: Vec<Parameter>,
    /// The type of the result.
    pub result: Type,
}

/// A parameter of a function.
///
/// ```
/// use fluxlet_runtime::types::{Basic, FunctionType, Parameter, ParameterMode, Type};
///
/// let parameter = Parameter { name: "times".into(), mode: ParameterMode::Optional, ty: Basic::Int.into() };
/// let function = FunctionType { parameters: vec![parameter], result: Basic::Bool.into() };
/// assert_eq!(Type::Function(function.into()).to_string(), "(?times: int) => bool");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Parameter {
    /// The name; `<-` for a pipe parameter without one.
    pub name: EcoString,
    /// How it is given.
    pub mode: ParameterMode,
    /// Its type.
    pub ty: Type,
}

pub use fluxlet_syntax::ast::ParameterMode;

/// What a type must be able to do to stand for a variable.
///
/// The table of which types have which kind is Flux's; see [`Basic::has`].
///
/// ```
/// use fluxlet_runtime::types::Kind;
///
/// assert!(Kind::ALL.iter().any(|kind| kind.as_str() == "Stringable"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// Has `+`.
    Addable,
    /// Has `-`.
    Subtractable,
    /// Has `*`, `/`, `%` and `^`.
    Divisible,
    /// Is a number.
    Numeric,
    /// Has `<` and `>`.
    Comparable,
    /// Has `==` and `!=`.
    Equatable,
    /// Has a null.
    Nullable,
    /// Is a record.
    Record,
    /// Has the unary `-`.
    Negatable,
    /// Is a time or a duration.
    Timeable,
    /// Can stand in a string.
    Stringable,
    /// Has no parts.
    Basic,
    /// Is a label.
    Label,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 13] = [
        Kind::Addable,
        Kind::Subtractable,
        Kind::Divisible,
        Kind::Numeric,
        Kind::Comparable,
        Kind::Equatable,
        Kind::Nullable,
        Kind::Record,
        Kind::Negatable,
        Kind::Timeable,
        Kind::Stringable,
        Kind::Basic,
        Kind::Label,
    ];

    /// Returns the kind's name in Flux.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Addable => "Addable",
            Kind::Subtractable => "Subtractable",
            Kind::Divisible => "Divisible",
            Kind::Numeric => "Numeric",
            Kind::Comparable => "Comparable",
            Kind::Equatable => "Equatable",
            Kind::Nullable => "Nullable",
            Kind::Record => "Record",
            Kind::Negatable => "Negatable",
            Kind::Timeable => "Timeable",
            Kind::Stringable => "Stringable",
            Kind::Basic => "Basic",
            Kind::Label => "Label",
        }
    }
}

impl Basic {
    /// Tells whether the type has `kind`.
    pub fn has(self, kind: Kind) -> bool {
        use Basic::{Bool, Bytes, Duration, Dynamic, Float, Int, Regexp, String, Time, UInt};
        match kind {
            Kind::Addable => matches!(self, Int | UInt | Float | String),
            Kind::Subtractable | Kind::Divisible | Kind::Numeric => matches!(self, Int | UInt | Float),
            Kind::Negatable => matches!(self, Int | UInt | Float | Duration),
            Kind::Comparable => matches!(self, Int | UInt | Float | String | Duration | Time),
            Kind::Equatable => !matches!(self, Regexp | Dynamic),
            Kind::Nullable | Kind::Stringable => matches!(self, Bool | Int | UInt | Float | String | Duration | Time),
            Kind::Timeable => matches!(self, Duration | Time),
            Kind::Basic => {
                matches!(self, Bool | Int | UInt | Float | String | Duration | Time | Bytes | Regexp | Dynamic)
            }
            Kind::Record | Kind::Label => false,
        }
    }
}

/// A set of kinds.
///
/// ```
/// use fluxlet_runtime::types::{Kind, Kinds};
///
/// let kinds = Kinds::NONE.with(Kind::Addable).union(Kinds::NONE.with(Kind::Numeric));
/// assert!(kinds.contains(Kind::Numeric));
/// assert_eq!(kinds.iter().count(), 2);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Kinds(u16);

impl Kinds {
    /// The empty set: any type will do.
    pub const NONE: Kinds = Kinds(0);

    /// Returns the set with `kind` in it.
    pub fn with(self, kind: Kind) -> Kinds {
        Kinds(self.0 | 1 << kind as u16)
    }

    /// Returns the kinds of either set.
    pub fn union(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Tells whether `kind` is in the set.
    pub fn contains(self, kind: Kind) -> bool {
        self.0 & 1 << kind as u16 != 0
    }

    /// Tells whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Walks over the kinds in the set.
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(move |&kind| self.contains(kind))
    }
}

/// A type and its variables: the type of something that can be used at many types.
///
/// ```
/// use fluxlet_runtime::types::{Basic, Scheme, declare_text};
///
/// assert_eq!(Scheme::of(Basic::Time.into()), declare_text("time")?);
/// assert!(declare_text("(v: A) => A where A: Numeric")?.as_function().is_some());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Scheme {
    /// What each variable must be able to do.
    pub kinds: Vec<Kinds>,
    /// The type.
    pub ty: Type,
}

impl Scheme {
    /// Wraps a type without variables.
    pub fn of(ty: Type) -> Self {
        Self { kinds: Vec::new(), ty }
    }

    /// Returns the function type, if it is one.
    pub fn as_function(&self) -> Option<&Arc<FunctionType>> {
        match &self.ty {
            Type::Function(function) => Some(function),
            _ => None,
        }
    }
}

impl From<Basic> for Type {
    fn from(basic: Basic) -> Self {
        Type::Basic(basic)
    }
}

#[cfg(test)]
mod tests;
