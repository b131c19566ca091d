//! Holds our answers against those of the real Flux: all agree, except for those that `differences.md` lists.

use std::collections::BTreeSet;
use std::path::Path;

use fluxlet::Engine;
use fluxlet_tests::conformance::{self, Case, Expected, Verdict, compare};

/// The files about the language and about the library.
const FILES: [&str; 16] = [
    "language-syntax",
    "language-types",
    "language-eval",
    "operators",
    "array",
    "convert",
    "date",
    "dict",
    "dynamic",
    "http",
    "influxdb-api",
    "json",
    "math",
    "misc",
    "regexp",
    "strings",
];

#[test]
fn scripts_answer_as_in_the_real_flux() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut listed = conformance::differences().expect("the list of differences can be read");
    let mut wrong = Vec::new();
    for file in FILES {
        println!("{file}: {}", counts(&engine, file));
        wrong.extend(differing(&engine, &conformance::folder().join(format!("{file}.jsonl")), &mut listed));
    }
    assert!(wrong.is_empty(), "{} cases differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(listed.is_empty(), "listed as different, but they agree or are no cases: {listed:?}");
}

/// Returns how many values and how many failures of a file agree.
fn counts(engine: &Engine, file: &str) -> String {
    let path = conformance::folder().join(format!("{file}.jsonl"));
    let cases = conformance::read(&path).expect("the cases can be read");
    let (values, failures): (Vec<Case>, Vec<Case>) =
        cases.into_iter().partition(|case| matches!(case.expected, Expected::Accepted | Expected::Value(_)));
    let same = |cases: &[Case]| cases.iter().filter(|case| compare(engine, case) == Verdict::Same).count();
    let (same_values, same_failures) = (same(&values), same(&failures));
    format!("{same_values} of {} values, {same_failures} of {} failures agree", values.len(), failures.len())
}

/// Tries the cases of another file, which the environment names, and prints what differs.
#[test]
fn other_cases_can_be_tried() {
    let Ok(path) = std::env::var("FLUXLET_CASES") else { return };
    let engine = Engine::new().expect("the standard library is whole");
    let wrong = differing(&engine, Path::new(&path), &mut BTreeSet::new());
    println!("{} cases differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// Compares the cases of a file. Those in `listed` must differ, and are taken off it.
fn differing(engine: &Engine, path: &Path, listed: &mut BTreeSet<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for case in conformance::read(path).expect("the cases can be read") {
        if let Verdict::Different(answer) = compare(engine, &case)
            && !listed.remove(&case.name)
        {
            wrong.push(format!("{}: expected {:?}, {answer}\n{}", case.name, case.expected, case.script));
        }
    }
    wrong
}
