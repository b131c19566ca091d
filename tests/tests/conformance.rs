//! Holds our answers against those of the real Flux: all about the language agree, except for those that `differences.md`
//! lists; of those about the library, so many as ever agreed.

use std::collections::BTreeSet;
use std::path::Path;

use fluxlet::Engine;
use fluxlet_tests::conformance::{self, Case, Expected, Verdict, compare};

/// The files about the language.
const FILES: [&str; 4] = ["language-syntax", "language-types", "language-eval", "operators"];

#[test]
fn the_language_answers_as_the_real_flux() {
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

/// The files about the library, and how many of their cases agree at least.
const LIBRARY: [(&str, usize); 12] = [
    ("array", 62),
    ("convert", 258),
    ("date", 124),
    ("dict", 31),
    ("dynamic", 71),
    ("http", 67),
    ("influxdb-api", 40),
    ("json", 60),
    ("math", 105),
    ("misc", 177),
    ("regexp", 56),
    ("strings", 126),
];

/// Prints the counts; `FLUXLET_SHOW_DIFFERENCES` also shows what differs. Cases of packages that are not there wait for them.
#[test]
fn the_library_answers_as_the_real_flux() {
    let engine = Engine::new().expect("the standard library is whole");
    let show = std::env::var("FLUXLET_SHOW_DIFFERENCES").is_ok();
    let mut fallen = Vec::new();
    for (file, floor) in LIBRARY {
        let path = conformance::folder().join(format!("{file}.jsonl"));
        let (mut same, mut different, mut not_yet) = (0, 0, 0);
        for case in conformance::read(&path).expect("the cases can be read") {
            match compare(&engine, &case) {
                Verdict::Same => same += 1,
                Verdict::Different(_) if asks_for_a_missing_package(&engine, &case) => not_yet += 1,
                Verdict::Different(answer) => {
                    different += 1;
                    if show {
                        println!("{}: expected {:?}, {answer}\n{}\n", case.name, case.expected, case.script);
                    }
                }
            }
        }
        println!("{file}: {same} agree, {different} differ, {not_yet} not yet");
        if same < floor {
            fallen.push(format!("{file}: {same} agree, {floor} did"));
        }
    }
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}

fn asks_for_a_missing_package(engine: &Engine, case: &Case) -> bool {
    let known = |path: &str| engine.registry().packages().any(|package| package.path == path);
    case.imports().any(|path| !known(path))
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
