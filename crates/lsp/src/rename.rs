//! New names, where a name may have one.

use std::collections::HashMap;

use fluxlet_semantic::{DefinitionKind, Target};
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{ExprKind, Node, Property};
use lsp_types::{Position, PrepareRenameResponse, TextEdit, WorkspaceEdit};

use crate::occurrences::{Occurrence, Occurrences, Role};
use crate::view::View;

/// Returns the place of the name at `position` if it may have another.
///
/// # Errors
/// If the name is declared in another package.
pub(crate) fn prepare(view: &View<'_>, position: Position) -> Result<Option<PrepareRenameResponse>, String> {
    let occurrences = Occurrences::of(view.analysis);
    let Some((target, occurrence)) = occurrences.at(view.offset(position)) else { return Ok(None) };
    own(target)?;
    // The path of an import without another name is no name.
    let is_path = view.source().slice(occurrence.span).starts_with('"');
    Ok((!is_path).then(|| PrepareRenameResponse::Range(view.range(occurrence.span))))
}

/// Returns the edits that give the name at `position` another one.
///
/// # Errors
/// If it may not have that name, or the script would mean something else with it.
pub(crate) fn rename(view: &View<'_>, position: Position, name: &str) -> Result<Option<WorkspaceEdit>, String> {
    let occurrences = Occurrences::of(view.analysis);
    let Some((target, _)) = occurrences.at(view.offset(position)) else { return Ok(None) };
    let index = own(target)?;
    let Some(definition) = view.analysis.facts().definitions().get(index) else { return Ok(None) };
    let old = definition.name.as_str();
    let mut edits: Vec<(Span, String)> = Vec::new();
    let places = occurrences.all(target);
    for occurrence in &places {
        edits.push((occurrence.span, replacement(view, *occurrence, &definition.kind, old, name)));
    }
    edits.extend(beside(view, &places).into_iter().map(|(span, key)| (span, format!("{key}: {key}"))));
    edits.sort_by_key(|(span, _)| *span);
    keeps_meaning(view, &edits, name)?;
    let edits = edits.into_iter().map(|(span, new_text)| TextEdit { range: view.range(span), new_text });
    // The key is only read: it is made from what the client sent.
    #[expect(clippy::mutable_key_type, reason = "the map is the protocol's")]
    let changes = HashMap::from([(view.uri.clone(), edits.collect())]);
    Ok(Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }))
}

/// Returns the definition in the script that a target is.
fn own(target: &Target) -> Result<usize, String> {
    match target {
        Target::Definition(index) => Ok(*index),
        Target::Member { package, name } => {
            Err(format!("cannot rename `{name}`: it is declared in package `{package}`, outside of this script"))
        }
    }
}

fn replacement(view: &View<'_>, at: Occurrence, kind: &DefinitionKind, old: &str, new: &str) -> String {
    match at.role {
        Role::ShortUse => format!("{old}: {new}"),
        Role::ShortLabel => format!("{new}: {old}"),
        Role::Definition if matches!(kind, DefinitionKind::Import(_)) => match view.source().slice(at.span) {
            path if path.starts_with('"') => format!("{new} {path}"),
            _ => new.to_owned(),
        },
        Role::Definition | Role::Use | Role::Label => new.to_owned(),
    }
}

/// Returns the properties that stand beside those of `places` without a value: either all of them have one or none.
fn beside<'a>(view: &View<'a>, places: &[Occurrence]) -> Vec<(Span, &'a str)> {
    let mut found = Vec::new();
    view.analysis.file().walk(&mut |node| {
        let Node::Expr(expr) = node else { return };
        let properties = match &expr.kind {
            ExprKind::Record(record) => &record.properties,
            ExprKind::Call(call) => &call.arguments,
            _ => return,
        };
        let is_renamed = |property: &Property| places.iter().any(|place| place.span == property.key.span());
        if properties.iter().any(|property| property.value.is_none() && is_renamed(property)) {
            let others = properties.iter().filter(|property| property.value.is_none() && !is_renamed(property));
            found.extend(others.map(|property| (property.key.span(), property.key.name().as_str())));
        }
    });
    found
}

/// Refuses edits after which a name stands for something else, or the script has more problems.
fn keeps_meaning(view: &View<'_>, edits: &[(Span, String)], name: &str) -> Result<(), String> {
    let is_word = name.chars().all(|character| character.is_alphanumeric() || character == '_');
    if !is_word || name.starts_with(|first: char| first.is_ascii_digit()) || name.is_empty() {
        return Err(format!("expected a name of letters, digits and `_`, found `{name}`"));
    }
    let before = view.analysis;
    let after = view.engine.compiler().analyze(before.source().name(), &applied(view.text(), edits));
    let known: Vec<&str> = before.diagnostics().iter().map(|problem| problem.code).collect();
    if after.diagnostics().len() > known.len() {
        let new = after.diagnostics().iter().find(|problem| !known.contains(&problem.code));
        let reason = new.or(after.diagnostics().first()).map(|problem| problem.message.clone()).unwrap_or_default();
        return Err(format!("with the name `{name}`, the script would be wrong: {reason}"));
    }
    let (old, new) = (Occurrences::of(before), Occurrences::of(&after));
    // `f(a)` is one place for two names, `f(b: a)` two places, so labels are compared by themselves.
    let same = [true, false].into_iter().all(|labels| {
        let is_label = |role: Role| matches!(role, Role::Label | Role::ShortLabel) == labels;
        let old = old.iter().filter(|(_, at)| is_label(at.role)).map(|(target, _)| target);
        old.eq(new.iter().filter(|(_, at)| is_label(at.role)).map(|(target, _)| target))
    });
    if !same {
        return Err(format!("`{name}` is known already, and would stand for something else"));
    }
    Ok(())
}

/// Returns the text with edits, which are in order and do not touch each other.
pub(crate) fn applied(text: &str, edits: &[(Span, String)]) -> String {
    let mut changed = text.to_owned();
    for (span, new) in edits.iter().rev() {
        if text.get(span.range()).is_some() {
            changed.replace_range(span.range(), new);
        }
    }
    changed
}
