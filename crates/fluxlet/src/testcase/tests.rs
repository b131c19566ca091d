//! Files of test cases, and what becomes of each of them.

use std::io;

use fluxlet_runtime::Context;
use fluxlet_syntax::Source;

use crate::{Engine, Sources, Style, TestCase, at_assertion, duplicate_testcase, render_error, testcases};

/// Files by the paths that `extends` names them by.
struct Files<'a>(&'a [(&'a str, &'a str)]);

impl Sources for Files<'_> {
    fn find(&self, path: &str) -> io::Result<Option<Source>> {
        let found = self.0.iter().find(|(known, _)| *known == path);
        Ok(found.map(|(path, text)| Source::new(format!("{path}.flux"), *text)))
    }
}

const NONE: Files<'static> = Files(&[]);

/// Returns what a test case comes to: `ok`, or the place and the message of its first problem, with the places that its
/// notes name.
fn verdict(case: &TestCase) -> String {
    let engine = Engine::new().expect("the standard library is whole");
    let program = match case.compile(engine.compiler()) {
        Ok(program) => program,
        Err(error) => {
            let problem = &error.diagnostics()[0];
            let source = error.source_text();
            let notes: Vec<&str> =
                problem.notes.iter().map(String::as_str).filter(|note| note.contains(".flux:")).collect();
            let notes = notes.join("; ");
            return format!("{}:{} {} [{notes}]", source.name(), source.position(problem.span.start), problem.message);
        }
    };
    match program.run_blocking(&Context::new()) {
        Ok(_) => "ok".to_owned(),
        Err(error) => {
            let error = at_assertion(&error);
            let frame = &error.trace()[0];
            format!("{}:{} {}", frame.source.name(), frame.source.position(frame.span.start), error.message())
        }
    }
}

/// Checks what the test cases of a file come to.
#[track_caller]
fn check(text: &str, files: &[(&str, &str)], expected: &[(&str, &str)]) {
    let cases = testcases(&Source::new("own_test.flux", text), &Files(files)).expect("the file is right");
    let found: Vec<(&str, String)> = cases.iter().map(|case| (case.name(), verdict(case))).collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(name, verdict)| (*name, verdict.as_str())).collect();
    assert_eq!(found, expected);
}

/// Checks what is wrong with a whole file.
#[track_caller]
fn check_file(text: &str, expected: &str) {
    let error = testcases(&Source::new("own_test.flux", text), &NONE).expect_err("the file is wrong");
    let problem = &error.diagnostics()[0];
    assert_eq!(format!("{} {}", error.source_text().position(problem.span.start), problem.message), expected);
}

#[test]
fn each_test_case_is_a_program() {
    let text = r#"package own_test

import "fluxlet/expect"

option now = () => 2030-01-01T00:00:00Z
one = 1

testcase first {
    two = one + 1
    expect.equal(got: two, want: 2)
}

three = one + 2

testcase second { expect.equal(got: three, want: 4) }
testcase third { two = one + "a" }
testcase fourth { now = 1 }
testcase fifth { expect.equal(got: now(), want: 2030-01-01T00:00:00Z) }
testcase sixth { option now = () => 2031-01-01T00:00:00Z }
"#;
    let expected = [
        ("first", "ok"),
        ("second", "own_test.flux:15:19 expected `4`, got `3`"),
        ("third", "own_test.flux:16:30 expected `int`, found `string` []"),
        ("fourth", "own_test.flux:17:19 `now` is a variable and an option []"),
        ("fifth", "ok"),
        ("sixth", "own_test.flux:19:18 option `now` is set twice []"),
    ];
    check(text, &[], &expected);
}

#[test]
fn options_of_a_body_are_options_of_the_program() {
    let text = "package own_test\nimport \"fluxlet/expect\"\nimport \"date\"\ntestcase t {\n\
        option now = () => 2030-05-06T00:00:00Z\nexpect.equal(got: date.month(t: now()), want: 5) }";
    check(text, &[], &[("t", "ok")]);
}

const PARENT: &str = r#"package parent_test

import "fluxlet/expect"
import "testing"

scale = 10
grown = (v) => v * scale

testcase base {
    option testing.tags = ["slow"]
    expect.equal(got: grown(v: given), want: 20)
}
testcase late { die(msg: "late") }
testcase broken { x = 1 + "a" }
testcase again extends "m/x.y" { super() }
"#;

#[test]
fn a_test_case_that_extends_another() {
    let text = r#"package own_test
own = 2
testcase good extends "m/parent_test.base" {
    given = own
    super()
}
testcase bad extends "m/parent_test.base" {
    given = own + 1
    super()
}
testcase without extends "m/parent_test.base" { x = grown(v: 1) + own }
testcase dies extends "m/parent_test.late" { super() }
testcase untyped extends "m/parent_test.broken" { super() }
testcase twice extends "m/parent_test.late" {
    x = 1
    super()
    super()
}
testcase clash extends "m/parent_test.late" { scale = 1 }
"#;
    let expected = [
        ("good", "ok"),
        ("bad", "m/parent_test.flux:11:5 expected `20`, got `30`"),
        ("without", "ok"),
        ("dies", "m/parent_test.flux:13:17 late"),
        ("untyped", "m/parent_test.flux:14:27 expected `int`, found `string` []"),
        ("twice", "own_test.flux:17:5 undefined name `super` []"),
        (
            "clash",
            "own_test.flux:19:47 variable `scale` is assigned twice [m/parent_test.flux:6:1: first assigned here]",
        ),
    ];
    check(text, &[("m/parent_test", PARENT)], &expected);
}

#[test]
fn a_test_case_that_extends_one_of_its_file() {
    let text = "package own_test\nx = 1\ntestcase a { die(msg: y) }\n\
        testcase b extends \"m/own_test.a\" {\n y = \"of b\"\n super() }";
    let expected = [("a", "own_test.flux:3:23 undefined name `y` []"), ("b", "own_test.flux:3:14 of b")];
    check(text, &[("m/own_test", text)], &expected);
}

#[test]
fn a_test_case_that_cannot_be_extended() {
    let text = r#"package own_test
import strings "math"
testcase file extends "m/other_test.base" {}
testcase name extends "m/parent_test.other" {}
testcase path extends "base" {}
testcase dots extends "../parent_test.base" {}
testcase grand extends "m/parent_test.again" {}
testcase wrong extends "m/wrong_test.x" {}
testcase conflict extends "m/conflict_test.x" {}
"#;
    let files = [
        ("m/parent_test", PARENT),
        ("m/wrong_test", "package wrong_test\nx = +\n"),
        ("m/conflict_test", "package conflict_test\nimport \"strings\"\ntestcase x {}\n"),
    ];
    let cases = testcases(&Source::new("own_test.flux", text), &Files(&files)).expect("the file is right");
    let verdicts: Vec<String> = cases.iter().map(verdict).collect();
    let expected = [
        "own_test.flux:3:23 there is no file of test cases `m/other_test`",
        "own_test.flux:4:23 `m/parent_test` has no test case `other`",
        "own_test.flux:5:23 `base` names no test case",
        "own_test.flux:6:23 `../parent_test.base` names no test case",
        "own_test.flux:7:24 test case `again` extends another itself",
        "m/wrong_test.flux:",
        "own_test.flux:2:1 `strings` stands for two packages",
    ];
    assert_eq!(verdicts.len(), expected.len());
    for (found, expected) in verdicts.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found:?} does not start with {expected:?}");
    }
    assert!(verdicts[6].ends_with("[m/conflict_test.flux:2:1: here it is `strings`]"), "{}", verdicts[6]);
}

#[test]
fn files_that_are_wrong() {
    check_file("testcase a {}", "1:1 a file with test cases must start with a `package` clause");
    check_file("package p\nx = 1\ntestcase a {}\ntestcase a {}", "4:10 package `p` has two test cases `a`");
    let tags = "`testing.tags` must be an array of strings without interpolation";
    let file = |value: &str| format!("package p\nimport \"testing\"\ntestcase a {{ option testing.tags = {value} }}");
    check_file(&file("[\"a\", \"${1}\"]"), &format!("3:42 {tags}"));
    check_file(&file("x"), &format!("3:36 {tags}"));
    let error = testcases(&Source::new("own_test.flux", "package p\ntestcase {"), &NONE).expect_err("no Flux");
    assert_eq!(error.diagnostics()[0].stage, crate::Stage::Parse);
}

#[test]
fn names_packages_and_tags() {
    let text = r#"package own_test
import t "testing"
testcase plain {}
testcase tagged { option t.tags = ["a", "b"] }
testcase child extends "m/parent_test.base" { super() }
testcase orphan extends "m/parent_test.base" {}
"#;
    let cases = testcases(&Source::new("own_test.flux", text), &Files(&[("m/parent_test", PARENT)])).expect("right");
    let found: Vec<_> =
        cases.iter().map(|case| format!("{}.{} {:?}", case.package(), case.name(), case.tags())).collect();
    assert_eq!(found, ["own.plain []", "own.tagged [\"a\", \"b\"]", "own.child [\"slow\"]", "own.orphan []"]);
    assert_eq!(cases[1].file().position(cases[1].place().start).to_string(), "4:10");
}

#[test]
fn names_in_a_package_of_several_files() {
    let read = |name: &str, text: &str| testcases(&Source::new(name, text), &NONE).expect("the file is right");
    let mut cases = read("a.flux", "package p_test\ntestcase t {}");
    cases.extend(read("b.flux", "package q_test\ntestcase t {}"));
    assert!(duplicate_testcase(&cases).is_none());
    cases.extend(read("c.flux", "package p\n\ntestcase t {}"));
    let error = duplicate_testcase(&cases).expect("two are `p.t`");
    assert_eq!(error.source_text().name(), "c.flux");
    assert_eq!(error.diagnostics()[0].notes, ["the first is at a.flux:2:10"]);
}

#[test]
fn the_text_of_the_program() {
    let text = "package own_test\n// About x.\nx = 1\ntestcase t extends \"m/parent_test.late\" {\n    y = 2\n    super()\n}\n";
    let cases = testcases(&Source::new("own_test.flux", text), &Files(&[("m/parent_test", PARENT)])).expect("right");
    let expected = "package main\n\nimport \"fluxlet/expect\"\n\nimport \"testing\"\n\nx = 1\n\nscale = 10\n\n\
        grown = (v) => v * scale\n\ny = 2\n\ndie(msg: \"late\")\n";
    assert_eq!(cases[0].text(), expected);
}

#[test]
fn an_assertion_is_told_where_it_is_called() {
    let text =
        "package own_test\nimport \"fluxlet/expect\"\nf = (v) => expect.isTrue(v: v)\ntestcase t { f(v: false) }";
    let cases = testcases(&Source::new("own_test.flux", text), &NONE).expect("the file is right");
    let engine = Engine::new().expect("the standard library is whole");
    let program = cases[0].compile(engine.compiler()).expect("it is well typed");
    let error = program.run_blocking(&Context::new()).expect_err("it fails");
    let told = render_error(&at_assertion(&error), Style::Plain);
    assert!(told.contains("--> own_test.flux:3:12") && !told.contains("expect.flux"), "{told}");
}
