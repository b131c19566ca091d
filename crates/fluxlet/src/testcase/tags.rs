//! The tags of a test case.

use fluxlet_syntax::ast::{Expr, ExprKind, File, OptionAssignment, StatementKind};
use fluxlet_syntax::{Diagnostic, Stage};

/// Returns the strings of the last `option testing.tags` of a program, under whatever name it imports `testing`.
///
/// # Errors
/// The problem of an option that is no array of strings: its value must be known before the program runs.
pub(super) fn of(program: &File) -> Result<Vec<String>, Diagnostic> {
    let testing = program.imports.iter().rev().find(|import| import.path.value == "testing");
    let is_tags = |option: &OptionAssignment| {
        let package = option.package.as_ref().map(|package| package.name.as_str());
        package.is_some() && package == testing.map(|import| import.name()) && option.name.name == "tags"
    };
    let mut tags = Vec::new();
    for statement in &program.statements {
        if let StatementKind::Option(option) = &statement.kind
            && is_tags(option)
        {
            tags = strings(&option.value)?;
        }
    }
    Ok(tags)
}

fn strings(value: &Expr) -> Result<Vec<String>, Diagnostic> {
    let wrong = |expr: &Expr| {
        let message = "`testing.tags` must be an array of strings without interpolation";
        Diagnostic::new(Stage::Check, "invalid-tags", expr.span, message)
    };
    let ExprKind::Array(elements) = &value.kind else { return Err(wrong(value)) };
    let text = |element: &Expr| match &element.kind {
        ExprKind::String(text) => Ok(text.to_string()),
        _ => Err(wrong(element)),
    };
    elements.iter().map(text).collect()
}
