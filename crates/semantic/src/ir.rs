//! The typed tree: names resolved to places, types settled, sugar gone.

use ecow::EcoString;
use fluxlet_runtime::Value;
use fluxlet_runtime::types::Scheme;
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{BinaryOp, LogicalOp, ParameterMode, UnaryOp};

/// The place of a package in the registry; the main program has none.
pub type PackageId = u32;

/// A whole package, or a main program.
#[derive(Debug, Default)]
pub struct Module {
    /// The name of its package clause; `main` without one.
    pub name: EcoString,
    /// The packages to evaluate before it, in order: the prelude, then its imports.
    pub imports: Vec<PackageId>,
    /// The top-level names, by slot.
    pub globals: Vec<Global>,
    /// The statements, in order.
    pub statements: Vec<Statement>,
}

/// A top-level name.
#[derive(Debug)]
pub struct Global {
    /// The name.
    pub name: EcoString,
    /// Its type.
    pub scheme: Scheme,
    /// Whether it is an option, which importers may set.
    pub option: bool,
}

/// A statement.
#[derive(Debug)]
pub enum Statement {
    /// An expression by itself; its value is a result of the program.
    Expression(Expr),
    /// Binds a global slot of this module.
    Assign {
        /// The slot.
        slot: u32,
        /// What it is bound to.
        value: Expr,
    },
    /// Sets an option of another package.
    SetOption {
        /// The package.
        package: PackageId,
        /// The option's slot in it.
        slot: u32,
        /// Its new value.
        value: Expr,
    },
    /// Sets the time of the run to the value, which must be a time.
    SetNow(Expr),
    /// Binds a global slot to the builtin of this name.
    Builtin {
        /// The slot.
        slot: u32,
    },
}

/// An expression.
#[derive(Debug)]
pub struct Expr {
    /// Where it stands.
    pub span: Span,
    /// Which kind.
    pub kind: ExprKind,
}

/// Names a parameter or a local variable; unique in its module.
pub type LocalId = u32;

/// The kinds of expression.
#[derive(Debug)]
pub enum ExprKind {
    /// A literal.
    Constant(Value),
    /// A parameter or local variable of this function or one around it.
    Local(LocalId),
    /// A top-level name of this module.
    Global(u32),
    /// A top-level name of another package.
    Imported {
        /// The package.
        package: PackageId,
        /// Its slot there.
        slot: u32,
    },
    /// A whole package as a record.
    Package(PackageId),
    /// A variable of the context.
    Variable(EcoString),
    /// A string with interpolation.
    Interpolated(Vec<StringPart>),
    /// `[A, B]`
    Array(Vec<Expr>),
    /// `[K: V]`
    Dict(Vec<(Expr, Expr)>),
    /// `{BASE with a: B}`
    Record {
        /// The record that is extended.
        base: Option<Box<Expr>>,
        /// Labels and values, in order.
        properties: Vec<(EcoString, Expr)>,
    },
    /// A function literal.
    Function(Box<Function>),
    /// A call.
    Call(Box<Call>),
    /// `OBJECT.NAME`
    Member {
        /// What is looked into.
        object: Box<Expr>,
        /// The label.
        property: EcoString,
    },
    /// `ARRAY[INDEX]`
    Index(Box<(Expr, Expr)>),
    /// An operator before its operand.
    Unary(UnaryOp, Box<Expr>),
    /// An operator between its operands, both evaluated.
    Binary(BinaryOp, Box<(Expr, Expr)>),
    /// `and` and `or`: the right side may stay unevaluated.
    Logical(LogicalOp, Box<(Expr, Expr)>),
    /// Only one branch is evaluated.
    Conditional(Box<Conditional>),
}

/// A part of a string with interpolation.
#[derive(Debug)]
pub enum StringPart {
    /// Text.
    Text(EcoString),
    /// `${E}`, with the span of `${` to `}`.
    Expr(Span, Expr),
}

/// A test and its branches.
#[derive(Debug)]
pub struct Conditional {
    /// The test.
    pub test: Expr,
    /// The value if it holds.
    pub consequent: Expr,
    /// The value if it does not.
    pub alternate: Expr,
}

/// A function literal.
#[derive(Debug)]
pub struct Function {
    /// The parameters, in order.
    pub parameters: Vec<Parameter>,
    /// What is evaluated before the result: local variables, and expressions whose value is dropped.
    pub body: Vec<LocalStatement>,
    /// The result.
    pub result: Expr,
    /// The function's type.
    pub scheme: Scheme,
}

/// A parameter of a function literal.
#[derive(Debug)]
pub struct Parameter {
    /// Its place.
    pub local: LocalId,
    /// Its name.
    pub name: EcoString,
    /// How it is given.
    pub mode: ParameterMode,
    /// Evaluated at each call that leaves the argument out, in the scope around the function.
    pub default: Option<Expr>,
}

/// A statement inside a function.
#[derive(Debug)]
pub struct LocalStatement {
    /// The variable that is bound; none for an expression by itself.
    pub local: Option<LocalId>,
    /// What is evaluated.
    pub value: Expr,
}

/// A call. Evaluated in the order: callee, arguments, piped value.
#[derive(Debug)]
pub struct Call {
    /// What is called.
    pub callee: Expr,
    /// Names and values of the arguments, in the order they are written.
    pub arguments: Vec<(EcoString, Expr)>,
    /// The value that is piped in.
    pub piped: Option<Expr>,
    /// The name that traces show: the identifier or member that is called, else `<anonymous function>`.
    pub name: EcoString,
}

impl Expr {
    /// Visits the function literals in the expression, the outer before the inner.
    pub(crate) fn for_each_function(&mut self, visit: &mut dyn FnMut(&mut Function)) {
        match &mut self.kind {
            ExprKind::Constant(_)
            | ExprKind::Local(_)
            | ExprKind::Global(_)
            | ExprKind::Imported { .. }
            | ExprKind::Package(_)
            | ExprKind::Variable(_) => {}
            ExprKind::Interpolated(parts) => {
                for part in parts {
                    if let StringPart::Expr(_, expr) = part {
                        expr.for_each_function(visit);
                    }
                }
            }
            ExprKind::Array(elements) => elements.iter_mut().for_each(|element| element.for_each_function(visit)),
            ExprKind::Dict(entries) => entries.iter_mut().for_each(|(key, value)| {
                key.for_each_function(visit);
                value.for_each_function(visit);
            }),
            ExprKind::Record { base, properties } => {
                if let Some(base) = base {
                    base.for_each_function(visit);
                }
                properties.iter_mut().for_each(|(_, value)| value.for_each_function(visit));
            }
            ExprKind::Function(function) => {
                visit(function);
                let defaults = function.parameters.iter_mut().filter_map(|parameter| parameter.default.as_mut());
                let body = function.body.iter_mut().map(|statement| &mut statement.value);
                defaults.chain(body).for_each(|expr| expr.for_each_function(visit));
                function.result.for_each_function(visit);
            }
            ExprKind::Call(call) => {
                call.callee.for_each_function(visit);
                call.arguments.iter_mut().for_each(|(_, value)| value.for_each_function(visit));
                if let Some(piped) = &mut call.piped {
                    piped.for_each_function(visit);
                }
            }
            ExprKind::Member { object, .. } => object.for_each_function(visit),
            ExprKind::Unary(_, operand) => operand.for_each_function(visit),
            ExprKind::Index(pair) | ExprKind::Binary(_, pair) | ExprKind::Logical(_, pair) => {
                pair.0.for_each_function(visit);
                pair.1.for_each_function(visit);
            }
            ExprKind::Conditional(conditional) => {
                conditional.test.for_each_function(visit);
                conditional.consequent.for_each_function(visit);
                conditional.alternate.for_each_function(visit);
            }
        }
    }
}
