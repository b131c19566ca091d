//! Texts that are nested without end, or long without end.

use std::thread;

use super::parsed;
use crate::{Limits, Source, parse};

const TOO_DEEP: [&str; 1] = ["nested-too-deep"];

/// Parses a text and drops its tree on a thread with little stack; returns the codes of its problems.
#[track_caller]
fn codes(text: String, stack: usize) -> Vec<&'static str> {
    let source = Source::new("main", text.as_str());
    let parsed = thread::Builder::new()
        .stack_size(stack)
        .spawn(move || parse(&source, &Limits { bytes: 16 << 20, ..Limits::default() }))
        .expect("a thread")
        .join()
        .expect("no panic");
    for found in &parsed.diagnostics {
        assert!(text.get(found.span.range()).is_some(), "{found:?} is no part of the text");
    }
    let codes = parsed.diagnostics.iter().map(|found| found.code).collect();
    thread::Builder::new()
        .stack_size(256 << 10)
        .spawn(move || drop(parsed))
        .expect("a thread")
        .join()
        .expect("no panic");
    codes
}

#[track_caller]
fn check(text: String, expected: &[&str]) {
    let start: String = text.chars().take(40).collect();
    assert_eq!(codes(text, 1 << 20), expected, "{start}");
}

#[test]
fn nesting_without_end_is_one_problem() {
    for opener in [
        "(",
        "[",
        "{a:",
        "-",
        "+",
        "not ",
        "exists ",
        "if a then ",
        "if ",
        "() => ",
        "() => { x = ",
        "(a=",
        "\"${",
        "f(a:",
        "a[",
        "[a:",
        "{r with a:",
        "[1,",
        "-(",
        "1+(",
        "a |> (",
        "testcase a { ",
    ] {
        check(opener.repeat(100_000), &TOO_DEEP);
    }
    for opener in ["[", "{a:", "(a:", "stream[", "[int:", "() =>", "(?a: ", "(<-: ", "{A with a: "] {
        check(format!("builtin x : {}", opener.repeat(100_000)), &TOO_DEEP);
    }
    check(format!("builtin x : {}", "[:".repeat(100_000)), &["expected-name", "nested-too-deep"]);
}

#[test]
fn postfixes_without_end_are_one_problem() {
    for link in [".a", "()", "[0]", "[\"a\"]", "(a: 1)"] {
        check(format!("x = a{}", link.repeat(100_000)), &TOO_DEEP);
        check(format!("x = 日{}", link.repeat(100_000)), &TOO_DEEP);
    }
}

#[test]
fn chains_are_not_deep() {
    let links =
        ["+1", "-1", "*2", "/2", "%2", "^2", " == 1", " < a", " =~ a", " and a", " or a", " |> f()", " |> a.f(b: 1)"];
    for link in links {
        check(format!("x = a{}", link.repeat(30_000)), &[]);
        check(format!("x = a{}", format!("{link} |> f() ^ 2 * 2 + 1 == 1 and a or a").repeat(2_000)), &[]);
    }
    check(format!("x = {}1", "if a then b else ".repeat(30_000)), &[]);
    check("if a then b else ".repeat(30_000), &["unexpected-token"]);
    check(format!("x = {}", "1 + ".repeat(30_000)), &["unexpected-token"]);
    check(format!("x = ({})", "a ".repeat(30_000)), &["juxtaposed-expressions"]);
}

#[test]
fn chains_print_as_nested_lists() {
    for (text, tree) in [
        ("a + b - c * d / e + f", "(+ (- (+ a b) (/ (* c d) e)) f)"),
        ("a ^ b ^ c", "(^ (^ a b) c)"),
        ("a and b or c and d and e", "(or (and a b) (and (and c d) e))"),
        ("a |> f() |> g()", "(|> (|> a (call f)) (call g))"),
        ("if a then b else if c then d else e", "(if a b (if c d e))"),
    ] {
        assert_eq!(crate::print::file(&parsed(text).file), tree);
    }
}

#[test]
fn nesting_has_the_limits_of_the_real_flux() {
    let nested = |open: &str, close: &str, times: usize| format!("x = {}r{}", open.repeat(times), close.repeat(times));
    let cases = [
        ("(", ")", 78),
        ("[", "]", 78),
        ("{a:", "}", 78),
        ("() => ", "", 78),
        ("\"${", "}\"", 78),
        ("if a then ", " else b", 78),
        ("-", "", 176),
        ("not ", "", 176),
        ("f(a:", ")", 58),
        ("", ".a", 176),
        ("", "()", 176),
    ];
    for (open, close, most) in cases {
        check(nested(open, close, most), &[]);
        check(nested(open, close, most + 1), &TOO_DEEP);
    }
}

#[test]
fn long_texts_that_are_not_deep_are_fine() {
    for (text, statements) in [
        ("x = 1\n".repeat(100_000), 100_000),
        (format!("x = [{}]", "1, ".repeat(100_000)), 1),
        (format!("x = {{{}}}", "a: 1, ".repeat(100_000)), 1),
        (format!("x = \"{}\"", "${a} ".repeat(100_000)), 1),
        (format!("f = ({}) => 1", "a, ".repeat(100_000)), 1),
        (format!("x = {}", "1h".repeat(100_000)), 1),
    ] {
        let parsed = parsed(&text);
        assert_eq!(parsed.diagnostics, []);
        assert_eq!(parsed.file.statements.len(), statements);
    }
}

#[test]
fn smaller_limits_hold() {
    let limits = Limits { nesting: 0, depth: 0, ..Limits::default() };
    let codes = |text: &str, limits: &Limits| {
        let diagnostics = parse(&Source::new("main", text), limits).diagnostics;
        diagnostics.iter().map(|found| found.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("x = 1", &limits), TOO_DEEP);
    assert_eq!(codes("", &limits), [""; 0]);
    let limits = Limits { depth: 5, ..Limits::default() };
    assert_eq!(codes("x = -1", &limits), [""; 0]);
    assert_eq!(codes("x = --1", &limits), TOO_DEEP);
}

#[test]
fn garbage_neither_panics_nor_floods() {
    let pieces: Vec<&str> =
        "( ) [ ] { } \" $ ${ / \\ : , . = < > | - + @ a 1 1h 2020-01-01 if then else not return option \
         import package builtin testcase => |> <- ? ; é 日 \u{301} // \n \t \0"
            .split(' ')
            .collect();
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..40 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push_str(pieces[(state % pieces.len() as u64) as usize]);
            if state.is_multiple_of(3) {
                text.push(' ');
            }
        }
        let parsed = parsed(&text);
        assert!(parsed.diagnostics.len() <= 101, "{text}");
        for found in &parsed.diagnostics {
            assert!(text.get(found.span.range()).is_some(), "{text}");
            for label in &found.labels {
                assert!(text.get(label.span.range()).is_some(), "{text}");
            }
        }
    }
}
