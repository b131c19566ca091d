//! The outline of a script: what it binds.

use std::collections::HashMap;

use fluxlet_semantic::{Definition, DefinitionKind};
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{ExprKind, Ident, Statement, StatementKind};
use lsp_types::{DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind};

use crate::capabilities::Client;
use crate::hints::shortened;
use crate::occurrences::{block_of, without_parens};
use crate::view::View;

/// Longest type that is shown, in characters.
const LONGEST: usize = 80;

/// Returns the names that the statements of the file bind, and inside of them those of functions and test cases.
pub(crate) fn symbols(view: &View<'_>, client: &Client) -> DocumentSymbolResponse {
    let definitions = view.analysis.facts().definitions().iter();
    let named = definitions.filter(|definition| definition.kind != DefinitionKind::Parameter);
    let outline = Outline { view, named: named.map(|definition| (definition.span, definition)).collect() };
    let nested = outline.of_statements(&view.analysis.file().statements);
    match client.nested_symbols {
        true => DocumentSymbolResponse::Nested(nested),
        false => {
            let mut flat = Vec::new();
            nested.into_iter().for_each(|symbol| flatten(view, symbol, None, &mut flat));
            DocumentSymbolResponse::Flat(flat)
        }
    }
}

/// A script with what its names are bound to, by place.
struct Outline<'a> {
    view: &'a View<'a>,
    named: HashMap<Span, &'a Definition>,
}

impl Outline<'_> {
    fn of_statements(&self, statements: &[Statement]) -> Vec<DocumentSymbol> {
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
            let inside = block.map(|block| self.of_statements(&block.statements)).filter(|inside| !inside.is_empty());
            found.push(self.symbol(name, kind, statement.span, inside));
        }
        found
    }

    fn symbol(
        &self,
        name: &Ident,
        kind: SymbolKind,
        span: Span,
        children: Option<Vec<DocumentSymbol>>,
    ) -> DocumentSymbol {
        #[expect(deprecated, reason = "the field has to be there")]
        DocumentSymbol {
            name: name.name.to_string(),
            detail: self.type_of(name.span),
            kind,
            tags: None,
            deprecated: None,
            range: self.view.range(span),
            selection_range: self.view.range(name.span),
            children,
        }
    }

    fn type_of(&self, name: Span) -> Option<String> {
        let definition = self.named.get(&name)?;
        Some(shortened(&self.view.analysis.facts().type_of(definition).to_string(), LONGEST))
    }
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
