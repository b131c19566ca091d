//! Expressions without a file of their own, and the way to those that have one.

use fluxlet_semantic::ir::{Expr, ExprKind};
use fluxlet_syntax::Diagnostic;

use super::{Compiler, Task};
use crate::opcode::Op;

impl<'a> Compiler<'a> {
    pub(super) fn expression(&mut self, expr: &'a Expr) -> Result<(), Diagnostic> {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Constant(value) => {
                let op = self.constant(value.clone());
                self.emit(op, span);
            }
            ExprKind::Local(local) => {
                let op = self.local(*local, span)?;
                self.emit(op, span);
            }
            ExprKind::Global(slot) => self.emit(Op::Global(*slot), span),
            ExprKind::Imported { package, slot } => {
                let imported = self.import(*package, *slot);
                self.emit(Op::Imported(imported), span);
            }
            ExprKind::Package(package) => self.emit(Op::Package(*package), span),
            ExprKind::Variable(name) => {
                let name = self.name(name);
                self.emit(Op::Variable(name), span);
            }
            ExprKind::Interpolated(parts) => self.interpolated(parts, span),
            ExprKind::Array(elements) => {
                self.then([Task::Emit(Op::Array(elements.len() as u32), span)]);
                self.then(elements.iter().map(Task::Expr));
            }
            ExprKind::Dict(entries) => self.dict(entries, span),
            ExprKind::Record { base, properties } => self.record(base.as_deref(), properties, span),
            ExprKind::Function(function) => self.function(function, span)?,
            ExprKind::Call(call) => self.call(call, span),
            ExprKind::Pipe(pipe) => self.pipe(pipe),
            ExprKind::Member { object, property } => {
                let name = self.name(property);
                self.then([Task::Expr(object), Task::Emit(Op::Member(name), span)]);
            }
            ExprKind::Index(pair) => {
                self.then([Task::Expr(&pair.0), Task::Expr(&pair.1), Task::Emit(Op::Index, span)]);
            }
            ExprKind::Unary(op, operand) => self.then([Task::Expr(operand), Task::Emit(Op::Unary(*op), span)]),
            ExprKind::Binary(chain) => {
                for next in chain.rest.iter().rev() {
                    self.then([Task::Expr(&next.operand), Task::Emit(Op::Binary(next.operator), next.span)]);
                }
                self.then([Task::Expr(&chain.first)]);
            }
            ExprKind::Logical(chain) => self.logical(chain),
            ExprKind::Conditional(conditional) => self.conditional(conditional),
        }
        Ok(())
    }
}
