//! What the fuzz targets share: texts out of bytes, and places that must be in them.

mod spans;

use fluxlet_syntax::{Diagnostic, Limits, Source, Span, parse, print};

pub use spans::check_tree;

/// Returns the input as a text; what is no UTF-8 is replaced.
pub fn source(data: &[u8]) -> Source {
    Source::new("main", String::from_utf8_lossy(data))
}

/// Checks that a span is a part of the text that begins and ends between characters.
pub fn check_span(source: &Source, span: Span) {
    let part = (span.start <= span.end).then(|| source.text().get(span.range())).flatten();
    assert!(part.is_some(), "{span:?} is no part of the text");
}

/// Checks the places of problems.
pub fn check_diagnostics(source: &Source, diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        check_span(source, diagnostic.span);
        for label in &diagnostic.labels {
            check_span(source, label.span);
        }
    }
}

/// Tells whether a function of the text has a default. In Flux a default does not fix the type of its parameter, so that
/// one of a wrong type passes the checker.
pub fn has_defaults(source: &Source) -> bool {
    let tree = print::file(&parse(source, &Limits::default()).file).replace(" <-)", " <-");
    // `(fn (a (b 1)) …)`: a parameter in parentheses has a default, or receives what is piped.
    tree.split("(fn (").skip(1).any(|rest| {
        let parameters = rest.split(')').next().unwrap_or_default();
        parameters.matches('(').count() > parameters.matches(" <-").count()
    })
}
