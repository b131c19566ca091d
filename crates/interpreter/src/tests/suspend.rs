//! Builtins that wait.

use std::sync::atomic::{AtomicBool, Ordering};

use fluxlet_runtime::{Builtin, Error, Limits, Result, Value};
use fluxlet_semantic::ir::Expr;

use super::build::*;
use super::calls::{catch, map};
use crate::{Outcome, Vm};

fn start(value: Expr) -> Vm {
    vm(&program(value), Limits { time: None, ..Limits::default() })
}

/// A builtin that waits for ever: the test answers in its place.
fn wait() -> Expr {
    builtin("wait", &["?x"], Builtin::Async(|_, _| Box::pin(std::future::pending())))
}

/// Answers each wait by the next of `answers`.
#[track_caller]
pub(crate) fn check_answers<const N: usize>(value: Expr, answers: [Result<Value>; N], expected: &str) {
    let mut outcome = start(value).run();
    for answer in answers {
        outcome = match outcome {
            Outcome::Waiting(paused, _) => paused.resume(answer),
            _ => panic!("the program does not wait"),
        };
    }
    match outcome {
        Outcome::Done(ended) => assert_eq!(super::build::outcome(ended.into_result()), expected),
        _ => panic!("the program is not done"),
    }
}

fn waiting() -> Expr {
    call_as("wait", wait(), [], None)
}

#[test]
fn a_program_goes_on_with_the_answer() {
    check_answers(waiting(), [Ok(Value::Int(7))], "7");
    check_answers(array([waiting(), int(1), waiting()]), [Ok(Value::Int(7)), Ok(Value::Int(8))], "[7, 1, 8]");
    check_answers(call(function([], add(waiting(), int(1))), []), [Ok(Value::Int(7))], "8");
    check_answers(waiting(), [Err(Error::invalid("no"))], "invalid: wait > no");
}

#[test]
fn functions_that_builtins_call_may_wait() {
    let body = function([required(0, "x")], add(local(0), waiting()));
    let mapped = piped(array([int(1), int(2)]), map(), [("fn", body)]);
    check_answers(array([int(0), mapped]), [Ok(Value::Int(10)), Ok(Value::Int(20))], "[0, [11, 22]]");
    // The builtin itself is what is called.
    let direct = || piped(array([int(1), int(2)]), map(), [("fn", wait())]);
    check_answers(direct(), [Ok(Value::Int(10)), Ok(Value::Int(20))], "[10, 20]");
    check_answers(direct(), [Ok(Value::Int(10)), Err(Error::invalid("no"))], "invalid: f > no");
    let caught = call(catch(), [("fn", function([], waiting()))]);
    check_answers(caught, [Err(Error::invalid("no"))], "caught no");
    let canceled = call(catch(), [("fn", function([], waiting()))]);
    let error = Error::new(fluxlet_runtime::Code::Canceled, "given up");
    check_answers(canceled, [Err(error)], "canceled: f > wait > given up");
}

#[test]
fn futures_are_driven_to_their_end() {
    let later = Builtin::Async(|_, arguments| {
        Box::pin(async move {
            let mut polls = 0;
            std::future::poll_fn(|_| {
                polls += 1;
                if polls < 3 { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
            })
            .await;
            arguments.value("x").cloned()
        })
    });
    let body = function([required(0, "x")], call_as("later", builtin("later", &["x"], later), [("x", local(0))], None));
    check(piped(array([int(1), int(2)]), map(), [("fn", body)]), "[1, 2]");
}

#[test]
fn dropping_a_waiting_program_drops_its_future() {
    static DROPPED: AtomicBool = AtomicBool::new(false);
    struct Flag;
    impl Drop for Flag {
        fn drop(&mut self) {
            DROPPED.store(true, Ordering::Relaxed);
        }
    }
    let held = Builtin::Async(|_, _| {
        let flag = Flag;
        Box::pin(async move {
            let _flag = flag;
            std::future::pending().await
        })
    });
    let outcome = start(call(builtin("held", &[], held), [])).run();
    assert!(matches!(outcome, Outcome::Waiting(..)));
    assert!(!DROPPED.load(Ordering::Relaxed));
    drop(outcome);
    assert!(DROPPED.load(Ordering::Relaxed));
}

#[test]
fn machines_may_move_between_threads() {
    fn assert_send<T: Send>(_: &T) {}
    let machine = start(int(1));
    assert_send(&machine);
    assert_send(&crate::drive(machine));
}
