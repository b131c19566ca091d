//! Fuel, depth, memory and deadline.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use fluxlet_runtime::{Builtin, Clock, Code, Context, Limits, Time, Value};
use fluxlet_semantic::ir::{Expr, Module, Statement};
use fluxlet_syntax::ast::BinaryOp;

use super::build::*;
use super::calls::{catch, map};
use crate::{Outcome, drive};

fn limits() -> Limits {
    Limits { time: None, ..Limits::default() }
}

#[track_caller]
fn check_limits(module: &Module, limits: Limits, expected: &str) {
    assert_eq!(outcome(block_on(drive(vm(module, limits)))), expected);
}

/// `f0 = (x) => x + 1`, `f1 = (x) => f0(x: f0(x: x))`, …: the last takes `2^levels` additions.
fn tower(levels: u32) -> Module {
    let names: Vec<String> = (0..=levels).map(|level| format!("f{level}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut statements = vec![assign(0, function([required(0, "x")], add(local(0), int(1))))];
    for level in 1..=levels {
        let below = |value| call(global(level - 1), [("x", value)]);
        statements.push(assign(level, function([required(level, "x")], below(below(local(level))))));
    }
    statements.push(Statement::Expression(call(global(levels), [("x", int(0))])));
    module([], &names, statements)
}

#[test]
fn fuel_runs_out_at_the_same_step() {
    // Three instructions: constant, result, end.
    check_limits(&program(int(1)), Limits { steps: 3, ..limits() }, "1");
    let message = "resource exhausted: the run took more than 2 steps; raise `limits.steps` to allow more";
    check_limits(&program(int(1)), Limits { steps: 2, ..limits() }, message);
    check_limits(&tower(10), limits(), "1024");
    let spent = |steps| block_on(drive(vm(&tower(40), Limits { steps, ..limits() }))).unwrap_err();
    let error = spent(1_000_000);
    assert_eq!(error.code(), Code::ResourceExhausted);
    assert_eq!(error.message(), "the run took more than 1000000 steps; raise `limits.steps` to allow more");
    assert!(error.trace().len() > 10, "the place is known");
}

#[test]
fn the_thread_is_given_back_now_and_then() {
    let mut turns = 0;
    let mut machine = vm(&tower(14), limits());
    let output = loop {
        match machine.run() {
            Outcome::Done(ended) => break ended.into_result(),
            Outcome::Yielded(vm) => machine = vm,
            Outcome::Waiting(..) => panic!("nothing to wait for"),
        }
        turns += 1;
    };
    assert_eq!(outcome(output), "16384");
    assert_eq!(turns, 2);
}

#[test]
fn builtins_cannot_handle_limits() {
    let endless = function([], call(catch(), [("fn", function([], call(catch(), [("fn", spin())])))]));
    check_limits(
        &program(call(endless, [])),
        Limits { steps: 5000, ..limits() },
        "resource exhausted: f > f > f > f > the run took more than 5000 steps; raise `limits.steps` to allow more",
    );
}

/// A function that takes more steps than the limit of the test above.
fn spin() -> Expr {
    let mut sum = int(0);
    for _ in 0..5000 {
        sum = add(sum, int(1));
    }
    let big = sum;
    function([], call(function([], big), []))
}

#[test]
fn calls_are_not_nested_deeper_than_allowed() {
    let nested = |depth: usize| {
        let mut value = int(7);
        for _ in 0..depth {
            value = call(function([], value), []);
        }
        program(value)
    };
    check_limits(&nested(5), Limits { depth: 5, ..limits() }, "7");
    let expected = "resource exhausted: f > f > f > f > f > f > the calls are nested more than 5 deep; raise `limits.depth` to allow more";
    check_limits(&nested(6), Limits { depth: 5, ..limits() }, expected);
    // The builtin counts as well as the function it calls.
    let mapped = program(piped(array([int(1)]), map(), [("fn", function([required(0, "x")], local(0)))]));
    check_limits(&mapped, Limits { depth: 2, ..limits() }, "[1]");
    let expected = "resource exhausted: f > the calls are nested more than 1 deep; raise `limits.depth` to allow more";
    check_limits(&mapped, Limits { depth: 1, ..limits() }, expected);
}

fn doubling(times: u32) -> Module {
    let names: Vec<String> = (0..=times).map(|n| format!("s{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut statements = vec![assign(0, text("0123456789abcdef"))];
    statements.extend((1..=times).map(|n| assign(n, add(global(n - 1), global(n - 1)))));
    module([], &names, statements)
}

#[test]
fn memory_is_refused_before_it_is_taken() {
    let most = Limits { memory: 1 << 20, ..limits() };
    // 16 + 32 + … + 2^18 bytes are held, and 32 for each of the texts.
    check_limits(&doubling(14), most.clone(), "");
    let expected =
        "resource exhausted: the run needs more than its 1048576 bytes of memory; raise `limits.memory` to allow more";
    check_limits(&doubling(40), most.clone(), expected);
    let error = block_on(drive(vm(&nested_arrays(30), most))).unwrap_err();
    assert_eq!(format!("{}: {}", error.code(), error.message()), expected);
}

/// `a1 = [[…], …]` with three fresh elements a level, each a call of the level below.
fn nested_arrays(levels: u32) -> Module {
    let names: Vec<String> = (0..=levels).map(|level| format!("f{level}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut statements = vec![assign(0, function([], array([int(1)])))];
    for level in 1..=levels {
        let below = || call(global(level - 1), []);
        statements.push(assign(level, function([], array([below(), below(), below()]))));
    }
    statements.push(Statement::Expression(call(global(levels), [])));
    module([], &names, statements)
}

#[test]
fn what_is_dropped_is_not_charged() {
    // Each call makes an array of 2 kB and drops it: 4 MB in all, under a limit of 100 kB.
    let garbage = function([required(0, "x")], index(array((0..80).map(int)), local(0)));
    let numbers = array((0..2000).map(|n| int(n % 80)));
    let last = index(piped(numbers, map(), [("fn", garbage)]), int(1999));
    check_limits(&program(last), Limits { memory: 100 << 10, ..limits() }, "79");
}

#[test]
fn what_a_builtin_gathers_is_charged() {
    let keep = function([required(0, "x")], array((0..80).map(|_| local(0))));
    let numbers = array((0..2000).map(int));
    let all = piped(numbers, map(), [("fn", keep)]);
    let expected = "resource exhausted: f > the run needs more than its 102400 bytes of memory; raise `limits.memory` to allow more";
    check_limits(&program(all), Limits { memory: 100 << 10, ..limits() }, expected);
}

#[test]
fn builtins_find_room_that_garbage_took() {
    // Charges half of the memory each time, and keeps nothing.
    let hungry = || {
        builtin(
            "hungry",
            &[],
            Builtin::Pure(|run, _| {
                run.charge(run.context().limits().memory / 2)?;
                Ok(Value::Int(1))
            }),
        )
    };
    let calls = array((0..10).map(|_| call_as("hungry", hungry(), [], None)));
    check_limits(
        &program(calls),
        Limits { memory: 64 << 10, ..limits() },
        &format!("[\n{}\n]", ["    1"; 10].join(",\n")),
    );
}

#[test]
fn equality_costs_what_it_walks_over() {
    let names: Vec<String> = (0..=40).map(|n| format!("d{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut statements = vec![assign(0, array([int(1)]))];
    statements.extend((1..=40).map(|n| assign(n, array([global(n - 1), global(n - 1)]))));
    statements.push(Statement::Expression(binary(global(40), BinaryOp::Eq, global(40))));
    let module = module([], &names, statements);
    let expected = "resource exhausted: the run took more than 1000 steps; raise `limits.steps` to allow more";
    check_limits(&module, Limits { steps: 1000, ..limits() }, expected);
    // What is shared is walked over once, though there are 2⁴⁰ ways to it.
    check_limits(&module, Limits { steps: u64::MAX, time: None, ..limits() }, "true");
}

/// A clock that goes a second ahead each time somebody looks at it.
struct Ticking(AtomicU64);

impl Clock for Ticking {
    fn now(&self) -> Time {
        Time(0)
    }

    fn elapsed(&self) -> Duration {
        Duration::from_secs(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

#[test]
fn the_deadline_is_checked_while_the_machine_runs() {
    let context = |seconds| {
        let limits = Limits { time: Some(Duration::from_secs(seconds)), steps: u64::MAX, ..Limits::default() };
        Context::new().with_clock(Ticking(AtomicU64::new(0))).with_limits(limits)
    };
    let run =
        |module: &Module, seconds| outcome(block_on(drive(vm_with(module, Library(Vec::new()), &context(seconds)))));
    let error = block_on(drive(vm_with(&tower(40), Library(Vec::new()), &context(20)))).unwrap_err();
    assert_eq!(error.code(), Code::DeadlineExceeded);
    assert_eq!(error.message(), "the run took longer than 20s; raise `limits.time` to allow more");
    // Builtins are followed by a look at the clock: the third call is one too many.
    let one = || call_as("one", builtin("one", &[], Builtin::Pure(|_, _| Ok(Value::Int(1)))), [], None);
    assert_eq!(run(&program(array([one(), one()])), 4), "[1, 1]");
    let expected = "deadline exceeded: one > the run took longer than 4s; raise `limits.time` to allow more";
    assert_eq!(run(&program(array([one(), one(), one()])), 4), expected);
    let handled = call(catch(), [("fn", function([], array([one(), one(), one()])))]);
    assert_eq!(
        run(&program(handled), 4),
        "deadline exceeded: f > one > the run took longer than 4s; raise `limits.time` to allow more"
    );
}

#[test]
fn deep_chains_of_closures_are_dropped_one_by_one() {
    // A closure that holds a closure that holds … : made by a builtin, since a script of that size would be large.
    let wrap = function([required(0, "f")], function([], local(0)));
    let mut value = function([], int(1));
    for _ in 0..200_000 {
        value = call(global(0), [("f", value)]);
    }
    let module = module([], &["wrap", "deep"], [assign(0, wrap), assign(1, value)]);
    let code = code(&module);
    std::mem::forget(module);
    let packages = Arc::new(Library(Vec::new()));
    let run = fluxlet_runtime::Run::new(&Context::new().with_limits(limits()));
    let output = block_on(drive(crate::Vm::new(code, packages, run))).unwrap();
    assert_eq!(output.globals.len(), 2);
    drop(output);
}
