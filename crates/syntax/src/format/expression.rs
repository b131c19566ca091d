//! Expressions: which parentheses they need, and what they look like.

use super::Formatter;
use super::document::{Doc, Test};
use crate::Span;
use crate::ast::{BinaryOp, Chain, Conditional, Expr, ExprKind, LogicalOp, UnaryOp};

/// How tightly the outermost part of an expression binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Level {
    /// Conditionals and functions, which reach as far to the right as they can.
    Open,
    Or,
    And,
    Not,
    Compare,
    Add,
    Mul,
    Pow,
    Pipe,
    Unary,
    Postfix,
    Primary,
}

impl Level {
    pub(super) fn of_binary(chain: &Chain<BinaryOp>) -> Level {
        match chain.rest.first() {
            Some((BinaryOp::Mul | BinaryOp::Div | BinaryOp::Mod, _)) => Level::Mul,
            Some((BinaryOp::Add | BinaryOp::Sub, _)) => Level::Add,
            Some((BinaryOp::Pow, _)) => Level::Pow,
            _ => Level::Compare,
        }
    }

    pub(super) fn of_logical(chain: &Chain<LogicalOp>) -> Level {
        match chain.rest.first() {
            Some((LogicalOp::Or, _)) => Level::Or,
            _ => Level::And,
        }
    }

    /// Returns the next level of operators between operands that binds more tightly.
    pub(super) fn tighter(self) -> Level {
        match self {
            Level::Open => Level::Or,
            Level::Or => Level::And,
            Level::And => Level::Not,
            Level::Not => Level::Compare,
            Level::Compare => Level::Add,
            Level::Add => Level::Mul,
            Level::Mul => Level::Pow,
            Level::Pow => Level::Pipe,
            Level::Pipe => Level::Unary,
            Level::Unary => Level::Postfix,
            Level::Postfix | Level::Primary => Level::Primary,
        }
    }
}

impl<'a> Formatter<'a> {
    /// Returns an expression that may be of any kind.
    pub(super) fn expression(&mut self, expr: &'a Expr) -> Doc {
        self.operand(expr, Level::Open)
    }

    /// Returns an expression, in parentheses if it binds less tightly than `least`.
    pub(super) fn operand(&mut self, expr: &'a Expr, least: Level) -> Doc {
        let expr = self.bare(expr);
        let comments = self.comments(self.first_token(expr));
        let inner = if self.level(expr) < least { self.in_parens(expr) } else { self.bare_expression(expr) };
        self.docs.concat([comments, inner])
    }

    /// Returns an expression in parentheses.
    pub(super) fn in_parens(&mut self, expr: &'a Expr) -> Doc {
        let open = self.docs.text("(");
        let inner = self.expression(expr);
        let close = self.docs.text(")");
        self.docs.concat([open, inner, close])
    }

    /// Returns what stands in the redundant parentheses around an expression. Parentheses with a comment at their end
    /// are kept: it would come to stand behind more than it is about.
    pub(super) fn bare(&self, expr: &'a Expr) -> &'a Expr {
        let mut expr = expr;
        while let ExprKind::Paren(inner) = &expr.kind {
            if self.has_comments(Span::new(inner.span.end, expr.span.end)) {
                break;
            }
            expr = inner;
        }
        expr
    }

    /// Returns how tightly a bare expression binds.
    ///
    /// Signs bind as tightly as sums do, which is less than they could: `(-a) ^ b` reads better than `-a ^ b`.
    pub(super) fn level(&self, expr: &Expr) -> Level {
        match &expr.kind {
            ExprKind::Function(_) | ExprKind::Conditional(_) => Level::Open,
            ExprKind::Logical(chain) => Level::of_logical(chain),
            ExprKind::Binary(chain) => Level::of_binary(chain),
            ExprKind::Unary(UnaryOp::Not | UnaryOp::Exists, _) => Level::Not,
            ExprKind::Unary(UnaryOp::Minus | UnaryOp::Plus, _) if self.fewest_parens => Level::Unary,
            ExprKind::Unary(UnaryOp::Minus | UnaryOp::Plus, _) => Level::Add,
            ExprKind::Pipe(_) => Level::Pipe,
            ExprKind::Call(_) | ExprKind::Member(_) | ExprKind::Index(_) => Level::Postfix,
            _ => Level::Primary,
        }
    }

    /// Returns the bare expression that an expression starts with, which starts with no other; `None` if that is in
    /// parentheses.
    pub(super) fn first_part(&self, expr: &'a Expr) -> Option<&'a Expr> {
        let mut expr = self.bare(expr);
        while let Some((left, least)) = left_part(expr) {
            expr = self.bare(left);
            if self.level(expr) < least {
                return None;
            }
        }
        Some(expr).filter(|expr| !matches!(expr.kind, ExprKind::Paren(_)))
    }

    /// Returns the offset of the first token of an expression that is neither a redundant parenthesis nor one that
    /// [`Formatter::operand`] puts there: comments stand before both.
    pub(super) fn first_token(&self, expr: &'a Expr) -> u32 {
        let mut expr = self.bare(expr);
        while let Some((left, _)) = left_part(expr) {
            expr = self.bare(left);
        }
        expr.span.start
    }

    /// Returns a value after `=`, `:` or `return`: on the same line, or on the next one.
    pub(super) fn hang(&mut self, value: &'a Expr) -> Doc {
        let value = self.bare(value);
        let comments = self.comments(self.first_token(value));
        let inner = self.bare_expression(value);
        if comments != Doc::NIL {
            let both = self.docs.concat([comments, inner]);
            return self.docs.nest(both);
        }
        let space = self.docs.text(" ");
        let beside = self.docs.concat([space, inner]);
        match &value.kind {
            ExprKind::Array(_) | ExprKind::Record(_) | ExprKind::Function(_) => beside,
            ExprKind::Interpolated(_) | ExprKind::Index(_) if self.first_part(value).is_some() => {
                let line = self.docs.hard_line();
                let below = self.docs.concat([line, inner]);
                let below = self.docs.nest(below);
                self.docs.either(Test::Start, beside, below)
            }
            _ => {
                let line = self.docs.line();
                let below = self.docs.concat([line, inner]);
                let below = self.docs.nest(below);
                self.docs.group(below)
            }
        }
    }

    /// Returns an expression without the comments before it.
    fn bare_expression(&mut self, expr: &'a Expr) -> Doc {
        match &expr.kind {
            ExprKind::Interpolated(parts) => self.interpolated(parts),
            ExprKind::Duration(parts) => self.duration(parts),
            ExprKind::Label(name) => self.label(name),
            ExprKind::Array(items) => self.array(expr, items),
            ExprKind::Dict(pairs) => self.dict(expr, pairs),
            ExprKind::Record(record) => self.record(expr, record),
            ExprKind::Paren(inner) => self.kept_parens(expr, inner),
            ExprKind::Function(function) => self.function(expr, function),
            ExprKind::Call(call) => self.call(expr, call),
            ExprKind::Pipe(_) => self.pipe(expr),
            ExprKind::Member(member) => self.member(expr, member),
            ExprKind::Index(parts) => self.index(expr, &parts.0, &parts.1),
            ExprKind::Unary(operator, operand) => self.unary(*operator, operand),
            ExprKind::Binary(_) | ExprKind::Logical(_) => self.operators(expr),
            ExprKind::Conditional(conditional) => self.conditional(expr, conditional),
            ExprKind::Ident(_)
            | ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::String(_)
            | ExprKind::Regexp(_)
            | ExprKind::Time(_)
            | ExprKind::PipeReceive
            | ExprKind::Bad => self.docs.text(self.text_of(expr.span)),
        }
    }

    fn kept_parens(&mut self, expr: &'a Expr, inner: &'a Expr) -> Doc {
        let open = self.docs.text("(");
        let inner = self.expression(inner);
        let comments = self.comments(expr.span.end.saturating_sub(1));
        let inner = self.docs.concat([inner, comments]);
        let inner = self.docs.nest(inner);
        let close = self.docs.text(")");
        self.docs.concat([open, inner, close])
    }

    /// `FIRST |> CALL |> CALL`, on one line only if it was on one line.
    fn pipe(&mut self, expr: &'a Expr) -> Doc {
        // The last stage first: each with where the one before it ends.
        let mut stages: Vec<(u32, &'a Expr)> = Vec::new();
        let mut first = expr;
        while let ExprKind::Pipe(pipe) = &first.kind {
            let ends = [&pipe.first].into_iter().chain(&pipe.calls).map(|before| before.span.end);
            let start = stages.len();
            stages.extend(ends.zip(&pipe.calls));
            stages[start..].reverse();
            first = self.bare(&pipe.first);
        }
        let first = self.operand(first, Level::Pipe);
        let mut parts = Vec::new();
        for (end_before, call) in stages.into_iter().rev() {
            let operator_at = self.token_at(end_before);
            parts.push(self.comment_at_line_end(operator_at));
            parts.push(self.docs.line());
            parts.push(self.comments(operator_at));
            parts.push(self.docs.text("|> "));
            parts.push(self.operand(call, Level::Postfix));
        }
        let rest = self.docs.concat(parts);
        let rest = self.docs.nest(rest);
        let force = self.force_if_broken(expr);
        let pipe = self.docs.concat([force, first, rest]);
        self.docs.group(pipe)
    }

    /// `if TEST then CONSEQUENT else if TEST then CONSEQUENT else ALTERNATE`, on one line only if it was on one line.
    fn conditional(&mut self, expr: &'a Expr, conditional: &'a Conditional) -> Doc {
        let mut conditional = conditional;
        let mut parts = vec![self.force_if_broken(expr)];
        let mut first = true;
        loop {
            for branch in &conditional.branches {
                if !std::mem::take(&mut first) {
                    parts.push(self.docs.text(" "));
                    parts.push(self.comments(branch.span.start));
                }
                parts.push(self.test(&branch.test));
                parts.push(self.branch(&branch.consequent));
                let else_at = self.token_at(branch.consequent.span.end);
                parts.push(self.comment_at_line_end(else_at));
                parts.push(self.docs.line());
                parts.push(self.comments(else_at));
                parts.push(self.docs.text("else"));
            }
            let alternate = self.bare(&conditional.alternate);
            match &alternate.kind {
                ExprKind::Conditional(next) => conditional = next,
                _ => {
                    parts.push(self.branch(alternate));
                    break;
                }
            }
        }
        let conditional = self.docs.concat(parts);
        self.docs.group(conditional)
    }

    /// `if TEST then`
    fn test(&mut self, condition: &'a Expr) -> Doc {
        let keyword = self.docs.text("if ");
        let test = self.expression(condition);
        let test = self.docs.nest(test);
        let then_at = self.token_at(condition.span.end);
        let at_line_end = self.comment_at_line_end(then_at);
        let line = self.docs.line();
        let comments = self.comments(then_at);
        let then = self.docs.text("then");
        let test = self.docs.concat([keyword, test, at_line_end, line, comments, then]);
        self.docs.group(test)
    }

    /// What stands after `then`, `else` or `=>`: beside it or below.
    pub(super) fn branch(&mut self, value: &'a Expr) -> Doc {
        let comments = self.comment_at_line_end(self.first_token(value));
        let line = self.docs.line();
        let value = self.expression(value);
        let below = self.docs.concat([line, value]);
        let below = self.docs.nest(below);
        self.docs.concat([comments, below])
    }

    /// Breaks the groups around it if the expression had several lines.
    fn force_if_broken(&mut self, expr: &Expr) -> Doc {
        if self.has_lines(expr) { self.docs.force() } else { Doc::NIL }
    }

    /// Whether the expression had several lines.
    pub(super) fn has_lines(&self, expr: &Expr) -> bool {
        self.source.line(expr.span.start) != self.source.line(expr.span.end)
    }
}

/// Returns the operand that an expression starts with, and how tightly it must bind.
fn left_part(expr: &Expr) -> Option<(&Expr, Level)> {
    match &expr.kind {
        ExprKind::Logical(chain) => Some((&chain.first, Level::of_logical(chain))),
        ExprKind::Binary(chain) => Some((&chain.first, Level::of_binary(chain))),
        ExprKind::Pipe(pipe) => Some((&pipe.first, Level::Pipe)),
        ExprKind::Call(call) => Some((&call.callee, Level::Postfix)),
        ExprKind::Member(member) => Some((&member.object, Level::Postfix)),
        ExprKind::Index(parts) => Some((&parts.0, Level::Postfix)),
        _ => None,
    }
}
