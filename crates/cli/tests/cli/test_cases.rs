//! `fluxlet test`: which test cases run, and what is told of them.

use serde_json::{Value, json};

use crate::process::{Folder, fluxlet};

/// A file with a test case of each kind.
const KINDS: &str = r#"package kinds_test

import "testing"
import "fluxlet/expect"

increased = (v) => v + 1

testcase good { expect.equal(got: increased(v: 1), want: 2) }
testcase bad {
    got = increased(v: 1)
    expect.equal(got: got, want: 3)
}
testcase typed { x = 1 + "a" }
testcase slow {
    option testing.tags = ["slow"]
    die(msg: "ran")
}
"#;

fn kinds() -> Folder {
    let folder = Folder::new();
    folder.write("kinds_test.flux", KINDS);
    folder
}

/// Runs the command in a folder and checks its code and output; there must be no messages.
#[track_caller]
fn check(folder: &Folder, arguments: &[&str], code: i32, stdout: &str) {
    let outcome = fluxlet([&["test"], arguments].concat()).in_folder(folder).run();
    assert_eq!((outcome.code, outcome.stdout.as_str(), outcome.stderr.as_str()), (Some(code), stdout, ""));
}

/// Runs the command in a folder and checks the numbers that it ends with.
#[track_caller]
fn check_numbers(folder: &Folder, arguments: &[&str], [passed, failed, skipped]: [usize; 3]) {
    let outcome = fluxlet([&["test"], arguments].concat()).in_folder(folder).run();
    let found = passed + failed + skipped;
    let expected = format!("Found {found} tests: passed {passed}, failed {failed}, skipped {skipped}");
    assert_eq!(outcome.stdout.lines().last(), Some(expected.as_str()), "{arguments:?} {outcome:?}");
    assert_eq!(outcome.code, Some(i32::from(failed > 0)), "{arguments:?} {outcome:?}");
}

/// Runs the command in a folder and checks that nothing was run, and why.
#[track_caller]
fn check_refused(folder: &Folder, arguments: &[&str], code: i32, message: &str) {
    fluxlet([&["test"], arguments].concat()).in_folder(folder).check_failure(code, message);
}

#[test]
fn a_sign_for_each_and_the_failures() {
    let expected = "\
.xx

failures:

\tkinds_test.flux: bad ... fail: error while executing program: expected `3`, got `2`

error[invalid]: expected `3`, got `2`
  --> kinds_test.flux:11:5
   |
11 |     expect.equal(got: got, want: 3)
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = in `equal` called at kinds_test.flux:11:5

\tkinds_test.flux: typed ... fail: failed to compile: expected `int`, found `string`

";
    let folder = kinds();
    let outcome = fluxlet(["test"]).in_folder(&folder).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(1), ""), "{outcome:?}");
    assert!(outcome.stdout.starts_with(expected), "{outcome:?}");
    assert!(outcome.stdout.contains("  --> kinds_test.flux:13:26\n"), "{outcome:?}");
    assert!(outcome.stdout.ends_with("\n\n---\nFound 4 tests: passed 1, failed 2, skipped 1\n"), "{outcome:?}");
}

#[test]
fn a_line_for_each() {
    let folder = kinds();
    let expected = "kinds_test.flux: good ... success\n\n---\nFound 4 tests: passed 1, failed 0, skipped 3\n";
    check(&folder, &["-v", "--test", "good"], 0, expected);
    let program = "\
Full source for test case \"kinds_test.flux: good\"
// File: kinds_test.flux
package main

import \"testing\"

import \"fluxlet/expect\"

increased = (v) => v + 1

expect.equal(got: increased(v: 1), want: 2)

";
    check(&folder, &["-vv", "--test", "good"], 0, &format!("{program}{expected}"));
    let outcome = fluxlet(["test", "-v"]).in_folder(&folder).run();
    let line = "kinds_test.flux: bad ... fail: error while executing program: expected `3`, got `2`\n";
    assert!(outcome.stdout.contains(line), "{outcome:?}");
}

#[test]
fn which_run() {
    let folder = kinds();
    check_numbers(&folder, &["--test", "good"], [1, 0, 3]);
    check_numbers(&folder, &["--test", "good,bad", "--test", "typed"], [1, 2, 1]);
    check_numbers(&folder, &["--test", "kinds.good"], [1, 0, 3]);
    check_numbers(&folder, &["--test", "other.good"], [0, 0, 4]);
    check_numbers(&folder, &["--test", "slow", "--skip", "slow", "--skip-untagged"], [0, 1, 3]);
    check_numbers(&folder, &["--skip", "bad,kinds.typed"], [1, 0, 3]);
    check_numbers(&folder, &["--tags", "slow"], [1, 3, 0]);
    check_numbers(&folder, &["--tags", "slow,other", "--skip-untagged"], [0, 1, 3]);
    check_numbers(&folder, &["--skip-untagged"], [0, 0, 4]);
}

#[test]
fn files_and_folders() {
    let folder = kinds();
    folder.write("a/one_test.flux", "package one_test\ntestcase one {}\n");
    folder.write("a/b/two_test.flux", "package two_test\ntestcase two {}\n");
    folder.write("a/other.flux", "package other\ntestcase three {}\n");
    let end = |count: usize| format!("\n---\nFound {count} tests: passed {count}, failed 0, skipped 0\n");
    let (one, two) = ("a/one_test.flux: one ... success\n", "a/b/two_test.flux: two ... success\n");
    check(&folder, &["-v", "a"], 0, &format!("{two}{one}{}", end(2)));
    check(&folder, &["-v", "-p", "a/one_test.flux,a/b"], 0, &format!("{one}{two}{}", end(2)));
    check(&folder, &["a/b", "a/b/two_test.flux"], 0, &format!(".\n{}", end(1)));
    check(&folder, &["a/other.flux"], 0, &format!(".\n{}", end(1)));
    check_numbers(&folder, &[], [3, 2, 1]);
    let outside = Folder::new();
    outside.write("empty/file.txt", "");
    check(&outside, &["empty"], 0, &end(0));
    check_refused(&outside, &["nowhere"], 2, "cannot read `nowhere`: it does not exist");
}

#[test]
fn in_parallel_they_are_told_in_order() {
    let folder = Folder::new();
    let cases: String = (0..20).map(|index| format!("testcase t{index} {{ x = {index} }}\n")).collect();
    folder.write("many_test.flux", format!("package many_test\n{cases}"));
    let lines: String = (0..20).map(|index| format!("many_test.flux: t{index} ... success\n")).collect();
    let expected = format!("{lines}\n---\nFound 20 tests: passed 20, failed 0, skipped 0\n");
    check(&folder, &["-v", "--parallel", "3"], 0, &expected);
    check_refused(&folder, &["--parallel", "0"], 2, "--parallel");
}

#[test]
fn as_json() {
    let folder = kinds();
    let outcome = fluxlet(["test", "--message-format", "json", "--skip", "typed"]).in_folder(&folder).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(1), ""));
    let objects: Vec<Value> = outcome.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let case = |name: &str, line: u32, tags: &[&str], verdict: &str| {
        json!({
            "package": "kinds", "name": name, "file": "kinds_test.flux", "line": line, "column": 10, "tags": tags,
            "verdict": verdict,
        })
    };
    let mut bad = case("bad", 9, &[], "failed");
    bad["problems"] = json!([{
        "severity": "error", "code": "invalid", "stage": "run", "message": "expected `3`, got `2`",
        "file": "kinds_test.flux", "start": {"line": 11, "column": 5}, "end": {"line": 11, "column": 36},
        "trace": [{"function": "equal", "file": "kinds_test.flux", "line": 11, "column": 5}],
    }]);
    let expected = [
        case("good", 8, &[], "passed"),
        bad,
        case("typed", 13, &[], "skipped"),
        case("slow", 14, &["slow"], "skipped"),
    ];
    assert_eq!(objects, expected);
}

#[test]
fn files_that_are_wrong() {
    let folder = kinds();
    folder.write("wrong/a_test.flux", "package a_test\nx = +\n");
    check_refused(&folder, &[], 3, "wrong/a_test.flux:");
    let folder = kinds();
    folder.write("more_test.flux", "testcase a {}\n");
    check_refused(&folder, &[], 3, "must start with a `package` clause");
    let folder = kinds();
    folder.write("z/more_test.flux", "package kinds_test\ntestcase good {}\n");
    check_refused(&folder, &[], 3, "package `kinds` has two test cases `good`");
}

#[test]
fn modules_and_their_tags() {
    let folder = kinds();
    folder.write("fluxtest.root", r#"{"name": "mine", "tags": ["slow"]}"#);
    folder.write("sub/own_test.flux", "package own_test\ntestcase own extends \"mine/kinds_test.slow\" { super() }\n");
    check_numbers(&folder, &["sub", "--tags", "slow"], [0, 1, 0]);
    check_numbers(&folder, &["sub"], [0, 0, 1]);
    let outcome = fluxlet(["test", "sub", "--test", "own"]).in_folder(&folder).run();
    assert!(outcome.stdout.contains("  --> kinds_test.flux:16:5\n"), "{outcome:?}");
    check_refused(&folder, &["--tags", "fast"], 2, "`--tags fast`: the modules of these test cases list only `slow`");

    folder.write("fluxtest.root", "mine\n");
    check_refused(&folder, &[], 2, "has the tag `slow`, but `fluxtest.root` of module `mine` lists no tags");
    folder.write("fluxtest.root", "{\"name\": 1}");
    check_refused(&folder, &[], 2, "is not the JSON of a module");
    folder.write("fluxtest.root", "two words");
    check_refused(&folder, &[], 2, "must hold the name of a module");
    folder.write("fluxtest.root", r#"{"name": "mine", "tags": ["slow"]}"#);
    folder.write("sub/fluxtest.root", "mine");
    check_refused(&folder, &[], 2, "two modules are named `mine`");
}

#[test]
fn an_extended_test_case_that_is_not_there() {
    let folder = Folder::new();
    folder.write("own_test.flux", "package own_test\ntestcase own extends \"mine/other_test.x\" { super() }\n");
    let outcome = fluxlet(["test", "-v"]).in_folder(&folder).run();
    assert_eq!(outcome.code, Some(1));
    let line = "own_test.flux: own ... fail: failed to compile: there is no file of test cases `mine/other_test`\n";
    assert!(outcome.stdout.starts_with(line), "{outcome:?}");
}

#[test]
fn packages_and_variables_of_the_user() {
    let folder = Folder::new();
    folder.write("lib/pumps/pumps.flux", "package pumps\nspeed = (v) => v * 2\n");
    let text = "package pumps_test\nimport \"pumps\"\nimport \"fluxlet/expect\"\n\
        testcase t { expect.equal(got: pumps.speed(v: n), want: 6) }\n";
    folder.write("pumps_test.flux", text);
    check_numbers(&folder, &["--package-path", "lib", "--var", "n=3"], [1, 0, 0]);
    check_numbers(&folder, &["--package-path", "lib", "--var", "n=4"], [0, 1, 0]);
    check_numbers(&folder, &["--var", "n=3"], [0, 1, 0]);
    check_refused(&folder, &["--package-path", "nowhere"], 2, "`nowhere` is not a directory");
}

#[test]
fn each_has_a_demonstration_server_of_its_own() {
    let example = format!("{}/examples/buckets_test.flux", env!("CARGO_MANIFEST_DIR"));
    check_numbers(&Folder::new(), &["--demo", "--parallel", "2", &example], [3, 0, 0]);
}

#[test]
fn a_test_case_that_takes_too_long() {
    let folder = Folder::new();
    let text = "package long_test\nimport \"array\"\nten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\n\
        all = (fn) => array.map(arr: ten, fn: fn)\n\
        testcase long { all(fn: (x) => all(fn: (x) => all(fn: (x) => all(fn: (x) => all(fn: (x) => all(fn: (x) => \
        all(fn: (x) => all(fn: (x) => all(fn: (x) => all(fn: (x) => x)))))))))) }\ntestcase short {}\n";
    folder.write("long_test.flux", text);
    check_numbers(&folder, &["--timeout", "50ms"], [1, 1, 0]);
}

#[test]
fn colors_are_for_terminals() {
    let folder = kinds();
    let colored = |arguments: &[&str]| {
        let outcome = fluxlet([&["test"], arguments].concat()).in_folder(&folder).run();
        outcome.stdout.contains('\x1b')
    };
    assert!(!colored(&[]));
    assert!(colored(&["--color", "always"]));
}
