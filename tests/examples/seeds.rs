//! Writes the scripts of `suite` and `conformance` into a folder, a file each: seeds for the fuzzer.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use fluxlet_tests::conformance;

fn main() -> Result<(), Box<dyn Error>> {
    let target = PathBuf::from(std::env::args_os().nth(1).ok_or("give the folder to write to")?);
    fs::create_dir_all(&target)?;
    for case in conformance::read_all()? {
        fs::write(target.join(&case.name), &case.script)?;
    }
    for (index, path) in files(&conformance::folder().with_file_name("suite"))?.iter().enumerate() {
        fs::copy(path, target.join(format!("suite-{index}")))?;
    }
    Ok(())
}

/// Returns the files of a folder and of those in it.
fn files(folder: &Path) -> Result<Vec<PathBuf>, std::io::Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => found.extend(files(&path)?),
            false => found.push(path),
        }
    }
    Ok(found)
}
