//! Calendar arithmetic by the clock of a place: fields of an instant, windows, sums.
//!
//! A reading of a local clock is kept as the nanoseconds since 1970 that a clock in UTC would show, in 128 bits; it
//! becomes 64 bits, wrapping as Flux does, when it is an instant again.

use fluxlet_runtime::{Arguments, Code, Duration, Error, Record, Result, Run, Time, Value};
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Span, Timestamp};

use crate::message::{found, quoted};

const NANOSECONDS: i128 = 1_000_000_000;

/// Whose clock counts.
pub(crate) struct Place {
    /// `None` is UTC.
    zone: Option<TimeZone>,
    /// What is added to the zone's clock.
    offset: Duration,
}

/// Reads a time, or a duration from the start of the run.
///
/// # Errors
/// `invalid` if the argument is neither; `out of range` past the calendar.
pub(crate) fn instant(run: &Run, args: &Arguments, name: &str) -> Result<Time> {
    instant_after(run.now(), args, name)
}

/// Reads a time, or a duration from `now`.
///
/// # Errors
/// Those of [`instant`].
pub(crate) fn instant_after(now: Time, args: &Arguments, name: &str) -> Result<Time> {
    match args.value(name)? {
        Value::Time(time) => Ok(*time),
        Value::Duration(duration) => Ok(wrap(add(i128::from(now.0), *duration)?)),
        other => {
            let found = found(other);
            Err(Error::mismatch(format!("argument `{name}`"), "a time or a duration", &found))
        }
    }
}

/// Finds a zone; `None` is UTC.
///
/// # Errors
/// `not found` if there is no zone of that name.
pub(crate) fn zone(name: &str) -> Result<Option<TimeZone>> {
    match name {
        "" | "UTC" => Ok(None),
        // The names of others differ in capitals.
        name => TimeZone::get(name)
            .ok()
            .filter(|zone| zone.iana_name() == Some(name))
            .map(Some)
            .ok_or_else(|| Error::new(Code::NotFound, format!("unknown time zone {}", quoted(name)))),
    }
}

impl Place {
    /// Reads `{zone: string, offset: duration}`.
    ///
    /// # Errors
    /// `invalid` if a field is missing or of another type; `not found` for an unknown zone.
    pub(crate) fn read(record: &Record) -> Result<Self> {
        let field = |label: &str| {
            record.get(label).ok_or_else(|| Error::invalid(format!("the location record has no field `{label}`")))
        };
        let wrong = |label: &str, expected: &str, value: &Value| {
            let what = format!("field `{label}` of the location record");
            Error::mismatch(what, expected, &found(value))
        };
        let zone = match field("zone")? {
            Value::String(name) => zone(name)?,
            other => return Err(wrong("zone", "a string", other)),
        };
        match field("offset")? {
            Value::Duration(offset) => Ok(Self { zone, offset: *offset }),
            other => Err(wrong("offset", "a duration", other)),
        }
    }

    /// Returns what the clock shows, as a date and a time of day.
    ///
    /// # Errors
    /// `out of range` past the calendar.
    pub(crate) fn clock(&self, time: Time) -> Result<DateTime> {
        civil(self.local(time)?)
    }

    /// Returns the instant whose reading in UTC is what the clock shows.
    ///
    /// # Errors
    /// `out of range` past the calendar.
    pub(crate) fn as_utc(&self, time: Time) -> Result<Time> {
        self.local(time).map(wrap)
    }

    /// Moves the clock by a span: months first, whose days are cut to the length of the month, then nanoseconds.
    ///
    /// The zone is that of the instant as far away as the clock is from the zone's.
    ///
    /// # Errors
    /// `out of range` past the calendar.
    pub(crate) fn add(&self, time: Time, span: Duration) -> Result<Time> {
        let shown = self.in_zone(add(i128::from(time.0), self.offset)?)?;
        add(self.when_shown(add(shown, span)?)?, -self.offset).map(wrap)
    }

    /// Returns the start of the window of length `unit`, counted from the start of 1970 by the clock.
    ///
    /// # Errors
    /// `invalid` for a unit that is not positive or has both months and nanoseconds; `out of range` past the calendar.
    pub(crate) fn truncate(&self, time: Time, unit: Duration) -> Result<Time> {
        let wrong = |what: &str| Error::invalid(format!("duration used as an interval cannot {what}"));
        if unit.is_zero() {
            return Err(wrong("be zero"));
        }
        if unit.months() != 0 && unit.nanoseconds() != 0 {
            return Err(wrong("mix month and nanosecond units"));
        }
        if unit.is_negative() {
            return Err(wrong("be negative"));
        }
        let (zero, local) = (add(0, -self.offset)?, self.in_zone(i128::from(time.0))?);
        let start = if unit.months() == 0 {
            let length = i128::from(unit.nanoseconds());
            zero + (local - zero).div_euclid(length) * length
        } else {
            let months = whole_months(civil(zero)?, civil(local)?).div_euclid(unit.months());
            let months = months.checked_mul(unit.months()).and_then(|months| Duration::new(months, 0));
            add(zero, months.ok_or_else(out_of_range)?)?
        };
        self.when_shown(start).map(wrap)
    }

    fn local(&self, time: Time) -> Result<i128> {
        add(self.in_zone(i128::from(time.0))?, self.offset)
    }

    /// Returns what the zone's clock shows at an instant.
    fn in_zone(&self, utc: i128) -> Result<i128> {
        Ok(match &self.zone {
            Some(zone) => utc + i128::from(zone.to_offset(timestamp(utc)?).seconds()) * NANOSECONDS,
            None => utc,
        })
    }

    /// Returns when the zone's clock shows `local`.
    ///
    /// A reading that the clock skips becomes the end of the gap, one that it shows twice the first time.
    fn when_shown(&self, local: i128) -> Result<i128> {
        let Some(zone) = &self.zone else { return Ok(local) };
        let offset = match zone.to_ambiguous_timestamp(civil(local)?).offset() {
            AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => offset,
            AmbiguousOffset::Gap { before, after } => {
                // The gap ends where the new offset begins.
                let inside = local - i128::from(after.seconds()) * NANOSECONDS;
                let end = zone.following(timestamp(inside - 1)?).next().filter(|found| found.offset() == after);
                match end {
                    Some(transition) => return Ok(transition.timestamp().as_nanosecond()),
                    None => before,
                }
            }
        };
        Ok(local - i128::from(offset.seconds()) * NANOSECONDS)
    }
}

/// Counts the months from `start` to `end` that are over; a month is over at the day and time of `start`.
fn whole_months(start: DateTime, end: DateTime) -> i64 {
    let month = |clock: DateTime| 12 * i64::from(clock.year()) + i64::from(clock.month());
    let rest = |clock: DateTime| (clock.day(), clock.time());
    month(end) - month(start) - i64::from(rest(end) < rest(start))
}

fn add(start: i128, span: Duration) -> Result<i128> {
    let moved = match span.months() {
        0 => start,
        months => {
            let span = Span::new().try_months(months).map_err(|_| out_of_range())?;
            nanoseconds(civil(start)?.checked_add(span).map_err(|_| out_of_range())?)?
        }
    };
    Ok(moved + i128::from(span.nanoseconds()))
}

fn civil(local: i128) -> Result<DateTime> {
    Ok(Offset::UTC.to_datetime(timestamp(local)?))
}

fn nanoseconds(civil: DateTime) -> Result<i128> {
    Ok(Offset::UTC.to_timestamp(civil).map_err(|_| out_of_range())?.as_nanosecond())
}

fn timestamp(nanoseconds: i128) -> Result<Timestamp> {
    Timestamp::from_nanosecond(nanoseconds).map_err(|_| out_of_range())
}

fn wrap(nanoseconds: i128) -> Time {
    Time(nanoseconds as i64)
}

fn out_of_range() -> Error {
    Error::new(Code::OutOfRange, "the instant is outside the calendar")
}
