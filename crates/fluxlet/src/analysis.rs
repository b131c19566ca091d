//! What an editor asks about a text: its problems, what its names stand for, and what may be written at a place.

mod completion;
mod fragment;
mod importable;
mod signature;
mod unnamed;

use fluxlet_semantic::{Definition, Facts};
use fluxlet_syntax::ast::File;
use fluxlet_syntax::{Diagnostic, Recovered, Source, Span};

use crate::compile::with_names_before;
use crate::{Compiler, documentation};

pub use completion::{Completion, CompletionKind};
pub use signature::OpenCall;

/// A text that was looked at, whatever is wrong with it.
///
/// ```
/// use fluxlet::Engine;
///
/// let engine = Engine::new()?;
/// let analysis = engine.compiler().analyze("alarm.flux", "// level is full at 1.\nlevel = 0.7\nlevl + 1.0");
/// assert_eq!(analysis.diagnostics()[0].code, "undefined-name");
/// assert_eq!(analysis.source().name(), "alarm.flux");
/// assert_eq!(analysis.file().statements.len(), 2);
/// # Ok::<(), fluxlet::Error>(())
/// ```
pub struct Analysis {
    source: Source,
    file: File,
    facts: Facts,
    diagnostics: Vec<Diagnostic>,
}

impl Compiler<'_> {
    /// Parses and checks `text`, which diagnostics call `name`, and keeps what is learned on the way. A file with test cases
    /// is checked with them.
    pub fn analyze(&self, name: &str, text: &str) -> Analysis {
        let source = Source::new(name, text);
        let Recovered { file, mut diagnostics, broken } = fluxlet_syntax::recover(&source, &self.limits.source());
        let (checked, facts) = self.examine(&source, &file, &broken);
        let problems = checked.diagnostics.into_iter().chain(checked.warnings).collect::<Vec<_>>();
        if !broken.is_empty() {
            diagnostics = with_names_before(diagnostics, || problems.clone());
            unnamed::name_arguments(&file, &facts, &mut diagnostics);
        }
        let told = problems.into_iter().filter(|problem| !follows(problem, &source, &broken));
        diagnostics.extend(told);
        Analysis { source, file, facts, diagnostics }
    }
}

/// Tells whether a problem with names and types may be there only because parts of the text cannot be read: it is in one of
/// them, or asks for a name that one of them may be meant to define.
fn follows(problem: &Diagnostic, source: &Source, broken: &[Span]) -> bool {
    let name = source.slice(problem.span);
    let is_named = |part: &Span| {
        let words = source.slice(*part).split(|character: char| !character.is_alphanumeric() && character != '_');
        // An import that is not complete may become that of any package.
        words.into_iter().any(|word| word == name || word == "import")
    };
    broken.iter().any(|part| {
        let is_inside = part.start <= problem.span.start && problem.span.start < part.end;
        is_inside || problem.code == "undefined-name" && is_named(part)
    })
}

impl Analysis {
    /// Returns the source.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Returns the tree; where the text is wrong it is incomplete.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Returns what names stand for and which types expressions have.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Returns what is wrong: the problems of the text, then those of the names and types in the statements that can be read,
    /// with warnings.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Returns the comment above a definition of this text, without `//`, if there is one.
    pub fn comment_of(&self, definition: &Definition) -> Option<String> {
        documentation::comment_at(&self.source, &self.file, definition.span)
    }
}
