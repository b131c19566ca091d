//! Collects what is wrong with a text and tells it in words, at most one problem a line.

mod mend;
mod words;

pub(crate) use words::regexp_reason;

use std::collections::HashSet;

use crate::token::{Token, TokenKind};
use crate::{Diagnostic, Source, Span, Stage};

/// What is wrong; the words for it are made at the end, since a broken text may hold millions of problems.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Problem {
    /// Something particular had to stand here.
    Expected(&'static str),
    /// A bracket was opened and not closed.
    Unclosed { open: Span, closer: &'static str },
    /// A statement had to start here.
    Statement,
    /// An operand had to stand here.
    Expression,
    /// Something between brackets continues no expression.
    Extra,
    /// A name had to stand here.
    Name(&'static str),
    /// A key had to stand here.
    PropertyKey { call: bool },
    /// A colon without a key before it.
    MissingKey,
    /// A comma without a property before it.
    MissingProperty,
    /// A key and a colon without a value.
    MissingValue,
    /// A property does not end in a comma.
    MissingComma { call: bool },
    /// Two names side by side at the start of a record.
    MissingWith,
    /// Properties with and without values.
    MixedProperties { call: bool },
    /// A string key without a value.
    KeyAlone { call: bool },
    /// `a[]`
    EmptyIndex,
    /// The right side of `|>` is no call.
    PipeTarget,
    /// `option` without a name and a value.
    OptionTarget,
    /// Attributes at the end of the text.
    Attributes,
    /// A string without its closing quote.
    UnclosedString,
    /// A string that cannot be decoded.
    Escape(EscapeProblem),
    /// A string with interpolation where only a plain one can stand.
    Interpolation,
    /// An integer that starts with 0.
    LeadingZero,
    /// An integer, or a magnitude of a duration, beyond 64 bits.
    IntegerRange,
    /// A day or time of day that does not exist.
    Time,
    /// A time of day without an offset.
    TimeOffset,
    /// A regular expression that does not compile, and why.
    Regexp(Box<str>),
    /// More regular expressions than anyone checks.
    TooManyRegexps,
    /// The nesting or the tree exceeds its limit.
    TooDeep,
    /// Two expressions side by side.
    Juxtaposed,
    /// A function body that does not end in `return`, but in an expression or in something else.
    MissingReturn { expression: bool },
    /// A `return` that is not the last statement.
    EarlyReturn,
    /// A `return` outside of functions.
    OuterReturn,
    /// A statement that functions may not hold.
    Misplaced(&'static str),
}

/// Why a string cannot be decoded, and the place within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EscapeProblem {
    /// A backslash before something that needs none.
    Unknown(Span),
    /// `\x` without two hexadecimal digits.
    Hex(Span),
    /// The bytes of `\xHH` are no UTF-8.
    Utf8,
}

/// A problem with its places.
#[derive(Clone, Debug)]
struct Found {
    problem: Problem,
    /// The token that does not fit.
    at: Token,
    /// The last token before it.
    after: Span,
    /// The node that the problem belongs to; its start is where the problem is reported.
    node: Span,
}

/// The problems of one text.
///
/// A problem waits until the next node is complete and is reported where that node starts, which is where the real
/// Flux reports it; the token itself gets a label.
#[derive(Default)]
pub(crate) struct Problems {
    waiting: Vec<Found>,
    settled: Vec<Found>,
    /// Problems that count only in a text without any others.
    later: Vec<Found>,
    stopped: bool,
}

/// After how many problems the rest of the text is not read.
const MOST: usize = 2000;

/// A point in the past of [`Problems`].
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    waiting: usize,
    settled: usize,
}

impl Problems {
    /// Adds a problem that the next complete node takes.
    pub(crate) fn wait(&mut self, problem: Problem, at: Token, after: Span) {
        if !self.stopped {
            self.waiting.push(Found { problem, at, after, node: at.span });
        }
    }

    /// Adds a problem of the node at `node`.
    pub(crate) fn add(&mut self, problem: Problem, at: Token, after: Span, node: Span) {
        if !self.stopped {
            self.settle_one(Found { problem, at, after, node });
        }
    }

    /// Adds a problem that counts only in a text without any others.
    pub(crate) fn add_later(&mut self, problem: Problem, at: Span) {
        if !self.stopped && self.later.len() < MOST {
            let at = Token { kind: TokenKind::Ident, span: at };
            self.later.push(Found { problem, at, after: at.span, node: at.span });
        }
    }

    /// Gives all waiting problems to the node at `node`.
    pub(crate) fn settle(&mut self, node: Span) {
        if self.waiting.is_empty() {
            return;
        }
        for mut found in std::mem::take(&mut self.waiting) {
            found.node = node;
            self.settle_one(found);
        }
    }

    /// Adds the problem that ends parsing; whatever comes after it is ignored.
    pub(crate) fn stop(&mut self, at: Token) {
        self.waiting.clear();
        self.add(Problem::TooDeep, at, at.span, at.span);
        self.stopped = true;
    }

    /// Whether parsing has ended early.
    pub(crate) fn stopped(&self) -> bool {
        self.stopped
    }

    /// Whether so many problems were found that the rest need not be read.
    pub(crate) fn hopeless(&self) -> bool {
        self.waiting.len() + self.settled.len() >= MOST
    }

    /// Returns the present, to compare with or to return to.
    pub(crate) fn mark(&self) -> Mark {
        Mark { waiting: self.waiting.len(), settled: self.settled.len() }
    }

    /// Whether problems were found since `mark`.
    pub(crate) fn since(&self, mark: Mark) -> bool {
        self.waiting.len() + self.settled.len() > mark.waiting + mark.settled
    }

    /// Forgets what was found since `mark`.
    pub(crate) fn forget(&mut self, mark: Mark) {
        if !self.stopped {
            self.waiting.truncate(mark.waiting);
            self.settled.truncate(mark.settled);
        }
    }

    /// Gives what was found since `mark` to the node at `node`.
    pub(crate) fn gather(&mut self, mark: Mark, node: Span) {
        for found in self.settled.iter_mut().skip(mark.settled) {
            found.node = node;
        }
        self.settle(node);
    }

    /// Returns the first `limit` problems in the order of their places, and whether more text could mend them all.
    pub(crate) fn finish(mut self, source: &Source, limit: usize) -> (Vec<Diagnostic>, bool) {
        let end = Span::at(source.text().len() as u32);
        let hopeless = self.hopeless();
        for found in std::mem::take(&mut self.waiting) {
            self.settle_one(found);
        }
        if self.settled.is_empty() {
            self.settled = self.later;
        }
        let incomplete = !self.settled.is_empty() && self.settled.iter().all(Found::ends_early);
        self.settled.sort_by_key(|found| (found.node.start, found.at.span.start));
        let mut lines = HashSet::new();
        self.settled.retain(|found| lines.insert(found.place(source)));
        let more = self.settled.len().saturating_sub(limit);
        let mut diagnostics: Vec<_> =
            self.settled.iter().take(limit).map(|found| words::diagnostic(found, source)).collect();
        if more > 0 {
            let place = self.settled.get(limit).map_or(end, |found| found.node);
            diagnostics.push(Diagnostic::new(
                Stage::Parse,
                "more-problems",
                place,
                format!("and {}{more} more problems", if hopeless { "at least " } else { "" }),
            ));
        }
        (diagnostics, incomplete)
    }

    fn settle_one(&mut self, found: Found) {
        self.settled.push(found);
    }
}

impl Found {
    /// Whether the text ends where the problem is.
    fn ends_early(&self) -> bool {
        self.at.kind == TokenKind::Eof
    }

    /// Returns what two problems share of which the second is likely a consequence of the first: the line, except for
    /// problems of a text that can be read.
    fn place(&self, source: &Source) -> (u32, u32) {
        let start = self.at.span.start;
        let alone = matches!(
            self.problem,
            Problem::TooDeep
                | Problem::Misplaced(_)
                | Problem::MissingReturn { .. }
                | Problem::EarlyReturn
                | Problem::OuterReturn
                | Problem::Juxtaposed
        );
        (source.line(start), if alone { start } else { 0 })
    }
}
