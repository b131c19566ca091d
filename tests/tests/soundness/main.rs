//! Programs made by chance: what is well typed is accepted, and what is accepted never fails for its types.
//!
//! The generator knows the type of each expression that it writes, and always makes the same programs. Half of them
//! have slips, which the checker may find or not; what it does not find must run. `FLUXLET_PROGRAMS` sets how many
//! programs are made; without it, a few seconds' worth.

mod made;

use std::time::Duration;

use fluxlet::{Code, Context, Engine, Limits, Results};
use fluxlet_tests::soundness::is_our_fault;
use fluxlet_tests::{Ending, conformance, run};
use made::Program;

/// How many programs are made without being told.
const PROGRAMS: u64 = 2_500;

/// The errors of the real Flux that no type tells in advance, and that these programs meet; beside them the limits.
const LATE: [&str; 6] = [
    "cannot divide by zero",
    "cannot mod zero",
    "cannot access element",
    "cannot convert",
    "is longer than any duration",
    "is outside the calendar",
];

fn programs() -> u64 {
    std::env::var("FLUXLET_PROGRAMS").ok().and_then(|count| count.parse().ok()).unwrap_or(PROGRAMS)
}

fn context() -> Context {
    let limits = Limits { steps: 200_000, memory: 32 << 20, time: Some(Duration::from_secs(20)), ..Limits::default() };
    Context::new().with_limits(limits)
}

/// Checks that each name holds what its type says.
fn check_values(program: &Program, results: &Results) {
    for (name, ty) in &program.names {
        let value = results.get(name).unwrap_or_else(|| panic!("`{name}` is not bound:\n{}", program.text));
        assert!(made::fits(value, ty), "`{name}` should be {ty:?}, but is {value}:\n{}", program.text);
    }
}

#[test]
fn well_typed_programs_are_accepted_and_keep_their_types() {
    let engine = Engine::new().expect("the standard library is whole");
    let context = context();
    let mut done = 0;
    for seed in 0..programs() {
        let made = made::program(seed, None);
        let program =
            engine.compile(&made.text).unwrap_or_else(|error| panic!("program {seed}:\n{error}\n{}", made.text));
        match program.run_blocking(&context) {
            Ok(results) => {
                check_values(&made, &results);
                done += 1;
            }
            Err(error) => {
                let late =
                    error.code() == Code::ResourceExhausted || LATE.iter().any(|part| error.message().contains(part));
                assert!(late && !is_our_fault(&made.text, &error), "program {seed}: {error:?}\n{}", made.text);
            }
        }
    }
    println!("{done} of {} programs ran to their end", programs());
    assert!(done * 2 > programs(), "most programs fail: {done}");
}

/// FUZ-04: the checker and the machine agree.
#[test]
fn accepted_programs_do_not_fail_for_their_types() {
    let engine = Engine::new().expect("the standard library is whole");
    let context = context();
    let (mut accepted, mut refused) = (0, 0);
    for seed in 0..programs() {
        let made = made::program(seed, Some(40));
        let Ok(program) = engine.compile(&made.text) else {
            refused += 1;
            continue;
        };
        accepted += 1;
        if let Err(error) = program.run_blocking(&context) {
            assert!(!is_our_fault(&made.text, &error), "program {seed}: {error:?}\n{}", made.text);
        }
    }
    println!("{accepted} programs were accepted, {refused} refused");
    assert!(accepted * 10 > programs() && refused * 10 > programs(), "{accepted} accepted, {refused} refused");
}

/// What fails in the real Flux, too, is not held against the checker.
#[test]
fn the_cases_of_the_real_flux_are_not_our_fault() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut blamed = Vec::new();
    for case in conformance::read_all().expect("the cases can be read") {
        if let Ending::Failed(error) = run(&engine, &case.script)
            && is_our_fault(&case.script, &error)
        {
            blamed.push(format!("{}: {error}", case.name));
        }
    }
    assert_eq!(blamed, [""; 0]);
}

/// A generator that only ever writes one kind of thing proves nothing.
#[test]
fn each_type_is_made() {
    let mut seen = [false; 12];
    for seed in 0..200 {
        for (_, ty) in made::program(seed, None).names {
            seen[ty.index()] = true;
        }
    }
    assert_eq!(seen, [true; 12]);
}
