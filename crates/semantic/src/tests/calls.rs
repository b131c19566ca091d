//! Calls, pipes, and functions that stand for parameters.

use super::{accepts, helps, refuses};

/// What a function that is handed over may take besides.
#[test]
fn functions_stand_for_parameters() {
    let apply = "f = (fn) => fn(x: 1)\n";
    let pipe = "f = (fn) => 1 |> fn()\n";
    for (prefix, call) in [
        (apply, "f(fn: (x, z=2) => x + z)"),
        (apply, "f(fn: (x=2) => x)"),
        (apply, "f(fn: (x=<-) => x)"),
        (pipe, "f(fn: (x=<-) => x)"),
        (pipe, "f(fn: (x=<-, n=2) => x + n)"),
        ("", "each(arr: [1], fn: (x, extra=\"a\") => x)"),
        ("", "each(arr: [1], fn: (x=2) => x)"),
        ("", "each(arr: [1], fn: (x=<-) => x)"),
    ] {
        accepts(&format!("{prefix}y = {call}"));
    }
    for (prefix, call, expected) in [
        (apply, "f(fn: (x, z) => x + z)", "2:11 unexpected-argument"),
        (apply, "f(fn: () => 1)", "2:11 missing-argument"),
        (pipe, "f(fn: (x) => x)", "2:11 missing-pipe-argument"),
        (pipe, "f(fn: (x=<-, n) => x + n)", "2:11 unexpected-argument"),
        ("", "\neach(arr: [1], fn: (y=<-) => y)", "2:20 unexpected-argument"),
    ] {
        refuses(&format!("{prefix}y = {call}"), expected);
    }
}

#[test]
fn arguments_are_matched_by_name() {
    accepts("f = (x=<-) => x\ny = f(x: 1)");
    accepts("f = (x, x) => x\ny = f(x: 1)");
    accepts("f = (t=<-, fn=(x) => x) => fn(x: t)\ny = 1 |> f()");
    accepts("f = (t=<-, fn=(x) => x) => fn(x: t)\ny = 1 |> f(fn: (x) => string(v: x))\nz = y + \"a\"");
    accepts("k = (a) => (b) => a\nx = k(a: 1)(b: \"s\") + 1");
    // These fail when they are run.
    accepts("f = (x=<-) => x\ny = 1 |> f(x: 2)");
    accepts("f = (a) => a\ny = f(a: 1, a: \"x\")");
    refuses("f = (x=<-) => x\ny = f()", "2:5 missing-argument");
    refuses("f = (x) => x\ny = 1 |> f()", "2:10 missing-pipe-argument");
    refuses("x = 1(a: 2)", "1:5 not-a-function");
    refuses("f = (x) => x\nf(x: 1)(z: 2)", "2:1 not-a-function");
    refuses("x = (a, a=1) => a\ny = x()", "2:5 missing-argument");
}

#[test]
fn defaults_see_what_is_outside() {
    accepts("a = \"s\"\nf = (a=1, b=a) => b\ny = f() + \"t\"");
    accepts("f = (a=[]) => a\nx = f(a: [\"s\"])\ny = f(a: 1)");
    refuses("f = (a=1, b=a) => b", "1:13 undefined-name");
}

#[test]
fn names_stand_where_they_are_bound() {
    accepts("f = (a) => { g = (a) => a\n return g(a: a) }\ny = f(a: 1)");
    accepts("x = 1\nf = () => { x = \"a\"\n return x }\ny = f() + \"b\"");
    accepts("x = 1\nf = () => { y = x\n x = \"a\"\n return y + 1 }\nz = f()");
    accepts("f = (g) => { a = g(x: 1)\n b = g(x: 2)\n return a + b }\ny = f(g: (x) => x)");
    accepts("f = (x) => { y = x\n return y(a: 1) + y(a: 2) }");
    accepts("compose = (f, g) => (x) => f(x: g(x: x))\ny = compose(f: (x) => string(v: x), g: (x) => x + 1)(x: 1)");
    refuses("f = () => { x = x\n return x }", "1:17 undefined-name");
    refuses("f = () => { return g() }\ng = () => 1", "1:20 undefined-name");
    refuses("a = b\nb = 1", "1:5 undefined-name");
    refuses("f = (a) => { b = a\n b = 2\n return b }", "2:2 reassigned");
}

#[test]
fn names_like_the_wrong_one_are_proposed() {
    helps("f = (columnName) => columnName\nx = f(colunmName: 1)", "did you mean `columnName`?");
    helps("f = (alpha, beta) => alpha\nx = f(gamma: 1, alpha: 2)", "still to be given: `beta`");
    helps("x = {name: 1}.nmae", "did you mean `name`?");
    helps("longname = 1\nx = longnane", "did you mean `longname`?");
    helps("x = 1 + 1.0", "convert it with `int(v: …)`, or the other side with `float(v: …)`");
    helps("x = \"a\" + 1", "convert it with `string(v: …)`");
}
