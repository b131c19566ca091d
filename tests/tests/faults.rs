//! The register of faults and abuses: every case is tested under its name, or says why it is not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// One group of cases, `ARG-01` to `ARG-27`.
struct Group {
    name: String,
    title: String,
    cases: usize,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are a member of the workspace").to_owned()
}

/// Returns the cells of the rows of a table in Markdown.
fn rows(text: &str) -> impl Iterator<Item = Vec<String>> + '_ {
    text.lines().filter(|line| line.starts_with("| ")).map(|line| {
        let cells = line.trim_matches('|').split(" | ");
        cells.map(|cell| cell.trim().to_owned()).collect()
    })
}

/// Reads the groups, and the cases without a test with their reasons.
fn register() -> (Vec<Group>, BTreeMap<String, String>) {
    let text = fs::read_to_string(root().join("tests/faults/register.md")).expect("the register is readable");
    let (mut groups, mut reasons) = (Vec::new(), BTreeMap::new());
    for row in rows(&text) {
        match row.as_slice() {
            [name, title, cases] if name.len() == 3 => {
                let cases = cases.parse().unwrap_or_else(|_| panic!("group {name}: `{cases}` is not a number"));
                groups.push(Group { name: name.clone(), title: title.clone(), cases });
            }
            [case, reason] if case.contains('-') => {
                assert!(reasons.insert(case.clone(), reason.clone()).is_none(), "{case} stands twice");
            }
            _ => {}
        }
    }
    (groups, reasons)
}

/// Returns every test file of the project: Rust tests, suite files and fuzz targets.
fn tests(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of ours is readable").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if name != "target" && name != "corpus" {
                tests(&path, files);
            }
        } else if path.extension().is_some_and(|found| found == "rs" || found == "flux") {
            let inside = path.strip_prefix(root()).unwrap_or(&path);
            let in_tests = inside.components().any(|part| part.as_os_str() == "tests");
            if (in_tests || name == "tests.rs") && name != "faults.rs" {
                files.push(path);
            }
        }
    }
}

/// Adds the cases that a text names, as `ARG-01` in data or as `arg_01` in a function's name.
fn named(text: &[u8], groups: &[Group], found: &mut BTreeSet<String>) {
    for (at, word) in text.windows(6).enumerate() {
        let Ok(case) = str::from_utf8(word) else { continue };
        let case = case.to_ascii_uppercase().replace('_', "-");
        let Some((name, number)) = case.split_once('-') else { continue };
        let longer = text.get(at + 6).is_some_and(u8::is_ascii_digit);
        if !longer && number.parse::<u8>().is_ok() && groups.iter().any(|group| group.name == name) {
            found.insert(case);
        }
    }
}

#[test]
fn every_case_is_tested_or_says_why_not() {
    let (groups, reasons) = register();
    let mut files = Vec::new();
    tests(&root().join("crates"), &mut files);
    tests(&root().join("tests"), &mut files);
    let mut found = BTreeSet::new();
    for file in &files {
        let text = fs::read(file).expect("a test is readable");
        named(&text, &groups, &mut found);
    }

    let mut wrong = Vec::new();
    println!("{:<4} {:<44} {:>5} {:>6} {:>8}", "", "", "cases", "tested", "reasoned");
    let mut sums = [0; 3];
    for group in &groups {
        let (mut tested, mut reasoned) = (0, 0);
        for number in 1..=group.cases {
            let case = format!("{}-{number:02}", group.name);
            match (found.contains(&case), reasons.contains_key(&case)) {
                (true, false) => tested += 1,
                (false, true) => reasoned += 1,
                (true, true) => wrong.push(format!("{case} is tested: its row in the register is stale")),
                (false, false) => wrong.push(format!("{case} has neither a test nor a reason")),
            }
        }
        println!("{:<4} {:<44} {:>5} {tested:>6} {reasoned:>8}", group.name, group.title, group.cases);
        sums = [sums[0] + group.cases, sums[1] + tested, sums[2] + reasoned];
    }
    println!("{:<4} {:<44} {:>5} {:>6} {:>8}", "", "all", sums[0], sums[1], sums[2]);
    assert!(sums[0] > 400, "the register was not read");
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}
