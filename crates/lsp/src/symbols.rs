//! The outline of a script: what it binds.

use fluxlet::Analysis;
use fluxlet_semantic::DefinitionKind;
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{ExprKind, Ident, Statement, StatementKind};
use lsp_types::{DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind};

use crate::capabilities::Client;
use crate::occurrences::{block_of, without_parens};
use crate::view::View;

/// Returns the names that the statements of the file bind, and inside of them those of functions and test cases.
pub(crate) fn symbols(view: &View<'_>, client: &Client) -> DocumentSymbolResponse {
    let nested = of_statements(view, &view.analysis.file().statements);
    match client.nested_symbols {
        true => DocumentSymbolResponse::Nested(nested),
        false => {
            let mut flat = Vec::new();
            nested.into_iter().for_each(|symbol| flatten(view, symbol, None, &mut flat));
            DocumentSymbolResponse::Flat(flat)
        }
    }
}

fn of_statements(view: &View<'_>, statements: &[Statement]) -> Vec<DocumentSymbol> {
    let mut found = Vec::new();
    for statement in statements {
        let (name, kind, block) = match &statement.kind {
            StatementKind::Assignment(assignment) => {
                let is_function = matches!(without_parens(&assignment.value).kind, ExprKind::Function(_));
                let kind = if is_function { SymbolKind::FUNCTION } else { SymbolKind::VARIABLE };
                (&assignment.name, kind, block_of(&assignment.value))
            }
            StatementKind::Option(option) => (&option.name, SymbolKind::PROPERTY, block_of(&option.value)),
            StatementKind::Builtin(builtin) => (&builtin.name, SymbolKind::FUNCTION, None),
            StatementKind::Testcase(testcase) => (&testcase.name, SymbolKind::METHOD, Some(&testcase.body)),
            StatementKind::Expression(_) | StatementKind::Return(_) | StatementKind::Bad => continue,
        };
        if name.name.is_empty() {
            continue;
        }
        let inside = block.map(|block| of_statements(view, &block.statements)).filter(|inside| !inside.is_empty());
        found.push(symbol(view, name, kind, statement.span, inside));
    }
    found
}

fn symbol(
    view: &View<'_>,
    name: &Ident,
    kind: SymbolKind,
    span: Span,
    children: Option<Vec<DocumentSymbol>>,
) -> DocumentSymbol {
    #[expect(deprecated, reason = "the field has to be there")]
    DocumentSymbol {
        name: name.name.to_string(),
        detail: type_of(view.analysis, name.span),
        kind,
        tags: None,
        deprecated: None,
        range: view.range(span),
        selection_range: view.range(name.span),
        children,
    }
}

fn type_of(analysis: &Analysis, name: Span) -> Option<String> {
    let facts = analysis.facts();
    let is_here = |definition: &&fluxlet_semantic::Definition| {
        definition.span == name && definition.kind != DefinitionKind::Parameter
    };
    facts.definitions().iter().find(is_here).map(|definition| facts.type_of(definition).to_string())
}

fn flatten(view: &View<'_>, symbol: DocumentSymbol, inside: Option<&str>, flat: &mut Vec<SymbolInformation>) {
    #[expect(deprecated, reason = "the field has to be there")]
    flat.push(SymbolInformation {
        name: symbol.name.clone(),
        kind: symbol.kind,
        tags: None,
        deprecated: None,
        location: Location { uri: view.uri.clone(), range: symbol.range },
        container_name: inside.map(str::to_owned),
    });
    symbol.children.into_iter().flatten().for_each(|child| flatten(view, child, Some(&symbol.name), flat));
}
