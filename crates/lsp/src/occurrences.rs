//! What the name at a place stands for, and where else it stands.

use std::collections::{HashMap, HashSet};

use fluxlet::Analysis;
use fluxlet_semantic::{DefinitionKind, Target};
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::{Expr, ExprKind, FunctionBody, Node, Property, StatementKind};

/// A place of a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Occurrence {
    pub(crate) span: Span,
    pub(crate) role: Role,
}

/// What a name does at its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// It is bound there.
    Definition,
    /// It is used there.
    Use,
    /// It is used there, and is the key of a property as well: `{name}` or `f(name)`.
    ShortUse,
    /// It names the argument for a parameter.
    Label,
    /// As a label, with the variable of that name: `f(name)`.
    ShortLabel,
}

/// All places of all names that stand for something.
pub(crate) struct Occurrences(Vec<(Target, Occurrence)>);

impl Occurrences {
    pub(crate) fn of(analysis: &Analysis) -> Self {
        let facts = analysis.facts();
        let short = short_properties(analysis);
        let mut all = Vec::new();
        for (index, definition) in facts.definitions().iter().enumerate() {
            let occurrence = Occurrence { span: definition.span, role: Role::Definition };
            all.push((Target::Definition(index), occurrence));
        }
        for used in facts.uses() {
            let role = if short.contains(&used.span) { Role::ShortUse } else { Role::Use };
            all.push((used.target.clone(), Occurrence { span: used.span, role }));
        }
        for (span, parameter) in labels(analysis) {
            let role = if short.contains(&span) { Role::ShortLabel } else { Role::Label };
            all.push((Target::Definition(parameter), Occurrence { span, role }));
        }
        all.sort_by_key(|(_, occurrence)| occurrence.span);
        Self(all)
    }

    /// Returns what the name at `offset` stands for, and its place. Where a name stands for two things, it is the variable.
    pub(crate) fn at(&self, offset: u32) -> Option<(&Target, Occurrence)> {
        let touches = |span: Span| span.start <= offset && offset <= span.end;
        let found = self.0.iter().filter(|(_, occurrence)| touches(occurrence.span) && occurrence.span.end > 0);
        // Between two names that touch, the cursor is on the second.
        let found = found.max_by_key(|(_, occurrence)| {
            (occurrence.span.start, occurrence.role != Role::ShortLabel && occurrence.role != Role::Label)
        });
        found.map(|(target, occurrence)| (target, *occurrence))
    }

    /// Returns the places of what a target stands for, in order.
    pub(crate) fn all(&self, target: &Target) -> Vec<Occurrence> {
        self.0.iter().filter(|(known, _)| known == target).map(|(_, occurrence)| *occurrence).collect()
    }

    /// Walks over all names in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Target, Occurrence)> {
        self.0.iter().map(|(target, occurrence)| (target, *occurrence))
    }
}

/// Returns the places of properties and arguments without a value.
fn short_properties(analysis: &Analysis) -> HashSet<Span> {
    let mut spans = HashSet::new();
    analysis.file().walk(&mut |node| {
        if let Node::Property(Property { key, value: None, .. }) | Node::Argument(Property { key, value: None, .. }) =
            node
        {
            spans.insert(key.span());
        }
    });
    spans
}

/// Returns the names of arguments for functions that the text defines, each with the definition of the parameter.
fn labels(analysis: &Analysis) -> Vec<(Span, usize)> {
    let facts = analysis.facts();
    let definitions = facts.definitions();
    let mut by_place = HashMap::new();
    for (index, definition) in definitions.iter().enumerate() {
        by_place.insert((definition.span, definition.kind == DefinitionKind::Parameter), index);
    }
    // The parameters of a function, by the definition that it is the value of.
    let mut functions: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    analysis.file().walk(&mut |node| match node {
        Node::Statement(statement) => {
            if let StatementKind::Assignment(assignment) = &statement.kind
                && let ExprKind::Function(function) = &without_parens(&assignment.value).kind
                && let Some(&definition) = by_place.get(&(assignment.name.span, false))
            {
                let parameters = function.parameters.iter();
                let parameters = parameters.filter_map(|parameter| by_place.get(&(parameter.name.span, true)).copied());
                functions.insert(definition, parameters.collect());
            }
        }
        Node::Expr(Expr { kind: ExprKind::Call(call), .. }) => {
            let callee = without_parens(&call.callee).span;
            let Ok(at) = facts.uses().binary_search_by_key(&callee, |used| used.span) else { return };
            let Some(Target::Definition(function)) = facts.uses().get(at).map(|used| &used.target) else { return };
            for parameter in functions.get(function).into_iter().flatten() {
                let Some(definition) = definitions.get(*parameter) else { continue };
                let named = call.arguments.iter().filter(|argument| *argument.key.name() == definition.name);
                found.extend(named.map(|argument| (argument.key.span(), *parameter)));
            }
        }
        _ => {}
    });
    found
}

pub(crate) fn without_parens(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Paren(inner) => without_parens(inner),
        _ => expr,
    }
}

/// Returns the innermost expression at `offset`; the parts of a function are nearer than itself.
pub(crate) fn expression_at(analysis: &Analysis, offset: u32) -> Option<&Expr> {
    let mut found: Option<&Expr> = None;
    analysis.file().walk(&mut |node| {
        let Node::Expr(expr) = node else { return };
        let inside = expr.span.start <= offset && offset <= expr.span.end;
        let length = |expr: &Expr| expr.span.end - expr.span.start;
        if inside && found.is_none_or(|best| length(expr) <= length(best)) {
            found = Some(expr);
        }
    });
    found
}

/// Returns the block of a function, if it has one.
pub(crate) fn block_of(expr: &Expr) -> Option<&fluxlet_syntax::ast::Block> {
    match &without_parens(expr).kind {
        ExprKind::Function(function) => match &function.body {
            FunctionBody::Block(block) => Some(block),
            FunctionBody::Expr(_) => None,
        },
        _ => None,
    }
}
