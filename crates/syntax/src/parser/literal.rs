//! Operands: names, literals, arrays and dictionaries.

use ecow::EcoString;

use super::{Parser, Tree};
use crate::Span;
use crate::ast::{Expr, ExprKind};
use crate::lexer::duration_parts;
use crate::literal::{self, TimeProblem};
use crate::problem::{EscapeProblem, Problem, regexp_reason};
use crate::token::{Token, TokenKind};

/// How many different regular expressions a text may hold: each is compiled, which can take milliseconds.
const MOST_REGEXPS: usize = 256;

/// How large a compiled regular expression may be, in bytes.
const LARGEST_REGEXP: usize = 1 << 20;

impl<'a> Parser<'a> {
    /// `Primary`: an operand without operators.
    pub(super) fn primary(&mut self) -> Tree {
        let token = self.peek_operand();
        match token.kind {
            TokenKind::Int => self.int(),
            TokenKind::Float => self.float(),
            TokenKind::Duration => self.duration(),
            TokenKind::Time => self.time(),
            TokenKind::String => self.string(),
            TokenKind::Quote => self.interpolated(),
            TokenKind::Regexp => self.regexp(),
            TokenKind::Ident => {
                self.take();
                let name = self.slice(token.span).into();
                self.leaf(token, ExprKind::Ident(name))
            }
            TokenKind::PipeReceive => {
                self.take();
                self.leaf(token, ExprKind::PipeReceive)
            }
            TokenKind::Dot => self.label(),
            TokenKind::LeftBracket => self.array_or_dict(),
            TokenKind::LeftBrace => self.record(),
            TokenKind::LeftParen => self.paren(),
            _ => self.no_operand(token),
        }
    }

    /// `int`
    fn int(&mut self) -> Tree {
        let token = self.take();
        let digits = self.slice(token.span);
        let value = if digits.len() > 1 && digits.starts_with('0') {
            self.add(Problem::LeadingZero, token, token.span);
            0
        } else {
            digits.parse().unwrap_or_else(|_| {
                self.add(Problem::IntegerRange, token, token.span);
                0
            })
        };
        self.leaf(token, ExprKind::Int(value))
    }

    /// `float`; beyond what 64 bits hold it is infinite.
    fn float(&mut self) -> Tree {
        let token = self.take();
        let value = self.slice(token.span).parse().unwrap_or_default();
        self.leaf(token, ExprKind::Float(value))
    }

    /// `duration`
    fn duration(&mut self) -> Tree {
        let token = self.take();
        let kind = match duration_parts(self.slice(token.span)) {
            Some(parts) => ExprKind::Duration(parts),
            None => {
                self.add(Problem::IntegerRange, token, token.span);
                ExprKind::Bad
            }
        };
        self.leaf(token, kind)
    }

    /// `time`
    fn time(&mut self) -> Tree {
        let token = self.take();
        let kind = match literal::time(self.slice(token.span)) {
            Ok(nanoseconds) => ExprKind::Time(nanoseconds),
            Err(problem) => {
                let problem = match problem {
                    TimeProblem::Offset => Problem::TimeOffset,
                    TimeProblem::Date => Problem::Time,
                };
                self.add(problem, token, token.span);
                ExprKind::Bad
            }
        };
        self.leaf(token, kind)
    }

    /// `string`
    fn string(&mut self) -> Tree {
        let token = self.take();
        let value = self.string_value(token);
        self.leaf(token, ExprKind::String(value))
    }

    /// Returns what a [`TokenKind::String`] stands for.
    pub(super) fn string_value(&mut self, token: Token) -> EcoString {
        let text = Span::new(token.span.start + 1, token.span.end.saturating_sub(1));
        self.text_value(token, text, token.span)
    }

    /// Returns what `text` stands for; a wrong escape is a problem of the node at `node`.
    pub(super) fn text_value(&mut self, token: Token, text: Span, node: Span) -> EcoString {
        literal::unescape(self.slice(text)).unwrap_or_else(|problem| {
            let place = |at: Span| Span::new(text.start + at.start, text.start + at.end);
            let problem = match problem {
                EscapeProblem::Unknown(at) => EscapeProblem::Unknown(place(at)),
                EscapeProblem::Hex(at) => EscapeProblem::Hex(place(at)),
                EscapeProblem::Utf8 => EscapeProblem::Utf8,
            };
            self.add(Problem::Escape(problem), token, node);
            EcoString::new()
        })
    }

    /// `regexp`
    fn regexp(&mut self) -> Tree {
        let token = self.take();
        let text = self.slice(Span::new(token.span.start + 1, token.span.end - 1));
        let pattern = match literal::regexp(text) {
            Ok(pattern) => {
                self.check_regexp(token, text, &pattern);
                pattern
            }
            Err(problem) => {
                let problem = match problem {
                    EscapeProblem::Utf8 => EscapeProblem::Utf8,
                    EscapeProblem::Unknown(at) | EscapeProblem::Hex(at) => {
                        let start = token.span.start + 1;
                        EscapeProblem::Hex(Span::new(start + at.start, start + at.end))
                    }
                };
                self.add(Problem::Escape(problem), token, token.span);
                EcoString::new()
            }
        };
        self.leaf(token, ExprKind::Regexp(pattern))
    }

    fn check_regexp(&mut self, token: Token, text: &'a str, pattern: &str) {
        // The text as it is written stands for the pattern: equal texts are equal patterns.
        if self.regexps.contains(text) {
            return;
        }
        if self.regexps.len() >= MOST_REGEXPS {
            return self.add(Problem::TooManyRegexps, token, token.span);
        }
        self.regexps.insert(text);
        if let Err(error) = regex::RegexBuilder::new(pattern).size_limit(LARGEST_REGEXP).build() {
            self.add(Problem::Regexp(regexp_reason(&error)), token, token.span);
        }
    }

    /// `Label = "." ( ident | string )`
    fn label(&mut self) -> Tree {
        let start = self.peek().span.start;
        let name = self.label_name();
        self.tree(start, ExprKind::Label(name), 0)
    }

    /// Reads a label, in an expression or in a type.
    pub(super) fn label_name(&mut self) -> EcoString {
        self.expect(TokenKind::Dot, "`.` and the name of a label");
        let token = self.peek();
        match token.kind {
            TokenKind::Ident => {
                self.take();
                self.slice(token.span).into()
            }
            TokenKind::String => {
                self.take();
                self.string_value(token)
            }
            _ => {
                self.wait(Problem::Name("the name of a label"));
                self.take();
                EcoString::new()
            }
        }
    }

    /// An array or a dictionary, which differ after the first element.
    fn array_or_dict(&mut self) -> Tree {
        let open = self.open();
        match self.peek().kind {
            TokenKind::Colon => {
                self.take();
                self.close(open);
                self.tree(open.span.start, ExprKind::Dict(Vec::new()), 0)
            }
            TokenKind::RightBracket => {
                self.close(open);
                self.tree(open.span.start, ExprKind::Array(Vec::new()), 0)
            }
            _ => {
                let first = self.expression();
                if self.at(TokenKind::Colon) { self.dict(open, first) } else { self.array(open, first) }
            }
        }
    }

    /// `"[" [ Expr { "," Expr } [ "," ] ] "]"`; after the second one the real Flux needs no comma.
    fn array(&mut self, open: Token, first: Tree) -> Tree {
        let mut height = first.height;
        let mut elements: Vec<Expr> = vec![first.node];
        if !self.at(TokenKind::RightBracket) {
            self.expect(TokenKind::Comma, "`,` or `]`");
            while self.more() {
                let before = self.peek().span.start;
                let element = self.expression();
                height = height.max(element.height);
                elements.push(element.node);
                if !self.take_if(TokenKind::Comma) && self.peek().span.start == before {
                    break;
                }
            }
        }
        self.close(open);
        self.tree(open.span.start, ExprKind::Array(elements), height)
    }

    /// `"[" Expr ":" Expr { "," Expr ":" Expr } [ "," ] "]"`; after the second pair the real Flux needs no comma.
    fn dict(&mut self, open: Token, first: Tree) -> Tree {
        let mut height = first.height;
        let mut pairs = Vec::new();
        let mut key = first;
        loop {
            self.expect(TokenKind::Colon, "`:` and a value");
            let value = self.expression();
            height = height.max(key.height).max(value.height);
            let first = pairs.is_empty();
            pairs.push((key.node, value.node));
            if first && !self.at(TokenKind::RightBracket) {
                self.expect(TokenKind::Comma, "`,` or `]`");
            } else {
                self.take_if(TokenKind::Comma);
            }
            if !self.more() {
                break;
            }
            key = self.expression();
        }
        self.close(open);
        self.tree(open.span.start, ExprKind::Dict(pairs), height)
    }

    /// Makes a node of one token.
    fn leaf(&mut self, token: Token, kind: ExprKind) -> Tree {
        self.tree(token.span.start, kind, 0)
    }
}
