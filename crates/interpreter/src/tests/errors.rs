//! Where errors come from: traces and places.

use fluxlet_runtime::{Arguments, Builtin, Calls, Function, Result, Step, Value};
use fluxlet_semantic::ir::{Expr, StringPart};
use fluxlet_syntax::Span;
use fluxlet_syntax::ast::BinaryOp;

use super::build::*;
use super::calls::{catch, map};

/// Compares the trace, innermost first, `NAME@START..END` each.
#[track_caller]
fn check_trace(value: Expr, expected: &str) {
    let error = run(&program(value)).unwrap_err();
    let trace: Vec<String> = error.trace().iter().map(|f| format!("{}@{:?}", f.function, f.span)).collect();
    assert_eq!(trace.join(" "), expected);
    assert!(error.trace().iter().all(|frame| frame.source.name() == "main"));
}

fn boom() -> Expr {
    at(30, 40, call_as("die", die(), [("msg", text("boom"))], None))
}

#[test]
fn each_call_that_an_error_leaves_is_in_the_trace() {
    check_trace(boom(), "die@30..40");
    let inner = || function([], boom());
    let outer = || function([], at(20, 25, call_as("inner", inner(), [], None)));
    check_trace(at(1, 9, call_as("outer", outer(), [], None)), "die@30..40 inner@20..25 outer@1..9");
    // The builtin in between is there, the function it calls has no call in the source.
    let mapped = at(1, 9, call_as("map", map(), [("arr", array([int(1)])), ("fn", callback())], None));
    check_trace(mapped, "die@30..40 map@1..9");
}

fn callback() -> Expr {
    function([required(0, "x")], boom())
}

#[test]
fn operators_add_a_place_without_a_name() {
    let division = || at(50, 55, binary(int(1), BinaryOp::Div, int(0)));
    check_trace(division(), "@50..55");
    check_trace(at(1, 9, call_as("f", function([], division()), [], None)), "@50..55 f@1..9");
    check_trace(at(50, 53, index(array([]), int(0))), "@50..53");
    let part = StringPart::Expr(Span::new(60, 64), null());
    check_trace(at(58, 66, interpolated([part])), "@60..64");
    check_trace(at(1, 9, call_as("f", at(1, 3, constant(1.5)), [], None)), "@1..3");
    check_trace(at(1, 9, call_as("f", function([], int(1)), [("x", int(1))], None)), "f@1..9");
    check_trace(at(7, 9, conditional(at(4, 6, null()), int(1), int(2))), "@4..6");
}

#[test]
fn defaults_belong_to_the_call() {
    let default = function([optional(0, "x", boom())], local(0));
    check_trace(at(1, 9, call_as("f", default, [], None)), "die@30..40 f@1..9");
}

#[test]
fn an_error_that_was_handled_leaves_no_trace() {
    let handled = call(catch(), [("fn", function([], boom()))]);
    let after = at(70, 75, binary(handled, BinaryOp::Add, int(1)));
    check_trace(after, "@70..75");
}

#[test]
fn panics_of_builtins_become_errors() {
    let pure = || builtin("broken", &[], Builtin::Pure(|_, _| panic!("a secret")));
    let expected = "internal: broken > builtin `broken` of package `test` panicked";
    check(call_as("broken", pure(), [], None), expected);
    let start = builtin("broken", &[], Builtin::Async(|_, _| panic!("a secret")));
    check(call_as("broken", start, [], None), expected);
    let poll = builtin("broken", &[], Builtin::Async(|_, _| Box::pin(async { panic!("a secret") })));
    check(call_as("broken", poll, [], None), expected);
    let calls = builtin("broken", &[], Builtin::Calls(|_, _| panic!("a secret")));
    check(call_as("broken", calls, [], None), expected);
    struct Broken(Function);
    impl Calls for Broken {
        fn callee(&self) -> (Function, &'static [&'static str]) {
            (self.0.clone(), &[])
        }

        fn step(&mut self, _: Option<Result<Value>>, _: &mut Vec<Value>) -> Result<Step> {
            panic!("a secret")
        }
    }
    let start = |_: &_, arguments: Arguments| -> Result<Box<dyn Calls>> {
        Ok(Box::new(Broken(arguments.required::<&Function>("fn")?.clone())))
    };
    let step = builtin("broken", &["fn"], Builtin::Calls(start));
    check(call_as("broken", step, [("fn", function([], int(1)))], None), expected);
    // A builtin around it may handle it, and the run goes on.
    let inner = function([], call_as("broken", pure(), [], None));
    check(call(catch(), [("fn", inner)]), "caught builtin `broken` of package `test` panicked");
}
