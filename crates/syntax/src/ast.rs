//! The tree of a Flux file, as close to the text as its meaning allows.
//!
//! Every node knows its [`Span`]. Comments stand beside the tree in [`File::comments`], each with the offset of the
//! token it precedes, so that a formatter can put them back.

mod types;
mod walk;

use ecow::EcoString;

use crate::Span;

pub use types::{Constraint, FunctionType, MonoType, MonoTypeKind, ParameterMode, ParameterType, RecordType, TypeExpr};
pub use walk::Node;

/// A whole file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct File {
    /// The whole text.
    pub span: Span,
    /// The package clause with the attributes above it.
    pub package: Option<PackageClause>,
    /// The imports, in order.
    pub imports: Vec<Import>,
    /// The statements, in order.
    pub statements: Vec<Statement>,
    /// All comments, in order.
    pub comments: Vec<Comment>,
}

/// A comment, from `//` to the end of its line, without the line break.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// Where it stands.
    pub span: Span,
    /// Offset of the token that follows it; the end of the file if none does.
    pub before: u32,
}

/// `package NAME`
#[derive(Clone, Debug, PartialEq)]
pub struct PackageClause {
    /// From the keyword to the name.
    pub span: Span,
    /// Attributes above it.
    pub attributes: Vec<Attribute>,
    /// The package's name.
    pub name: Ident,
}

/// `import ALIAS "PATH"`
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// From the keyword to the path.
    pub span: Span,
    /// Attributes above it.
    pub attributes: Vec<Attribute>,
    /// The name to bind, if one is given.
    pub alias: Option<Ident>,
    /// The path of the package.
    pub path: StringLiteral,
}

impl Import {
    /// Returns the name that the import binds: the alias, or the last element of the path.
    pub fn name(&self) -> &str {
        match &self.alias {
            Some(alias) => &alias.name,
            None => self.path.value.rsplit('/').next().unwrap_or_default(),
        }
    }
}

/// `@NAME(ARGUMENTS)`; stored, nothing acts on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// From `@` to the closing parenthesis.
    pub span: Span,
    /// The name, without `@`.
    pub name: EcoString,
    /// The arguments; `None` without parentheses.
    pub arguments: Option<Vec<Expr>>,
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ident {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: EcoString,
}

/// A string without interpolation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StringLiteral {
    /// With the quotes.
    pub span: Span,
    /// The text it stands for, escapes resolved.
    pub value: EcoString,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Where.
    pub span: Span,
    /// Attributes above it.
    pub attributes: Vec<Attribute>,
    /// Which kind.
    pub kind: StatementKind,
}

/// The kinds of statement.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementKind {
    /// An expression by itself.
    Expression(Expr),
    /// `NAME = VALUE`
    Assignment(Assignment),
    /// `option NAME = VALUE` or `option PACKAGE.NAME = VALUE`
    Option(OptionAssignment),
    /// `return VALUE`
    Return(Expr),
    /// `builtin NAME : TYPE`
    Builtin(BuiltinDeclaration),
    /// `testcase NAME extends "PARENT" { … }`
    Testcase(Testcase),
    /// Text that is no statement; a diagnostic tells why.
    Bad,
}

/// `NAME = VALUE`
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    /// The name that is bound.
    pub name: Ident,
    /// What it is bound to.
    pub value: Expr,
}

/// `option NAME = VALUE` or `option PACKAGE.NAME = VALUE`
#[derive(Clone, Debug, PartialEq)]
pub struct OptionAssignment {
    /// The imported package whose option is set, if one is named.
    pub package: Option<Ident>,
    /// The option's name.
    pub name: Ident,
    /// Its new value.
    pub value: Expr,
}

/// `builtin NAME : TYPE`
#[derive(Clone, Debug, PartialEq)]
pub struct BuiltinDeclaration {
    /// The name.
    pub name: Ident,
    /// Its type.
    pub ty: TypeExpr,
}

/// `testcase NAME extends "PARENT" { … }`
#[derive(Clone, Debug, PartialEq)]
pub struct Testcase {
    /// The name.
    pub name: Ident,
    /// The test case that this one extends.
    pub extends: Option<StringLiteral>,
    /// The statements.
    pub body: Block,
}

/// `{ STATEMENTS }`
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// With the braces.
    pub span: Span,
    /// The statements.
    pub statements: Vec<Statement>,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Where.
    pub span: Span,
    /// Which kind.
    pub kind: ExprKind,
}

/// The kinds of expression.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// A name.
    Ident(EcoString),
    /// An integer.
    Int(i64),
    /// A float.
    Float(f64),
    /// A string without interpolation, escapes resolved.
    String(EcoString),
    /// A string with interpolation.
    Interpolated(Vec<StringPart>),
    /// A regular expression: its pattern with `\/` and `\xHH` resolved.
    Regexp(EcoString),
    /// An instant, in nanoseconds since the Unix epoch.
    Time(i64),
    /// A duration, part by part as it is written.
    Duration(Vec<DurationPart>),
    /// `<-`
    PipeReceive,
    /// `.NAME`
    Label(EcoString),
    /// `[A, B]`
    Array(Vec<Expr>),
    /// `[K: V]` and `[:]`
    Dict(Vec<(Expr, Expr)>),
    /// `{BASE with A: B}`
    Record(Box<Record>),
    /// `(E)`
    Paren(Box<Expr>),
    /// `(PARAMETERS) => BODY`
    Function(Box<Function>),
    /// `CALLEE(ARGUMENTS)`
    Call(Box<Call>),
    /// `FIRST |> CALL |> CALL`
    Pipe(Box<Pipe>),
    /// `OBJECT.NAME` and `OBJECT["NAME"]`
    Member(Box<Member>),
    /// `ARRAY[INDEX]`
    Index(Box<(Expr, Expr)>),
    /// An operator before its operand.
    Unary(UnaryOp, Box<Expr>),
    /// Operators between operands.
    Binary(Box<Chain<BinaryOp>>),
    /// `and` or `or` between operands.
    Logical(Box<Chain<LogicalOp>>),
    /// `if TEST then CONSEQUENT else if TEST then CONSEQUENT else ALTERNATE`
    Conditional(Box<Conditional>),
    /// Text that is no expression; a diagnostic tells why.
    Bad,
}

/// A part of a string with interpolation.
#[derive(Clone, Debug, PartialEq)]
pub enum StringPart {
    /// Text, escapes resolved.
    Text(StringLiteral),
    /// `${E}`; the span covers `${` and `}`.
    Expr(Span, Expr),
}

/// One magnitude and unit of a duration, such as `3h`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DurationPart {
    /// How many.
    pub magnitude: i64,
    /// Of what.
    pub unit: DurationUnit,
}

/// The units of a duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DurationUnit {
    /// `y`, 12 months.
    Year,
    /// `mo`
    Month,
    /// `w`, 7 days.
    Week,
    /// `d`, 24 hours.
    Day,
    /// `h`
    Hour,
    /// `m`
    Minute,
    /// `s`
    Second,
    /// `ms`
    Millisecond,
    /// `us` and `µs`
    Microsecond,
    /// `ns`
    Nanosecond,
}

impl DurationUnit {
    /// All of them, the longest first.
    pub const ALL: [DurationUnit; 10] = [
        DurationUnit::Year,
        DurationUnit::Month,
        DurationUnit::Week,
        DurationUnit::Day,
        DurationUnit::Hour,
        DurationUnit::Minute,
        DurationUnit::Second,
        DurationUnit::Millisecond,
        DurationUnit::Microsecond,
        DurationUnit::Nanosecond,
    ];

    /// Returns the unit as it is written; `us` for microseconds.
    pub fn as_str(self) -> &'static str {
        match self {
            DurationUnit::Year => "y",
            DurationUnit::Month => "mo",
            DurationUnit::Week => "w",
            DurationUnit::Day => "d",
            DurationUnit::Hour => "h",
            DurationUnit::Minute => "m",
            DurationUnit::Second => "s",
            DurationUnit::Millisecond => "ms",
            DurationUnit::Microsecond => "us",
            DurationUnit::Nanosecond => "ns",
        }
    }
}

/// `{BASE with A: B}`
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The record that is extended.
    pub base: Option<Ident>,
    /// The properties, in order.
    pub properties: Vec<Property>,
}

/// A property of a record or an argument of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// Key and value.
    pub span: Span,
    /// The key.
    pub key: PropertyKey,
    /// The value; `None` is the short form, in which the key is also the variable.
    pub value: Option<Expr>,
}

/// The key of a property.
#[derive(Clone, Debug, PartialEq)]
pub enum PropertyKey {
    /// `a`
    Ident(Ident),
    /// `"a"`
    String(StringLiteral),
}

impl PropertyKey {
    /// Returns the key's text.
    pub fn name(&self) -> &EcoString {
        match self {
            PropertyKey::Ident(ident) => &ident.name,
            PropertyKey::String(literal) => &literal.value,
        }
    }

    /// Returns where the key stands.
    pub fn span(&self) -> Span {
        match self {
            PropertyKey::Ident(ident) => ident.span,
            PropertyKey::String(literal) => literal.span,
        }
    }
}

/// `(PARAMETERS) => BODY`
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// The parameters, in order.
    pub parameters: Vec<Parameter>,
    /// What it evaluates.
    pub body: FunctionBody,
}

/// A parameter of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Name and default.
    pub span: Span,
    /// The name.
    pub name: Ident,
    /// Its default; `<-` marks the pipe parameter.
    pub default: Option<Expr>,
}

/// What a function evaluates.
#[derive(Clone, Debug, PartialEq)]
pub enum FunctionBody {
    /// One expression.
    Expr(Expr),
    /// Statements that end in `return`.
    Block(Block),
}

/// `CALLEE(ARGUMENTS)`
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// What is called.
    pub callee: Expr,
    /// The arguments, in order.
    pub arguments: Vec<Property>,
}

/// Operators that bind equally tightly between operands: `A - B + C` is `(A - B) + C`.
///
/// All of them are one level of the tree, so that what is long is not deep. What stands up to an operand begins where the
/// first one does and ends with that operand.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain<O> {
    /// The operand on the left.
    pub first: Expr,
    /// Each operator with the operand on its right, in order, at least one.
    pub rest: Vec<(O, Expr)>,
}

/// `FIRST |> CALL |> CALL`
#[derive(Clone, Debug, PartialEq)]
pub struct Pipe {
    /// What the first call receives.
    pub first: Expr,
    /// The calls, in order, at least one; each receives what is before it. The parser guarantees an [`ExprKind::Call`] or
    /// [`ExprKind::Bad`].
    pub calls: Vec<Expr>,
}

/// `OBJECT.NAME` and `OBJECT["NAME"]`
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// What is looked into.
    pub object: Expr,
    /// The name; the string form stands in brackets.
    pub property: PropertyKey,
}

/// `if TEST then CONSEQUENT else if TEST then CONSEQUENT else ALTERNATE`
#[derive(Clone, Debug, PartialEq)]
pub struct Conditional {
    /// The tests and what they choose, in order, at least one.
    pub branches: Vec<Branch>,
    /// The value if no test holds.
    pub alternate: Expr,
}

/// `if TEST then CONSEQUENT`
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// From `if` to the consequent.
    pub span: Span,
    /// The test.
    pub test: Expr,
    /// The value if it holds, and none before it does.
    pub consequent: Expr,
}

/// Operators before their operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `-`
    Minus,
    /// `+`
    Plus,
    /// `not`
    Not,
    /// `exists`
    Exists,
}

/// Operators between their operands, but for `and` and `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Mod,
    /// `^`
    Pow,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `=~`
    Match,
    /// `!~`
    NotMatch,
    /// Two expressions side by side; a diagnostic tells so.
    Invalid,
}

impl BinaryOp {
    /// Returns the operator as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Mul => "*",
            BinaryOp::Div => "/",
            BinaryOp::Mod => "%",
            BinaryOp::Pow => "^",
            BinaryOp::Eq => "==",
            BinaryOp::Ne => "!=",
            BinaryOp::Lt => "<",
            BinaryOp::Le => "<=",
            BinaryOp::Gt => ">",
            BinaryOp::Ge => ">=",
            BinaryOp::Match => "=~",
            BinaryOp::NotMatch => "!~",
            BinaryOp::Invalid => "<INVALID_OP>",
        }
    }
}

/// Operators that may leave their right side unevaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LogicalOp {
    /// `and`
    And,
    /// `or`
    Or,
}

impl LogicalOp {
    /// Returns the operator as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            LogicalOp::And => "and",
            LogicalOp::Or => "or",
        }
    }
}
