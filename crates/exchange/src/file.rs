//! The file of a cassette: written beside its place and moved there as a whole.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use fluxlet_runtime::{Code, Error, Result};

use crate::Cassette;

/// How many names are tried for the file beside.
const MOST_NAMES: u32 = 100;

/// A file that becomes a cassette. Nothing is at its place before [`CassetteFile::save`]; a file that was there stays until
/// then, and stays if this is dropped.
pub struct CassetteFile {
    path: PathBuf,
    /// The file beside, which only its owner can read.
    beside: PathBuf,
    file: File,
}

impl CassetteFile {
    /// Makes ready to write to `path`, before anything is sent that could then not be recorded.
    ///
    /// # Errors
    /// `invalid`, `unavailable` or `not found` if no file can be made there.
    pub fn create(path: &Path) -> Result<Self> {
        let fail = |code, reason: &str| Error::new(code, format!("cannot write `{}`: {reason}", path.display()));
        let name = path.file_name().ok_or_else(|| fail(Code::Invalid, "it names no file"))?.to_string_lossy();
        if path.is_dir() {
            return Err(fail(Code::Invalid, "it is a directory"));
        }
        let process = std::process::id();
        for number in 0..MOST_NAMES {
            let beside = path.with_file_name(format!(".{name}.{process}-{number}"));
            match private().open(&beside) {
                Ok(file) => return Ok(Self { path: path.to_owned(), beside, file }),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    return Err(fail(Code::NotFound, "its directory does not exist"));
                }
                Err(error) => return Err(fail(Code::Unavailable, &error.to_string())),
            }
        }
        Err(fail(Code::Invalid, "there are too many unfinished files beside it"))
    }

    /// Writes the cassette and puts it in its place.
    ///
    /// # Errors
    /// Those of [`Cassette::text`], and `unavailable` if the file cannot be written.
    pub fn save(mut self, cassette: &Cassette) -> Result<()> {
        let text = cassette.text()?;
        let written = self.file.write_all(text.as_bytes()).and_then(|()| self.file.sync_all());
        written
            .and_then(|()| fs::rename(&self.beside, &self.path))
            .map_err(|error| Error::new(Code::Unavailable, format!("cannot write `{}`: {error}", self.path.display())))
    }
}

impl Drop for CassetteFile {
    fn drop(&mut self) {
        // After a rename it is not there any more.
        let _ = fs::remove_file(&self.beside);
    }
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
