//! Packages of the user's own: Flux sources found by their import paths.

use std::fs;
use std::io;
use std::path::PathBuf;

use fluxlet_syntax::Source;

/// Longest source of a package, in bytes.
const LONGEST: u64 = 1 << 20;

/// Finds the source of a package that is not registered.
///
/// ```
/// use std::io;
///
/// use fluxlet::{Context, Engine, Source, Sources, Value};
///
/// /// The packages that a tenant keeps in a data base.
/// struct Library;
///
/// impl Sources for Library {
///     fn find(&self, path: &str) -> io::Result<Option<Source>> {
///         Ok((path == "acme/units").then(|| Source::new("acme/units.flux", "package units\ninch = 25.4")))
///     }
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let engine = Engine::builder().sources(Library).build()?;
/// let program = engine.compile("import \"acme/units\"\nunits.inch")?;
/// assert_eq!(program.run_blocking(&Context::new())?.last().map(Value::to_string).as_deref(), Some("25.4"));
/// # Ok(())
/// # }
/// ```
pub trait Sources: Send + Sync {
    /// Returns the source of the package at `path`; `None` if there is none. The path has passed [`is_import_path`].
    ///
    /// # Errors
    /// If there is one, but it cannot be read.
    fn find(&self, path: &str) -> io::Result<Option<Source>>;
}

/// Sources below a folder: `a/b` is `a/b.flux` or `a/b/b.flux`.
///
/// ```
/// use std::path::Path;
///
/// use fluxlet::{Engine, Folder};
///
/// let folder = Folder::new("lib");
/// assert_eq!(folder.candidates("acme/pump")[0], Path::new("lib/acme/pump.flux"));
/// let engine = Engine::builder().sources(folder).build()?;
/// # Ok::<(), fluxlet::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// Looks below `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self(root.into())
    }

    /// Returns the files that the package at `path` may be in, in the order in which they are looked for.
    pub fn candidates(&self, path: &str) -> [PathBuf; 2] {
        let last = path.rsplit('/').next().unwrap_or(path);
        [self.0.join(format!("{path}.flux")), self.0.join(format!("{path}/{last}.flux"))]
    }
}

impl Sources for Folder {
    fn find(&self, path: &str) -> io::Result<Option<Source>> {
        for full in self.candidates(path) {
            let Ok(metadata) = fs::metadata(&full) else { continue };
            if !metadata.is_file() {
                continue;
            }
            if metadata.len() > LONGEST {
                return Err(io::Error::other(format!("`{}` has more than {LONGEST} bytes", full.display())));
            }
            return Ok(Some(Source::new(full.display().to_string(), fs::read_to_string(&full)?)));
        }
        Ok(None)
    }
}

/// Tells whether `path` can name a package: elements of letters, digits, `_`, `-` and `.`, apart by `/`, none of dots only.
///
/// ```
/// assert!(fluxlet::is_import_path("acme/pump"));
/// assert!(!fluxlet::is_import_path("../etc/passwd"));
/// ```
pub fn is_import_path(path: &str) -> bool {
    path.split('/').all(|element| {
        element.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
            && element.chars().any(|c| c != '.')
    })
}
