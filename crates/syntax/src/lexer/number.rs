//! Numbers, durations and times: whatever begins with a digit, the longest reading first.

use super::Lexer;
use crate::ast::{DurationPart, DurationUnit};
use crate::token::TokenKind;

impl Lexer<'_> {
    /// Reads the longest of time, duration, float and integer.
    pub(super) fn number(&mut self) -> TokenKind {
        let rest = self.rest().as_bytes();
        let (kind, length) = if let Some(length) = time_length(rest) {
            (TokenKind::Time, length)
        } else {
            let digits = digit_count(rest);
            let duration = duration_length(rest);
            match rest.get(digits) {
                Some(b'.') => (TokenKind::Float, digits + 1 + digit_count(rest.get(digits + 1..).unwrap_or_default())),
                _ if duration > 0 => (TokenKind::Duration, duration),
                _ => (TokenKind::Int, digits),
            }
        };
        self.position += length;
        kind
    }
}

/// Returns the parts of a [`TokenKind::Duration`]; `None` if a magnitude does not fit 64 bits.
pub(crate) fn duration_parts(text: &str) -> Option<Vec<DurationPart>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (digits, after) = rest.split_at_checked(digit_count(rest.as_bytes()))?;
        let (unit, length) = duration_unit(after.as_bytes())?;
        parts.push(DurationPart { magnitude: digits.parse().ok()?, unit });
        rest = after.get(length..)?;
    }
    Some(parts)
}

/// Returns the unit at the start of `text` and its length in bytes, the longest reading first.
fn duration_unit(text: &[u8]) -> Option<(DurationUnit, usize)> {
    let unit = match text {
        [b'm', b'o', ..] => (DurationUnit::Month, 2),
        [b'm', b's', ..] => (DurationUnit::Millisecond, 2),
        [b'u', b's', ..] => (DurationUnit::Microsecond, 2),
        [0xc2, 0xb5, b's', ..] => (DurationUnit::Microsecond, 3),
        [b'n', b's', ..] => (DurationUnit::Nanosecond, 2),
        [b'y', ..] => (DurationUnit::Year, 1),
        [b'w', ..] => (DurationUnit::Week, 1),
        [b'd', ..] => (DurationUnit::Day, 1),
        [b'h', ..] => (DurationUnit::Hour, 1),
        [b'm', ..] => (DurationUnit::Minute, 1),
        [b's', ..] => (DurationUnit::Second, 1),
        _ => return None,
    };
    Some(unit)
}

fn digit_count(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Returns the length of the magnitudes with units at the start of `text`; 0 if there are none.
fn duration_length(text: &[u8]) -> usize {
    let mut length = 0;
    loop {
        let rest = text.get(length..).unwrap_or_default();
        let digits = digit_count(rest);
        if digits == 0 {
            return length;
        }
        let Some((_, unit)) = duration_unit(rest.get(digits..).unwrap_or_default()) else { return length };
        length += digits + unit;
    }
}

/// Returns the length of `dddd-dd-dd`, with `Tdd:dd:dd`, a fraction and an offset if they follow.
fn time_length(text: &[u8]) -> Option<usize> {
    let date = shape(text, b"0000-00-00")?;
    let Some(clock) = text.get(date..).and_then(|rest| shape(rest, b"T00:00:00")) else { return Some(date) };
    let mut length = date + clock;
    if text.get(length) == Some(&b'.') {
        length += 1 + digit_count(text.get(length + 1..).unwrap_or_default());
    }
    length += match text.get(length) {
        Some(b'Z') => 1,
        Some(b'+' | b'-') => {
            text.get(length + 1..).and_then(|rest| shape(rest, b"00:00")).map_or(0, |offset| 1 + offset)
        }
        _ => 0,
    };
    Some(length)
}

/// Returns the length of `pattern` if `text` starts like it, where `0` stands for any digit.
fn shape(text: &[u8], pattern: &[u8]) -> Option<usize> {
    let fits = text.len() >= pattern.len()
        && text.iter().zip(pattern).all(|(byte, like)| match like {
            b'0' => byte.is_ascii_digit(),
            _ => byte == like,
        });
    fits.then_some(pattern.len())
}
