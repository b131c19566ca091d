//! From source to program: every stage in order.

use std::fmt;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::Value;
use fluxlet_runtime::types::{Kinds, Scheme};
use fluxlet_semantic::{ImportError, Options};
use fluxlet_syntax::{Diagnostic, Limits, Source, Span, Stage};

use crate::{Engine, Program, Style, render_diagnostic};

/// What is compiled beside the text: variables that the context will give.
pub struct Compiler<'a> {
    engine: &'a Engine,
    variables: Vec<(EcoString, Arc<Scheme>)>,
    limits: Limits,
}

impl<'a> Compiler<'a> {
    pub(crate) fn new(engine: &'a Engine) -> Self {
        Self { engine, variables: Vec::new(), limits: Limits::default() }
    }

    /// Declares a variable with the type of `value`; the context of a run gives its value.
    pub fn variable(mut self, name: &str, value: &Value) -> Self {
        let scheme = Scheme { kinds: vec![Kinds::NONE], ty: value.type_of() };
        self.variables.push((name.into(), Arc::new(scheme)));
        self
    }

    /// Sets how long and how deep the text may be.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Parses, checks and compiles `text`, which diagnostics call `name`.
    ///
    /// # Errors
    /// Everything that is wrong with the text, with places.
    pub fn compile(self, name: &str, text: &str) -> Result<Program, CompileError> {
        let source = Source::new(name, text);
        let fail = |diagnostics| CompileError { source: source.clone(), diagnostics };

        let parsed = fluxlet_syntax::parse(&source, &self.limits);
        if !parsed.diagnostics.is_empty() {
            return Err(fail(parsed.diagnostics));
        }
        let importing = self.engine.library.importing();
        let prelude = importing.prelude().map_err(|error| fail(vec![broken_prelude(&error)]))?;
        let options = Options { prelude: &prelude, variables: &self.variables, importer: &importing };
        let checked = fluxlet_semantic::check(&parsed.file, &options);
        if !checked.diagnostics.is_empty() {
            return Err(fail(checked.diagnostics));
        }
        let code = fluxlet_interpreter::compile(&checked.module, &source, &Default::default())
            .map_err(|problem| fail(vec![problem]))?;
        Ok(Program::new(self.engine.clone(), source, code))
    }
}

fn broken_prelude(error: &ImportError) -> Diagnostic {
    let message = format!("the prelude cannot be loaded: {error}");
    Diagnostic::new(Stage::Check, "broken-package", Span::default(), message)
}

/// What is wrong with a source.
#[derive(Clone, Debug)]
pub struct CompileError {
    source: Source,
    diagnostics: Vec<Diagnostic>,
}

impl CompileError {
    /// Returns the source.
    pub fn source_text(&self) -> &Source {
        &self.source
    }

    /// Returns the problems, at least one.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

impl fmt::Display for CompileError {
    /// Prints each problem with an excerpt of the source.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.diagnostics.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { "\n\n" })?;
            f.write_str(&render_diagnostic(&self.source, diagnostic, Style::Plain))?;
        }
        Ok(())
    }
}

impl std::error::Error for CompileError {}
