//! Expressions, from the loosest operator to the tightest.

use super::{Parser, Tree};
use crate::Span;
use crate::ast::{
    BinaryOp, Call, Conditional, Expr, ExprKind, LogicalOp, Member, Pipe, PropertyKey, StringLiteral, UnaryOp,
};
use crate::problem::Problem;
use crate::token::{Keyword, Token, TokenKind};

impl Parser<'_> {
    /// `Expr = "if" Expr "then" Expr "else" Expr | Or`
    pub(super) fn expression(&mut self) -> Tree {
        if !self.enter() {
            return self.bad();
        }
        let tree = if self.at(TokenKind::Keyword(Keyword::If)) { self.conditional() } else { self.or() };
        self.leave();
        tree
    }

    /// Reads the expressions up to a bracket or one of `stops`. Several side by side are joined by an operator that
    /// does not exist; `None` if there are none.
    pub(super) fn expressions(&mut self, stops: &[TokenKind]) -> Option<Tree> {
        let mut joined: Option<Tree> = None;
        while self.more() && !stops.contains(&self.peek().kind) {
            let mark = self.problems.mark();
            let before = self.peek();
            let next = self.expression();
            if next.node.kind == ExprKind::Bad && self.peek().span.start == before.span.start {
                self.problems.forget(mark);
                self.wait(Problem::Extra);
                self.take();
                continue;
            }
            joined = Some(match joined {
                None => next,
                Some(left) => {
                    self.problems.add_later(Problem::Juxtaposed, left.node.span.to(next.node.span));
                    self.binary(left, BinaryOp::Invalid, next)
                }
            });
        }
        joined
    }

    /// `"if" Expr "then" Expr "else" Expr`
    fn conditional(&mut self) -> Tree {
        let start = self.take().span.start;
        let test = self.expression();
        // Without `then` the real Flux reads neither branch.
        let mut consequent = self.bad();
        let mut alternate = self.bad();
        if self.expect_here(TokenKind::Keyword(Keyword::Then), "`then`") {
            consequent = self.expression();
            if self.expect_here(TokenKind::Keyword(Keyword::Else), "`else`") {
                alternate = self.expression();
            }
        }
        let height = test.height.max(consequent.height).max(alternate.height);
        let conditional = Conditional { test: test.node, consequent: consequent.node, alternate: alternate.node };
        self.tree(start, ExprKind::Conditional(Box::new(conditional)), height)
    }

    /// `Or = And { "or" And }`
    fn or(&mut self) -> Tree {
        let mut left = self.and();
        while self.take_if(TokenKind::Keyword(Keyword::Or)) {
            let right = self.and();
            left = self.logical(left, LogicalOp::Or, right);
        }
        left
    }

    /// `And = UnaryLogic { "and" UnaryLogic }`
    fn and(&mut self) -> Tree {
        let mut left = self.unary_logic();
        while self.take_if(TokenKind::Keyword(Keyword::And)) {
            let right = self.unary_logic();
            left = self.logical(left, LogicalOp::And, right);
        }
        left
    }

    /// `UnaryLogic = ( "not" | "exists" ) UnaryLogic | Compare`
    fn unary_logic(&mut self) -> Tree {
        let operators = self.operators(|kind| match kind {
            TokenKind::Keyword(Keyword::Not) => Some(UnaryOp::Not),
            TokenKind::Keyword(Keyword::Exists) => Some(UnaryOp::Exists),
            _ => None,
        });
        let operand = self.compare();
        self.unaries(operators, operand)
    }

    /// `Compare = Add { ( "==" | "!=" | "<" | "<=" | ">" | ">=" | "=~" | "!~" ) Add }`
    fn compare(&mut self) -> Tree {
        let mut left = self.add_expression();
        loop {
            let operator = match self.peek().kind {
                TokenKind::Eq => BinaryOp::Eq,
                TokenKind::Ne => BinaryOp::Ne,
                TokenKind::Lt => BinaryOp::Lt,
                TokenKind::Le => BinaryOp::Le,
                TokenKind::Gt => BinaryOp::Gt,
                TokenKind::Ge => BinaryOp::Ge,
                TokenKind::Match => BinaryOp::Match,
                TokenKind::NotMatch => BinaryOp::NotMatch,
                _ => return left,
            };
            self.take();
            let right = self.add_expression();
            left = self.binary(left, operator, right);
        }
    }

    /// `Add = Mul { ( "+" | "-" ) Mul }`
    fn add_expression(&mut self) -> Tree {
        let mut left = self.mul();
        loop {
            let operator = match self.peek().kind {
                TokenKind::Add => BinaryOp::Add,
                TokenKind::Sub => BinaryOp::Sub,
                _ => return left,
            };
            self.take();
            let right = self.mul();
            left = self.binary(left, operator, right);
        }
    }

    /// `Mul = Pow { ( "*" | "/" | "%" ) Pow }`
    fn mul(&mut self) -> Tree {
        let mut left = self.pow();
        loop {
            let operator = match self.peek().kind {
                TokenKind::Mul => BinaryOp::Mul,
                TokenKind::Div => BinaryOp::Div,
                TokenKind::Mod => BinaryOp::Mod,
                _ => return left,
            };
            self.take();
            let right = self.pow();
            left = self.binary(left, operator, right);
        }
    }

    /// `Pow = Pipe { "^" Pipe }`
    fn pow(&mut self) -> Tree {
        let mut left = self.pipe();
        while self.take_if(TokenKind::Pow) {
            let right = self.pipe();
            left = self.binary(left, BinaryOp::Pow, right);
        }
        left
    }

    /// `Pipe = Unary { "|>" Unary }`, where the right side is a call.
    fn pipe(&mut self) -> Tree {
        let mut left = self.unary();
        while self.take_if(TokenKind::PipeForward) {
            let at = self.peek();
            let mut call = self.unary();
            if !matches!(call.node.kind, ExprKind::Call(_)) {
                if call.node.kind != ExprKind::Bad {
                    self.problems.add(Problem::PipeTarget, at, self.last, at.span);
                }
                call.node.kind = ExprKind::Bad;
            }
            let start = left.node.span.start;
            let height = left.height.max(call.height);
            left = self.tree(start, ExprKind::Pipe(Box::new(Pipe { argument: left.node, call: call.node })), height);
        }
        left
    }

    /// `Unary = ( "+" | "-" ) Unary | Postfix`
    fn unary(&mut self) -> Tree {
        let operators = self.operators(|kind| match kind {
            TokenKind::Add => Some(UnaryOp::Plus),
            TokenKind::Sub => Some(UnaryOp::Minus),
            _ => None,
        });
        let operand = self.postfix();
        self.unaries(operators, operand)
    }

    /// `Postfix = Primary { "." ident | "(" [ Properties ] ")" | "[" Expr "]" }`
    fn postfix(&mut self) -> Tree {
        let mut tree = self.primary();
        loop {
            tree = match self.peek().kind {
                // The operand is missing here; what follows belongs to something else.
                _ if tree.node.kind == ExprKind::Bad && tree.node.span.start == tree.node.span.end => return tree,
                TokenKind::Dot => self.member(tree),
                TokenKind::LeftParen => self.call(tree),
                TokenKind::LeftBracket => self.index(tree),
                _ => return tree,
            }
        }
    }

    /// `"." ident`
    fn member(&mut self, object: Tree) -> Tree {
        self.take();
        let property = PropertyKey::Ident(self.ident("the name of a member"));
        let start = object.node.span.start;
        let height = object.height.max(1);
        self.tree(start, ExprKind::Member(Box::new(Member { object: object.node, property })), height)
    }

    /// `"(" [ Properties ] ")"`
    fn call(&mut self, callee: Tree) -> Tree {
        let open = self.open();
        let arguments = self.properties(true);
        self.close(open);
        let first = arguments.node.first().map(|property| property.span);
        if let Some(first) = first {
            self.check_properties(&arguments.node, first, true);
        }
        let start = callee.node.span.start;
        // The arguments are one record.
        let height = callee.height.max(if arguments.height > 0 { arguments.height + 1 } else { 0 });
        let call = Call { callee: callee.node, arguments: arguments.node };
        self.tree(start, ExprKind::Call(Box::new(call)), height)
    }

    /// `"[" Expr "]"`; a string makes it a member.
    fn index(&mut self, object: Tree) -> Tree {
        let open = self.open();
        let index = self.expressions(&[]);
        self.close(open);
        let start = object.node.span.start;
        match index {
            Some(Tree { node: Expr { span, kind: ExprKind::String(value) }, .. }) => {
                let property = PropertyKey::String(StringLiteral { span, value });
                let height = object.height.max(1);
                self.tree(start, ExprKind::Member(Box::new(Member { object: object.node, property })), height)
            }
            Some(index) => {
                let height = object.height.max(index.height);
                self.tree(start, ExprKind::Index(Box::new((object.node, index.node))), height)
            }
            None => {
                self.problems.wait(Problem::EmptyIndex, open, self.last);
                self.tree(start, ExprKind::Bad, object.height)
            }
        }
    }

    /// Takes a row of operators that stand before an operand.
    fn operators(&mut self, operator: impl Fn(TokenKind) -> Option<UnaryOp>) -> Vec<(UnaryOp, Token)> {
        let mut operators = Vec::new();
        while let Some(found) = operator(self.peek().kind) {
            operators.push((found, self.take()));
            if operators.len() > self.depth_limit as usize {
                let at = self.peek();
                self.stop(at);
            }
        }
        operators
    }

    fn unaries(&mut self, operators: Vec<(UnaryOp, Token)>, operand: Tree) -> Tree {
        operators.into_iter().rev().fold(operand, |operand, (operator, token)| {
            self.tree(token.span.start, ExprKind::Unary(operator, Box::new(operand.node)), operand.height)
        })
    }

    fn binary(&mut self, left: Tree, operator: BinaryOp, right: Tree) -> Tree {
        let start = left.node.span.start;
        let height = left.height.max(right.height);
        self.tree(start, ExprKind::Binary(operator, Box::new((left.node, right.node))), height)
    }

    fn logical(&mut self, left: Tree, operator: LogicalOp, right: Tree) -> Tree {
        let start = left.node.span.start;
        let height = left.height.max(right.height);
        self.tree(start, ExprKind::Logical(operator, Box::new((left.node, right.node))), height)
    }

    /// Adds the problem that no operand stands at `token`.
    pub(super) fn no_operand(&mut self, token: Token) -> Tree {
        let node = Span::new(token.span.start, token.span.end);
        self.add(Problem::Expression, token, node);
        self.bad()
    }
}
