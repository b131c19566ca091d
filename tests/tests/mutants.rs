//! Broken and crossed scripts: whatever the text, nothing panics, nothing hangs, and nothing is the runtime's own fault.
//!
//! The scripts of the conformance files are cut, doubled and crossed by a generator that always makes the same ones.
//! `FLUXLET_MUTANTS` sets how many; without it, a few seconds' worth.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use fluxlet::{Code, Completion, Context, Engine, Limits, Severity, format};
use fluxlet_tests::conformance;
use fluxlet_tests::random::Random;

/// How many mutants are tried without being told.
const MUTANTS: u64 = 3_000;

/// Pieces that make trouble in the middle of a script.
const PIECES: [&str; 24] = [
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "${",
    "|> f()",
    "=>",
    "<-",
    "with",
    "if true then ",
    " else ",
    "not ",
    "exists ",
    "-",
    "==",
    "=~ /a/",
    ".a",
    "[0]",
    "(x: 1)",
    ", ",
    "\n",
];

fn scripts() -> Vec<String> {
    let cases = conformance::read_all().expect("the cases can be read");
    let mut scripts: Vec<String> = cases.into_iter().map(|case| case.script).collect();
    scripts.sort_unstable();
    scripts
}

fn mutant(scripts: &[String], numbers: &mut Random) -> String {
    let mut text = scripts[numbers.below(scripts.len())].clone();
    for _ in 0..=numbers.below(4) / 2 {
        let at = boundary(&text, numbers);
        match numbers.below(6) {
            0 => text.insert_str(at, PIECES[numbers.below(PIECES.len())]),
            1 => text.truncate(at),
            2 => {
                let other = boundary(&text, numbers);
                let (start, end) = (at.min(other), at.max(other));
                text.replace_range(start..end, "");
            }
            3 => {
                let other = boundary(&text, numbers);
                let copied = text[at.min(other)..at.max(other)].to_owned();
                text.insert_str(at, &copied);
            }
            4 => {
                let donor = &scripts[numbers.below(scripts.len())];
                let piece = &donor[boundary(donor, numbers)..];
                text.insert_str(at, piece);
            }
            // Imports stand at the top: crossed scripts keep theirs.
            _ => {
                // Names of both must not clash all the time.
                let donor = scripts[numbers.below(scripts.len())].replace("result", &format!("r{at}"));
                text = format!("{text}\n{donor}");
                let (imports, rest): (Vec<&str>, Vec<&str>) =
                    text.lines().partition(|line| line.starts_with("import "));
                text = imports.into_iter().chain(rest).collect::<Vec<_>>().join("\n");
            }
        }
    }
    text
}

fn boundary(text: &str, numbers: &mut Random) -> usize {
    let mut at = numbers.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Asks what an editor asks; it has to be told the same as who compiles the text.
fn editor(engine: &Engine, text: &str, compiles: bool) -> Result<(), &'static str> {
    let compiler = engine.compiler();
    let analysis = compiler.analyze("mutant", text);
    let problems = analysis.diagnostics();
    let is_wrong = problems.iter().any(|problem| problem.severity == Severity::Error);
    // Test cases cannot be compiled by themselves.
    if compiles == is_wrong && !text.contains("testcase") {
        return Err("an editor is told something else");
    }
    let edits = problems.iter().flat_map(|problem| &problem.fix);
    if edits.into_iter().any(|edit| text.get(edit.span.range()).is_none()) {
        return Err("an edit is not in the text");
    }
    if let Some(problem) = problems.first() {
        let at = problem.span.start as usize;
        let fits = |completion: &Completion| text.get(completion.start..at).is_some();
        if !compiler.complete(text, at).iter().all(fits) {
            return Err("a completion is not in the text");
        }
        compiler.call_around(text, at);
    }
    Ok(())
}

#[test]
fn no_text_is_too_much() {
    let count = std::env::var("FLUXLET_MUTANTS").ok().and_then(|count| count.parse().ok()).unwrap_or(MUTANTS);
    let engine = Engine::new().expect("the standard library is whole");
    let scripts = scripts();
    let limits = Limits { steps: 200_000, memory: 16 << 20, time: Some(Duration::from_secs(20)), ..Limits::default() };
    let context = Context::new().with_limits(limits);
    let mut numbers = Random(1);
    let mut ran = 0;
    for index in 0..count {
        let text = mutant(&scripts, &mut numbers);
        let tried = catch_unwind(AssertUnwindSafe(|| {
            if let Ok(once) = format("mutant", &text) {
                let twice = format("mutant", &once).map_err(|_| "what was formatted does not parse")?;
                if once != twice {
                    return Err("formatting twice gives something else");
                }
            }
            let compiled = engine.compile(&text);
            editor(&engine, &text, compiled.is_ok())?;
            let Ok(program) = compiled else { return Ok(false) };
            match program.run_blocking(&context) {
                Err(error) if error.code() == Code::Internal => Err("the runtime is at fault"),
                Err(error) if error.code() == Code::DeadlineExceeded => Err("the run did not end"),
                _ => Ok(true),
            }
        }));
        match tried {
            Ok(Ok(has_run)) => ran += u64::from(has_run),
            Ok(Err(problem)) => panic!("mutant {index}: {problem}:\n{text}"),
            Err(_) => panic!("mutant {index} panicked:\n{text}"),
        }
    }
    println!("{count} mutants, of which {ran} ran");
    assert!(ran * 20 > count, "hardly any mutant ran");
}

/// Bytes and words in any order: each problem has its place in the text, between characters, and can be drawn.
#[test]
fn no_bytes_are_too_much() {
    let engine = Engine::new().expect("the standard library is whole");
    let mut numbers = Random(2);
    for index in 0..4_000 {
        let length = numbers.below(60);
        let text = match index % 3 {
            0 => {
                let bytes: Vec<u8> = (0..length).map(|_| numbers.draw() as u8).collect();
                String::from_utf8_lossy(&bytes).into_owned()
            }
            1 => (0..length).map(|_| char::from(32 + numbers.below(95) as u8)).collect(),
            _ => (0..length).map(|_| PIECES[numbers.below(PIECES.len())]).collect(),
        };
        let Err(error) = engine.compile(&text) else { continue };
        assert!(!error.diagnostics().is_empty(), "refused without a problem: {text:?}");
        for problem in error.diagnostics() {
            let spans = problem.labels.iter().map(|label| label.span).chain([problem.span]);
            for span in spans {
                assert!(text.get(span.range()).is_some(), "{span:?} is no part of {text:?}");
            }
        }
        assert!(!error.to_string().is_empty());
    }
}
