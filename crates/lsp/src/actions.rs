//! Edits that mend problems.

use std::collections::HashMap;

use fluxlet_syntax::{Diagnostic, Edit, Span};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse, TextEdit, WorkspaceEdit,
};

use crate::capabilities::Client;
use crate::diagnostics;
use crate::rename::applied;
use crate::view::View;

/// Most problems of which edits are tried out.
const MOST: usize = 16;

/// Returns the edits that mend problems in a range: those with which the script has fewer problems.
pub(crate) fn actions(view: &View<'_>, client: &Client, params: &CodeActionParams) -> CodeActionResponse {
    let only = params.context.only.as_ref();
    if only.is_some_and(|only| !only.contains(&CodeActionKind::QUICKFIX) && !only.contains(&CodeActionKind::EMPTY)) {
        return Vec::new();
    }
    let range = view.span(params.range);
    let touches = |span: Span| span.start <= range.end && range.start <= span.end;
    let problems = view.analysis.diagnostics().iter();
    let problems = problems.filter(|problem| {
        // Where the edit goes is a part of the problem, although it is told elsewhere.
        let is_near = |edit: &Edit| edit.span.start > 0 && touches(edit.span);
        !problem.fix.is_empty() && (touches(problem.span) || problem.fix.iter().any(is_near))
    });
    let mending = problems.take(MOST).filter(|problem| mends(view, problem));
    mending.map(|problem| CodeActionOrCommand::CodeAction(action(view, client, problem))).collect()
}

/// Tells whether a script has fewer problems when one is mended, or at least another one instead: a name that is mended may
/// show what is wrong with its type, and a bracket that is closed what is wrong behind it.
fn mends(view: &View<'_>, problem: &Diagnostic) -> bool {
    let edits: Vec<(Span, String)> = problem.fix.iter().map(|edit| (edit.span, edit.text.clone())).collect();
    let text = applied(view.text(), &edits);
    let after = view.engine.compiler().analyze(view.source().name(), &text);
    let (before, after) = (view.analysis.diagnostics(), after.diagnostics());
    let same = |other: &&Diagnostic| other.code == problem.code && other.message == problem.message;
    let count = |problems: &[Diagnostic]| problems.iter().filter(same).count();
    let gets_further = after.first().is_none_or(|first| first.stage > problem.stage);
    gets_further || after.len() <= before.len() && count(after) < count(before)
}

fn action(view: &View<'_>, client: &Client, problem: &Diagnostic) -> CodeAction {
    let edits =
        problem.fix.iter().map(|Edit { span, text }| TextEdit { range: view.range(*span), new_text: text.clone() });
    #[expect(clippy::mutable_key_type, reason = "the map is the protocol's")]
    let changes = HashMap::from([(view.uri.clone(), edits.collect())]);
    CodeAction {
        title: title(view, problem),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostics::diagnostic(view, client, problem)]),
        edit: Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }),
        is_preferred: Some(true),
        ..CodeAction::default()
    }
}

/// Says what the edits do.
fn title(view: &View<'_>, problem: &Diagnostic) -> String {
    let shown = |text: &str| format!("`{}`", text.trim());
    match problem.fix.as_slice() {
        [Edit { span, text }] if span.start == span.end => {
            format!("Insert {}", shown(text.strip_prefix(", ").unwrap_or(text)))
        }
        [Edit { span, text }] if text.is_empty() => format!("Remove {}", shown(view.source().slice(*span))),
        [Edit { span, text }] => format!("Replace {} by {}", shown(view.source().slice(*span)), shown(text)),
        [first, others @ ..] if others.iter().all(|edit| replaces_same(view, first, edit)) => {
            format!("Replace {} by {}", shown(view.source().slice(first.span)), shown(&first.text))
        }
        [first, last] if first.span.start == first.span.end => {
            let value = view.source().slice(Span::new(first.span.end, last.span.start));
            format!("Replace by {}", shown(&format!("{}{}{}", first.text, value, last.text)))
        }
        edits => {
            let new: Vec<String> = edits.iter().map(|edit| shown(&edit.text)).collect();
            format!("Put {} there", new.join(" and "))
        }
    }
}

/// Tells whether two edits put the same in the place of the same.
fn replaces_same(view: &View<'_>, a: &Edit, b: &Edit) -> bool {
    let old = view.source().slice(a.span);
    a.text == b.text && !old.is_empty() && old == view.source().slice(b.span)
}
