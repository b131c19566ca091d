//! Builds typed trees, and runs them.

use std::collections::HashMap;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context as TaskContext, Poll, Waker};

use fluxlet_runtime::types::{FunctionType, Parameter as ParameterType, ParameterMode, Scheme, Type, Variable};
use fluxlet_runtime::{
    Builtin, BuiltinFunction, Context, Error, Function as FunctionValue, Limits, Regexp, Result, Run, Signature, Time,
    Value, display,
};
use fluxlet_semantic::ir::*;
use fluxlet_syntax::ast::{BinaryOp, LogicalOp, UnaryOp};
use fluxlet_syntax::{Source, Span};

use crate::{Code, Output, Packages, Vm, compile, drive};

pub(crate) fn at(start: u32, end: u32, mut expr: Expr) -> Expr {
    let span = Span::new(start, end);
    expr.span = span;
    match &mut expr.kind {
        ExprKind::Binary(chain) => chain.rest.iter_mut().for_each(|operation| operation.span = span),
        ExprKind::Logical(chain) => chain.rest.iter_mut().for_each(|operation| operation.span = span),
        ExprKind::Conditional(conditional) => conditional.branches.iter_mut().for_each(|branch| branch.span = span),
        ExprKind::Pipe(pipe) => pipe.calls.iter_mut().for_each(|call| call.0 = span),
        _ => {}
    }
    expr
}

pub(crate) fn expr(kind: ExprKind) -> Expr {
    Expr { span: Span::default(), kind }
}

pub(crate) fn constant(value: impl Into<Value>) -> Expr {
    expr(ExprKind::Constant(value.into()))
}

pub(crate) fn int(value: i64) -> Expr {
    constant(value)
}

pub(crate) fn text(value: &str) -> Expr {
    constant(value)
}

pub(crate) fn null() -> Expr {
    constant(Value::NULL)
}

pub(crate) fn regexp(pattern: &str) -> Value {
    Value::Regexp(Arc::new(Regexp::new(pattern).unwrap()))
}

pub(crate) fn time(text: &str) -> Value {
    Time::parse(text).unwrap().into()
}

pub(crate) fn local(id: LocalId) -> Expr {
    expr(ExprKind::Local(id))
}

pub(crate) fn global(slot: u32) -> Expr {
    expr(ExprKind::Global(slot))
}

pub(crate) fn imported(package: PackageId, slot: u32) -> Expr {
    expr(ExprKind::Imported { package, slot })
}

pub(crate) fn array(elements: impl IntoIterator<Item = Expr>) -> Expr {
    expr(ExprKind::Array(elements.into_iter().collect()))
}

pub(crate) fn dict(entries: impl IntoIterator<Item = (Expr, Expr)>) -> Expr {
    expr(ExprKind::Dict(entries.into_iter().collect()))
}

pub(crate) fn record<const N: usize>(properties: [(&str, Expr); N]) -> Expr {
    expr(ExprKind::Record { base: None, properties: named(properties) })
}

pub(crate) fn with<const N: usize>(base: Expr, properties: [(&str, Expr); N]) -> Expr {
    expr(ExprKind::Record { base: Some(Box::new(base)), properties: named(properties) })
}

pub(crate) fn member(object: Expr, property: &str) -> Expr {
    expr(ExprKind::Member { object: Box::new(object), property: property.into() })
}

pub(crate) fn index(array: Expr, index: Expr) -> Expr {
    expr(ExprKind::Index(Box::new((array, index))))
}

pub(crate) fn unary(op: UnaryOp, operand: Expr) -> Expr {
    expr(ExprKind::Unary(op, Box::new(operand)))
}

pub(crate) fn binary(left: Expr, op: BinaryOp, right: Expr) -> Expr {
    expr(ExprKind::Binary(Box::new(chain(left, op, right))))
}

pub(crate) fn add(left: Expr, right: Expr) -> Expr {
    binary(left, BinaryOp::Add, right)
}

pub(crate) fn and(left: Expr, right: Expr) -> Expr {
    expr(ExprKind::Logical(Box::new(chain(left, LogicalOp::And, right))))
}

pub(crate) fn or(left: Expr, right: Expr) -> Expr {
    expr(ExprKind::Logical(Box::new(chain(left, LogicalOp::Or, right))))
}

fn chain<O>(first: Expr, operator: O, operand: Expr) -> Chain<O> {
    Chain { first, rest: vec![Operation { span: Span::default(), operator, operand }] }
}

pub(crate) fn conditional(test: Expr, consequent: Expr, alternate: Expr) -> Expr {
    let branches = vec![Branch { span: Span::default(), test, consequent }];
    expr(ExprKind::Conditional(Box::new(Conditional { branches, alternate })))
}

pub(crate) fn interpolated(parts: impl IntoIterator<Item = StringPart>) -> Expr {
    expr(ExprKind::Interpolated(parts.into_iter().collect()))
}

pub(crate) fn part(value: Expr) -> StringPart {
    StringPart::Expr(Span::default(), value)
}

pub(crate) fn required(local: LocalId, name: &str) -> Parameter {
    Parameter { local, name: name.into(), mode: ParameterMode::Required, default: None }
}

pub(crate) fn optional(local: LocalId, name: &str, default: Expr) -> Parameter {
    Parameter { local, name: name.into(), mode: ParameterMode::Optional, default: Some(default) }
}

pub(crate) fn pipe(local: LocalId, name: &str) -> Parameter {
    Parameter { local, name: name.into(), mode: ParameterMode::Pipe, default: None }
}

pub(crate) fn function(parameters: impl IntoIterator<Item = Parameter>, result: Expr) -> Expr {
    block(parameters, [], result)
}

pub(crate) fn block(
    parameters: impl IntoIterator<Item = Parameter>,
    body: impl IntoIterator<Item = (LocalId, Expr)>,
    result: Expr,
) -> Expr {
    let body = body.into_iter().map(|(local, value)| LocalStatement { local: Some(local), value });
    expr(ExprKind::Function(Box::new(Function {
        parameters: parameters.into_iter().collect(),
        body: body.collect(),
        result,
        scheme: Scheme::of(Type::Null),
    })))
}

pub(crate) fn call<const N: usize>(callee: Expr, arguments: [(&str, Expr); N]) -> Expr {
    call_as("f", callee, arguments, None)
}

pub(crate) fn piped<const N: usize>(value: Expr, callee: Expr, arguments: [(&str, Expr); N]) -> Expr {
    call_as("f", callee, arguments, Some(value))
}

pub(crate) fn call_as<const N: usize>(
    name: &str,
    callee: Expr,
    arguments: [(&str, Expr); N],
    piped: Option<Expr>,
) -> Expr {
    let call = Call { callee, arguments: named(arguments), name: name.into() };
    expr(match piped {
        None => ExprKind::Call(Box::new(call)),
        Some(first) => ExprKind::Pipe(Box::new(Pipe { first, calls: vec![(Span::default(), call)] })),
    })
}

/// A builtin as a value; parameters are marked `?` if they are optional and `<-` if they are piped.
pub(crate) fn builtin(name: &str, parameters: &[&str], builtin: Builtin) -> Expr {
    builtin_value(name, parameters, Some(builtin))
}

pub(crate) fn builtin_value(name: &str, parameters: &[&str], builtin: Option<Builtin>) -> Expr {
    let ty = Type::Variable(Variable(0));
    let parameters = parameters.iter().map(|name| {
        let (mode, name) = match (name.strip_prefix('?'), name.strip_prefix("<-")) {
            (Some(name), _) => (ParameterMode::Optional, name),
            (_, Some(name)) => (ParameterMode::Pipe, name),
            _ => (ParameterMode::Required, *name),
        };
        ParameterType { name: name.into(), mode, ty: ty.clone() }
    });
    let function = FunctionType { parameters: parameters.collect(), result: ty.clone() };
    let signature = Arc::new(Signature::new(&function));
    let scheme = Scheme { kinds: vec![Default::default()], ty: Type::Function(Arc::new(function)) };
    let function = BuiltinFunction { package: "test".into(), name: name.into(), scheme, signature, builtin };
    constant(FunctionValue::Builtin(Arc::new(function)))
}

/// A builtin that always fails.
pub(crate) fn die() -> Expr {
    builtin("die", &["msg"], Builtin::Pure(|_, arguments| Err(Error::invalid(arguments.required::<&str>("msg")?))))
}

pub(crate) fn module(
    imports: impl IntoIterator<Item = PackageId>,
    globals: &[&str],
    statements: impl IntoIterator<Item = Statement>,
) -> Module {
    let global = |name: &&str| Global { name: (*name).into(), scheme: Scheme::of(Type::Null), option: false };
    Module {
        name: "main".into(),
        imports: imports.into_iter().collect(),
        globals: globals.iter().map(global).collect(),
        statements: statements.into_iter().collect(),
    }
}

pub(crate) fn assign(slot: u32, value: Expr) -> Statement {
    Statement::Assign { slot, value }
}

pub(crate) fn program(value: Expr) -> Module {
    module([], &[], [Statement::Expression(value)])
}

pub(crate) struct Library(pub(crate) Vec<Arc<Code>>);

impl Packages for Library {
    fn code(&self, id: PackageId) -> Result<Arc<Code>> {
        self.0.get(id as usize).cloned().ok_or_else(|| Error::internal("no such package"))
    }
}

pub(crate) fn code(module: &Module) -> Arc<Code> {
    // Long enough for every span of the tests; each line has ten bytes.
    let source = Source::new("main", "123456789\n".repeat(20));
    compile(module, &source, &HashMap::new()).unwrap()
}

pub(crate) fn vm(module: &Module, limits: Limits) -> Vm {
    vm_with(module, Library(Vec::new()), &Context::new().with_limits(limits))
}

pub(crate) fn vm_with(module: &Module, library: Library, context: &Context) -> Vm {
    Vm::new(code(module), Arc::new(library), Run::new(context))
}

pub(crate) fn run(module: &Module) -> Result<Output> {
    block_on(drive(vm(module, Limits { time: None, ..Limits::default() })))
}

/// Polls until the future is ready; the futures of these tests need nobody to wake them.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = TaskContext::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// Returns what an expression gives, as `display` shows it, or the chain of its error.
pub(crate) fn evaluate(value: Expr) -> String {
    outcome(run(&program(value)))
}

pub(crate) fn outcome(result: Result<Output>) -> String {
    match result {
        Ok(output) => {
            let values: Vec<String> = output.results.iter().map(|(_, value)| display(value, 10_000).unwrap()).collect();
            values.join("; ")
        }
        Err(error) => {
            let code = error.code();
            let calls = error.trace().iter().rev().filter(|frame| !frame.function.is_empty());
            let calls: String = calls.map(|frame| format!("{} > ", frame.function)).collect();
            format!("{code}: {calls}{}", error.message())
        }
    }
}

#[track_caller]
pub(crate) fn check(value: Expr, expected: &str) {
    assert_eq!(evaluate(value), expected);
}

fn named<const N: usize>(entries: [(&str, Expr); N]) -> Vec<(ecow::EcoString, Expr)> {
    entries.into_iter().map(|(name, value)| (name.into(), value)).collect()
}
