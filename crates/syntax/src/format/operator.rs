//! Operators, before and between their operands.

use super::Formatter;
use super::document::Doc;
use super::expression::Level;
use crate::ast::{Expr, ExprKind, UnaryOp};

impl<'a> Formatter<'a> {
    /// `- OPERAND`, `not OPERAND`
    pub(super) fn unary(&mut self, operator: UnaryOp, operand: &'a Expr) -> Doc {
        let (word, least) = match operator {
            UnaryOp::Minus => ("-", Level::Postfix),
            UnaryOp::Plus => ("+", Level::Postfix),
            UnaryOp::Not => ("not ", Level::Not),
            UnaryOp::Exists => ("exists ", Level::Not),
        };
        let signs = |expr: &Expr| matches!(expr.kind, ExprKind::Unary(UnaryOp::Minus | UnaryOp::Plus, _));
        let least = if signs(self.bare(operand)) { Level::Open } else { least };
        let word = self.docs.text(word);
        let operand = self.operand(operand, least);
        self.docs.concat([word, operand])
    }

    /// A chain of operators between operands: a line breaks around those that do not fit it.
    pub(super) fn operators(&mut self, expr: &'a Expr) -> Doc {
        let mut parts = Vec::new();
        self.chain(expr, Level::Open, &mut parts);
        let rest = parts.split_off(1.min(parts.len()));
        let rest = self.docs.concat(rest);
        let rest = self.docs.nest(rest);
        self.docs.concat(parts.into_iter().chain([rest]))
    }

    /// Adds the operands and operators of an expression: first an operand, then by turns.
    fn chain(&mut self, expr: &'a Expr, least: Level, parts: &mut Vec<Doc>) {
        let expr = self.bare(expr);
        let level = self.level(expr);
        match &expr.kind {
            ExprKind::Binary(chain) if level >= least => {
                let rest = chain.rest.iter().map(|(operator, operand)| (operator.as_str(), operand));
                self.links(&chain.first, level, rest, parts);
            }
            ExprKind::Logical(chain) if level >= least => {
                let rest = chain.rest.iter().map(|(operator, operand)| (operator.as_str(), operand));
                self.links(&chain.first, level, rest, parts);
            }
            _ => parts.push(self.operand(expr, least)),
        }
    }

    /// Adds operands and the operators between them, which are of one level.
    fn links(
        &mut self,
        first: &'a Expr,
        level: Level,
        rest: impl Iterator<Item = (&'static str, &'a Expr)>,
        parts: &mut Vec<Doc>,
    ) {
        self.chain(first, level, parts);
        let mut end_before = first.span.end;
        for (operator, operand) in rest {
            let comments = self.comments(self.token_at(end_before));
            let line = self.docs.line();
            let operator = self.docs.text(operator);
            let operator = self.docs.concat([line, operator, line]);
            let operator = self.docs.group(operator);
            parts.push(self.docs.concat([comments, operator]));
            self.chain(operand, level.tighter(), parts);
            end_before = operand.span.end;
        }
    }
}
