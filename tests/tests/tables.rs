//! Holds our verdicts on scripts with tables against those of the real Flux: accepted, or refused at the same place.
//!
//! The verdicts stand in `conformance/tables.jsonl`. If the variable `FLUXLET_ORACLE` names the folder of the real `flux`,
//! it is asked, too.

use std::path::PathBuf;
use std::process::Command;

use fluxlet::Engine;
use fluxlet_tests::conformance::{self, Case, Expected};

/// What is said of a script: nothing, or line and column (in characters) of its first mistake.
type Verdict = Option<(u32, u32)>;

#[test]
fn scripts_with_tables_are_checked_as_the_real_flux_does() {
    let engine = Engine::new().expect("the standard library is whole");
    let oracle = std::env::var_os("FLUXLET_ORACLE").map(|folder| PathBuf::from(folder).join("flux"));
    let mut wrong = Vec::new();
    for case in conformance::read(&conformance::folder().join("tables.jsonl")).expect("the cases can be read") {
        let expected = expected(&case);
        let found = check(&engine, &case.script);
        if found != expected {
            wrong.push(format!("{}: expected {expected:?}, found {found:?}\n{}", case.name, case.script));
        }
        if let Some(oracle) = &oracle {
            let real = ask(oracle, &case.script);
            if real != expected {
                wrong.push(format!("{}: the real one says {real:?}, not {expected:?}\n{}", case.name, case.script));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

fn expected(case: &Case) -> Verdict {
    match case.expected {
        Expected::Accepted => None,
        Expected::Check(Some(line), Some(column)) => Some((line, column)),
        _ => panic!("{} has no verdict", case.name),
    }
}

fn check(engine: &Engine, script: &str) -> Verdict {
    let error = engine.compile(script).err()?;
    let first = error.diagnostics().first().expect("an error has a first problem");
    let place = error.source_text().position(first.span.start);
    Some((place.line, place.column))
}

/// Asks the real one for its verdict: the script ends before it does anything.
fn ask(oracle: &PathBuf, script: &str) -> Verdict {
    const END: &str = "die(msg: \"nothing to refuse\")";
    let imports = script.lines().filter(|line| line.starts_with("import ")).count();
    let mut lines: Vec<String> = script.lines().map(str::to_owned).collect();
    let more = match imports.checked_sub(1) {
        Some(last) => {
            lines[last] = format!("{} {END}", lines[last]);
            0
        }
        None => {
            lines.insert(0, END.to_owned());
            1
        }
    };
    let output = Command::new(oracle).args(["-e", &lines.join("\n")]).output().expect("the real one runs");
    let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    let (_, place) = text.split_once("┌─ main:")?;
    let mut numbers = place.split([':', '\n']).map(|number| number.trim().parse::<u32>().expect("a place"));
    let (line, column) = (numbers.next()?, numbers.next()?);
    Some((line - more, column))
}
