//! What leaves a part of itself unevaluated: `and`, `or`, `if`.

use fluxlet_semantic::ir::{Chain, Conditional};
use fluxlet_syntax::ast::LogicalOp;

use super::{Compiler, Task};
use crate::opcode::Op;

impl<'a> Compiler<'a> {
    pub(super) fn logical(&mut self, chain: &'a Chain<LogicalOp>) {
        for next in chain.rest.iter().rev() {
            let end = self.label();
            self.then([
                Task::Jump(Op::Short(next.operator, 0), end, next.span),
                Task::Expr(&next.operand),
                Task::Emit(Op::Truth(next.operator), next.span),
                Task::Bind(end),
            ]);
        }
        self.then([Task::Expr(&chain.first)]);
    }

    pub(super) fn conditional(&mut self, conditional: &'a Conditional) {
        let end = self.label();
        self.then([Task::Expr(&conditional.alternate), Task::Bind(end)]);
        for branch in conditional.branches.iter().rev() {
            let alternate = self.label();
            self.then([
                Task::Expr(&branch.test),
                Task::Jump(Op::Unless(0), alternate, branch.test.span),
                Task::Expr(&branch.consequent),
                Task::Jump(Op::Jump(0), end, branch.span),
                Task::Bind(alternate),
            ]);
        }
    }
}
