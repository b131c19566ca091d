//! What starts with a parenthesis: functions and expressions in parentheses.

use super::statement::BlockOf;
use super::{Parser, Tree};
use crate::ast::{ExprKind, Function, FunctionBody, Parameter};
use crate::token::{Token, TokenKind};

impl Parser<'_> {
    /// `"(" Expr ")"` or a function: `()`, `(a =`, `(a ,` and `(a) =>` begin one.
    pub(super) fn paren(&mut self) -> Tree {
        let open = self.open();
        let (first, second) = match self.peek().kind {
            TokenKind::RightParen => (TokenKind::RightParen, TokenKind::Eof),
            TokenKind::Ident => (TokenKind::Ident, self.peek_at(1).kind),
            other => (other, TokenKind::Eof),
        };
        let function = match (first, second) {
            (TokenKind::RightParen, _) | (TokenKind::Ident, TokenKind::Assign | TokenKind::Comma) => true,
            (TokenKind::Ident, TokenKind::RightParen) => self.peek_at(2).kind == TokenKind::Arrow,
            _ => false,
        };
        if function { self.function(open) } else { self.paren_expression(open) }
    }

    /// `"(" Expr ")"`
    fn paren_expression(&mut self, open: Token) -> Tree {
        let inner = self.expressions(&[]).unwrap_or_else(|| self.bad());
        self.close(open);
        self.tree(open.span.start, ExprKind::Paren(Box::new(inner.node)), inner.height)
    }

    /// `Function = "(" [ Parameter { "," Parameter } [ "," ] ] ")" "=>" ( Block | Expr )`
    fn function(&mut self, open: Token) -> Tree {
        let parameters = self.parameters();
        self.close(open);
        self.expect_here(TokenKind::Arrow, "`=>` and the body of a function");
        let (body, height) = if self.at(TokenKind::LeftBrace) {
            let block = self.block(BlockOf::Function);
            (FunctionBody::Block(block.node), block.height)
        } else {
            let expr = self.expression();
            (FunctionBody::Expr(expr.node), expr.height)
        };
        let height = height.max(parameters.height);
        let function = Function { parameters: parameters.node, body };
        self.tree(open.span.start, ExprKind::Function(Box::new(function)), height)
    }

    /// `[ Parameter { "," Parameter } [ "," ] ]`; after the second one the real Flux needs no comma.
    fn parameters(&mut self) -> Tree<Vec<Parameter>> {
        let mut parameters = Vec::new();
        let mut height = 0;
        while self.more() {
            let before = self.peek().span.start;
            let parameter = self.parameter();
            height = height.max(parameter.height);
            let first = parameters.is_empty();
            parameters.push(parameter.node);
            let comma = self.take_if(TokenKind::Comma);
            if !comma && (first || self.peek().span.start == before) {
                break;
            }
        }
        Tree { node: parameters, height }
    }

    /// `Parameter = ident [ "=" Expr ]`
    fn parameter(&mut self) -> Tree<Parameter> {
        let name = self.ident("the name of a parameter");
        let start = name.span.start;
        let default = self.take_if(TokenKind::Assign).then(|| self.expression());
        let span = self.span_from(start);
        self.problems.settle(span);
        let height = default.as_ref().map_or(1, |default| default.height);
        Tree { node: Parameter { span, name, default: default.map(|default| default.node) }, height: height + 1 }
    }
}
