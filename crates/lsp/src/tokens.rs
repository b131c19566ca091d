//! What the words of a script are, for colours.

use fluxlet::runtime::types::Type;
use fluxlet_semantic::{DefinitionKind, Target};
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{Expr, ExprKind, Node, PropertyKey, StringPart};
use lsp_types::{SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensLegend};

use crate::occurrences::{Occurrences, Role};
use crate::view::View;

/// The types of tokens; the protocol knows them by their places here.
const TYPES: [(Class, SemanticTokenType); 10] = [
    (Class::Keyword, SemanticTokenType::KEYWORD),
    (Class::Comment, SemanticTokenType::COMMENT),
    (Class::String, SemanticTokenType::STRING),
    (Class::Number, SemanticTokenType::NUMBER),
    (Class::Regexp, SemanticTokenType::REGEXP),
    (Class::Namespace, SemanticTokenType::NAMESPACE),
    (Class::Parameter, SemanticTokenType::PARAMETER),
    (Class::Variable, SemanticTokenType::VARIABLE),
    (Class::Function, SemanticTokenType::FUNCTION),
    (Class::Property, SemanticTokenType::PROPERTY),
];

/// Bits of the modifiers.
const DECLARATION: u32 = 1;
const LIBRARY: u32 = 2;

/// Words that are never names, and those that are none at their places.
const KEYWORDS: [&str; 15] = [
    "and", "builtin", "else", "exists", "extends", "if", "import", "not", "option", "or", "package", "return",
    "testcase", "then", "with",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Keyword,
    Comment,
    String,
    Number,
    Regexp,
    Namespace,
    Parameter,
    Variable,
    Function,
    Property,
}

/// Returns the names of types and modifiers.
pub(crate) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: TYPES.into_iter().map(|(_, ty)| ty).collect(),
        token_modifiers: vec![SemanticTokenModifier::DECLARATION, SemanticTokenModifier::DEFAULT_LIBRARY],
    }
}

/// Returns the tokens of a script, each in one line, in order.
pub(crate) fn tokens(view: &View<'_>) -> SemanticTokens {
    let mut found = names(view);
    found.extend(literals(view));
    found.retain(|(span, ..)| span.start < span.end);
    // Of a place that two claim, the name counts: it comes first.
    found.sort_by_key(|(span, ..)| span.start);
    found.dedup_by(|next, first| next.0.start < first.0.end);
    found.extend(keywords(view.text(), &found));
    found.sort_by_key(|(span, ..)| span.start);
    let mut data = Vec::with_capacity(found.len());
    let (mut line, mut column) = (0, 0);
    for (span, class, modifiers) in found {
        for piece in lines(view.text(), span) {
            let at = view.position(piece.start);
            let start = if at.line == line { column } else { 0 };
            let token_type = TYPES.iter().position(|(known, _)| *known == class).unwrap_or_default() as u32;
            data.push(SemanticToken {
                delta_line: at.line - line,
                delta_start: at.character - start,
                length: view.encoding.units(view.source().slice(piece)),
                token_type,
                token_modifiers_bitset: modifiers,
            });
            (line, column) = (at.line, at.character);
        }
    }
    SemanticTokens { result_id: None, data }
}

type Token = (Span, Class, u32);

fn names(view: &View<'_>) -> Vec<Token> {
    let facts = view.analysis.facts();
    let class = |ty: &Type| if matches!(ty, Type::Function(_)) { Class::Function } else { Class::Variable };
    let mut found = Vec::new();
    for (target, occurrence) in Occurrences::of(view.analysis).iter() {
        let declares = if occurrence.role == Role::Definition { DECLARATION } else { 0 };
        let (class, modifiers) = match target {
            Target::Definition(index) => {
                let Some(definition) = facts.definitions().get(*index) else { continue };
                match definition.kind {
                    // A path is a string.
                    DefinitionKind::Import(_) if view.source().slice(occurrence.span).starts_with('"') => continue,
                    DefinitionKind::Import(_) => (Class::Namespace, declares),
                    DefinitionKind::Parameter => (Class::Parameter, declares),
                    _ => (class(&facts.type_of(definition).ty), declares),
                }
            }
            Target::Member { .. } => {
                let ty = member_type(view, occurrence.span);
                (ty.as_ref().map_or(Class::Variable, class), LIBRARY)
            }
        };
        found.push((occurrence.span, class, modifiers));
    }
    found
}

/// Returns the type of the name of a member at `span`.
fn member_type(view: &View<'_>, span: Span) -> Option<Type> {
    let facts = view.analysis.facts();
    if let Some(scheme) = facts.type_at(span) {
        return Some(scheme.ty);
    }
    // The expression starts with the package.
    let at = facts.uses().partition_point(|used| used.span.start < span.start);
    let package = facts.uses().get(at.checked_sub(1)?)?;
    facts.type_at(Span::new(package.span.start, span.end)).map(|scheme| scheme.ty)
}

fn literals(view: &View<'_>) -> Vec<Token> {
    let file = view.analysis.file();
    let mut found: Vec<Token> = file.comments.iter().map(|comment| (comment.span, Class::Comment, 0)).collect();
    found.extend(file.imports.iter().map(|import| (import.path.span, Class::String, 0)));
    found.extend(file.package.iter().map(|clause| (clause.name.span, Class::Namespace, DECLARATION)));
    let key = |found: &mut Vec<Token>, key: &PropertyKey| {
        let class = if matches!(key, PropertyKey::String(_)) { Class::String } else { Class::Property };
        found.push((key.span(), class, 0));
    };
    file.walk(&mut |node| match node {
        Node::Property(property) | Node::Argument(property) => key(&mut found, &property.key),
        Node::Expr(Expr { span, kind }) => match kind {
            ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::Time(_) | ExprKind::Duration(_) => {
                found.push((*span, Class::Number, 0));
            }
            ExprKind::String(_) => found.push((*span, Class::String, 0)),
            ExprKind::Regexp(_) => found.push((*span, Class::Regexp, 0)),
            ExprKind::Member(member) => key(&mut found, &member.property),
            ExprKind::Interpolated(parts) => {
                let mut start = span.start;
                for part in parts {
                    if let StringPart::Expr(whole, _) = part {
                        found.push((Span::new(start, whole.start), Class::String, 0));
                        start = whole.end;
                    }
                }
                found.push((Span::new(start, span.end), Class::String, 0));
            }
            _ => {}
        },
        _ => {}
    });
    found
}

/// Returns the keywords between tokens, which are in order.
fn keywords(text: &str, tokens: &[Token]) -> Vec<Token> {
    let mut found = Vec::new();
    let mut start = 0;
    let end = Span::at(text.len() as u32);
    for span in tokens.iter().map(|(span, ..)| *span).chain([end]) {
        let gap = text.get(start..span.start as usize).unwrap_or_default();
        let is_word = |character: char| character.is_alphanumeric() || character == '_';
        let mut rest = gap;
        while let Some(at) = rest.find(is_word) {
            let word = &rest[at..];
            let word = &word[..word.find(|character| !is_word(character)).unwrap_or(word.len())];
            let offset = start + gap.len() - rest.len() + at;
            if KEYWORDS.contains(&word) {
                found.push((Span::new(offset as u32, (offset + word.len()) as u32), Class::Keyword, 0));
            }
            rest = &rest[at + word.len()..];
        }
        start = span.end as usize;
    }
    found
}

/// Cuts a span at the ends of lines.
fn lines(text: &str, span: Span) -> Vec<Span> {
    let mut start = span.start;
    let mut pieces = Vec::new();
    for line in text.get(span.range()).unwrap_or_default().split_inclusive('\n') {
        let length = line.trim_end_matches(['\n', '\r']).len() as u32;
        if length > 0 {
            pieces.push(Span::new(start, start + length));
        }
        start += line.len() as u32;
    }
    pieces
}
