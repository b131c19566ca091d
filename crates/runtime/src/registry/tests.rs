//! Declarations and the functions behind them: joined, or refused.

use std::pin::pin;
use std::task::{Context as TaskContext, Poll, Waker};

use crate::{Arguments, Builtin, Code, Context, Package, Registry, Result, Run, Value};

fn double(_: &Run, arguments: &Arguments) -> Result<Value> {
    Ok(Value::Int(2 * arguments.required::<i64>("n")?))
}

const DOUBLE: Builtin = Builtin::Pure(double);
const LATER: Builtin = Builtin::Async(|_, arguments| Box::pin(async move { arguments.value("n").cloned() }));
const CALLS: Builtin = Builtin::Calls(|_, _| Err(crate::Error::internal("not called here")));
const PI: Builtin = Builtin::Value(|| Value::Float(3.0));

fn package(
    source: &'static str,
    builtins: &'static [(&'static str, Builtin)],
    unimplemented: &'static [&'static str],
) -> Package {
    Package { path: "some/pkg", source, builtins, unimplemented }
}

#[track_caller]
fn refused(package: Package, message: &str) {
    let error = Registry::new([package]).unwrap().verify().expect_err(message);
    assert_eq!((error.code(), error.message()), (Code::Internal, format!("package `some/pkg`: {message}").as_str()));
}

#[test]
fn differences_are_refused() {
    const F: &str = "package pkg\nbuiltin f : (n: int) => int";
    refused(package(F, &[], &[]), "`f` is declared, but has no row");
    refused(package("package pkg", &[("f", DOUBLE)], &[]), "row `f` is not declared");
    refused(package("package pkg", &[], &["b", "a"]), "row `a` is not declared");
    refused(package("package pkg\nf = (n) => n", &[("f", DOUBLE)], &[]), "row `f` is not declared");
    refused(package(F, &[("f", DOUBLE), ("f", DOUBLE)], &[]), "two rows are named `f`");
    refused(package(F, &[("f", DOUBLE)], &["f"]), "two rows are named `f`");
    refused(
        package("builtin f : int\nbuiltin f : int", &[("f", Builtin::Value(|| Value::Int(1)))], &[]),
        "`f` is declared twice",
    );
    refused(package("builtin f : (n: nope) => int", &[("f", DOUBLE)], &[]), "`f`: there is no type `nope`");
    refused(package("builtin f : (n: A) => int where A: Nope", &[("f", DOUBLE)], &[]), "`f`: there is no kind `Nope`");
    refused(package("builtin f : float", &[("f", DOUBLE)], &[]), "`f` is declared as `float`, its row is a function");
    refused(package("builtin f : int", &[("f", PI)], &[]), "`f` is declared as `int`, its row gives `float`");
    refused(package(F, &[("f", PI)], &[]), "`f` is declared as `(n: int) => int`, its row gives `float`");
    let error = Registry::new([package("x = 1 +", &[], &[])]).unwrap().load(0).map(drop).expect_err("no Flux");
    assert_eq!(error.code(), Code::Internal);
    assert!(error.message().starts_with("package `some/pkg`: 1:"), "{error}");
}

#[test]
fn paths_occur_once() {
    let error = Registry::new([package("", &[], &[]), package("", &[], &[])]).map(drop).expect_err("one path");
    assert_eq!((error.code(), error.message()), (Code::AlreadyExists, "package `some/pkg` is there twice"));
    let registry = Registry::new([]).unwrap();
    assert!(registry.is_empty());
    assert_eq!(registry.load(0).map(drop).unwrap_err().code(), Code::NotFound);
}

const SOURCE: &str = "package pkg\nbuiltin double : (n: int) => int\nbuiltin later : (<-n: A) => A\n\
    builtin calls : () => int\nbuiltin pi : float\nbuiltin never : (n: int) => int\nx = 1\n";

fn library() -> Registry {
    const ROWS: &[(&str, Builtin)] = &[("double", DOUBLE), ("later", LATER), ("calls", CALLS), ("pi", PI)];
    Registry::new([package(SOURCE, ROWS, &["never"])]).unwrap()
}

#[test]
fn packages_are_joined_once() {
    let registry = library();
    registry.verify().unwrap();
    assert_eq!((registry.len(), registry.index("some/pkg"), registry.index("pkg")), (1, Some(0), None));
    assert_eq!(registry.packages().map(|package| package.path).collect::<Vec<_>>(), ["some/pkg"]);
    let package = registry.load(0).unwrap();
    assert!(std::sync::Arc::ptr_eq(&package, &registry.load(0).unwrap()));
    assert_eq!((package.path, package.source.name()), ("some/pkg", "some/pkg/pkg.flux"));
    let mut names: Vec<_> = package.builtins.keys().map(|name| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["calls", "double", "later", "never", "pi"]);
    assert_eq!(package.builtins["pi"].to_string(), "3");
    assert_eq!(package.builtins["never"].to_string(), "(n: int) => int");
    let function = registry.function("some/pkg", "double").unwrap();
    assert_eq!((function.package.as_str(), function.name.as_str()), ("some/pkg", "double"));
}

fn call(name: &str, arguments: &[(&'static str, Value)]) -> Result<String> {
    let (registry, run) = (library(), Run::new(&Context::new()));
    let mut answer = pin!(registry.call("some/pkg", name, &run, arguments.iter().cloned()));
    match answer.as_mut().poll(&mut TaskContext::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer.map(|value| value.to_string()),
        Poll::Pending => panic!("nothing here waits"),
    }
}

#[test]
fn hosts_call_functions() {
    assert_eq!(call("double", &[("n", Value::Int(21))]).unwrap(), "42");
    assert_eq!(call("later", &[("n", "x".into())]).unwrap(), "x");
    for (name, arguments, code, message) in [
        ("double", vec![], Code::Invalid, "missing required argument `n`"),
        ("double", vec![("n", "x".into())], Code::Invalid, "argument `n` must be int, found string"),
        ("double", vec![("m", Value::Int(1))], Code::Invalid, "unknown argument `m`; the function takes `n`"),
        ("double", vec![("n", Value::NULL)], Code::Invalid, "argument `n` is null, it must be an int"),
        ("calls", vec![], Code::Unimplemented, "`calls` can be called by a script only"),
        ("pi", vec![], Code::NotFound, "there is no builtin `pi` in package `some/pkg`"),
        ("x", vec![], Code::NotFound, "there is no builtin `x` in package `some/pkg`"),
        (
            "never",
            vec![("n", Value::Int(1))],
            Code::Unimplemented,
            "`never` of package `some/pkg` is not implemented yet",
        ),
    ] {
        let error = call(name, &arguments).expect_err(message);
        assert_eq!((error.code(), error.message()), (code, message));
    }
    assert_eq!(library().function("nope", "f").map(drop).unwrap_err().code(), Code::NotFound);
}
