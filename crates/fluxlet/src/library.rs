//! Library packages, compiled when they are first imported.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use fluxlet_interpreter::{Code, Packages};
use fluxlet_runtime::{Error, Registry, Result};
use fluxlet_semantic::ir::PackageId;
use fluxlet_semantic::{Exports, ImportError, Importer, Options};
use fluxlet_syntax::Source;

/// The packages whose names are known without import; a later one hides names of an earlier one.
const PRELUDE: [&str; 4] = ["internal/boolean", "internal/location", "universe", "influxdata/influxdb"];

/// The registry, and what was compiled of it.
pub(crate) struct Library {
    registry: Registry,
    compiled: Mutex<HashMap<usize, Result<Compiled, ImportError>>>,
}

/// A compiled package.
#[derive(Clone)]
struct Compiled {
    exports: Arc<Exports>,
    code: Arc<Code>,
}

impl Library {
    pub(crate) fn new(registry: Registry) -> Self {
        Self { registry, compiled: Mutex::default() }
    }

    pub(crate) fn registry(&self) -> &Registry {
        &self.registry
    }

    /// Returns an importer for one compilation.
    pub(crate) fn importing(&self) -> Importing<'_> {
        Importing { library: self, open: RefCell::default() }
    }
}

impl Packages for Library {
    fn code(&self, id: PackageId) -> Result<Arc<Code>> {
        let compiled = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        match compiled.get(&(id as usize)) {
            Some(Ok(compiled)) => Ok(Arc::clone(&compiled.code)),
            _ => Err(Error::internal("a package is needed that was not compiled")),
        }
    }
}

/// Imports packages for one compilation, and knows which are being compiled.
pub(crate) struct Importing<'a> {
    library: &'a Library,
    /// Paths of the packages around the one at hand, the outermost first.
    open: RefCell<Vec<&'static str>>,
}

impl Importing<'_> {
    /// Returns the packages whose names are known without import. Inside a package of the prelude, and inside what it
    /// imports, only the packages before it are.
    pub(crate) fn prelude(&self) -> Result<Vec<Arc<Exports>>, ImportError> {
        let known = PRELUDE.iter().take_while(|path| !self.open.borrow().contains(path));
        known.filter(|path| self.library.registry.index(path).is_some()).map(|path| self.import(path)).collect()
    }

    fn compile(&self, index: usize) -> Result<Compiled, ImportError> {
        let broken = |source: &Source, problem: &fluxlet_syntax::Diagnostic| {
            let place = source.position(problem.span.start);
            ImportError::Broken(format!("{}:{place}: {}", source.name(), problem.message))
        };
        let package = self.library.registry.load(index).map_err(|error| ImportError::Broken(error.to_string()))?;
        let prelude = self.prelude()?;
        let options = Options { prelude: &prelude, variables: &[], importer: self };
        let checked = fluxlet_semantic::check(&package.file, &options);
        if let Some(problem) = checked.diagnostics.first() {
            return Err(broken(&package.source, problem));
        }
        let code = fluxlet_interpreter::compile(&checked.module, &package.source, &package.builtins)
            .map_err(|problem| broken(&package.source, &problem))?;
        let exports = Arc::new(Exports::of(&checked.module, index as PackageId, package.path));
        Ok(Compiled { exports, code })
    }
}

impl Importer for Importing<'_> {
    fn import(&self, path: &str) -> Result<Arc<Exports>, ImportError> {
        let library = self.library;
        let Some(index) = library.registry.index(path) else {
            let paths = library.registry.packages().map(|package| package.path);
            let wanted = path.rsplit('/').next();
            let similar = paths.filter(|known| known.rsplit('/').next() == wanted).min_by_key(|known| known.len());
            return Err(ImportError::Unknown { similar: similar.map(str::to_owned) });
        };
        let compiled = || library.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = compiled().get(&index) {
            return known.clone().map(|compiled| compiled.exports);
        }
        let path = library.registry.packages().nth(index).map_or("", |package| package.path);
        if let Some(start) = self.open.borrow().iter().position(|open| *open == path) {
            let cycle = self.open.borrow()[start..].iter().chain([&path]).map(|path| (*path).to_owned()).collect();
            return Err(ImportError::Cycle(cycle));
        }
        // Two threads may compile a package at once; they come to the same result.
        self.open.borrow_mut().push(path);
        let result = self.compile(index);
        self.open.borrow_mut().pop();
        compiled().entry(index).or_insert(result).clone().map(|compiled| compiled.exports)
    }
}
