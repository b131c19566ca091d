//! Large programs: they are checked without exhausting the table of types or the stack.
//!
//! The table ends at four million types. A program of some thousand definitions whose cost grew with the square of its
//! length would be refused.

use super::{accepts, checked, refuses};

/// Makes `count` lines from a first one and a rule for the others.
fn lines(first: &str, count: usize, line: impl Fn(usize) -> String) -> String {
    let rest: Vec<String> = (1..count).map(line).collect();
    format!("{first}\n{}\n", rest.join("\n"))
}

#[test]
fn definitions_that_use_each_other() {
    accepts(&lines("f0 = (x) => x + 1", 2000, |n| format!("f{n} = (x) => f{}(x: x) + f0(x: x)", n - 1)));
    accepts(&lines("f0 = (x) => x", 2000, |n| format!("f{n} = (x) => f{}(x: x)", n - 1)));
    accepts(&lines("x0 = 1", 2000, |n| format!("x{n} = x{} + x{}", n - 1, n / 2)));
}

#[test]
fn wide_records() {
    let fields: Vec<String> = (0..5000).map(|n| format!("f{n}: {n}")).collect();
    let record = format!("r = {{{}}}\n", fields.join(", "));
    accepts(&format!("{record}x = r.f0 + r.f4999\ns = {{r with f4999: \"a\"}}\ny = s.f4999 + \"b\"\nz = r == s"));
    refuses(&format!("{record}x = r.f5000"), "2:5 missing-field");
    let uses: Vec<String> = (0..100).map(|n| format!("r.f{n}")).collect();
    accepts(&format!("f = (r) => {}\n{record}x = f(r: r)", uses.join(" + ")));
}

#[test]
fn chains_of_with() {
    let chain = lines("r0 = {a: 0}", 1000, |n| format!("r{n} = {{r{} with f{n}: {n}}}", n - 1));
    accepts(&format!("{chain}x = r999.f1 + r999.a"));
    accepts(&lines("r0 = {a: 0}", 500, |n| format!("r{n} = {{r{} with a: {n}}}", n - 1)));
    // Far more tails than the stack has room for, with a variable at their end.
    let chain = lines("r0 = {r with a: 0}", 3000, |n| format!("r{n} = {{r{} with f{n}: {n}}}", n - 1));
    accepts(&format!("f = (r) => {{\n{chain}return r2999.f1 + r2999.a\n}}\nx = f(r: {{z: 1}}) + f(r: {{y: 1}})"));
    // A dynamic value fits a record whose field may be anything.
    accepts("f = (d) => [{a: d}, {a: {x: 1}}]\ng = (d) => {b = [{a: d}] return b}\nx = g(d: 1)\ny = g(d: \"a\")");
}

/// Types past 200 levels are refused, and never followed to the end of the stack.
#[test]
fn deep_types() {
    for wrap in ["[@]", "{a: @}", "() => @", "[1: @]"] {
        let nested =
            |first: &str| lines(first, 400, |n| format!("x{n} = {}", wrap.replace('@', &format!("x{}", n - 1))));
        for text in
            ["y = x399 == x398", "y = [x399, x398]", "y = if true then x399 else x399", "f = (a) => a\ny = f(a: x399)"]
        {
            let (_, checked) = checked(&format!("{}{text}", nested("x0 = 1")));
            let codes: Vec<_> = checked.diagnostics.iter().map(|problem| problem.code).collect();
            assert!(codes.contains(&"type-too-large") && codes.len() < 5, "{wrap} {text}: {codes:?}");
        }
    }
}

/// Of many problems a hundred are told, and that there are more.
#[test]
fn many_mistakes() {
    let (_, checked) = checked(&lines("x0 = nope", 3000, |n| format!("x{n} = x{} + nope{n}", n - 1)));
    assert_eq!(checked.diagnostics.len(), 101);
}

/// Two types that double at each level and differ at the bottom: there are 2^40 ways to the difference.
#[test]
fn mistakes_in_shared_types_are_found_once() {
    let doubled = |name: &str, first: &str| {
        lines(&format!("{name}0 = {first}"), 40, |n| format!("{name}{n} = {{a: {name}{}, b: {name}{}}}", n - 1, n - 1))
    };
    let (_, checked) = checked(&format!("{}{}x = [p39, q39]", doubled("p", "1"), doubled("q", "\"a\"")));
    assert!((1..=101).contains(&checked.diagnostics.len()));
}
