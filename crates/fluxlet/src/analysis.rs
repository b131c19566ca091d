//! What an editor asks about a text: its problems, what its names stand for, and what may be written at a place.

mod completion;
mod fragment;
mod signature;

use fluxlet_semantic::{Definition, Facts};
use fluxlet_syntax::ast::File;
use fluxlet_syntax::{Diagnostic, Source};

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
        let parsed = fluxlet_syntax::parse(&source, &self.limits.source());
        let (checked, facts) = self.examine(&parsed.file);
        let diagnostics = match parsed.diagnostics.is_empty() {
            true => checked.diagnostics.into_iter().chain(checked.warnings).collect(),
            // Names and types of a broken text are not what was meant.
            false => with_names_before(parsed.diagnostics, || checked.diagnostics),
        };
        Analysis { source, file: parsed.file, facts, diagnostics }
    }
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

    /// Returns what is wrong: the problems of the text, or if there are none those of its names and types, with warnings.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Returns the comment above a definition of this text, without `//`, if there is one.
    pub fn comment_of(&self, definition: &Definition) -> Option<String> {
        documentation::comment_at(&self.source, &self.file, definition.span)
    }
}
