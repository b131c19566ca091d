//! Problems in a source that was put together, told in one of its parts.

use fluxlet_syntax::{Diagnostic, Source, Span};

/// Moves problems to the part of `source` that the first of them is in. What is in another part becomes a note: labels
/// notes of their problem, problems notes of the last one.
pub(crate) fn in_part(source: Source, diagnostics: Vec<Diagnostic>) -> (Source, Vec<Diagnostic>) {
    let Some((home, _)) = diagnostics.first().map(|first| source.part(first.span)) else {
        return (source, diagnostics);
    };
    if home.is(&source) {
        return (source, diagnostics);
    }
    let mut moved: Vec<Diagnostic> = Vec::new();
    let mut elsewhere = Vec::new();
    for mut diagnostic in diagnostics {
        let (part, span) = source.part(diagnostic.span);
        if !part.is(&home) {
            elsewhere.push(note(&source, diagnostic.span, &diagnostic.message));
            continue;
        }
        diagnostic.span = span;
        for mut label in std::mem::take(&mut diagnostic.labels) {
            let (part, span) = source.part(label.span);
            if part.is(&home) {
                label.span = span;
                diagnostic.labels.push(label);
            } else {
                diagnostic.notes.push(note(&source, label.span, &label.message));
            }
        }
        moved.push(diagnostic);
    }
    if let Some(last) = moved.last_mut() {
        last.notes.append(&mut elsewhere);
    }
    (home, moved)
}

fn note(source: &Source, span: Span, message: &str) -> String {
    let (part, span) = source.part(span);
    format!("{}:{}: {message}", part.name(), part.position(span.start))
}
