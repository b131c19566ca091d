//! The argument `timeout`: how long the whole exchange may take.

use std::time::Duration;

use crate::{Error, Result};

/// What holds without the argument.
const DEFAULT: Duration = Duration::from_secs(30);

/// Turns the argument `timeout` of a call into a span of time; without one it is 30 seconds.
///
/// ```
/// use fluxlet_runtime::Duration;
/// use fluxlet_runtime::http::timeout;
///
/// assert_eq!(timeout::parse(None)?.as_secs(), 30);
/// assert_eq!(timeout::parse(Some(Duration::parse("2m")?))?.as_secs(), 120);
/// assert!(timeout::parse(Some(Duration::ZERO)).is_err());
/// # Ok::<(), fluxlet_runtime::Error>(())
/// ```
///
/// # Errors
/// `invalid` if it is zero, negative, or counts in months, whose length depends on the calendar.
pub fn parse(timeout: Option<crate::Duration>) -> Result<Duration> {
    let named = |error: Error| error.prefixed("argument `timeout` ");
    timeout.map_or(Ok(DEFAULT), |timeout| timeout.to_std().map_err(named))
}
