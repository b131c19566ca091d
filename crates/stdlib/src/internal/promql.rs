//! The package `internal/promql`.

use fluxlet_runtime::{Arguments, Builtin, Code, Error, Package, Result, Value};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// `internal/promql`: what queries of Prometheus become; what works on tables is declared only.
pub const PACKAGE: Package = Package {
    path: "internal/promql",
    source: fluxlet_sources::INTERNAL_PROMQL,
    builtins: &[
        ("promqlDayOfMonth", Builtin::Pure(|_, args| field(args, |clock| clock.day().into()))),
        (
            "promqlDayOfWeek",
            Builtin::Pure(|_, args| field(args, |clock| clock.weekday().to_sunday_zero_offset().into())),
        ),
        ("promqlDaysInMonth", Builtin::Pure(|_, args| field(args, |clock| clock.days_in_month().into()))),
        ("promqlHour", Builtin::Pure(|_, args| field(args, |clock| clock.hour().into()))),
        ("promqlMinute", Builtin::Pure(|_, args| field(args, |clock| clock.minute().into()))),
        ("promqlMonth", Builtin::Pure(|_, args| field(args, |clock| clock.month().into()))),
        ("promqlYear", Builtin::Pure(|_, args| field(args, |clock| clock.year().into()))),
    ],
    unimplemented: &[
        "changes",
        "emptyTable",
        "extrapolatedRate",
        "holtWinters",
        "instantRate",
        "labelReplace",
        "linearRegression",
        "promHistogramQuantile",
        "resets",
        "timestamp",
    ],
};

/// Reads one part of the clock in UTC, at the argument's seconds since 1970.
fn field(args: &Arguments, part: fn(DateTime) -> f64) -> Result<Value> {
    let seconds: f64 = args.required("timestamp")?;
    let nanoseconds = seconds * 1e9;
    // Times of Flux are nanoseconds in 64 bits.
    let known = (i64::MIN as f64..i64::MAX as f64).contains(&nanoseconds);
    let instant = known.then(|| Timestamp::from_nanosecond(i128::from(nanoseconds as i64)).ok()).flatten();
    let instant =
        instant.ok_or_else(|| Error::new(Code::OutOfRange, "argument `timestamp` is no time of 1677 to 2262"))?;
    Ok(part(TimeZone::UTC.to_datetime(instant)).into())
}

#[cfg(test)]
mod tests;
