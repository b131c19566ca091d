//! The engine: which packages there are.

use std::sync::Arc;

use fluxlet_runtime::{Error, Package, Registry, Result};

use crate::blocking::Blocking;
use crate::library::Library;
use crate::sources::Sources;
use crate::{CompileError, CompileLimits, Compiler, Program, Session};

/// Knows the packages, and compiles programs that use them; immutable, cheap to clone, shared by threads.
///
/// ```
/// use std::thread;
///
/// use fluxlet::{Context, Engine};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let engine = Engine::new()?;
/// let program = engine.compile("1 + 1")?;
/// thread::scope(|scope| {
///     for _ in 0..4 {
///         scope.spawn(|| program.run_blocking(&Context::new()).is_ok());
///     }
/// });
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Engine {
    pub(crate) library: Arc<Library>,
    pub(crate) blocking: Arc<Blocking>,
}

impl Engine {
    /// Makes an engine with the standard library and `experimental/influxdb`.
    ///
    /// # Errors
    /// Those of [`Builder::build`].
    pub fn new() -> Result<Self> {
        Self::builder().build()
    }

    /// Starts an engine with packages of one's own.
    pub fn builder() -> Builder {
        Builder { packages: Vec::new(), sources: Vec::new(), limits: CompileLimits::default() }
    }

    /// Parses and checks a main program; nothing runs yet.
    ///
    /// # Errors
    /// Everything that is wrong with the text, with places.
    pub fn compile(&self, text: &str) -> Result<Program, CompileError> {
        self.compiler().compile("main", text)
    }

    /// Starts a compilation with variables.
    pub fn compiler(&self) -> Compiler<'_> {
        Compiler::new(self)
    }

    /// Starts a session: inputs that see what the earlier ones have bound.
    pub fn session(&self) -> Session {
        Session::new(self.clone())
    }

    /// Forgets the packages of the user's own, whose sources may have changed: each is read again when it is imported next.
    /// Programs stay what they are.
    pub fn forget_sources(&self) {
        self.library.forget_sourced();
    }

    /// Returns the packages that scripts can import.
    pub fn registry(&self) -> &Registry {
        self.library.registry()
    }
}

/// Collects the packages of an [`Engine`].
///
/// ```
/// use fluxlet::{Builtin, Context, Engine, Package, Value};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let pump = Package {
///     path: "acme/pump",
///     source: "package pump\n\nbuiltin level : (name: string) => float",
///     builtins: &[("level", Builtin::Pure(|_, arguments| {
///         Ok(Value::Float(if arguments.required::<&str>("name")? == "north" { 0.7 } else { 0.1 }))
///     }))],
///     unimplemented: &[],
/// };
/// let engine = Engine::builder().package(pump).build()?;
/// let program = engine.compile("import \"acme/pump\"\npump.level(name: \"north\")")?;
/// assert_eq!(program.run_blocking(&Context::new())?.last().map(Value::to_string).as_deref(), Some("0.7"));
/// # Ok(())
/// # }
/// ```
pub struct Builder {
    packages: Vec<Package>,
    sources: Vec<Box<dyn Sources>>,
    limits: CompileLimits,
}

impl Builder {
    /// Adds a package.
    pub fn package(mut self, package: Package) -> Self {
        self.packages.push(package);
        self
    }

    /// Adds where to look for packages that are not registered, such as a [`Folder`](crate::Folder).
    pub fn sources(mut self, sources: impl Sources + 'static) -> Self {
        self.sources.push(Box::new(sources));
        self
    }

    /// Sets how large and how deep programs, inputs of sessions and packages from [`Builder::sources`] may be.
    pub fn limits(mut self, limits: CompileLimits) -> Self {
        self.limits = limits;
        self
    }

    /// Joins each added package's declarations with its functions.
    ///
    /// # Errors
    /// `already exists` if two packages have one path; `internal` if a declaration of an added package has no function
    /// or a function no declaration.
    pub fn build(self) -> Result<Engine, Error> {
        let own: Vec<&'static str> = self.packages.iter().map(|package| package.path).collect();
        let standard = fluxlet_stdlib::packages().chain([fluxlet_experimental_influxdb::PACKAGE]);
        let registry = Registry::new(standard.chain(self.packages))?;
        for index in own.into_iter().filter_map(|path| registry.index(path)) {
            registry.load(index)?;
        }
        Ok(Engine { library: Arc::new(Library::new(registry, self.sources, self.limits)), blocking: Arc::default() })
    }
}
