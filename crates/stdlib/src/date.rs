//! The package `date`.

use fluxlet_runtime::{Arguments, Builtin, Code, Duration, Error, Package, Record, Result, Run, Value};
use jiff::civil::DateTime;

use crate::calendar::{Place, instant, instant_after};

pub mod boundaries;

/// `date`: fields of instants, and calendar arithmetic.
pub const PACKAGE: Package = Package {
    path: "date",
    source: fluxlet_sources::DATE,
    builtins: &[
        ("_instant", Builtin::Pure(instant_from)),
        ("_second", Builtin::Pure(|run, args| part(run, args, 1_000_000_000, 60))),
        ("_millisecond", Builtin::Pure(|run, args| part(run, args, 1_000_000, 1_000))),
        ("_microsecond", Builtin::Pure(|run, args| part(run, args, 1_000, 1_000_000))),
        ("_nanosecond", Builtin::Pure(|run, args| part(run, args, 1, 1_000_000_000))),
        ("_minute", Builtin::Pure(|run, args| field(run, args, |clock| clock.minute().into()))),
        ("_hour", Builtin::Pure(|run, args| field(run, args, |clock| clock.hour().into()))),
        (
            "_weekDay",
            Builtin::Pure(|run, args| field(run, args, |clock| clock.weekday().to_sunday_zero_offset().into())),
        ),
        ("_monthDay", Builtin::Pure(|run, args| field(run, args, |clock| clock.day().into()))),
        ("_yearDay", Builtin::Pure(|run, args| field(run, args, |clock| clock.day_of_year().into()))),
        ("_month", Builtin::Pure(|run, args| field(run, args, |clock| clock.month().into()))),
        ("_year", Builtin::Pure(|run, args| field(run, args, |clock| clock.year().into()))),
        ("_week", Builtin::Pure(|run, args| field(run, args, |clock| clock.date().iso_week_date().week().into()))),
        ("_quarter", Builtin::Pure(|run, args| field(run, args, |clock| (i64::from(clock.month()) + 2) / 3))),
        ("_time", Builtin::Pure(time)),
        ("_add", Builtin::Pure(add)),
        ("_sub", Builtin::Pure(sub)),
        ("_truncate", Builtin::Pure(truncate)),
        ("scale", Builtin::Pure(scale)),
    ],
    unimplemented: &[],
};

/// Returns `t`, counted from `now` if it is a duration.
fn instant_from(_: &Run, args: &Arguments) -> Result<Value> {
    Ok(instant_after(args.required("now")?, args, "t")?.into())
}

fn place(args: &Arguments) -> Result<Place> {
    Place::read(args.required::<&Record>("location")?)
}

/// Returns how many `unit` nanoseconds lie after the last multiple of `count` of them.
fn part(run: &Run, args: &Arguments, unit: i64, count: i64) -> Result<Value> {
    Ok(instant(run, args, "t")?.0.div_euclid(unit).rem_euclid(count).into())
}

fn field(run: &Run, args: &Arguments, read: fn(DateTime) -> i64) -> Result<Value> {
    Ok(read(place(args)?.clock(instant(run, args, "t")?)?).into())
}

fn time(run: &Run, args: &Arguments) -> Result<Value> {
    Ok(place(args)?.as_utc(instant(run, args, "t")?)?.into())
}

fn add(run: &Run, args: &Arguments) -> Result<Value> {
    let span: Duration = args.required("d")?;
    Ok(place(args)?.add(instant(run, args, "to")?, span)?.into())
}

fn sub(run: &Run, args: &Arguments) -> Result<Value> {
    let span: Duration = args.required("d")?;
    Ok(place(args)?.add(instant(run, args, "from")?, -span)?.into())
}

fn truncate(run: &Run, args: &Arguments) -> Result<Value> {
    Ok(place(args)?.truncate(instant(run, args, "t")?, args.required("unit")?)?.into())
}

fn scale(_: &Run, args: &Arguments) -> Result<Value> {
    if let null @ Value::Null(Some(_)) = args.value("d")? {
        return Ok(null.clone());
    }
    let (span, times): (Duration, i64) = (args.required("d")?, args.required("n")?);
    let months = span.months().checked_mul(times);
    let scaled = months.zip(span.nanoseconds().checked_mul(times));
    scaled
        .and_then(|(months, nanoseconds)| Duration::new(months, nanoseconds))
        .map(Value::from)
        .ok_or_else(|| Error::new(Code::OutOfRange, format!("{span} times {times} is longer than any duration")))
}

#[cfg(test)]
mod tests;
