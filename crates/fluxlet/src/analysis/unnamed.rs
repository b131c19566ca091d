//! Arguments without a name, where only one can be meant.

use fluxlet_runtime::types::ParameterMode;
use fluxlet_semantic::Facts;
use fluxlet_syntax::ast::{Call, Expr, ExprKind, File, Node, Property, PropertyKey};
use fluxlet_syntax::{Diagnostic, Span};

/// Adds the edit that names an argument to the problems that it has no name: `f("a")` lacks the name of the only parameter
/// that has to be given and is not.
pub(super) fn name_arguments(file: &File, facts: &Facts, problems: &mut [Diagnostic]) {
    for problem in problems.iter_mut().filter(|problem| problem.fix.is_empty()) {
        let at = problem.span.start;
        let mut name = None;
        file.walk(&mut |node| {
            if let Node::Expr(Expr { kind: ExprKind::Call(call), .. }) = node
                && call.arguments.iter().any(|argument| is_unnamed(argument, at))
            {
                name = only_parameter(call, facts);
            }
        });
        if let Some(name) = name {
            *problem = problem.clone().fix(Span::at(at), format!("{name}: "));
        }
    }
}

/// Tells whether an argument at an offset has no name; a string alone is read as one.
fn is_unnamed(argument: &Property, at: u32) -> bool {
    argument.value.is_none() && argument.key.span().start == at && matches!(argument.key, PropertyKey::String(_))
}

/// Returns the name of the only parameter that is required and not given.
fn only_parameter(call: &Call, facts: &Facts) -> Option<String> {
    let scheme = facts.type_at(call.callee.span)?;
    let is_given =
        |name: &str| call.arguments.iter().any(|argument| argument.value.is_some() && *argument.key.name() == name);
    let parameters = scheme.as_function()?.parameters.iter();
    let mut open = parameters
        .filter(|parameter| parameter.mode == ParameterMode::Required && !is_given(&parameter.name))
        .map(|parameter| parameter.name.to_string());
    let name = open.next()?;
    open.next().is_none().then_some(name)
}
