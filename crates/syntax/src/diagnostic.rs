//! What is wrong with a source text, and where.

use crate::Span;

/// The stage of the front end that found a problem.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Stage {
    /// The text is not Flux.
    Parse,
    /// The text is Flux, but its names or types do not fit.
    Check,
}

impl Stage {
    /// Returns the word for machines: `parse` or `check`.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Parse => "parse",
            Stage::Check => "check",
        }
    }
}

/// How bad a problem is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Severity {
    /// The text is refused.
    Error,
    /// The text is accepted, but something in it cannot be meant.
    Warning,
}

impl Severity {
    /// Returns the word: `error` or `warning`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A further place that has to do with a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is to be seen there.
    pub message: String,
}

/// Text to put in the place of other text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; an empty span is a place between characters.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// One problem in a source text.
///
/// Messages are lower case, have no full stop, and set names in backquotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable slug such as `type-mismatch`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Which stage found it.
    pub stage: Stage,
    /// What is wrong.
    pub message: String,
    /// The exact place.
    pub span: Span,
    /// Further places.
    pub labels: Vec<Label>,
    /// Why it is wrong.
    pub notes: Vec<String>,
    /// What to do about it.
    pub help: Option<String>,
    /// The edits that are likely to mend it, in order and apart from each other; none if nothing can be put there without a
    /// choice. They may be wrong: whoever applies them should look at the text again.
    pub fix: Vec<Edit>,
}

impl Diagnostic {
    /// Makes a diagnostic without further labels, notes or help.
    pub fn new(stage: Stage, code: &'static str, span: Span, message: impl Into<String>) -> Self {
        let severity = Severity::Error;
        Self {
            code,
            severity,
            stage,
            message: message.into(),
            span,
            labels: Vec::new(),
            notes: Vec::new(),
            help: None,
            fix: Vec::new(),
        }
    }

    /// Makes it a warning.
    pub fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// Adds a further place.
    pub fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// Adds a reason.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds an edit that is needed to mend it.
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix.push(Edit { span, text: text.into() });
        self
    }

    /// Sets what to do about it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
