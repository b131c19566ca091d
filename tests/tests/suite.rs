//! Runs each script of `suite/` as a test of its name.
//!
//! A script holds one case, or several under headings `// --- NAME`. The lines `//= TEXT` right below an expression
//! statement are what `display` gives for it, line by line; each line `//! TEXT` is part of the error that ends the case:
//! of the chain of messages if it ran, of `LINE:COLUMN: MESSAGE` if it was refused, where lines count from the heading.
//!
//! What is expected is what the real Flux answers, but for the wording of messages; a comment says so where it answers
//! otherwise. A line that starts with `[`, `(`, `-` or `/` continues the one above, so such values stand in `display(v: …)`.

use std::fs;
use std::path::{Path, PathBuf};

use fluxlet::{Engine, runtime};
use fluxlet_tests::{Ending, run};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let engine = Engine::new().expect("the standard library is whole");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut trials = Vec::new();
    for path in files {
        let name = path.strip_prefix(&root).unwrap_or(&path).with_extension("").display().to_string();
        let text = fs::read_to_string(&path).expect("a script is readable");
        for (case, script) in cases(&text) {
            let engine = engine.clone();
            let name = if case.is_empty() { name.clone() } else { format!("{name}::{case}") };
            trials.push(Trial::test(name, move || check(&engine, &script)));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the suite is readable").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "flux") {
            files.push(path);
        }
    }
}

/// Splits a file at its headings.
fn cases(text: &str) -> Vec<(String, String)> {
    let mut cases = vec![(String::new(), String::new())];
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("// --- ") {
            cases.push((name.trim().to_owned(), String::new()));
        } else if let Some((_, script)) = cases.last_mut() {
            script.push_str(line);
            script.push('\n');
        }
    }
    cases.retain(|(name, script)| !name.is_empty() || script.contains("//=") || script.contains("//!"));
    cases
}

fn check(engine: &Engine, script: &str) -> Result<(), Failed> {
    let marked = |mark: &str| -> Vec<String> {
        let lines = script.lines().filter_map(|line| line.strip_prefix(mark));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect()
    };
    let (expected, errors) = (marked("//="), marked("//!"));
    if expected.is_empty() && errors.is_empty() {
        return Err("the case expects nothing".into());
    }
    let (shown, error) = match run(engine, script) {
        Ending::Done(results) => {
            let values = results.values.iter().map(|(_, value)| runtime::display(value, 1 << 20));
            (values.collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?, String::new())
        }
        Ending::Refused(_, line, column, message) => (Vec::new(), format!("{line}:{column}: {message}")),
        Ending::Failed(error) => (Vec::new(), error.chain()),
    };
    if error.is_empty() != errors.is_empty() {
        return Err(format!("expected the errors {errors:?}, got {error:?} and {shown:?}").into());
    }
    if let Some(wanted) = errors.iter().find(|wanted| !error.contains(*wanted)) {
        return Err(format!("expected an error with {wanted:?}, got {error:?}").into());
    }
    let (shown, expected) = (shown.join("\n"), expected.join("\n"));
    if error.is_empty() && shown != expected {
        return Err(format!("expected\n{expected}\ngot\n{shown}").into());
    }
    Ok(())
}
