//! Calls: arguments, defaults, pipes, closures, and builtins of each kind.

use fluxlet_runtime::{Arguments, Builtin, Calls, Function, Result, Step, Value};
use fluxlet_semantic::ir::{Expr, Statement};

use super::build::*;

/// `(a, ?b = 10, <-c) => [a, b, c]`
fn three() -> Expr {
    function([required(0, "a"), optional(1, "b", int(10)), pipe(2, "c")], array([local(0), local(1), local(2)]))
}

#[test]
fn arguments_go_by_name() {
    check(call(three(), [("a", int(1)), ("b", int(2)), ("c", int(3))]), "[1, 2, 3]");
    check(call(three(), [("c", int(3)), ("b", int(2)), ("a", int(1))]), "[1, 2, 3]");
    check(call(three(), [("c", int(3)), ("a", int(1))]), "[1, 10, 3]");
    check(piped(int(3), three(), [("a", int(1))]), "[1, 10, 3]");
    check(piped(int(3), three(), [("b", int(2)), ("a", int(1))]), "[1, 2, 3]");
    check(call(three(), [("a", int(1)), ("b", null()), ("c", int(3))]), "[1, <null>, 3]");
}

#[test]
fn arguments_that_do_not_fit_are_refused() {
    check(call(three(), [("a", int(1))]), "invalid: f > missing required argument `c`");
    check(piped(int(3), three(), []), "invalid: f > missing required argument `a`");
    check(
        call(three(), [("a", int(1)), ("c", int(3)), ("d", int(4))]),
        "invalid: f > unknown argument `d`; the function takes `a`, `b`, `c`",
    );
    check(
        piped(int(3), three(), [("a", int(1)), ("c", int(3))]),
        "invalid: f > argument `c` is given by name and by pipe",
    );
    check(piped(int(3), function([], int(1)), []), "invalid: f > the function takes no piped value");
    check(call(function([], int(1)), [("x", int(1))]), "invalid: f > unknown argument `x`; the function takes none");
    check(call(three(), [("a", int(1)), ("a", int(1)), ("c", int(1))]), "invalid: f > an argument is given twice");
    check(call(constant(2.5), [("x", int(1))]), "invalid: cannot call a value of type float");
    check(call(null(), []), "invalid: cannot call a null value");
}

#[test]
fn defaults_are_evaluated_at_each_call_in_the_scope_around() {
    // `g = (n) => ((x = n + 1) => x)()`
    let inner = || function([optional(1, "x", add(local(0), int(1)))], local(1));
    let outer = function([required(0, "n")], call(inner(), []));
    check(call(outer, [("n", int(4))]), "5");
    let boom = function([optional(0, "x", call_as("die", die(), [("msg", text("default"))], None))], local(0));
    check(call(boom, []), "invalid: f > die > default");
    let module = module(
        [],
        &["level", "f"],
        [
            assign(0, int(1)),
            assign(1, function([optional(0, "x", global(0))], local(0))),
            Statement::Expression(call(global(1), [])),
            assign(0, int(2)),
            Statement::Expression(call(global(1), [])),
        ],
    );
    assert_eq!(outcome(run(&module)), "1; 2");
}

#[test]
fn closures_keep_values() {
    // `(x) => { y = x + 1; return (z) => [x, y, z] }`
    let inner = function([required(2, "z")], array([local(0), local(1), local(2)]));
    let outer = block([required(0, "x")], [(1, add(local(0), int(1)))], inner);
    check(call(call(outer, [("x", int(1))]), [("z", int(3))]), "[1, 2, 3]");
}

#[test]
fn builtins_check_presence() {
    let sum = || {
        builtin(
            "sum",
            &["<-a", "?b"],
            Builtin::Pure(|_, arguments| {
                Ok((arguments.required::<i64>("a")? + arguments.optional::<i64>("b")?.unwrap_or(100)).into())
            }),
        )
    };
    check(call(sum(), [("b", int(2)), ("a", int(1))]), "3");
    check(piped(int(1), sum(), []), "101");
    check(call(sum(), []), "invalid: f > missing required argument `a`");
    check(
        call(sum(), [("a", int(1)), ("c", int(1))]),
        "invalid: f > unknown argument `c`; the function takes `a`, `b`",
    );
    check(call(sum(), [("a", text("x"))]), "invalid: f > argument `a` must be an int, found string");
    check(
        call(builtin_value("later", &[], None), []),
        "unimplemented: f > `later` of package `test` is not implemented yet",
    );
}

/// Calls `fn` with each element of `arr` and gathers the answers.
struct Map {
    function: Function,
    rest: Vec<Value>,
    done: Vec<Value>,
}

impl Calls for Map {
    fn callee(&self) -> (Function, &'static [&'static str]) {
        (self.function.clone(), &["x"])
    }

    fn step(&mut self, answer: Option<Result<Value>>, arguments: &mut Vec<Value>) -> Result<Step> {
        if let Some(answer) = answer {
            self.done.push(answer?);
        }
        Ok(match self.rest.pop() {
            Some(x) => {
                arguments.push(x);
                Step::Call
            }
            None => Step::Done(std::mem::take(&mut self.done).into()),
        })
    }
}

pub(crate) fn map() -> Expr {
    builtin(
        "map",
        &["<-arr", "fn"],
        Builtin::Calls(|_, arguments| {
            let mut rest = arguments.required::<&[Value]>("arr")?.to_vec();
            rest.reverse();
            let function = arguments.required::<&Function>("fn")?.clone();
            Ok(Box::new(Map { function, rest, done: Vec::new() }))
        }),
    )
}

/// Calls `fn` and gives its message if it fails.
struct Catch(Function);

impl Calls for Catch {
    fn callee(&self) -> (Function, &'static [&'static str]) {
        (self.0.clone(), &[])
    }

    fn step(&mut self, answer: Option<Result<Value>>, _: &mut Vec<Value>) -> Result<Step> {
        Ok(match answer {
            None => Step::Call,
            Some(Ok(value)) => Step::Done(value),
            Some(Err(error)) => Step::Done(format!("caught {}", error.message()).into()),
        })
    }
}

pub(crate) fn catch() -> Expr {
    let start = |_: &_, arguments: Arguments| -> Result<Box<dyn Calls>> {
        Ok(Box::new(Catch(arguments.required::<&Function>("fn")?.clone())))
    };
    builtin("catch", &["fn"], Builtin::Calls(start))
}

#[test]
fn builtins_call_functions() {
    let numbers = || array([int(1), int(2), int(3)]);
    let double = || function([required(0, "x")], add(local(0), local(0)));
    check(piped(numbers(), map(), [("fn", double())]), "[2, 4, 6]");
    check(piped(array([]), map(), [("fn", double())]), "[]");
    // A builtin that calls a builtin that calls.
    let inner = function([required(0, "x")], piped(array([local(0), int(9)]), map(), [("fn", double2())]));
    check(piped(numbers(), map(), [("fn", inner)]), "[[2, 18], [4, 18], [6, 18]]");
    // Builtins are functions like others.
    let negate = builtin("negate", &["x"], Builtin::Pure(|_, arguments| Ok((-arguments.required::<i64>("x")?).into())));
    check(piped(numbers(), map(), [("fn", negate)]), "[-1, -2, -3]");
    check(
        piped(numbers(), map(), [("fn", function([required(0, "y")], local(0)))]),
        "invalid: f > missing required argument `y`",
    );
}

/// A builtin that is called by a builtin is not inside the one before it.
#[test]
fn builtins_that_builtins_call_need_no_stack() {
    let one = builtin("one", &["x"], Builtin::Pure(|_, _| Ok(Value::Int(1))));
    let mapped = piped(array((0..100_000).map(int)), map(), [("fn", one)]);
    check(index(mapped, int(99_999)), "1");
}

fn double2() -> Expr {
    function([required(1, "x")], add(local(1), local(1)))
}

#[test]
fn builtins_may_handle_errors() {
    let boom = || function([], call_as("die", die(), [("msg", text("boom"))], None));
    check(call(catch(), [("fn", boom())]), "caught boom");
    check(array([int(1), call(catch(), [("fn", boom())]), int(2)]), "[1, caught boom, 2]");
    check(call(catch(), [("fn", function([], int(7)))]), "7");
    // An operator fails three frames further in; what lies on the stack there is gone.
    let deep = function([], array([int(1), call(function([], index(array([int(1)]), int(3))), [])]));
    check(array([int(1), call(catch(), [("fn", deep)])]), "[1, caught cannot access element 3 of array of length 1]");
}

#[test]
fn functions_of_another_run_are_refused() {
    let output = run(&program(function([], int(1)))).unwrap();
    let stranger = constant(output.results[0].1.clone());
    check(call(stranger, []), "invalid: f > the function belongs to another run, whose variables are gone");
}
