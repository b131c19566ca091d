//! Where a name is defined and where it is used.

use fluxlet_semantic::{DefinitionKind, Target};
use fluxlet_syntax::Span;
use lsp_types::{
    DocumentHighlight, DocumentHighlightKind, GotoDefinitionResponse, Location, Position, ReferenceParams,
};

use crate::occurrences::{Occurrences, Role};
use crate::view::View;

/// Returns where the name at `position` is defined; for the path of an import, the package.
pub(crate) fn definition(view: &View<'_>, position: Position) -> Option<GotoDefinitionResponse> {
    let offset = view.offset(position);
    let import = view.analysis.file().imports.iter().find(|import| {
        let path = import.path.span;
        path.start <= offset && offset <= path.end
    });
    if let Some(import) = import {
        return package(view, &import.path.value).map(Into::into);
    }
    let occurrences = Occurrences::of(view.analysis);
    let location = match occurrences.at(offset)?.0 {
        Target::Definition(index) => {
            let definition = view.analysis.facts().definitions().get(*index)?;
            view.location(definition.span)
        }
        Target::Member { package, name } => {
            let documentation = view.engine.document(package).ok()?;
            let member = documentation.members.iter().find(|member| member.name == *name)?;
            let uri = view.library.locate(&documentation.source)?;
            Location { uri, range: view.encoding.range(&documentation.source, member.place) }
        }
    };
    Some(location.into())
}

fn package(view: &View<'_>, path: &str) -> Option<Location> {
    let source = view.engine.document(path).ok()?.source;
    let uri = view.library.locate(&source)?;
    Some(Location { uri, range: view.encoding.range(&source, Span::at(0)) })
}

/// Returns the places of the name at a place.
pub(crate) fn references(view: &View<'_>, params: &ReferenceParams) -> Option<Vec<Location>> {
    let offset = view.offset(params.text_document_position.position);
    let occurrences = Occurrences::of(view.analysis);
    let (target, _) = occurrences.at(offset)?;
    let wanted = |role: Role| role != Role::Definition || params.context.include_declaration;
    let all = occurrences.all(target).into_iter().filter(|occurrence| wanted(occurrence.role));
    Some(all.map(|occurrence| view.location(occurrence.span)).collect())
}

/// Returns the places of the name at `position`, told apart by whether it is bound or used there.
pub(crate) fn highlights(view: &View<'_>, position: Position) -> Option<Vec<DocumentHighlight>> {
    let occurrences = Occurrences::of(view.analysis);
    let (target, _) = occurrences.at(view.offset(position))?;
    let is_import = matches!(target, Target::Definition(index)
        if view.analysis.facts().definitions().get(*index).is_some_and(|definition|
            matches!(definition.kind, DefinitionKind::Import(_))));
    let kind = |role: Role| match role {
        Role::Definition if !is_import => DocumentHighlightKind::WRITE,
        _ => DocumentHighlightKind::READ,
    };
    let all = occurrences.all(target).into_iter();
    let highlight = |role, span| DocumentHighlight { range: view.range(span), kind: Some(kind(role)) };
    Some(all.map(|occurrence| highlight(occurrence.role, occurrence.span)).collect())
}
