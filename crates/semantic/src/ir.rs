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
    /// The packages to evaluate before it, in order: those of the prelude that it uses, then its imports.
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
    /// `FIRST |> CALL |> CALL`
    Pipe(Box<Pipe>),
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
    /// Operators between operands, all of which are evaluated.
    Binary(Box<Chain<BinaryOp>>),
    /// `and` or `or` between operands: what is on the right of one may stay unevaluated.
    Logical(Box<Chain<LogicalOp>>),
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

/// Operators between operands, which apply from left to right.
#[derive(Debug)]
pub struct Chain<O> {
    /// The operand on the left.
    pub first: Expr,
    /// The operators, in order, at least one.
    pub rest: Vec<Operation<O>>,
}

/// An operator, whose left operand is everything before it.
#[derive(Debug)]
pub struct Operation<O> {
    /// From the first operand of the chain to the right one of this operator.
    pub span: Span,
    /// The operator.
    pub operator: O,
    /// The operand on its right.
    pub operand: Expr,
}

/// Tests, one after the other, and what they choose.
#[derive(Debug)]
pub struct Conditional {
    /// The tests, in order, at least one.
    pub branches: Vec<Branch>,
    /// The value if no test holds.
    pub alternate: Expr,
}

/// A test and what it chooses.
#[derive(Debug)]
pub struct Branch {
    /// From `if` to the end of the conditional.
    pub span: Span,
    /// The test.
    pub test: Expr,
    /// The value if it holds, and none before it does.
    pub consequent: Expr,
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

/// A call. Evaluated in the order: callee, arguments.
#[derive(Debug)]
pub struct Call {
    /// What is called.
    pub callee: Expr,
    /// Names and values of the arguments, in the order they are written.
    pub arguments: Vec<(EcoString, Expr)>,
    /// The name that traces show: the identifier or member that is called, else `<anonymous function>`.
    pub name: EcoString,
}

/// `FIRST |> CALL |> CALL`: each call is given the value before it. Evaluated in the order: callees and arguments of the
/// calls, those of the last call before those of the others; the first value; the calls from the first to the last.
#[derive(Debug)]
pub struct Pipe {
    /// What the first call is given.
    pub first: Expr,
    /// The calls with their places, in order, at least one.
    pub calls: Vec<(Span, Call)>,
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
            ExprKind::Call(call) => call.for_each_function(visit),
            ExprKind::Pipe(pipe) => {
                pipe.first.for_each_function(visit);
                pipe.calls.iter_mut().for_each(|(_, call)| call.for_each_function(visit));
            }
            ExprKind::Member { object, .. } => object.for_each_function(visit),
            ExprKind::Unary(_, operand) => operand.for_each_function(visit),
            ExprKind::Index(pair) => {
                pair.0.for_each_function(visit);
                pair.1.for_each_function(visit);
            }
            ExprKind::Binary(chain) => chain.for_each_function(visit),
            ExprKind::Logical(chain) => chain.for_each_function(visit),
            ExprKind::Conditional(conditional) => {
                for branch in &mut conditional.branches {
                    branch.test.for_each_function(visit);
                    branch.consequent.for_each_function(visit);
                }
                conditional.alternate.for_each_function(visit);
            }
        }
    }
}

impl Call {
    fn for_each_function(&mut self, visit: &mut dyn FnMut(&mut Function)) {
        self.callee.for_each_function(visit);
        self.arguments.iter_mut().for_each(|(_, value)| value.for_each_function(visit));
    }
}

impl<O> Chain<O> {
    fn for_each_function(&mut self, visit: &mut dyn FnMut(&mut Function)) {
        self.first.for_each_function(visit);
        self.rest.iter_mut().for_each(|operation| operation.operand.for_each_function(visit));
    }
}
