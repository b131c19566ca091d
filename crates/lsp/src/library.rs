//! Where packages come from, and where an editor finds their sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fluxlet::{Folder, Source, Sources};
use lsp_types::Uri;

use crate::uri;

/// The packages below the folders of the user, as they are in the editor; and a folder for the sources of all others.
#[derive(Clone)]
pub(crate) struct Library {
    state: Arc<Mutex<State>>,
    /// Where sources and pages are written that are in no file.
    cache: Option<PathBuf>,
}

#[derive(Default)]
struct State {
    /// What holds packages besides the workspace.
    folders: Vec<PathBuf>,
    workspace: Vec<PathBuf>,
    /// The texts of files that are open.
    open: BTreeMap<PathBuf, String>,
    /// The files that packages were found in.
    imported: BTreeSet<PathBuf>,
}

impl Library {
    pub(crate) fn new(folders: Vec<PathBuf>, workspace: Vec<PathBuf>, cache: Option<PathBuf>) -> Self {
        let state = State { folders, workspace, ..State::default() };
        Self { state: Arc::new(Mutex::new(state)), cache }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the folders of the workspace.
    pub(crate) fn change_workspace(&self, removed: &[PathBuf], added: Vec<PathBuf>) {
        let mut state = self.state();
        state.workspace.retain(|folder| !removed.contains(folder));
        state.workspace.extend(added);
    }

    /// Keeps the text of a file that is open, `None` for one that is closed. Returns whether a package came from it.
    pub(crate) fn keep(&self, path: &Path, text: Option<&str>) -> bool {
        let mut state = self.state();
        match text {
            Some(text) => state.open.insert(path.to_owned(), text.to_owned()),
            None => state.open.remove(path),
        };
        state.imported.contains(path)
    }

    /// Tells whether a file is one of those that [`Library::locate`] wrote.
    pub(crate) fn wrote(&self, path: &Path) -> bool {
        self.cache.as_ref().is_some_and(|cache| path.starts_with(cache))
    }

    /// Returns where an editor finds a source: its file, or one that is written for it and should not be changed.
    pub(crate) fn locate(&self, source: &Source) -> Option<Uri> {
        let path = Path::new(source.name());
        if path.is_absolute() {
            return uri::of_path(path);
        }
        self.written(&Path::new("library").join(path), source.text())
    }

    /// Returns where an editor finds the page that explains a code.
    pub(crate) fn explanation(&self, code: &str) -> Option<Uri> {
        self.written(&Path::new("explain").join(format!("{code}.md")), fluxlet::explain::explain(code)?)
    }

    fn written(&self, name: &Path, text: &str) -> Option<Uri> {
        let path = self.cache.as_ref()?.join(name);
        if fs::read_to_string(&path).ok().as_deref() != Some(text) {
            write(&path, text).ok()?;
        }
        uri::of_path(&path)
    }
}

/// Writes a file that cannot be changed, in one step: another server may do the same at once.
fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    let draft = path.with_extension(format!("{}.tmp", std::process::id()));
    let _ = fs::remove_file(&draft);
    fs::write(&draft, text)?;
    let mut permissions = fs::metadata(&draft)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&draft, permissions)?;
    fs::rename(&draft, path)
}

impl Sources for Library {
    fn find(&self, path: &str) -> io::Result<Option<Source>> {
        let mut state = self.state();
        let folders: Vec<PathBuf> = state.folders.iter().chain(&state.workspace).cloned().collect();
        for folder in folders {
            let folder = Folder::new(folder);
            for file in folder.candidates(path) {
                if let Some(text) = state.open.get(&file).cloned() {
                    let name = file.display().to_string();
                    state.imported.insert(file);
                    return Ok(Some(Source::new(name, text)));
                }
                if file.is_file() {
                    state.imported.insert(file);
                    return folder.find(path);
                }
            }
        }
        Ok(None)
    }
}
