//! An instant, in nanoseconds since the Unix epoch.

use std::fmt;

use jiff::Timestamp;
use jiff::fmt::temporal::DateTimeParser;

use crate::{Error, Result};

/// An instant between the years 1677 and 2262, in UTC.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Time(pub i64);

impl Time {
    /// Parses a date (midnight UTC) or an RFC 3339 date and time with an offset, as `time(v:)` does.
    ///
    /// # Errors
    /// `invalid` if the text is neither.
    pub fn parse(text: &str) -> Result<Self> {
        let fail = |what: &str| {
            Error::invalid(format!("cannot convert string {text:?} to time due to invalid syntax: cannot parse {what}"))
        };
        let well_formed = text.get(..10).is_some_and(|date| {
            date.bytes()
                .enumerate()
                .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
        });
        if text.len() == 10 {
            let date = if well_formed { text.parse::<jiff::civil::Date>().ok() } else { None };
            let instant = date.and_then(|date| {
                jiff::tz::Offset::UTC.to_timestamp(date.to_datetime(jiff::civil::Time::midnight())).ok()
            });
            return instant.map(Self::from_timestamp).ok_or_else(|| fail("date"));
        }
        static PARSER: DateTimeParser = DateTimeParser::new();
        let has_time = text.as_bytes().get(10) == Some(&b'T') && text.get(13..14) == Some(":");
        if !well_formed || !has_time {
            return Err(fail("date time"));
        }
        PARSER.parse_timestamp(text).map(Self::from_timestamp).map_err(|_| fail("date time"))
    }

    /// Wraps past the range, as Flux does.
    fn from_timestamp(timestamp: Timestamp) -> Self {
        Self(timestamp.as_nanosecond() as i64)
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
