//! A named source text that knows its lines.

use std::fmt;
use std::sync::Arc;

use crate::Span;

/// A place in a source text as people count it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes from the start of the line, from 1.
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
}

impl Source {
    /// Wraps `text` under `name`, which diagnostics show: a path, or a word such as `main`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let mut lines = vec![0];
        for (offset, byte) in text.bytes().enumerate() {
            if byte == b'\n' {
                lines.push(offset as u32 + 1);
            }
        }
        Self(Arc::new(Inner { name: name.into(), text, lines }))
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

    /// Returns line and column of the byte at `offset`; an offset past the end is the end.
    pub fn position(&self, offset: u32) -> Position {
        let offset = offset.min(self.0.text.len() as u32);
        let line = self.0.lines.partition_point(|&start| start <= offset);
        Position { line: line as u32, column: offset - self.0.lines[line - 1] + 1 }
    }

    /// Returns the place of `span` as Flux writes it: `L:C-L:C`, the end exclusive.
    pub fn location(&self, span: Span) -> String {
        format!("{}-{}", self.position(span.start), self.position(span.end))
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({:?}, {} bytes)", self.0.name, self.0.text.len())
    }
}
