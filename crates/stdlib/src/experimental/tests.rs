//! Calls of the package's functions, with what they show.

use std::time::Duration;

use fluxlet_runtime::{Clock, Code, Context, Error, Limits, Record, Result, Run, Time, Value};

use super::PACKAGE;
use crate::testing::{call_with, check, function, run, shown};

#[test]
fn object_keys() {
    let record = Record::from([("b", 1_i64.into()), ("a", 2_i64.into())]);
    check(&PACKAGE, "objectKeys", &[("o", record.into())], "[b, a]");
    check(&PACKAGE, "objectKeys", &[("o", Record::default().into())], "[]");
}

fn catch(run: &Run, answer: Result<Value>) -> Result<Value> {
    let mut answer = Some(answer);
    call_with(&PACKAGE, "catch", run, &[("fn", function())], |named| {
        assert!(named.is_empty());
        answer.take().expect("one call")
    })
}

#[test]
fn catch_returns_values_and_errors() {
    let check = |answer: Result<Value>, expected: &str| assert_eq!(shown(&catch(&run(), answer)), expected);
    check(Ok(5_i64.into()), "{code: <null>, msg: <null>, value: 5}");
    check(Err(Error::invalid("boom")), "{code: 3, msg: boom, value: <null>}");
    let division = Error::new(Code::FailedPrecondition, "cannot divide by zero");
    check(Err(division), "{code: 9, msg: cannot divide by zero, value: <null>}");
    check(Err(Error::exhausted("too much")), "error: too much");
    check(Err(Error::new(Code::Canceled, "given up")), "error: given up");
}

#[test]
fn catch_tells_timeouts_from_the_deadline() {
    let timeout = || Err(Error::new(Code::DeadlineExceeded, "too slow"));
    assert_eq!(shown(&catch(&run(), timeout())), "{code: 4, msg: too slow, value: <null>}");
    let limits = Limits { time: Some(Duration::ZERO), ..Limits::default() };
    let over = Run::new(&Context::new().with_clock(Stopped).with_limits(limits));
    assert_eq!(shown(&catch(&over, timeout())), "error: too slow");
}

/// A clock that stands still.
struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Time {
        Time(0)
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}
