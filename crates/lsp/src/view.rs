//! A script that was looked at, with what is needed to answer questions about it.

use fluxlet::{Analysis, Engine};
use fluxlet_syntax::{Source, Span};
use lsp_types::{Location, Position, Range, Uri};

use crate::library::Library;
use crate::position::Encoding;

/// A script as it was when it was looked at last.
pub(crate) struct View<'a> {
    pub(crate) uri: &'a Uri,
    pub(crate) analysis: &'a Analysis,
    pub(crate) engine: &'a Engine,
    pub(crate) library: &'a Library,
    pub(crate) encoding: Encoding,
}

impl<'a> View<'a> {
    pub(crate) fn source(&self) -> &'a Source {
        self.analysis.source()
    }

    pub(crate) fn text(&self) -> &'a str {
        self.analysis.source().text()
    }

    pub(crate) fn offset(&self, position: Position) -> u32 {
        self.encoding.offset(self.text(), position) as u32
    }

    pub(crate) fn position(&self, offset: u32) -> Position {
        self.encoding.position(self.source(), offset)
    }

    pub(crate) fn range(&self, span: Span) -> Range {
        self.encoding.range(self.source(), span)
    }

    /// Returns the bytes of a range.
    pub(crate) fn span(&self, range: Range) -> Span {
        let start = self.offset(range.start);
        Span::new(start, self.offset(range.end).max(start))
    }

    pub(crate) fn location(&self, span: Span) -> Location {
        Location { uri: self.uri.clone(), range: self.range(span) }
    }
}
