//! The edits that come with problems.

use super::parsed;

/// Applies the edits of the first problem of `text`.
#[track_caller]
fn check(text: &str, mended: &str) {
    let problem = parsed(text).diagnostics.into_iter().next().expect("the text is wrong");
    let mut changed = text.to_owned();
    for edit in problem.fix.iter().rev() {
        changed.replace_range(edit.span.range(), &edit.text);
    }
    assert_eq!(changed, mended, "{problem:?}");
}

#[test]
fn commas_colons_and_brackets() {
    check("f(a: 1 b: 2)", "f(a: 1, b: 2)");
    check("{a: 1\n  b: 2}", "{a: 1,\n  b: 2}");
    check("f(a = 1)", "f(a : 1)");
    check("x := 1", "x = 1");
    check("[1, 2", "[1, 2]");
    check("f(x: {a: 1)", "f(x: {a: 1})");
}

#[test]
fn words_and_literals() {
    check("r.if", "r[\"if\"]");
    check("{if: 1}", "{\"if\": 1}");
    check("007", "7");
    check("2026-01-01T00:00:00", "2026-01-01T00:00:00Z");
    check("\"é", "\"é\"");
    check("\"\\d\"", "\"d\"");
    check("x |> f", "x |> f()");
    check("f = () => {\n    1\n}", "f = () => {\n    return 1\n}");
}

#[test]
fn signs_of_other_languages() {
    check("a && b", "a and b");
    check("a || b", "a or b");
    check("if !a then b else c", "if not a then b else c");
    check("'é'", "\"é\"");
    check("“é”", "\"é\"");
    check("x = 1;", "x = 1");
    check("# a", "// a");
    check("(x) -> x", "(x) => x");
    check("a <> b", "a != b");
    check("\u{feff}x", "x");
    check("a\u{a0}+ b", "a + b");
}

/// What cannot be mended without a choice stays.
#[test]
fn choices() {
    for text in ["x = ", "(1 2)", "f(1)", "if a then b", "x = 'a", "f = () => {}", "f = () => { x = 1 }"] {
        check(text, text);
    }
}
