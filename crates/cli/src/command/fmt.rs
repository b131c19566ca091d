//! `fluxlet fmt`: scripts in the standard layout.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::arguments::FmtArguments;
use crate::difference::{self, Named};
use crate::failure::{Failure, Problem, Worst};
use crate::input::{STANDARD_INPUT, Script};
use crate::output;
use crate::report::Report;

/// How the names of scripts end that are looked for in a directory.
const EXTENSION: &str = "flux";

/// Formats each script; one that is wrong does not keep the others from being formatted.
///
/// # Errors
/// Those of files that cannot be read or written count before those of scripts with errors, these before those of the
/// layout.
pub(crate) fn fmt(arguments: &FmtArguments, report: &mut Report) -> Result<(), Failure> {
    let standard_input = arguments.files.iter().any(|path| path == Path::new(STANDARD_INPUT));
    if arguments.write && standard_input {
        return Err(Failure::usage("`--write` cannot write back to the standard input"));
    }
    if arguments.stdin_filename.is_some() && !standard_input {
        return Err(Failure::usage("`--stdin-filename` names the standard input, which has to be given as `-`"));
    }
    let mut worst = Worst::default();
    for path in &arguments.files {
        let scripts = scripts(path).unwrap_or_else(|failure| {
            report.failure(&failure);
            worst.add(&failure);
            Vec::new()
        });
        for script in scripts {
            match format(&script, arguments, report) {
                Ok(()) => {}
                Err(Failure::OutputClosed) => return Err(Failure::OutputClosed),
                Err(failure) => {
                    report.failure(&failure);
                    worst.add(&failure);
                }
            }
        }
    }
    worst.result()
}

/// Returns the scripts that a path stands for: those of a directory in the order of their names, without hidden
/// ones.
fn scripts(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path == Path::new(STANDARD_INPUT) || !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let mut open = vec![path.to_owned()];
    while let Some(directory) = open.pop() {
        let fail = |error: io::Error| {
            Failure::file(&directory, format!("cannot read the directory `{}`: {error}", directory.display()))
        };
        for entry in fs::read_dir(&directory).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            let kind = entry.file_type().map_err(fail)?;
            let path = entry.path();
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            // A link to a directory may lead back.
            if kind.is_dir() {
                open.push(path);
            } else if path.extension() == Some(OsStr::new(EXTENSION)) && path.is_file() {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn format(path: &Path, arguments: &FmtArguments, report: &mut Report) -> Result<(), Failure> {
    let mut script = Script::read(path)?;
    if let Some(name) = arguments.stdin_filename.as_ref().filter(|_| path == Path::new(STANDARD_INPUT)) {
        script.name.clone_from(name);
    }
    let formatted = fluxlet::format(&script.name, &script.text).map_err(|error| report.compile_error(&error))?;
    let changes = formatted != script.text;
    if arguments.write {
        return if changes { write(path, &formatted) } else { Ok(()) };
    }
    if arguments.diff {
        output::write_text(&difference(&script, &formatted))?;
    } else if !arguments.check {
        output::write_text(&formatted)?;
    }
    if arguments.check && changes {
        let message = format!("`{}` has another layout", script.name);
        return Err(Failure::Unmet(Problem { message, file: Some(path.display().to_string()) }));
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::file(path, format!("cannot write `{}`: {error}", path.display())))
}

/// Returns what would change, as `diff -u` shows it; nothing if nothing would.
fn difference(script: &Script, formatted: &str) -> String {
    let name = format!("{} (formatted)", script.name);
    difference::unified(Named { name: &script.name, text: &script.text }, Named { name: &name, text: formatted })
}
