//! What is said about texts that are wrong, and where.

use super::parsed;
use crate::{Limits, Source, parse};

/// Checks the problems of `text`, each as `LINE:COLUMN CODE: MESSAGE`.
#[track_caller]
fn check(text: &str, problems: &[&str]) {
    let source = Source::new("main", text);
    let found: Vec<_> = parsed(text)
        .diagnostics
        .iter()
        .map(|found| format!("{} {}: {}", source.position(found.span.start), found.code, found.message))
        .collect();
    assert_eq!(found, problems, "{text}");
}

/// Checks the help for the only problem of `text`.
#[track_caller]
fn check_help(text: &str, help: &str) {
    let helps: Vec<_> = parsed(text).diagnostics.into_iter().map(|found| found.help.unwrap_or_default()).collect();
    assert_eq!(helps, [help], "{text}");
}

/// Checks where the only problem of `text` is labelled, and how.
#[track_caller]
fn check_label(text: &str, place: &str, label: &str) {
    let source = Source::new("main", text);
    let diagnostics = parsed(text).diagnostics;
    let labels: Vec<_> = diagnostics
        .iter()
        .flat_map(|found| &found.labels)
        .map(|label| (source.location(label.span), label.message.clone()))
        .collect();
    assert_eq!(labels, [(place.to_owned(), label.to_owned())], "{text}");
}

#[test]
fn statements() {
    check("x = 1; y = 2", &["1:6 invalid-character: unexpected `;`, which has no meaning in Flux"]);
    check("x = 1)", &["1:6 unexpected-token: `)` closes no bracket"]);
    check("r.a = 1", &["1:5 unexpected-token: unexpected `=`: only a single name can be bound"]);
    check("a == b = c", &["1:8 unexpected-token: unexpected `=`: only a single name can be bound"]);
    check("then = 1", &["1:1 unexpected-token: expected a statement, found the keyword `then`"]);
    check(".a", &["1:1 unexpected-token: expected a statement, found `.`"]);
    check("x = 1\nimport \"a\"", &["2:1 unexpected-token: expected a statement, found the keyword `import`"]);
    check("package a\npackage b", &["2:1 unexpected-token: expected a statement, found the keyword `package`"]);
    check("import a b", &["1:10 expected-token: expected the path of a package in quotes, found `b`"]);
    check("import \"a${b}\"", &["1:8 unexpected-token: expected a plain string, found one with `${…}`"]);
    check("option a b", &["1:1 expected-token: expected `option name = value`, found `b`"]);
    check("option a.b += 1", &["1:8 expected-token: expected `=`, found `+`"]);
    check("testcase a b", &["1:12 expected-token: expected `{`, found `b`"]);
    check("@a", &["1:1 unexpected-token: expected a statement after the attribute"]);
    check("x = 1\n@a", &["2:3 unexpected-token: expected a statement after the attribute"]);
    // One problem a line, and reading goes on.
    check(
        "x = )\ny = ]\nz = 1",
        &[
            "1:5 unexpected-token: expected an expression, found `)`",
            "2:5 unexpected-token: expected an expression, found `]`",
        ],
    );
}

#[test]
fn statements_in_the_wrong_block() {
    check("return 1", &["1:1 outer-return: `return` stands outside of a function"]);
    check("testcase a { return 1 }", &["1:14 outer-return: `return` stands outside of a function"]);
    check("f = () => {}", &["1:11 missing-return: expected `return` at the end of the function"]);
    check("f = () => { a = 1\n b }", &["2:2 missing-return: expected `return` at the end of the function"]);
    check(
        "f = () => { return 1\n return 2 }",
        &["1:13 early-return: `return` is not the last statement of the function"],
    );
    check("f = () => { option a = 1 return 1 }", &["1:13 misplaced-statement: `option` cannot stand in a function"]);
    check(
        "f = () => { builtin a : int\n return 1 }",
        &["1:13 misplaced-statement: `builtin` cannot stand in a function"],
    );
    check("f = () => { testcase a {} return 1 }", &["1:13 misplaced-statement: `testcase` cannot stand in a function"]);
    // They matter only where the text can be read.
    check("return 1\nx = )", &["2:5 unexpected-token: expected an expression, found `)`"]);
}

#[test]
fn operands() {
    check("x =", &["1:4 unexpected-token: expected an expression, found the end of the text"]);
    check("x = 1 +\n\n ", &["3:2 unexpected-token: expected an expression, found the end of the text"]);
    check("x = a and or b", &["1:11 unexpected-token: expected an expression, found the keyword `or`"]);
    check("x = 1 + if a then b else c", &["1:9 unexpected-token: expected an expression, found the keyword `if`"]);
    check("x = a |> b.c", &["1:10 pipe-target: the right side of `|>` must be a call"]);
    check("x = a |> -b()", &["1:10 pipe-target: the right side of `|>` must be a call"]);
    check("x = if a b", &["1:5 expected-token: expected `then`, found `b`"]);
    check("x = if a then b c", &["1:5 expected-token: expected `else`, found `c`"]);
    check("x = r.if", &["1:7 expected-name: expected the name of a member, found the keyword `if`"]);
    check("x = a[]", &["1:5 missing-index: expected an index or a name between `[` and `]`"]);
    check("x = (1 2)", &["1:6 juxtaposed-expressions: expected an operator between two expressions"]);
    check("x = (a; b)", &["1:9 invalid-character: expected an operator or a closing bracket, found `;`"]);
}

#[test]
fn brackets() {
    check("x = [1, 2", &["1:5 unclosed-bracket: `[` is not closed: expected `]`, found the end of the text"]);
    check("x = ([1, 2)", &["1:6 unclosed-bracket: `[` is not closed: expected `]`, found `)`"]);
    check("f(a: 1\ny = 2", &["1:1 unclosed-bracket: `(` is not closed: expected `)`, found the end of the text"]);
    check("f = (a, b", &["1:5 unclosed-bracket: `(` is not closed: expected `)`, found the end of the text"]);
    check("x = [1 2]", &["1:5 expected-token: expected `,` or `]`, found the number `2`"]);
    check("x = [,]", &["1:6 unexpected-token: expected an expression, found `,`"]);
    check("x = [::]", &["1:5 unclosed-bracket: `[` is not closed: expected `]`, found `:`"]);
    check("x = [a: 1, b 2]", &["1:5 expected-token: expected `:` and a value, found the number `2`"]);
    check_label("x = [\n 1\n 2\n]", "3:2-3:3", "expected `,` or `]` here");
}

#[test]
fn properties() {
    check("x = f(1)", &["1:7 unexpected-token: expected the name of an argument, found the number `1`"]);
    check("x = f(\"a\")", &["1:7 missing-value: a key in quotes needs a value"]);
    check("x = {\"a\"}", &["1:5 missing-value: a key in quotes needs a value"]);
    check("x = f(a, b: 1)", &["1:7 mixed-properties: arguments with and without values stand side by side"]);
    check("x = {a: 1, b}", &["1:5 mixed-properties: properties with and without values stand side by side"]);
    check("x = f(a b)", &["1:5 expected-token: expected `,` between arguments, found `b`"]);
    check("f(\n a: 1,\n b: 2\n c: 3)", &["1:1 expected-token: expected `,` before `c`"]);
    check("x = {a: 1\n b: 2}", &["2:3 expected-token: expected `,` before `b`"]);
    check("x = {a: }", &["1:6 missing-value: expected a value after `:`, found `}`"]);
    check("x = {: 1}", &["1:6 missing-key: expected the key of a property before `:`"]);
    check("x = {a: 1,, b: 2}", &["1:11 missing-property: expected a property before `,`"]);
    check("x = {a 1}", &["1:8 unexpected-token: expected the key of a property, found the number `1`"]);
    check("x = {if: 1}", &["1:6 unexpected-token: expected the key of a property, found the keyword `if`"]);
    check(
        "x = {r wiht a: 1}",
        &["1:13 expected-token: expected `:`, `,` or `with` after the first name, found `wiht`"],
    );
    check("x = {\"a${b}\": 1}", &["1:6 unexpected-token: expected the key of a property, found a string"]);
    check_label("f(\n a: 1,\n b: 2\n c: 3)", "4:2-4:3", "expected `,` before this");
}

#[test]
fn functions() {
    check("f = a => a", &["1:7 unexpected-token: expected a statement, found `=>`"]);
    check("f = (a, 1) => a", &["1:9 expected-name: expected the name of a parameter, found the number `1`"]);
    check("f = (a,, b) => a", &["1:8 expected-name: expected the name of a parameter, found `,`"]);
    check("f = (a=1 b=2) => a", &["1:10 unclosed-bracket: `(` is not closed: expected `)`, found `b`"]);
    check("f = (a: int) => a", &["1:9 unexpected-token: expected an operator or a closing bracket, found `:`"]);
    check("f = (a, b) a", &["1:12 expected-token: expected `=>` and the body of a function, found `a`"]);
    check("f = () => {a: 1}", &["1:13 unexpected-token: expected a statement, found `:`"]);
}

#[test]
fn literals() {
    check("x = -9223372036854775808", &["1:6 invalid-literal: the number `9223372036854775808` does not fit 64 bits"]);
    check("x = 0123", &["1:5 invalid-literal: the number `0123` starts with `0`"]);
    check(
        "x = 9223372036854775808ns",
        &["1:5 invalid-literal: the duration `9223372036854775808ns` does not fit 64 bits"],
    );
    check("x = 2021-02-30", &["1:5 invalid-literal: the time `2021-02-30` does not exist"]);
    check("x = 2021-02-03T04:05:06", &["1:5 invalid-literal: the time `2021-02-03T04:05:06` has no offset from UTC"]);
    check("x = /(a/", &["1:5 invalid-regexp: the regular expression is not valid: unclosed group"]);
    check("x = /(a{1000}){1000}/", &["1:5 invalid-regexp: the regular expression is not valid: it is too large"]);
    check(r"x = /\xzz/", &[r"1:5 invalid-escape: expected two hexadecimal digits after `\x`"]);
    check("x = /a", &["1:5 unexpected-token: expected an expression, found `/`"]);
    check(r#"x = "a\qb""#, &[r"1:5 invalid-escape: unknown escape `\q` in a string"]);
    check(r#"x = "\u20ac""#, &[r"1:5 invalid-escape: unknown escape `\u` in a string"]);
    check(r#"x = "\$a""#, &[r"1:5 invalid-escape: unknown escape `\$` in a string"]);
    check(r#"x = "\x4""#, &[r"1:5 invalid-escape: expected two hexadecimal digits after `\x`"]);
    check(r#"x = "\xe2\x82""#, &[r"1:5 invalid-escape: the bytes written as `\x…` are not UTF-8"]);
    check(r#"x = "${1}\q""#, &[r"1:5 invalid-escape: unknown escape `\q` in a string"]);
    check("x = \"abc\ny = 1", &["1:5 unterminated-string: the string is not closed by `\"`"]);
    check(r#"x = "${}""#, &["1:8 unexpected-token: expected an expression, found `}`"]);
    check(r#"x = "${a: 1}""#, &["1:6 expected-token: expected `}` after the expression in a string, found `:`"]);
    check(r#"x = "${(a}""#, &["1:5 unexpected-token: expected an operator or a closing bracket, found `}`"]);
    check_label(r#"x = "a\qb""#, "1:7-1:9", "here");
}

#[test]
fn types() {
    check("builtin x", &["1:10 expected-token: expected `:` and a type, found the end of the text"]);
    check("builtin x = 1", &["1:13 expected-token: expected `:` and a type, found `=`"]);
    check("builtin x : 1", &["1:13 expected-name: expected a type, found the number `1`"]);
    check(
        "builtin x : stream",
        &["1:13 expected-token: expected `[` and the type of the elements, found the end of the text"],
    );
    check("builtin x : {a int}", &["1:13 unclosed-bracket: `{` is not closed: expected `}`, found `int`"]);
    check(
        "builtin x : {a: int, 1: int}",
        &["1:22 expected-name: expected the key of a property, found the number `1`"],
    );
    check("builtin x : (a: int) int", &["1:25 expected-token: expected `=>` and the type of the result, found `int`"]);
    check(
        "builtin x : int where A",
        &["1:24 expected-token: expected `:` and the name of a constraint, found the end of the text"],
    );
}

#[test]
fn characters_without_meaning() {
    check(
        "\u{feff}x = 1",
        &["1:1 invalid-character: unexpected the invisible character U+FEFF, which has no meaning in Flux"],
    );
    check(
        "x = \0",
        &[
            "1:5 invalid-character: expected an expression, found the invisible character U+0000, which has no meaning in Flux",
        ],
    );
    check(
        "e\u{301} = 1",
        &["1:2 invalid-character: unexpected the invisible character U+0301, which has no meaning in Flux"],
    );
    check("x = 🎉", &["1:5 invalid-character: expected an expression, found `🎉`, which has no meaning in Flux"]);
}

#[test]
fn help() {
    check_help("x = 1;", "statements need no separator, and lists take `,`");
    check_help("x = 'a'", "strings stand in double quotes: `\"text\"`");
    check_help("x = “a”", "strings stand in double quotes: `\"text\"`");
    check_help("x = f(1)", "arguments are given by name: `f(x: 1)`");
    check_help("x = f(a = 1)", "arguments are written with `:`: `f(x: 1)`");
    check_help("x = r.if", "write `[\"if\"]` instead of `.if`");
    check_help("x = !a", "write `not`");
    check_help("x = a && b", "write `and`");
    check_help("x = a || b", "write `or`, or `|>` to pipe");
    check_help("x = 1 # one", "comments start with `//`");
    check_help("\u{feff}x = 1", "save the file without a byte order mark");
    check_help("x = a ? b : c", "a choice is written `if test then a else b`");
    check_help("f = x => x", "parameters stand in parentheses, as bare names: `(a, b) => a + b`");
    check_help("f = () => {a: 1}", "a function that returns a record has it in parentheses: `(x) => ({a: x})`");
    check_help("x = 1\nimport \"a\"", "imports stand at the top of the file");
    check_help("x = a <> b", "`!=` compares for difference");
    check_help("x += 1", "a name is bound once; bind the new value to another name");
    check_help("x := 1", "a name is bound by `=`");
}

#[test]
fn what_stands_in_strings_is_not_repeated() {
    let diagnostics =
        parsed("x = f(\"secret\" \"secret\" 1)\ny = {\"secret\"}\nz = r.\"secret\"\nimport \"secret").diagnostics;
    assert_eq!(diagnostics.len(), 4);
    assert!(!format!("{diagnostics:?}").contains("secret"));
}

/// Checks whether more text could complete `text`.
#[track_caller]
fn check_incomplete(text: &str, incomplete: bool) {
    assert_eq!(parsed(text).incomplete, incomplete, "{text}");
}

#[test]
fn incomplete_texts_end_too_early() {
    for text in [
        "x =",
        "x = 1 +",
        "f(",
        "f(a:",
        "[1, 2",
        "{a: 1",
        "f = () => {\n  x = 1\n",
        "if a then b",
        "\"abc",
        "\"a ${b",
        "x |>",
        "r.",
        "import",
        "option a",
        "builtin x :",
        "@a",
        "not",
        "(a) =>",
        "testcase a {",
    ] {
        check_incomplete(text, true);
    }
    for text in ["", "x = 1", "x = )", "f(a: ;", "x = ;\ny = (", "f = () => { x = 1 }", "2020-13-01", "((1)"] {
        check_incomplete(text, text == "((1)");
    }
}

#[test]
fn diagnostics_are_limited_and_sorted() {
    let limits = Limits { bytes: 16 << 20, diagnostics: 3, ..Limits::default() };
    let diagnostics = parse(&Source::new("main", ";\n".repeat(10)), &limits).diagnostics;
    let messages: Vec<_> = diagnostics.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(messages[3..], ["and 7 more problems"]);
    assert!(diagnostics.is_sorted_by_key(|found| found.span.start));
    let many = parse(&Source::new("main", ";\n".repeat(1_000_000)), &limits).diagnostics;
    assert_eq!(many.last().map(|found| found.message.as_str()), Some("and at least 1997 more problems"));
}

#[test]
fn regular_expressions_are_limited() {
    let codes = |patterns: usize| {
        let text: String = (0..patterns).map(|number| format!("x = /{number}/\ny = /{number}/\n")).collect();
        parsed(&text).diagnostics.iter().map(|found| found.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(256), [""; 0]);
    assert_eq!(codes(257), ["too-many-regexps"; 2]);
}

#[test]
fn a_text_that_is_too_large_is_one_problem() {
    let limits = Limits { bytes: 3, ..Limits::default() };
    assert_eq!(parse(&Source::new("main", "abc"), &limits).diagnostics, []);
    let diagnostics = parse(&Source::new("main", "abcd"), &limits).diagnostics;
    let codes: Vec<_> = diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, ["text-too-large"]);
}
