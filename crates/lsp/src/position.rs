//! Places as the protocol counts them: lines and columns from 0, columns in the units of an encoding.

use fluxlet_syntax::{Source, Span};
use lsp_types::{Position, PositionEncodingKind, Range};

/// The units of columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of 16 bits: what every client knows.
    Utf16,
}

impl Encoding {
    /// Chooses among what a client offers.
    pub(crate) fn of(offered: Option<&[PositionEncodingKind]>) -> Self {
        match offered.is_some_and(|offered| offered.contains(&PositionEncodingKind::UTF8)) {
            true => Self::Utf8,
            false => Self::Utf16,
        }
    }

    /// Returns the name for the client.
    pub(crate) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    /// Returns how many units a text has.
    pub(crate) fn units(self, text: &str) -> u32 {
        match self {
            Self::Utf8 => text.len() as u32,
            Self::Utf16 => text.chars().map(|character| character.len_utf16() as u32).sum(),
        }
    }

    /// Returns the place of a byte.
    pub(crate) fn position(self, source: &Source, offset: u32) -> Position {
        let before = source.slice(Span::new(0, offset.min(source.text().len() as u32)));
        let line = before.rsplit('\n').next().unwrap_or_default();
        Position { line: source.line(offset) - 1, character: self.units(line) }
    }

    /// Returns the place of a span.
    pub(crate) fn range(self, source: &Source, span: Span) -> Range {
        Range { start: self.position(source, span.start), end: self.position(source, span.end) }
    }

    /// Returns the byte at a place; one past the end of a line or of the text is that end.
    pub(crate) fn offset(self, text: &str, position: Position) -> usize {
        let mut start = 0;
        for _ in 0..position.line {
            match text[start..].find('\n') {
                Some(length) => start += length + 1,
                None => return text.len(),
            }
        }
        let line = text[start..].split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let mut units = 0;
        for (at, character) in line.char_indices() {
            if units >= position.character {
                return start + at;
            }
            units += match self {
                Self::Utf8 => character.len_utf8() as u32,
                Self::Utf16 => character.len_utf16() as u32,
            };
        }
        start + line.len()
    }
}
