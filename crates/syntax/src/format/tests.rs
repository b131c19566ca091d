//! Tests of what is printed, and that it means the same.

mod comments;
mod layout;
mod parens;
mod programs;
mod same;

use super::format;
use crate::{Limits, Source};

/// Formats a text that is Flux.
#[track_caller]
fn formatted(text: &str) -> String {
    format(&Source::new("main", text), &Limits::default())
        .unwrap_or_else(|problems| panic!("{}:\n{text}", problems[0].message))
}

/// Checks that `text` is printed as `expected`, which is printed as itself.
#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(formatted(text).trim_end_matches('\n'), expected, "{text}");
    assert_eq!(formatted(expected).trim_end_matches('\n'), expected, "again:\n{text}");
}

#[test]
fn wrong_texts_are_refused() {
    let problems = format(&Source::new("main", "x = [1, 2"), &Limits::default()).expect_err("an open bracket");
    assert_eq!(problems.len(), 1);
}

#[test]
fn the_last_line_is_ended() {
    assert_eq!(formatted(""), "\n");
    assert_eq!(formatted(" \n\n"), "\n");
    assert_eq!(formatted("x = 1"), "x = 1\n");
    assert_eq!(formatted("x = 1\n\n\n"), "x = 1\n");
    assert_eq!(formatted("// a"), "// a\n");
    assert_eq!(formatted("package a"), "package a\n");
}
