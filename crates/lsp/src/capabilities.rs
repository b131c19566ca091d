//! What the server can do, and what the client says it can.

use lsp_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions,
    FoldingRangeProviderCapability, HoverProviderCapability, MarkupKind, OneOf, RenameOptions,
    SemanticTokensFullOptions, SemanticTokensOptions, ServerCapabilities, SignatureHelpOptions,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, WorkspaceFoldersServerCapabilities,
    WorkspaceServerCapabilities,
};

use crate::position::Encoding;
use crate::tokens;

/// What the client can do with answers.
pub(crate) struct Client {
    pub(crate) encoding: Encoding,
    /// Whether hovers and documentation may be Markdown.
    pub(crate) markdown: bool,
    /// Whether diagnostics may have further places, and links to pages.
    pub(crate) related: bool,
    pub(crate) links: bool,
    /// Whether completions may say more beside their labels.
    pub(crate) label_details: bool,
    /// Whether symbols may stand inside of each other.
    pub(crate) nested_symbols: bool,
    /// Whether it tells of files that change if it is asked to.
    pub(crate) watches: bool,
}

impl Client {
    pub(crate) fn of(capabilities: &ClientCapabilities) -> Self {
        let general = capabilities.general.as_ref();
        let offered = general.and_then(|general| general.position_encodings.as_deref());
        let text = capabilities.text_document.as_ref();
        let diagnostics = text.and_then(|text| text.publish_diagnostics.as_ref());
        let hover = text.and_then(|text| text.hover.as_ref()?.content_format.as_ref());
        let item = text.and_then(|text| text.completion.as_ref()?.completion_item.as_ref());
        let symbols = text.and_then(|text| text.document_symbol.as_ref());
        let watched = capabilities.workspace.as_ref().and_then(|work| work.did_change_watched_files.as_ref());
        Self {
            encoding: Encoding::of(offered),
            markdown: hover.is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
            related: diagnostics.is_some_and(|can| can.related_information == Some(true)),
            links: diagnostics.is_some_and(|can| can.code_description_support == Some(true)),
            label_details: item.is_some_and(|can| can.label_details_support == Some(true)),
            nested_symbols: symbols.is_some_and(|can| can.hierarchical_document_symbol_support == Some(true)),
            watches: watched.is_some_and(|can| can.dynamic_registration == Some(true)),
        }
    }
}

/// Returns what the server can do.
pub(crate) fn server(encoding: Encoding) -> ServerCapabilities {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(true.into()),
        ..TextDocumentSyncOptions::default()
    };
    let actions =
        CodeActionOptions { code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]), ..CodeActionOptions::default() };
    let completion = CompletionOptions {
        resolve_provider: Some(true),
        trigger_characters: Some([".", "\"", "/", "("].map(str::to_owned).to_vec()),
        ..CompletionOptions::default()
    };
    let signature = SignatureHelpOptions {
        trigger_characters: Some(["(", ","].map(str::to_owned).to_vec()),
        ..SignatureHelpOptions::default()
    };
    let tokens = SemanticTokensOptions {
        legend: tokens::legend(),
        full: Some(SemanticTokensFullOptions::Bool(true)),
        ..SemanticTokensOptions::default()
    };
    let folders =
        WorkspaceFoldersServerCapabilities { supported: Some(true), change_notifications: Some(OneOf::Left(true)) };
    ServerCapabilities {
        position_encoding: Some(encoding.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        completion_provider: Some(completion),
        signature_help_provider: Some(signature),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        document_formatting_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: Default::default(),
        })),
        semantic_tokens_provider: Some(tokens.into()),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        inlay_hint_provider: Some(OneOf::Left(true)),
        workspace: Some(WorkspaceServerCapabilities { workspace_folders: Some(folders), file_operations: None }),
        ..ServerCapabilities::default()
    }
}
