//! Flux source text to tokens to tree, with spans, comments and recovery.
//!
//! The crate knows no types and does no input or output. Parsing never fails: [`parse`] returns a tree and what is
//! wrong with the text. It never panics, and it never recurses deeper than [`Limits`] allow, whatever the text.

pub mod ast;
mod diagnostic;
pub mod format;
mod lexer;
mod literal;
mod parser;
pub mod print;
mod problem;
mod recover;
mod source;
mod span;
pub mod terminal;
mod token;

pub use diagnostic::{Diagnostic, Edit, Label, Severity, Stage};
pub use recover::{Recovered, recover};
pub use source::{Position, Source};
pub use span::Span;

/// How large a text may be, and how much is said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest text, in bytes; a longer one is one diagnostic and an empty tree.
    pub bytes: usize,
    /// How many statements and expressions may stand inside of each other.
    pub nesting: u32,
    /// How many levels the tree may have; operators that follow each other are one, however many they are.
    pub depth: u32,
    /// How many diagnostics are returned; one more tells how many there are besides.
    pub diagnostics: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 1 << 20, nesting: 80, depth: 180, diagnostics: 100 }
    }
}

/// What [`parse`] makes of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// The tree; where the text is wrong it is incomplete.
    pub file: ast::File,
    /// What is wrong, in the order of the places; empty if nothing is.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the text ends too early and is fine up to there: a bracket or string is open or an operand is missing,
    /// so that more text could complete it.
    pub incomplete: bool,
}

/// Parses a text.
pub fn parse(source: &Source, limits: &Limits) -> Parsed {
    if let Some(diagnostic) = too_large(source, limits) {
        return Parsed { file: ast::File::default(), diagnostics: vec![diagnostic], incomplete: false };
    }
    parser::file(source, limits)
}

/// Parses one type expression, with constraints after `where` if there are any.
///
/// # Errors
///
/// Returns the first problem, with its place in `text`.
pub fn parse_type(text: &str) -> Result<ast::TypeExpr, Diagnostic> {
    let source = Source::new("type", text);
    let limits = Limits::default();
    match too_large(&source, &limits) {
        Some(diagnostic) => Err(diagnostic),
        None => parser::type_expr(&source, &limits),
    }
}

fn too_large(source: &Source, limits: &Limits) -> Option<Diagnostic> {
    // Spans count with 32 bits.
    let most = limits.bytes.min(u32::MAX as usize - 1);
    let bytes = source.text().len();
    (bytes > most).then(|| {
        let message = format!("the text has {bytes} bytes, more than the {most} that are allowed");
        Diagnostic::new(Stage::Parse, "text-too-large", Span::at(0), message)
    })
}

#[cfg(test)]
mod tests;
