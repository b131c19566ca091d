//! Reads scripts and other files, with bounds.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::failure::Failure;

/// The name that stands for the standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// Most bytes of a file.
const LONGEST: u64 = 16 << 20;

/// The text of a script and the name that messages give it.
pub(crate) struct Script {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Script {
    /// Wraps code of the command line.
    pub(crate) fn of_code(text: String) -> Self {
        Self { name: "<code>".to_owned(), text }
    }

    /// Reads a script from a file, or the standard input if it is called `-`.
    ///
    /// # Errors
    /// Those of [`read_text`].
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let text = read_text(path)?;
        let standard_input = path == Path::new(STANDARD_INPUT);
        let name = if standard_input { "<stdin>".to_owned() } else { path.display().to_string() };
        Ok(Self { name, text })
    }
}

impl Script {
    /// Reads a script that has something to say: an empty file is a mistake more often than a script.
    ///
    /// # Errors
    /// Those of [`Script::read`], and [`Failure::Usage`] for an empty text.
    pub(crate) fn read_filled(path: &Path) -> Result<Self, Failure> {
        let script = Self::read(path)?;
        if script.text.trim().is_empty() {
            return Err(Failure::file(path, format!("{} is empty: there is nothing to run", shown(path))));
        }
        Ok(script)
    }
}

/// Reads a text from a file, or the standard input if it is called `-`.
///
/// # Errors
/// [`Failure::Usage`] for what cannot be read, has more than 16 MiB, or is not UTF-8.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(read(path)?).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        Failure::file(path, format!("{} is not UTF-8 text: the byte at offset {offset} is wrong", shown(path)))
    })
}

/// Reads a file, or the standard input if it is called `-`.
///
/// # Errors
/// [`Failure::Usage`] for what cannot be read or has more than 16 MiB.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    read_up_to(path, LONGEST)
}

/// Reads a file, or the standard input if it is called `-`.
///
/// # Errors
/// [`Failure::Usage`] for what cannot be read or has more than `most` bytes.
pub(crate) fn read_up_to(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let bytes = if path == Path::new(STANDARD_INPUT) {
        read_from(io::stdin().lock(), most)
    } else {
        File::open(path).and_then(|file| read_from(file, most))
    };
    let bytes = bytes.map_err(|error| Failure::file(path, explain(path, &error)))?;
    if bytes.len() as u64 > most {
        let most = if most < 1 << 20 { format!("{most} bytes") } else { format!("{} MiB", most >> 20) };
        return Err(Failure::file(path, format!("{} has more than {most}", shown(path))));
    }
    Ok(bytes)
}

fn read_from(source: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn explain(path: &Path, error: &io::Error) -> String {
    let reason = match error.kind() {
        ErrorKind::NotFound => "it does not exist".to_owned(),
        ErrorKind::IsADirectory => "it is a directory".to_owned(),
        ErrorKind::PermissionDenied if path.is_dir() => "it is a directory".to_owned(),
        ErrorKind::PermissionDenied => "permission is denied".to_owned(),
        _ => error.to_string(),
    };
    format!("cannot read {}: {reason}", shown(path))
}

fn shown(path: &Path) -> String {
    if path == Path::new(STANDARD_INPUT) { "the standard input".to_owned() } else { format!("`{}`", path.display()) }
}
