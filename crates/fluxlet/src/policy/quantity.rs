//! Durations and sizes of a policy.

use std::time::Duration;

/// What a duration is, in a message.
pub(super) const DURATION: &str =
    "a duration such as `\"30s\"` or `\"5m\"`, longer than nothing and without months and years";

/// What a size is, in a message.
pub(super) const SIZE: &str = "a size such as `\"64MiB\"` or `\"500kB\"`, or a number of bytes";

const UNITS: [(&str, u64); 7] = [
    ("KiB", 1 << 10),
    ("MiB", 1 << 20),
    ("GiB", 1 << 30),
    ("kB", 1_000),
    ("MB", 1_000_000),
    ("GB", 1_000_000_000),
    ("B", 1),
];

/// Reads a duration as Flux writes it.
pub(super) fn duration(text: &str) -> Option<Duration> {
    let duration = fluxlet_runtime::Duration::parse(text).ok().filter(|duration| duration.months() == 0)?;
    let nanoseconds = u64::try_from(duration.nanoseconds()).ok().filter(|&nanoseconds| nanoseconds > 0)?;
    Some(Duration::from_nanos(nanoseconds))
}

/// Reads a whole number and a unit.
pub(super) fn size(text: &str) -> Option<u64> {
    let (digits, factor) = UNITS.iter().find_map(|(unit, factor)| Some((text.strip_suffix(unit)?, *factor)))?;
    let digits = digits.strip_suffix(' ').unwrap_or(digits);
    let number: u64 = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    number.checked_mul(factor)
}

#[cfg(test)]
mod tests;
