//! That formatted programs mean the same, have the same comments, and stay as they are.

use std::fs;
use std::path::{Path, PathBuf};

use super::formatted;
use super::programs::program;
use crate::{Limits, Source, parse, print};

/// Checks everything that is true of each text and its formatted form.
#[track_caller]
fn check(name: &str, text: &str) {
    let printed = formatted(text);
    assert_eq!(tree(&printed), tree(text), "{name}: another tree\n{text}\n----\n{printed}");
    assert_eq!(comments(&printed), comments(text), "{name}: other comments\n{text}\n----\n{printed}");
    let again = formatted(&printed);
    assert_eq!(again, printed, "{name}: not stable\n{text}");
    assert!(printed.ends_with('\n'), "{name}");
}

/// Returns the tree without parentheses.
fn tree(text: &str) -> String {
    let parsed = parse(&Source::new("main", text), &Limits::default());
    assert_eq!(parsed.diagnostics, [], "{text}");
    print::without_parens(&print::file(&parsed.file))
}

fn comments(text: &str) -> Vec<String> {
    let parsed = parse(&Source::new("main", text), &Limits::default());
    parsed.file.comments.iter().map(|comment| text[comment.span.range()].trim_end().to_owned()).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "flux") {
            found.push(path);
        }
    }
}

#[test]
fn the_standard_library_means_the_same() {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../stdlib"), &mut found);
    assert!(!found.is_empty());
    for path in found {
        let text = fs::read_to_string(&path).expect("a text");
        check(&path.display().to_string(), &text);
    }
}

#[test]
fn made_programs_mean_the_same() {
    for seed in 0..1000 {
        check(&format!("program {seed}"), &program(seed, false));
        check(&format!("program {seed} with comments"), &program(seed, true));
    }
}

#[test]
fn deep_and_long_texts_are_printed() {
    for text in [
        format!("x = {}1{}", "(".repeat(78), ")".repeat(78)),
        format!("x = {}1{}", "[".repeat(78), "]".repeat(78)),
        format!("x = {}1", "() => ".repeat(78)),
        format!("x = {}1", "if a then b else ".repeat(78)),
        format!("x = {}1", "- ".repeat(176)),
        format!("x = 1{}", " + 1".repeat(176)),
        format!("x = 1{}", " |> f()".repeat(175)),
        format!("x = f{}", "(a: 1)".repeat(100)),
        format!("x = [{}]", "1, ".repeat(20_000)),
        format!("x = \"{}\"", "${a} ".repeat(20_000)),
        "x = 1 // a\n// b\n".repeat(5_000),
        format!("x = [{}]", "1 // a\n // b\n, ".repeat(5_000)),
    ] {
        let name: String = text.chars().take(20).collect();
        check(&name, &text);
    }
}
