//! What users read when a script is wrong: each `diagnostics/<name>.flux` is refused or fails, and is told as in
//! `<name>.txt`. `UPDATE_EXPECT=1` writes the texts anew.

use std::fs;
use std::path::{Path, PathBuf};

use fluxlet::{Context, Engine, Style, render_error};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("diagnostics")
}

/// Returns the scripts, in the order of their names.
fn scripts() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).expect("the folder is readable");
    let mut scripts: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    scripts.retain(|path| path.extension().is_some_and(|extension| extension == "flux"));
    scripts.sort();
    scripts
}

/// Returns what is told about a script.
fn told(engine: &Engine, name: &str, script: &str) -> String {
    match engine.compiler().compile(name, script) {
        Err(error) => error.to_string(),
        Ok(program) => match program.run_blocking(&Context::new()) {
            Err(error) => render_error(&error, Style::Plain),
            Ok(_) => "nothing is wrong".to_owned(),
        },
    }
}

#[test]
fn mistakes_are_told_as_expected() {
    let engine = Engine::new().expect("the standard library is whole");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let scripts = scripts();
    assert!(scripts.len() >= 80, "there are {} scripts", scripts.len());
    let mut wrong = Vec::new();
    for path in scripts {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let script = fs::read_to_string(&path).expect("a script is readable");
        let told = told(&engine, &name, &script) + "\n";
        let expected = path.with_extension("txt");
        if update {
            fs::write(&expected, &told).expect("the text can be written");
        } else if fs::read_to_string(&expected).unwrap_or_default() != told {
            wrong.push(told);
        }
    }
    assert!(
        wrong.is_empty(),
        "{} texts differ; UPDATE_EXPECT=1 writes them anew:\n\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
