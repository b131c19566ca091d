//! Holds our answers against those of the real Flux, and prints how many agree.

use fluxlet::Engine;
use fluxlet_tests::conformance::{self, Expected, Verdict, compare};

/// The files, and how many in a thousand of their values and of their failures must agree.
const FILES: [&str; 4] = ["language-syntax", "language-types", "language-eval", "operators"];

#[test]
fn the_language_answers_as_the_real_flux() {
    let engine = Engine::new().expect("the standard library is whole");
    let show = std::env::var("FLUXLET_SHOW_DIFFERENCES").is_ok();
    let mut values = Tally::default();
    let mut failures = Tally::default();
    for file in FILES {
        let path = conformance::folder().join(format!("{file}.jsonl"));
        let (mut file_values, mut file_failures) = (Tally::default(), Tally::default());
        for case in conformance::read(&path).expect("the cases can be read") {
            let tally = match case.expected {
                Expected::Value(_) | Expected::Accepted => &mut file_values,
                Expected::Check(..) | Expected::Run | Expected::Crash => &mut file_failures,
            };
            let verdict = compare(&engine, &case);
            if show && verdict != (Verdict::Same { column: true }) {
                println!("{}: expected {:?}: {verdict:?}\n{}\n", case.name, case.expected, case.script);
            }
            tally.count(&verdict);
        }
        println!("{file}: values {file_values}, failures {file_failures}");
        values.add(&file_values);
        failures.add(&file_failures);
    }
    println!("all: values {values}, failures {failures}");
    assert!(values.same * 10 >= values.all * 9, "fewer than 90 % of the values agree: {values}");
    assert!(failures.same * 10 >= failures.all * 9, "fewer than 90 % of the failures agree: {failures}");
}

#[derive(Default)]
struct Tally {
    all: usize,
    same: usize,
    column: usize,
}

impl Tally {
    fn count(&mut self, verdict: &Verdict) {
        self.all += 1;
        if let Verdict::Same { column } = verdict {
            self.same += 1;
            self.column += usize::from(*column);
        }
    }

    fn add(&mut self, other: &Tally) {
        self.all += other.all;
        self.same += other.same;
        self.column += other.column;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} of {} ({} to the column)", self.same, self.all, self.column)
    }
}
