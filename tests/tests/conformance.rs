//! Holds our answers against those of the real Flux: all agree, except for those that `differences.md` lists.

use std::collections::BTreeSet;
use std::path::Path;

use fluxlet::Engine;
use fluxlet_tests::conformance::{self, Expected, Verdict, compare};

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
        let path = conformance::folder().join(format!("{file}.jsonl"));
        let (counts, more) = differing(&engine, &path, &mut listed);
        println!("{file}: {counts}");
        wrong.extend(more);
    }
    assert!(wrong.is_empty(), "{} cases differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(listed.is_empty(), "listed as different, but they agree or are no cases: {listed:?}");
}

/// Tries the cases of another file, which the environment names.
#[test]
fn other_cases_can_be_tried() {
    let Ok(path) = std::env::var("FLUXLET_CASES") else { return };
    let engine = Engine::new().expect("the standard library is whole");
    let (_, wrong) = differing(&engine, Path::new(&path), &mut BTreeSet::new());
    assert!(wrong.is_empty(), "{} cases differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// Compares the cases of a file: how many agree, and what is wrong. Those in `listed` must differ, and are taken off it.
fn differing(engine: &Engine, path: &Path, listed: &mut BTreeSet<String>) -> (String, Vec<String>) {
    let mut wrong = Vec::new();
    let (mut values, mut failures) = ((0, 0), (0, 0));
    for case in conformance::read(path).expect("the cases can be read") {
        let verdict = compare(engine, &case);
        let (same, all) = match case.expected {
            Expected::Accepted | Expected::Value(_) => &mut values,
            _ => &mut failures,
        };
        *all += 1;
        match verdict {
            Verdict::Same => *same += 1,
            Verdict::Different(_) if listed.remove(&case.name) => {}
            Verdict::Different(answer) => {
                wrong.push(format!("{}: expected {:?}, {answer}\n{}", case.name, case.expected, case.script));
            }
        }
    }
    let counts = format!("{} of {} values, {} of {} failures agree", values.0, values.1, failures.0, failures.1);
    (counts, wrong)
}
