//! Builtins that give the arguments of several calls at once.

use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

use fluxlet_runtime::{Builtin, Calls, Error, Function, Limits, Result, Step, Value};
use fluxlet_semantic::ir::Expr;
use fluxlet_syntax::ast::BinaryOp;

use super::build::*;
use super::suspend::check_answers;

/// Calls `fn` with `a` from 0 to `n - 1` and ten times that as `b`; gives the sum of the answers, each times its turn.
struct Rows {
    function: Function,
    count: i64,
    at: i64,
    sum: i64,
}

impl Calls for Rows {
    fn callee(&self) -> (Function, &'static [&'static str]) {
        (self.function.clone(), &["a", "b"])
    }

    fn compiles(&self) -> bool {
        false
    }

    fn step(&mut self, answer: Option<Result<Value>>, arguments: &mut Vec<Value>) -> Result<Step> {
        if let Some(answer) = answer {
            let Value::Int(value) = answer? else {
                return Err(Error::invalid(format!("answer {} is no int", self.at)));
            };
            self.at += 1;
            self.sum += self.at * value;
        }
        self.ahead(0..1, arguments);
        Ok(if arguments.is_empty() { Step::Done(Value::Int(self.sum)) } else { Step::Call })
    }

    fn ahead(&self, calls: Range<usize>, arguments: &mut Vec<Value>) {
        for row in calls.map(|call| self.at + call as i64).take_while(|row| *row < self.count) {
            arguments.extend([Value::Int(row), Value::Int(10 * row)]);
        }
    }
}

fn rows(count: i64, function: Expr) -> Expr {
    let builtin = builtin(
        "rows",
        &["n", "fn"],
        Builtin::Calls(|_, arguments| {
            let function = arguments.required::<&Function>("fn")?.clone();
            Ok(Box::new(Rows { function, count: arguments.required("n")?, at: 0, sum: 0 }))
        }),
    );
    call_as("rows", builtin, [("n", int(count)), ("fn", function)], None)
}

fn on_rows(result: Expr) -> Expr {
    function([required(0, "a"), required(1, "b")], result)
}

/// `if a == row then value else b`
fn but_at(row: i64, value: Expr) -> Expr {
    on_rows(conditional(binary(local(0), BinaryOp::Eq, int(row)), value, local(1)))
}

#[test]
fn any_number_of_calls_is_made_in_order() {
    for count in [0, 1, 2, 63, 64, 65, 200] {
        let expected: i64 = (0..count).map(|row| (row + 1) * 11 * row).sum();
        check(rows(count, on_rows(add(local(0), local(1)))), &expected.to_string());
        let wordy = block([required(0, "a"), required(1, "b")], [(2, add(local(0), local(1)))], local(2));
        check(rows(count, wordy), &expected.to_string());
        let swapped = function([required(1, "b"), required(0, "a")], add(local(0), local(1)));
        check(rows(count, swapped), &expected.to_string());
    }
    // A call whose function calls as well: 0 + 0, 1 · (0 + 2 · 10), …
    check(rows(3, on_rows(add(local(0), rows(2, function([required(2, "a"), required(3, "b")], local(3)))))), "128");
}

#[test]
fn an_error_comes_after_the_answers_before_it() {
    let boom = || call_as("die", die(), [("msg", text("boom"))], None);
    check(rows(9, but_at(5, boom())), "invalid: rows > die > boom");
    check(rows(9, but_at(0, boom())), "invalid: rows > die > boom");
    check(rows(9, but_at(5, text("no"))), "invalid: rows > answer 5 is no int");
}

#[test]
fn a_null_is_seen_before_the_next_call() {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    let null = || {
        CALLS.fetch_add(1, Ordering::Relaxed);
        Value::NULL
    };
    let answer = call_as("null", builtin("null", &[], Builtin::Pure(|_, _| Ok(Value::NULL))), [], None);
    check(rows(9, but_at(3, answer)), "invalid: rows > answer 3 is no int");
    let counted = call_as("counted", builtin("counted", &[], Builtin::Value(null)), [], None);
    check(rows(9, on_rows(counted)), "invalid: rows > answer 0 is no int");
    assert_eq!(CALLS.load(Ordering::Relaxed), 1);
}

#[test]
fn calls_may_wait_in_between() {
    let waiting =
        || call_as("wait", builtin("wait", &[], Builtin::Async(|_, _| Box::pin(std::future::pending()))), [], None);
    check_answers(rows(4, but_at(2, waiting())), [Ok(Value::Int(7))], "161");
    let all = || rows(2, on_rows(add(local(1), waiting())));
    check_answers(all(), [Ok(Value::Int(1)), Ok(Value::Int(2))], "25");
    check_answers(all(), [Ok(Value::Int(1)), Err(Error::invalid("no"))], "invalid: rows > wait > no");
    check_answers(rows(4, but_at(2, waiting())), [Ok(Value::NULL)], "invalid: rows > answer 2 is no int");
}

#[test]
fn steps_are_counted_call_by_call() {
    let spent = |count| {
        let module = program(rows(count, on_rows(add(local(0), local(1)))));
        let enough =
            |steps| block_on(crate::drive(vm(&module, Limits { steps, time: None, ..Limits::default() }))).is_ok();
        (1..10_000).find(|&steps| enough(steps)).unwrap()
    };
    // An operator, a return, and the builtin.
    assert_eq!(spent(200) - spent(100), 300);
}
