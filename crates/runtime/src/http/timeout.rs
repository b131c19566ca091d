//! The argument `timeout`: how long the whole exchange may take.

use std::time::Duration;

use crate::{Error, Result};

/// What holds without the argument.
const DEFAULT: Duration = Duration::from_secs(30);

/// Turns the argument `timeout` of a call into a span of time; without one it is 30 seconds.
///
/// # Errors
/// `invalid` if it is zero, negative, or counts in months, whose length depends on the calendar.
pub fn parse(timeout: Option<crate::Duration>) -> Result<Duration> {
    let Some(timeout) = timeout else { return Ok(DEFAULT) };
    if timeout.months() != 0 {
        return Err(Error::invalid(format!(
            "argument `timeout` must be of fixed length, found {timeout}; months and years are not"
        )));
    }
    match u64::try_from(timeout.nanoseconds()) {
        Ok(nanoseconds @ 1..) => Ok(Duration::from_nanos(nanoseconds)),
        _ => Err(Error::invalid(format!("argument `timeout` must be longer than zero, found {timeout}"))),
    }
}
