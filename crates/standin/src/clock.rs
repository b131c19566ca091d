//! Points in time and spans as the API writes them.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Serialize, Serializer};

/// The nanoseconds of a second.
pub(crate) const SECOND: i64 = 1_000_000_000;

const DAY_SECONDS: i64 = 86_400;

/// A point in time, in nanoseconds since 1970 in UTC; written as RFC 3339 with as many decimals as it needs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Timestamp(pub(crate) i64);

/// A span of nanoseconds; written like `72h0m0s`, `1.5s` or `20ms`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Span(pub(crate) i64);

impl Timestamp {
    /// Returns the current time.
    pub(crate) fn now() -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp(i64::try_from(since.as_nanos()).unwrap_or(i64::MAX))
    }

    /// Returns the same time without its part of a second.
    pub(crate) fn whole_seconds(self) -> Timestamp {
        Timestamp(self.0.div_euclid(SECOND).saturating_mul(SECOND))
    }

    /// Returns the year, month and day.
    pub(crate) fn date(self) -> (i64, u8, u8) {
        // Days are counted from 1 March of the year 0, so that the leap day ends a year and 400 years are one length.
        let days = self.0.div_euclid(SECOND).div_euclid(DAY_SECONDS) + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        let second_of_day = self.0.div_euclid(SECOND).rem_euclid(DAY_SECONDS);
        let (hour, minute, second) = (second_of_day / 3600, second_of_day / 60 % 60, second_of_day % 60);
        write!(formatter, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        write_decimals(formatter, self.0.rem_euclid(SECOND), 9)?;
        formatter.write_str("Z")
    }
}

impl fmt::Display for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.0.max(0);
        if total == 0 {
            return formatter.write_str("0s");
        }
        for (unit, decimals, name) in [(1, 0, "ns"), (1_000, 3, "µs"), (1_000_000, 6, "ms")] {
            if total < unit * 1000 {
                write!(formatter, "{}", total / unit)?;
                write_decimals(formatter, total % unit, decimals)?;
                return formatter.write_str(name);
            }
        }
        let seconds = total / SECOND;
        if seconds >= 3600 {
            write!(formatter, "{}h", seconds / 3600)?;
        }
        if seconds >= 60 {
            write!(formatter, "{}m", seconds / 60 % 60)?;
        }
        write!(formatter, "{}", seconds % 60)?;
        write_decimals(formatter, total % SECOND, 9)?;
        formatter.write_str("s")
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Writes a fraction of `10^digits` as decimals without zeros at the end.
fn write_decimals(formatter: &mut fmt::Formatter<'_>, fraction: i64, digits: usize) -> fmt::Result {
    if fraction == 0 {
        return Ok(());
    }
    let text = format!("{fraction:0digits$}");
    write!(formatter, ".{}", text.trim_end_matches('0'))
}

#[cfg(test)]
mod tests;
