//! Where comments come to stand.

use super::check;

#[test]
fn comments_stay_at_the_end_of_their_line() {
    check("x = 1 // a\ny = 2// b", "x = 1 // a\ny = 2 // b");
    check("package p // a\nimport \"b\" // c\nx = 1", "package p // a\n\n\nimport \"b\" // c\n\nx = 1");
    check("@a // b\nx = 1", "@a // b\nx = 1");
    check("x = [1, // one\n2, // two\n3 // three\n]", "x = [\n    1, // one\n    2, // two\n    3, // three\n]");
    check("x = [1 // one\n, 2]", "x = [\n    1, // one\n    2,\n]");
    check("x = { // a\nb: 1}", "x = { // a\n    b: 1,\n}");
    check("x = {r with // a\nb: 1}", "x = {r with // a\n    b: 1,\n}");
    check("x = f( // a\nb: // c\n1)", "x =\n    f( // a\n        b: // c\n            1,\n    )");
    check("x = // a\n1", "x = // a\n    1");
    check("x = a + // b\nc", "x =\n    a + // b\n        c");
    check("x = a // b\n+ c", "x =\n    a // b\n        + c");
    check("x = - // a\nb", "x =\n    - // a\n    b");
    check("x = a. // b\nc", "x =\n    a. // b\n    c");
    check("x = \"${ // a\nb}\"", "x = \"${ // a\n    b}\"");
    check("x = 1 // a\n", "x = 1 // a");
}

#[test]
fn comments_stay_on_their_own_line() {
    check("// a\nx = 1\n// b\ny = 2\n// c", "// a\nx = 1\n\n// b\ny = 2\n// c");
    check("// a\n\n// b\n\n\npackage p", "// a\n\n// b\n\npackage p");
    check(
        "package p\n// a\nimport \"b\"\n// c\nimport \"d\"\n// e\nx = 1",
        "package p\n\n\n// a\nimport \"b\"\n// c\nimport \"d\"\n\n// e\nx = 1",
    );
    check("// a\n@b\n// c\n@d\n// e\nbuiltin f : int", "// a\n@b\n// c\n@d\n// e\nbuiltin f : int");
    check("x = [\n// a\n1,\n// b\n2\n// c\n]", "x = [\n    // a\n    1,\n    // b\n    2,\n    // c\n]");
    check("x =\n// a\n1", "x =\n    // a\n    1");
    check("x = a\n// b\n+\n// c\nd", "x =\n    a\n        // b\n        +\n        // c\n        d");
    check("x = (\n// a\nb)", "x =\n    // a\n    b");
    check("x = (a\n// b\n) + c", "x =\n    (a\n        // b\n    ) + c");
    check("// a", "// a");
    check("import \"a\"\n// b", "import \"a\"\n\n// b");
    check("x = 1\n\n// a\n\n// b", "x = 1\n\n// a\n\n// b");
}

#[test]
fn brackets_may_hold_nothing_but_comments() {
    check("x = [ // a\n]", "x = [ // a\n]");
    check("x = {\n// a\n}", "x = {\n    // a\n}");
    check("f(\n// a\n)", "f(\n    // a\n)");
    check("x = [: // a\n]", "x =\n    [: // a\n    ]");
    check("f = ( // a\n) => 1", "f = ( // a\n) =>\n    1");
    check("testcase a {\n// b\n}", "testcase a {\n    // b\n}");
}

#[test]
fn comments_stay_with_their_stage() {
    check(
        "from(bucket: \"a\") // b\n// c\n|> range(start: -1h) // d\n|> filter(fn: (r) => r.e == 1 // f\n)\n// g",
        concat!(
            "from(bucket: \"a\") // b\n    // c\n    |> range(start: -1h) // d\n    |> filter(\n",
            "        fn: (r) => r.e == 1, // f\n    )\n// g"
        ),
    );
    check("a |> // b\nc()", "a\n    |> // b\n    c()");
}

#[test]
fn comments_stay_with_their_branch() {
    check(
        "x = if a // b\nthen // c\n1 // d\n// e\nelse // f\n2",
        "x =\n    if a // b\n    then // c\n        1 // d\n    // e\n    else // f\n        2",
    );
    check(
        "x = if a then 1 else // b\nif c then 2 else 3",
        "x =\n    if a then\n        1\n    else // b\n    if c then\n        2\n    else\n        3",
    );
}

#[test]
fn comments_stay_in_their_block() {
    check(
        "f = (a, // b\nc) => { // d\n x = 1 // e\n\n // f\n return x // g\n // h\n}",
        concat!(
            "f = (\n        a, // b\n        c,\n    ) =>\n    { // d\n        x = 1 // e\n\n        // f\n",
            "        return x // g\n        // h\n    }"
        ),
    );
    check("f = (a) => // b\na", "f = (a) => // b\n    a");
    check("testcase a { // b\nx = 1\n// c\n}", "testcase a { // b\n    x = 1\n    // c\n}");
}

#[test]
fn comments_stay_in_types() {
    check(
        "builtin f : ( // a\n b: int, // c\n d: [int] // e\n) => int // f",
        "builtin f : ( // a\n        b: int, // c\n        d: [int], // e\n    ) => int // f",
    );
    check("builtin f : {A with // a\nb: int}", "builtin f : {\n        A\n        with // a\n        b: int,\n    }");
}

#[test]
fn strings_hold_no_comments() {
    check("x = \"a // b\"", "x = \"a // b\"");
    check("x = /a\\/\\/b/", "x = /a\\/\\/b/");
}
