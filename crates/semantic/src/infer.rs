//! Walks a tree, infers its types and builds the typed tree.

mod call;
mod expression;
mod function;
mod operator;
mod record;
mod statement;
mod undefined;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::{Kind, Scheme};
use fluxlet_syntax::ast::{File, Ident, Statement, StatementKind};
use fluxlet_syntax::{Diagnostic, Label, Span, Stage};

use crate::facts::{DefinitionKind, Facts, Recorder};
use crate::importer::{Exports, ImportError, Importer};
use crate::ir::{Global, LocalId, Module, PackageId};
use crate::message;
use crate::origin::Cause;
use crate::scope::{Binding, Scopes};
use crate::shape::{clip, shorten};
use crate::table::{Table, TypeId};
use crate::unify::Mismatch;
use crate::{advice, declarations, ir};

/// How large and how deep the types of a file may be, and how much is told about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many types checking may make; at more the file is refused as `type-too-large`.
    pub types: usize,
    /// How deep types may be nested; a file with deeper ones is refused as `type-too-large`. Checking takes stack for each
    /// level.
    pub type_depth: u32,
    /// How many problems are told; one more tells how many there are besides.
    pub problems: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { types: 4_000_000, type_depth: 200, problems: 100 }
    }
}

/// What a file is checked against.
pub struct Options<'a> {
    /// The text of the file, whose lines tell where an import can be added.
    pub text: &'a str,
    /// The variables that the context will give.
    pub variables: &'a [(EcoString, Arc<Scheme>)],
    /// What earlier inputs of a session have made known; a later one hides an earlier one, and all hide variables.
    pub known: &'a [(EcoString, Known)],
    /// Where imported packages come from.
    pub importer: &'a dyn Importer,
    /// What the file may cost.
    pub limits: Limits,
}

/// What a name stands for that an earlier input of a session has made known.
#[derive(Clone, Debug)]
pub enum Known {
    /// An imported package.
    Package(Arc<Exports>),
    /// The member of this name; the package is the input itself.
    Member(Arc<Exports>),
}

/// What [`check`] finds.
#[derive(Debug)]
pub struct Checked {
    /// The typed tree; meaningless if there are diagnostics.
    pub module: Module,
    /// What is wrong, in the order it was found.
    pub diagnostics: Vec<Diagnostic>,
    /// What is accepted, but cannot be meant.
    pub warnings: Vec<Diagnostic>,
}

/// Resolves the names of a file and infers its types. The file must have been parsed without problems.
pub fn check(file: &File, options: &Options<'_>) -> Checked {
    let mut infer = Infer::new(file, options);
    infer.bind_outside();
    infer.imports(file);
    infer.scopes.enter();
    let statements = file.statements.iter().flat_map(|statement| infer.statement(statement)).collect();
    infer.finish(file, statements).0
}

/// Checks a file as [`check`] does, and takes down what it learns of each place. The file may have been parsed with
/// problems: then those within the `broken` parts are not to be told, and the names that statements there bind fit
/// everything. Bodies of test cases are checked, too, after everything else.
pub fn examine(file: &File, options: &Options<'_>, broken: &[Span]) -> (Checked, Facts) {
    let mut infer = Infer::new(file, options);
    infer.facts = Some(Recorder::new(file.span));
    infer.bind_outside();
    infer.imports(file);
    infer.scopes.enter();
    let is_testcase = |statement: &&Statement| matches!(statement.kind, StatementKind::Testcase(_));
    for statement in file.statements.iter().filter(|statement| !is_testcase(statement)) {
        infer.statement(statement);
        if broken.iter().any(|part| part.start <= statement.span.start && statement.span.start < part.end) {
            infer.forget_type(statement);
        }
    }
    for statement in file.statements.iter().filter(is_testcase) {
        if let StatementKind::Testcase(testcase) = &statement.kind {
            infer.testcase(testcase, statement.span);
        }
    }
    let (checked, table, recorder) = infer.finish(file, Vec::new());
    let facts = recorder.unwrap_or_else(|| Recorder::new(file.span)).finish(table);
    (checked, facts)
}

/// The state of a check.
struct Infer<'a> {
    file: &'a File,
    table: Table,
    scopes: Scopes,
    options: &'a Options<'a>,
    /// Problems that need no types to be seen.
    conversion: Vec<Diagnostic>,
    /// Problems with names and types.
    inference: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    locals: LocalId,
    globals: Vec<OpenGlobal>,
    /// The packages whose names are known without import, once they are asked for.
    prelude: OnceCell<Result<Vec<Arc<Exports>>, ImportError>>,
    /// Those of them whose names are used.
    used: HashSet<PackageId>,
    imports: Vec<PackageId>,
    /// Whether it was told that there are too many types, or too deep ones.
    exhausted: bool,
    /// The names that the blocks around assign somewhere.
    later: Vec<HashMap<EcoString, Span>>,
    /// The names whose values are being inferred.
    defining: Vec<EcoString>,
    /// How many problems are not told because there are so many.
    untold: usize,
    /// Takes down what is learned, if somebody asks.
    facts: Option<Recorder>,
}

/// A top-level name whose type is still in the table.
struct OpenGlobal {
    name: EcoString,
    ty: TypeId,
    option: bool,
}

/// An expression with its type.
type Typed = (ir::Expr, TypeId);

impl<'a> Infer<'a> {
    fn new(file: &'a File, options: &'a Options<'a>) -> Self {
        Self {
            file,
            table: Table::new(options.limits.type_depth),
            scopes: Scopes::default(),
            options,
            conversion: Vec::new(),
            inference: Vec::new(),
            warnings: Vec::new(),
            locals: 0,
            globals: Vec::new(),
            prelude: OnceCell::new(),
            used: HashSet::new(),
            imports: Vec::new(),
            exhausted: false,
            later: vec![undefined::assigned(&file.statements)],
            defining: Vec::new(),
            untold: 0,
            facts: None,
        }
    }

    /// Binds the names that are known before the file begins.
    fn bind_outside(&mut self) {
        self.scopes.enter();
        for (name, scheme) in self.options.variables {
            self.scopes.bind(name.clone(), Binding::Variable(Arc::clone(scheme)));
        }
        self.scopes.enter();
        for (name, known) in self.options.known {
            let binding = match known {
                Known::Package(exports) => Binding::Package(Arc::clone(exports)),
                Known::Member(exports) => Binding::Member(Arc::clone(exports)),
            };
            self.scopes.bind(name.clone(), binding);
        }
        self.scopes.enter();
    }

    fn finish(mut self, file: &File, statements: Vec<ir::Statement>) -> (Checked, Table, Option<Recorder>) {
        let globals =
            self.globals.iter().map(|global| (global.name.clone(), global.ty, global.option)).collect::<Vec<_>>();
        let globals = globals
            .into_iter()
            .map(|(name, ty, option)| Global { name, scheme: self.table.export(ty), option })
            .collect();
        let name = file.package.as_ref().map_or("main".into(), |clause| clause.name.name.clone());
        let module = Module { name, imports: self.evaluated(), globals, statements };
        let mut diagnostics = self.conversion;
        diagnostics.extend(declarations::check(file));
        let wrapped = |problem: &Diagnostic| matches!(problem.code, "type-mismatch" | "kind-mismatch");
        self.inference.iter_mut().filter(|problem| wrapped(problem)).for_each(advice::wrap);
        diagnostics.extend(self.inference);
        if self.untold > 0 {
            let message = format!("and {} more problems", self.untold);
            diagnostics.push(Diagnostic::new(Stage::Check, "more-problems", Span::at(file.span.end), message));
        }
        if let Some(Err(error)) = self.prelude.get() {
            let message = format!("the prelude cannot be loaded: {error}");
            diagnostics = vec![Diagnostic::new(Stage::Check, "broken-package", Span::default(), message)];
        }
        (Checked { module, diagnostics, warnings: self.warnings }, self.table, self.facts)
    }
}

impl Infer<'_> {
    /// Returns the packages whose names are known without import.
    fn prelude(&self) -> &[Arc<Exports>] {
        let prelude = self.prelude.get_or_init(|| self.options.importer.prelude());
        prelude.as_deref().unwrap_or_default()
    }

    /// Returns the packages to evaluate first: of the prelude those that are used, then the imports.
    fn evaluated(&self) -> Vec<PackageId> {
        let used = |id: &PackageId| self.used.contains(id);
        let prelude = self.prelude.get().and_then(|prelude| prelude.as_deref().ok()).unwrap_or_default();
        let imports = self.imports.iter().copied().filter(|id| !used(id));
        prelude.iter().map(|exports| exports.id).filter(used).chain(imports).collect()
    }

    fn imports(&mut self, file: &File) {
        for import in &file.imports {
            let path = &import.path.value;
            let binding = match self.options.importer.import(path) {
                Ok(exports) => {
                    if !self.imports.contains(&exports.id) {
                        self.imports.push(exports.id);
                    }
                    Binding::Package(exports)
                }
                Err(error) => {
                    let code = match &error {
                        ImportError::Unknown { .. } => "unknown-package",
                        ImportError::Cycle(_) => "import-cycle",
                        ImportError::Broken(_) => "broken-package",
                    };
                    let message = format!("cannot import `{}`: {}", clip(path), shorten(&error.to_string()));
                    let problem = Diagnostic::new(Stage::Check, code, import.span, message);
                    let mut problem = Diagnostic { help: error.help(), ..problem };
                    if let ImportError::Unknown { similar } = &error
                        && let Some(likeliest) = similar.first()
                    {
                        problem = problem.fix(import.path.span, format!("\"{likeliest}\""));
                    }
                    self.inference.push(problem);
                    Binding::Broken
                }
            };
            self.scopes.bind(import.name().into(), binding);
            if let Some(facts) = &mut self.facts {
                let span = import.alias.as_ref().map_or(import.path.span, |alias| alias.span);
                let name = Ident { span, name: import.name().into() };
                let kind = DefinitionKind::Import(path.clone());
                facts.named(&name, file.span.start, kind, self.table.error());
            }
        }
    }

    fn local(&mut self) -> LocalId {
        self.locals += 1;
        self.locals - 1
    }

    /// Makes two types the same; what cannot be is told at `span`.
    fn unify(&mut self, expected: TypeId, found: TypeId, span: Span, cause: Cause) -> bool {
        self.table.origins.because(cause.span, cause.why);
        let mismatches = self.table.unify(expected, found);
        self.tell(&mismatches, span);
        mismatches.is_empty()
    }

    /// Gives a type a kind; if it cannot have it, that is told at `span`.
    fn constrain(&mut self, ty: TypeId, kind: Kind, span: Span, cause: Cause) -> bool {
        self.table.origins.because(cause.span, cause.why);
        let mismatches = self.table.constrain(ty, kind);
        self.tell(&mismatches, span);
        mismatches.is_empty()
    }

    fn tell(&mut self, mismatches: &[Mismatch], span: Span) {
        for mismatch in mismatches {
            if self.has_room() {
                let diagnostic = message::diagnostic(&mut self.table, mismatch, span);
                self.inference.push(diagnostic);
            }
        }
        let most = self.options.limits.types;
        if self.table.len() > most && !self.exhausted {
            self.exhausted = true;
            let message = format!("the program needs more than {most} types");
            self.inference.push(Diagnostic::new(Stage::Check, "type-too-large", span, message));
        }
    }

    /// Adds a place to the problems told since there were `before`; it replaces what stands there.
    fn label(&mut self, before: usize, span: Span, message: &str) {
        for problem in &mut self.inference[before..] {
            problem.labels.retain(|label| label.span.end <= span.start || span.end <= label.span.start);
            problem.labels.push(Label { span, message: message.to_owned() });
        }
    }

    /// Adds a reason to the problems told since there were `before`.
    fn note(&mut self, before: usize, note: &str) {
        for problem in &mut self.inference[before..] {
            problem.notes.push(note.to_owned());
        }
    }

    /// Tells, once, that a type was cut. What is cut fits everything, so a program with such a type must not run.
    fn refuse_cut_types(&mut self, span: Span) {
        if self.table.cut && !self.exhausted {
            self.exhausted = true;
            let deepest = self.table.deepest;
            let message = format!("the types here are nested more than {deepest} deep");
            self.inference.push(Diagnostic::new(Stage::Check, "type-too-large", span, message));
        }
    }

    /// Tells whether one more problem may be told, and counts it if not.
    fn has_room(&mut self) -> bool {
        let room = self.conversion.len() + self.inference.len() < self.options.limits.problems;
        self.untold += usize::from(!room);
        room
    }

    fn problem(&mut self, code: &'static str, span: Span, message: String) {
        if self.has_room() {
            self.conversion.push(Diagnostic::new(Stage::Check, code, span, message));
        }
    }
}
