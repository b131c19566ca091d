//! From source to program: every stage in order.

use std::fmt;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_interpreter::Code;
use fluxlet_runtime::Value;
use fluxlet_runtime::types::{Kinds, Scheme};
use fluxlet_semantic::ir::Module;
use fluxlet_semantic::{Checked, Exports, Facts, Importer, Known, Options};
use fluxlet_syntax::ast::File;
use fluxlet_syntax::{Diagnostic, Source, Span};

use crate::testcase::place;
use crate::{CompileLimits, Engine, Program, Style, render_diagnostic};

/// Compiles one text: with the variables that a context will give, within limits.
///
/// ```
/// use fluxlet::{CompileLimits, Context, Engine, Value};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let engine = Engine::new()?;
/// let program = engine
///     .compiler()
///     .variable("threshold", &Value::Float(0.0))
///     .limits(CompileLimits { bytes: 10_000, ..CompileLimits::default() })
///     .compile("alarm.flux", "0.9 > threshold")?;
/// for (threshold, alarm) in [(0.8, "true"), (0.95, "false")] {
///     let results = program.run_blocking(&Context::new().with_variable("threshold", threshold))?;
///     assert_eq!(results.last().map(Value::to_string).as_deref(), Some(alarm));
/// }
/// # Ok(())
/// # }
/// ```
pub struct Compiler<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) variables: Vec<(EcoString, Arc<Scheme>)>,
    pub(crate) known: &'a [(EcoString, Known)],
    pub(crate) limits: CompileLimits,
}

impl<'a> Compiler<'a> {
    pub(crate) fn new(engine: &'a Engine) -> Self {
        Self { engine, variables: Vec::new(), known: &[], limits: engine.library.limits }
    }

    /// Declares a variable with the type of `value`; the context of a run gives its value.
    pub fn variable(mut self, name: &str, value: &Value) -> Self {
        self.variables.push(declared(name, value));
        self
    }

    /// Goes on where a session is.
    pub(crate) fn within(mut self, variables: &[(EcoString, Arc<Scheme>)], known: &'a [(EcoString, Known)]) -> Self {
        self.variables.extend_from_slice(variables);
        self.known = known;
        self
    }

    /// Sets how large and how deep the text may be, in place of what the engine says.
    pub fn limits(mut self, limits: CompileLimits) -> Self {
        self.limits = limits;
        self
    }

    /// Parses, checks and compiles `text`, which diagnostics call `name`.
    ///
    /// # Errors
    /// Everything that is wrong with the text, with places.
    pub fn compile(self, name: &str, text: &str) -> Result<Program, CompileError> {
        let (source, file) = self.parse(name, text)?;
        self.compile_tree(source, &file)
    }

    /// Parses `text`.
    pub(crate) fn parse(&self, name: &str, text: &str) -> Result<(Source, File), CompileError> {
        let source = Source::new(name, text);
        let parsed = fluxlet_syntax::parse(&source, &self.limits.source());
        if parsed.diagnostics.is_empty() {
            return Ok((source, parsed.file));
        }
        let check = || self.check_tree(&source, &parsed.file).err().map_or_else(Vec::new, |error| error.diagnostics);
        let diagnostics = with_names_before(parsed.diagnostics, check);
        Err(CompileError::new(source, diagnostics))
    }

    /// Checks and compiles a tree that was parsed without problems.
    pub(crate) fn compile_tree(self, source: Source, file: &File) -> Result<Program, CompileError> {
        let checked = self.check_tree(&source, file)?;
        let code = self.code(&checked.module, &source)?;
        Ok(Program::new(self.engine.clone(), source, code, checked.warnings))
    }

    /// Makes the bytecode of a checked tree.
    pub(crate) fn code(&self, module: &Module, source: &Source) -> Result<Arc<Code>, CompileError> {
        fluxlet_interpreter::compile(module, source, &Default::default())
            .map_err(|problem| CompileError::new(source.clone(), vec![problem]))
    }

    /// Checks a tree that was parsed without problems.
    pub(crate) fn check_tree(&self, source: &Source, file: &File) -> Result<Checked, CompileError> {
        let fail = |diagnostics| CompileError::new(source.clone(), diagnostics);
        let importing = self.engine.library.importing();
        let checked = fluxlet_semantic::check(file, &self.options(source.text(), &importing));
        if !checked.diagnostics.is_empty() {
            return Err(fail(checked.diagnostics));
        }
        Ok(checked)
    }

    /// Checks a tree, also one of which parts are broken, and takes down what is learned.
    pub(crate) fn examine(&self, source: &Source, file: &File, broken: &[Span]) -> (Checked, Facts) {
        let importing = self.engine.library.importing();
        fluxlet_semantic::examine(file, &self.options(source.text(), &importing), broken)
    }

    fn options<'b>(&'b self, text: &'b str, importer: &'b dyn Importer) -> Options<'b> {
        Options { text, variables: &self.variables, known: self.known, importer, limits: self.limits.check() }
    }

    /// Returns the packages whose names are known without import, outermost first.
    pub(crate) fn prelude(&self) -> Vec<Arc<Exports>> {
        self.engine.library.importing().prelude().unwrap_or_default()
    }
}

/// Adds to the problems of a text the undefined names up to the first two expressions side by side: `1hour` is `1h` and a
/// name. `check` finds what is wrong with the names and types of the text.
pub(crate) fn with_names_before(problems: Vec<Diagnostic>, check: impl FnOnce() -> Vec<Diagnostic>) -> Vec<Diagnostic> {
    let Some(first) = problems.first().map(|first| first.span) else { return problems };
    if problems.iter().any(|problem| problem.code != "juxtaposed-expressions") {
        return problems;
    }
    let is_before = |problem: &Diagnostic| problem.code == "undefined-name" && problem.span.start < first.end;
    check().into_iter().filter(is_before).chain(problems).collect()
}

/// Returns what stands for a variable of the type of `value`.
pub(crate) fn declared(name: &str, value: &Value) -> (EcoString, Arc<Scheme>) {
    (name.into(), Arc::new(Scheme { kinds: vec![Kinds::NONE], ty: value.type_of() }))
}

/// What is wrong with a source.
///
/// ```
/// use fluxlet::Engine;
///
/// let error = Engine::new()?.compile("1 + true").expect_err("the types differ");
/// assert_eq!(error.diagnostics()[0].code, "type-mismatch");
/// assert_eq!(error.source_text().text(), "1 + true");
/// // With an excerpt, for people.
/// assert!(error.to_string().contains("1 + true"));
/// # Ok::<(), fluxlet::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct CompileError {
    source: Source,
    diagnostics: Vec<Diagnostic>,
}

impl CompileError {
    /// Tells of problems, at least one; those in a source that was put together are told in its parts.
    pub(crate) fn new(source: Source, diagnostics: Vec<Diagnostic>) -> Self {
        let (source, diagnostics) = place::in_part(source, diagnostics);
        Self { source, diagnostics }
    }

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
