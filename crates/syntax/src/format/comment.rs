//! Comments: which come next, and where they stand.
//!
//! Documents are made in the order of the text, and before each token the comments that precede it are taken, so that
//! none is lost and their order stays.

use super::Formatter;
use super::document::Doc;
use crate::Span;
use crate::ast::Comment;

impl<'a> Formatter<'a> {
    /// Takes the comments that start before `offset`.
    pub(super) fn comments(&mut self, offset: u32) -> Doc {
        let mut parts = Vec::new();
        while let Some(comment) = self.next_comment(offset) {
            let own_line = !self.ends_line(comment);
            parts.push(self.take_comment(comment, own_line));
        }
        self.docs.concat(parts)
    }

    /// Takes the next comment if it starts before `offset` and stands at the end of a line of code.
    pub(super) fn comment_at_line_end(&mut self, offset: u32) -> Doc {
        match self.next_comment(offset) {
            Some(comment) if self.ends_line(comment) => self.take_comment(comment, false),
            _ => Doc::NIL,
        }
    }

    /// Takes the comments that start before `offset`, each on its own line, between statements.
    ///
    /// They are printed at the start of a line; single empty lines after them are kept, the last line is ended.
    pub(super) fn comment_lines(&mut self, offset: u32) -> Doc {
        let mut parts = Vec::new();
        while let Some(comment) = self.next_comment(offset) {
            parts.push(self.take_comment(comment, true));
            let next = self.next_comment(offset).map_or(offset, |next| next.span.start);
            parts.push(self.line_or_empty(comment.span.end, next));
        }
        self.docs.concat(parts)
    }

    /// As [`Formatter::comment_lines`], at the end of a file or a block: the last line is not ended.
    pub(super) fn last_comment_lines(&mut self, offset: u32) -> Doc {
        let mut parts = Vec::new();
        while let Some(comment) = self.next_comment(offset) {
            parts.push(self.take_comment(comment, true));
            if let Some(next) = self.next_comment(offset) {
                parts.push(self.line_or_empty(comment.span.end, next.span.start));
            }
        }
        self.docs.concat(parts)
    }

    /// Returns the next comment if it starts before `offset`.
    pub(super) fn next_comment(&self, offset: u32) -> Option<&'a Comment> {
        self.comments.first().filter(|comment| comment.span.start < offset)
    }

    /// Whether a comment starts in `span`, taken or not.
    pub(super) fn has_comments(&self, span: Span) -> bool {
        let first = self.all_comments.partition_point(|comment| comment.span.start < span.start);
        self.all_comments.get(first).is_some_and(|comment| comment.span.start < span.end)
    }

    /// Whether an empty line stands between two offsets with at most blanks and one end of a line around it.
    pub(super) fn empty_line_between(&self, start: u32, end: u32) -> bool {
        self.source.line(end) > self.source.line(start) + 1
    }

    /// Returns the offset of the token at or after `offset`.
    pub(super) fn token_at(&self, offset: u32) -> u32 {
        let bytes = self.source.text().as_bytes();
        let mut position = offset as usize;
        loop {
            let rest = bytes.get(position..).unwrap_or_default();
            match rest {
                [b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c, ..] => position += 1,
                [b'/', b'/', ..] => {
                    position += rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
                }
                _ => return position as u32,
            }
        }
    }

    fn line_or_empty(&mut self, start: u32, end: u32) -> Doc {
        if self.empty_line_between(start, end) { self.docs.empty_line() } else { self.docs.hard_line() }
    }

    fn take_comment(&mut self, comment: &'a Comment, own_line: bool) -> Doc {
        self.comments = self.comments.get(1..).unwrap_or_default();
        let text = self.text_of(comment.span).trim_end();
        self.docs.comment(text, own_line)
    }

    /// Whether code stands before the comment on its line.
    fn ends_line(&self, comment: &Comment) -> bool {
        let before = self.source.text().get(..comment.span.start as usize).unwrap_or_default();
        let line = before.rfind('\n').map_or(before, |end| before.get(end + 1..).unwrap_or_default());
        !line.trim().is_empty()
    }
}
