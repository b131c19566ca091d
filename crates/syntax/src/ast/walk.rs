//! Visits the nodes of a tree in the order they are written, each before what is inside of it.

use super::{
    Block, Chain, Expr, ExprKind, File, Function, FunctionBody, Parameter, Property, Statement, StatementKind,
    StringPart,
};

/// A node that a walk comes across.
#[derive(Clone, Copy, Debug)]
pub enum Node<'a> {
    /// A statement of the file or a block.
    Statement(&'a Statement),
    /// A block of a function or a test case.
    Block(&'a Block),
    /// An expression.
    Expr(&'a Expr),
    /// A property of a record.
    Property(&'a Property),
    /// An argument of a call.
    Argument(&'a Property),
    /// A parameter of a function.
    Parameter(&'a Parameter),
}

impl File {
    /// Visits all nodes.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(Node<'a>)) {
        self.statements.iter().for_each(|statement| in_statement(statement, visit));
    }
}

fn in_statement<'a>(statement: &'a Statement, visit: &mut dyn FnMut(Node<'a>)) {
    visit(Node::Statement(statement));
    match &statement.kind {
        StatementKind::Expression(value) | StatementKind::Return(value) => in_expr(value, visit),
        StatementKind::Assignment(assignment) => in_expr(&assignment.value, visit),
        StatementKind::Option(option) => in_expr(&option.value, visit),
        StatementKind::Testcase(testcase) => in_block(&testcase.body, visit),
        StatementKind::Builtin(_) | StatementKind::Bad => {}
    }
}

fn in_block<'a>(block: &'a Block, visit: &mut dyn FnMut(Node<'a>)) {
    visit(Node::Block(block));
    block.statements.iter().for_each(|statement| in_statement(statement, visit));
}

fn in_expr<'a>(expr: &'a Expr, visit: &mut dyn FnMut(Node<'a>)) {
    visit(Node::Expr(expr));
    match &expr.kind {
        ExprKind::Record(record) => {
            for property in &record.properties {
                visit(Node::Property(property));
                property.value.iter().for_each(|value| in_expr(value, visit));
            }
        }
        ExprKind::Function(function) => in_function(function, visit),
        ExprKind::Call(call) => {
            in_expr(&call.callee, visit);
            for argument in &call.arguments {
                visit(Node::Argument(argument));
                argument.value.iter().for_each(|value| in_expr(value, visit));
            }
        }
        _ => expr.for_each_operand(&mut |operand| in_expr(operand, visit)),
    }
}

impl Expr {
    /// Visits the expressions that this one is put together from, in the order they are written. Those of records, functions
    /// and calls are left out: they belong to properties, parameters, bodies and arguments.
    pub fn for_each_operand<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
        match &self.kind {
            ExprKind::Interpolated(parts) => {
                for part in parts {
                    if let StringPart::Expr(_, expr) = part {
                        visit(expr);
                    }
                }
            }
            ExprKind::Array(elements) => elements.iter().for_each(visit),
            ExprKind::Dict(entries) => entries.iter().for_each(|(key, value)| {
                visit(key);
                visit(value);
            }),
            ExprKind::Paren(inner) | ExprKind::Unary(_, inner) => visit(inner),
            ExprKind::Pipe(pipe) => {
                visit(&pipe.first);
                pipe.calls.iter().for_each(visit);
            }
            ExprKind::Member(member) => visit(&member.object),
            ExprKind::Index(pair) => {
                visit(&pair.0);
                visit(&pair.1);
            }
            ExprKind::Binary(chain) => in_chain(chain, visit),
            ExprKind::Logical(chain) => in_chain(chain, visit),
            ExprKind::Conditional(conditional) => {
                for branch in &conditional.branches {
                    visit(&branch.test);
                    visit(&branch.consequent);
                }
                visit(&conditional.alternate);
            }
            ExprKind::Record(_)
            | ExprKind::Function(_)
            | ExprKind::Call(_)
            | ExprKind::Ident(_)
            | ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::String(_)
            | ExprKind::Regexp(_)
            | ExprKind::Time(_)
            | ExprKind::Duration(_)
            | ExprKind::PipeReceive
            | ExprKind::Label(_)
            | ExprKind::Bad => {}
        }
    }
}

fn in_function<'a>(function: &'a Function, visit: &mut dyn FnMut(Node<'a>)) {
    for parameter in &function.parameters {
        visit(Node::Parameter(parameter));
        parameter.default.iter().for_each(|default| in_expr(default, visit));
    }
    match &function.body {
        FunctionBody::Expr(body) => in_expr(body, visit),
        FunctionBody::Block(block) => in_block(block, visit),
    }
}

fn in_chain<'a, O>(chain: &'a Chain<O>, visit: &mut dyn FnMut(&'a Expr)) {
    visit(&chain.first);
    chain.rest.iter().for_each(|(_, operand)| visit(operand));
}
