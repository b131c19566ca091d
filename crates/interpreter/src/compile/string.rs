//! Strings with interpolation.

use fluxlet_runtime::Value;
use fluxlet_semantic::ir::StringPart;
use fluxlet_syntax::Span;

use super::{Compiler, Task};
use crate::opcode::Op;

impl<'a> Compiler<'a> {
    pub(super) fn interpolated(&mut self, parts: &'a [StringPart], span: Span) {
        self.then([Task::Emit(Op::Concat(parts.len() as u32), span)]);
        for part in parts.iter().rev() {
            match part {
                StringPart::Text(text) => {
                    let op = self.constant(Value::String(text.clone()));
                    self.then([Task::Emit(op, span)]);
                }
                StringPart::Expr(place, expr) => self.then([Task::Expr(expr), Task::Emit(Op::Text, *place)]),
            }
        }
    }
}
