//! What may be written at the cursor.

use fluxlet::{Completion, CompletionKind, Engine};
use fluxlet_syntax::Span;
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionParams, CompletionTextEdit,
    Documentation, MarkupContent, MarkupKind, TextEdit,
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
pub(crate) fn complete(view: &View<'_>, client: &Client, params: &CompletionParams) -> Vec<CompletionItem> {
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
    found.map(|completion| item(view, client, completion, offset)).collect()
}

fn item(view: &View<'_>, client: &Client, completion: Completion, end: u32) -> CompletionItem {
    let rank = rank(view, &completion);
    let Completion { start, text, kind, ty, package, import } = completion;
    let replaced = Span::new(start as u32, end);
    let label = text.trim_end_matches([':', ' ']).to_owned();
    let kind = item_kind(kind, &ty, package.is_some());
    let is_package = kind == CompletionItemKind::MODULE;
    let path = import.as_ref().and(package.clone());
    let detail = match &path {
        Some(path) if ty.is_empty() => format!("import \"{path}\""),
        Some(path) => format!("import \"{path}\": {ty}"),
        None => ty,
    };
    // An import that would go to the very place goes into the text: edits must not touch.
    let (before, beside) = match import {
        Some(import) if import.span.end >= replaced.start => (import.text, None),
        import => (String::new(), import),
    };
    let edits = beside.map(|edit| vec![TextEdit { range: view.range(edit.span), new_text: edit.text }]);
    let new_text = format!("{before}{text}");
    let origin = package.map(|package| Origin { package, name: (!is_package).then_some(text) });
    // Of packages with one name, those in fewer folders come first.
    let folders = path.iter().map(|path| format!(" {} {path}", path.matches('/').count()));
    CompletionItem {
        sort_text: Some(format!("{rank}{label}{}", folders.collect::<String>())),
        filter_text: (!before.is_empty()).then(|| label.clone()),
        label,
        label_details: path
            .filter(|_| client.label_details)
            .map(|path| CompletionItemLabelDetails { detail: None, description: Some(path) }),
        kind: Some(kind),
        detail: (!detail.is_empty()).then_some(detail),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range: view.range(replaced), new_text })),
        additional_text_edits: edits,
        data: origin.and_then(|origin| serde_json::to_value(origin).ok()),
        ..CompletionItem::default()
    }
}

/// Returns a digit for what is likely to be meant: what the script has itself, then words of the language, the prelude, what
/// of it is not implemented, and last what would have to be imported.
fn rank(view: &View<'_>, completion: &Completion) -> u32 {
    let is_implemented = |path: &String| {
        let package = view.engine.registry().packages().find(|package| package.path == path);
        package.is_none_or(|package| package.implements(&completion.text))
    };
    let is_missing = completion.package.as_ref().is_some_and(|path| !is_implemented(path));
    let is_own = completion.package.is_none() || completion.ty.is_empty();
    match completion.kind {
        _ if completion.import.is_some() => 5,
        _ if is_missing => 4,
        CompletionKind::Package | CompletionKind::Member | CompletionKind::Argument => 1,
        CompletionKind::Name if is_own => 1,
        CompletionKind::Keyword => 2,
        CompletionKind::Name => 3,
    }
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
