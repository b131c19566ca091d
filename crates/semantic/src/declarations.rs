//! The rules for names of one scope: nothing is bound twice, and options do not depend on options.

use std::collections::{HashMap, HashSet};

use ecow::EcoString;
use fluxlet_syntax::ast::{
    Expr, ExprKind, File, Function, FunctionBody, Property, Statement, StatementKind, StringPart,
};
use fluxlet_syntax::{Diagnostic, Span, Stage};

/// Returns the first name of `file` that breaks a rule.
pub(crate) fn check(file: &File) -> Option<Diagnostic> {
    reassigned(&file.statements, &[]).or_else(|| dependent_option(file))
}

/// Finds a name that is bound twice in one scope, in these statements or in a function inside them.
fn reassigned(statements: &[Statement], parameters: &[EcoString]) -> Option<Diagnostic> {
    let mut variables: HashMap<&EcoString, Span> = HashMap::new();
    let mut options: HashMap<&EcoString, Span> = HashMap::new();
    for statement in statements {
        let (name, is_option) = match &statement.kind {
            StatementKind::Assignment(assignment) => (&assignment.name, false),
            StatementKind::Builtin(declaration) => (&declaration.name, false),
            StatementKind::Option(option) if option.package.is_none() => (&option.name, true),
            _ => continue,
        };
        let (own, other) = if is_option { (&mut options, &variables) } else { (&mut variables, &options) };
        let span = statement.span;
        let kind = if is_option { "option" } else { "variable" };
        if let Some(&first) = own.get(&name.name) {
            let message = format!("{kind} `{}` is assigned twice", name.name);
            return Some(problem("reassigned", span, message).label(first, "first assigned here"));
        }
        if parameters.contains(&name.name) {
            let message = format!("variable `{}` is assigned, but is a parameter of the function", name.name);
            return Some(problem("reassigned", span, message));
        }
        if let Some(&first) = other.get(&name.name) {
            let message = format!("`{}` is a variable and an option", name.name);
            return Some(problem("reassigned", span, message).label(first, "the other is here"));
        }
        own.insert(&name.name, span);
    }
    statements.iter().find_map(|statement| {
        let mut found = None;
        for_each_expression(statement, &mut |expr| {
            walk(expr, &mut |expr| {
                if let (None, ExprKind::Function(function)) = (&found, &expr.kind)
                    && let FunctionBody::Block(block) = &function.body
                {
                    found = reassigned(&block.statements, &names(function));
                }
                // The statements of a block were looked at with it.
                !matches!(&expr.kind, ExprKind::Function(function) if matches!(function.body, FunctionBody::Block(_)))
            });
        });
        found
    })
}

/// Finds an option whose value mentions another option of the same file.
fn dependent_option(file: &File) -> Option<Diagnostic> {
    let options: Vec<(&EcoString, &Expr)> = file
        .statements
        .iter()
        .filter_map(|statement| match &statement.kind {
            StatementKind::Option(option) if option.package.is_none() => Some((&option.name.name, &option.value)),
            _ => None,
        })
        .collect();
    if options.len() < 2 {
        return None;
    }
    let names: HashSet<&EcoString> = options.iter().map(|(name, _)| *name).collect();
    options.iter().find_map(|(name, value)| {
        let mut hidden: Vec<EcoString> = Vec::new();
        let mut found = None;
        walk(value, &mut |expr| {
            match &expr.kind {
                ExprKind::Function(function) => hidden.extend(function.parameters.iter().map(|p| p.name.name.clone())),
                ExprKind::Ident(used) if found.is_none() && names.contains(used) && !hidden.contains(used) => {
                    let message = format!("option `{name}` depends on option `{used}` of the same package");
                    found = Some(problem("dependent-option", expr.span, message));
                }
                _ => {}
            }
            true
        });
        found
    })
}

fn names(function: &Function) -> Vec<EcoString> {
    function.parameters.iter().map(|parameter| parameter.name.name.clone()).collect()
}

fn for_each_expression<'a>(statement: &'a Statement, visit: &mut impl FnMut(&'a Expr)) {
    match &statement.kind {
        StatementKind::Expression(value) | StatementKind::Return(value) => visit(value),
        StatementKind::Assignment(assignment) => visit(&assignment.value),
        StatementKind::Option(option) => visit(&option.value),
        StatementKind::Testcase(testcase) => {
            testcase.body.statements.iter().for_each(|statement| for_each_expression(statement, visit));
        }
        StatementKind::Builtin(_) | StatementKind::Bad => {}
    }
}

/// Visits an expression and, where `visit` says so, what is inside it.
fn walk<'a>(expr: &'a Expr, visit: &mut dyn FnMut(&'a Expr) -> bool) {
    if !visit(expr) {
        return;
    }
    let properties = |properties: &'a [Property], visit: &mut dyn FnMut(&'a Expr) -> bool| {
        properties.iter().filter_map(|property| property.value.as_ref()).for_each(|value| walk(value, visit));
    };
    match &expr.kind {
        ExprKind::Interpolated(parts) => {
            for part in parts {
                if let StringPart::Expr(_, expr) = part {
                    walk(expr, visit);
                }
            }
        }
        ExprKind::Array(elements) => elements.iter().for_each(|element| walk(element, visit)),
        ExprKind::Dict(entries) => entries.iter().for_each(|(key, value)| {
            walk(key, visit);
            walk(value, visit);
        }),
        ExprKind::Record(record) => properties(&record.properties, visit),
        ExprKind::Paren(inner) | ExprKind::Unary(_, inner) => walk(inner, visit),
        ExprKind::Function(function) => {
            for default in function.parameters.iter().filter_map(|parameter| parameter.default.as_ref()) {
                walk(default, visit);
            }
            match &function.body {
                FunctionBody::Expr(body) => walk(body, visit),
                FunctionBody::Block(block) => block
                    .statements
                    .iter()
                    .for_each(|statement| for_each_expression(statement, &mut |expr| walk(expr, visit))),
            }
        }
        ExprKind::Call(call) => {
            walk(&call.callee, visit);
            properties(&call.arguments, visit);
        }
        ExprKind::Pipe(pipe) => {
            walk(&pipe.argument, visit);
            walk(&pipe.call, visit);
        }
        ExprKind::Member(member) => walk(&member.object, visit),
        ExprKind::Index(pair) | ExprKind::Binary(_, pair) | ExprKind::Logical(_, pair) => {
            walk(&pair.0, visit);
            walk(&pair.1, visit);
        }
        ExprKind::Conditional(conditional) => {
            walk(&conditional.test, visit);
            walk(&conditional.consequent, visit);
            walk(&conditional.alternate, visit);
        }
        ExprKind::Ident(_)
        | ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::String(_)
        | ExprKind::Regexp(_)
        | ExprKind::Time(_)
        | ExprKind::Duration(_)
        | ExprKind::PipeReceive
        | ExprKind::Label(_)
        | ExprKind::Bad => {}
    }
}

fn problem(code: &'static str, span: Span, message: String) -> Diagnostic {
    Diagnostic::new(Stage::Check, code, span, message)
}
