//! A session: inputs one after the other, each of which sees what the earlier ones have bound.

mod description;

use std::fmt;
use std::mem;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_interpreter::{Code, Modules, Packages, Vm, drive_with};
use fluxlet_runtime::types::Scheme;
use fluxlet_runtime::{Context, Error, Redactor, Result, Run, Time, Value};
use fluxlet_semantic::{Exports, Importer, Known};
use fluxlet_syntax::ast::{Assignment, Ident, StatementKind};
use fluxlet_syntax::{Diagnostic, Source, Stage};
use tokio::task::yield_now;

use crate::compile::declared;
use crate::program::{ended, within};
use crate::{CompileError, Compiler, Completion, Engine, Failure, Results};

/// Evaluates inputs one after the other. Names, functions, imports and options of an input live on in the later ones,
/// and a later input may bind a name anew.
///
/// An input that fails binds nothing; options that it has set before stay set. What neither a name nor a function leads to
/// any more is freed.
///
/// ```
/// use fluxlet::{Context, Engine};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let engine = Engine::new()?;
/// let mut session = engine.session();
/// for text in ["double = (x) => x + x", "double(x: 21)"] {
///     let input = session.compile("input", text)?;
///     let results = session.run(input, &Context::new()).await?;
///     if let Some(value) = results.last() {
///         assert_eq!(value.to_string(), "42");
///     }
/// }
/// # Ok(())
/// # }
/// ```
pub struct Session {
    engine: Engine,
    id: Arc<SessionId>,
    variables: Vec<(EcoString, Arc<Scheme>)>,
    /// The names that inputs have bound, each once, the oldest first.
    known: Vec<(EcoString, Known)>,
    /// The sources of the inputs that names come from, by the name.
    origins: Vec<(EcoString, Source)>,
    /// None only while an input runs, or if a panic has torn it.
    modules: Option<Modules>,
    /// Knows the secrets that inputs have read: later ones may hold them.
    redactor: Redactor,
    /// The time that the option `now` was set to.
    now: Option<Time>,
}

/// A compiled input of a [`Session`]; it runs once.
///
/// ```
/// use fluxlet::Engine;
///
/// let session = Engine::new()?.session();
/// let input = session.compile("input 1", "1 + 1")?;
/// assert_eq!(input.source().name(), "input 1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Input {
    session: Arc<SessionId>,
    source: Source,
    code: Arc<Code>,
    imports: Vec<(EcoString, Arc<Exports>)>,
    exports: Exports,
}

/// Tells one session from another, by its address.
struct SessionId;

impl Session {
    pub(crate) fn new(engine: Engine) -> Self {
        let packages: Arc<dyn Packages> = Arc::clone(&engine.library) as _;
        Self {
            engine,
            id: Arc::new(SessionId),
            variables: Vec::new(),
            known: Vec::new(),
            origins: Vec::new(),
            modules: Some(Modules::new(packages)),
            redactor: Redactor::new(),
            now: None,
        }
    }

    /// Declares a variable with the type of `value`; the contexts of the runs give its value.
    pub fn variable(mut self, name: &str, value: &Value) -> Self {
        self.variables.push(declared(name, value));
        self
    }

    /// Parses, checks and compiles an input, which diagnostics call `name`.
    ///
    /// # Errors
    /// Everything that is wrong with the text, with places.
    pub fn compile(&self, name: &str, text: &str) -> Result<Input, CompileError> {
        let compiler = self.compiler();
        let (source, file) = compiler.parse(name, text)?;
        let module = compiler.check_tree(&source, &file)?.module;
        let code = compiler.code(&module, &source)?;
        let importing = self.engine.library.importing();
        let imports = file.imports.iter().filter_map(|import| {
            let exports = importing.import(&import.path.value).ok()?;
            Some((EcoString::from(import.name()), exports))
        });
        let imports = imports.collect();
        // The place is known when the input runs.
        let exports = Exports::of(&module, 0, name);
        Ok(Input { session: Arc::clone(&self.id), source, code, imports, exports })
    }

    /// Runs an input. If it comes to its end, its names are known from then on.
    ///
    /// Dropping the future stops the input and cancels what it waits for; the session stays usable.
    ///
    /// # Errors
    /// The error that the input did not catch, with its results until then; `invalid` for an input of another session.
    pub async fn run(&mut self, input: Input, context: &Context) -> Result<Results, Failure> {
        let fail = |error| Failure { error, results: Results::default() };
        if !Arc::ptr_eq(&input.session, &self.id) {
            return Err(fail(Error::invalid("the input was compiled by another session")));
        }
        let torn = || fail(Error::internal("the session was torn by a panic"));
        let place = self.modules.as_ref().ok_or_else(torn)?.next_input();
        let place = place.ok_or_else(|| fail(Error::exhausted("the session has no room for another input")))?;
        let modules = self.modules.take().ok_or_else(torn)?;

        let shared = context.redactor().is_some();
        let run = match shared {
            true => Run::new(context),
            false => Run::new(&context.clone().with_redactor(self.redactor.clone())),
        };
        if let Some(now) = self.now {
            run.set_now(now);
        }
        let start = run.now();
        let vm = Vm::next(modules, Arc::clone(&input.code), run.clone());
        let (output, error) = drive_with(vm, |future| within(&run, future), yield_now, &mut self.modules).await;
        if run.now() != start {
            self.now = Some(run.now());
        }
        match error {
            None => self.keep(input, place),
            Some(_) => drop(input),
        }
        self.forget();
        ended(output, error)
    }

    /// Tells whether more text could complete `text`: a bracket or string is open, or an operand is missing.
    pub fn is_incomplete(&self, text: &str) -> bool {
        fluxlet_syntax::parse(&Source::new("input", text), &self.engine.library.limits.source()).incomplete
    }

    /// Returns the type of the last statement of `text`, as Flux writes types. Nothing runs.
    ///
    /// # Errors
    /// Everything that is wrong with the text; `no-expression` if it has no statement with a value.
    pub fn type_of(&self, text: &str) -> Result<String, CompileError> {
        self.scheme_of(text).map(|scheme| scheme.to_string())
    }

    /// Returns what may be written at `offset` of an input, as [`Compiler::complete`] does, without what packages have that
    /// would have to be imported.
    pub fn complete(&self, text: &str, offset: usize) -> Vec<Completion> {
        let mut found = self.compiler().complete(text, offset);
        found.retain(|completion| completion.import.is_none());
        found
    }

    fn compiler(&self) -> Compiler<'_> {
        self.engine.compiler().within(&self.variables, &self.known)
    }

    fn scheme_of(&self, text: &str) -> Result<Scheme, CompileError> {
        /// No name of a script has a blank.
        const NAME: &str = "the result";
        let (source, mut file) = self.compiler().parse("input", text)?;
        // The value of a name is generalised and stands among the globals, which that of an expression does not.
        if let Some(statement) = file.statements.last_mut()
            && let StatementKind::Expression(value) = &mut statement.kind
        {
            let name = Ident { span: value.span, name: NAME.into() };
            let bad = fluxlet_syntax::ast::Expr { span: value.span, kind: fluxlet_syntax::ast::ExprKind::Bad };
            let value = mem::replace(value, bad);
            statement.kind = StatementKind::Assignment(Assignment { name, value });
        }
        let last = file.statements.last().map(|statement| &statement.kind);
        let has_type = matches!(last, Some(StatementKind::Assignment(_)));
        let module = self.compiler().check_tree(&source, &file)?.module;
        let global = module.globals.into_iter().next_back().filter(|_| has_type);
        global.map(|global| global.scheme).ok_or_else(|| {
            let message = "expected an expression, which has a type";
            CompileError::new(source, vec![Diagnostic::new(Stage::Check, "no-expression", file.span, message)])
        })
    }

    /// Makes the names of an input known that is at `place` now.
    fn keep(&mut self, input: Input, place: u32) {
        let Input { source, imports, mut exports, .. } = input;
        for (name, package) in imports {
            self.know(name, Known::Package(package));
        }
        exports.id = place;
        let exports = Arc::new(exports);
        for name in exports.members.keys() {
            self.know(name.clone(), Known::Member(Arc::clone(&exports)));
            self.origins.push((name.clone(), source.clone()));
        }
    }

    /// Frees what no name leads to any more, unless an input that was compiled earlier may still ask for it.
    fn forget(&mut self) {
        let waits = Arc::strong_count(&self.id) > 1;
        if let (false, Some(modules)) = (waits, &mut self.modules) {
            let known = self.known.iter().filter_map(|(name, known)| match known {
                Known::Member(input) => Some((input.id, input.members.get(name)?.slot)),
                Known::Package(_) => None,
            });
            modules.forget_all_but(known);
        }
    }

    fn know(&mut self, name: EcoString, known: Known) {
        self.known.retain(|(old, _)| *old != name);
        self.origins.retain(|(old, _)| *old != name);
        self.known.push((name, known));
    }
}

impl Input {
    /// Returns the source.
    pub fn source(&self) -> &Source {
        &self.source
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Session({} names)", self.known.len())
    }
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Input({})", self.source.name())
    }
}

#[cfg(test)]
mod tests;
