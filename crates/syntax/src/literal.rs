//! What literals stand for: escapes of strings and regular expressions, and times.

use ecow::EcoString;
use jiff::civil::Date;

use crate::Span;
use crate::problem::EscapeProblem;

/// Why a time has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeProblem {
    /// No such day or time of day.
    Date,
    /// A time of day without `Z` or an offset.
    Offset,
}

/// Resolves the escapes of a string; the places of problems count from the start of `text`.
pub(crate) fn unescape(text: &str) -> Result<EcoString, EscapeProblem> {
    resolve(text, |escaped| {
        Ok(match escaped {
            [b'n', ..] => Escape::Character(b'\n'),
            [b'r', ..] => Escape::Character(b'\r'),
            [b't', ..] => Escape::Character(b'\t'),
            [byte @ (b'\\' | b'"'), ..] => Escape::Character(*byte),
            [b'$', b'{', ..] => Escape::Character(b'$'),
            _ => return Err(()),
        })
    })
}

/// Resolves `\/` and `\xHH` of a regular expression and leaves the rest to its engine.
pub(crate) fn regexp(text: &str) -> Result<EcoString, EscapeProblem> {
    resolve(text, |escaped| {
        Ok(match escaped {
            [b'/', ..] => Escape::Character(b'/'),
            _ => Escape::Kept,
        })
    })
}

/// Returns the nanoseconds since the Unix epoch of `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ss[.f](Z|±hh:mm)`.
///
/// Years outside of 1677 to 2262 wrap around 64 bits, as they do in the real Flux.
pub(crate) fn time(text: &str) -> Result<i64, TimeProblem> {
    let number = |start: usize, length: usize| -> Result<i64, TimeProblem> {
        text.get(start..start + length).and_then(|digits| digits.parse().ok()).ok_or(TimeProblem::Date)
    };
    let day = |number: i64| i8::try_from(number).map_err(|_| TimeProblem::Date);
    let year = i16::try_from(number(0, 4)?).map_err(|_| TimeProblem::Date)?;
    let date = Date::new(year, day(number(5, 2)?)?, day(number(8, 2)?)?).map_err(|_| TimeProblem::Date)?;
    let days = i128::from((date - jiff::civil::date(1970, 1, 1)).get_days());
    let mut seconds = days * 86_400;
    let mut nanoseconds = 0;
    if text.len() > 10 {
        let (hour, minute, second) = (number(11, 2)?, number(14, 2)?, number(17, 2)?);
        // Second 60 is a leap second, which counts as the start of the next minute.
        if hour > 23 || minute > 59 || second > 60 {
            return Err(TimeProblem::Date);
        }
        seconds += i128::from(hour * 3600 + minute * 60 + second);
        let rest = text.get(19..).unwrap_or_default();
        let digits = rest.strip_prefix('.').map(|rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        if digits == Some(0) {
            return Err(TimeProblem::Date);
        }
        let digits = digits.unwrap_or(0);
        for place in 0..9 {
            let digit = if place < digits { number(20 + place, 1)? } else { 0 };
            nanoseconds = nanoseconds * 10 + digit;
        }
        let offset = 19 + if digits > 0 { 1 + digits } else { 0 };
        seconds -= match text.as_bytes().get(offset) {
            Some(b'Z') => 0,
            Some(sign @ (b'+' | b'-')) => {
                let (hours, minutes) = (number(offset + 1, 2)?, number(offset + 4, 2)?);
                if hours > 23 || minutes > 59 {
                    return Err(TimeProblem::Date);
                }
                i128::from(if *sign == b'+' { 1 } else { -1 }) * i128::from(hours * 3600 + minutes * 60)
            }
            _ => return Err(TimeProblem::Offset),
        };
    }
    Ok((seconds * 1_000_000_000 + i128::from(nanoseconds)) as i64)
}

/// What an escape stands for.
enum Escape {
    /// One character, written by a backslash and that or another character.
    Character(u8),
    /// Itself, with the backslash.
    Kept,
}

/// Resolves `\xHH`, and by `escape` every other escape, given what follows its backslash.
fn resolve(text: &str, escape: impl Fn(&[u8]) -> Result<Escape, ()>) -> Result<EcoString, EscapeProblem> {
    if !text.contains('\\') {
        return Ok(text.into());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if *first != b'\\' {
            bytes.push(*first);
            rest = after;
            continue;
        }
        let start = text.len() - rest.len();
        let place = |length: usize| {
            let end = (start..=text.len()).find(|end| *end >= start + length && text.is_char_boundary(*end));
            Span::new(start as u32, end.unwrap_or(text.len()) as u32)
        };
        if let [b'x', digits @ ..] = after {
            let digit = |place: usize| digits.get(place).and_then(|digit| char::from(*digit).to_digit(16));
            let (Some(high), Some(low)) = (digit(0), digit(1)) else { return Err(EscapeProblem::Hex(place(2))) };
            bytes.push((high * 16 + low) as u8);
            rest = digits.get(2..).unwrap_or_default();
            continue;
        }
        match escape(after) {
            Ok(Escape::Character(byte)) => {
                bytes.push(byte);
                rest = after.get(1..).unwrap_or_default();
            }
            Ok(Escape::Kept) => {
                bytes.push(b'\\');
                bytes.extend(after.first());
                rest = after.get(1..).unwrap_or_default();
            }
            Err(()) => return Err(EscapeProblem::Unknown(place(2))),
        }
    }
    String::from_utf8(bytes).map(EcoString::from).map_err(|_| EscapeProblem::Utf8)
}

#[cfg(test)]
mod tests;
