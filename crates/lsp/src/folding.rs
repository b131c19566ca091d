//! What can be folded: brackets, imports and comments of several lines.

use std::collections::BTreeMap;

use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{Expr, ExprKind, Node};
use lsp_types::{FoldingRange, FoldingRangeKind};

use crate::view::View;

/// Returns what can be folded, by its first line; of what starts in one line, the longest.
pub(crate) fn ranges(view: &View<'_>) -> Vec<FoldingRange> {
    let mut folds = Folds { view, by_line: BTreeMap::new() };
    let file = view.analysis.file();
    if let (Some(first), Some(last)) = (file.imports.first(), file.imports.last()) {
        folds.add(first.span.to(last.span), Some(FoldingRangeKind::Imports), false);
    }
    folds.comments(&file.comments.iter().map(|comment| comment.span).collect::<Vec<_>>());
    file.walk(&mut |node| match node {
        Node::Block(block) => folds.add(block.span, None, true),
        Node::Expr(Expr { span, kind }) => match kind {
            ExprKind::Record(_) | ExprKind::Array(_) | ExprKind::Dict(_) | ExprKind::Call(_) => {
                folds.add(*span, None, true);
            }
            ExprKind::Pipe(_) => folds.add(*span, None, false),
            _ => {}
        },
        _ => {}
    });
    folds.by_line.into_values().collect()
}

struct Folds<'a> {
    view: &'a View<'a>,
    by_line: BTreeMap<u32, FoldingRange>,
}

impl Folds<'_> {
    /// Adds what takes several lines; the last one stays if it is a bracket that stands alone.
    fn add(&mut self, span: Span, kind: Option<FoldingRangeKind>, in_brackets: bool) {
        let (start, end) = (self.view.position(span.start), self.view.position(span.end));
        let end_line = if in_brackets { end.line.saturating_sub(1) } else { end.line };
        let longer = |known: &FoldingRange| known.end_line < end_line;
        if end_line > start.line && self.by_line.get(&start.line).is_none_or(longer) {
            let range = FoldingRange { start_line: start.line, end_line, kind, ..FoldingRange::default() };
            self.by_line.insert(start.line, range);
        }
    }

    /// Adds comments that stand below each other.
    fn comments(&mut self, spans: &[Span]) {
        let line = |span: &Span| self.view.position(span.start).line;
        let groups: Vec<Span> = spans
            .chunk_by(|a, b| line(a) + 1 == line(b))
            .filter_map(|group| Some(group.first()?.to(*group.last()?)))
            .collect();
        groups.into_iter().for_each(|group| self.add(group, Some(FoldingRangeKind::Comment), false));
    }
}
