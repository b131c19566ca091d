//! What is wrong with a script, as editors show it.

use fluxlet_syntax::{Diagnostic, Severity};
use lsp_types as lsp;
use lsp_types::{CodeDescription, DiagnosticRelatedInformation, DiagnosticSeverity, NumberOrString};

use crate::capabilities::Client;
use crate::view::View;

/// Returns the problems of a script.
pub(crate) fn all(view: &View<'_>, client: &Client) -> Vec<lsp::Diagnostic> {
    view.analysis.diagnostics().iter().map(|problem| diagnostic(view, client, problem)).collect()
}

/// Returns a problem: notes and help are lines of the message, labels are further places.
pub(crate) fn diagnostic(view: &View<'_>, client: &Client, problem: &Diagnostic) -> lsp::Diagnostic {
    let mut message = problem.message.clone();
    problem.notes.iter().for_each(|note| message.push_str(&format!("\nnote: {note}")));
    problem.help.iter().for_each(|help| message.push_str(&format!("\nhelp: {help}")));
    let labels = problem.labels.iter().map(|label| DiagnosticRelatedInformation {
        location: view.location(label.span),
        message: label.message.clone(),
    });
    let labels: Vec<_> = labels.collect();
    let page = if client.links { view.library.explanation(problem.code) } else { None };
    lsp::Diagnostic {
        range: view.range(problem.span),
        severity: Some(match problem.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(problem.code.to_owned())),
        code_description: page.map(|href| CodeDescription { href }),
        source: Some("fluxlet".to_owned()),
        message,
        related_information: (client.related && !labels.is_empty()).then_some(labels),
        ..lsp::Diagnostic::default()
    }
}
