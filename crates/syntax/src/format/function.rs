//! Functions: parameters, and a body that is an expression or a block.

use super::Formatter;
use super::document::{Doc, Test};
use super::list::{Brackets, ListKind};
use super::statement::first_token;
use crate::ast::{Block, Expr, ExprKind, Function, FunctionBody, Parameter};

impl<'a> Formatter<'a> {
    /// `(PARAMETERS) => BODY`
    pub(super) fn function(&mut self, expr: &'a Expr, function: &'a Function) -> Doc {
        let end = function.parameters.last().map_or(expr.span.start + 1, |last| last.span.end);
        let brackets = Brackets { open: self.docs.text("("), close: ")", close_at: self.close_after(end) };
        let parameters =
            self.list(&brackets, ListKind::Plain, &function.parameters, |item| item.span.start, Self::parameter);
        let arrow_at = self.token_at(brackets.close_at + 1);
        let before_arrow = self.comments(arrow_at);
        let arrow = self.docs.text(" =>");
        let head = self.docs.concat([parameters, before_arrow, arrow]);
        match &function.body {
            FunctionBody::Expr(body) => {
                let body = self.body(body);
                let function = self.docs.concat([head, body]);
                self.docs.group(function)
            }
            FunctionBody::Block(block) => self.block_function(head, block),
        }
    }

    /// The block stands beside the arrow if the parameters are on one line, and else below, all of it one step in.
    fn block_function(&mut self, head: Doc, block: &'a Block) -> Doc {
        let comments = self.comments(block.span.start);
        let block = self.block(block);
        let block = self.docs.concat([comments, block]);
        let space = self.docs.text(" ");
        let brace = self.docs.text(" {");
        let line = self.docs.hard_line();
        let beside = self.docs.concat([head, space, block]);
        let below = self.docs.concat([head, line, block]);
        let below = self.docs.nest(below);
        let test = self.docs.concat([head, brace]);
        self.docs.either(Test::Flat(test), beside, below)
    }

    /// A body that is an expression. One that starts with a record is in parentheses: it would be a block.
    fn body(&mut self, body: &'a Expr) -> Doc {
        let starts_with_record = matches!(self.first_part(body), Some(Expr { kind: ExprKind::Record(_), .. }));
        if !starts_with_record {
            return self.branch(body);
        }
        let first = self.first_token(body);
        let at_line_end = self.comment_at_line_end(first);
        let line = self.docs.line();
        let comments = self.comments(first);
        let body = self.in_parens(body);
        let below = self.docs.concat([line, comments, body]);
        let below = self.docs.nest(below);
        self.docs.concat([at_line_end, below])
    }

    /// `NAME=DEFAULT`
    fn parameter(&mut self, parameter: &'a Parameter) -> Doc {
        let name = self.docs.text(self.text_of(parameter.name.span));
        let Some(default) = &parameter.default else { return name };
        let before_sign = self.comments(self.token_at(parameter.name.span.end));
        let sign = self.docs.text("=");
        let default = self.bare(default);
        let comments = self.comments(self.first_token(default));
        let value = self.expression(default);
        let opens = matches!(
            default.kind,
            ExprKind::Array(_)
                | ExprKind::Record(_)
                | ExprKind::Function(_)
                | ExprKind::Interpolated(_)
                | ExprKind::Index(_)
        );
        let value = self.docs.concat([comments, value]);
        let value = if opens && comments == Doc::NIL { value } else { self.docs.nest(value) };
        self.docs.concat([name, before_sign, sign, value])
    }

    /// `{ STATEMENTS }`, each on its own line.
    pub(super) fn block(&mut self, block: &'a Block) -> Doc {
        let open = self.docs.text("{");
        let end = block.span.end.saturating_sub(1);
        let first = block.statements.first().map_or(end, first_token);
        let comments = self.comment_at_line_end(first);
        let statements = self.statements(&block.statements, end);
        let line = self.docs.hard_line();
        let inner = self.docs.concat([comments, line, statements]);
        let inner = self.docs.nest(inner);
        let close = self.docs.text("}");
        self.docs.concat([open, inner, line, close])
    }
}
