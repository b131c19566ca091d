//! Inferred types and refused programs, as Flux has them.

use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::types::{Scheme, declare_text};
use fluxlet_syntax::{Limits, Source};

use crate::{Checked, Exports, ImportError, Importer, Options, check};

mod calls;
mod facts;
mod generated;
mod large;
mod packages;
mod records;

struct NoPackages;

impl Importer for NoPackages {
    fn import(&self, _: &str) -> Result<Arc<Exports>, ImportError> {
        Err(ImportError::Unknown { similar: Vec::new() })
    }

    fn prelude(&self) -> Result<Vec<Arc<Exports>>, ImportError> {
        Ok(Vec::new())
    }
}

fn checked(text: &str) -> (Source, Checked) {
    checked_with(text, &NoPackages)
}

fn checked_with(text: &str, importer: &dyn Importer) -> (Source, Checked) {
    let source = Source::new("test", text);
    let parsed = fluxlet_syntax::parse(&source, &Limits::default());
    assert_eq!(parsed.diagnostics, [], "{text}");
    let names = [
        ("true", "bool"),
        ("string", "(v: A) => string"),
        ("limit", "(<-tables: stream[A], n: int) => stream[A]"),
        ("map", "(<-tables: stream[A], fn: (r: A) => B) => stream[B]"),
        ("each", "(arr: [A], fn: (x: A) => B) => [B]"),
    ];
    let variables: Vec<(EcoString, Arc<Scheme>)> =
        names.iter().map(|(name, ty)| ((*name).into(), Arc::new(declare_text(ty).unwrap()))).collect();
    let options = Options { text, variables: &variables, known: &[], importer, limits: crate::Limits::default() };
    let checked = check(&parsed.file, &options);
    (source, checked)
}

#[track_caller]
fn shows(expression: &str, ty: &str) {
    let (_, checked) = checked(&format!("result = {expression}"));
    assert_eq!(checked.diagnostics, [], "{expression}");
    assert_eq!(checked.module.globals[0].scheme.to_string(), ty, "{expression}");
}

#[track_caller]
fn fails(text: &str, expected: &[&str]) {
    let (source, checked) = checked(text);
    assert_eq!(told(&source, &checked), expected, "{text}");
}

#[track_caller]
fn accepts(text: &str) {
    fails(text, &[]);
}

/// Checks place and code of the first problem; words are checked where they are made.
#[track_caller]
fn refuses(text: &str, expected: &str) {
    let (source, checked) = checked(text);
    assert_eq!(codes(&source, &checked).first().map(String::as_str), Some(expected), "{text}");
}

/// Returns places and codes.
fn codes(source: &Source, checked: &Checked) -> Vec<String> {
    let problems = checked.diagnostics.iter();
    problems.map(|problem| format!("{} {}", source.position(problem.span.start), problem.code)).collect()
}

/// Checks the help of the first problem.
#[track_caller]
fn helps(text: &str, expected: &str) {
    let (_, checked) = checked(text);
    let help = checked.diagnostics.first().and_then(|problem| problem.help.as_deref());
    assert_eq!(help, Some(expected), "{text}");
}

/// Returns places and messages.
fn told(source: &Source, checked: &Checked) -> Vec<String> {
    let problems = checked.diagnostics.iter();
    problems.map(|problem| format!("{} {}", source.position(problem.span.start), problem.message)).collect()
}

#[test]
fn expressions_show_their_types() {
    shows("(x) => x", "(x: A) => A");
    shows("(a, b) => a == b", "(a: A, b: B) => bool");
    shows("(a) => a.x + a.y", "(a: {B with x: A, y: A}) => A");
    shows("(r) => ({r with a: 1})", "(r: A) => {A with a: int}");
    shows("(r) => ({r with a: r.b + 1})", "(r: {A with b: int}) => {A with a: int, b: int}");
    shows("(a) => a.b.c", "(a: {C with b: {B with c: A}}) => A");
    shows("(x) => exists x.a", "(x: {B with a: A}) => bool");
    shows("(fn, x) => fn(x: x)", "(fn: (x: A) => B, x: A) => B");
    shows("(t=<-, n=5) => n", "(?n: A, <-t: B) => A");
    shows("(a={x: 1}) => a.x", "(?a: {B with x: A}) => A");
    shows("(k, v) => [k: v]", "(k: A, v: B) => [A: B]");
    shows("(a) => a[0]", "(a: [A]) => A");
    shows("(x, y) => if x then y else y", "(x: bool, y: A) => A");
    shows("(tables=<-, n) => tables |> limit(n)", "(n: int, <-tables: stream[A]) => stream[A]");
    shows("(a=1) => a + 1", "(?a: int) => int");
    shows("(r) => { x = r.a\n y = x + 1.0\n return {y: y, x: x} }", "(r: {A with a: float}) => {x: float, y: float}");
    shows("{a: 1, b: \"x\"}", "{a: int, b: string}");
    shows("each(arr: [1], fn: (x) => string(v: x))", "[string]");
}

#[test]
fn definitions_are_generalised() {
    shows("({id: (x) => x}).id", "(x: A) => A");
    fails("id = (x) => x\na = id(x: 1) + 1\nb = id(x: \"s\") + \"t\"", &[]);
    fails("f = () => {\n  id = (x) => x\n  return {a: id(x: 1), b: id(x: \"s\")}\n}\ny = f().a + 1", &[]);
    fails("f = (g) => ({a: g(x: 1), b: g(x: \"s\")})", &["1:22 expected `string`, found `int` in argument `x`"]);
}

#[test]
fn one_mistake_in_a_chain_is_told_once() {
    fails("x = \"a\" + 1 + 2 + 3", &["1:11 expected `string`, found `int`"]);
    fails("x = 1 + 2 + \"a\" + 3 + 4", &["1:13 expected `int`, found `string`"]);
    fails(
        "x = 1 + \"a\" + 2 + \"b\" + 3",
        &["1:9 expected `int`, found `string`", "1:19 expected `int`, found `string`"],
    );
    fails("x = true + true + true + true", &["1:5 `bool` cannot be added with `+`"]);
    fails("x = 1 + \"a\" + 2\ny = x + 3", &["1:9 expected `int`, found `string`"]);
    fails("x = true and 1 and true", &["1:14 expected `bool`, found `int`"]);
    fails("x = if true then 1 else if true then \"a\" else 2", &["1:47 expected `string`, found `int`"]);
    fails("f = (x=<-) => x\nx = 1 |> f() |> f(y: 1) |> f()", &["2:22 unexpected argument `y`"]);
}

#[test]
fn mistakes_are_told_where_flux_tells_them() {
    fails("x = 1 + \"a\"", &["1:9 expected `int`, found `string`"]);
    fails("x = true + true", &["1:5 `bool` cannot be added with `+`"]);
    fails("x = [1, \"a\"]", &["1:9 expected `int`, found `string`"]);
    fails("x = {a: 1}.b", &["1:5 the record has no field `b`"]);
    fails("x = if 1 then 2 else 3", &["1:8 expected `bool`, found `int`"]);
    fails("x = if true then 2 else \"a\"", &["1:25 expected `int`, found `string`"]);
    fails("x = [1][\"a\" + \"b\"]", &["1:9 expected `int`, found `string`"]);
    fails("x = nope", &["1:5 undefined name `nope`"]);
    fails("x = \"${[1]}\"", &["1:8 array `[int]` cannot stand in a string"]);
    fails("x = -true", &["1:6 `bool` has no sign to change"]);
    fails("x = [true: 1]", &["1:5 `bool` cannot be ordered"]);
    fails("f = (a, b) => a\nx = f(a: 1, c: 2)", &["2:16 unexpected argument `c`", "2:5 missing required argument `b`"]);
    fails("f = (a) => a\nx = 1 |> f(a: 2)", &["2:10 the function takes no piped value"]);
    fails("f = (x) => x(x)", &["1:12 the type would contain itself; recursion is not supported"]);
    fails("f = (n) => f(n)", &["1:12 undefined name `f`"]);
    fails("x = each(arr: [1], fn: (y) => y)", &["1:24 unexpected argument `y` in argument `fn`"]);
    fails("x = 1\nx = 2", &["2:1 variable `x` is assigned twice"]);
    fails(
        "f = (a) => {\n  a = 2\n  return a\n}",
        &["2:3 variable `a` is assigned, but is a parameter of the function"],
    );
    fails("option a = 1\noption b = () => a", &["2:18 option `b` depends on option `a` of the same package"]);
    fails("f = (a=1, b=\"x\") => a + b", &["1:5 expected `int`, found `string` in argument `b`"]);
    fails("x = <-", &["1:5 `<-` may only stand as the default of a parameter"]);
    fails("import \"nope\"\nx = nope.y + 1", &["1:1 cannot import `nope`: there is no such package"]);
}

/// Each definition doubles the type of the one before it; the graph of the types stays small.
#[test]
fn types_that_double_stay_small() {
    let mut text = "p0 = (x) => ({a: x, b: x})\n".to_owned();
    for index in 1..60 {
        text.push_str(&format!("p{index} = (x) => p{}(x: {{a: x, b: x}})\n", index - 1));
    }
    text.push_str("x = p59(x: 1)\ny = x.a.a.a\n");
    fails(&text, &[]);
}

#[test]
fn deep_types_are_refused() {
    let mut text = "x0 = [1]\n".to_owned();
    for index in 1..400 {
        text.push_str(&format!("x{index} = [x{}]\n", index - 1));
    }
    text.push_str("y = x399 == x398");
    fails(&text, &["202:1 the types here are nested more than 200 deep"]);
}
