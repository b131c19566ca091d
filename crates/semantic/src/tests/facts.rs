//! What is taken down of places: for editors, also of texts that are wrong.

use fluxlet_syntax::{Limits, Source};

use super::NoPackages;
use crate::{DefinitionKind, Facts, Options, Target, examine};

fn examined(text: &str) -> (Source, Facts, Vec<String>) {
    let source = Source::new("test", text);
    let parsed = fluxlet_syntax::parse(&source, &Limits::default());
    let options = Options { text, variables: &[], known: &[], importer: &NoPackages, limits: crate::Limits::default() };
    let (checked, facts) = examine(&parsed.file, &options, &[]);
    let problems = checked.diagnostics.into_iter().map(|problem| problem.message).collect();
    (source, facts, problems)
}

/// Checks definitions, as `name@scope: type`, and uses, as `name@offset → index`.
#[track_caller]
fn check(text: &str, definitions: &[&str], uses: &[&str]) {
    let (source, facts, _) = examined(text);
    let found: Vec<String> = facts
        .definitions()
        .iter()
        .map(|definition| format!("{}@{:?}: {}", definition.name, definition.scope, facts.type_of(definition)))
        .collect();
    assert_eq!(found, definitions, "{text}");
    let found: Vec<String> = facts
        .uses()
        .iter()
        .map(|used| match &used.target {
            Target::Definition(index) => format!("{}@{} → {index}", source.slice(used.span), used.span.start),
            Target::Member { package, name } => format!("{package}.{name}"),
        })
        .collect();
    assert_eq!(found, uses, "{text}");
}

#[test]
fn names_are_known_from_their_statement_to_the_end_of_what_is_around() {
    check("x = 1\ny = x + x", &["x@5..15: int", "y@15..15: int"], &["x@10 → 0", "x@14 → 0"]);
    check(
        "f = (a, b=1) => { c = a\n return {a, c} }\nx = 2",
        &["a@4..40: A", "b@4..40: A", "c@23..40: A", "f@40..46: (a: A, ?b: B) => {a: A, c: A}", "x@46..46: int"],
        &["a@22 → 0", "a@33 → 0", "c@36 → 2"],
    );
    // The inner name hides the outer one.
    check("x = 1\nf = (x) => x", &["x@5..18: int", "x@10..18: A", "f@18..18: (x: A) => A"], &["x@17 → 1"]);
    check("option o = 1\no", &["o@12..14: int"], &["o@13 → 0"]);
}

#[test]
fn imports_are_definitions_even_of_what_is_not_there() {
    let (_, facts, _) = examined("import m \"no/such\"\nm.x");
    assert_eq!(facts.definitions()[0].kind, DefinitionKind::Import("no/such".into()));
    assert_eq!(facts.uses()[0].target, Target::Definition(0));
}

/// A parameter has the type that the call around gives it.
#[test]
fn types_are_those_at_the_end_of_the_check() {
    let text = "f = (g) => g(r: {id: 1})\nf(g: (r) => r)";
    let (source, facts, _) = examined(text);
    let at = text.rfind('r').unwrap() as u32;
    let last = facts.type_at(fluxlet_syntax::Span::new(at, at + 1)).unwrap();
    assert_eq!((source.text().len(), last.to_string().as_str()), (39, "{id: int}"));
}

#[test]
fn broken_texts_are_looked_at_as_far_as_they_go() {
    check("x = {a: 1}\ny = x.\n", &["x@10..18: {a: int}", "y@17..18: A"], &["x@15 → 0"]);
    check("f = (a) => (a + ", &["a@4..15: A", "f@15..16: (a: A) => A"], &["a@12 → 0"]);
}

/// A test case sees what stands behind it, but not what is in another one.
#[test]
fn test_cases_are_checked_after_the_rest() {
    let (_, _, problems) = examined("testcase a { x = later }\ntestcase b { x }\nlater = 1");
    assert_eq!(problems, ["undefined name `x`"]);
    let (_, _, problems) = examined("testcase a extends \"b.c\" { unknown }");
    assert_eq!(problems, [""; 0]);
}
