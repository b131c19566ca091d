//! What is known of the name or expression under the cursor.

use fluxlet_semantic::{DefinitionKind, Target};
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::ExprKind;
use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use crate::capabilities::Client;
use crate::occurrences::{Occurrences, expression_at};
use crate::view::View;

/// Returns the type and the comment of the name at `position`, or the type of the expression there.
pub(crate) fn hover(view: &View<'_>, client: &Client, position: Position) -> Option<Hover> {
    let offset = view.offset(position);
    let occurrences = Occurrences::of(view.analysis);
    let (span, code, text) = match occurrences.at(offset) {
        Some((target, occurrence)) => {
            let (code, text) = of_target(view, target)?;
            (occurrence.span, code, text)
        }
        None => of_expression(view, offset)?,
    };
    Some(Hover { contents: HoverContents::Markup(markup(client, &code, &text)), range: Some(view.range(span)) })
}

/// Puts a line of Flux and a text one below the other.
pub(crate) fn markup(client: &Client, code: &str, text: &str) -> MarkupContent {
    let gap = if text.is_empty() { "" } else { "\n\n" };
    match client.markdown {
        true => MarkupContent { kind: MarkupKind::Markdown, value: format!("```flux\n{code}\n```{gap}{text}") },
        false => MarkupContent { kind: MarkupKind::PlainText, value: format!("{code}{gap}{text}") },
    }
}

/// Returns a name with its type, and what is said about it.
fn of_target(view: &View<'_>, target: &Target) -> Option<(String, String)> {
    match target {
        Target::Definition(index) => {
            let definition = view.analysis.facts().definitions().get(*index)?;
            let name = &definition.name;
            let ty = || view.analysis.facts().type_of(definition);
            Some(match &definition.kind {
                DefinitionKind::Import(path) => {
                    let text = view.engine.document(path).map(|package| package.text).unwrap_or_default();
                    (format!("import \"{path}\""), text)
                }
                DefinitionKind::Parameter => (format!("{name} : {}", ty()), String::new()),
                DefinitionKind::Option => {
                    (format!("option {name} : {}", ty()), view.analysis.comment_of(definition).unwrap_or_default())
                }
                DefinitionKind::Variable | DefinitionKind::Builtin => {
                    (format!("{name} : {}", ty()), view.analysis.comment_of(definition).unwrap_or_default())
                }
            })
        }
        Target::Member { package, name } => of_member(view.engine, package, name),
    }
}

/// Returns a member of a package with its type, and what is said about it.
pub(crate) fn of_member(engine: &fluxlet::Engine, package: &str, name: &str) -> Option<(String, String)> {
    let documentation = engine.document(package).ok()?;
    let member = documentation.members.into_iter().find(|member| member.name == name)?;
    let option = if member.option { "option " } else { "" };
    let missing = if member.implemented { "" } else { "\n\nNot implemented yet: a call fails." };
    Some((format!("{option}{name} : {}", member.ty), format!("{}{missing}", member.text)))
}

fn of_expression(view: &View<'_>, offset: u32) -> Option<(Span, String, String)> {
    let expr = expression_at(view.analysis, offset)?;
    let ty = view.analysis.facts().type_at(expr.span)?;
    let (span, code) = match &expr.kind {
        ExprKind::Member(member) => (member.property.span(), format!("{} : {ty}", member.property.name())),
        _ => (expr.span, ty.to_string()),
    };
    Some((span, code, String::new()))
}
