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
use fluxlet_syntax::ast::File;
use fluxlet_syntax::{Diagnostic, Label, Span, Stage};

use crate::importer::{Exports, ImportError, Importer};
use crate::ir::{Global, LocalId, Module, PackageId};
use crate::message;
use crate::origin::Cause;
use crate::scope::{Binding, Scopes};
use crate::shape::{clip, shorten};
use crate::table::{Table, TypeId};
use crate::unify::Mismatch;
use crate::{declarations, ir};

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
    let mut infer = Infer {
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
    };
    let name = file.package.as_ref().map_or("main".into(), |clause| clause.name.name.clone());
    infer.scopes.enter();
    for (name, scheme) in options.variables {
        infer.scopes.bind(name.clone(), Binding::Variable(Arc::clone(scheme)));
    }
    infer.scopes.enter();
    for (name, known) in options.known {
        let binding = match known {
            Known::Package(exports) => Binding::Package(Arc::clone(exports)),
            Known::Member(exports) => Binding::Member(Arc::clone(exports)),
        };
        infer.scopes.bind(name.clone(), binding);
    }
    infer.scopes.enter();
    infer.imports(file);
    infer.scopes.enter();
    let statements = file.statements.iter().flat_map(|statement| infer.statement(statement)).collect();
    let globals =
        infer.globals.iter().map(|global| (global.name.clone(), global.ty, global.option)).collect::<Vec<_>>();
    let globals =
        globals.into_iter().map(|(name, ty, option)| Global { name, scheme: infer.table.export(ty), option }).collect();
    let module = Module { name, imports: infer.evaluated(), globals, statements };
    let mut diagnostics = infer.conversion;
    diagnostics.extend(declarations::check(file));
    diagnostics.extend(infer.inference);
    if infer.untold > 0 {
        let message = format!("and {} more problems", infer.untold);
        diagnostics.push(Diagnostic::new(Stage::Check, "more-problems", Span::at(file.span.end), message));
    }
    if let Some(Err(error)) = infer.prelude.get() {
        let message = format!("the prelude cannot be loaded: {error}");
        diagnostics = vec![Diagnostic::new(Stage::Check, "broken-package", Span::default(), message)];
    }
    Checked { module, diagnostics, warnings: infer.warnings }
}

/// The state of a check.
struct Infer<'a> {
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
}

/// A top-level name whose type is still in the table.
struct OpenGlobal {
    name: EcoString,
    ty: TypeId,
    option: bool,
}

/// An expression with its type.
type Typed = (ir::Expr, TypeId);

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
                    self.inference.push(Diagnostic { help: error.help(), ..problem });
                    Binding::Broken
                }
            };
            self.scopes.bind(import.name().into(), binding);
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
