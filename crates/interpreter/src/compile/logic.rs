//! What leaves a part of itself unevaluated: `and`, `or`, `if`.

use fluxlet_semantic::ir::{Conditional, Expr};
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::LogicalOp;

use super::{Compiler, Task};
use crate::opcode::Op;

impl<'a> Compiler<'a> {
    pub(super) fn logical(&mut self, op: LogicalOp, (left, right): &'a (Expr, Expr), span: Span) {
        let end = self.label();
        self.then([
            Task::Expr(left),
            Task::Jump(Op::Short(op, 0), end, span),
            Task::Expr(right),
            Task::Emit(Op::Truth(op), span),
            Task::Bind(end),
        ]);
    }

    pub(super) fn conditional(&mut self, conditional: &'a Conditional, span: Span) {
        let alternate = self.label();
        let end = self.label();
        self.then([
            Task::Expr(&conditional.test),
            Task::Jump(Op::Unless(0), alternate, conditional.test.span),
            Task::Expr(&conditional.consequent),
            Task::Jump(Op::Jump(0), end, span),
            Task::Bind(alternate),
            Task::Expr(&conditional.alternate),
            Task::Bind(end),
        ]);
    }
}
