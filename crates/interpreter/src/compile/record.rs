//! Records and dictionaries.

use ecow::EcoString;
use fluxlet_semantic::ir::Expr;
use fluxlet_syntax::Span;

use super::{Compiler, Task};
use crate::chunk::Shape;
use crate::opcode::Op;

impl<'a> Compiler<'a> {
    pub(super) fn record(&mut self, base: Option<&'a Expr>, properties: &'a [(EcoString, Expr)], span: Span) {
        let labels: Vec<EcoString> = properties.iter().map(|(label, _)| label.clone()).collect();
        let mut seen = std::collections::HashSet::new();
        let duplicate = labels.iter().find(|label| !seen.insert(label.as_str())).cloned();
        self.code.shapes.push(Shape { shared: labels.iter().cloned().collect(), labels, duplicate });
        let shape = self.code.shapes.len() as u32 - 1;
        let op = if base.is_some() { Op::Extend(shape) } else { Op::Record(shape) };
        self.then([Task::Emit(op, span)]);
        self.then(properties.iter().map(|(_, value)| Task::Expr(value)));
        self.then(base.map(Task::Expr));
    }

    pub(super) fn dict(&mut self, entries: &'a [(Expr, Expr)], span: Span) {
        self.then([Task::Emit(Op::Dict(entries.len() as u32), span)]);
        for (key, value) in entries.iter().rev() {
            self.then([Task::Expr(key), Task::Expr(value)]);
        }
    }
}
