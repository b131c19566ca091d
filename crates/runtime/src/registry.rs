//! Joins the declarations of packages with the functions behind them, and refuses a difference.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use ecow::EcoString;
use fluxlet_syntax::ast::{self, StatementKind};
use fluxlet_syntax::{Limits, Source};

use crate::builtin::{Builtin, Package};
use crate::function::{BuiltinFunction, Function};
use crate::types::declare;
use crate::value::fits;
use crate::{Arguments, Code, Error, Result, Run, Signature, Value};

/// The packages that scripts can import.
///
/// ```
/// use fluxlet_runtime::{Arguments, Builtin, Context, Package, Registry, Result, Run, Value};
///
/// fn double(_: &Run, arguments: &Arguments) -> Result<Value> {
///     Ok(Value::Int(arguments.required::<i64>("v")?.wrapping_mul(2)))
/// }
///
/// let registry = Registry::new([Package {
///     path: "acme/pump",
///     source: "package pump\n\nbuiltin double : (v: int) => int",
///     builtins: &[("double", Builtin::Pure(double))],
///     unimplemented: &[],
/// }])?;
/// registry.verify()?;
///
/// let run = Run::new(&Context::new());
/// let mut call = std::pin::pin!(registry.call("acme/pump", "double", &run, [("v", Value::Int(21))]));
/// // A builtin that does not wait is ready at once; elsewhere the call is awaited.
/// let polled = call.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop()));
/// assert!(matches!(polled, std::task::Poll::Ready(Ok(Value::Int(42)))));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
pub struct Registry {
    entries: Vec<Entry>,
    by_path: HashMap<&'static str, usize>,
}

struct Entry {
    package: Package,
    loaded: OnceLock<Result<Arc<LoadedPackage>>>,
}

/// A package whose source was parsed and whose builtins were found.
///
/// ```
/// use fluxlet_runtime::{Package, Registry};
///
/// let registry = Registry::new([Package {
///     path: "acme/pump",
///     source: "package pump\n\nbuiltin level : (name: string) => float",
///     builtins: &[],
///     unimplemented: &["level"],
/// }])?;
/// let package = registry.load(0)?;
/// assert_eq!(package.path, "acme/pump");
/// assert!(package.builtins.contains_key("level"));
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
pub struct LoadedPackage {
    /// The import path.
    pub path: &'static str,
    /// The source.
    pub source: Source,
    /// The tree of the source.
    pub file: ast::File,
    /// The values of the `builtin` statements, by name.
    pub builtins: HashMap<EcoString, Value>,
}

impl Registry {
    /// Collects packages; their sources are read when they are needed.
    ///
    /// # Errors
    /// `already exists` if two have one path.
    pub fn new(packages: impl IntoIterator<Item = Package>) -> Result<Self> {
        let packages = packages.into_iter();
        let (count, _) = packages.size_hint();
        let mut registry = Self { entries: Vec::with_capacity(count), by_path: HashMap::with_capacity(count) };
        for package in packages {
            if registry.by_path.insert(package.path, registry.entries.len()).is_some() {
                return Err(Error::new(Code::AlreadyExists, format!("package `{}` is there twice", package.path)));
            }
            registry.entries.push(Entry { package, loaded: OnceLock::new() });
        }
        Ok(registry)
    }

    /// Returns the place of the package at `path`; places count from 0 in the order of [`Registry::new`].
    pub fn index(&self, path: &str) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// Returns the number of packages.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Tells whether there are no packages.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Walks over the packages, in order.
    pub fn packages(&self) -> impl Iterator<Item = &Package> {
        self.entries.iter().map(|entry| &entry.package)
    }

    /// Parses the package at `index`, the first time it is asked for, and joins it with its functions.
    ///
    /// # Errors
    /// `internal` if the source is no Flux, if a declaration has no row or a row no declaration, if two have one
    /// name, or if a row is no value of the declared type; `not found` if there is no such package.
    pub fn load(&self, index: usize) -> Result<Arc<LoadedPackage>> {
        let Some(entry) = self.entries.get(index) else {
            return Err(Error::new(Code::NotFound, "there is no such package"));
        };
        entry.loaded.get_or_init(|| load(&entry.package).map(Arc::new)).clone()
    }

    /// Loads every package, to find differences early.
    ///
    /// # Errors
    /// Those of [`Registry::load`].
    pub fn verify(&self) -> Result<()> {
        (0..self.len()).try_for_each(|index| self.load(index).map(drop))
    }

    /// Returns a builtin function, for a host that calls it without a script.
    ///
    /// # Errors
    /// `not found`, and those of [`Registry::load`].
    pub fn function(&self, path: &str, name: &str) -> Result<Arc<BuiltinFunction>> {
        let missing = || Error::new(Code::NotFound, format!("there is no builtin `{name}` in package `{path}`"));
        let package = self.load(self.index(path).ok_or_else(missing)?)?;
        match package.builtins.get(name) {
            Some(Value::Function(Function::Builtin(function))) => Ok(Arc::clone(function)),
            _ => Err(missing()),
        }
    }

    /// Calls a builtin function with named arguments, which are checked against its signature first.
    ///
    /// # Errors
    /// `invalid` for missing, unknown and ill-typed arguments; `unimplemented` for a builtin that needs an interpreter
    /// or does not exist yet; and those of the builtin.
    pub async fn call<'a>(
        &self,
        path: &str,
        name: &str,
        run: &Run,
        arguments: impl IntoIterator<Item = (&'a str, Value)>,
    ) -> Result<Value> {
        let function = self.function(path, name)?;
        let named = arguments.into_iter().map(|(name, value)| (EcoString::from(name), value));
        let arguments: Arguments = function.signature.bind(named, None)?;
        arguments.check_types()?;
        match function.builtin {
            Some(Builtin::Pure(pure)) => pure(run, &arguments),
            Some(Builtin::Async(start)) => start(run.clone(), arguments).await,
            Some(Builtin::Calls(_) | Builtin::Member(_) | Builtin::Value(_)) => {
                Err(Error::new(Code::Unimplemented, format!("`{name}` can be called by a script only")))
            }
            Some(Builtin::Missing(_)) | None => Err(function.unimplemented()),
        }
    }
}

impl BuiltinFunction {
    /// Returns the error of a call of a builtin that is declared only.
    pub fn unimplemented(&self) -> Error {
        let what = format!("`{}` of package `{}` is not implemented", self.name, self.package);
        let message = match self.builtin {
            Some(Builtin::Missing(reason)) => format!("{what}: {reason}"),
            _ => format!("{what} yet"),
        };
        Error::new(Code::Unimplemented, message)
    }
}

fn load(package: &Package) -> Result<LoadedPackage> {
    let fault = |text: String| Error::internal(format!("package `{}`: {text}", package.path));
    let source = Source::new(file_name(package.path), package.source);
    let parsed = fluxlet_syntax::parse(&source, &Limits::default());
    if let Some(problem) = parsed.diagnostics.first() {
        return Err(fault(format!("{}: {}", source.position(problem.span.start), problem.message)));
    }
    let mut rows: HashMap<&str, Option<Builtin>> = HashMap::new();
    let named = package.builtins.iter().map(|(name, builtin)| (*name, Some(*builtin)));
    for (name, builtin) in named.chain(package.unimplemented.iter().map(|name| (*name, None))) {
        if rows.insert(name, builtin).is_some() {
            return Err(fault(format!("two rows are named `{name}`")));
        }
    }
    let mut builtins = HashMap::new();
    for statement in &parsed.file.statements {
        let StatementKind::Builtin(declaration) = &statement.kind else { continue };
        let name = &declaration.name.name;
        if builtins.contains_key(name) {
            return Err(fault(format!("`{name}` is declared twice")));
        }
        let builtin =
            rows.remove(name.as_str()).ok_or_else(|| fault(format!("`{name}` is declared, but has no row")))?;
        let scheme = declare(&declaration.ty).map_err(|problem| fault(format!("`{name}`: {}", problem.message)))?;
        let value = match builtin {
            Some(Builtin::Value(value)) => {
                let value = value();
                if !fits(&value, &scheme.ty) {
                    let found = value.type_of();
                    return Err(fault(format!("`{name}` is declared as `{scheme}`, its row gives `{found}`")));
                }
                value
            }
            Some(_) if scheme.as_function().is_none() => {
                return Err(fault(format!("`{name}` is declared as `{scheme}`, its row is a function")));
            }
            _ => {
                let signature = scheme.as_function().map(|function| Signature::new(function)).unwrap_or_default();
                Value::Function(Function::Builtin(Arc::new(BuiltinFunction {
                    package: package.path.into(),
                    name: name.clone(),
                    scheme,
                    signature: Arc::new(signature),
                    builtin,
                })))
            }
        };
        builtins.insert(name.clone(), value);
    }
    if let Some(name) = rows.into_keys().min() {
        return Err(fault(format!("row `{name}` is not declared")));
    }
    Ok(LoadedPackage { path: package.path, source, file: parsed.file, builtins })
}

/// Returns the name of a package's only file, as Flux's messages show it: `http/requests/requests.flux`.
fn file_name(path: &str) -> String {
    let last = path.rsplit('/').next().unwrap_or(path);
    format!("{path}/{last}.flux")
}

#[cfg(test)]
mod tests;
