//! What may be written at the cursor.

use fluxlet::{CompletionKind, Engine};
use fluxlet_syntax::Span;
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionParams, CompletionTextEdit, Documentation, MarkupContent, MarkupKind,
    TextEdit,
};
use serde::{Deserialize, Serialize};

use crate::capabilities::Client;
use crate::hover;
use crate::view::View;

/// What is needed to document an item.
#[derive(Serialize, Deserialize)]
struct Origin {
    package: String,
    /// The member; none for the package itself.
    name: Option<String>,
}

/// Returns what may be written at a place. Where a character that was just typed asks, it is what that character begins.
pub(crate) fn complete(view: &View<'_>, params: &CompletionParams) -> Vec<CompletionItem> {
    let offset = view.offset(params.text_document_position.position);
    let trigger = params.context.as_ref().and_then(|context| context.trigger_character.as_deref());
    let wanted = |kind: CompletionKind| match trigger {
        Some("(") => kind == CompletionKind::Argument,
        Some("\"" | "/") => kind == CompletionKind::Package,
        Some(".") => matches!(kind, CompletionKind::Member | CompletionKind::Package),
        _ => true,
    };
    let found = view.engine.compiler().complete(view.text(), offset as usize);
    let found = found.into_iter().filter(|completion| wanted(completion.kind));
    found
        .map(|completion| {
            let range = view.range(Span::new(completion.start as u32, offset));
            let kind = item_kind(completion.kind, &completion.ty, completion.package.is_some());
            let is_package = kind == CompletionItemKind::MODULE;
            let origin = completion
                .package
                .map(|package| Origin { package, name: (!is_package).then(|| completion.text.clone()) });
            CompletionItem {
                label: completion.text.trim_end_matches([':', ' ']).to_owned(),
                kind: Some(kind),
                detail: (!completion.ty.is_empty()).then_some(completion.ty),
                text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: completion.text })),
                data: origin.and_then(|origin| serde_json::to_value(origin).ok()),
                ..CompletionItem::default()
            }
        })
        .collect()
}

/// Adds what is said about an item where it is declared.
pub(crate) fn resolve(engine: &Engine, client: &Client, mut item: CompletionItem) -> CompletionItem {
    let origin = item.data.clone().and_then(|data| serde_json::from_value::<Origin>(data).ok());
    let Some(Origin { package, name }) = origin else { return item };
    let text = match name {
        Some(name) => hover::of_member(engine, &package, &name).map(|(_, text)| text),
        None => engine.document(&package).ok().map(|package| package.text),
    };
    let kind = if client.markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    let text = text.filter(|text| !text.is_empty());
    item.documentation = text.map(|value| Documentation::MarkupContent(MarkupContent { kind, value }));
    item
}

fn item_kind(kind: CompletionKind, ty: &str, of_package: bool) -> CompletionItemKind {
    let is_function = ty.starts_with('(');
    match kind {
        CompletionKind::Package => CompletionItemKind::MODULE,
        CompletionKind::Keyword => CompletionItemKind::KEYWORD,
        CompletionKind::Argument => CompletionItemKind::FIELD,
        CompletionKind::Name if of_package && ty.is_empty() => CompletionItemKind::MODULE,
        CompletionKind::Name | CompletionKind::Member if is_function => CompletionItemKind::FUNCTION,
        CompletionKind::Member if !of_package => CompletionItemKind::FIELD,
        CompletionKind::Name | CompletionKind::Member => CompletionItemKind::VARIABLE,
    }
}
