//! Runs each example in the documentation of the standard library and in the documents as a test.
//!
//! An example is a fenced block in the comment of a declaration, or a Flux block of a document, whole enough to be copied
//! into a file: it brings its own imports. It runs; where an expression statement ends with `// => TEXT`, `display` of the
//! value gives that text, spaces and line breaks aside. An example without such a mark may end where it needs what is not
//! there: tables, a network, a secret. An example of a document without one is compiled only.

use std::fs;
use std::path::Path;

use fluxlet::{Code, Engine, Error, runtime};
use fluxlet_tests::{Ending, run};
use libtest_mimic::{Arguments, Failed, Trial};

/// What stands between an expression and the text of its value.
const MARK: &str = "// => ";

fn main() {
    let arguments = Arguments::from_args();
    let engine = Engine::new().expect("the standard library is whole");
    let mut trials = Vec::new();
    for package in engine.registry().packages() {
        for (declaration, script) in examples(package.source) {
            let engine = engine.clone();
            trials.push(Trial::test(format!("{}.{declaration}", package.path), move || check(&engine, &script)));
        }
    }
    assert!(!trials.is_empty(), "no example was found");
    for (name, script) in of_documents() {
        let engine = engine.clone();
        trials.push(Trial::test(name, move || {
            if script.contains(MARK) { check(&engine, &script) } else { compile(&engine, &script) }
        }));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// Returns the Flux blocks of the documents, each with its place.
fn of_documents() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    let (mut examples, mut folders) = (Vec::new(), vec![folder.clone()]);
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("the documents are readable").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&folder).expect("it is in the folder").display().to_string();
            let text = fs::read_to_string(&path).expect("a document is readable");
            let blocks = text.split("```flux\n").skip(1).filter_map(|rest| rest.split("```").next());
            let blocks = blocks.enumerate();
            examples.extend(blocks.map(|(index, block)| (format!("docs/{name} {}", index + 1), block.to_owned())));
        }
    }
    assert!(!examples.is_empty(), "no document has an example");
    examples
}

/// Returns the fenced blocks, each with the name of the declaration below it.
fn examples(text: &str) -> Vec<(String, String)> {
    let mut examples = Vec::new();
    let mut named = 0;
    let mut open = None;
    for line in text.lines() {
        match line.strip_prefix("//") {
            Some(comment) => {
                let comment = comment.strip_prefix(' ').unwrap_or(comment);
                if comment.trim_start().starts_with("```") {
                    match open.take() {
                        Some(script) => examples.push((String::new(), script)),
                        None => open = Some(String::new()),
                    }
                } else if let Some(script) = &mut open {
                    script.push_str(comment);
                    script.push('\n');
                }
            }
            None if named < examples.len() && !line.trim().is_empty() => {
                for (name, _) in &mut examples[named..] {
                    name.push_str(declared(line));
                }
                named = examples.len();
            }
            None => {}
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    examples
}

/// Returns the name that a line declares: of `builtin f : …`, `option f = …`, `f = …` or `package f`.
fn declared(line: &str) -> &str {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["builtin" | "option" | "package", name, ..] | [name, ..] => name,
        [] => "",
    }
}

fn compile(engine: &Engine, script: &str) -> Result<(), Failed> {
    engine.compile(script).map(drop).map_err(|error| format!("{error}").into())
}

fn check(engine: &Engine, script: &str) -> Result<(), Failed> {
    let results = match run(engine, script) {
        Ending::Done(results) => results,
        Ending::Failed(error) if !script.contains(MARK) && is_absence(&error) => return Ok(()),
        Ending::Refused(_, line, column, message) => return Err(format!("{line}:{column}: {message}").into()),
        Ending::Failed(error) => return Err(error.chain().into()),
    };
    let mut shown = Vec::new();
    for (span, value) in &results.values {
        let end = usize::try_from(span.end)?;
        shown.push((
            script[..end].lines().count(),
            runtime::display(value, 1 << 20).map_err(|error| error.to_string())?,
        ));
    }
    for (index, line) in script.lines().enumerate() {
        let Some((_, expected)) = line.split_once(MARK) else { continue };
        let found = shown.iter().find(|(end, _)| *end == index + 1);
        let (_, found) = found.ok_or_else(|| format!("no expression statement ends in line {}", index + 1))?;
        if packed(found) != packed(expected) {
            return Err(format!("line {}: expected\n{expected}\ngot\n{found}", index + 1).into());
        }
    }
    Ok(())
}

/// Tells whether a script failed because the empty context lacks something.
fn is_absence(error: &Error) -> bool {
    /// Parts of the errors of what a context may lack: a network, a secret, a server of its own.
    const ABSENT: [&str; 3] = ["has no HTTP client", "secret key", "outside InfluxDB"];
    let text = error.chain();
    error.code() == Code::Unimplemented || ABSENT.iter().any(|part| text.contains(part))
}

fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}
