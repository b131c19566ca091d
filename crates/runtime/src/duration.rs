//! A span of time in months and nanoseconds.

use std::fmt;

use fluxlet_syntax::ast::{DurationPart, DurationUnit};

use crate::{Error, Result};

/// Nanoseconds in a month where a plain count is needed: 365.25 / 12 days.
const MONTH: i128 = 2_629_800 * 1_000_000_000;

/// A span of months and nanoseconds with one sign.
///
/// ```
/// use fluxlet_runtime::Duration;
///
/// let duration = Duration::parse("1h30m")?;
/// assert_eq!(duration.to_std()?.as_secs(), 5_400);
/// assert_eq!((-duration).to_string(), "-1h30m");
/// // How long a month is depends on the calendar.
/// assert!(Duration::parse("1mo")?.to_std().is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Duration {
    /// Both parts have the same sign, or are zero.
    months: i64,
    nanoseconds: i64,
}

impl Duration {
    /// The span of no length.
    pub const ZERO: Duration = Duration { months: 0, nanoseconds: 0 };

    /// Makes a span; `None` if the parts have different signs.
    pub fn new(months: i64, nanoseconds: i64) -> Option<Self> {
        (months.signum() * nanoseconds.signum() >= 0).then_some(Self { months, nanoseconds })
    }

    /// Makes a span of nanoseconds.
    pub fn from_nanoseconds(nanoseconds: i64) -> Self {
        Self { months: 0, nanoseconds }
    }

    /// Sums the parts of a literal; `None` if months or nanoseconds leave 64 bits.
    pub fn from_parts(parts: &[DurationPart]) -> Option<Self> {
        let mut sum = Self::ZERO;
        for part in parts {
            match part.unit {
                DurationUnit::Year => sum.months = part.magnitude.checked_mul(12)?.checked_add(sum.months)?,
                DurationUnit::Month => sum.months = part.magnitude.checked_add(sum.months)?,
                unit => {
                    let length = i64::try_from(length(unit)).ok()?;
                    sum.nanoseconds = part.magnitude.checked_mul(length)?.checked_add(sum.nanoseconds)?;
                }
            }
        }
        Some(sum)
    }

    /// Parses the text of a literal with an optional leading `-`, as `duration(v:)` does.
    ///
    /// # Errors
    /// `invalid` if a magnitude or a unit is missing or unknown, or the sum is too large.
    pub fn parse(text: &str) -> Result<Self> {
        let fail = || Error::invalid(format!("cannot convert string {text:?} to duration due to invalid syntax"));
        let (negative, mut rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let magnitude = rest[..digits].parse().map_err(|_| fail())?;
            rest = &rest[digits..];
            let letters = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
            let unit = parse_unit(&rest[..letters]).ok_or_else(fail)?;
            rest = &rest[letters..];
            parts.push(DurationPart { magnitude, unit });
        }
        let sum = Self::from_parts(&parts).ok_or_else(fail)?;
        Ok(if negative { -sum } else { sum })
    }

    /// Returns the months, of the sign of the span.
    pub fn months(self) -> i64 {
        self.months
    }

    /// Returns the nanoseconds beside the months, of the sign of the span.
    pub fn nanoseconds(self) -> i64 {
        self.nanoseconds
    }

    /// Returns the span as how long to wait for something.
    ///
    /// # Errors
    /// `invalid` if it is zero, negative, or counts in months, whose length depends on the calendar. The message goes on
    /// after the name of the span.
    pub fn to_std(self) -> Result<std::time::Duration> {
        if self.months != 0 {
            return Err(Error::invalid(format!("must be of fixed length, found {self}; months and years are not")));
        }
        match u64::try_from(self.nanoseconds) {
            Ok(nanoseconds @ 1..) => Ok(std::time::Duration::from_nanos(nanoseconds)),
            _ => Err(Error::invalid(format!("must be longer than zero, found {self}"))),
        }
    }

    /// Tells whether the span goes back in time.
    pub fn is_negative(self) -> bool {
        self.months < 0 || self.nanoseconds < 0
    }

    /// Tells whether the span has no length.
    pub fn is_zero(self) -> bool {
        self == Self::ZERO
    }

    /// Returns the span as nanoseconds, a month being 365.25 / 12 days.
    ///
    /// As in Flux, months of more than 64 bits of nanoseconds count as `i64::MIN`, and the sum wraps.
    pub fn approximate_nanoseconds(self) -> i64 {
        let months = i64::try_from(i128::from(self.months) * MONTH).unwrap_or(i64::MIN);
        months.wrapping_add(self.nanoseconds)
    }
}

impl std::ops::Neg for Duration {
    type Output = Duration;

    /// Turns the span around; wraps at the smallest value of a part.
    fn neg(self) -> Duration {
        Duration { months: self.months.wrapping_neg(), nanoseconds: self.nanoseconds.wrapping_neg() }
    }
}

impl fmt::Display for Duration {
    /// Prints the largest units first: `1y2mo3w4d5h6m7s8ms9us10ns`, `-1h`, `0ns`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_zero() {
            return f.write_str("0ns");
        }
        if self.is_negative() {
            f.write_str("-")?;
        }
        let months = self.months.unsigned_abs();
        for (count, unit) in [(months / 12, "y"), (months % 12, "mo")] {
            if count > 0 {
                write!(f, "{count}{unit}")?;
            }
        }
        let mut rest = self.nanoseconds.unsigned_abs();
        for unit in DurationUnit::ALL.into_iter().filter(|unit| length(*unit) > 0) {
            if rest >= length(unit) {
                write!(f, "{}{}", rest / length(unit), unit.as_str())?;
                rest %= length(unit);
            }
        }
        Ok(())
    }
}

/// Returns the nanoseconds of a unit; zero for years and months, whose length varies.
fn length(unit: DurationUnit) -> u64 {
    match unit {
        DurationUnit::Year | DurationUnit::Month => 0,
        DurationUnit::Week => 7 * 24 * 3_600_000_000_000,
        DurationUnit::Day => 24 * 3_600_000_000_000,
        DurationUnit::Hour => 3_600_000_000_000,
        DurationUnit::Minute => 60_000_000_000,
        DurationUnit::Second => 1_000_000_000,
        DurationUnit::Millisecond => 1_000_000,
        DurationUnit::Microsecond => 1_000,
        DurationUnit::Nanosecond => 1,
    }
}

fn parse_unit(text: &str) -> Option<DurationUnit> {
    let text = if text == "µs" { "us" } else { text };
    DurationUnit::ALL.into_iter().find(|unit| unit.as_str() == text)
}

#[cfg(test)]
mod tests;
