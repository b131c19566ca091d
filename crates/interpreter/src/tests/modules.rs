//! Packages, options, variables, and what a program leaves behind.

use std::collections::HashMap;
use std::sync::Arc;

use ecow::EcoString;
use fluxlet_runtime::{Context, Value};
use fluxlet_semantic::ir::{Expr, ExprKind, Module, Statement};
use fluxlet_syntax::{Source, Span};

use super::build::*;
use crate::{Code, compile, drive};

fn show(value: Expr) -> Statement {
    Statement::Expression(value)
}

fn package(name: &str, module: &Module, builtins: &[(&str, Value)]) -> Arc<Code> {
    let builtins: HashMap<EcoString, Value> =
        builtins.iter().map(|(name, value)| (EcoString::from(*name), value.clone())).collect();
    compile(module, &Source::new(name, ""), &builtins).unwrap()
}

fn run_with(main: &Module, packages: Vec<Arc<Code>>) -> String {
    outcome(block_on(drive(vm_with(main, Library(packages), &Context::new()))))
}

/// Package 0: `option level = 1`, `read = () => level`, `builtin pi`.
fn options() -> Arc<Code> {
    let statements = [assign(0, int(1)), assign(1, function([], global(0))), Statement::Builtin { slot: 2 }];
    package("options", &module([], &["level", "read", "pi"], statements), &[("pi", 2.5.into())])
}

#[test]
fn packages_are_evaluated_before_the_program() {
    // Package 1 imports package 0 and adds to its level; its own expression statement is no result.
    let next = add(imported(0, 0), int(1));
    let second = package("second", &module([0], &["next"], [assign(0, next), show(int(99))]), &[]);
    let main = module([1, 0], &[], [show(imported(1, 0)), show(imported(0, 2)), show(call(imported(0, 1), []))]);
    assert_eq!(run_with(&main, vec![options(), second]), "2; 2.5; 1");
}

#[test]
fn options_are_seen_by_the_package() {
    let set = Statement::SetOption { package: 0, slot: 0, value: int(5) };
    let read = || show(call(imported(0, 1), []));
    let main = module([0], &[], [read(), set, read(), show(imported(0, 0))]);
    assert_eq!(run_with(&main, vec![options()]), "1; 5; 5");
}

#[test]
fn each_run_has_its_own_options() {
    let code = options();
    let set = || Statement::SetOption { package: 0, slot: 0, value: int(5) };
    let read = || show(call(imported(0, 1), []));
    assert_eq!(run_with(&module([0], &[], [set(), read()]), vec![Arc::clone(&code)]), "5");
    assert_eq!(run_with(&module([0], &[], [read()]), vec![code]), "1");
}

#[test]
fn a_package_is_a_record() {
    let whole = || Expr { span: Span::default(), kind: ExprKind::Package(0) };
    let main = module([0], &[], [show(whole())]);
    assert_eq!(run_with(&main, vec![options()]), "{level: 1, pi: 2.5, read: null}");
}

#[test]
fn a_missing_builtin_is_null() {
    let none = package("none", &module([], &["pi"], [Statement::Builtin { slot: 0 }]), &[]);
    assert_eq!(run_with(&module([0], &[], [show(imported(0, 0))]), vec![none]), "<null>");
}

#[test]
fn packages_that_cannot_be_had_end_the_run() {
    assert_eq!(run_with(&module([3], &[], []), Vec::new()), "internal: no such package");
    let unimported = module([], &[], [show(imported(0, 0))]);
    let expected = "internal: a package is used that was not imported";
    assert_eq!(run_with(&unimported, vec![options()]), expected);
}

#[test]
fn errors_of_a_package_name_its_source() {
    let boom = at(0, 0, call_as("die", die(), [("msg", text("boom"))], None));
    let bad = package("bad/bad.flux", &module([], &["x"], [assign(0, boom)]), &[]);
    let main = module([0], &[], []);
    let error = block_on(drive(vm_with(&main, Library(vec![bad]), &Context::new()))).unwrap_err();
    assert_eq!(error.chain(), "error calling function \"die\" @bad/bad.flux|1:1-1:1: boom");
}

#[test]
fn variables_come_from_the_context() {
    let variable = |name: &str| Expr { span: Span::default(), kind: ExprKind::Variable(name.into()) };
    let context = Context::new().with_variable("region", "eu");
    let value = |name| {
        let main = program(variable(name));
        outcome(block_on(drive(vm_with(&main, Library(Vec::new()), &context))))
    };
    assert_eq!(value("region"), "eu");
    assert_eq!(value("zone"), "invalid: the context does not set the variable `zone`");
}

#[test]
fn a_program_leaves_results_and_names_behind() {
    let main =
        module([], &["a", "b"], [assign(0, int(1)), show(at(3, 4, global(0))), assign(1, text("x")), show(global(1))]);
    let output = run(&main).unwrap();
    assert_eq!(output.results[0].0, Span::new(3, 4));
    assert_eq!(output.globals.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert!(matches!(output.globals[0].1, Value::Int(1)));
    assert_eq!(outcome(Ok(output)), "1; x");
}
