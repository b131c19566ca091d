//! Lists in brackets: on one line, or each item on its own with a comma after it.

use super::Formatter;
use super::document::Doc;

/// How many items may stand on one line.
const MOST_ON_A_LINE: usize = 4;

/// The brackets of a list.
pub(super) struct Brackets {
    /// What opens the list.
    pub(super) open: Doc,
    /// What closes it.
    pub(super) close: &'static str,
    /// The offset of the closing bracket.
    pub(super) close_at: u32,
}

/// What is special about a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ListKind {
    /// More than four items are never on one line.
    Plain,
    /// Any number of items may be on one line; the list is broken if this is set.
    Free { broken: bool },
    /// As [`ListKind::Plain`]; words stand after the opening bracket, which the first item may follow.
    AfterWords,
    /// As [`ListKind::Plain`]; `words` stand before the items, on their own line if they do.
    BeforeItems { words: Doc },
}

impl<'a> Formatter<'a> {
    /// Returns a list in brackets; `start` gives the offset of an item's first token.
    pub(super) fn list<T>(
        &mut self,
        brackets: &Brackets,
        kind: ListKind,
        items: &'a [T],
        start: impl Fn(&T) -> u32,
        item: impl FnMut(&mut Self, &'a T) -> Doc,
    ) -> Doc {
        let list = self.open_list(brackets, kind, items, start, item);
        self.docs.group(list)
    }

    /// As [`Formatter::list`], broken if the group is that the list is put into.
    pub(super) fn open_list<T>(
        &mut self,
        brackets: &Brackets,
        kind: ListKind,
        items: &'a [T],
        start: impl Fn(&T) -> u32,
        mut item: impl FnMut(&mut Self, &'a T) -> Doc,
    ) -> Doc {
        let close_at = brackets.close_at;
        let opener = brackets.open;
        let closer = self.docs.text(brackets.close);
        if items.is_empty() {
            let comments = self.comments(close_at);
            let comments = self.docs.nest(comments);
            return self.docs.concat([opener, comments, closer]);
        }
        let many = items.len() > MOST_ON_A_LINE;
        let broken = match kind {
            ListKind::Plain | ListKind::AfterWords | ListKind::BeforeItems { .. } => many,
            ListKind::Free { broken } => broken,
        };
        let mut parts = Vec::new();
        if !matches!(kind, ListKind::BeforeItems { .. }) {
            parts.push(self.comment_at_line_end(items.first().map_or(close_at, &start)));
        }
        if broken {
            parts.push(self.docs.force());
        }
        for (index, value) in items.iter().enumerate() {
            parts.push(match (index, kind) {
                (0, ListKind::AfterWords) if many => self.docs.line(),
                (0, ListKind::AfterWords) => {
                    let line = self.docs.line();
                    self.docs.group(line)
                }
                (0, ListKind::BeforeItems { words }) => {
                    let start = self.docs.soft_line();
                    let line = self.docs.line();
                    self.docs.concat([start, words, line])
                }
                (0, _) => self.docs.soft_line(),
                _ => self.docs.line(),
            });
            parts.push(self.comments(start(value)));
            parts.push(item(self, value));
            let next = items.get(index + 1).map(&start);
            parts.push(if next.is_some() { self.docs.text(",") } else { self.docs.if_broken(",") });
            parts.push(self.comment_at_line_end(next.unwrap_or(close_at)));
        }
        parts.push(self.comments(close_at));
        let inner = self.docs.concat(parts);
        let inner = self.docs.nest(inner);
        let end = self.docs.soft_line();
        self.docs.concat([opener, inner, end, closer])
    }

    /// Returns the offset of the bracket that closes a list whose last item ends at `end`.
    pub(super) fn close_after(&self, end: u32) -> u32 {
        let token = self.token_at(end);
        match self.source.text().as_bytes().get(token as usize) {
            Some(b',') => self.token_at(token + 1),
            _ => token,
        }
    }
}
