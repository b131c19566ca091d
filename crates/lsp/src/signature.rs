//! The function whose arguments are being written.

use fluxlet::runtime::types::{ParameterMode, Type};
use fluxlet_semantic::Target;
use lsp_types::{
    Documentation, MarkupContent, MarkupKind, ParameterInformation, ParameterLabel, Position, SignatureHelp,
    SignatureInformation,
};

use crate::capabilities::Client;
use crate::hover;
use crate::view::View;

/// Returns the signature of the innermost call at `position`, and which of its arguments is next.
pub(crate) fn help(view: &View<'_>, client: &Client, position: Position) -> Option<SignatureHelp> {
    let offset = view.offset(position);
    let call = view.engine.compiler().call_around(view.text(), offset as usize)?;
    let ty = Type::Function(call.function.clone()).to_string();
    let name = view.source().slice(call.callee);
    let shown = parameters(&ty);
    // A type shows parameters in the order of their names.
    let mut known: Vec<_> = call.function.parameters.iter().collect();
    known.sort_by(|a, b| a.name.cmp(&b.name));
    let is_next = |name: &str, mode: ParameterMode| match &call.argument {
        Some(argument) => argument == name,
        None => mode == ParameterMode::Required && !call.given.iter().any(|given| given == name),
    };
    let active = known.iter().position(|parameter| is_next(&parameter.name, parameter.mode));
    let documentation = view.analysis.facts().uses().iter().find_map(|used| match &used.target {
        Target::Member { package, name } if used.span.end == call.callee.end => {
            hover::of_member(view.engine, package, name).map(|(_, text)| text)
        }
        _ => None,
    });
    let kind = if client.markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    let information = SignatureInformation {
        label: format!("{name}{ty}"),
        documentation: documentation.map(|value| Documentation::MarkupContent(MarkupContent { kind, value })),
        parameters: Some(
            shown
                .into_iter()
                .map(|text| ParameterInformation {
                    label: ParameterLabel::Simple(text.to_owned()),
                    documentation: None,
                })
                .collect(),
        ),
        // Beyond the last there is none.
        active_parameter: Some(active.unwrap_or(known.len()) as u32),
    };
    Some(SignatureHelp { signatures: vec![information], active_signature: Some(0), active_parameter: None })
}

/// Cuts the text of a function's type into its parameters.
fn parameters(ty: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut depth = 0;
    let mut start = 1;
    for (at, character) in ty.char_indices() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 1 => {
                found.extend(ty.get(start..at).map(str::trim).filter(|text| !text.is_empty()));
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 1 => {
                found.extend(ty.get(start..at).map(str::trim));
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}
