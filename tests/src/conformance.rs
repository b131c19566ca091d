//! Cases of `conformance/*.jsonl`, and how our answers compare with them.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use fluxlet::Engine;
use serde_json::Value as Json;

use crate::{Ending, run};

/// A script and what the real Flux answers.
#[derive(Debug)]
pub struct Case {
    /// Unique in its file.
    pub name: String,
    /// The script; it binds `result` if a value is expected.
    pub script: String,
    /// What is expected.
    pub expected: Expected,
}

/// The answer of the real Flux.
#[derive(Debug)]
pub enum Expected {
    /// The script is accepted and binds no result.
    Accepted,
    /// The text of `display(v: result)`.
    Value(String),
    /// The script is refused before it runs, at this line and column where they are known.
    Check(Option<u32>, Option<u32>),
    /// The script fails when it runs.
    Run,
    /// The real one died; a value or an error will do.
    Crash,
}

/// How our answer compares.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The same, in stage, value and place.
    Same,
    /// Another answer: what it is.
    Different(String),
}

/// Returns the folder of the cases.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance")
}

/// Reads the names of the cases that may differ, from the table in `differences.md`.
///
/// # Errors
/// If the table cannot be read.
pub fn differences() -> io::Result<BTreeSet<String>> {
    let text = fs::read_to_string(folder().join("differences.md"))?;
    let name = |line: &str| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned());
    Ok(text.lines().filter_map(name).collect())
}

/// Reads the cases of one file.
///
/// # Errors
/// If the file cannot be read, or a line is no case.
pub fn read(path: &Path) -> io::Result<Vec<Case>> {
    let text = fs::read_to_string(path)?;
    text.lines().map(|line| case(line).ok_or_else(|| io::Error::other(format!("no case: {line}")))).collect()
}

/// Reads the cases of all files, in the order of their names.
///
/// # Errors
/// If a file cannot be read, or a line is no case.
pub fn read_all() -> io::Result<Vec<Case>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder())? {
        let path = entry?.path();
        // That file holds requests, not scripts.
        if path.extension().is_some_and(|extension| extension == "jsonl") && !path.ends_with("influxdb-http.jsonl") {
            paths.push(path);
        }
    }
    paths.sort();
    let cases: io::Result<Vec<Vec<Case>>> = paths.iter().map(|path| read(path)).collect();
    Ok(cases?.into_iter().flatten().collect())
}

fn case(line: &str) -> Option<Case> {
    let json: Json = serde_json::from_str(line).ok()?;
    let number = |key: &str| json[key].as_u64().and_then(|number| u32::try_from(number).ok());
    let expected = match (json.get("value"), json["stage"].as_str()) {
        (Some(Json::Null), _) => Expected::Accepted,
        (Some(value), _) => Expected::Value(value.as_str()?.to_owned()),
        (None, _) if json["crash"] == Json::Bool(true) => Expected::Crash,
        (None, Some("check")) => Expected::Check(number("line"), number("column")),
        (None, Some("run")) => Expected::Run,
        _ => return None,
    };
    Some(Case { name: json["name"].as_str()?.to_owned(), script: json["script"].as_str()?.to_owned(), expected })
}

/// Runs a case and compares.
pub fn compare(engine: &Engine, case: &Case) -> Verdict {
    let binds = match case.expected {
        Expected::Value(_) => true,
        Expected::Run | Expected::Crash => binds_result(&case.script),
        Expected::Accepted | Expected::Check(..) => false,
    };
    let script = match binds {
        true => format!("{}\ndie(msg: \"RESULT:\" + display(v: result) + \":END\")", case.script),
        false => case.script.clone(),
    };
    let ending = run(engine, &script);
    let shown = match &ending {
        Ending::Failed(error) => {
            let message = error.message();
            message.strip_prefix("RESULT:").and_then(|rest| rest.strip_suffix(":END")).map(str::to_owned)
        }
        _ => None,
    };
    match (&case.expected, &ending, shown) {
        (Expected::Crash, ..) | (Expected::Accepted, Ending::Done(_), _) => Verdict::Same,
        (Expected::Value(value), _, Some(shown)) if *value == shown => Verdict::Same,
        (Expected::Value(_), _, Some(shown)) => Verdict::Different(format!("value {shown:?}")),
        (Expected::Run, Ending::Failed(_), None) => Verdict::Same,
        (Expected::Check(line, column), Ending::Refused(_, our_line, our_column, message), _) => {
            if line.is_none_or(|line| line == *our_line) && column.is_none_or(|column| column == *our_column) {
                Verdict::Same
            } else {
                Verdict::Different(format!("refused at {our_line}:{our_column}: {message}"))
            }
        }
        (_, Ending::Refused(_, line, column, message), _) => {
            Verdict::Different(format!("refused at {line}:{column}: {message}"))
        }
        (_, Ending::Failed(error), None) => Verdict::Different(format!("failed: {}", error.chain())),
        (_, _, Some(shown)) => Verdict::Different(format!("value {shown:?}")),
        (_, Ending::Done(_), _) => Verdict::Different("accepted".to_owned()),
    }
}

fn binds_result(script: &str) -> bool {
    script.split("result").skip(1).any(|rest| {
        let rest = rest.trim_start();
        rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>")
    })
}
