//! The cursor over the tokens: looking ahead, brackets, nesting, and nodes with their height.
//!
//! The parser reads on after a problem the way the real Flux does, so that both see the same first problem. In
//! particular a bracket that is open anywhere around ends each list inside of it.

mod expression;
mod function;
mod interpolation;
mod literal;
mod property;
mod statement;
mod types;

use std::collections::{HashSet, VecDeque};

use crate::ast::{Expr, ExprKind, Ident, TypeExpr};
use crate::lexer::Lexer;
use crate::problem::{Problem, Problems};
use crate::token::{Token, TokenKind};
use crate::{Diagnostic, Limits, Parsed, Source, Span};

/// Parses a whole file.
pub(crate) fn file(source: &Source, limits: &Limits) -> Parsed {
    let mut parser = Parser::new(source.text(), limits);
    let mut file = parser.file();
    let Parser { lexer, problems, .. } = parser;
    let (diagnostics, incomplete) = problems.finish(source, limits.diagnostics);
    file.comments = lexer.into_comments();
    Parsed { file, diagnostics, incomplete }
}

/// Parses one type expression and nothing else.
pub(crate) fn type_expr(source: &Source, limits: &Limits) -> Result<TypeExpr, Diagnostic> {
    let mut parser = Parser::new(source.text(), limits);
    let ty = parser.type_expr();
    if parser.peek().kind != TokenKind::Eof {
        parser.wait(Problem::Expected("the end of the type"));
    }
    let (diagnostics, _) = parser.problems.finish(source, limits.diagnostics);
    diagnostics.into_iter().next().map_or(Ok(ty), Err)
}

/// Reads one text.
struct Parser<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    /// Tokens that were looked at and not taken.
    ahead: VecDeque<Token>,
    /// The last token that was taken.
    last: Span,
    /// How many brackets are open, by kind.
    open: Open,
    /// How many statements and expressions are open.
    nesting: u32,
    /// How many types are open.
    type_nesting: u32,
    /// Whether the statement at hand belongs to a function.
    in_function: bool,
    nesting_limit: u32,
    depth_limit: u32,
    /// The patterns that compile.
    regexps: HashSet<&'a str>,
    problems: Problems,
}

/// How many brackets of each kind are open.
#[derive(Default)]
struct Open {
    parens: u32,
    brackets: u32,
    braces: u32,
}

/// A part of the tree and how many levels it has.
struct Tree<T = Expr> {
    node: T,
    height: u32,
}

/// Levels of the tree above the node of a statement: the statement, the file and the package.
const LEVELS_ABOVE: u32 = 3;

impl<'a> Parser<'a> {
    fn new(text: &'a str, limits: &Limits) -> Self {
        Self {
            text,
            lexer: Lexer::new(text),
            ahead: VecDeque::with_capacity(4),
            last: Span::at(0),
            open: Open::default(),
            nesting: 0,
            type_nesting: 0,
            in_function: false,
            nesting_limit: limits.nesting,
            depth_limit: limits.depth,
            regexps: HashSet::new(),
            problems: Problems::default(),
        }
    }

    /// Returns the next token without taking it.
    fn peek(&mut self) -> Token {
        self.peek_at(0)
    }

    /// Returns the token after `skipped` others without taking any.
    fn peek_at(&mut self, skipped: usize) -> Token {
        while self.ahead.len() <= skipped {
            let token = self.lexer.token();
            self.ahead.push_back(token);
        }
        self.ahead.get(skipped).copied().unwrap_or(Token { kind: TokenKind::Eof, span: self.last })
    }

    fn at(&mut self, kind: TokenKind) -> bool {
        self.peek().kind == kind
    }

    /// Whether the next token is the name `word`.
    fn at_word(&mut self, word: &str) -> bool {
        let token = self.peek();
        token.kind == TokenKind::Ident && self.slice(token.span) == word
    }

    /// Returns the next token where an operand is expected, which makes `/` the start of a regular expression.
    fn peek_operand(&mut self) -> Token {
        let token = self.peek();
        if token.kind != TokenKind::Div {
            return token;
        }
        match self.lexer.regexp(token) {
            Some(regexp) => {
                self.ahead.clear();
                self.ahead.push_back(regexp);
                regexp
            }
            None => token,
        }
    }

    /// Takes the next token.
    fn take(&mut self) -> Token {
        let token = self.peek();
        self.ahead.pop_front();
        if token.kind != TokenKind::Eof {
            self.last = token.span;
        }
        token
    }

    /// Takes the next token if it is of this kind.
    fn take_if(&mut self, kind: TokenKind) -> bool {
        let is = self.at(kind);
        if is {
            self.take();
        }
        is
    }

    /// Takes the next token whatever it is; another kind is a problem. Returns whether it was of this kind.
    fn expect(&mut self, kind: TokenKind, what: &'static str) -> bool {
        let is = self.at(kind);
        if !is {
            self.wait(Problem::Expected(what));
        }
        self.take();
        is
    }

    /// Takes the next token if it is of this kind; another kind is a problem and stays.
    fn expect_here(&mut self, kind: TokenKind, what: &'static str) -> bool {
        let is = self.take_if(kind);
        if !is {
            self.wait(Problem::Expected(what));
        }
        is
    }

    /// Takes a bracket and counts it as open.
    fn open(&mut self) -> Token {
        let token = self.take();
        if let Some(count) = self.open.of_opener(token.kind) {
            *count += 1;
        }
        token
    }

    /// Whether the list at hand goes on: neither the text ends here nor any open bracket.
    fn more(&mut self) -> bool {
        if self.problems.hopeless() {
            self.end();
        }
        match self.peek().kind {
            TokenKind::Eof => false,
            kind => self.open.of_closer(kind).is_none_or(|count| *count == 0),
        }
    }

    /// Takes the bracket that closes `open`; if it is not there, that is a problem and nothing is taken.
    fn close(&mut self, open: Token) {
        if let Some(count) = self.open.of_opener(open.kind) {
            *count = count.saturating_sub(1);
        }
        let (kind, closer) = match open.kind {
            TokenKind::LeftParen => (TokenKind::RightParen, ")"),
            TokenKind::LeftBracket => (TokenKind::RightBracket, "]"),
            _ => (TokenKind::RightBrace, "}"),
        };
        if !self.take_if(kind) {
            self.wait(Problem::Unclosed { open: open.span, closer });
        }
    }

    /// Adds a problem with the next token, which the next complete node takes.
    fn wait(&mut self, problem: Problem) {
        let at = self.peek();
        self.problems.wait(problem, at, self.last);
    }

    /// Adds a problem with `at`, of the node at `node`.
    fn add(&mut self, problem: Problem, at: Token, node: Span) {
        self.problems.add(problem, at, self.last, node);
    }

    /// Ends parsing, since the text is nested too deep at `at`.
    fn stop(&mut self, at: Token) {
        if !self.problems.stopped() {
            self.problems.stop(at);
            self.end();
        }
    }

    /// Makes the text end here.
    fn end(&mut self) {
        self.lexer.stop();
        self.ahead.clear();
    }

    /// Returns the span from `start` to the last token taken.
    fn span_from(&self, start: u32) -> Span {
        Span::new(start, self.last.end.max(start))
    }

    fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Makes a node of everything since `start`; `height` counts the levels of its deepest part.
    fn tree(&mut self, start: u32, kind: ExprKind, height: u32) -> Tree {
        let span = self.span_from(start);
        self.problems.settle(span);
        let height = self.level(span, height);
        match height {
            Some(height) => Tree { node: Expr { span, kind }, height },
            None => Tree { node: Expr { span, kind: ExprKind::Bad }, height: 1 },
        }
    }

    /// Returns the height of a node over parts of `height`, or `None` if it is too deep.
    fn level(&mut self, span: Span, height: u32) -> Option<u32> {
        if height + 1 + LEVELS_ABOVE <= self.depth_limit {
            return Some(height + 1);
        }
        let start = self.first_character(span);
        self.stop(Token { kind: TokenKind::Eof, span: start });
        None
    }

    /// Returns the place of the first character of a part of the text.
    fn first_character(&self, span: Span) -> Span {
        let length = self.slice(span).chars().next().map_or(0, char::len_utf8);
        Span::new(span.start, span.start + length as u32)
    }

    /// Enters a statement or an expression; on `false` it is nested too deep and must not be read.
    fn enter(&mut self) -> bool {
        if self.nesting >= self.nesting_limit {
            let at = self.peek();
            self.stop(at);
            return false;
        }
        self.nesting += 1;
        true
    }

    /// Leaves what [`Parser::enter`] entered.
    fn leave(&mut self) {
        self.nesting -= 1;
    }

    /// Returns a node for text that is no expression, without taking the problems that wait.
    fn bad(&mut self) -> Tree {
        let start = self.peek().span.start;
        Tree { node: Expr { span: Span::at(start), kind: ExprKind::Bad }, height: 1 }
    }

    /// Reads a name; anything else is a problem and stays.
    fn ident(&mut self, what: &'static str) -> Ident {
        let token = self.peek();
        if token.kind == TokenKind::Ident {
            self.take();
            self.problems.settle(token.span);
            return Ident { span: token.span, name: self.slice(token.span).into() };
        }
        self.wait(Problem::Name(what));
        self.problems.settle(token.span);
        Ident { span: Span::at(token.span.start), name: "".into() }
    }
}

impl Open {
    fn of_opener(&mut self, kind: TokenKind) -> Option<&mut u32> {
        match kind {
            TokenKind::LeftParen => Some(&mut self.parens),
            TokenKind::LeftBracket => Some(&mut self.brackets),
            TokenKind::LeftBrace => Some(&mut self.braces),
            _ => None,
        }
    }

    fn of_closer(&self, kind: TokenKind) -> Option<&u32> {
        match kind {
            TokenKind::RightParen => Some(&self.parens),
            TokenKind::RightBracket => Some(&self.brackets),
            TokenKind::RightBrace => Some(&self.braces),
            _ => None,
        }
    }
}
