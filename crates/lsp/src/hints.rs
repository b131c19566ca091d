//! Types that are not written, beside the names that have them.

use std::collections::HashSet;

use fluxlet_semantic::DefinitionKind;
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{Expr, ExprKind, Node, StatementKind};
use lsp_types::{InlayHint, InlayHintKind, InlayHintLabel, Range};

use crate::occurrences::without_parens;
use crate::view::View;

/// Longest type that is shown, in characters.
const LONGEST: usize = 40;

/// Returns the types of the parameters in `range`, and of the variables whose values do not show them.
pub(crate) fn hints(view: &View<'_>, range: Range) -> Vec<InlayHint> {
    let facts = view.analysis.facts();
    let shown = view.span(range);
    let mut plain: HashSet<Span> = HashSet::new();
    view.analysis.file().walk(&mut |node| {
        if let Node::Statement(statement) = node
            && let StatementKind::Assignment(assignment) = &statement.kind
            && is_plain(&assignment.value)
        {
            plain.insert(assignment.name.span);
        }
    });
    let visible = facts.definitions().iter().filter(|definition| match definition.kind {
        DefinitionKind::Variable => !plain.contains(&definition.span),
        DefinitionKind::Parameter => true,
        DefinitionKind::Option | DefinitionKind::Builtin | DefinitionKind::Import(_) => false,
    });
    let visible = visible.filter(|definition| shown.start <= definition.span.start && definition.span.end <= shown.end);
    visible
        .filter_map(|definition| {
            let ty = facts.type_of(definition).to_string();
            // A type that can be anything tells nothing.
            (ty != "A").then(|| hint(view, definition.span.end, &ty))
        })
        .collect()
}

/// Tells whether a value shows its type.
fn is_plain(value: &Expr) -> bool {
    matches!(
        without_parens(value).kind,
        ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::String(_)
            | ExprKind::Interpolated(_)
            | ExprKind::Regexp(_)
            | ExprKind::Time(_)
            | ExprKind::Duration(_)
            | ExprKind::Function(_)
            | ExprKind::Record(_)
            | ExprKind::Bad
    )
}

/// Cuts the end of a long type.
pub(crate) fn shortened(ty: &str, longest: usize) -> String {
    match ty.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &ty[..end]),
        None => ty.to_owned(),
    }
}

fn hint(view: &View<'_>, at: u32, ty: &str) -> InlayHint {
    InlayHint {
        position: view.position(at),
        label: InlayHintLabel::String(format!(": {}", shortened(ty, LONGEST))),
        kind: Some(InlayHintKind::TYPE),
        text_edits: None,
        tooltip: None,
        padding_left: Some(false),
        padding_right: Some(false),
        data: None,
    }
}
