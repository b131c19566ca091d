//! Texts to floats, with the forms that Go reads: hexadecimal ones, underscores between digits, names of infinity.

/// Bits of a significand, with the one that is not stored.
const SIGNIFICAND: i64 = 53;

/// Smallest exponent of a normal float.
const LEAST_EXPONENT: i64 = -1022;

/// Parses a float; `None` if the text is none, or a finite number that no float holds.
pub(super) fn parse(text: &str) -> Option<f64> {
    let (negative, rest) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let magnitude = if rest.eq_ignore_ascii_case("inf") || rest.eq_ignore_ascii_case("infinity") {
        f64::INFINITY
    } else if text.eq_ignore_ascii_case("nan") {
        f64::NAN
    } else {
        number(rest)?
    };
    Some(if negative { -magnitude } else { magnitude })
}

fn number(text: &str) -> Option<f64> {
    let hexadecimal = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    let digits = without_underscores(text, hexadecimal.is_some())?;
    let value = match hexadecimal {
        Some(_) => hexadecimal_float(digits.get(2..)?)?,
        None if is_decimal(&digits) => digits.parse().ok()?,
        None => return None,
    };
    value.is_finite().then_some(value)
}

/// Removes underscores; `None` if one does not stand between two digits, or between the base and a digit.
fn without_underscores(text: &str, hexadecimal: bool) -> Option<String> {
    let is_digit = |byte: u8| if hexadecimal { byte.is_ascii_hexdigit() } else { byte.is_ascii_digit() };
    let bytes = text.as_bytes();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'_') {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied()?;
        let after = bytes.get(at + 1).copied()?;
        let after_base = hexadecimal && at == 2;
        if !(after_base || is_digit(before)) || !is_digit(after) {
            return None;
        }
    }
    Some(text.replace('_', ""))
}

/// Tells whether the text is `12`, `12.`, `.5` or `1.5`, with an exponent or none.
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole)
        && all_digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(is_exponent)
}

fn is_exponent(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Parses what follows `0x`: a mantissa, and an exponent of two that must be there.
fn hexadecimal_float(text: &str) -> Option<f64> {
    let at = text.find(['p', 'P'])?;
    let (mantissa, exponent) = (&text[..at], &text[at + 1..]);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() || !is_exponent(exponent) {
        return None;
    }
    let mut bits: u64 = 0;
    // Tells that bits which are not zero were cut off at the end.
    let mut sticky = false;
    let mut shift: i64 = 0;
    for (digits, after_point) in [(whole, false), (fraction, true)] {
        for digit in digits.chars() {
            let digit = u64::from(digit.to_digit(16)?);
            if bits >> 60 == 0 {
                bits = bits << 4 | digit;
                shift -= if after_point { 4 } else { 0 };
            } else {
                sticky |= digit != 0;
                shift += if after_point { 0 } else { 4 };
            }
        }
    }
    // An exponent past 64 bits is as good as the largest.
    let limit = if exponent.starts_with('-') { i64::MIN / 4 } else { i64::MAX / 4 };
    let exponent = exponent.parse::<i64>().unwrap_or(limit).clamp(i64::MIN / 4, i64::MAX / 4);
    Some(compose(bits, sticky, exponent.saturating_add(shift)))
}

/// Returns `bits * 2^exponent`, rounded to the nearest, halves to even.
fn compose(bits: u64, sticky: bool, exponent: i64) -> f64 {
    if bits == 0 {
        return 0.0;
    }
    let zeros = i64::from(bits.leading_zeros());
    let bits = bits << zeros;
    let exponent = exponent - zeros + 63;
    if exponent > 1023 {
        return f64::INFINITY;
    }
    let kept = SIGNIFICAND.min(SIGNIFICAND - (LEAST_EXPONENT - exponent));
    if kept < 0 {
        return 0.0;
    }
    let dropped = 64 - kept;
    let significand = if dropped == 64 { 0 } else { bits >> dropped };
    let rest = if dropped == 64 { bits } else { bits << kept };
    let half = 1_u64 << 63;
    let up = rest > half || rest == half && (sticky || significand & 1 == 1);
    let significand = significand + u64::from(up);
    // A carry out of the significand moves into the exponent by itself.
    let stored = if exponent < LEAST_EXPONENT { significand } else { (((exponent + 1022) as u64) << 52) + significand };
    f64::from_bits(stored)
}
