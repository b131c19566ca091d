//! Library packages, compiled when they are first imported.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ecow::EcoString;
use fluxlet_interpreter::{Code, Packages};
use fluxlet_runtime::{Error, Registry, Result};
use fluxlet_semantic::ir::PackageId;
use fluxlet_semantic::{Exports, ImportError, Importer, Options, similar};
use fluxlet_syntax::Source;
use fluxlet_syntax::ast::StatementKind;

use crate::CompileLimits;
use crate::sources::{Sources, is_import_path};

/// The packages whose names are known without import; a later one hides names of an earlier one.
const PRELUDE: [&str; 4] = ["internal/boolean", "internal/location", "universe", "influxdata/influxdb"];

/// The registry, and what was compiled of it.
pub(crate) struct Library {
    registry: Registry,
    sources: Vec<Box<dyn Sources>>,
    /// What packages from the sources keep to, and programs unless they say otherwise.
    pub(crate) limits: CompileLimits,
    /// Import paths of the packages that came from sources; their places follow those of the registry.
    sourced: Mutex<Vec<String>>,
    compiled: Mutex<HashMap<PackageId, Result<Compiled, ImportError>>>,
}

/// A compiled package.
#[derive(Clone)]
struct Compiled {
    exports: Arc<Exports>,
    code: Arc<Code>,
}

impl Library {
    pub(crate) fn new(registry: Registry, sources: Vec<Box<dyn Sources>>, limits: CompileLimits) -> Self {
        Self { registry, sources, limits, sourced: Mutex::default(), compiled: Mutex::default() }
    }

    /// Forgets the packages that came from sources: they are read again when they are imported next.
    pub(crate) fn forget_sourced(&self) {
        lock(&self.compiled).retain(|id, _| (*id as usize) < self.registry.len());
    }

    pub(crate) fn registry(&self) -> &Registry {
        &self.registry
    }

    /// Returns the source of the package at `path`, if there is one that can be read.
    pub(crate) fn source(&self, path: &str) -> Option<Source> {
        if let Some(index) = self.registry.index(path) {
            return self.registry.load(index).ok().map(|package| package.source.clone());
        }
        self.importing().find(path).ok()
    }

    /// Returns the place of the package at `path`, registered or not.
    fn place(&self, path: &str) -> PackageId {
        if let Some(index) = self.registry.index(path) {
            return index as PackageId;
        }
        let mut sourced = lock(&self.sourced);
        let index = sourced.iter().position(|known| known == path).unwrap_or_else(|| {
            sourced.push(path.to_owned());
            sourced.len() - 1
        });
        (self.registry.len() + index) as PackageId
    }

    /// Returns the paths of registered packages that may be meant by a path that is not known: all that end in the same
    /// name, or in the name that is most like it.
    fn similar(&self, path: &str) -> Vec<String> {
        let known: Vec<EcoString> = self.registry.packages().map(|package| package.path.into()).collect();
        let name = EcoString::from(last(path));
        let names: Vec<EcoString> = known.iter().map(|path| last(path).into()).collect();
        let name = if names.contains(&name) { Some(&name) } else { similar(&name, names.iter()) };
        let Some(name) = name else {
            return similar(path, known.iter()).map(|path| path.to_string()).into_iter().collect();
        };
        let mut paths: Vec<EcoString> = known.into_iter().filter(|path| last(path) == name).collect();
        let nearest = similar(path, paths.iter()).cloned();
        paths.sort_by_key(|path| (nearest.as_ref() != Some(path), path.len()));
        paths.into_iter().map(String::from).collect()
    }

    /// Returns an importer for one compilation.
    pub(crate) fn importing(&self) -> Importing<'_> {
        Importing { library: self, open: RefCell::default() }
    }
}

impl Packages for Library {
    fn code(&self, id: PackageId) -> Result<Arc<Code>> {
        match lock(&self.compiled).get(&id) {
            Some(Ok(compiled)) => Ok(Arc::clone(&compiled.code)),
            _ => Err(Error::internal("a package is needed that was not compiled")),
        }
    }
}

/// Imports packages for one compilation, and knows which are being compiled.
pub(crate) struct Importing<'a> {
    library: &'a Library,
    /// Paths of the packages around the one at hand, the outermost first.
    open: RefCell<Vec<String>>,
}

impl Importing<'_> {
    /// Finds the package at `path` and takes it through all stages.
    fn compile(&self, path: &str, id: PackageId) -> Result<Compiled, ImportError> {
        let broken = |source: &Source, problem: &fluxlet_syntax::Diagnostic| {
            let place = source.position(problem.span.start);
            ImportError::Broken(format!("{}:{place}: {}", source.name(), problem.message))
        };
        let package;
        let sourced;
        let (source, file, builtins, limits) = if (id as usize) < self.library.registry.len() {
            package =
                self.library.registry.load(id as usize).map_err(|error| ImportError::Broken(error.to_string()))?;
            (&package.source, &package.file, &package.builtins, CompileLimits::default())
        } else {
            let source = self.find(path)?;
            let parsed = fluxlet_syntax::parse(&source, &self.library.limits.source());
            if let Some(problem) = parsed.diagnostics.first() {
                return Err(broken(&source, problem));
            }
            let builtin =
                |statement: &&fluxlet_syntax::ast::Statement| matches!(statement.kind, StatementKind::Builtin(_));
            if let Some(statement) = parsed.file.statements.iter().find(builtin) {
                let place = source.position(statement.span.start);
                let text = format!("{}:{place}: `builtin` stands in registered packages only", source.name());
                return Err(ImportError::Broken(text));
            }
            sourced = (source, parsed.file, HashMap::new());
            (&sourced.0, &sourced.1, &sourced.2, self.library.limits)
        };
        let options =
            Options { text: source.text(), variables: &[], known: &[], importer: self, limits: limits.check() };
        let checked = fluxlet_semantic::check(file, &options);
        if let Some(problem) = checked.diagnostics.first() {
            return Err(broken(source, problem));
        }
        let code = fluxlet_interpreter::compile(&checked.module, source, builtins)
            .map_err(|problem| broken(source, &problem))?;
        let exports = Arc::new(Exports::of(&checked.module, id, path));
        Ok(Compiled { exports, code })
    }

    fn find(&self, path: &str) -> Result<Source, ImportError> {
        if is_import_path(path) {
            for sources in &self.library.sources {
                match sources.find(path) {
                    Ok(Some(source)) => return Ok(source),
                    Ok(None) => {}
                    Err(error) => return Err(ImportError::Broken(error.to_string())),
                }
            }
        }
        Err(ImportError::Unknown { similar: self.library.similar(path) })
    }
}

impl Importer for Importing<'_> {
    fn import(&self, path: &str) -> Result<Arc<Exports>, ImportError> {
        let library = self.library;
        if library.registry.index(path).is_none() && library.sources.is_empty() {
            return Err(ImportError::Unknown { similar: library.similar(path) });
        }
        let id = library.place(path);
        if let Some(known) = lock(&library.compiled).get(&id) {
            return known.clone().map(|compiled| compiled.exports);
        }
        if let Some(start) = self.open.borrow().iter().position(|open| open == path) {
            let cycle = self.open.borrow()[start..].iter().cloned().chain([path.to_owned()]).collect();
            return Err(ImportError::Cycle(cycle));
        }
        // Two threads may compile a package at once; they come to the same result.
        self.open.borrow_mut().push(path.to_owned());
        let result = self.compile(path, id);
        self.open.borrow_mut().pop();
        lock(&library.compiled).entry(id).or_insert(result).clone().map(|compiled| compiled.exports)
    }

    /// Inside a package of the prelude, and inside what it imports, only the packages before it are known.
    fn prelude(&self) -> Result<Vec<Arc<Exports>>, ImportError> {
        let known = PRELUDE.iter().take_while(|path| !self.open.borrow().iter().any(|open| open == *path));
        known.filter(|path| self.library.registry.index(path).is_some()).map(|path| self.import(path)).collect()
    }
}

/// Returns the name that a package is known by where it is imported: the last part of its path.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Locks what no panic can leave half done.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
