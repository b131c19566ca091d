//! Which request is answered by what.

use std::io::Write;

use lsp_server::ErrorCode;
use lsp_types::request::{self as ask, Request};
use lsp_types::{CompletionItem, Uri};
use serde_json::Value;

use crate::capabilities::Client;
use crate::server::{Server, from_value};
use crate::view::View;
use crate::{actions, completion, folding, formatting, hints, hover, navigation, rename, signature, symbols, tokens};

/// A result, or why there is none.
pub(crate) type Answer<T = Value> = Result<T, (ErrorCode, String)>;

/// Answers a request about the open scripts.
///
/// # Errors
/// `MethodNotFound`, `InvalidParams`, and `RequestFailed` for what cannot be done.
pub(crate) fn answer<W: Write>(server: &mut Server<W>, method: &str, params: Value) -> Answer {
    match method {
        ask::HoverRequest::METHOD => about::<ask::HoverRequest, W>(
            server,
            params,
            |params| &params.text_document_position_params.text_document.uri,
            |view, client, params| Ok(hover::hover(view, client, params.text_document_position_params.position)),
        ),
        ask::Completion::METHOD => about::<ask::Completion, W>(
            server,
            params,
            |params| &params.text_document_position.text_document.uri,
            |view, client, params| Ok(Some(completion::complete(view, client, &params).into())),
        ),
        ask::ResolveCompletionItem::METHOD => {
            let item: CompletionItem = from_value(params).map_err(|error| (ErrorCode::InvalidParams, error))?;
            to_value(completion::resolve(server.engine(), server.client(), item))
        }
        ask::SignatureHelpRequest::METHOD => about::<ask::SignatureHelpRequest, W>(
            server,
            params,
            |params| &params.text_document_position_params.text_document.uri,
            |view, client, params| Ok(signature::help(view, client, params.text_document_position_params.position)),
        ),
        ask::GotoDefinition::METHOD => about::<ask::GotoDefinition, W>(
            server,
            params,
            |params| &params.text_document_position_params.text_document.uri,
            |view, _, params| Ok(navigation::definition(view, params.text_document_position_params.position)),
        ),
        ask::References::METHOD => about::<ask::References, W>(
            server,
            params,
            |params| &params.text_document_position.text_document.uri,
            |view, _, params| Ok(navigation::references(view, &params)),
        ),
        ask::DocumentHighlightRequest::METHOD => about::<ask::DocumentHighlightRequest, W>(
            server,
            params,
            |params| &params.text_document_position_params.text_document.uri,
            |view, _, params| Ok(navigation::highlights(view, params.text_document_position_params.position)),
        ),
        ask::PrepareRenameRequest::METHOD => about::<ask::PrepareRenameRequest, W>(
            server,
            params,
            |params| &params.text_document.uri,
            |view, _, params| rename::prepare(view, params.position).map_err(failed),
        ),
        ask::Rename::METHOD => about::<ask::Rename, W>(
            server,
            params,
            |params| &params.text_document_position.text_document.uri,
            |view, _, params| {
                let position = params.text_document_position.position;
                rename::rename(view, position, &params.new_name).map_err(failed)
            },
        ),
        ask::DocumentSymbolRequest::METHOD => about::<ask::DocumentSymbolRequest, W>(
            server,
            params,
            |params| &params.text_document.uri,
            |view, client, _| Ok(Some(symbols::symbols(view, client))),
        ),
        ask::Formatting::METHOD => about::<ask::Formatting, W>(
            server,
            params,
            |params| &params.text_document.uri,
            |view, _, _| Ok(formatting::format(view)),
        ),
        ask::CodeActionRequest::METHOD => about::<ask::CodeActionRequest, W>(
            server,
            params,
            |params| &params.text_document.uri,
            |view, client, params| Ok(Some(actions::actions(view, client, &params))),
        ),
        ask::SemanticTokensFullRequest::METHOD => about::<ask::SemanticTokensFullRequest, W>(
            server,
            params,
            |params| &params.text_document.uri,
            |view, _, _| Ok(Some(tokens::tokens(view).into())),
        ),
        ask::FoldingRangeRequest::METHOD => about::<ask::FoldingRangeRequest, W>(
            server,
            params,
            |params| &params.text_document.uri,
            |view, _, _| Ok(Some(folding::ranges(view))),
        ),
        ask::InlayHintRequest::METHOD => about::<ask::InlayHintRequest, W>(
            server,
            params,
            |params| &params.text_document.uri,
            |view, _, params| Ok(Some(hints::hints(view, params.range))),
        ),
        _ => Err((ErrorCode::MethodNotFound, format!("there is no request `{method}`"))),
    }
}

/// Answers a request about one script.
fn about<R: Request, W: Write>(
    server: &mut Server<W>,
    params: Value,
    uri: fn(&R::Params) -> &Uri,
    answer: fn(&View<'_>, &Client, R::Params) -> Answer<R::Result>,
) -> Answer {
    let params: R::Params = from_value(params).map_err(|error| (ErrorCode::InvalidParams, error))?;
    let Some((view, client)) = server.view(uri(&params)) else {
        return Err((ErrorCode::InvalidParams, format!("`{}` is not open", uri(&params).as_str())));
    };
    to_value(answer(&view, client, params)?)
}

fn to_value(result: impl serde::Serialize) -> Answer {
    serde_json::to_value(result).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}

fn failed(message: String) -> (ErrorCode, String) {
    (ErrorCode::RequestFailed, message)
}
