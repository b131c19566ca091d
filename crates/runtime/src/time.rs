//! An instant, in nanoseconds since the Unix epoch.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, date};

use crate::{Error, Result};

const NANOSECONDS: i128 = 1_000_000_000;

/// An instant between the years 1677 and 2262, in UTC.
///
/// ```
/// use fluxlet_runtime::Time;
///
/// let time = Time::parse("2030-01-31T13:00:00.5+01:00")?;
/// assert_eq!(time.rfc3339(), "2030-01-31T12:00:00.5Z");
/// assert_eq!(time.to_string(), "2030-01-31T12:00:00.500000000Z");
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Time(pub i64);

impl Time {
    /// Parses a date (midnight UTC) or an RFC 3339 date and time with an offset, as `time(v:)` does.
    ///
    /// What Flux lets pass besides passes here too: an hour of one digit, a comma before the fraction, and an offset of
    /// 24 hours. Digits beyond the nanosecond are cut off; an instant outside the range wraps.
    ///
    /// # Errors
    /// `invalid` if the text is neither.
    pub fn parse(text: &str) -> Result<Self> {
        // 64 bits of nanoseconds are what is left of a year beyond them, as in Flux.
        parse(text).map(|nanoseconds| Self(nanoseconds as i64)).ok_or_else(|| {
            let what = if text.contains(['T', ':']) { "date time" } else { "date" };
            Error::invalid(format!("cannot convert string {text:?} to time due to invalid syntax: cannot parse {what}"))
        })
    }

    /// Returns the instant in RFC 3339 with as many digits of the second as it needs.
    pub fn rfc3339(self) -> String {
        self.timestamp().to_string()
    }

    fn timestamp(self) -> Timestamp {
        // Every i64 of nanoseconds lies inside jiff's range of years.
        Timestamp::from_nanosecond(i128::from(self.0)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl fmt::Display for Time {
    /// Prints RFC 3339 with nine digits: `2006-01-02T15:04:05.000000000Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.9}", self.timestamp())
    }
}

fn parse(text: &str) -> Option<i128> {
    let mut reader = Reader { rest: text.as_bytes() };
    let year = reader.number(4, 9999)?;
    reader.one_of(b"-")?;
    let month = reader.number(2, 12)?;
    reader.one_of(b"-")?;
    let day = reader.number(2, 31)?;
    let day = Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    let days = i128::from(date(1970, 1, 1).duration_until(day).as_secs()) * NANOSECONDS;
    if reader.rest.is_empty() {
        return Some(days);
    }
    reader.one_of(b"T")?;
    let hour_digits = if reader.rest.get(1) == Some(&b':') { 1 } else { 2 };
    let hour = reader.number(hour_digits, 23)?;
    reader.one_of(b":")?;
    let minute = reader.number(2, 59)?;
    reader.one_of(b":")?;
    let second = reader.number(2, 59)?;
    let fraction = if reader.one_of(b".,").is_some() { reader.fraction()? } else { 0 };
    let offset = match reader.one_of(b"Z+-")? {
        b'Z' => 0,
        sign => {
            let hours = reader.number(2, 24)?;
            reader.one_of(b":")?;
            let minutes = reader.number(2, 60)?;
            let offset = hours * 60 + minutes;
            if sign == b'-' { -offset } else { offset }
        }
    };
    let seconds = (hour * 60 + minute - offset) * 60 + second;
    reader.rest.is_empty().then_some(days + i128::from(seconds) * NANOSECONDS + i128::from(fraction))
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    /// Takes a number of exactly `digits` digits, at most `most`.
    fn number(&mut self, digits: usize, most: i32) -> Option<i32> {
        let (number, rest) = self.rest.split_at_checked(digits)?;
        self.rest = rest;
        let digit = |byte: u8| byte.is_ascii_digit().then_some(i32::from(byte) - i32::from(b'0'));
        let number = number.iter().try_fold(0, |number, &byte| Some(number * 10 + digit(byte)?))?;
        (number <= most).then_some(number)
    }

    /// Takes at least one digit and returns nanoseconds; the digits from the tenth on do not count.
    fn fraction(&mut self) -> Option<i32> {
        let digits = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let first = digits.min(9);
        let number = self.number(first, i32::MAX).filter(|_| first > 0)?;
        self.rest = self.rest.get(digits - first..)?;
        Some(number * 10_i32.pow(9 - first as u32))
    }

    fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        bytes.contains(&first).then(|| {
            self.rest = rest;
            first
        })
    }
}

#[cfg(test)]
mod tests;
