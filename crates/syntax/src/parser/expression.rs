//! Expressions, from the loosest operator to the tightest.

use super::{Parser, Tree};
use crate::Span;
use crate::ast::{
    BinaryOp, Branch, Call, Chain, Conditional, Expr, ExprKind, LogicalOp, Member, Pipe, PropertyKey, StringLiteral,
    UnaryOp,
};
use crate::problem::Problem;
use crate::token::{Keyword, Token, TokenKind};

/// The links of a [`Chain`] that were read.
struct Links<O> {
    first: Expr,
    rest: Vec<(O, Expr)>,
    /// How many levels the highest operand has.
    height: u32,
}

impl<O> Links<O> {
    fn new(first: Tree) -> Self {
        Self { first: first.node, rest: Vec::new(), height: first.height }
    }

    fn span(&self) -> Span {
        let last = self.rest.last().map_or(&self.first, |(_, operand)| operand);
        self.first.span.to(last.span)
    }
}

impl Parser<'_> {
    /// `Expr = Conditional | Or`
    pub(super) fn expression(&mut self) -> Tree {
        if !self.enter() {
            return self.bad();
        }
        let tree = if self.at(TokenKind::Keyword(Keyword::If)) { self.conditional() } else { self.logic() };
        self.leave();
        tree
    }

    /// Reads the expressions up to a bracket or one of `stops`. Several side by side are joined by an operator that
    /// does not exist; `None` if there are none.
    pub(super) fn expressions(&mut self, stops: &[TokenKind]) -> Option<Tree> {
        let mut joined: Option<Links<BinaryOp>> = None;
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
            match &mut joined {
                None => joined = Some(Links::new(next)),
                Some(links) => {
                    self.problems.add_later(Problem::Juxtaposed, links.span().to(next.node.span));
                    self.link(links, BinaryOp::Invalid, next);
                }
            }
        }
        Some(self.chain(joined?, ExprKind::Binary))
    }

    /// `"if" Expr "then" Expr { "else" "if" Expr "then" Expr } "else" Expr`
    fn conditional(&mut self) -> Tree {
        let start = self.peek().span.start;
        let mut branches = Vec::new();
        let mut height = 0;
        loop {
            let keyword = self.take().span.start;
            let test = self.expression();
            // Without `then` the real Flux reads neither branch.
            let mut consequent = self.bad();
            let mut has_else = false;
            if self.expect_here(TokenKind::Keyword(Keyword::Then), "`then`") {
                consequent = self.expression();
                has_else = self.expect_here(TokenKind::Keyword(Keyword::Else), "`else`");
            }
            height = height.max(test.height).max(consequent.height);
            branches.push(Branch { span: self.span_from(keyword), test: test.node, consequent: consequent.node });
            if has_else && self.at(TokenKind::Keyword(Keyword::If)) {
                continue;
            }
            let alternate = if has_else { self.expression() } else { self.bad() };
            // What is wrong belongs to the last `if`.
            self.problems.settle(self.span_from(keyword));
            let conditional = Conditional { branches, alternate: alternate.node };
            return self.tree(start, ExprKind::Conditional(Box::new(conditional)), height.max(alternate.height));
        }
    }

    /// `Or = And { "or" And }`, `And = UnaryLogic { "and" UnaryLogic }`
    fn logic(&mut self) -> Tree {
        self.operations(Self::unary_logic, ExprKind::Logical, |kind| {
            Some(match kind {
                TokenKind::Keyword(Keyword::Or) => (0, LogicalOp::Or),
                TokenKind::Keyword(Keyword::And) => (1, LogicalOp::And),
                _ => return None,
            })
        })
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

    /// `Compare = Add { ( "==" | "!=" | "<" | "<=" | ">" | ">=" | "=~" | "!~" ) Add }`, `Add = Mul { ( "+" | "-" ) Mul }`,
    /// `Mul = Pow { ( "*" | "/" | "%" ) Pow }`, `Pow = Pipe { "^" Pipe }`
    fn compare(&mut self) -> Tree {
        self.operations(Self::pipe, ExprKind::Binary, |kind| {
            Some(match kind {
                TokenKind::Eq => (0, BinaryOp::Eq),
                TokenKind::Ne => (0, BinaryOp::Ne),
                TokenKind::Lt => (0, BinaryOp::Lt),
                TokenKind::Le => (0, BinaryOp::Le),
                TokenKind::Gt => (0, BinaryOp::Gt),
                TokenKind::Ge => (0, BinaryOp::Ge),
                TokenKind::Match => (0, BinaryOp::Match),
                TokenKind::NotMatch => (0, BinaryOp::NotMatch),
                TokenKind::Add => (1, BinaryOp::Add),
                TokenKind::Sub => (1, BinaryOp::Sub),
                TokenKind::Mul => (2, BinaryOp::Mul),
                TokenKind::Div => (2, BinaryOp::Div),
                TokenKind::Mod => (2, BinaryOp::Mod),
                TokenKind::Pow => (3, BinaryOp::Pow),
                _ => return None,
            })
        })
    }

    /// `Pipe = Unary { "|>" Unary }`, where the right side is a call.
    fn pipe(&mut self) -> Tree {
        let first = self.unary();
        let start = first.node.span.start;
        let mut height = first.height;
        let mut calls = Vec::new();
        while self.take_if(TokenKind::PipeForward) {
            let at = self.peek();
            let mut call = self.unary();
            if !matches!(call.node.kind, ExprKind::Call(_)) {
                if call.node.kind != ExprKind::Bad {
                    self.problems.add(Problem::PipeTarget, at, self.last, at.span);
                }
                call.node.kind = ExprKind::Bad;
            }
            self.problems.settle(self.span_from(start));
            height = height.max(call.height);
            calls.push(call.node);
        }
        if calls.is_empty() {
            return first;
        }
        self.tree(start, ExprKind::Pipe(Box::new(Pipe { first: first.node, calls })), height)
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

    /// Reads operands and the operators between them; `operator` tells how tightly one binds. One function for all of
    /// them takes less of the stack than one for each level.
    fn operations<O>(
        &mut self,
        operand: fn(&mut Self) -> Tree,
        kind: fn(Box<Chain<O>>) -> ExprKind,
        operator: fn(TokenKind) -> Option<(u32, O)>,
    ) -> Tree {
        // The chains that are not complete, with the operator whose right side is missing: each is the right side of the
        // one before, and binds more tightly.
        let mut open: Vec<(u32, Links<O>, O)> = Vec::new();
        let mut right = operand(self);
        loop {
            let next = operator(self.peek().kind);
            let level = next.as_ref().map(|(level, _)| *level);
            while let Some((_, mut links, operator)) = open.pop_if(|(open, ..)| level.is_none_or(|level| level < *open))
            {
                self.link(&mut links, operator, right);
                right = self.chain(links, kind);
            }
            let Some((level, operator)) = next else { return right };
            let links = match open.pop_if(|(open, ..)| *open == level) {
                Some((_, mut links, operator)) => {
                    self.link(&mut links, operator, right);
                    links
                }
                None => Links::new(right),
            };
            open.push((level, links, operator));
            self.take();
            right = operand(self);
        }
    }

    /// Adds an operator and the operand on its right.
    fn link<O>(&mut self, links: &mut Links<O>, operator: O, right: Tree) {
        self.problems.settle(self.span_from(links.first.span.start));
        links.height = links.height.max(right.height);
        links.rest.push((operator, right.node));
    }

    /// Returns the node of a chain; an operand alone is none.
    fn chain<O>(&mut self, links: Links<O>, kind: fn(Box<Chain<O>>) -> ExprKind) -> Tree {
        let Links { first, rest, height } = links;
        if rest.is_empty() {
            return Tree { node: first, height };
        }
        self.tree(first.span.start, kind(Box::new(Chain { first, rest })), height)
    }

    /// Adds the problem that no operand stands at `token`.
    pub(super) fn no_operand(&mut self, token: Token) -> Tree {
        let node = Span::new(token.span.start, token.span.end);
        self.add(Problem::Expression, token, node);
        self.bad()
    }
}
