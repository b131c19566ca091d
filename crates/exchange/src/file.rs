//! The file of a cassette: written beside its place and moved there as a whole.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use fluxlet_runtime::{Code, Error, Result};

use crate::Cassette;

/// How many names are tried for the file beside.
const MOST_NAMES: u32 = 100;

/// A file that becomes a cassette. Nothing is at its place, nor beside it, before [`CassetteFile::save`]; a file that was
/// there stays until then, and stays if this is dropped.
pub struct CassetteFile {
    path: PathBuf,
}

/// The file beside, which only its owner can read; it is gone when this is dropped.
struct Beside {
    path: PathBuf,
    file: File,
}

impl CassetteFile {
    /// Makes ready to write to `path`, before anything is sent that could then not be recorded.
    ///
    /// # Errors
    /// `invalid`, `unavailable` or `not found` if no file can be made there.
    pub fn create(path: &Path) -> Result<Self> {
        if path.is_dir() {
            return Err(cannot(path, Code::Invalid, "it is a directory"));
        }
        Beside::create(path).map(|_| Self { path: path.to_owned() })
    }

    /// Writes the cassette and puts it in its place.
    ///
    /// # Errors
    /// Those of [`Cassette::text`], and `unavailable` if the file cannot be written.
    pub fn save(self, cassette: &Cassette) -> Result<()> {
        let text = cassette.text()?;
        let mut beside = Beside::create(&self.path)?;
        let written = beside.file.write_all(text.as_bytes()).and_then(|()| beside.file.sync_all());
        written
            .and_then(|()| fs::rename(&beside.path, &self.path))
            .map_err(|error| cannot(&self.path, Code::Unavailable, &error.to_string()))
    }
}

impl Beside {
    fn create(path: &Path) -> Result<Self> {
        let name = path.file_name().ok_or_else(|| cannot(path, Code::Invalid, "it names no file"))?.to_string_lossy();
        let process = std::process::id();
        for number in 0..MOST_NAMES {
            let beside = path.with_file_name(format!(".{name}.{process}-{number}"));
            match private().open(&beside) {
                Ok(file) => return Ok(Self { path: beside, file }),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    return Err(cannot(path, Code::NotFound, "its directory does not exist"));
                }
                Err(error) => return Err(cannot(path, Code::Unavailable, &error.to_string())),
            }
        }
        Err(cannot(path, Code::Invalid, "there are too many unfinished files beside it"))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After a rename it is not there any more.
        let _ = fs::remove_file(&self.path);
    }
}

fn cannot(path: &Path, code: Code, reason: &str) -> Error {
    Error::new(code, format!("cannot write `{}`: {reason}", path.display()))
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
