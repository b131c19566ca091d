//! Modules of test cases: directories with a file `fluxtest.root`.

use std::io;
use std::path::{Path, PathBuf};

use fluxlet::{Source, Sources};
use serde::Deserialize;

use crate::failure::{Failure, Problem};
use crate::input;

/// The file that makes a directory a module.
const ROOT: &str = "fluxtest.root";

/// A directory with a name, by which test cases of others are extended.
pub(super) struct Module {
    pub(super) name: String,
    /// An absolute path.
    pub(super) folder: PathBuf,
    /// The tags that its test cases may have.
    pub(super) tags: Vec<String>,
}

/// All modules that were found.
#[derive(Default)]
pub(super) struct Modules(Vec<Module>);

#[derive(Deserialize)]
struct Root {
    #[serde(default)]
    name: String,
    #[serde(default)]
    tags: Vec<String>,
}

impl Modules {
    /// Adds the module that `folder`, an absolute path, may be.
    ///
    /// # Errors
    /// [`Failure::Usage`] for a file that cannot be read or has another form, and for two modules of one name.
    pub(super) fn add(&mut self, folder: &Path) -> Result<(), Failure> {
        let path = folder.join(ROOT);
        if self.0.iter().any(|module| module.folder == folder) || !path.is_file() {
            return Ok(());
        }
        let text = input::read_text(&path)?;
        let root = match text.trim() {
            text if text.starts_with('{') => serde_json::from_str(text).map_err(|error| {
                Failure::file(&path, format!("`{}` is not the JSON of a module: {error}", path.display()))
            })?,
            name => Root { name: name.to_owned(), tags: Vec::new() },
        };
        if !fluxlet::is_import_path(&root.name) {
            let message =
                format!("`{}` must hold the name of a module, or JSON with `name` and `tags`", path.display());
            return Err(Failure::file(&path, message));
        }
        if let Some(first) = self.0.iter().find(|module| module.name == root.name) {
            let folders = format!("`{}` and `{}`", first.folder.display(), folder.display());
            return Err(Failure::file(&path, format!("two modules are named `{}`: {folders}", root.name)));
        }
        self.0.push(Module { name: root.name, folder: folder.to_owned(), tags: root.tags });
        Ok(())
    }

    /// Adds the modules that `folder`, an absolute path, is in.
    ///
    /// # Errors
    /// Those of [`Modules::add`].
    pub(super) fn add_around(&mut self, folder: &Path) -> Result<(), Failure> {
        folder.ancestors().try_for_each(|folder| self.add(folder))
    }

    /// Returns the innermost module that holds the file at an absolute path.
    pub(super) fn of(&self, file: &Path) -> Option<&Module> {
        let around = self.0.iter().filter(|module| file.starts_with(&module.folder));
        around.max_by_key(|module| module.folder.components().count())
    }

    /// Walks over all modules.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Module> {
        self.0.iter()
    }
}

impl Sources for Modules {
    /// Finds `MODULE/DIR/FILE` as `DIR/FILE.flux` below the directory of the module.
    fn find(&self, path: &str) -> io::Result<Option<Source>> {
        let inside = |module: &Module| {
            let rest = path.strip_prefix(module.name.as_str())?.strip_prefix('/')?;
            Some(module.folder.join(format!("{rest}.flux")))
        };
        let Some(file) = self.0.iter().filter_map(inside).find(|file| file.is_file()) else { return Ok(None) };
        match input::read_text(&file) {
            Ok(text) => Ok(Some(Source::new(super::collect::shown(&file), text))),
            Err(Failure::Usage(Problem { message, .. })) => Err(io::Error::other(message)),
            Err(_) => Ok(None),
        }
    }
}
