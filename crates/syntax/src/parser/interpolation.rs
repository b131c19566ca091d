//! Strings with interpolation: `"text ${expression} text"`.

use super::{Parser, Tree};
use crate::Span;
use crate::ast::{ExprKind, StringLiteral, StringPart};
use crate::problem::Problem;
use crate::token::{Token, TokenKind};

impl Parser<'_> {
    /// Reads the parts of a string up to its closing quote; a string that is never closed is a [`ExprKind::Bad`].
    pub(super) fn interpolated(&mut self) -> Tree {
        let quote = self.take();
        let start = quote.span.start;
        let mark = self.problems.mark();
        let mut parts = Vec::new();
        let mut height = 0;
        let mut end = quote.span.end;
        loop {
            let token = self.lexer.string_part(end);
            self.ahead.clear();
            match token.kind {
                TokenKind::Text => {
                    self.last = token.span;
                    let value = self.text_value(token, token.span, quote.span);
                    self.problems.settle(token.span);
                    parts.push(StringPart::Text(StringLiteral { span: token.span, value }));
                    height = height.max(1);
                }
                TokenKind::Interpolation => {
                    self.last = token.span;
                    let part = self.string_expression(token);
                    height = height.max(part.height);
                    parts.push(part.node);
                }
                TokenKind::Quote => {
                    self.last = token.span;
                    return self.tree(start, ExprKind::Interpolated(parts), height);
                }
                _ => {
                    // A bracket that is not closed in `${…}` swallows the rest, and tells more than the quote does.
                    if self.problems.since(mark) {
                        self.problems.gather(mark, quote.span);
                    } else {
                        self.add(Problem::UnclosedString, token, quote.span);
                    }
                    return self.tree(start, ExprKind::Bad, 0);
                }
            }
            if self.problems.stopped() {
                return self.bad();
            }
            end = self.last.end;
        }
    }

    /// `"${" Expr "}"`
    fn string_expression(&mut self, open: Token) -> Tree<StringPart> {
        let expr = self.expression();
        self.expect(TokenKind::RightBrace, "`}` after the expression in a string");
        let span = Span::new(open.span.start, self.last.end);
        self.problems.settle(span);
        Tree { node: StringPart::Expr(span, expr.node), height: expr.height + 1 }
    }
}
