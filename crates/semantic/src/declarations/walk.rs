//! Visits names, assignments and functions of a tree in the order they are written.

use ecow::EcoString;
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{Assignment, Expr, ExprKind, Function, FunctionBody, Property, Statement, StatementKind};

/// Is told what a walk comes across.
pub(super) trait Visitor<'a> {
    /// Tells whether nothing more need be visited.
    fn done(&self) -> bool;
    /// A function begins; its parameters are known from here on.
    fn enter(&mut self, function: &'a Function);
    /// The function that began last ends.
    fn leave(&mut self);
    /// A variable is assigned; its value is visited next.
    fn assignment(&mut self, assignment: &'a Assignment, span: Span);
    /// A name is used.
    fn name(&mut self, name: &'a EcoString, span: Span);
}

/// Visits statements of a file or a block.
pub(super) fn statements<'a>(statements: &'a [Statement], visitor: &mut impl Visitor<'a>) {
    for statement in statements {
        match &statement.kind {
            StatementKind::Expression(value) | StatementKind::Return(value) => expression(value, visitor),
            StatementKind::Assignment(assignment) => {
                visitor.assignment(assignment, statement.span);
                expression(&assignment.value, visitor);
            }
            StatementKind::Option(option) => expression(&option.value, visitor),
            StatementKind::Testcase(_) | StatementKind::Builtin(_) | StatementKind::Bad => {}
        }
    }
}

/// Visits an expression and what is inside it.
pub(super) fn expression<'a>(expr: &'a Expr, visitor: &mut impl Visitor<'a>) {
    if visitor.done() {
        return;
    }
    match &expr.kind {
        ExprKind::Ident(name) => visitor.name(name, expr.span),
        ExprKind::Record(record) => {
            if let Some(base) = &record.base {
                visitor.name(&base.name, base.span);
            }
            properties(&record.properties, visitor);
        }
        ExprKind::Function(function) => {
            visitor.enter(function);
            for default in function.parameters.iter().filter_map(|parameter| parameter.default.as_ref()) {
                expression(default, visitor);
            }
            match &function.body {
                FunctionBody::Expr(body) => expression(body, visitor),
                FunctionBody::Block(block) => statements(&block.statements, visitor),
            }
            visitor.leave();
        }
        ExprKind::Call(call) => {
            expression(&call.callee, visitor);
            properties(&call.arguments, visitor);
        }
        _ => expr.for_each_operand(&mut |operand| expression(operand, visitor)),
    }
}

fn properties<'a>(properties: &'a [Property], visitor: &mut impl Visitor<'a>) {
    for property in properties {
        match &property.value {
            Some(value) => expression(value, visitor),
            None => visitor.name(property.key.name(), property.key.span()),
        }
    }
}
