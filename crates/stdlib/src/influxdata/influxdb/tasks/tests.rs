//! Calls of the package's functions, with what they show.

use fluxlet_runtime::Value;

use super::PACKAGE;
use crate::testing::{call, check, time};

#[test]
fn last_success() {
    let never = call(&PACKAGE, "_zeroTime", &[]).expect("a null");
    let last = |or: Value, last: Value, expected: &str| {
        check(&PACKAGE, "_lastSuccess", &[("orTime", or), ("lastSuccessTime", last)], expected);
    };
    let (early, late) = (|| time("2020-01-01T00:00:00Z"), || time("2021-01-01T00:00:00Z"));
    last(late(), never.clone(), "2021-01-01T00:00:00.000000000Z");
    last(late(), early(), "2020-01-01T00:00:00.000000000Z");
    last(1_i64.into(), never, "error: argument `orTime` must be a time or a duration, found int");
    last(late(), "x".into(), "error: argument `lastSuccessTime` must be a time, found string");
}
