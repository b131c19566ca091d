//! What users read when a script is wrong: each `diagnostics/<name>.flux` is refused or fails, and is told as in
//! `<name>.txt`. `UPDATE_EXPECT=1` writes the texts anew. Each code of a diagnostic has a page whose examples hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fluxlet::{Context, Engine, Style, explain, render_diagnostic, render_error};

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
        Ok(program) => {
            let warning = |warning| render_diagnostic(program.source(), warning, Style::Plain);
            let mut told: Vec<String> = program.warnings().iter().map(warning).collect();
            told.extend(program.run_blocking(&Context::new()).err().map(|error| render_error(&error, Style::Plain)));
            if told.is_empty() { "nothing is wrong".to_owned() } else { told.join("\n\n") }
        }
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

/// Where diagnostics are made: files, and folders with all that is in them.
const MAKERS: [&str; 10] = [
    "syntax/src/lib.rs",
    "syntax/src/problem.rs",
    "syntax/src/problem",
    "runtime/src/types/declare.rs",
    "semantic/src",
    "interpreter/src/compile",
    "fluxlet/src/compile.rs",
    "fluxlet/src/session.rs",
    "fluxlet/src/testcase.rs",
    "fluxlet/src/testcase",
];

/// Codes of one word, which cannot be told from other strings.
const SHORT_CODES: [&str; 3] = ["internal", "limit", "reassigned"];

/// Codes whose mistake needs several files, a test runner or a very long text.
const WITHOUT_EXAMPLE: [&str; 16] = [
    "broken-package",
    "duplicate-testcase",
    "import-conflict",
    "import-cycle",
    "internal",
    "invalid-extends",
    "invalid-tags",
    "limit",
    "missing-package",
    "more-problems",
    "nested-too-deep",
    "no-expression",
    "text-too-large",
    "too-many-regexps",
    "type-too-large",
    "unknown-testcase",
];

#[test]
fn each_code_is_explained() {
    let mut used: BTreeSet<String> = SHORT_CODES.iter().map(|code| (*code).to_owned()).collect();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    for maker in MAKERS {
        collect(&crates.join(maker), &mut used);
    }
    let explained: BTreeSet<String> = explain::codes().map(str::to_owned).collect();
    assert_eq!(used, explained, "codes that are used, and codes that have a page");
}

/// Collects the strings of words joined by `-`.
fn collect(path: &Path, codes: &mut BTreeSet<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder of ours is readable").flatten() {
            if entry.file_name() != "tests" && entry.file_name() != "tests.rs" {
                collect(&entry.path(), codes);
            }
        }
        return;
    }
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_code = |text: &&str| text.contains('-') && text.split('-').all(is_word);
    codes.extend(text.split('"').filter(is_code).map(str::to_owned));
}

/// The first block of a page is told for the reason that the page explains, and the last one is accepted.
#[test]
fn the_examples_of_the_pages_hold() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut failures = Vec::new();
    for code in explain::codes() {
        let page = explain::explain(code).unwrap_or_else(|| panic!("{code} has no page"));
        assert!(page.starts_with(&format!("# {code}: ")), "{code} has another title");
        let blocks: Vec<&str> = page.split("```flux\n").skip(1).filter_map(|rest| rest.split("\n```").next()).collect();
        let [wrong, right] = blocks[..] else {
            assert!(blocks.is_empty() && WITHOUT_EXAMPLE.contains(&code), "{code} has {} examples", blocks.len());
            continue;
        };
        let found = match engine.compile(wrong) {
            Ok(program) => program.warnings().to_vec(),
            Err(error) => error.diagnostics().to_vec(),
        };
        let found: Vec<&str> = found.iter().map(|diagnostic| diagnostic.code).collect();
        let mended = engine.compile(right).map_or_else(
            |error| Some(error.to_string()),
            |program| (!program.warnings().is_empty()).then(|| "a warning".to_owned()),
        );
        if found != [code] || mended.is_some() {
            failures.push(format!("{code}: {found:?}, mended: {mended:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Large types are told in short texts.
#[test]
fn texts_are_short() {
    let long = "n".repeat(5_000);
    let fields = |last: &str| {
        let fields: Vec<String> = (0..100).map(|index| format!("{long}{index}: {last}")).collect();
        format!("{{{}}}", fields.join(", "))
    };
    let few = |last: &str| {
        let fields: Vec<String> = (0..300).map(|index| format!("field_of_a_large_record_{index}: {last}")).collect();
        format!("{{{}}}", fields.join(", "))
    };
    let parameters: Vec<String> = (0..300).map(|index| format!("parameter_{index}")).collect();
    let deep = (0..100).fold("1".to_owned(), |inner, index| format!("{{a{index}: {inner}}}"));
    let other = (0..100).fold("\"\"".to_owned(), |inner, index| format!("{{a{index}: {inner}}}"));
    let engine = Engine::new().expect("the standard library is whole");
    for script in [
        format!("x = {} + 1", few("1")),
        format!("x = [{}, {}]", few("1"), few("\"a\"")),
        format!("x = {}.b", few("1")),
        format!("f = ({}) => 1\nx = f()", parameters.join(", ")),
        format!("f = ({}) => 1\nx = f(parameter_1: 1, b: 2)", parameters.join(", ")),
        format!("f = ({}) => 1\nx = f + 1", parameters.join(", ")),
        format!("x = [{deep}, {other}]"),
        format!("x = {long}"),
        format!("x = {{a: 1}}.{long}"),
        format!("x = [{{a: 1}}, {{{long}: 1}}]"),
        format!("x = length({long}: 1)"),
        format!("import \"{long}\""),
        format!("x = {}.b", fields("1")),
    ] {
        let error = engine.compile(&script).expect_err("it is wrong");
        for problem in error.diagnostics() {
            let labels = problem.labels.iter().map(|label| &label.message);
            for text in labels.chain([&problem.message]).chain(&problem.notes).chain(&problem.help) {
                assert!(text.len() <= 1024, "{} bytes: {text}", text.len());
            }
        }
    }
}
