//! Which files have test cases, and what they are.

use std::fs;
use std::path::{Path, PathBuf};

use fluxlet::{Source, TestCase, duplicate_testcase, testcases};

use super::module::Modules;
use crate::failure::{Failure, Worst};
use crate::input;
use crate::report::Report;

/// How the names of files with test cases end.
const ENDING: &str = "_test.flux";

/// Files with test cases, and the modules around them.
#[derive(Default)]
pub(super) struct Found {
    pub(super) files: Vec<File>,
    pub(super) modules: Modules,
}

/// A file with test cases.
pub(super) struct File {
    /// The name that messages give it.
    pub(super) name: String,
    /// Its absolute path.
    pub(super) path: PathBuf,
}

/// Looks through directories, in the order of names; files count whatever their names are.
///
/// # Errors
/// [`Failure::Usage`] for what cannot be read, and for modules that are wrong.
pub(super) fn find(paths: &[PathBuf]) -> Result<Found, Failure> {
    let mut found = Found::default();
    for path in paths {
        let whole = std::path::absolute(path).map_err(|error| unreadable(path, &error))?;
        // A path such as `.` is shown as nothing, the files below it by their names alone.
        let whole: PathBuf = whole.components().collect();
        let folder = if whole.is_dir() { whole.as_path() } else { whole.parent().unwrap_or(&whole) };
        found.modules.add_around(folder)?;
        if whole.is_dir() {
            walk(&whole, &mut found)?;
        } else if whole.exists() {
            found.add(&whole);
        } else {
            return Err(Failure::file(path, format!("cannot read `{}`: it does not exist", path.display())));
        }
    }
    Ok(found)
}

/// Reads the test cases of all files. Every problem is told, not just those of the first file.
///
/// # Errors
/// [`Failure::Usage`] for a file that cannot be read, [`Failure::Reported`] for those that are wrong.
pub(super) fn read(found: &Found, report: &mut Report) -> Result<Vec<TestCase>, Failure> {
    let mut cases = Vec::new();
    let mut worst = Worst::default();
    for file in &found.files {
        let source = Source::new(file.name.as_str(), input::read_text(&file.path)?);
        match testcases(&source, &found.modules) {
            Ok(mut more) => cases.append(&mut more),
            Err(error) => worst.add(&report.compile_error(&error)),
        }
    }
    worst.result()?;
    match duplicate_testcase(&cases) {
        Some(error) => Err(report.compile_error(&error)),
        None => Ok(cases),
    }
}

/// Returns the name that messages give a file: its path from the current directory if it is below that.
pub(super) fn shown(path: &Path) -> String {
    let current = std::env::current_dir().ok();
    let below = current.and_then(|current| path.strip_prefix(current).ok());
    below.unwrap_or(path).display().to_string()
}

fn walk(folder: &Path, found: &mut Found) -> Result<(), Failure> {
    found.modules.add(folder)?;
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = entries.map_err(|error| unreadable(folder, &error))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // Links to directories are not followed: they may lead back.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, found)?;
        } else if entry.file_name().to_string_lossy().ends_with(ENDING) && path.is_file() {
            found.add(&path);
        }
    }
    Ok(())
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::file(path, format!("cannot read `{}`: {error}", path.display()))
}

impl Found {
    fn add(&mut self, path: &Path) {
        if self.files.iter().all(|file| file.path != path) {
            self.files.push(File { name: shown(path), path: path.to_owned() });
        }
    }
}
