//! Which parentheses are kept, dropped and added.

use super::{check, formatted};
use crate::format::format;
use crate::{Limits, Source, parse};

#[test]
fn redundant_parentheses_are_dropped() {
    check("x = (a)", "x = a");
    check("x = ((1 + 2))", "x = 1 + 2");
    check("x = [(a), (1 + 2)]", "x = [a, 1 + 2]");
    check("x = {a: (b), c: (1 + 2)}", "x = {a: b, c: 1 + 2}");
    check("x = (a)(b: (c)) |> (d)()", "x = a(b: c) |> d()");
    check("x = (a.b)[(c)]", "x = a.b[c]");
    check("x = \"${(a)}\"", "x = \"${a}\"");
    check("x = (a + b) + c", "x = a + b + c");
    check("x = (a ^ b) ^ c", "x = a ^ b ^ c");
    check("x = (a or (b and c))", "x = a or b and c");
    check("x = (a == b) and (c == d)", "x = a == b and c == d");
    check("x = not (a == b)", "x = not a == b");
    check("x = exists (a == b)", "x = exists a == b");
    check("x = not (not a)", "x = not not a");
    check("x = a and (not b)", "x = a and not b");
    check("x = -(a.b)", "x = -a.b");
    check("x = -(-a)", "x = --a");
    check("x = 1 + (a |> b())", "x = 1 + a |> b()");
    check("x = (a |> b()) |> c()", "x = a |> b() |> c()");
    check(
        "x = if (a) then (if b then c else d) else (if e then f else g)",
        "x = if a then if b then c else d else if e then f else g",
    );
    check("f = (a) => (a + 1)", "f = (a) => a + 1");
    check("f = (a) => (if a then b else c)", "f = (a) => if a then b else c");
    check("(a) == b", "a == b");
}

#[test]
fn parentheses_that_mean_something_stay() {
    check("x = -(a + b)", "x = -(a + b)");
    check("x = -(a * b)", "x = -(a * b)");
    check("x = -(a ^ 2)", "x = -(a ^ 2)");
    check("x = -(a |> b())", "x = -(a |> b())");
    check("x = -(not a)", "x = -(not a)");
    check("x = -(if a then b else c)", "x = -(if a then b else c)");
    check("x = (-a).b", "x = (-a).b");
    check("x = (-a)[0]", "x = (-a)[0]");
    check("x = (-a)(b: 1)", "x = (-a)(b: 1)");
    check("x = not (a and b)", "x = not (a and b)");
    check("x = (not a) == b", "x = (not a) == b");
    check("x = 1 + (not a)", "x = 1 + (not a)");
    check("x = (exists a) == b", "x = (exists a) == b");
    check("x = a + (b + c)", "x = a + (b + c)");
    check("x = a - (b - c)", "x = a - (b - c)");
    check("x = a ^ (b ^ c)", "x = a ^ (b ^ c)");
    check("x = a and (b and c)", "x = a and (b and c)");
    check("x = a == (b == c)", "x = a == (b == c)");
    check("x = (a or b) and c", "x = (a or b) and c");
    check("x = (1 + a) |> b()", "x = (1 + a) |> b()");
    check("x = (a |> b()).c", "x = (a |> b()).c");
    check("x = (a |> b())[0]", "x = (a |> b())[0]");
    check("x = (a |> b())(c: 1)", "x = (a |> b())(c: 1)");
    check("x = (a + b).c", "x = (a + b).c");
    check("x = 1 + (if a then b else c)", "x = 1 + (if a then b else c)");
    check("x = (if a then b else c) |> d()", "x = (if a then b else c) |> d()");
}

#[test]
fn functions_as_operands_stay_in_parentheses() {
    check("x = ((a) => a)(a: 1)", "x = ((a) => a)(a: 1)");
    check("x = (() => 1) |> f()", "x = (() => 1) |> f()");
    check("x = ((a) => a) + 1", "x = ((a) => a) + 1");
    check("x = 1 + ((a) => a)", "x = 1 + ((a) => a)");
    check("x = -((a) => a)", "x = -((a) => a)");
    check("x = exists ((a) => a)", "x = exists ((a) => a)");
}

#[test]
fn a_body_that_starts_with_a_record_is_in_one_pair() {
    check("f = (a) => ({a: 1})", "f = (a) => ({a: 1})");
    check("f = (a) => (({a: 1}))", "f = (a) => ({a: 1})");
    check("f = () => ({})", "f = () => ({})");
    check("f = () => ({a: 1}).a", "f = () => ({a: 1}.a)");
    check("f = () => ({a: 1} |> g() |> h())", "f = () => ({a: 1} |> g() |> h())");
    check("f = () => ({a: 1} == b and c)", "f = () => ({a: 1} == b and c)");
    check("f = () => (({a: 1} == b) == c)", "f = () => ({a: 1} == b == c)");
    check("f = () => ({a: 1} + {b: 1}).c", "f = () => ({a: 1} + {b: 1}).c");
}

#[test]
fn signs_as_operands_get_parentheses() {
    check("x = -a * b", "x = (-a) * b");
    check("x = -a ^ b", "x = (-a) ^ b");
    check("x = -a + b", "x = -a + b");
    check("x = a + -b", "x = a + (-b)");
    check("x = a == -b", "x = a == -b");
    check("x = -1 |> f()", "x = (-1) |> f()");
    check("x = - - a", "x = --a");
    check("x = not -a", "x = not -a");
}

#[test]
fn tokens_do_not_grow_together() {
    check("x = (1).a", "x = 1 .a");
    check("x = (1.).a", "x = 1..a");
    check("x = (1h).a", "x = 1h.a");
    check("x = (1)[0]", "x = 1[0]");
    check("x = a < -b", "x = a < -b");
    check("x = a[(\"b\")]", "x = a[(\"b\")]");
    check("x = a[\"b\"]", "x = a[\"b\"]");
    check("(.a)", "(.a)");
    check("(.a) |> f()", "(.a |> f())");
    check("x = (.a)", "x = .a");
    check("builtin x : A\n\n(where)", "builtin x : A\n\n(where)");
    check("builtin x : A where A: B\n\n(+ 1) + 2", "builtin x : A where A: B\n\n(+1 + 2)");
    check("@a\n-b |> c()", "@a\n-b |> c()");
    check("@a()\n-b |> c()", "@a()\n(-b) |> c()");
    check("@a((1 + 2), (-1), {b: 1}) x = 1", "@a((1 + 2), (-1), {b: 1})\nx = 1");
}

#[test]
fn parentheses_around_comments_stay() {
    check("x = (a // b\n)\ny = 1", "x =\n    (a // b\n    )\ny = 1");
    assert_eq!(formatted("x = ( // b\na)"), "x = // b\n    a\n");
}

/// Neither `r\n2.m` nor `r\n(2).m`, a call, would be the same.
#[test]
fn a_member_of_a_number_keeps_a_space() {
    check("r\n\n2\n.m(x: 1)", "r\n\n2 .m(x: 1)");
}

/// Parentheses that the layout adds count as nesting.
#[test]
fn what_would_not_parse_any_more_is_refused() {
    let functions = |depth: usize| format!("f = (x) => -{}1", "(x) => ".repeat(depth));
    let outcome = |depth| {
        let source = Source::new("main", functions(depth));
        assert_eq!(parse(&source, &Limits::default()).diagnostics, []);
        format(&source, &Limits::default()).map(drop).map_err(|problems| problems[0].code)
    };
    assert_eq!(outcome(40), Ok(()));
    let deepest = (40..80)
        .take_while(|depth| parse(&Source::new("main", functions(*depth)), &Limits::default()).diagnostics.is_empty());
    assert_eq!(outcome(deepest.last().expect("40 is not too deep")), Err("nested-too-deep"));
}
