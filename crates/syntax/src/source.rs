//! A named source text that knows its lines.

use std::fmt;
use std::sync::Arc;

use crate::Span;

/// A place in a source text as people count it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters from the start of the line, from 1.
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// A source text with its name; cheap to clone.
#[derive(Clone)]
pub struct Source(Arc<Inner>);

struct Inner {
    name: String,
    text: String,
    /// Offset of the first byte of each line.
    lines: Vec<u32>,
    /// The sources that the text was put together from, each with the offset of its first byte.
    parts: Vec<(u32, Source)>,
}

impl Source {
    /// Wraps `text` under `name`, which diagnostics show: a path, or a word such as `main`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::of_parts(name.into(), text.into(), Vec::new())
    }

    /// Puts sources one behind the other, a line break between them, under the name of the first.
    ///
    /// [`Source::part`] tells from which of them a place is.
    pub fn joined(parts: &[Source]) -> Self {
        let mut text = String::new();
        let mut starts = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate() {
            text.push_str(if index == 0 { "" } else { "\n" });
            starts.push((text.len() as u32, part.clone()));
            text.push_str(part.text());
        }
        let name = parts.first().map_or("", |part| part.name());
        Self::of_parts(name.to_owned(), text, starts)
    }

    /// Returns the source that `span` is from, and where it stands there: for a source that was put together, the part
    /// that holds the start of the span; else the source itself.
    pub fn part(&self, span: Span) -> (Source, Span) {
        let Some((start, part)) = self.0.parts.iter().rev().find(|(start, _)| *start <= span.start) else {
            return (self.clone(), span);
        };
        let end = span.end.saturating_sub(*start).min(part.text().len() as u32);
        let start = span.start - start;
        (part.clone(), Span::new(start.min(end), end))
    }

    /// Tells whether `other` is a clone of this source.
    pub fn is(&self, other: &Source) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Returns the name given to [`Source::new`].
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Returns the whole text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Returns the text under `span`.
    pub fn slice(&self, span: Span) -> &str {
        self.0.text.get(span.range()).unwrap_or("")
    }

    /// Returns the line of the byte at `offset`, from 1; an offset past the end is the end.
    pub fn line(&self, offset: u32) -> u32 {
        self.0.lines.partition_point(|&start| start <= offset.min(self.0.text.len() as u32)) as u32
    }

    /// Returns line and column of the character at `offset`; an offset past the end is the end.
    pub fn position(&self, offset: u32) -> Position {
        let (line, bytes) = self.in_bytes(offset);
        let before = &self.0.text.as_bytes()[self.0.lines[line as usize - 1] as usize..][..bytes as usize];
        // All bytes of a character but its first begin with the bits 10.
        let characters = before.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
        Position { line, column: characters as u32 + 1 }
    }

    /// Returns the place of `span` as the values of Flux tell it: `L:C-L:C`, the columns in bytes, the end exclusive.
    pub fn location(&self, span: Span) -> String {
        let place = |offset| {
            let (line, bytes) = self.in_bytes(offset);
            format!("{line}:{}", bytes + 1)
        };
        format!("{}-{}", place(span.start), place(span.end))
    }

    /// Returns the line of the byte at `offset`, and how many bytes of the line are before it.
    fn in_bytes(&self, offset: u32) -> (u32, u32) {
        let line = self.line(offset);
        (line, offset.min(self.0.text.len() as u32) - self.0.lines[line as usize - 1])
    }

    fn of_parts(name: String, text: String, parts: Vec<(u32, Source)>) -> Self {
        let mut lines = vec![0];
        for (offset, byte) in text.bytes().enumerate() {
            if byte == b'\n' {
                lines.push(offset as u32 + 1);
            }
        }
        Self(Arc::new(Inner { name, text, lines, parts }))
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({:?}, {} bytes)", self.0.name, self.0.text.len())
    }
}

#[cfg(test)]
mod tests;
